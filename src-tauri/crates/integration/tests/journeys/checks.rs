//! The test of an integration, step by step.

use gateway::Cause;
use ims::{ImsError, RefusalCause};
use integration::{
    CheckKind, CheckTarget, Environment, Field, HeldSecrets, Integration, IntegrationError, Kind, SecretKind,
    SecretSource, SkipReason, Step, StepDetail, StepError, StepState, run_checks,
};
use practice::{FaultKind, FaultRule};

use crate::desk::{BOTH, Desk, Workspace, console, pair};

fn target(desk: &Desk, workspace: &Workspace, credential: (Integration, HeldSecrets)) -> CheckTarget {
    let (integration, secrets) = credential;
    let endpoints = workspace.endpoints.clone();
    CheckTarget::saved(
        integration,
        SecretSource::Held(secrets),
        endpoints,
        desk.clients.clone(),
    )
}

async fn steps(target: &CheckTarget) -> Vec<Step> {
    run_checks(target, |_| {}).await.steps
}

fn state(steps: &[Step], kind: CheckKind) -> &StepState {
    &steps.iter().find(|step| step.kind == kind).unwrap().state
}

fn error(steps: &[Step], kind: CheckKind) -> &StepError {
    match state(steps, kind) {
        StepState::Failed(error) => error,
        other => panic!("{kind:?}: {other:?}"),
    }
}

#[tokio::test]
async fn a_good_integration_of_either_kind_passes_every_step_and_shows_each_as_it_goes() {
    let desk = Desk::new();
    let workspace = Workspace::start(&desk).await;
    for kind in BOTH {
        let mut seen = Vec::new();
        let target = target(&desk, &workspace, workspace.credential(kind));
        let steps = run_checks(&target, |steps| seen.push(steps.to_vec())).await.steps;
        for step in &steps {
            assert!(matches!(step.state, StepState::Passed(_)), "{kind:?}: {step:?}");
        }
        assert!(seen[0].iter().all(|step| matches!(step.state, StepState::Pending)));
        for kind in [CheckKind::Clock, CheckKind::AccessToken, CheckKind::Assurance] {
            assert!(
                seen.iter()
                    .any(|steps| matches!(state(steps, kind), StepState::Running)),
                "{kind:?} was seen running"
            );
        }
        assert!(matches!(
            state(&steps, CheckKind::Assurance),
            StepState::Passed(StepDetail::AssuranceAnswered { sessions: 0 })
        ));
    }
}

#[tokio::test]
async fn unfinished_fields_end_the_test_before_anything_is_sent() {
    let desk = Desk::new();
    let draft = desk.drafts.create(Environment::Adobe).unwrap();
    let target = CheckTarget {
        integration: draft.to_integration(time::OffsetDateTime::now_utc()),
        findings: desk.drafts.findings(&draft).unwrap(),
        secrets: desk.drafts.secrets(draft.id),
        endpoints: integration::Endpoints::adobe(),
        clients: desk.clients.clone(),
    };
    let steps = steps(&target).await;
    let StepError::Fields(problems) = error(&steps, CheckKind::Fields) else {
        panic!()
    };
    assert!(problems.iter().any(|problem| problem.field == Field::OrganizationId));
    for step in &steps[1..] {
        assert!(
            matches!(
                step.state,
                StepState::Skipped(SkipReason::StepFailed(CheckKind::Fields))
            ),
            "{step:?}"
        );
    }
}

#[tokio::test]
async fn a_wrong_secret_fails_the_token_and_skips_assurance() {
    let desk = Desk::new();
    let workspace = Workspace::start(&desk).await;
    let (integration, mut secrets) = workspace.oauth.clone();
    secrets.client_secret = "p8e-wrong".into();
    let steps = steps(&target(&desk, &workspace, (integration, secrets))).await;
    let StepError::Token {
        error: IntegrationError::Ims(ImsError::Refused { cause, .. }),
        certificate: None,
    } = error(&steps, CheckKind::AccessToken)
    else {
        panic!("{steps:?}");
    };
    assert_eq!(*cause, RefusalCause::WrongSecret);
    assert!(matches!(
        state(&steps, CheckKind::Assurance),
        StepState::Skipped(SkipReason::StepFailed(CheckKind::AccessToken))
    ));
}

#[tokio::test]
async fn a_key_of_another_certificate_is_found_before_and_by_ims() {
    let desk = Desk::new();
    let workspace = Workspace::start(&desk).await;
    let (integration, mut secrets) = workspace.service_account.clone();
    secrets.private_key_pem = Some(pair(0).0.private_key_pem().as_str().into());
    let steps = steps(&target(&desk, &workspace, (integration, secrets))).await;
    let fingerprint = workspace.certificate.sha1_fingerprint();
    let StepError::KeyMismatch { sha1_fingerprint } = error(&steps, CheckKind::KeyMatchesCertificate) else {
        panic!()
    };
    assert_eq!(*sha1_fingerprint, fingerprint);
    let StepError::Token {
        error: IntegrationError::Ims(ImsError::Refused { cause, .. }),
        certificate,
    } = error(&steps, CheckKind::AccessToken)
    else {
        panic!("{steps:?}");
    };
    assert_eq!(
        (*cause, certificate.as_deref()),
        (RefusalCause::NoMatchingCertificate, Some(fingerprint.as_str()))
    );
}

