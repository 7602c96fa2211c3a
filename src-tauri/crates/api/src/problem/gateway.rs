//! The network and Adobe's API gateway. Codes are those of its public error table.

use gateway::{Cause, ClientError, GatewayError, Unreachable};
use ims::ImsError;

use super::detail;
use crate::contract::problem::{Problem, ProblemCode};

impl From<&Unreachable> for Problem {
    fn from(error: &Unreachable) -> Self {
        let host = &error.host;
        let (message, next_step) = match error.cause {
            Cause::Dns => (
                format!("The name {host} could not be found. This computer may be offline."),
                "Check the network connection, then try again.",
            ),
            Cause::Refused => (
                format!("Nothing accepts connections at {host}."),
                "Check the address and whether the service is running, then try again.",
            ),
            Cause::Tls => (
                format!(
                    "The secure connection to {host} could not be trusted. A company proxy that inspects traffic is the usual reason."
                ),
                "Ask your network team to install their certificate authority on this computer, or to exempt Adobe's hosts.",
            ),
            Cause::Timeout => (
                format!("{host} did not answer in time."),
                "Try again. If it goes on, check the network or proxy, and status.adobe.com.",
            ),
            Cause::Cut => (
                format!("The connection to {host} broke before the answer was complete."),
                "Try again. If it goes on, check the network or proxy.",
            ),
            Cause::Other => (
                format!("{host} could not be reached."),
                "Check the network connection, then try again.",
            ),
        };
        Self::new(
            ProblemCode::Unreachable,
            "Adobe could not be reached",
            message,
            next_step,
        )
        .with_detail(error.detail.clone())
    }
}

impl From<ClientError> for Problem {
    fn from(error: ClientError) -> Self {
        Self::internal(error.to_string())
    }
}

impl From<&GatewayError> for Problem {
    fn from(error: &GatewayError) -> Self {
        match error {
            GatewayError::Unreachable(unreachable) => unreachable.into(),
            GatewayError::Token(failure) => match failure.downcast_ref::<ImsError>() {
                Some(error) => error.into(),
                None => super::integration::token_failure(failure),
            },
            GatewayError::Refused { status, error_code, message, request_id } => {
                refused(*status, error_code.as_deref(), message, request_id.as_deref())
            }
            GatewayError::RateLimited { retry_after, message, request_id, .. } => {
                let wait = retry_after.map_or_else(
                    || "Wait a minute, then try again.".to_owned(),
                    |wait| format!("Wait {} seconds, then try again.", wait.as_secs().max(1)),
                );
                Self::new(
                    ProblemCode::RateLimited,
                    "Too many requests",
                    "Adobe limits how often an integration may call, and this one has called too often.",
                    wait,
                )
                .with_detail(detail([Some(message.clone()), request(request_id.as_deref())]))
            }
            GatewayError::Unexpected { status, excerpt, request_id, .. } if *status >= 500 => {
                service_failed(*status, excerpt, request_id.as_deref())
            }
            GatewayError::Unexpected { status, content_type, excerpt, request_id } => {
                unexpected(*status, content_type.as_deref(), excerpt, request_id.as_deref())
            }
            GatewayError::NotJson { status, content_type, excerpt, request_id, .. } => {
                unexpected(*status, content_type.as_deref(), excerpt, request_id.as_deref())
            }
            GatewayError::TooLarge { limit } => Self::new(
                ProblemCode::UnexpectedAnswer,
                "The answer is too large",
                format!("More than {} MB arrived, and reading stopped there.", limit / 1_000_000),
                "Try again. If it goes on, report it with the time of day.",
            ),
            GatewayError::NotSendable { reason } => Self::invalid_input(
                "The request could not be sent: a field of the integration holds a character that is not allowed there.",
                "Open the integration and correct its client ID and organization ID.",
            )
            .with_detail(reason.clone()),
        }
    }
}

fn refused(status: u16, code: Option<&str>, message: &str, request_id: Option<&str>) -> Problem {
    let (kind, title, said, next_step) = match code {
        Some("403000" | "403003") => (
            ProblemCode::ClientUnknown,
            "Adobe does not accept the client ID",
            "The client ID (API key) is unknown, or this API was not added to its project.",
            "In Developer Console, open the project, choose Add API, and add it. Then check the client ID here.",
        ),
        Some("401013" | "403010" | "403020") => (
            ProblemCode::TokenRefused,
            "Adobe does not accept the access token",
            "The access token is missing, has expired or was revoked.",
            "Renew the token. If it goes on, test the integration.",
        ),
        Some("403011" | "401014" | "401015" | "403201") => (
            ProblemCode::ScopeRefused,
            "The access token does not cover this",
            "A scope or metascope that this call needs is missing from the integration.",
            "In Developer Console, add the API to the project, then add its scopes here and test again.",
        ),
        Some("400003" | "403025" | "403027") => (
            ProblemCode::AccessRefused,
            "Adobe does not accept the organization",
            "The organization ID does not belong to this access token, or the technical account has no product profile there.",
            "Compare the organization ID with Developer Console. If it is right, ask an administrator to add the technical account to a product profile of Adobe Experience Platform in Admin Console.",
        ),
        _ if status == 401 => (
            ProblemCode::TokenRefused,
            "Adobe does not accept the access token",
            "The access token has expired or was revoked.",
            "Renew the token. If it goes on, test the integration.",
        ),
        _ if status == 403 => (
            ProblemCode::AccessRefused,
            "Adobe does not allow this",
            "The integration is known, but it has no right to do this.",
            "Ask an administrator of your organization to grant access in Admin Console.",
        ),
        _ if status >= 500 => return service_failed(status, message, request_id),
        _ => (
            ProblemCode::UnexpectedAnswer,
            "Adobe refused the request",
            "Adobe did not accept the request as it was sent.",
            "Try again. If it goes on, report it with the detail below.",
        ),
    };
    Problem::new(kind, title, said, next_step).with_detail(detail([
        Some(format!("HTTP {status}")),
        code.map(str::to_owned),
        Some(message.to_owned()),
        request(request_id),
    ]))
}

fn service_failed(status: u16, message: &str, request_id: Option<&str>) -> Problem {
    Problem::new(
        ProblemCode::ServiceFailed,
        "Adobe's service failed",
        format!("It answered with status {status}. Nothing is wrong on your side as far as can be told."),
        "Try again in a minute, and look at status.adobe.com if it goes on.",
    )
    .with_detail(detail([Some(message.to_owned()), request(request_id)]))
}

fn unexpected(status: u16, content_type: Option<&str>, excerpt: &str, request_id: Option<&str>) -> Problem {
    Problem::new(
        ProblemCode::UnexpectedAnswer,
        "Something other than Adobe answered",
        "The answer is not what Adobe's API sends. A proxy, a sign-in page of the network or a wrong address can do that.",
        "Open a web page to see whether the network asks you to sign in, then try again.",
    )
    .with_detail(detail([
        Some(format!("HTTP {status}")),
        content_type.map(str::to_owned),
        Some(excerpt.to_owned()).filter(|excerpt| !excerpt.is_empty()),
        request(request_id),
    ]))
}

/// Adobe's id of a request, as its support asks for it.
pub(super) fn request(id: Option<&str>) -> Option<String> {
    id.map(|id| format!("request {id}"))
}
