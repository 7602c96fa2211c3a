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
    /// `invalid_request`: a field of the request is missing.
    InvalidRequest,
    /// `unsupported_grant_type`: IMS does not know this way of asking.
    UnsupportedGrantType,
    /// `unauthorized_client`: the credential may not be used with the client secret alone.
    UnauthorizedClient,
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
            "invalid_request" => Self::InvalidRequest,
            "unsupported_grant_type" => Self::UnsupportedGrantType,
            "unauthorized_client" => Self::UnauthorizedClient,
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
            Self::InvalidRequest => "invalid_request",
            Self::UnsupportedGrantType => "unsupported_grant_type",
            Self::UnauthorizedClient => "unauthorized_client",
            Self::Throttled => "too_many_requests",
            Self::Other(code) => code,
        }
    }
}

/// How a token was asked for. The same refusal can mean different things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grant {
    /// A service account's JWT was to be exchanged.
    Exchange,
    /// OAuth Server-to-Server credentials were sent.
    ClientCredentials,
}

/// What most likely lies behind a refusal. One code stands for several causes, and Adobe tells them apart only in its
/// words, so they are read here, in one place, and a word that is not known falls back to the code's common cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RefusalCause {
    /// The client ID does not exist there, or belongs to another IMS environment.
    UnknownClient,
    /// The JWT is made for another IMS.
    OtherIms,
    /// The JWT is made for another client ID than the request names.
    OtherClient,
    /// The client secret does not belong to the client ID.
    WrongSecret,
    /// The exchange was refused with status 401 and no word of why: the client secret is wrong, or the credential was
    /// converted to OAuth.
    SecretOrMigrated,
    /// The credential is not of the kind that may exchange a JWT: another type, or converted to OAuth.
    NotForJwt,
    /// The credential is not of the kind that may ask with its client secret alone: a service account.
    NotForOauth,
    /// The exchange failed in the way that Adobe answers to a service account that was converted to OAuth.
    Migrated,
    /// The signature fits no certificate registered for this organization and technical account.
    NoMatchingCertificate,
    /// The signature was not made as the header of the JWT says.
    WrongAlgorithm,
    /// The JWT had expired when it arrived, usually because a clock is off.
    JwtExpired,
    /// The JWT is valid for longer than Adobe takes, or a clock is off.
    JwtTooLong,
    /// The JWT could not be read.
    JwtUnreadable,
    /// The binding wants a `jti`, and there was none.
    NumberMissing,
    /// The `jti` is not greater than all before.
    NumberUsed,
    /// The `jti` does not have the form that the binding wants.
    NumberFormat,
    /// A metascope or scope was not granted to this credential.
    ScopeNotGranted,
    /// No scope or metascope was asked for.
    ScopeMissing,
    /// The organization ID has the wrong format.
    OrganizationFormat,
    /// The technical account ID has the wrong format.
    AccountFormat,
    /// Another claim has the wrong format.
    WrongFormat,
    /// A field of the request did not arrive.
    RequestIncomplete,
    /// IMS does not know this way of asking for a token.
    GrantUnsupported,
    /// Too many tokens were asked for.
    Throttled,
    /// IMS has trouble of its own.
    ServerTrouble,
    /// None of the known causes.
    Unknown,
}

