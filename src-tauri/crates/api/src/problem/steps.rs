//! The steps of an integration's test in words.

use integration::{CheckKind, SkipReason, Step, StepDetail, StepError, StepState};

use super::detail;
use super::ims::clock_off;
use crate::contract::drafts::{StepOutcome, TestCheck, TestStep};
use crate::contract::problem::{Problem, ProblemCode};

/// The steps as the window shows them.
pub(crate) fn test_steps(steps: &[Step]) -> Vec<TestStep> {
    steps
        .iter()
        .map(|step| TestStep {
            check: check(step.kind),
            title: title(step.kind).to_owned(),
            outcome: outcome(&step.state),
        })
        .collect()
}

fn check(kind: CheckKind) -> TestCheck {
    match kind {
        CheckKind::Fields => TestCheck::Fields,
        CheckKind::KeyMatchesCertificate => TestCheck::KeyMatchesCertificate,
        CheckKind::CertificateValid => TestCheck::CertificateValid,
        CheckKind::Clock => TestCheck::Clock,
        CheckKind::AccessToken => TestCheck::AccessToken,
        CheckKind::Assurance => TestCheck::Assurance,
    }
}

fn title(kind: CheckKind) -> &'static str {
    match kind {
        CheckKind::Fields => "All fields are filled in",
        CheckKind::KeyMatchesCertificate => "The key belongs to the certificate",
        CheckKind::CertificateValid => "The certificate is valid",
        CheckKind::Clock => "This computer's clock is right",
        CheckKind::AccessToken => "Adobe gives an access token",
        CheckKind::Assurance => "Assurance answers",
    }
}

fn outcome(state: &StepState) -> StepOutcome {
    match state {
        StepState::Pending => StepOutcome::Waiting,
        StepState::Running => StepOutcome::Running,
        StepState::Passed(detail) => StepOutcome::Passed { detail: passed(detail) },
        StepState::Failed(error) => StepOutcome::Failed { problem: error.into() },
        StepState::Skipped(reason) => StepOutcome::Skipped {
            reason: skipped(*reason),
        },
    }
}

pub(super) fn passed(found: &StepDetail) -> String {
    match found {
        StepDetail::FieldsComplete => String::new(),
        StepDetail::KeyMatches { sha1_fingerprint } => format!("SHA-1 {sha1_fingerprint}"),
        StepDetail::CertificateValid { days_left, .. } => format!("{} left", counted(*days_left, "day")),
        StepDetail::ClockAgrees { seconds: 0 } => String::new(),
        StepDetail::ClockAgrees { seconds } => format!("{} apart", counted(seconds.abs(), "second")),
        StepDetail::TokenReceived { seconds_left, .. } => format!("Valid for {}", span(*seconds_left)),
        StepDetail::AssuranceAnswered { sessions } => {
            format!(
                "{} in this organization",
                counted(i64::try_from(*sessions).unwrap_or(i64::MAX), "session")
            )
        }
    }
}

fn skipped(reason: SkipReason) -> String {
    match reason {
        SkipReason::StepFailed(_) => "Not tried, because an earlier step failed".to_owned(),
        SkipReason::NoCertificate => "No certificate is kept here to compare with".to_owned(),
        SkipReason::NoDate => "The answer carried no time to compare with".to_owned(),
    }
}

fn span(seconds: i64) -> String {
    match seconds {
        0..120 => counted(seconds, "second"),
        120..7200 => counted((seconds + 30) / 60, "minute"),
        _ => counted((seconds + 1800) / 3600, "hour"),
    }
}

pub(super) fn counted(number: i64, thing: &str) -> String {
    if number == 1 {
        format!("1 {thing}")
    } else {
        format!("{number} {thing}s")
    }
}

impl From<&StepError> for Problem {
    fn from(error: &StepError) -> Self {
        match error {
            StepError::Fields(problems) => (&integration::IntegrationError::Fields(problems.clone())).into(),
            StepError::KeyMismatch { sha1_fingerprint } => Self::new(
                ProblemCode::KeyCertificateMismatch,
                "The key does not belong to the certificate",
                format!("Certificate {sha1_fingerprint} was made with another private key."),
                "Choose the private key that was made with it, or generate a new key and certificate.",
            ),
            StepError::Certificate(error) => error.clone().into(),
            StepError::CertificateExpired { sha1_fingerprint, not_after } => Self::new(
                ProblemCode::CertificateUnusable,
                "The certificate has expired",
                format!("Certificate {sha1_fingerprint} ended on {}. Adobe accepts no signature made with its key.", not_after.date()),
                "Generate a new key and certificate, and register it.",
            ),
            StepError::CertificateNotYetValid { sha1_fingerprint, not_before } => Self::new(
                ProblemCode::CertificateUnusable,
                "The certificate is not valid yet",
                format!("Certificate {sha1_fingerprint} begins on {}.", not_before.date()),
                "Check the date of this computer, or generate a new key and certificate.",
            ),
            StepError::ClockOff { seconds } => clock_off(*seconds),
            StepError::Token { error, certificate } => {
                let problem = Self::from(error);
                match certificate {
                    Some(sha1) if problem.code == ProblemCode::SignatureRefused => Self {
                        next_step: format!(
                            "Register certificate {sha1}, or choose the key of the certificate that is registered. Also compare the organization ID and the technical account ID."
                        ),
                        ..problem
                    },
                    _ => problem,
                }
            }
            StepError::Unavailable(error) => error.into(),
            StepError::Gateway(error) => error.into(),
            StepError::Assurance { message, code } => Self::new(
                ProblemCode::AccessRefused,
                "Assurance refused the request",
                "The access token is good, but Assurance does not list the sessions of this organization for it.",
                "In Developer Console, add Assurance to the project with all its scopes. If it is there, ask an administrator to add the technical account to the product profile AEP-Default-All-Users in Admin Console.",
            )
            .with_detail(detail([code.clone(), Some(message.clone())])),
        }
    }
}
