//! Access tokens: IMS's refusals, told apart by what helps.

use ims::{ImsError, RefusalCause};

use super::detail;
use super::keys::sentence;
use crate::contract::problem::{Problem, ProblemCode};

impl From<&ImsError> for Problem {
    fn from(error: &ImsError) -> Self {
        match error {
            ImsError::Refused { cause, status, code, description, debug_id, clock_skew, retry_after } => {
                let detail = detail([
                    Some(format!("HTTP {status}")),
                    Some(code.as_str().to_owned()),
                    Some(description.clone()),
                    debug_id.as_ref().map(|id| format!("debug id {id}")),
                ]);
                let problem = match clock_skew {
                    Some(seconds) if cause.may_be_the_clock() => clock_off(*seconds),
                    _ => refusal(*cause, description, retry_after.map(|wait| wait.as_secs())),
                };
                problem.with_detail(detail)
            }
            ImsError::Unreachable(unreachable) => unreachable.into(),
            ImsError::NotIms { status: 429, retry_after, .. } => Self::new(
                ProblemCode::RateLimited,
                "Too many requests",
                "Adobe's sign-in service is asked too often from here.",
                retry_after.map_or_else(
                    || "Wait a minute, then try again.".to_owned(),
                    |wait| format!("Wait {} seconds, then try again.", wait.as_secs().max(1)),
                ),
            )
            .with_detail("HTTP 429"),
            // The pages of Adobe's own front door, and of proxies, when the service behind them fails.
            ImsError::NotIms { status, excerpt, retry_after, .. } if *status >= 500 => {
                let wait = retry_after.map_or_else(
                    || "Try again in a minute, and look at status.adobe.com if it goes on.".to_owned(),
                    |wait| format!("Wait {} seconds, then try again.", wait.as_secs().max(1)),
                );
                Self::new(
                    ProblemCode::ServiceFailed,
                    "Adobe's sign-in service failed",
                    format!("It answered with status {status}. Nothing is wrong on your side as far as can be told."),
                    wait,
                )
                .with_detail(super::detail([
                    Some(format!("HTTP {status}")),
                    Some(excerpt.clone()).filter(|excerpt| !excerpt.is_empty()),
                ]))
            }
            ImsError::NotIms { host, status, content_type, excerpt, .. } => Self::new(
                ProblemCode::UnexpectedAnswer,
                "Something other than Adobe's sign-in service answered",
                format!(
                    "{host} sent an answer that IMS does not send. A proxy, a sign-in page of the network or a wrong address can do that."
                ),
                "Compare the IMS address with Adobe's, https://ims-na1.adobelogin.com. If it is right, open a web page to see whether the network asks you to sign in.",
            )
            .with_detail(super::detail([
                Some(format!("HTTP {status}")),
                content_type.clone(),
                Some(excerpt.clone()).filter(|excerpt| !excerpt.is_empty()),
            ])),
            ImsError::Signing(error) => Self::new(
                ProblemCode::KeyUnusable,
                "The JWT could not be signed",
                sentence(error),
                "Choose the private key again, or generate a new key and certificate.",
            ),
            ImsError::NotSendable { reason } => Self::invalid_input(
                "The token could not be requested: a field holds a character that is not allowed there.",
                "Correct the client ID and the client secret.",
            )
            .with_detail(reason.clone()),
        }
    }
}

impl From<ImsError> for Problem {
    fn from(error: ImsError) -> Self {
        (&error).into()
    }
}

/// This computer's clock differs from Adobe's; positive seconds mean that Adobe's is ahead.
pub(crate) fn clock_off(seconds: i64) -> Problem {
    let direction = if seconds > 0 { "behind" } else { "ahead of" };
    Problem::new(
        ProblemCode::ClockOff,
        "This computer's clock is off",
        format!(
            "It is {} {direction} Adobe's. Assurance Desk dates its JWTs by Adobe's clock instead, but other programs and certificates go by this one.",
            in_words(seconds.unsigned_abs())
        ),
        "Set the date and time automatically in the system settings.",
    )
}

fn in_words(seconds: u64) -> String {
    match seconds {
        0..120 => format!("{seconds} seconds"),
        120..7200 => format!("{} minutes", (seconds + 30) / 60),
        7200..172_800 => format!("{} hours", (seconds + 1800) / 3600),
        _ => format!("{} days", (seconds + 43_200) / 86_400),
    }
}

