//! Taking personal and secret values out of what is exported. The archive itself keeps everything.
//!
//! Every value gets a replacement such as `ECID-1`, the same one wherever it stands in one export, so that events can
//! still be told apart and put together. Values are found by their place (`identityMap`, `pushToken`, `firstName`),
//! by their form (addresses, numbers of 38 digits, bearer tokens), and again wherever else they are repeated; JSON in
//! strings is opened for it, and stays JSON.
//!
//! An event that came in parts of which some are missing cannot be looked through: with any rule on, the text of such
//! parts is left out.

pub(crate) mod json;
mod key;
mod kind;
mod known;
mod pattern;
mod preview;
mod pseudonyms;
mod redactor;
mod rule;
mod walk;

pub use preview::{RedactionPreview, RedactionSample, RulePreview, preview};
pub use redactor::Redactor;
pub use rule::{Redaction, RedactionRule, UnknownRule};

/// Whether values under this key say who somebody is, or let somebody in: such differ from one device to the next.
#[must_use]
pub fn is_personal_key(key: &str) -> bool {
    key::key_says(key).is_some()
}
