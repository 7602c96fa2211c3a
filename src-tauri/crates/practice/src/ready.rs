use std::fmt;

use serde::Serialize;

use crate::credentials::Credentials;
use crate::identity::Identity;
use crate::scopes::{METASCOPES, OAUTH_SCOPES};

/// Where a running practice workspace answers and which credentials it knows. As JSON this is the
/// line that `assurance-desk practice` prints.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Ready {
    /// Base URL of IMS.
    pub ims: String,
    /// The GraphQL URL of Assurance.
    pub assurance: String,
    /// Base URL of Experience Platform.
    pub platform: String,
    /// Base URL of tags (the Reactor API).
    pub tags: String,
    /// Base URL of the console API.
    pub console: String,
    /// The organization ID, ending in `@AdobeOrg`.
    pub organization_id: String,
    /// The OAuth Server-to-Server credential.
    pub oauth: OauthReady,
    /// The service account (JWT) credential.
    pub service_account: ServiceAccountReady,
}

/// An OAuth Server-to-Server credential of the practice workspace.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OauthReady {
    /// Client ID (API key).
    pub client_id: String,
    /// Client secret.
    pub client_secret: String,
    /// Technical account ID.
    pub technical_account_id: String,
    /// Scopes that may be asked for.
    pub scopes: Vec<String>,
    /// The number of this credential in the console API.
    pub credential_id: String,
}

/// A service account (JWT) credential of the practice workspace. It has no certificate until one is
/// registered with the console API.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ServiceAccountReady {
    /// Client ID (API key).
    pub client_id: String,
    /// Client secret.
    pub client_secret: String,
    /// Technical account ID.
    pub technical_account_id: String,
    /// Metascopes that a JWT may ask for.
    pub metascopes: Vec<String>,
    /// The number of this credential in the console API, as an integration and as a credential.
    pub integration_id: String,
}

impl Ready {
    pub(crate) fn new(base: &str, identity: &Identity, credentials: &Credentials) -> Self {
        let oauth = &credentials.oauth;
        let service_account = &credentials.service_account;
        Self {
            ims: base.to_owned(),
            assurance: format!("{base}/graffias/graphql"),
            platform: base.to_owned(),
            tags: base.to_owned(),
            console: base.to_owned(),
            organization_id: identity.organization_id.clone(),
            oauth: OauthReady {
                client_id: oauth.client_id.clone(),
                client_secret: oauth.newest_secret().to_owned(),
                technical_account_id: oauth.technical_account_id.clone(),
                scopes: OAUTH_SCOPES.iter().map(ToString::to_string).collect(),
                credential_id: oauth.number.clone(),
            },
            service_account: ServiceAccountReady {
                client_id: service_account.client_id.clone(),
                client_secret: service_account.newest_secret().to_owned(),
                technical_account_id: service_account.technical_account_id.clone(),
                metascopes: METASCOPES.iter().map(ToString::to_string).collect(),
                integration_id: service_account.number.clone(),
            },
        }
    }
}

impl fmt::Debug for OauthReady {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("OauthReady")
            .field("client_id", &self.client_id)
            .field("client_secret", &"[redacted]")
            .field("technical_account_id", &self.technical_account_id)
            .field("credential_id", &self.credential_id)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for ServiceAccountReady {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ServiceAccountReady")
            .field("client_id", &self.client_id)
            .field("client_secret", &"[redacted]")
            .field("technical_account_id", &self.technical_account_id)
            .field("integration_id", &self.integration_id)
            .finish_non_exhaustive()
    }
}