#[tokio::test]
async fn a_certificate_that_has_ended_or_not_begun_is_named() {
    let desk = Desk::new();
    let workspace = Workspace::start(&desk).await;
    for (begins_in_days, ended) in [(-60, true), (60, false)] {
        let (mut integration, mut secrets) = workspace.service_account.clone();
        let (key, certificate) = pair(begins_in_days);
        // Adobe's console checks no dates; IMS does when it is used.
        let _registered = console(&desk, &workspace.endpoints, &integration)
            .register(&certificate)
            .await;
        secrets.private_key_pem = Some(key.private_key_pem().as_str().into());
        if let Kind::ServiceAccount { certificate_pem, .. } = &mut integration.kind {
            *certificate_pem = Some(certificate.pem());
        }
        let steps = steps(&target(&desk, &workspace, (integration, secrets))).await;
        match error(&steps, CheckKind::CertificateValid) {
            StepError::CertificateExpired { sha1_fingerprint, .. } if ended => {
                assert_eq!(*sha1_fingerprint, certificate.sha1_fingerprint());
                assert!(matches!(state(&steps, CheckKind::AccessToken), StepState::Failed(_)));
            }
            StepError::CertificateNotYetValid { .. } if !ended => {}
            other => panic!("{begins_in_days}: {other}"),
        }
    }
}

#[tokio::test]
async fn a_clock_that_is_off_is_told_and_does_no_other_harm() {
    for seconds_ahead in [3600, -3600] {
        let desk = Desk::new();
        let workspace = Workspace::start(&desk).await;
        let off = FaultRule::new("", FaultKind::ClockSkew { seconds: seconds_ahead });
        workspace.practice.faults().add(off);
        let steps = steps(&target(&desk, &workspace, workspace.service_account.clone())).await;
        let StepError::ClockOff { seconds } = error(&steps, CheckKind::Clock) else {
            panic!()
        };
        assert!((seconds - seconds_ahead).abs() <= 5, "{seconds}");
        for kind in [CheckKind::AccessToken, CheckKind::Assurance] {
            assert!(matches!(state(&steps, kind), StepState::Passed(_)), "{steps:?}");
        }
    }
}

#[tokio::test]
async fn a_dead_network_is_told_once() {
    let desk = Desk::new();
    let workspace = Workspace::start(&desk).await;
    let target = target(&desk, &workspace, workspace.oauth.clone());
    workspace.practice.stop().await.unwrap();
    let steps = steps(&target).await;
    let StepError::Unavailable(IntegrationError::Ims(ImsError::Unreachable(unreachable))) =
        error(&steps, CheckKind::Clock)
    else {
        panic!("{steps:?}");
    };
    assert_eq!(unreachable.cause, Cause::Refused);
    for kind in [CheckKind::AccessToken, CheckKind::Assurance] {
        assert!(matches!(
            state(&steps, kind),
            StepState::Skipped(SkipReason::StepFailed(CheckKind::Clock))
        ));
    }
}

#[tokio::test]
async fn a_missing_key_fails_the_token_and_a_missing_certificate_only_skips() {
    let desk = Desk::new();
    let workspace = Workspace::start(&desk).await;
    let (mut integration, mut secrets) = workspace.service_account.clone();
    if let Kind::ServiceAccount { certificate_pem, .. } = &mut integration.kind {
        *certificate_pem = None;
    }
    let without_certificate = steps(&target(&desk, &workspace, (integration.clone(), secrets.clone()))).await;
    for kind in [CheckKind::KeyMatchesCertificate, CheckKind::CertificateValid] {
        assert!(matches!(
            state(&without_certificate, kind),
            StepState::Skipped(SkipReason::NoCertificate)
        ));
    }
    assert!(matches!(
        state(&without_certificate, CheckKind::Assurance),
        StepState::Passed(_)
    ));

    secrets.private_key_pem = None;
    let without_key = steps(&target(&desk, &workspace, (integration, secrets))).await;
    assert!(matches!(
        error(&without_key, CheckKind::AccessToken),
        StepError::Token {
            error: IntegrationError::SecretMissing {
                kind: SecretKind::PrivateKey
            },
            ..
        }
    ));
}

#[tokio::test]
async fn a_token_without_the_right_to_assurance_fails_only_the_last_step() {
    let desk = Desk::new();
    let workspace = Workspace::start(&desk).await;
    let (mut integration, secrets) = workspace.oauth.clone();
    integration.kind = Kind::OauthServerToServer {
        scopes: vec!["openid".to_owned()],
    };
    let steps = steps(&target(&desk, &workspace, (integration, secrets))).await;
    assert!(matches!(state(&steps, CheckKind::AccessToken), StepState::Passed(_)));
    assert!(matches!(
        error(&steps, CheckKind::Assurance),
        StepError::Gateway(_) | StepError::Assurance { .. }
    ));
}