/// What Adobe says of the end of the service account (JWT) credentials.
const END_OF_JWT: &str = "Adobe ended service account (JWT) credentials: each was converted to OAuth Server-to-Server when its certificate expired, or on 1 March 2026.";

fn refusal(cause: RefusalCause, words: &str, retry_after: Option<u64>) -> Problem {
    let (code, title, message, next_step) = match cause {
        RefusalCause::UnknownClient => (
            ProblemCode::ClientUnknown,
            "Adobe does not know the client ID",
            "No credential with this client ID exists at this address.",
            "Copy the client ID again from the credential's page in Developer Console, and compare the IMS address: stage and production do not know each other's credentials.",
        ),
        RefusalCause::OtherIms => (
            ProblemCode::JwtRefused,
            "The JWT is made for another IMS",
            "Its audience does not name the IMS that it was sent to: stage and production differ, and so do their addresses.",
            "Use the address of the IMS where the credential was made; for production that is https://ims-na1.adobelogin.com.",
        ),
        RefusalCause::OtherClient => (
            ProblemCode::JwtRefused,
            "The JWT is made for another client ID",
            "Its audience ends in another client ID than the one that the request names.",
            "Copy the client ID again from the credential's page in Developer Console, then sign a new JWT.",
        ),
        RefusalCause::WrongSecret => (
            ProblemCode::SecretRefused,
            "Adobe did not accept the client secret",
            "The client secret does not belong to this client ID, or it was deleted.",
            "Copy the client secret again from the credential's page in Developer Console.",
        ),
        RefusalCause::SecretOrMigrated => {
            return Problem::new(
                ProblemCode::JwtRefused,
                "Adobe did not accept the client",
                format!("{END_OF_JWT} It answers so to a converted credential, and to a wrong client secret."),
                "Migrate this integration to OAuth Server-to-Server; the client ID stays the same. If the credential's page still shows a certificate, copy the client secret again.",
            );
        }
        RefusalCause::NotForJwt => {
            return Problem::new(
                ProblemCode::JwtRefused,
                "This credential does not take a JWT",
                format!("It is of another kind, or it was converted. {END_OF_JWT}"),
                "Migrate this integration to OAuth Server-to-Server; the client ID and secret stay the same.",
            );
        }
        RefusalCause::Migrated => {
            return Problem::new(
                ProblemCode::ServiceFailed,
                "Adobe's sign-in service failed at the JWT",
                format!("It answers so to a credential that was converted, and when it has trouble. {END_OF_JWT}"),
                "Migrate this integration to OAuth Server-to-Server; the client ID stays the same. If the credential's page still shows a certificate, try again in a minute.",
            );
        }
        RefusalCause::NotForOauth => (
            ProblemCode::AccessRefused,
            "This credential needs a JWT",
            "It is a service account, which gets no token for its client secret alone until its migration to OAuth Server-to-Server has begun.",
            "Change the kind to Service Account (JWT), or begin the migration on the credential's page in Developer Console.",
        ),
        RefusalCause::NoMatchingCertificate => (
            ProblemCode::SignatureRefused,
            "Adobe did not accept the signature",
            "The key does not belong to any valid certificate that is registered for this organization and technical account.",
            "Register the certificate shown in step 3, or choose the key of the certificate that is registered. Also compare the organization ID and the technical account ID.",
        ),
        RefusalCause::WrongAlgorithm => (
            ProblemCode::SignatureRefused,
            "The JWT is signed in a way that Adobe does not take",
            "Its header names another way of signing than was used, or one that Adobe does not take.",
            "Choose an RSA key; JWTs are then signed with RS256. If it is one, generate a new key and certificate.",
        ),
        RefusalCause::JwtExpired => (
            ProblemCode::JwtRefused,
            "The JWT had expired when it arrived",
            "It is valid for a few minutes from when it was signed, and was signed too long ago, or by a clock that is behind.",
            "Check the date and time of this computer, then try again.",
        ),
        RefusalCause::JwtTooLong => (
            ProblemCode::JwtRefused,
            "The JWT is valid for too long",
            "Adobe accepts at most 24 hours, counted by its own clock.",
            "Set the lifetime of the JWT to 5 minutes in the integration, and check the date and time of this computer.",
        ),
        RefusalCause::JwtUnreadable => (
            ProblemCode::JwtRefused,
            "Adobe could not read the JWT",
            "It was changed on its way, or one of its claims is not what Adobe expects.",
            "Try again. If it goes on, read it in the token workbench, and check the organization ID, the technical account ID and the metascopes.",
        ),
        RefusalCause::NumberMissing => (
            ProblemCode::JwtRefused,
            "Adobe wants each JWT to be numbered",
            "This credential asks for a jti claim, a number that grows with each JWT.",
            "Switch on the number (jti) of the JWTs in the integration, then try again.",
        ),
        RefusalCause::NumberUsed => (
            ProblemCode::JwtRefused,
            "The number of the JWT was used before",
            "This credential asks for a jti claim that is greater than any before, and another program or a computer whose clock is ahead has used a greater one.",
            "Check the date and time of this computer, and let no two programs use this credential. Then try again.",
        ),
        RefusalCause::NumberFormat => (
            ProblemCode::JwtRefused,
            "The number of the JWT has the wrong form",
            "This credential takes only a decimal number as jti claim.",
            "Switch the number (jti) of the JWTs off and on again in the integration, then try again.",
        ),
        RefusalCause::ScopeNotGranted => (
            ProblemCode::ScopeRefused,
            "A scope is not granted",
            "A scope or metascope is not on the credential's list, or is misspelt.",
            "Compare the list with the credential's page in Developer Console; remove what is not there, or add the API to the project.",
        ),
        RefusalCause::ScopeMissing => (
            ProblemCode::ScopeRefused,
            "A scope is missing",
            "A token is always requested for at least one scope or metascope.",
            "Add the scopes or metascopes that the credential's page in Developer Console lists.",
        ),
        RefusalCause::OrganizationFormat => (
            ProblemCode::JwtRefused,
            "Adobe does not take the organization ID",
            "The organization ID (iss) is missing or does not have the form that Adobe expects.",
            "Copy the organization ID again from the credential's page; it ends in @AdobeOrg.",
        ),
        RefusalCause::AccountFormat => (
            ProblemCode::JwtRefused,
            "Adobe does not take the technical account ID",
            "The technical account ID (sub) is missing or does not have the form that Adobe expects.",
            "Copy the technical account ID again from the credential's page; it ends in @techacct.adobe.com.",
        ),
        RefusalCause::WrongFormat => (
            ProblemCode::JwtRefused,
            "A field of the JWT has the wrong form",
            "Adobe read the JWT, but its end or another of its values is not in the form that it expects.",
            "Set the lifetime of the JWT to 5 minutes, and compare the organization ID and the technical account ID with the credential's page.",
        ),
        RefusalCause::RequestIncomplete => (
            ProblemCode::AccessRefused,
            "The request did not arrive whole",
            "Adobe misses a part of it that was sent. A proxy that changes requests can do that.",
            "Try again on another network. If it works there, ask your network team to exempt Adobe's hosts.",
        ),
        RefusalCause::GrantUnsupported => (
            ProblemCode::AccessRefused,
            "This address gives no tokens for OAuth Server-to-Server",
            "Adobe does not know the way in which the token was asked for.",
            "Compare the IMS address with Adobe's, https://ims-na1.adobelogin.com.",
        ),
        RefusalCause::Throttled => {
            let wait = retry_after.map_or("a minute".to_owned(), |seconds| format!("{seconds} seconds"));
            return Problem::new(
                ProblemCode::RateLimited,
                "Too many tokens were requested",
                "Adobe limits how often an integration may ask for a token. Tokens are kept here until they end, so another program may ask too often.",
                format!("Wait {wait}, then try again."),
            );
        }
        RefusalCause::ServerTrouble => {
            let wait = retry_after.map_or_else(
                || "Try again in a minute, and look at status.adobe.com if it goes on.".to_owned(),
                |seconds| format!("Wait {seconds} seconds, then try again."),
            );
            return Problem::new(
                ProblemCode::ServiceFailed,
                "Adobe's sign-in service failed",
                "It has trouble of its own. Nothing is wrong on your side as far as can be told.",
                wait,
            );
        }
        RefusalCause::Unknown => {
            return Problem::new(
                ProblemCode::AccessRefused,
                "Adobe gave no access token",
                format!(
                    "The reason is not one that Adobe documents. Adobe says: {}.",
                    words.trim_end_matches('.')
                ),
                "Compare all fields with the credential's page in Developer Console, then try again. For Adobe's support, copy the detail below.",
            );
        }
    };
    Problem::new(code, title, message, next_step)
}
