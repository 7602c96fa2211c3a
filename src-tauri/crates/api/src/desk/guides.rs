//! Guided changes of an integration. What was tried and failed is shown at its step and is the next again; what cannot
//! be done at all, such as a client secret in the wrong form, is refused and changes nothing.

mod certificate;
mod client_secret;
mod migration;
mod steps;

use ::integration::{
    Blocked, ConsoleEntry as StoredEntry, Environment, Failure, GuideAction as Act, GuideError,
    GuideKind as StoredKind, GuideState, GuidesUnderWay, Integration, LeftOver, Standing,
};
use secrecy::{ExposeSecret as _, SecretString};
use zeroize::Zeroizing;

use self::steps::Steps;
use super::Desk;
use super::integrations::{certificate_summary, milliseconds};
use super::key_generation::new_pair;
use crate::contract::guides::{
    ConsoleEntry, Guide, GuideActRequest, GuideAction, GuideActionName, GuideKind, GuideRef, GuideStepState,
};
use crate::contract::integrations::OfferedGuide;
use crate::contract::problem::Problem;
use crate::contract::tick::Tick;
use crate::problem::{certificates_ended, certificates_of_aem, left_over};

impl Desk {
    pub(crate) async fn guide_open(&self, request: GuideRef) -> Result<Guide, Problem> {
        Ok(shown(&self.guide_state(request).await?))
    }

    pub(crate) async fn guide_act(&self, request: GuideActRequest) -> Result<Guide, Problem> {
        let reference = GuideRef {
            integration: request.integration,
            guide: request.guide,
        };
        let (id, kind) = (reference.integration, StoredKind::from(reference.guide));
        let integration = self.integration(id).await?;
        self.ensure_endpoints(&integration.environment).await?;
        let changes_credentials = matches!(
            request.action,
            GuideAction::Switch | GuideAction::SwitchBack | GuideAction::Cancel
        );
        let finishing = if matches!(request.action, GuideAction::Finish) {
            Some(self.guide_state(reference).await?)
        } else {
            None
        };
        let act = match request.action {
            GuideAction::CopySecret => {
                let secret = self.guides.new_client_secret(id, kind).await?;
                self.copy_secret(Zeroizing::new(secret.expose_secret().to_owned()))?;
                return self.guide_open(reference).await;
            }
            GuideAction::SaveCertificate => {
                self.save_new_certificate(reference).await?;
                return self.guide_open(reference).await;
            }
            GuideAction::MakeCertificate { bits, days, subject } => {
                let work = new_pair(bits, days, &subject)?;
                Act::TakePair(Box::new(self.blocking(work).await?))
            }
            other => act(other),
        };
        let outcome = self.guides.act(id, kind, act).await;
        if changes_credentials && outcome.is_ok() {
            self.request_first_token(id).await;
        }
        let after = self.after_act(reference, finishing, outcome).await;
        // Whoever hears of it opens the guide at once: what failed must be noted by then.
        self.ticks.send(Tick::Guide { integration: id });
        self.ticks.send(Tick::Integrations);
        after
    }

    /// The guide after an action. `finishing` is how it was before the action that ends it.
    async fn after_act(
        &self,
        reference: GuideRef,
        finishing: Option<GuideState>,
        outcome: Result<(), GuideError>,
    ) -> Result<Guide, Problem> {
        let problem = match outcome {
            Ok(()) => None,
            Err(error) if error.is_failure() => Some(Problem::from(&error)),
            Err(error) => return Err(error.into()),
        };
        if let (Some(finished), None) = (finishing.filter(|state| state.begun), &problem) {
            return Ok(finished_guide(&finished));
        }
        let state = self.guide_state(reference).await?;
        self.with_failure(state, problem).await
    }

    /// The guides that are under way; none where their file cannot be read, which opening a guide tells.
    pub(super) async fn guides_under_way(&self) -> GuidesUnderWay {
        let guides = self.guides.clone();
        let read = self.blocking(move || Ok(guides.under_way().unwrap_or_default()));
        read.await.unwrap_or_default()
    }

    async fn guide_state(&self, reference: GuideRef) -> Result<GuideState, Problem> {
        let integration = self.integration(reference.integration).await?;
        self.ensure_endpoints(&integration.environment).await?;
        Ok(self.guides.look(reference.integration, reference.guide.into()).await?)
    }

    /// Notes how the step that is the next has failed, or that it has not.
    async fn with_failure(&self, mut state: GuideState, problem: Option<Problem>) -> Result<Guide, Problem> {
        let told = problem.and_then(|problem| serde_json::to_value(problem).ok());
        let failure = told.map(|told| Failure::new(steps(&state).current(), told));
        if state.failure != failure {
            let (id, kind) = (state.integration.id, state.kind);
            self.guides.note_failure(id, kind, failure.clone()).await?;
            state.failure = failure;
        }
        Ok(shown(&state))
    }

    async fn save_new_certificate(&self, reference: GuideRef) -> Result<(), Problem> {
        let state = self.guide_state(reference).await?;
        let certificate = state.new_certificate.ok_or(Blocked::NothingNew)?;
        self.save_certificate("Save the new certificate", certificate)
            .await
            .map(drop)
    }
}

