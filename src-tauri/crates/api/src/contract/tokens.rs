//! The token workbench: what is in a JWT or an access token, and what is wrong with it. Decoded on this computer.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Reads a token that was pasted. It is a secret, so this is never printed.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InspectTokenRequest {
    /// What was pasted: the token alone, or with `Bearer`, quotes, line ends, or the JSON answer around it.
    pub text: String,
    /// The integration to compare it with.
    pub integration: Option<Uuid>,
}

/// Signs a JWT for a service account and puts it on the clipboard for one minute.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignJwtRequest {
    /// The integration.
    pub integration: Uuid,
    /// How long it is valid, in minutes, from 1 to 1440.
    pub lifetime_minutes: u32,
    /// Whether it carries a `jti`.
    pub jti: bool,
    /// The metascopes; the integration's own where absent.
    pub metascopes: Option<Vec<String>>,
}

/// What a token says and what is wrong with it. Holds no signature, so no token can be made of it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TokenReport {
    /// What it is.
    pub kind: TokenKind,
    /// Its header.
    pub header: Vec<TokenClaim>,
    /// Its claims.
    pub claims: Vec<TokenClaim>,
    /// When it was issued, where it says.
    pub issued_at: Option<i64>,
    /// When it ends, where it says.
    pub expires_at: Option<i64>,
    /// What was checked, the worst first.
    pub findings: Vec<TokenFinding>,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum TokenKind {
    /// A service account's JWT, to be exchanged.
    ServiceAccountJwt,
    /// An access token of IMS.
    AccessToken,
    /// Some other JWT.
    OtherJwt,
}

/// One member of a header or payload.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TokenClaim {
    /// Its name in the token.
    pub name: String,
    /// Its value as JSON, long ones cut.
    pub value: String,
    /// What it means, for the names that are known.
    pub meaning: Option<String>,
    /// The moment that it names, for times.
    pub at: Option<i64>,
}

/// How much something matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Adobe will refuse it.
    Wrong,
    /// Worth knowing.
    Note,
    /// As it should be.
    Good,
}

/// One thing that was checked.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TokenFinding {
    /// How much it matters.
    pub severity: Severity,
    /// A few words.
    pub title: String,
    /// What was found.
    pub message: String,
    /// What to do, where there is something to do.
    pub next_step: Option<String>,
}
