//! The list of steps: those that are done, the one that is next, and those that wait for it.

use ::integration::{Failure, GuideState};

use crate::contract::guides::{GuideActionName, GuideStep, GuideStepState};
use crate::contract::problem::Problem;

/// Steps in the making.
pub(super) struct Steps {
    steps: Vec<GuideStep>,
    current: Option<&'static str>,
    failure: Option<Failure>,
}

/// What is said about a step.
pub(super) struct Said {
    /// Names the step when a failure is kept.
    pub(super) key: &'static str,
    pub(super) title: &'static str,
    pub(super) explanation: String,
}

impl Steps {
    pub(super) fn new(state: &GuideState) -> Self {
        Self {
            steps: Vec::new(),
            current: None,
            failure: state.failure.clone(),
        }
    }

    /// Adds a step: `done` says what came of it, `actions` are offered while it is the next.
    pub(super) fn add(mut self, said: Said, done: Option<String>, actions: Vec<GuideActionName>) -> Self {
        let (state, actions) = match (self.current, done) {
            (Some(_), _) => (GuideStepState::Later, Vec::new()),
            (None, Some(detail)) => (GuideStepState::Done { detail }, Vec::new()),
            (None, None) => {
                self.current = Some(said.key);
                (self.current_state(said.key), actions)
            }
        };
        self.steps.push(GuideStep {
            title: said.title.to_owned(),
            explanation: said.explanation,
            state,
            actions,
        });
        self
    }

    /// The step that is the next; nothing when all are done.
    pub(super) fn current(&self) -> &'static str {
        self.current.unwrap_or_default()
    }

    pub(super) fn into_list(self) -> Vec<GuideStep> {
        self.steps
    }

    fn current_state(&self, key: &str) -> GuideStepState {
        let failure = self.failure.as_ref().filter(|failure| failure.step == key);
        match failure.and_then(|failure| serde_json::from_value::<Problem>(failure.told.clone()).ok()) {
            Some(problem) => GuideStepState::Failed { problem },
            None => GuideStepState::Current,
        }
    }
}

impl Said {
    pub(super) fn new(key: &'static str, title: &'static str, explanation: impl Into<String>) -> Self {
        Self {
            key,
            title,
            explanation: explanation.into(),
        }
    }
}
