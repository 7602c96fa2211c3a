//! What a token is asked for with.

use secrecy::SecretString;

use crate::JwtTerms;

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
    /// How its JWTs are made.
    pub jwt: JwtTerms,
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
    /// Which version of IMS's token address is asked.
    pub version: TokenVersion,
}

/// The versions of IMS's token address that serve OAuth Server-to-Server. All take the same fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TokenVersion {
    /// Older clients of Adobe's use it.
    V2,
    /// The documented one.
    #[default]
    V3,
    /// The newest one; it wants the client ID in the query.
    V4,
}
