//! Why a file of events cannot be read, or not to its end.

use std::fmt;
use std::io;

use super::batch::Place;
use super::format::Packing;
use super::{LARGEST_EVENT, LARGEST_SESSION};

/// Why a file of events cannot be read, or not to its end.
///
/// Where events were handed out before, they are whole, and `events` says how many; a caller may keep them.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// The file system refused.
    #[error("the file could not be read: {source}")]
    File {
        /// What the system says.
        source: io::Error,
    },
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Text of two bytes a character.
    #[error("the text is UTF-16: save it as UTF-8 and import that")]
    Utf16,
    /// Something else that is recognised.
    #[error("this is {0}, not a file of events")]
    SomethingElse(SomethingElse),
    /// JSON in which no events are.
    #[error("the file has no events: {}", described(.fields))]
    NoEvents {
        /// The names of its first fields.
        fields: Vec<String>,
    },
    /// The text is not JSON from here on, or JSON in which no event can be.
    #[error("{place}: {found} where {expected} was expected")]
    Unexpected {
        /// Where.
        place: Place,
        /// What is there.
        found: Found,
        /// What should be there.
        expected: &'static str,
        /// How many events were handed out before.
        events: u64,
    },
    /// The text ends inside of something, as when a download was cut off.
    #[error("the file ends in the middle, at {place}, after {events} whole events")]
    Cut {
        /// Where it ends.
        place: Place,
        /// How many events were handed out before.
        events: u64,
    },
    /// An event is longer than [`LARGEST_EVENT`].
    #[error("the event at {place} is longer than {} MB", LARGEST_EVENT / (1024 * 1024))]
    EventTooLarge {
        /// Where it begins.
        place: Place,
        /// How many events were handed out before.
        events: u64,
    },
    /// The session has more beside its events than [`LARGEST_SESSION`].
    #[error("the session at {place} has more than {} MB beside its events", LARGEST_SESSION / (1024 * 1024))]
    SessionTooLarge {
        /// In or before which field.
        place: Place,
        /// How many events were handed out before.
        events: u64,
    },
    /// Another session follows. An archive holds one.
    #[error("a second session is in the file, at {place}")]
    SecondSession {
        /// Where it is known to be another one: in front of its events, or at its end.
        place: Place,
        /// How many events were handed out before.
        events: u64,
    },
    /// The packed file was cut off or changed.
    #[error("the {packing} file {}, {offset} bytes of text and {events} events in", if *.cut { "is cut off" } else { "is damaged" })]
    Damaged {
        /// How it is packed.
        packing: Packing,
        /// Whether its end is missing.
        cut: bool,
        /// How many bytes of text came out of it.
        offset: u64,
        /// How many events were handed out before.
        events: u64,
    },
    /// A zip that cannot be used.
    #[error("{0}")]
    Zip(ZipMistake),
}

impl ImportError {
    /// How many whole events were handed out before it.
    #[must_use]
    pub fn events(&self) -> u64 {
        match self {
            Self::Unexpected { events, .. }
            | Self::Cut { events, .. }
            | Self::EventTooLarge { events, .. }
            | Self::SessionTooLarge { events, .. }
            | Self::SecondSession { events, .. }
            | Self::Damaged { events, .. } => *events,
            Self::File { .. }
            | Self::Empty
            | Self::Utf16
            | Self::SomethingElse(_)
            | Self::NoEvents { .. }
            | Self::Zip(_) => 0,
        }
    }
}

/// What a file is instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SomethingElse {
    /// A web page or other XML, for example a sign-in page that was saved instead of the file.
    WebPage,
    /// A key or a certificate.
    Key,
    /// An SQLite file, which an archive is too.
    Database,
    /// A Parquet file.
    Parquet,
    /// Packed in a way that is not read.
    Packed,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
}

/// Why a zip cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ZipMistake {
    /// Its directory cannot be read.
    Damaged,
    /// Its file needs a password.
    Encrypted,
    /// It holds several files, or none.
    NotOneFile {
        /// How many.
        files: usize,
    },
    /// Its file is packed in a way that is not read.
    Unknown,
    /// It is not a file that can be read from its end, as a zip has to be.
    Streamed,
}

