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
                    Some(seconds) if clock_may_explain(*cause) => clock_off(*seconds),
                    _ => refusal(*cause, retry_after.map(|wait| wait.as_secs())),
                };
                problem.with_detail(detail)
            }
            ImsError::Unreachable(unreachable) => unreachable.into(),
            ImsError::NotIms { host, status, content_type, excerpt } => Self::new(
                ProblemCode::UnexpectedAnswer,
                "Something other than Adobe's sign-in service answered",
                format!(
                    "{host} sent an answer that IMS does not send. A proxy, a sign-in page of the network or a wrong address can do that."
                ),
                "Open a web page to see whether the network asks you to sign in, then try again.",
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

/// A JWT is dated by this computer, so IMS finds it expired, or not yet valid, when the clock is off.
fn clock_may_explain(cause: RefusalCause) -> bool {
    matches!(
        cause,
        RefusalCause::JwtExpired | RefusalCause::JwtUnreadable | RefusalCause::WrongFormat
    )
}

/// This computer's clock differs from Adobe's; positive seconds mean that Adobe's is ahead.
pub(crate) fn clock_off(seconds: i64) -> Problem {
    let direction = if seconds > 0 { "behind" } else { "ahead of" };
    Problem::new(
        ProblemCode::ClockOff,
        "This computer's clock is off",
        format!(
            "It is {} {direction} Adobe's, and a JWT is dated by it.",
            in_words(seconds.unsigned_abs())
        ),
        "Set the date and time automatically in the system settings, then try again.",
    )
}

fn in_words(seconds: u64) -> String {
    match seconds {
        0..120 => format!("{seconds} seconds"),
        120..7200 => format!("{} minutes", seconds / 60),
        7200..172_800 => format!("{} hours", seconds / 3600),
        _ => format!("{} days", seconds / 86_400),
    }
}

fn refusal(cause: RefusalCause, retry_after: Option<u64>) -> Problem {
    let (code, title, message, next_step) = match cause {
        RefusalCause::UnknownClient => (
            ProblemCode::ClientUnknown,
            "Adobe does not know the client ID",
            "No credential with this client ID exists at this address.",
            "Copy the client ID again from the credential's page in Developer Console.",
        ),
        RefusalCause::WrongSecret => (
            ProblemCode::SecretRefused,
            "Adobe did not accept the client secret",
            "The client secret does not belong to this client ID, or it was deleted.",
            "Copy the client secret again from the credential's page in Developer Console.",
        ),
        RefusalCause::NotForJwt => (
            ProblemCode::JwtRefused,
            "This credential does not take a JWT",
            "It is of another kind, or Adobe has converted it to OAuth Server-to-Server.",
            "Change the kind to OAuth Server-to-Server; the client ID and secret stay the same.",
        ),
        RefusalCause::NoMatchingCertificate => (
            ProblemCode::SignatureRefused,
            "Adobe did not accept the signature",
            "The key does not belong to any valid certificate that is registered for this organization and technical account.",
            "Register the certificate shown in step 3, or choose the key of the certificate that is registered. Also compare the organization ID and the technical account ID.",
        ),
        RefusalCause::JwtExpired => (
            ProblemCode::JwtRefused,
            "The JWT had expired when it arrived",
            "It is valid for five minutes from when it was signed.",
            "Check the date and time of this computer, then try again.",
        ),
        RefusalCause::JwtUnreadable => (
            ProblemCode::JwtRefused,
            "Adobe could not read the JWT",
            "One of its claims is not what Adobe expects.",
            "Check the organization ID, the technical account ID and the metascopes.",
        ),
        RefusalCause::Replayed => (
            ProblemCode::JwtRefused,
            "Adobe wants each JWT to be numbered",
            "This credential asks for a jti claim that grows with each request.",
            "Use OAuth Server-to-Server, or have the credential made anew without that demand.",
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
            "A token is always requested for at least one scope.",
            "Add the scopes that the credential's page in Developer Console lists.",
        ),
        RefusalCause::WrongFormat => (
            ProblemCode::JwtRefused,
            "A field has the wrong form",
            "Adobe read the request but one of its values is not in the form it expects.",
            "Check the organization ID and the technical account ID.",
        ),
        RefusalCause::Throttled => {
            let wait = retry_after.map_or("a minute".to_owned(), |seconds| format!("{seconds} seconds"));
            return Problem::new(
                ProblemCode::RateLimited,
                "Too many tokens were requested",
                "Adobe limits how often an integration may ask for a token.",
                format!("Wait {wait}, then try again."),
            );
        }
        RefusalCause::ServerTrouble => (
            ProblemCode::ServiceFailed,
            "Adobe's sign-in service failed",
            "It answers so when it has trouble, and also to a service account that was converted to OAuth.",
            "Try again in a minute. If it goes on, change the kind to OAuth Server-to-Server.",
        ),
        RefusalCause::Unknown => (
            ProblemCode::AccessRefused,
            "Adobe gave no access token",
            "The reason is not one that Adobe documents; its own words are in the detail.",
            "Compare all fields with the credential's page in Developer Console, then try again.",
        ),
    };
    Problem::new(code, title, message, next_step)
}
