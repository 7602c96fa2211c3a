use serde::{Deserialize, Serialize};

use crate::row::rows;

rows! {
    /// A row of Adobe's tables for the JWT exchange and the token endpoint. In a fault rule it goes
    /// by its name in camel case, such as `"metascopeNotBound"`.
    ///
    /// Status and code are Adobe's. The texts marked "seen" are known word for word, the others are
    /// this workspace's own because Adobe publishes none.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "camelCase")]
    pub enum ImsRow {
        /// The client ID does not exist. Seen.
        UnknownClient = (400, "invalid_client", "invalid client_id parameter"),
        /// `aud` lacks its form or names another IMS. Seen.
        Audience = (400, "invalid_client", "The JWT token must contain a valid claims for audience"),
        /// `aud` names another client than the request.
        AudienceOfAnotherClient = (400, "invalid_client", "The client_id does not match the audience of the JWT."),
        /// The client secret is wrong in the JWT exchange, where Adobe documents 401. Seen.
        WrongSecretInExchange = (401, "invalid_client", "invalid client_secret parameter"),
        /// The client secret is wrong at the token endpoint, where clients show 400. Seen.
        WrongSecret = (400, "invalid_client", "invalid client_secret parameter"),
        /// The credential is not a service account, or no longer one.
        NotForJwt = (401, "invalid_client", "The client does not have the exchange_jwt scope."),
        /// The `jwt_token` parameter is missing.
        TokenMissing = (400, "invalid_token", "The jwt_token parameter is missing."),
        /// Not three readable parts, or `exp` is no integer. Seen.
        TokenUndecodable = (400, "invalid_token", "JWT token is incorrectly formatted, and can not be decoded."),
        /// `exp` is past.
        TokenExpired = (400, "invalid_token", "The JWT token has expired."),
        /// `jti` is text, but no number.
        JtiNotAnInteger = (400, "invalid_token", "The jti claim is not an integer."),
        /// The signature fits no certificate, as it is said in practice. Seen.
        NoBindingMatches = (400, "invalid_token", "Could not match JWT signature to any of the bindings"),
        /// The signature fits no certificate, as Adobe's table says it.
        SignatureOfNoCertificate = (400, "invalid_signature", "The JWT signature matches no certificate."),
        /// The signature fits a certificate, but not with the header's `alg`, or that is one which
        /// IMS does not take.
        SignatureAlgorithm = (400, "invalid_signature", "The JWT signature does not match the algorithm of its header."),
        /// The binding asks for a `jti`.
        JtiMissing = (400, "invalid_jti", "The binding requires a jti claim."),
        /// The `jti` does not grow.
        JtiUsed = (400, "invalid_jti", "The jti claim was used before."),
        /// The credential lacks a metascope, or there is none of that name. Seen.
        MetascopeNotBound = (400, "invalid_scope", "The metascopes in the JWT are not a subset of the metascopes in the binding."),
        /// The client that the token is for lacks a metascope.
        MetascopeNotOfClient = (400, "invalid_scope", "The metascopes in the JWT are not among the scopes of the target client."),
        /// No metascope claim.
        MetascopeMissing = (400, "invalid_scope", "The JWT contains no metascopes."),
        /// `exp` is missing.
        ExpiryFormat = (400, "bad_request", "The exp claim is missing or has the wrong format."),
        /// `exp` is more than a day ahead.
        ExpiryTooFar = (400, "bad_request", "The exp claim is more than 24 hours in the future."),
        /// `iss` is missing or no organization ID.
        IssuerFormat = (400, "bad_request", "The iss claim is missing or has the wrong format."),
        /// `sub` is missing or no technical account ID.
        SubjectFormat = (400, "bad_request", "The sub claim is missing or has the wrong format."),
        /// `jti` is no text.
        JtiFormat = (400, "bad_request", "The jti claim is missing or has the wrong format."),
        /// Seen with a service account that was migrated to OAuth Server-to-Server. Seen.
        InternalError = (500, "internal_error", "Please try again later"),
        /// The client asked for too many tokens.
        TooManyRequests = (429, "too_many_requests", "Too many requests"),
        /// A scope that the credential lacks.
        ScopeUnknown = (400, "invalid_scope", "A requested scope is not allowed for this client."),
        /// No scope; the code was reported by a user.
        ScopeMissing = (400, "invalid_target_scope", "The scope parameter is missing."),
        /// No `grant_type`.
        GrantTypeMissing = (400, "invalid_request", "The grant_type parameter is missing."),
        /// A `grant_type` other than `client_credentials`.
        GrantTypeUnsupported = (400, "unsupported_grant_type", "The grant_type is not supported."),
        /// A service account that has not begun to migrate.
        NotForClientCredentials = (400, "unauthorized_client", "The client is not allowed to use the client_credentials grant."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_named_in_camel_case() {
        assert_eq!(serde_json::to_string(&ImsRow::JtiUsed).unwrap(), "\"jtiUsed\"");
        let read: ImsRow = serde_json::from_str("\"wrongSecretInExchange\"").unwrap();
        assert_eq!(read.status(), 401);
    }
}
