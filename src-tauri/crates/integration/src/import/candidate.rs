//! Credentials that were found, brought together from all files.

use std::sync::Arc;

use keys::{Certificate, KeyPair};
use secrecy::{ExposeSecret, SecretString};

use super::unusable::Ignored;
use crate::{Draft, DraftChange, Environment, Field, FieldProblem, KindName, check};

/// Credentials that were found. Its secrets are not shown by `Debug`.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The name of the project, the environment or the file; none for keys and pasted texts.
    pub name: Option<String>,
    /// Kind of credentials.
    pub kind: KindName,
    /// Whose services they are for; none where nothing says it, as with a key alone.
    pub environment: Option<Environment>,
    /// Organization ID.
    pub organization_id: Option<String>,
    /// Client ID (API key).
    pub client_id: Option<String>,
    /// Client secret.
    pub client_secret: Option<SecretString>,
    /// Technical account ID.
    pub technical_account_id: Option<String>,
    /// Scopes (OAuth Server-to-Server).
    pub scopes: Vec<String>,
    /// Metascopes (service account), as bare names.
    pub metascopes: Vec<String>,
    /// Private key.
    pub key: Option<Arc<KeyPair>>,
    /// Certificate.
    pub certificate: Option<Certificate>,
    /// Address of the credential's page in Developer Console.
    pub console_link: Option<String>,
    /// Its number in the console.
    pub integration_id: Option<String>,
    /// Whether the certificate is known not to be registered for these credentials.
    pub(super) is_certificate_foreign: bool,
    /// What was there and is not taken over.
    pub ignored: Vec<Ignored>,
}

impl Candidate {
    /// Whether the key belongs to the certificate, where both are there.
    #[must_use]
    pub fn key_matches_certificate(&self) -> Option<bool> {
        let (key, certificate) = self.key.as_deref().zip(self.certificate.as_ref())?;
        Some(certificate.matches(key))
    }

    /// What a draft takes over: only what was found.
    #[must_use]
    pub fn change(&self) -> DraftChange {
        let list = |names: &[String]| (!names.is_empty()).then(|| names.to_vec());
        DraftChange {
            name: self.name.clone(),
            kind: Some(self.kind),
            environment: self.environment.clone(),
            organization_id: self.organization_id.clone(),
            client_id: self.client_id.clone(),
            client_secret: self.client_secret.clone(),
            technical_account_id: self.technical_account_id.clone(),
            scopes: list(&self.scopes),
            metascopes: list(&self.metascopes),
            integration_id: self.integration_id.clone(),
            console_link: self.console_link.clone(),
            ..DraftChange::default()
        }
    }

    /// What is missing or not right, in the order of the wizard, as if these credentials were an integration. `taken` are
    /// the names of the integrations that are there.
    #[must_use]
    pub fn findings(&self, taken: &[String]) -> Vec<FieldProblem> {
        let mut draft = Draft::default();
        draft.apply(&self.change());
        if let Some(secret) = &self.client_secret {
            draft.has_client_secret = true;
            draft.client_secret_problem = check(Field::ClientSecret, secret.expose_secret());
        }
        draft.key_bits = self.key.as_ref().map(|key| key.bits());
        draft.certificate_matches_key = self.key_matches_certificate();
        let mut findings = draft.findings(taken);
        if self.is_certificate_foreign {
            findings.push(FieldProblem::wrong(
                Field::Certificate,
                "This certificate is not among those that the credential had when its file was downloaded.",
                "If it was added since then, go on; otherwise bring the certificate that is listed on the credential's page in Developer Console.",
            ));
        }
        findings
    }
}
