//! Adobe's refusals, told apart by what helps.

/// The `error` of IMS's answer, by Adobe's error table for the exchange.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImsCode {
    /// `invalid_client`: the client ID, its secret, or the kind of credential.
    InvalidClient,
    /// `invalid_token`: the JWT is missing, unreadable, expired, or fits no certificate.
    InvalidToken,
    /// `invalid_signature`: the signature fits no certificate.
    InvalidSignature,
    /// `invalid_jti`: the binding wants a `jti` that was not used before.
    InvalidJti,
    /// `invalid_scope`: a metascope or scope that was not granted.
    InvalidScope,
    /// `invalid_target_scope`: no scope was asked for.
    InvalidTargetScope,
    /// `bad_request`: a claim has the wrong format.
    BadRequest,
    /// `internal_error`, which Adobe also answers to the JWT of a credential that was migrated to OAuth.
    Internal,
    /// Too many tokens were asked for (status 429).
    Throttled,
    /// A code that is in none of Adobe's tables.
    Other(String),
}

impl ImsCode {
    /// The variant for Adobe's code.
    #[must_use]
    pub fn new(code: &str) -> Self {
        match code {
            "invalid_client" => Self::InvalidClient,
            "invalid_token" => Self::InvalidToken,
            "invalid_signature" => Self::InvalidSignature,
            "invalid_jti" => Self::InvalidJti,
            "invalid_scope" => Self::InvalidScope,
            "invalid_target_scope" => Self::InvalidTargetScope,
            "bad_request" => Self::BadRequest,
            "internal_error" => Self::Internal,
            other => Self::Other(other.to_owned()),
        }
    }

    /// Adobe's code as it is written on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::InvalidClient => "invalid_client",
            Self::InvalidToken => "invalid_token",
            Self::InvalidSignature => "invalid_signature",
            Self::InvalidJti => "invalid_jti",
            Self::InvalidScope => "invalid_scope",
            Self::InvalidTargetScope => "invalid_target_scope",
            Self::BadRequest => "bad_request",
            Self::Internal => "internal_error",
            Self::Throttled => "too_many_requests",
            Self::Other(code) => code,
        }
    }
}

/// What most likely lies behind a refusal. One code stands for several causes, and Adobe tells them apart only in its
/// words, so they are read here, in one place, and a word that is not known falls back to the code's common cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusalCause {
    /// The client ID does not exist there, or belongs to another IMS environment.
    UnknownClient,
    /// The client secret does not belong to the client ID.
    WrongSecret,
    /// The credential is not of the kind that may exchange a JWT: another type, or converted to OAuth.
    NotForJwt,
    /// The signature fits no certificate registered for this organization and technical account.
    NoMatchingCertificate,
    /// The JWT had expired when it arrived, usually because a clock is off.
    JwtExpired,
    /// The JWT could not be read.
    JwtUnreadable,
    /// The binding wants a `jti` that is missing or was used before.
    Replayed,
    /// A metascope or scope was not granted to this credential.
    ScopeNotGranted,
    /// No scope or metascope was asked for.
    ScopeMissing,
    /// A claim has the wrong format.
    WrongFormat,
    /// Too many tokens were asked for.
    Throttled,
    /// IMS has trouble of its own, or the credential was migrated.
    ServerTrouble,
    /// None of the known causes.
    Unknown,
}

impl RefusalCause {
    /// Reads a refusal. `description` may be empty.
    #[must_use]
    pub fn new(status: u16, code: &ImsCode, description: &str) -> Self {
        let description = description.to_ascii_lowercase();
        let says = |word: &str| description.contains(word);
        match code {
            ImsCode::Throttled => Self::Throttled,
            ImsCode::InvalidClient if says("exchange_jwt") => Self::NotForJwt,
            ImsCode::InvalidClient if says("secret") => Self::WrongSecret,
            ImsCode::InvalidClient if says("client_id") || says("audience") => Self::UnknownClient,
            ImsCode::InvalidClient if status == 401 => Self::WrongSecret,
            ImsCode::InvalidClient => Self::UnknownClient,
            ImsCode::InvalidSignature => Self::NoMatchingCertificate,
            ImsCode::InvalidToken if says("binding") || says("signature") => Self::NoMatchingCertificate,
            ImsCode::InvalidToken if says("expired") => Self::JwtExpired,
            ImsCode::InvalidToken => Self::JwtUnreadable,
            ImsCode::InvalidJti => Self::Replayed,
            ImsCode::InvalidScope => Self::ScopeNotGranted,
            ImsCode::InvalidTargetScope => Self::ScopeMissing,
            ImsCode::BadRequest => Self::WrongFormat,
            ImsCode::Internal => Self::ServerTrouble,
            ImsCode::Other(_) if status >= 500 => Self::ServerTrouble,
            ImsCode::Other(_) => Self::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_texts_that_adobe_is_known_to_send_lead_to_their_causes() {
        for (status, code, words, cause) in [
            (
                400,
                "invalid_token",
                "Could not match JWT signature to any of the bindings",
                RefusalCause::NoMatchingCertificate,
            ),
            (
                400,
                "invalid_token",
                "JWT token is incorrectly formatted, and can not be decoded.",
                RefusalCause::JwtUnreadable,
            ),
            (400, "invalid_token", "JWT token has expired", RefusalCause::JwtExpired),
            (
                400,
                "invalid_scope",
                "The metascopes in the JWT are not a subset of the metascopes in the binding.",
                RefusalCause::ScopeNotGranted,
            ),
            (
                400,
                "invalid_client",
                "invalid client_id parameter",
                RefusalCause::UnknownClient,
            ),
            (
                400,
                "invalid_client",
                "invalid client_secret parameter",
                RefusalCause::WrongSecret,
            ),
            (401, "invalid_client", "", RefusalCause::WrongSecret),
            (
                500,
                "internal_error",
                "Please try again later",
                RefusalCause::ServerTrouble,
            ),
            (400, "something_new", "", RefusalCause::Unknown),
        ] {
            assert_eq!(
                RefusalCause::new(status, &ImsCode::new(code), words),
                cause,
                "{code}: {words}"
            );
        }
    }

    #[test]
    fn codes_are_written_as_they_were_read() {
        for code in ["invalid_client", "invalid_jti", "internal_error", "something_new"] {
            assert_eq!(ImsCode::new(code).as_str(), code);
        }
    }
}
