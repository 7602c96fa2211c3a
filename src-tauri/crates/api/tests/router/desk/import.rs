//! An import, from its first file to its end.

use std::path::Path;

use api::contract::problem::Problem;
use serde_json::{Value, json};

use super::{Desk, DraftOnDesk};

/// An import whose preview is open.
pub(crate) struct ImportOnDesk<'a> {
    desk: &'a Desk,
    pub(crate) id: String,
    /// What was shown last.
    pub(crate) preview: Value,
}

impl<'a> ImportOnDesk<'a> {
    /// Begins with these files.
    pub(crate) async fn files(desk: &'a Desk, paths: &[&Path]) -> Self {
        Self::of(desk, json!({ "from": "files", "paths": paths })).await
    }

    /// Begins with a pasted text.
    pub(crate) async fn text(desk: &'a Desk, text: &str) -> Self {
        Self::of(desk, json!({ "from": "text", "text": text })).await
    }

    /// Begins with what is chosen in a dialog.
    pub(crate) async fn dialog(desk: &'a Desk) -> Self {
        Self::of(desk, json!({ "from": "dialog" })).await
    }

    async fn of(desk: &'a Desk, source: Value) -> Self {
        let preview = desk
            .ask("import_read", json!({ "import": null, "source": source }))
            .await;
        let id = preview["id"].as_str().unwrap().to_owned();
        Self { desk, id, preview }
    }

    /// Adds a file.
    pub(crate) async fn add(&mut self, path: &Path) {
        let source = json!({ "from": "files", "paths": [path] });
        let request = json!({ "import": self.id, "source": source });
        self.preview = self.desk.ask("import_read", request).await;
    }

    /// Opens the file at a place with a passphrase.
    pub(crate) async fn unlock(&mut self, file: usize, passphrase: &str) {
        let request = json!({ "import": self.id, "file": file, "passphrase": passphrase });
        self.preview = self.desk.ask("import_unlock", request).await;
    }

    /// Leaves a file out.
    pub(crate) async fn remove(&mut self, file: usize) {
        let request = json!({ "import": self.id, "file": file });
        self.preview = self.desk.ask("import_remove", request).await;
    }

    /// The state of the file at a place.
    pub(crate) fn state(&self, file: usize) -> &Value {
        &self.preview["files"][file]["state"]
    }

    /// The problem of a file that is of no use.
    pub(crate) fn problem(&self, file: usize) -> Problem {
        serde_json::from_value(self.state(file)["problem"].clone()).unwrap()
    }

    /// The only credentials.
    pub(crate) fn candidate(&self) -> &Value {
        assert_eq!(
            self.preview["candidates"].as_array().unwrap().len(),
            1,
            "{}",
            self.preview
        );
        &self.preview["candidates"][0]
    }

    /// Takes the first credentials over into a draft; gives the draft.
    pub(crate) async fn accept(self, draft: Option<&DraftOnDesk<'_>>) -> Value {
        self.desk.ask("import_accept", self.acceptance(draft)).await
    }

    /// The request to take the first credentials over.
    pub(crate) fn acceptance(&self, draft: Option<&DraftOnDesk<'_>>) -> Value {
        json!({ "import": self.id, "candidate": 0, "draft": draft.map(|draft| &draft.id) })
    }
}
