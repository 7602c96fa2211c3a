//! An integration that is being set up or edited.

use ims::metascope_names;
use keys::{Certificate, CertificateError};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::{
    Environment, Field, FieldProblem, Integration, JwtOptions, Kind, KindName, check, check_name, scope_names,
};

/// An integration that is being set up or edited, as it is typed: nothing needs to be complete or right. The fields of
/// both kinds are kept, so that changing the kind loses nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Draft {
    /// Its id.
    pub id: Uuid,
    /// The saved integration that it edits.
    pub integration: Option<Uuid>,
    /// The user's name for the integration.
    pub name: String,
    /// Organization ID.
    pub organization_id: String,
    /// Client ID (API key).
    pub client_id: String,
    /// Technical account ID.
    pub technical_account_id: String,
    /// Whose services it talks to.
    pub environment: Environment,
    /// Kind of credentials.
    pub kind: KindName,
    /// Scopes (OAuth Server-to-Server).
    pub scopes: Vec<String>,
    /// Metascopes (service account), as bare names.
    pub metascopes: Vec<String>,
    /// Its number in the console, needed to register certificates.
    pub integration_id: Option<String>,
    /// Address of the credential's page in Developer Console, or the two numbers in it.
    pub console_link: String,
    /// How its JWTs are made (service account).
    pub jwt: JwtOptions,
    /// Whether a client secret is in the vault.
    pub has_client_secret: bool,
    /// What is wrong with that secret, found when it was typed.
    pub client_secret_problem: Option<FieldProblem>,
    /// Size in bits of the private key in the vault.
    pub key_bits: Option<u32>,
    /// The certificate, as PEM.
    pub certificate_pem: Option<String>,
    /// Whether the certificate belongs to the key, once both are there.
    pub certificate_matches_key: Option<bool>,
    /// SHA-1 fingerprint of the certificate that was registered with the console, where this program did it.
    pub registered_certificate: Option<String>,
    /// Fields that another version of the program wrote; kept as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Some fields of a draft; what is absent stays. Lists may hold any form that people paste.
#[derive(Clone, Debug, Default)]
pub struct DraftChange {
    /// The user's name for the integration.
    pub name: Option<String>,
    /// Organization ID.
    pub organization_id: Option<String>,
    /// Client ID (API key).
    pub client_id: Option<String>,
    /// Client secret; an empty one removes it.
    pub client_secret: Option<SecretString>,
    /// Technical account ID.
    pub technical_account_id: Option<String>,
    /// Whose services it talks to.
    pub environment: Option<Environment>,
    /// Kind of credentials.
    pub kind: Option<KindName>,
    /// Scopes.
    pub scopes: Option<Vec<String>>,
    /// Metascopes.
    pub metascopes: Option<Vec<String>>,
    /// Its number in the console.
    pub integration_id: Option<String>,
    /// Address of the credential's page in Developer Console, or the two numbers in it.
    pub console_link: Option<String>,
    /// Minutes for which a JWT is valid.
    pub jwt_lifetime_minutes: Option<u32>,
    /// Whether a JWT carries a `jti`.
    pub jwt_jti: Option<bool>,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            id: Uuid::new_v4(),
            integration: None,
            name: String::new(),
            organization_id: String::new(),
            client_id: String::new(),
            technical_account_id: String::new(),
            environment: Environment::Adobe,
            kind: KindName::OauthServerToServer,
            scopes: Vec::new(),
            metascopes: Vec::new(),
            integration_id: None,
            console_link: String::new(),
            jwt: JwtOptions::default(),
            has_client_secret: false,
            client_secret_problem: None,
            key_bits: None,
            certificate_pem: None,
            certificate_matches_key: None,
            registered_certificate: None,
            extra: Map::new(),
        }
    }
}

impl Draft {
    /// The certificate, if there is one.
    ///
    /// # Errors
    /// When it is unreadable, which only a changed file can cause.
    pub fn certificate(&self) -> Result<Option<Certificate>, CertificateError> {
        self.certificate_pem
            .as_deref()
            .map(|pem| Certificate::from_bytes(pem.as_bytes()))
            .transpose()
    }

    /// Whether this program registered the certificate that the draft has now.
    #[must_use]
    pub fn is_certificate_registered(&self) -> bool {
        let certificate = self.certificate().ok().flatten();
        certificate.is_some_and(|certificate| {
            self.registered_certificate.as_deref() == Some(certificate.sha1_fingerprint().as_str())
        })
    }

