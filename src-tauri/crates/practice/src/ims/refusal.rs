use std::time::Duration;

use axum::Json;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::RETRY_AFTER;
use serde_json::json;

/// Why IMS refused. Status and code are Adobe's; the texts marked "seen" are known word for word,
/// the others are this workspace's own because Adobe publishes none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ImsRefusal {
    /// Seen.
    UnknownClient,
    /// Seen. Adobe documents 401 for the JWT exchange; clients show 400 at the token endpoint.
    WrongSecret { status: StatusCode },
    /// The credential is not a service account, or no longer one. Own text.
    NotForJwt,
    /// Own text.
    NotForClientCredentials,
    /// Own text.
    TokenMissing,
    /// Seen.
    TokenUndecodable,
    /// Own text.
    TokenExpired,
    /// Own text: `jti` is text, but no number.
    JtiNotANumber,
    /// Own text: a claim that can be read but has the wrong form.
    ClaimFormat { claim: &'static str },
    /// Own text.
    ExpiryTooFar,
    /// Seen. `aud` is missing its form or names another IMS.
    Audience,
    /// Own text: `aud` names another client than the request.
    AudienceOfAnotherClient,
    /// Seen.
    NoBindingMatches,
    /// Own text: a signature that fits a certificate, but not with the header's `alg`, or an `alg`
    /// that IMS does not take.
    SignatureAlgorithm,
    /// Own text.
    JtiMissing,
    /// Own text.
    JtiUsed,
    /// Seen.
    MetascopeNotBound,
    /// Own text.
    MetascopeMissing,
    /// Own text.
    ScopeUnknown,
    /// The code was reported by a user; own text.
    ScopeMissing,
    /// Own text.
    GrantTypeMissing,
    /// Own text.
    GrantTypeUnsupported,
    /// Seen.
    Internal,
    /// Own text.
    Throttled { wait: Duration },
}

impl ImsRefusal {
    fn row(&self) -> (StatusCode, &'static str, String) {
        let (status, code, text) = match self {
            Self::UnknownClient => (400, "invalid_client", "invalid client_id parameter"),
            Self::WrongSecret { status } => {
                return (*status, "invalid_client", "invalid client_secret parameter".into());
            }
            Self::NotForJwt => (
                401,
                "invalid_client",
                "The client does not have the exchange_jwt scope.",
            ),
            Self::NotForClientCredentials => (
                400,
                "unauthorized_client",
                "The client is not allowed to use the client_credentials grant.",
            ),
            Self::TokenMissing => (400, "invalid_token", "The jwt_token parameter is missing."),
            Self::TokenUndecodable => (
                400,
                "invalid_token",
                "JWT token is incorrectly formatted, and can not be decoded.",
            ),
            Self::TokenExpired => (400, "invalid_token", "The JWT token has expired."),
            Self::JtiNotANumber => (400, "invalid_token", "The jti claim is not an integer."),
            Self::ClaimFormat { claim } => {
                let text = format!("The {claim} claim is missing or has the wrong format.");
                return (StatusCode::BAD_REQUEST, "bad_request", text);
            }
            Self::ExpiryTooFar => (400, "bad_request", "The exp claim is more than 24 hours in the future."),
            Self::Audience => (
                400,
                "invalid_client",
                "The JWT token must contain a valid claims for audience",
            ),
            Self::AudienceOfAnotherClient => (
                400,
                "invalid_client",
                "The client_id does not match the audience of the JWT.",
            ),
            Self::NoBindingMatches => (
                400,
                "invalid_token",
                "Could not match JWT signature to any of the bindings",
            ),
            Self::SignatureAlgorithm => (
                400,
                "invalid_signature",
                "The JWT signature does not match the algorithm of its header.",
            ),
            Self::JtiMissing => (400, "invalid_jti", "The binding requires a jti claim."),
            Self::JtiUsed => (400, "invalid_jti", "The jti claim was used before."),
            Self::MetascopeNotBound => (
                400,
                "invalid_scope",
                "The metascopes in the JWT are not a subset of the metascopes in the binding.",
            ),
            Self::MetascopeMissing => (400, "invalid_scope", "The JWT contains no metascopes."),
            Self::ScopeUnknown => (
                400,
                "invalid_scope",
                "A requested scope is not allowed for this client.",
            ),
            Self::ScopeMissing => (400, "invalid_target_scope", "The scope parameter is missing."),
            Self::GrantTypeMissing => (400, "invalid_request", "The grant_type parameter is missing."),
            Self::GrantTypeUnsupported => (400, "unsupported_grant_type", "The grant_type is not supported."),
            Self::Internal => (500, "internal_error", "Please try again later"),
            Self::Throttled { .. } => (429, "too_many_requests", "Too many requests"),
        };
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST);
        (status, code, text.to_owned())
    }
}

impl IntoResponse for ImsRefusal {
    fn into_response(self) -> Response {
        let (status, code, text) = self.row();
        let body = Json(json!({ "error": code, "error_description": text }));
        match self {
            Self::Throttled { wait } => {
                let seconds = wait.as_millis().div_ceil(1000).max(1).to_string();
                (status, [(RETRY_AFTER, seconds)], body).into_response()
            }
            _ => (status, body).into_response(),
        }
    }
}
