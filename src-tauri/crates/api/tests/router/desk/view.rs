//! A session in the inspector.

use api::contract::inspector::ViewStatus;
use api::contract::tick::Tick;
use serde_json::{Value, json};

use super::{Desk, PATIENCE};

/// A session that is open in the inspector.
pub(crate) struct ViewOnDesk<'a> {
    pub(crate) desk: &'a Desk,
    pub(crate) id: String,
}

impl<'a> ViewOnDesk<'a> {
    pub(crate) async fn open(desk: &'a Desk, integration: &str, session: &str) -> Self {
        let request = json!({ "integration": integration, "session": session });
        let status = desk.ask("view_open", request).await;
        let id = status["view"].as_str().unwrap().to_owned();
        Self { desk, id }
    }

    pub(crate) async fn status(&self) -> ViewStatus {
        serde_json::from_value(self.command("view_status").await).unwrap()
    }

    /// Asks one of the commands that take a view and nothing else.
    pub(crate) async fn command(&self, name: &str) -> Value {
        self.desk.ask(name, json!({ "view": self.id })).await
    }

    /// Waits until the ticks tell of a status that is as wanted.
    pub(crate) async fn until(&self, reached: impl Fn(&ViewStatus) -> bool) -> ViewStatus {
        let mut ticks = self.desk.ticks();
        let mut last = self.status().await;
        let waiting = async {
            while !reached(&last) {
                if let Tick::View { status } = ticks.recv().await.unwrap()
                    && status.view.to_string() == self.id
                {
                    last = *status;
                }
            }
        };
        let waited = tokio::time::timeout(PATIENCE, waiting).await;
        assert!(waited.is_ok(), "still {last:?}");
        last
    }

    /// A page of the list.
    pub(crate) async fn rows(&self, offset: usize, limit: usize) -> Value {
        let request = json!({ "view": self.id, "offset": offset, "limit": limit });
        self.desk.ask("view_rows", request).await
    }

    pub(crate) async fn filter(&self, filter: Value) -> Value {
        self.desk
            .ask("view_filter", json!({ "view": self.id, "filter": filter }))
            .await
    }

    pub(crate) async fn details(&self, event: &str) -> Value {
        self.desk.ask("event_details", self.event(event)).await
    }

    /// The first rows of the tree that a search leaves, as many as one answer holds.
    pub(crate) async fn tree(&self, event: &str, search: &str) -> Value {
        self.tree_from(event, search, 0, usize::MAX >> 12).await
    }

    pub(crate) async fn tree_from(&self, event: &str, search: &str, offset: usize, limit: usize) -> Value {
        let mut request = self.event(event);
        request["search"] = search.into();
        request["toggled"] = json!([]);
        request["offset"] = offset.into();
        request["limit"] = limit.into();
        self.desk.ask("event_tree", request).await
    }

    /// The first raw lines, as many as one answer holds.
    pub(crate) async fn raw(&self, event: &str) -> Value {
        let mut request = self.event(event);
        request["offset"] = 0.into();
        request["limit"] = 1_000_000.into();
        self.desk.ask("event_raw", request).await
    }

    /// Copies the raw event, or the value at a path of its payload.
    pub(crate) async fn copy(&self, event: &str, path: Option<&str>) {
        let mut request = self.event(event);
        request["path"] = path.into();
        self.desk.ask("event_copy", request).await;
    }

    pub(crate) fn event(&self, event: &str) -> Value {
        json!({ "view": self.id, "event": event })
    }
}