    /// What is wrong or missing, in the order of the fields. `taken` are the names of the other integrations.
    #[must_use]
    pub fn findings(&self, taken: &[String]) -> Vec<FieldProblem> {
        let mut findings = vec![
            check_name(&self.name, taken),
            check(Field::OrganizationId, &self.organization_id),
            check(Field::ClientId, &self.client_id),
            if self.has_client_secret {
                self.client_secret_problem.clone()
            } else {
                check(Field::ClientSecret, "")
            },
        ];
        match self.kind {
            KindName::OauthServerToServer => {
                // OAuth does not send the technical account ID; it is only kept.
                findings
                    .push(check(Field::TechnicalAccountId, &self.technical_account_id).filter(|found| !found.missing));
                findings.push(check(Field::Scopes, &self.scopes.join(",")));
            }
            KindName::ServiceAccount => {
                findings.push(check(Field::TechnicalAccountId, &self.technical_account_id));
                findings.push(check(Field::Metascopes, &self.metascopes.join(",")));
                findings.push(check(Field::JwtLifetime, &self.jwt.lifetime_minutes.to_string()));
                findings.push(self.key_finding());
                findings.push(self.certificate_finding());
            }
        }
        // Only the guides need it, and they ask for it when it is missing.
        findings.push(check(Field::ConsoleLink, &self.console_link).filter(|found| !found.missing));
        findings.into_iter().flatten().collect()
    }

    /// The integration that this draft describes, as far as it does.
    #[must_use]
    pub fn to_integration(&self, now: OffsetDateTime) -> Integration {
        let trimmed = |text: &str| text.trim().to_owned();
        Integration {
            id: self.integration.unwrap_or(self.id),
            name: trimmed(&self.name),
            organization_id: trimmed(&self.organization_id),
            client_id: trimmed(&self.client_id),
            technical_account_id: Some(trimmed(&self.technical_account_id)).filter(|id| !id.is_empty()),
            environment: self.environment.clone(),
            console_link: Some(trimmed(&self.console_link)).filter(|link| !link.is_empty()),
            kind: match self.kind {
                KindName::OauthServerToServer => Kind::OauthServerToServer {
                    scopes: self.scopes.clone(),
                },
                KindName::ServiceAccount => Kind::ServiceAccount {
                    metascopes: self.metascopes.clone(),
                    certificate_pem: self.certificate_pem.clone(),
                    integration_id: self.integration_id.clone(),
                    jwt: self.jwt,
                },
            },
            sandbox: None,
            created_at: now,
            last_used_at: None,
            extra: Map::new(),
        }
    }

    /// A draft with the fields of a saved integration; its secrets are for the caller to bring.
    pub(crate) fn of(integration: &Integration) -> Self {
        let mut draft = Self {
            name: integration.name.clone(),
            organization_id: integration.organization_id.clone(),
            client_id: integration.client_id.clone(),
            technical_account_id: integration.technical_account_id.clone().unwrap_or_default(),
            environment: integration.environment.clone(),
            console_link: integration.console_link.clone().unwrap_or_default(),
            kind: integration.kind.name(),
            ..Self::default()
        };
        match &integration.kind {
            Kind::OauthServerToServer { scopes } => draft.scopes.clone_from(scopes),
            Kind::ServiceAccount {
                metascopes,
                certificate_pem,
                integration_id,
                jwt,
            } => {
                draft.jwt = *jwt;
                draft.metascopes.clone_from(metascopes);
                draft.certificate_pem.clone_from(certificate_pem);
                draft.integration_id.clone_from(integration_id);
            }
        }
        draft
    }

    /// Takes over a change, but for its client secret.
    pub(crate) fn apply(&mut self, change: &DraftChange) {
        let set = |field: &mut String, new: &Option<String>| {
            if let Some(new) = new {
                field.clone_from(new);
            }
        };
        set(&mut self.name, &change.name);
        set(&mut self.organization_id, &change.organization_id);
        set(&mut self.client_id, &change.client_id);
        set(&mut self.technical_account_id, &change.technical_account_id);
        set(&mut self.console_link, &change.console_link);
        self.jwt.lifetime_minutes = change.jwt_lifetime_minutes.unwrap_or(self.jwt.lifetime_minutes);
        self.jwt.jti = change.jwt_jti.unwrap_or(self.jwt.jti);
        if let Some(environment) = &change.environment {
            self.environment = environment.clone();
        }
        if let Some(kind) = change.kind {
            self.kind = kind;
        }
        if let Some(scopes) = &change.scopes {
            self.scopes = scope_names(&scopes.join(","));
        }
        if let Some(metascopes) = &change.metascopes {
            self.metascopes = metascope_names(&metascopes.join(","));
        }
        if let Some(id) = &change.integration_id {
            self.integration_id = Some(id.trim().to_owned()).filter(|id| !id.is_empty());
        }
    }

    fn key_finding(&self) -> Option<FieldProblem> {
        if self.key_bits.is_some() {
            return None;
        }
        Some(FieldProblem::missing(
            Field::Key,
            "There is no private key.",
            "Generate a key and certificate, or choose the key you have.",
        ))
    }

    /// A certificate is not needed to sign, so a missing one is nothing to mend; one of another key is.
    fn certificate_finding(&self) -> Option<FieldProblem> {
        if self.certificate_matches_key != Some(false) {
            return None;
        }
        Some(FieldProblem::wrong(
            Field::Certificate,
            "The certificate belongs to another key.",
            "Choose the certificate that was made with this private key, or generate a new pair.",
        ))
    }
}
