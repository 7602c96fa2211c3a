//! What a text is compared with. Without regard to case, unless a regular expression asks for it.

use std::sync::OnceLock;

use regex::bytes::{Regex, RegexBuilder};

/// What is looked for somewhere in an event.
///
/// - A plain text is found in every key, string and scalar of the event as it reads without JSON's escapes; one that
///   can only be found across JSON's punctuation, such as `"status":502`, also in the event's compact JSON text.
/// - A wildcard and a regular expression are found within one key, one string or one scalar.
///
/// In a payload that is a string which holds JSON, the keys and values inside count too.
#[derive(Debug, Clone)]
pub struct TextPattern(Compiled);

/// What the whole of a value is compared with. Only a regular expression may be found anywhere in it.
#[derive(Debug, Clone)]
pub struct ValuePattern(Compiled);

/// How a pattern was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// Exactly this text.
    Plain(String),
    /// These texts in this order, with any run of characters between them; the first and the last may be empty.
    Wildcard(Vec<String>),
    /// A regular expression; a `/` in it is written `\/`.
    Regex {
        /// The expression.
        source: String,
        /// Whether upper and lower case differ.
        match_case: bool,
    },
}

impl TextPattern {
    /// Looks for this text.
    #[must_use]
    pub fn contains(text: impl Into<String>) -> Self {
        Self(Compiled::new(Form::Plain(text.into())))
    }

    /// Looks for what is written like this word, `*` being any run of characters. Stars at its ends change nothing.
    #[must_use]
    pub(super) fn word(word: &str) -> Self {
        let parts = parts(word.trim_matches('*'));
        match <[String; 1]>::try_from(parts) {
            Ok([text]) => Self::contains(text),
            Err(parts) => Self(Compiled::new(Form::Wildcard(parts))),
        }
    }

    pub(super) fn from_regex(source: &str, match_case: bool) -> Result<Self, regex::Error> {
        Compiled::from_regex(source, match_case).map(Self)
    }

    /// How it was written.
    #[must_use]
    pub fn form(&self) -> &Form {
        &self.0.form
    }

    /// The plain text that is looked for, when it is one: find it in any case.
    #[must_use]
    pub fn literal(&self) -> Option<&str> {
        self.0.literal()
    }

    /// The pattern as a regular expression that finds it anywhere in a text.
    #[must_use]
    pub fn regex(&self) -> &Regex {
        self.0.regex(false)
    }

    /// Whether it occurs in this text.
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        self.regex().is_match(text.as_bytes())
    }
}

impl ValuePattern {
    /// Exactly this text, in any case.
    #[must_use]
    pub fn is(text: impl Into<String>) -> Self {
        Self(Compiled::new(Form::Plain(text.into())))
    }

    /// These texts in this order, with any run of characters between them. One text is [`ValuePattern::is`].
    #[must_use]
    pub(super) fn wildcard(parts: Vec<String>) -> Self {
        match <[String; 1]>::try_from(parts) {
            Ok([text]) => Self::is(text),
            Err(parts) => Self(Compiled::new(Form::Wildcard(parts))),
        }
    }

    pub(super) fn from_regex(source: &str, match_case: bool) -> Result<Self, regex::Error> {
        Compiled::from_regex(source, match_case).map(Self)
    }

    /// How it was written.
    #[must_use]
    pub fn form(&self) -> &Form {
        &self.0.form
    }

    /// The text that the whole value is, when it is plain; in any case.
    #[must_use]
    pub fn literal(&self) -> Option<&str> {
        self.0.literal()
    }

    /// The pattern as a regular expression that finds it in a value: from end to end, unless it was written as one.
    #[must_use]
    pub fn regex(&self) -> &Regex {
        self.0.regex(true)
    }

    /// Whether this is such a value.
    #[must_use]
    pub fn is_match(&self, value: &str) -> bool {
        match self.literal() {
            // Where there are no other letters, case is simple; thousands of words are asked in a row.
            Some(text) if text.is_ascii() && value.is_ascii() => value.eq_ignore_ascii_case(text),
            _ => self.regex().is_match(value.as_bytes()),
        }
    }
}

impl PartialEq for TextPattern {
    fn eq(&self, other: &Self) -> bool {
        self.form() == other.form()
    }
}

impl PartialEq for ValuePattern {
    fn eq(&self, other: &Self) -> bool {
        self.form() == other.form()
    }
}

/// The texts around the stars of a word; stars next to each other are one.
pub(super) fn parts(word: &str) -> Vec<String> {
    let all: Vec<&str> = word.split('*').collect();
    let last = all.len() - 1;
    let kept = all.iter().enumerate();
    kept.filter(|(number, part)| !part.is_empty() || *number == 0 || *number == last)
        .map(|(_, part)| (*part).to_owned())
        .collect()
}

/// A form, and its regular expression once somebody has asked for it: most take longer to build than to parse.
#[derive(Debug, Clone)]
struct Compiled {
    form: Form,
    regex: OnceLock<Regex>,
}

impl Compiled {
    fn new(form: Form) -> Self {
        Self {
            form,
            regex: OnceLock::new(),
        }
    }

    fn from_regex(source: &str, match_case: bool) -> Result<Self, regex::Error> {
        let source = with_escaped_slashes(source);
        let regex = RegexBuilder::new(&source)
            .case_insensitive(!match_case)
            .size_limit(LARGEST_REGEX)
            .build()?;
        Ok(Self {
            form: Form::Regex { source, match_case },
            regex: OnceLock::from(regex),
        })
    }

    fn literal(&self) -> Option<&str> {
        match &self.form {
            Form::Plain(text) => Some(text),
            Form::Wildcard(_) | Form::Regex { .. } => None,
        }
    }

    fn regex(&self, is_whole: bool) -> &Regex {
        self.regex.get_or_init(|| {
            let pattern = match &self.form {
                Form::Plain(text) => regex::escape(text),
                Form::Wildcard(parts) => {
                    let escaped: Vec<String> = parts.iter().map(|part| regex::escape(part)).collect();
                    escaped.join(".*")
                }
                Form::Regex { source, .. } => source.clone(),
            };
            let pattern = if is_whole {
                format!(r"\A(?:{pattern})\z")
            } else {
                pattern
            };
            build(&pattern)
                .or_else(|_| build(NOTHING))
                .expect("a small pattern is never over the limit")
        })
    }
}

/// Bytes of a compiled expression that a user wrote: enough for any that a person can read.
const LARGEST_REGEX: usize = 1 << 21;
/// Bytes for a text of the longest query there may be.
const LARGEST_TEXT: usize = 1 << 26;
/// A pattern that is never found: a text that no query can hold is one that no event holds.
const NOTHING: &str = r"[^\s\S]";

fn build(pattern: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(pattern)
        .case_insensitive(true)
        .dot_matches_new_line(true)
        .size_limit(LARGEST_TEXT)
        .build()
}

/// Puts a backslash before every slash that has none, which changes nothing in its meaning.
fn with_escaped_slashes(source: &str) -> String {
    let mut written = String::with_capacity(source.len());
    let mut is_escaped = false;
    for character in source.chars() {
        if character == '/' && !is_escaped {
            written.push('\\');
        }
        is_escaped = character == '\\' && !is_escaped;
        written.push(character);
    }
    written
}
