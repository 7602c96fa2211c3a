//! What was sent.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Shelf, ShelfError};
use crate::leaks::hidden;
use crate::request::Request;

/// Lines that are kept.
const MOST: usize = 200;
/// Bytes of all requests that are kept. Requests are small; many with large bodies are not kept as long.
const MOST_BYTES: usize = 32 << 20;

/// A line of the history. Secrets are left out of it when it is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Sent {
    /// Its id.
    pub sent: Uuid,
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// Which integration it was sent under.
    pub integration: Uuid,
    /// The collection whose variables counted.
    #[serde(default)]
    pub collection: Option<Uuid>,
    /// The request, as it was written.
    pub request: Request,
    /// The method as it was sent.
    pub method: String,
    /// The address as it was sent.
    pub url: String,
    /// The status of the answer; none when none came.
    #[serde(default)]
    pub status: Option<u16>,
    /// How long it took, in milliseconds.
    #[serde(default)]
    pub took_ms: Option<u64>,
}

impl Shelf {
    /// What was sent, newest first; 200 at most.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history(&self) -> Result<Vec<Sent>, ShelfError> {
        let lines = self.history.read()?.sent.into_iter();
        Ok(lines.filter_map(|line| serde_json::from_value(line).ok()).collect())
    }

    /// One line of the history.
    ///
    /// # Errors
    /// When it is gone, or the file cannot be read.
    pub fn sent(&self, id: Uuid) -> Result<Sent, ShelfError> {
        let gone = ShelfError::Gone {
            what: "The line of the history",
        };
        self.history()?.into_iter().find(|line| line.sent == id).ok_or(gone)
    }

    /// Keeps a line of the history; one of the same id makes way for it.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn note(&self, sent: &Sent) -> Result<(), ShelfError> {
        let (request, _) = sent.request.without_secrets();
        let kept = Sent {
            request,
            url: hidden(&sent.url),
            ..sent.clone()
        };
        let line = json!(kept);
        self.change_history(|lines| {
            lines.retain(|line| line.get("sent") != Some(&json!(sent.sent)));
            lines.insert(0, line);
            let mut bytes = 0;
            let fits = |line: &&Value| {
                bytes += line.to_string().len();
                bytes <= MOST_BYTES
            };
            let fitting = lines.iter().take(MOST).take_while(fits).count();
            // The newest stays, however large it is.
            lines.truncate(fitting.max(1));
        })
    }

    /// Forgets all that was sent.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn clear_history(&self) -> Result<(), ShelfError> {
        self.change_history(Vec::clear)
    }

    fn change_history(&self, change: impl FnOnce(&mut Vec<Value>)) -> Result<(), ShelfError> {
        Ok(self.history.change(|kept| change(&mut kept.sent))?)
    }
}
