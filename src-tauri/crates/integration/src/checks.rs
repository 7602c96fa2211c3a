//! The test of an integration or draft, step by step.

mod certificate;
mod service;
mod step;

use gateway::{Gateway, Unreachable};
use ims::{AccessToken, ImsClient, ImsError, NOTABLE_SKEW};
use time::OffsetDateTime;
use url::Url;

pub use step::{CheckKind, SkipReason, Step, StepDetail, StepError, StepState};

use crate::credentials::Credentials;
use crate::{Clients, Draft, Endpoints, FieldProblem, Integration, IntegrationError, KindName, SecretSource};
use blocking_work::blocking;

/// What is tested.
pub struct CheckTarget {
    /// The integration, perhaps made from a draft with [`Draft::to_integration`].
    pub integration: Integration,
    /// What is wrong or missing in its fields.
    pub findings: Vec<FieldProblem>,
    /// Where its secrets come from.
    pub secrets: SecretSource,
    /// The addresses it talks to.
    pub endpoints: Endpoints,
    /// The HTTP clients.
    pub clients: Clients,
}

impl CheckTarget {
    /// The target for a saved integration: its fields are checked as those of a draft, but for its name.
    #[must_use]
    pub fn saved(integration: Integration, secrets: SecretSource, endpoints: Endpoints, clients: Clients) -> Self {
        // Whether the secrets are there is found out by the steps that need them.
        let draft = Draft {
            has_client_secret: true,
            key_bits: Some(0),
            ..Draft::of(&integration)
        };
        let findings = draft.findings(&[]);
        Self {
            integration,
            findings,
            secrets,
            endpoints,
            clients,
        }
    }

    /// A gateway to the service at `url` with this very token: a test must not mend what it finds.
    #[must_use]
    pub fn gateway(&self, url: &Url, token: &AccessToken) -> Gateway {
        service::gateway(self, url, token)
    }
}

/// How a test ended.
pub struct Checked {
    /// The steps.
    pub steps: Vec<Step>,
    /// The access token that it received. It is kept nowhere.
    pub token: Option<AccessToken>,
}

/// Runs all steps and gives them as they ended. `changed` sees all steps at the start and whenever one changes. A step
/// that needs one that failed is skipped; dropping the future ends the test.
pub async fn run_checks(target: &CheckTarget, changed: impl FnMut(&[Step]) + Send) -> Checked {
    let mut run = Run {
        steps: step::all(target.integration.kind.name()),
        changed,
    };
    (run.changed)(&run.steps);

    if !target.findings.is_empty() {
        run.end(
            CheckKind::Fields,
            StepState::Failed(StepError::Fields(target.findings.clone())),
        );
        run.skip_the_rest(CheckKind::Fields);
        return run.ended(None);
    }
    run.end(CheckKind::Fields, StepState::Passed(StepDetail::FieldsComplete));

    run.start(if target.integration.kind.name() == KindName::ServiceAccount {
        CheckKind::KeyMatchesCertificate
    } else {
        CheckKind::Clock
    });
    let credentials = blocking({
        let (integration, secrets) = (target.integration.clone(), target.secrets.clone());
        move || Credentials::load(&integration, &secrets)
    })
    .await;
    let certificate = certificate::steps(&mut run, target, credentials.as_ref());
    let ims = target.clients.ims(&target.endpoints.ims);
    if let Some(unreachable) = clock(&mut run, &ims).await {
        tracing::debug!(%unreachable, "the test ends: IMS cannot be reached");
        run.skip_the_rest(CheckKind::Clock);
        return run.ended(None);
    }
    run.start(CheckKind::AccessToken);
    let token = match credentials {
        Ok(credentials) => credentials.request(&ims).await,
        Err(error) => Err(error),
    };
    match token {
        Ok(token) => {
            run.end(CheckKind::AccessToken, StepState::Passed(received(&token)));
            run.start(CheckKind::Assurance);
            let answer = service::assurance(target, &token).await;
            run.end(CheckKind::Assurance, answer);
            run.ended(Some(token))
        }
        Err(error) => {
            run.end(
                CheckKind::AccessToken,
                StepState::Failed(StepError::Token { error, certificate }),
            );
            run.skip_the_rest(CheckKind::AccessToken);
            run.ended(None)
        }
    }
}

async fn clock<F: FnMut(&[Step]) + Send>(run: &mut Run<F>, ims: &ImsClient) -> Option<Unreachable> {
    run.start(CheckKind::Clock);
    let (state, unreachable) = match ims.clock_skew().await {
        Ok(Some(seconds)) if seconds.abs() > NOTABLE_SKEW => (StepState::Failed(StepError::ClockOff { seconds }), None),
        Ok(Some(seconds)) => (StepState::Passed(StepDetail::ClockAgrees { seconds }), None),
        Ok(None) => (StepState::Skipped(SkipReason::NoDate), None),
        Err(error) => {
            let unreachable = if let ImsError::Unreachable(cause) = &error {
                Some(cause.clone())
            } else {
                None
            };
            (
                StepState::Failed(StepError::Unavailable(IntegrationError::Ims(error))),
                unreachable,
            )
        }
    };
    run.end(CheckKind::Clock, state);
    unreachable
}

fn received(token: &AccessToken) -> StepDetail {
    StepDetail::TokenReceived {
        expires_at: token.expires_at,
        seconds_left: (token.expires_at - OffsetDateTime::now_utc()).whole_seconds(),
        scopes: token.scopes.clone(),
    }
}

struct Run<F> {
    steps: Vec<Step>,
    changed: F,
}

impl<F: FnMut(&[Step]) + Send> Run<F> {
    fn start(&mut self, kind: CheckKind) {
        self.end(kind, StepState::Running);
    }

    fn end(&mut self, kind: CheckKind, state: StepState) {
        if let Some(step) = self.steps.iter_mut().find(|step| step.kind == kind) {
            step.state = state;
            (self.changed)(&self.steps);
        }
    }

    fn ended(self, token: Option<AccessToken>) -> Checked {
        Checked {
            steps: self.steps,
            token,
        }
    }

    fn skip_the_rest(&mut self, failed: CheckKind) {
        for step in &mut self.steps {
            if matches!(step.state, StepState::Pending | StepState::Running) {
                step.state = StepState::Skipped(SkipReason::StepFailed(failed));
            }
        }
        (self.changed)(&self.steps);
    }
}
