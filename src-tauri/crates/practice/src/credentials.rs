//! The two credentials of the workspace and what the console API changes about them: client secrets
//! and the certificates bound to a technical account ("bindings").

mod migration;

use rand::Rng;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::certificate::Certificate;
use crate::clock::{now_milliseconds, now_seconds};
use crate::identity::{CredentialSeed, client_secret};
use crate::scopes::{OAUTH_SCOPES, scopes_after_migration};

pub(crate) use migration::Migration;

/// Adobe allows two client secrets per credential, so that one can be replaced by the other.
pub(crate) const MAXIMUM_SECRETS: usize = 2;

/// Both credentials.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Credentials {
    pub(crate) oauth: Credential,
    pub(crate) service_account: Credential,
}

/// How a credential gets its tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum CredentialKind {
    OauthServerToServer,
    ServiceAccount,
}

/// One credential. Not `Debug`: it holds client secrets.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Credential {
    pub(crate) kind: CredentialKind,
    pub(crate) client_id: String,
    pub(crate) technical_account_id: String,
    /// Its number in console URLs.
    pub(crate) number: String,
    pub(crate) secrets: Vec<ClientSecret>,
    #[serde(default)]
    pub(crate) bindings: Vec<Binding>,
    /// Whether the bindings ask for a growing `jti` in every JWT.
    #[serde(default)]
    pub(crate) requires_jti: bool,
    /// The highest `jti` used so far.
    #[serde(default)]
    pub(crate) last_jti: Option<u64>,
    /// How far a service account has come to OAuth Server-to-Server.
    #[serde(default)]
    pub(crate) migration: Migration,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ClientSecret {
    pub(crate) uuid: Uuid,
    pub(crate) value: String,
    /// Milliseconds since 1970.
    pub(crate) created_at: i64,
    /// Milliseconds since 1970 and the grant that used it.
    #[serde(default)]
    pub(crate) last_used: Option<(i64, String)>,
}

/// A certificate attached to the technical account.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Binding {
    pub(crate) binding_id: String,
    /// Base64 of the certificate's DER.
    pub(crate) certificate: String,
}

impl Credentials {
    pub(crate) fn new(oauth: CredentialSeed, service_account: CredentialSeed) -> Self {
        Self {
            oauth: Credential::new(CredentialKind::OauthServerToServer, oauth),
            service_account: Credential::new(CredentialKind::ServiceAccount, service_account),
        }
    }

    /// Whether a credential has this client ID.
    pub(crate) fn knows(&self, client_id: &str) -> bool {
        [&self.oauth, &self.service_account]
            .iter()
            .any(|credential| credential.client_id == client_id)
    }

    pub(crate) fn by_client_id(&mut self, client_id: &str) -> Option<&mut Credential> {
        self.both()
            .into_iter()
            .find(|credential| credential.client_id == client_id)
    }

    /// By the number that console URLs use.
    pub(crate) fn by_number(&mut self, number: &str) -> Option<&mut Credential> {
        self.both().into_iter().find(|credential| credential.number == number)
    }

    fn both(&mut self) -> [&mut Credential; 2] {
        [&mut self.oauth, &mut self.service_account]
    }
}

impl Credential {
    fn new(kind: CredentialKind, seed: CredentialSeed) -> Self {
        Self {
            kind,
            client_id: seed.client_id,
            technical_account_id: seed.technical_account_id,
            number: seed.number,
            secrets: vec![ClientSecret::new(seed.client_secret)],
            bindings: Vec::new(),
            requires_jti: false,
            last_jti: None,
            migration: Migration::NotStarted,
        }
    }

    /// Whether the client_credentials grant works: always with OAuth Server-to-Server, and with a
    /// service account from the start of its migration.
    pub(crate) fn takes_client_credentials(&self) -> bool {
        self.kind == CredentialKind::OauthServerToServer || self.migration.started_at().is_some()
    }

    /// The scopes that the client_credentials grant may ask for.
    pub(crate) fn allowed_scopes(&self) -> Vec<&'static str> {
        match self.kind {
            CredentialKind::OauthServerToServer => OAUTH_SCOPES.to_vec(),
            CredentialKind::ServiceAccount => scopes_after_migration(),
        }
    }

    /// The secret that was added last.
    pub(crate) fn newest_secret(&self) -> &str {
        self.secrets.last().map_or("", |secret| secret.value.as_str())
    }

    /// Whether this is one of its secrets.
    pub(crate) fn has_secret(&self, value: &str) -> bool {
        self.secrets.iter().any(|secret| secret.value == value)
    }

    /// Whether this is one of its secrets; notes when and how it was used.
    pub(crate) fn accepts_secret(&mut self, value: &str, grant_type: &str) -> bool {
        let Some(secret) = self.secrets.iter_mut().find(|secret| secret.value == value) else {
            return false;
        };
        secret.last_used = Some((now_milliseconds(), grant_type.to_owned()));
        true
    }

    /// Adds a random secret unless there are already [`MAXIMUM_SECRETS`].
    pub(crate) fn add_secret(&mut self, random: &mut impl Rng) -> Option<&ClientSecret> {
        if self.secrets.len() >= MAXIMUM_SECRETS {
            return None;
        }
        self.secrets.push(ClientSecret::new(client_secret(random)));
        self.secrets.last()
    }

    /// Binds a certificate; one that is bound already keeps its binding.
    pub(crate) fn bind(&mut self, certificate: &Certificate) {
        let encoded = certificate.to_base64();
        if self.bindings.iter().any(|binding| binding.certificate == encoded) {
            return;
        }
        self.bindings.push(Binding {
            binding_id: Uuid::new_v4().simple().to_string(),
            certificate: encoded,
        });
    }

    /// The bound certificates that have not expired.
    pub(crate) fn valid_certificates(&self) -> impl Iterator<Item = Certificate> {
        let now = now_seconds();
        self.bindings
            .iter()
            .filter_map(|binding| Certificate::from_base64(&binding.certificate).ok())
            .filter(move |certificate| certificate.not_after() > now)
    }
}

impl ClientSecret {
    fn new(value: String) -> Self {
        Self {
            uuid: Uuid::new_v4(),
            value,
            created_at: now_milliseconds(),
            last_used: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::Seeded;

    fn credentials() -> Credentials {
        let seeded = Seeded::from_seed(3);
        Credentials::new(seeded.oauth, seeded.service_account)
    }

    #[test]
    fn a_third_secret_is_refused() {
        let mut credentials = credentials();
        let mut random = rand::rng();
        assert!(credentials.oauth.add_secret(&mut random).is_some());
        assert!(credentials.oauth.add_secret(&mut random).is_none());
    }

    #[test]
    fn both_secrets_work_and_their_use_is_noted() {
        let mut credentials = credentials();
        let first = credentials.oauth.newest_secret().to_owned();
        let second = credentials.oauth.add_secret(&mut rand::rng()).unwrap().value.clone();
        assert!(credentials.oauth.accepts_secret(&first, "client_credentials"));
        assert!(credentials.oauth.accepts_secret(&second, "client_credentials"));
        assert!(!credentials.oauth.accepts_secret("p8e-wrong", "client_credentials"));
        assert!(
            credentials
                .oauth
                .secrets
                .iter()
                .all(|secret| secret.last_used.is_some())
        );
    }
}
