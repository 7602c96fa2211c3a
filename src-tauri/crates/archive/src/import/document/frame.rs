//! The brackets that are open around the place where a document is read.

use crate::import::kind::{Key, Keys};
use crate::import::skip::Skip;

pub(super) enum Frame {
    /// Values one after the other.
    File,
    /// A list of what a file can hold, or of sessions.
    List(Role),
    Object(Object),
    /// The list of events of a session or a page.
    Events,
}

pub(super) struct Object {
    pub(super) role: Role,
    pub(super) start: usize,
    /// The name of the field that is being read, and where it begins.
    pub(super) key: Key,
    pub(super) key_start: usize,
    /// Up to where whole fields were read.
    pub(super) fields_end: usize,
    pub(super) keys: Keys,
    pub(super) names: Vec<String>,
    pub(super) is: Is,
}

/// Where an object stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Among the values of the file: an event, a session or a page.
    Root,
    /// The `data` of a page.
    Data,
    /// A session of a page.
    Session,
}

/// What an object turned out to be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Is {
    Unknown,
    Session,
    Page,
}

#[derive(Clone, Copy)]
pub(super) enum Awaits {
    Value,
    ValueOrEnd,
    Key,
    KeyOrEnd,
    Colon,
    CommaOrEnd,
    EndOfKey(Skip),
    EndOfValue(Skip),
}

impl Frame {
    pub(super) fn is_unknown(&self) -> bool {
        matches!(self, Self::Object(object) if object.is == Is::Unknown)
    }
}
