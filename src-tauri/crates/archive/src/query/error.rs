//! What is wrong in the text of a query, and where.

use std::fmt;

use serde::Serialize;

/// Why a text is not a query.
///
/// `Display` writes the message, what was expected, and the text with a mark below the place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QueryError {
    /// The text that was to be parsed.
    pub text: String,
    /// Where the trouble begins, in characters from 1; one past the last character when something is missing at the end.
    pub column: usize,
    /// How many characters are in trouble; 0 when something is missing.
    pub length: usize,
    /// What is wrong, as a short sentence without a full stop.
    pub message: String,
    /// What would be right there instead; may be empty.
    pub expected: Vec<String>,
}

/// Characters before and after the place that `Display` shows of a long text.
const SHOWN: usize = 60;

impl fmt::Display for QueryError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "column {}: {}", self.column, self.message)?;
        if !self.expected.is_empty() {
            write!(to, "; expected {}", in_words(&self.expected))?;
        }
        let start = self.column.saturating_sub(1 + SHOWN);
        let plain = |character: char| if character.is_control() { ' ' } else { character };
        let shown: String = self.text.chars().skip(start).take(2 * SHOWN).map(plain).collect();
        let marks = self.length.clamp(1, SHOWN);
        let before = self.column.saturating_sub(1 + start);
        write!(to, "\n  {shown}\n  {}{}", " ".repeat(before), "^".repeat(marks))
    }
}

impl std::error::Error for QueryError {}

/// "a", "a or b", "a, b or c".
fn in_words(choices: &[String]) -> String {
    match choices {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} or {last}", most.join(", ")),
    }
}