/// The guides that make sense for an integration, with the one that is under way.
pub(super) fn offered_guides(under_way: &GuidesUnderWay, integration: &Integration) -> Vec<OfferedGuide> {
    let offered = under_way.offered(integration).into_iter();
    offered
        .map(|(kind, begun)| OfferedGuide {
            guide: kind.into(),
            begun,
        })
        .collect()
}

fn act(action: GuideAction) -> Act {
    match action {
        GuideAction::SetConsoleLink { link } => Act::SetConsoleLink(link),
        GuideAction::AddSecret => Act::AddSecret,
        GuideAction::EnterSecret { client_secret } => Act::EnterSecret(SecretString::from(client_secret)),
        GuideAction::RegisterCertificate => Act::RegisterCertificate,
        GuideAction::StartMigration => Act::StartMigration,
        GuideAction::SetScopes { scopes } => Act::SetScopes(scopes),
        GuideAction::Prove => Act::Prove,
        GuideAction::Switch => Act::Switch,
        GuideAction::SwitchBack => Act::SwitchBack,
        GuideAction::RetireOld { id } => Act::RetireOld(id),
        GuideAction::FinishMigration => Act::FinishMigration,
        GuideAction::Cancel => Act::Cancel,
        GuideAction::Finish => Act::Finish,
        // The last three were done by the caller.
        GuideAction::Confirm
        | GuideAction::CopySecret
        | GuideAction::SaveCertificate
        | GuideAction::MakeCertificate { .. } => Act::Confirm,
    }
}

fn steps(state: &GuideState) -> Steps {
    match state.kind {
        StoredKind::ClientSecret => client_secret::steps(state),
        StoredKind::Certificate => certificate::steps(state),
        StoredKind::Migration => migration::steps(state),
    }
}

fn shown(state: &GuideState) -> Guide {
    Guide {
        integration: state.integration.id,
        guide: state.kind.into(),
        begun: state.begun,
        steps: steps(state).into_list(),
        listed: state.listed.as_ref().map(|listed| listed.iter().map(entry).collect()),
        console_problem: note(state),
        new_certificate: state.new_certificate.as_ref().map(certificate_summary),
        scopes: state.scopes.clone(),
        actions: beside(state),
    }
}

/// A guide that has just ended: everything is done, and nothing is kept of it.
fn finished_guide(state: &GuideState) -> Guide {
    let mut guide = shown(state);
    for step in &mut guide.steps {
        if !matches!(step.state, GuideStepState::Done { .. }) {
            step.state = GuideStepState::Done { detail: String::new() };
        }
        step.actions.clear();
    }
    Guide {
        begun: false,
        console_problem: None,
        actions: Vec::new(),
        ..guide
    }
}

/// What there is to know before everything else.
fn note(state: &GuideState) -> Option<Problem> {
    if let Some(what) = state.left_over.filter(|what| may_be_left(*what, state)) {
        return Some(left_over(what));
    }
    if state.kind == StoredKind::Certificate && state.integration.is_of_aem() {
        return Some(certificates_of_aem());
    }
    if state.kind == StoredKind::Certificate && state.integration.environment == Environment::Adobe {
        return Some(certificates_ended());
    }
    state.console_error.as_ref().map(Problem::from)
}

/// Whether what the console tells leaves room for it.
fn may_be_left(what: LeftOver, state: &GuideState) -> bool {
    match what {
        LeftOver::ClientSecret | LeftOver::Certificate => state.listed.as_ref().is_none_or(|listed| listed.len() > 1),
        LeftOver::Migration => state.started || state.console_error.is_some(),
    }
}

/// Whether knowing the credential's place, or another one, may let the console be asked.
fn lacks_console(state: &GuideState) -> bool {
    !matches!(state.console_error, None | Some(GuideError::Blocked(_)))
}

/// What is offered beside the steps.
fn beside(state: &GuideState) -> Vec<GuideActionName> {
    let offered = [
        (lacks_console(state), GuideActionName::SetConsoleLink),
        (state.begun && !state.retired, GuideActionName::Cancel),
    ];
    offered
        .into_iter()
        .filter_map(|(is_offered, action)| is_offered.then_some(action))
        .collect()
}

fn entry(entry: &StoredEntry) -> ConsoleEntry {
    ConsoleEntry {
        id: entry.id.clone(),
        created_at: entry.created_at.map(milliseconds),
        last_used_at: entry.last_used_at.map(milliseconds),
        expires_at: entry.expires_at.map(milliseconds),
        sha1: entry.sha1.clone(),
        in_use: match entry.standing {
            Standing::InUse => Some(true),
            Standing::New | Standing::Old | Standing::Lost | Standing::Other => Some(false),
            Standing::Unknown => None,
        },
        can_retire: entry.can_retire,
    }
}

impl From<GuideKind> for StoredKind {
    fn from(kind: GuideKind) -> Self {
        match kind {
            GuideKind::ClientSecret => Self::ClientSecret,
            GuideKind::Certificate => Self::Certificate,
            GuideKind::Migration => Self::Migration,
        }
    }
}

impl From<StoredKind> for GuideKind {
    fn from(kind: StoredKind) -> Self {
        match kind {
            StoredKind::ClientSecret => Self::ClientSecret,
            StoredKind::Certificate => Self::Certificate,
            StoredKind::Migration => Self::Migration,
        }
    }
}
