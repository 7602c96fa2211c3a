//! The steps about a service account's key and certificate.

use keys::Certificate;
use time::OffsetDateTime;

use super::{CheckKind, CheckTarget, Run, SkipReason, Step, StepDetail, StepError, StepState};
use crate::IntegrationError;
use crate::credentials::Credentials;

/// Runs both steps, for a service account. Gives the fingerprint of the certificate, where there is one.
pub(super) fn steps<F: FnMut(&[Step]) + Send>(
    run: &mut Run<F>,
    target: &CheckTarget,
    credentials: Result<&Credentials, &IntegrationError>,
) -> Option<String> {
    let certificate = match target.integration.kind.certificate_pem() {
        None => Err(StepState::Skipped(SkipReason::NoCertificate)),
        Some(pem) => Certificate::from_bytes(pem.as_bytes()).map_err(|error| StepState::Failed(error.into())),
    };
    let certificate = match certificate {
        Ok(certificate) => certificate,
        Err(state) => {
            run.end(CheckKind::KeyMatchesCertificate, state.clone());
            run.end(CheckKind::CertificateValid, state);
            return None;
        }
    };
    let sha1_fingerprint = certificate.sha1_fingerprint();
    let matches = match credentials {
        Err(error) => StepState::Failed(StepError::Unavailable(error.clone())),
        Ok(Credentials::ServiceAccount(_, key)) if certificate.matches(key) => {
            StepState::Passed(StepDetail::KeyMatches {
                sha1_fingerprint: sha1_fingerprint.clone(),
            })
        }
        Ok(_) => StepState::Failed(StepError::KeyMismatch {
            sha1_fingerprint: sha1_fingerprint.clone(),
        }),
    };
    run.end(CheckKind::KeyMatchesCertificate, matches);
    run.end(
        CheckKind::CertificateValid,
        validity(&certificate, OffsetDateTime::now_utc()),
    );
    Some(sha1_fingerprint)
}

fn validity(certificate: &Certificate, now: OffsetDateTime) -> StepState {
    let sha1_fingerprint = certificate.sha1_fingerprint();
    let (not_before, not_after) = (certificate.not_before(), certificate.not_after());
    if now < not_before {
        return StepState::Failed(StepError::CertificateNotYetValid {
            sha1_fingerprint,
            not_before,
        });
    }
    if now > not_after {
        return StepState::Failed(StepError::CertificateExpired {
            sha1_fingerprint,
            not_after,
        });
    }
    StepState::Passed(StepDetail::CertificateValid {
        not_after,
        days_left: (not_after - now).whole_days(),
    })
}
