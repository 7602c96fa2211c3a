//! The wizard, step by step.

use api::contract::problem::Problem;
use serde_json::{Value, json};

use super::{Desk, assert_is_helpful};

/// A draft in the wizard.
pub(crate) struct DraftOnDesk<'a> {
    desk: &'a Desk,
    pub(crate) id: String,
}

impl<'a> DraftOnDesk<'a> {
    /// Opens the draft of a new integration, empty or the one that is unfinished.
    pub(crate) async fn new(desk: &'a Desk) -> Self {
        Self::open(desk, json!({ "integration": null, "practice": null })).await
    }

    /// Opens a draft with the practice workspace's credentials of that kind.
    pub(crate) async fn practice(desk: &'a Desk, kind: &str) -> Self {
        Self::open(desk, json!({ "integration": null, "practice": kind })).await
    }

    /// Opens a saved integration for editing.
    pub(crate) async fn of(desk: &'a Desk, integration: &str) -> Self {
        Self::open(desk, json!({ "integration": integration, "practice": null })).await
    }

    /// A practice draft that would pass its test.
    pub(crate) async fn good(desk: &'a Desk, kind: &str) -> Self {
        let draft = Self::practice(desk, kind).await;
        if kind == "serviceAccount" {
            draft.generate_key().await;
            draft.register().await;
        }
        draft
    }

    async fn open(desk: &'a Desk, request: Value) -> Self {
        let draft = desk.ask("draft_open", request).await;
        let id = draft["id"].as_str().unwrap().to_owned();
        Self { desk, id }
    }

    pub(crate) async fn read(&self) -> Value {
        self.step("draft_read").await
    }

    pub(crate) async fn change(&self, change: Value) -> Value {
        let request = json!({ "draft": self.id, "change": change });
        self.desk.ask("draft_change", request).await
    }

    pub(crate) async fn generate_key(&self) -> Value {
        self.desk.ask("draft_generate_key", self.key_request()).await
    }

    pub(crate) fn key_request(&self) -> Value {
        json!({ "draft": self.id, "bits": 2048, "days": 365, "subject": "/C=US/O=Acme/CN=Jane" })
    }

    pub(crate) async fn register(&self) -> Value {
        self.step("draft_register_certificate").await
    }

    /// Runs the test; gives its steps.
    pub(crate) async fn test(&self) -> Value {
        self.step("draft_test").await["steps"].take()
    }

    pub(crate) async fn save(&self) -> Value {
        self.step("draft_save").await
    }

    pub(crate) async fn save_refused(&self) -> Problem {
        self.desk.refused("draft_save", self.reference()).await
    }

    pub(crate) fn reference(&self) -> Value {
        json!({ "draft": self.id })
    }

    async fn step(&self, command: &str) -> Value {
        self.desk.ask(command, self.reference()).await
    }
}

/// How a check went: `passed`, `skipped`, or the code of its problem, which must be a helpful one.
pub(crate) fn outcome(steps: &Value, check: &str) -> String {
    let steps = steps.as_array().unwrap();
    let step = steps.iter().find(|step| step["check"] == check).unwrap();
    let outcome = &step["outcome"];
    if outcome["state"] != "failed" {
        return outcome["state"].as_str().unwrap().to_owned();
    }
    let problem: Problem = serde_json::from_value(outcome["problem"].clone()).unwrap();
    assert_is_helpful(&problem);
    outcome["problem"]["code"].as_str().unwrap().to_owned()
}
