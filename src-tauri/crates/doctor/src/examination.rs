//! The examination: what can go on at once goes on at once.

use ims::{ImsError, RefusalCause};
use integration::{
    CheckKind, CheckTarget, IntegrationError, SkipReason, Step, StepDetail, StepError, StepState, run_checks,
};

use crate::line::{Check, Failure, Found, Line, NotApplicable, Service, State, all};
use crate::sheet::Sheet;
use crate::{reach, services, token};

/// Looks at everything between an integration and Adobe's services, and gives the lines as they ended. `changed` sees
/// all lines at the start and whenever one changes. Dropping the future ends it.
pub async fn examine(target: &CheckTarget, changed: impl Fn(&[Line]) + Send + Sync) -> Vec<Line> {
    let kind = target.integration.kind.name();
    let sheet = Sheet::new(all(kind), &changed);
    tokio::join!(
        reach::reach(Service::Ims, target, &sheet),
        reach::reach(Service::Assurance, target, &sheet),
        reach::reach(Service::Platform, target, &sheet),
        reach::reach(Service::Tags, target, &sheet),
        with_token(target, &sheet),
    );
    sheet.lines()
}

/// The test of an integration, and what needs the access token that it brings.
async fn with_token(target: &CheckTarget, sheet: &Sheet<'_>) {
    let told = std::sync::Mutex::new(Vec::new());
    let checked = run_checks(target, |steps| {
        let mut told = told.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        note(steps, &mut told, sheet);
    })
    .await;
    let Some(token) = checked.token else {
        sheet.give_up(Check::AccessToken, needs_token);
        return;
    };
    token::look(&token, &target.integration.organization_id, sheet);
    services::ask(target, &token, sheet).await;
}

fn needs_token(check: Check) -> bool {
    !matches!(check, Check::Reach(_))
}

/// Takes over the steps that changed.
fn note(steps: &[Step], told: &mut Vec<(CheckKind, std::mem::Discriminant<StepState>)>, sheet: &Sheet<'_>) {
    for step in steps {
        let state = std::mem::discriminant(&step.state);
        let before = told.iter_mut().find(|(kind, _)| *kind == step.kind);
        match before {
            Some((_, before)) if *before == state => continue,
            Some((_, before)) => *before = state,
            None => told.push((step.kind, state)),
        }
        if matches!(step.state, StepState::Pending) {
            continue;
        }
        sheet.set(check(step.kind), line_state(&step.state));
        if step.kind == CheckKind::AccessToken {
            registered(&step.state, steps, sheet);
        }
    }
}

fn check(kind: CheckKind) -> Check {
    match kind {
        CheckKind::Fields => Check::Fields,
        CheckKind::KeyMatchesCertificate => Check::KeyMatchesCertificate,
        CheckKind::CertificateValid => Check::CertificateValid,
        CheckKind::Clock => Check::Clock,
        CheckKind::AccessToken => Check::AccessToken,
        CheckKind::Assurance => Check::Assurance,
    }
}

fn line_state(state: &StepState) -> State {
    match state {
        StepState::Pending => State::Waiting,
        StepState::Running => State::Running,
        StepState::Passed(detail) => State::Passed(Found::Step(detail.clone())),
        StepState::Failed(error) => State::Failed(Failure::Step(Box::new(error.clone()))),
        StepState::Skipped(reason) => State::NotApplicable(match reason {
            SkipReason::StepFailed(kind) => NotApplicable::Needs(check(*kind)),
            SkipReason::NoCertificate => NotApplicable::NoCertificate,
            SkipReason::NoDate => NotApplicable::NoDate,
        }),
    }
}

/// Whether Adobe knows the certificate shows in whether it takes the signature.
fn registered(exchange: &StepState, steps: &[Step], sheet: &Sheet<'_>) {
    let is_service_account = steps.iter().any(|step| step.kind == CheckKind::KeyMatchesCertificate);
    if !is_service_account {
        return;
    }
    let state = match exchange {
        StepState::Running => State::Running,
        StepState::Passed(StepDetail::TokenReceived { .. }) => State::Passed(Found::Registered),
        StepState::Failed(StepError::Token { error, certificate }) if is_signature_refused(error) => {
            State::Failed(Failure::NotRegistered {
                sha1_fingerprint: certificate.clone(),
            })
        }
        _ => State::NotApplicable(NotApplicable::Needs(Check::AccessToken)),
    };
    sheet.set(Check::CertificateRegistered, state);
}

fn is_signature_refused(error: &IntegrationError) -> bool {
    matches!(
        error,
        IntegrationError::Ims(ImsError::Refused {
            cause: RefusalCause::NoMatchingCertificate,
            ..
        })
    )
}