/// What is in the place of what was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// A character.
    Character(char),
    /// A byte that no text has.
    Byte(u8),
    /// A text in quotes.
    Text,
    /// A number.
    Number,
    /// A field of the session that is not valid JSON.
    NotJson,
}

impl Found {
    /// What a text begins with. It has to have something.
    fn at(text: &[u8]) -> Self {
        match text.first().copied().unwrap_or_default() {
            b'"' => Self::Text,
            b'-' | b'0'..=b'9' => Self::Number,
            byte @ (0..=0x1f | 0x7f) => Self::Byte(byte),
            byte => {
                let beginning = &text[..text.len().min(4)];
                let character = beginning
                    .utf8_chunks()
                    .next()
                    .and_then(|chunk| chunk.valid().chars().next());
                character.map_or(Self::Byte(byte), Self::Character)
            }
        }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Character(character) => write!(formatter, "`{character}`"),
            Self::Byte(0) => formatter.write_str("a NUL byte"),
            Self::Byte(byte) => write!(formatter, "the byte 0x{byte:02x}"),
            Self::Text => formatter.write_str("a text"),
            Self::Number => formatter.write_str("a number"),
            Self::NotJson => formatter.write_str("something that is not JSON"),
        }
    }
}

impl fmt::Display for SomethingElse {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::WebPage => "a web page",
            Self::Key => "a key or a certificate",
            Self::Database => "an SQLite file, as an archive is, which is opened instead",
            Self::Parquet => "a Parquet file",
            Self::Packed => "a packed file of a kind that is not read here (gzip and zip are)",
            Self::Pdf => "a PDF",
            Self::Picture => "a picture",
        })
    }
}

impl fmt::Display for ZipMistake {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged => formatter.write_str("the zip is damaged or cut off"),
            Self::Encrypted => formatter.write_str("the file in the zip needs a password: unpack it first"),
            Self::NotOneFile { files: 0 } => formatter.write_str("there is no file in the zip"),
            Self::NotOneFile { files } => {
                write!(
                    formatter,
                    "there are {files} files in the zip: unpack it, and import the one with the events"
                )
            }
            Self::Unknown => formatter.write_str("the zip is packed in a way that is not read here: unpack it first"),
            Self::Streamed => formatter.write_str("a zip cannot be read as a stream: save it as a file first"),
        }
    }
}

fn described(fields: &[String]) -> String {
    if fields.is_empty() {
        return "it is an empty object".to_owned();
    }
    format!("its fields are {}", fields.join(", "))
}

/// A mistake in the window.
#[derive(Debug)]
pub(super) struct Mistake {
    pub(super) at: usize,
    pub(super) kind: MistakeKind,
}

#[derive(Debug)]
pub(super) enum MistakeKind {
    Empty,
    Cut,
    EventTooLarge,
    SessionTooLarge,
    SecondSession,
    NoEvents(Vec<String>),
    /// What is there is something else than this.
    Unexpected(&'static str),
    /// A field of the session is not valid.
    NotJson,
}

impl MistakeKind {
    /// The error, now that it is known where in the file it is; `text` begins there.
    pub(super) fn at(self, place: Place, text: &[u8], events: u64) -> ImportError {
        let unexpected = |found, expected| ImportError::Unexpected {
            place,
            found,
            expected,
            events,
        };
        match self {
            Self::Empty => ImportError::Empty,
            Self::Cut => ImportError::Cut { place, events },
            Self::EventTooLarge => ImportError::EventTooLarge { place, events },
            Self::SessionTooLarge => ImportError::SessionTooLarge { place, events },
            Self::SecondSession => ImportError::SecondSession { place, events },
            Self::NoEvents(fields) => ImportError::NoEvents { fields },
            Self::Unexpected(expected) => unexpected(Found::at(text), expected),
            Self::NotJson => unexpected(Found::NotJson, "a field of the session"),
        }
    }
}
