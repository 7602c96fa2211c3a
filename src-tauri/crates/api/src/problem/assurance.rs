//! Assurance: its GraphQL errors.

use archive::ArchiveError;
use assurance::AssuranceError;

use super::detail;
use super::gateway::request;
use crate::contract::problem::{Problem, ProblemCode};

impl From<&AssuranceError> for Problem {
    fn from(error: &AssuranceError) -> Self {
        match error {
            AssuranceError::Gateway(error) => error.into(),
            AssuranceError::Refused {
                message,
                code,
                request_id,
                operation,
                ..
            } => {
                let detail = detail([
                    Some((*operation).to_owned()),
                    code.clone(),
                    Some(message.clone()),
                    request(request_id.as_deref()),
                ]);
                if error.is_session_missing() {
                    session_deleted()
                } else {
                    refused(message)
                }
                .with_detail(detail)
            }
            AssuranceError::Unreadable {
                operation,
                reason,
                request_id,
            } => Self::new(
                ProblemCode::UnexpectedAnswer,
                "The answer could not be read",
                "Assurance answered, but not with what this request returns.",
                "Try again. If it goes on, report it with the detail below.",
            )
            .with_detail(super::detail([
                Some((*operation).to_owned()),
                Some(reason.clone()),
                request(request_id.as_deref()),
            ])),
            AssuranceError::NotKept(problem) => match problem.of::<ArchiveError>() {
                Some(error) => error.into(),
                None => Self::new(
                    ProblemCode::File,
                    "The events could not be kept",
                    "Adobe sent events, and they could not be written where they are kept.",
                    "Check the disk. It is tried again by itself.",
                )
                .with_detail(problem.to_string()),
            },
        }
    }
}

impl From<AssuranceError> for Problem {
    fn from(error: AssuranceError) -> Self {
        (&error).into()
    }
}

/// Adobe no longer has a session.
pub(crate) fn session_deleted() -> Problem {
    Problem::new(
        ProblemCode::SessionDeleted,
        "The session was deleted",
        "Adobe no longer has this session. A colleague may have deleted it, or its 30 days are over.",
        "Create a new session. The events that were already received stay in its archive on this computer.",
    )
}

/// A session was asked for, and whether it came into being is not known.
pub(crate) fn creation_unknown(name: &str, could_look: bool, error: &AssuranceError) -> Problem {
    let lost: Problem = error.into();
    let list = if could_look {
        "The list of sessions does not show it so far."
    } else {
        "The list of sessions could not be read either."
    };
    Problem::new(
        lost.code,
        "It is not known whether the session was created",
        format!("Adobe was asked to create {name}, and its answer was lost: {} {list}", lost.message),
        "Refresh the list of sessions in a minute. If it shows the session, use that; create it again only if it does not.",
    )
    .with_detail(lost.detail.unwrap_or_default())
}

fn refused(message: &str) -> Problem {
    Problem::new(
        ProblemCode::AccessRefused,
        "Assurance refused the request",
        format!("Assurance says: {}.", message.trim_end_matches('.')),
        "Correct what it names, or ask an administrator for the missing right, then try again.",
    )
}
