//! The payload as a tree, and the whole event as text, for the details of one event.

mod nodes;
mod pretty;
mod raw;
mod search;
mod tree;
mod values;

pub use nodes::ValueKind;
pub use raw::{RawLine, RawText};
pub use tree::{PayloadNote, PayloadTree, TreePage, TreeRow};
pub use values::PayloadValue;
