//! What went wrong while parsing, before it is known where in the text that is.

use winnow::error::{ErrMode, ParserError};

use super::Input;
use crate::query::error::QueryError;

/// What is expected wherever a condition may stand.
pub(super) const CONDITION: &[&str] = &["a condition, such as a word to search for or `type:edge`"];

#[derive(Debug)]
pub(super) struct Failure {
    /// How many bytes were left of the text at the place.
    left: usize,
    /// Bytes.
    length: usize,
    message: String,
    expected: Vec<String>,
}

impl Failure {
    /// `place` is the rest of the text from where the trouble begins, `length` is in bytes.
    pub(super) fn new(place: &str, length: usize, message: impl Into<String>) -> Self {
        Self {
            left: place.len(),
            length,
            message: message.into(),
            expected: Vec::new(),
        }
    }

    pub(super) fn expecting(mut self, expected: &[&str]) -> Self {
        self.expected = expected.iter().map(|&one| one.to_owned()).collect();
        self
    }

    /// As an error after which nothing else is tried.
    pub(super) fn cut(self) -> ErrMode<Self> {
        ErrMode::Cut(self)
    }

    pub(super) fn in_text(self, text: &str) -> QueryError {
        let start = text.len().saturating_sub(self.left);
        let end = (start + self.length).min(text.len());
        let characters = |bytes: &[u8]| bytes.iter().filter(|byte| !matches!(byte, 0x80..=0xbf)).count();
        QueryError {
            column: 1 + characters(&text.as_bytes()[..start]),
            length: characters(&text.as_bytes()[start..end]),
            text: text.to_owned(),
            message: self.message,
            expected: self.expected,
        }
    }
}

impl<'t> ParserError<Input<'t>> for Failure {
    type Inner = Self;

    fn from_input(input: &Input<'t>) -> Self {
        Self::new(input.input, 0, "this is not understood")
    }

    fn into_inner(self) -> Result<Self, Self> {
        Ok(self)
    }
}