impl RefusalCause {
    /// Reads a refusal. `description` may be empty.
    #[must_use]
    pub fn new(grant: Grant, status: u16, code: &ImsCode, description: &str) -> Self {
        let description = description.to_ascii_lowercase();
        let says = |word: &str| description.contains(word);
        let word = |wanted: &str| {
            description
                .split(|character: char| !character.is_alphanumeric())
                .any(|word| word == wanted)
        };
        let jwt = grant == Grant::Exchange;
        match code {
            ImsCode::Throttled => Self::Throttled,
            ImsCode::InvalidClient if says("exchange_jwt") => Self::NotForJwt,
            ImsCode::InvalidClient if says("secret") => Self::WrongSecret,
            ImsCode::InvalidClient if says("does not match") => Self::OtherClient,
            ImsCode::InvalidClient if says("audience") => Self::OtherIms,
            ImsCode::InvalidClient if says("client_id") => Self::UnknownClient,
            ImsCode::InvalidClient if status == 401 && jwt => Self::SecretOrMigrated,
            ImsCode::InvalidClient if status == 401 => Self::WrongSecret,
            ImsCode::InvalidClient => Self::UnknownClient,
            ImsCode::InvalidSignature if says("alg") => Self::WrongAlgorithm,
            ImsCode::InvalidSignature => Self::NoMatchingCertificate,
            ImsCode::InvalidToken if says("binding") || says("signature") => Self::NoMatchingCertificate,
            ImsCode::InvalidToken if says("expired") => Self::JwtExpired,
            ImsCode::InvalidToken | ImsCode::BadRequest if says("jti") => Self::NumberFormat,
            ImsCode::InvalidToken if says("missing") => Self::RequestIncomplete,
            ImsCode::InvalidToken => Self::JwtUnreadable,
            ImsCode::InvalidJti if says("used") || says("greater") => Self::NumberUsed,
            ImsCode::InvalidJti => Self::NumberMissing,
            ImsCode::InvalidScope if says("no metascope") || says("no scope") => Self::ScopeMissing,
            ImsCode::InvalidScope => Self::ScopeNotGranted,
            ImsCode::InvalidTargetScope => Self::ScopeMissing,
            ImsCode::BadRequest if says("24 hours") || says("future") => Self::JwtTooLong,
            ImsCode::BadRequest if word("iss") => Self::OrganizationFormat,
            ImsCode::BadRequest if word("sub") => Self::AccountFormat,
            ImsCode::BadRequest => Self::WrongFormat,
            ImsCode::Internal if jwt => Self::Migrated,
            ImsCode::Internal => Self::ServerTrouble,
            ImsCode::InvalidRequest => Self::RequestIncomplete,
            ImsCode::UnsupportedGrantType => Self::GrantUnsupported,
            ImsCode::UnauthorizedClient => Self::NotForOauth,
            ImsCode::Other(_) if status >= 500 => Self::ServerTrouble,
            ImsCode::Other(_) => Self::Unknown,
        }
    }

    /// Whether a clock that is off can lie behind it: a JWT that had ended, or that seems to live too long, which Adobe
    /// has no own code for.
    #[must_use]
    pub fn may_be_the_clock(self) -> bool {
        matches!(
            self,
            Self::JwtExpired
                | Self::JwtTooLong
                | Self::JwtUnreadable
                | Self::WrongFormat
                | Self::NumberUsed
                | Self::Unknown
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_texts_that_adobe_is_known_to_send_lead_to_their_causes() {
        use Grant::{ClientCredentials, Exchange};
        for (grant, status, code, words, cause) in [
            (
                Exchange,
                400,
                "invalid_token",
                "Could not match JWT signature to any of the bindings",
                RefusalCause::NoMatchingCertificate,
            ),
            (
                Exchange,
                400,
                "invalid_token",
                "JWT token is incorrectly formatted, and can not be decoded.",
                RefusalCause::JwtUnreadable,
            ),
            (
                Exchange,
                400,
                "invalid_token",
                "JWT token has expired",
                RefusalCause::JwtExpired,
            ),
            (
                Exchange,
                400,
                "invalid_scope",
                "The metascopes in the JWT are not a subset of the metascopes in the binding.",
                RefusalCause::ScopeNotGranted,
            ),
            (
                Exchange,
                400,
                "invalid_client",
                "The JWT token must contain a valid claims for audience",
                RefusalCause::OtherIms,
            ),
            (
                Exchange,
                400,
                "invalid_client",
                "invalid client_id parameter",
                RefusalCause::UnknownClient,
            ),
            (
                ClientCredentials,
                400,
                "invalid_client",
                "invalid client_secret parameter",
                RefusalCause::WrongSecret,
            ),
            (Exchange, 401, "invalid_client", "", RefusalCause::SecretOrMigrated),
            (ClientCredentials, 401, "invalid_client", "", RefusalCause::WrongSecret),
            (
                Exchange,
                500,
                "internal_error",
                "Please try again later",
                RefusalCause::Migrated,
            ),
            (
                ClientCredentials,
                500,
                "internal_error",
                "Please try again later",
                RefusalCause::ServerTrouble,
            ),
            (Exchange, 400, "invalid_jti", "", RefusalCause::NumberMissing),
            (Exchange, 400, "bad_request", "", RefusalCause::WrongFormat),
            (
                Exchange,
                400,
                "bad_request",
                "issue with sub.",
                RefusalCause::AccountFormat,
            ),
            (ClientCredentials, 400, "something_new", "", RefusalCause::Unknown),
        ] {
            assert_eq!(
                RefusalCause::new(grant, status, &ImsCode::new(code), words),
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
