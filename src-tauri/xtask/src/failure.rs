//! Why a command could not finish, in a sentence for the person who typed it.

use std::fmt;
use std::io;
use std::path::Path;

/// What every fallible step of this program answers.
pub(crate) type Result<T = ()> = std::result::Result<T, Failure>;

/// One sentence that says what went wrong and, where it is known, what to do next.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Failure(String);

impl Failure {
    /// A failure with this sentence.
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// A file that could not be read or written.
    pub(crate) fn file(path: &Path, error: &io::Error) -> Self {
        Self(format!("{}: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
