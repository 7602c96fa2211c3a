//! The log that people can send: one JSON object a line, in a few files that do not grow without end, with secrets and
//! people's addresses taken out before anything is written. What this program logs holds none in the first place; the masking
//! is the second wall, for what a library says.
//!
//! A line is handed to a thread that writes it: whoever logs waits for no disk. Where nothing can be written, as in a home
//! that is read-only, lines are lost and nothing else.
//!
//! ```
//! use tracing_subscriber::layer::SubscriberExt as _;
//!
//! # let folder = tempfile::tempdir().unwrap();
//! let logbook = logbook::Logbook::start(folder.path().join("logs"), "window");
//! let subscriber = tracing_subscriber::registry().with(logbook.layer(&["api"]));
//! tracing::subscriber::with_default(subscriber, || {
//!     tracing::warn!(header = "Bearer abcdefghijkl", "refused");
//! });
//! logbook.flush();
//! let text = logbook::recent(&folder.path().join("logs"), 10_000);
//! assert!(text.contains("\"header\":\"Bearer (kept out)\"") && text.contains("refused"));
//! ```

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]

mod layer;
mod line;
mod masking;
mod panics;
mod reading;
mod rotating_file;
mod standard_error;
mod writing;

pub use masking::{KEPT_OUT, masked};
pub use panics::note_panics;
pub use reading::recent;
pub use standard_error::MaskedStandardError;
pub use writing::Logbook;
