//! One event of an Assurance session, as Adobe sends it: read tolerantly and kept whole, named as Adobe names it, put
//! in words, and laid out as a tree and as text. No network, no files.
//!
//! ```
//! use event::{Event, label, summary};
//!
//! # fn main() -> Result<(), event::EventProblem> {
//! let event = Event::from_json(r#"{"uuid":"1","type":"service","payload":{"name":"hitReceived"}}"#)?;
//! assert_eq!(label(&event), "hitReceived");
//! assert!(!summary(&event).title.is_empty());
//! # Ok(())
//! # }
//! ```

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]
#![cfg_attr(
    test,
    allow(clippy::needless_pass_by_value, reason = "a test reads best with its JSON in place")
)]

mod event;
mod identity;
mod label;
mod payload;
pub mod reading;
mod sink;
mod summary;
mod text_search;
mod visible;

pub use event::{Event, EventHead, EventProblem, OpenedPayload};
pub use identity::EventId;
pub use label::{Part, PayloadHead, event_type, label, without_prefix};
pub use payload::{PayloadNote, PayloadTree, PayloadValue, RawLine, RawText, TreePage, TreeRow, ValueKind};
pub use sink::{EventSink, Inserted, SinkProblem};
pub use summary::{Headline, Summary, SummaryLine, summary};
pub use text_search::text_search;
pub use visible::{is_unseen, made_visible, visible};
