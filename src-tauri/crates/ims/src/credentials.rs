//! What a token is asked for with.

use secrecy::SecretString;

/// The credentials of a service account (JWT), without its private key.
#[derive(Clone, Debug)]
pub struct ServiceAccount {
    /// The organization ID, ending in `@AdobeOrg`; the claim `iss`.
    pub organization_id: String,
    /// The technical account ID, ending in `@techacct.adobe.com`; the claim `sub`.
    pub technical_account_id: String,
    /// The client ID (API key); the end of the claim `aud`.
    pub client_id: String,
    /// The client secret.
    pub client_secret: SecretString,
    /// Bare metascope names; one claim each.
    pub metascopes: Vec<String>,
}

/// The credentials of OAuth Server-to-Server.
#[derive(Clone, Debug)]
pub struct OauthCredentials {
    /// The client ID (API key).
    pub client_id: String,
    /// The client secret.
    pub client_secret: SecretString,
    /// The scopes to ask for; Adobe requires at least one.
    pub scopes: Vec<String>,
}
