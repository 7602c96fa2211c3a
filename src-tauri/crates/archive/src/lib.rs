//! The archive of one session: every event kept in one file, found at once, and shown a window of rows at a time. It is
//! written while a session is followed, or made from a file of events; it is exported and redacted; and it answers one
//! query language. It knows nothing of any network.
//!
//! ```
//! use archive::query::Query;
//! use archive::{About, Archive, Selected};
//! use event::Event;
//! use time::UtcOffset;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! let archive = Archive::create(&folder.path().join("checkout.assurance"), &About::default())?;
//! archive.insert(vec![
//!     Event::from_json(r#"{"uuid":"1","timestamp":1,"type":"service","payload":{"status":200}}"#)?,
//!     Event::from_json(r#"{"uuid":"2","timestamp":2,"type":"service","payload":{"status":502}}"#)?,
//! ])?;
//! let failed = Query::parse("payload.status>=400", UtcOffset::UTC)?;
//! let found = archive.select(&failed, Selected::AsShown)?.next_events(10)?;
//! assert_eq!(found[0].uuid, "2");
//! # Ok(())
//! # }
//! ```

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]
#![cfg_attr(
    test,
    allow(clippy::needless_pass_by_value, reason = "a test reads best with its JSON in place")
)]

mod about;
mod archive;
mod block;
mod bulk;
mod clients;
mod codec;
mod columns;
mod copying;
mod deleting;
mod error;
mod evaluate;
pub mod export;
mod file;
mod ids;
pub mod import;
mod marks;
mod parts;
mod peek;
pub mod query;
pub mod redaction;
mod selection;
mod snapshot;
mod view;

pub use about::About;
pub use archive::{Archive, Held, Info};
pub use bulk::{ImportFailure, ImportReport, ImportWatch, RefusedRecord, import};
pub use clients::{Client, clients};
pub use copying::copy;
pub use deleting::delete;
pub use error::ArchiveError;
pub use marks::{EventMarks, Highlight, MarkChange, MarkedBy, UnknownHighlight};
pub use peek::{Peek, peek};
pub use selection::{Excerpt, Finding, Fresh, Scope, Selected, SelectedEvent, Selection};
pub use view::{
    Arrangement, Density, EventFilter, EventRow, EventSort, FacetCount, Facets, Lane, LaneOf, Launch, ListPage,
    ListRow, Stretch, View, ViewPage,
};
