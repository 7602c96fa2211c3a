//! The integration as it is saved.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::Environment;

/// One saved set of Adobe credentials for one organization. Its secrets are in the vault, never here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Integration {
    /// Its id in this program.
    pub id: Uuid,
    /// The user's name for it; no two are called the same.
    pub name: String,
    /// Organization ID, ending in `@AdobeOrg`.
    pub organization_id: String,
    /// Client ID (API key).
    pub client_id: String,
    /// Technical account ID, ending in `@techacct.adobe.com`. A service account needs it.
    #[serde(default)]
    pub technical_account_id: Option<String>,
    /// Whose services it talks to.
    #[serde(default)]
    pub environment: Environment,
    /// Address of the credential's page in Developer Console, or the two numbers in it as
    /// `organization/credential`; needed to ask the console's API.
    #[serde(default)]
    pub console_link: Option<String>,
    /// The sandbox of Experience Platform that its calls name; none means Adobe's default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sandbox: Option<String>,
    /// How it gets its access tokens.
    pub kind: Kind,
    /// When it was saved first.
    #[serde(with = "time::serde::rfc3339")]
    pub created_at: OffsetDateTime,
    /// When it last received an access token.
    #[serde(default, with = "time::serde::rfc3339::option")]
    pub last_used_at: Option<OffsetDateTime>,
    /// Fields that another version of the program wrote; kept as they are.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// How an integration gets its access tokens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "type")]
pub enum Kind {
    /// OAuth Server-to-Server.
    OauthServerToServer {
        /// The scopes it asks for.
        scopes: Vec<String>,
    },
    /// Service account (JWT). Its private key is in the vault.
    ServiceAccount {
        /// The metascopes it asks for, as bare names.
        metascopes: Vec<String>,
        /// The certificate of its key, where it is known.
        #[serde(default)]
        certificate_pem: Option<String>,
        /// Its number in the console, needed to register certificates.
        #[serde(default)]
        integration_id: Option<String>,
        /// How its JWTs are made.
        #[serde(default)]
        jwt: JwtOptions,
    },
}

/// How the JWTs of a service account are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct JwtOptions {
    /// How long a JWT is valid, in minutes. Adobe accepts at most 1440.
    pub lifetime_minutes: u32,
    /// Whether it carries a `jti`, for a binding that asks for one.
    pub jti: bool,
}

impl Default for JwtOptions {
    fn default() -> Self {
        Self {
            lifetime_minutes: 5,
            jti: false,
        }
    }
}

/// The two kinds by name alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum KindName {
    /// OAuth Server-to-Server.
    #[default]
    OauthServerToServer,
    /// Service account (JWT).
    ServiceAccount,
}

impl Kind {
    /// Which of the two it is.
    #[must_use]
    pub fn name(&self) -> KindName {
        match self {
            Self::OauthServerToServer { .. } => KindName::OauthServerToServer,
            Self::ServiceAccount { .. } => KindName::ServiceAccount,
        }
    }

    /// What it asks for: scopes or metascopes.
    #[must_use]
    pub fn scopes(&self) -> &[String] {
        match self {
            Self::OauthServerToServer { scopes } => scopes,
            Self::ServiceAccount { metascopes, .. } => metascopes,
        }
    }

    /// The certificate of a service account, where it is known.
    #[must_use]
    pub fn certificate_pem(&self) -> Option<&str> {
        match self {
            Self::OauthServerToServer { .. } => None,
            Self::ServiceAccount { certificate_pem, .. } => certificate_pem.as_deref(),
        }
    }
}

impl Integration {
    /// Whether this is a service credential of AEM as a Cloud Service: those are made in the AEM Developer Console, and
    /// nothing that Adobe Developer Console does to service accounts concerns them. They are known by their client IDs,
    /// `cm-p…-e…`.
    #[must_use]
    pub fn is_of_aem(&self) -> bool {
        self.client_id.starts_with("cm-p")
    }

    /// Whether tokens for this one serve the other too: everything is the same but names and times.
    #[must_use]
    pub fn connects_like(&self, other: &Self) -> bool {
        self.organization_id == other.organization_id
            && self.client_id == other.client_id
            && self.technical_account_id == other.technical_account_id
            && self.environment == other.environment
            && self.kind == other.kind
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_another_version_wrote_is_kept_and_what_it_left_out_is_filled_in() {
        let written = json!({
            "id": "6e0c9f9e-7c53-4b8c-9f60-0d1d1f2c3b4a",
            "name": "Acme",
            "organizationId": "X@AdobeOrg",
            "clientId": "c",
            "kind": {"type": "serviceAccount", "metascopes": ["assurance_automation"]},
            "createdAt": "2026-11-21T10:00:00Z",
            "colour": {"of": "tomorrow"},
        });
        let integration: Integration = serde_json::from_value(written).unwrap();
        assert_eq!(integration.environment, Environment::Adobe);
        assert_eq!(integration.last_used_at, None);
        let again = serde_json::to_value(&integration).unwrap();
        assert_eq!(again["colour"], json!({"of": "tomorrow"}));
        assert_eq!(again["kind"]["metascopes"], json!(["assurance_automation"]));
    }
}
