//! Saved integrations, drafts and the console.

use gateway::TokenFailure;
use integration::{ConsoleError, IntegrationError, SecretKind, StoreError};

use super::detail;
use super::gateway::{refused, request};
use crate::contract::problem::{Problem, ProblemCode};

impl From<&StoreError> for Problem {
    fn from(error: &StoreError) -> Self {
        match error {
            StoreError::Damaged { path, .. } => Self::new(
                ProblemCode::File,
                "A file of this program is damaged",
                format!(
                    "{} is not what this program writes. It was left as it is.",
                    path.display()
                ),
                "Restore it from a backup, or rename it to start with an empty list.",
            )
            .with_detail(error.to_string()),
            StoreError::TooNew { path, .. } => Self::new(
                ProblemCode::File,
                "A file is from a newer version",
                format!(
                    "A newer version of this program wrote {}. It was left as it is.",
                    path.display()
                ),
                "Update this program, then open it again.",
            )
            .with_detail(error.to_string()),
            StoreError::File { path, doing, source } => Self::file(path, source, doing),
        }
    }
}

impl From<&IntegrationError> for Problem {
    fn from(error: &IntegrationError) -> Self {
        match error {
            IntegrationError::Store(error) => error.into(),
            IntegrationError::Vault(error) => error.as_ref().into(),
            IntegrationError::NoIntegration { .. } => Self::not_found("The integration"),
            IntegrationError::NoDraft { .. } => Self::not_found("The draft"),
            IntegrationError::Fields(problems) => match problems.as_slice() {
                [only] => Self::invalid_input(only.message.clone(), only.next_step.clone()),
                [first, ..] => Self::invalid_input(
                    format!("{} fields need your attention. {}", problems.len(), first.message),
                    "Correct the marked fields, then try again.",
                ),
                [] => Self::internal("fields were refused without a reason".to_owned()),
            },
            IntegrationError::SecretMissing {
                kind: SecretKind::PrivateKey,
            } => Self::new(
                ProblemCode::KeyUnusable,
                "The private key is missing",
                "A JWT is signed with the private key, and none is kept for this integration.",
                "Generate a key pair, or choose the key file.",
            ),
            IntegrationError::SecretMissing { .. } => Self::invalid_input(
                "The client secret is missing.",
                "Copy it from the credential's page in Developer Console.",
            ),
            IntegrationError::Key(error) => error.clone().into(),
            IntegrationError::Certificate(error) => error.clone().into(),
            IntegrationError::SelfSigned(error) => error.clone().into(),
            IntegrationError::PracticeNotRunning => Self::new(
                ProblemCode::Unreachable,
                "The practice workspace does not run",
                "This integration uses the practice workspace inside the program.",
                "Choose Try it on Home to start it.",
            ),
            IntegrationError::NoJwt => Self::invalid_input(
                "This integration uses OAuth Server-to-Server, which asks for access tokens without a JWT.",
                "Choose a service account integration, or copy the access token.",
            ),
            IntegrationError::Client(error) => error.into(),
            IntegrationError::Ims(error) => error.into(),
        }
    }
}

impl From<IntegrationError> for Problem {
    fn from(error: IntegrationError) -> Self {
        (&error).into()
    }
}

/// A call to Adobe that could not be made because there was no access token.
pub(super) fn token_failure(failure: &TokenFailure) -> Problem {
    match failure.downcast_ref::<IntegrationError>() {
        Some(error) => error.into(),
        None => Problem::internal(failure.to_string()),
    }
}

impl From<ConsoleError> for Problem {
    fn from(error: ConsoleError) -> Self {
        match &error {
            ConsoleError::Unreachable(unreachable) => unreachable.into(),
            // The gateway before the console, or a service that fails: nothing is wrong with the certificate.
            ConsoleError::Refused {
                status: status @ (401 | 429 | 500..),
                code,
                message,
                request_id,
            } => refused(*status, code.as_deref(), message, request_id.as_deref()),
            ConsoleError::Refused {
                status: status @ 300..=399,
                message,
                ..
            } => not_the_console(*status, message),
            ConsoleError::Refused {
                status,
                message,
                request_id,
                ..
            } => Self::new(
                ProblemCode::CertificateUnusable,
                "The certificate was not registered",
                format!("The console says: {}", message.trim_end_matches('.')) + ".",
                "Generate a new key and certificate, or compare the organization ID with the console.",
            )
            .with_detail(detail([Some(format!("HTTP {status}")), request(request_id.as_deref())])),
            ConsoleError::NotConsole { status, excerpt } => not_the_console(*status, excerpt),
        }
    }
}

fn not_the_console(status: u16, excerpt: &str) -> Problem {
    Problem::new(
        ProblemCode::UnexpectedAnswer,
        "Something other than the console answered",
        "The answer is not one that the console sends.",
        "Check the network, then try again.",
    )
    .with_detail(detail([Some(format!("HTTP {status}")), Some(excerpt.to_owned())]))
}
