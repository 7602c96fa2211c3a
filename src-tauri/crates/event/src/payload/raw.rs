//! The whole event as text, a window of lines at a time.

use serde::Serialize;

use super::pretty::pretty;
use crate::event::Event;

/// An event's JSON laid out on lines, or another text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawText {
    text: String,
    line_starts: Vec<u32>,
}

/// One line of [`RawText`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RawLine {
    /// The line's number, from 0.
    pub number: usize,
    /// Its text, at most 2,000 characters of it.
    pub text: String,
    /// Whether the line is longer than what is shown.
    pub truncated: bool,
}

const LONGEST_LINE: usize = 2_000;

impl RawText {
    /// Lays out an event.
    #[must_use]
    pub fn new(event: &Event) -> Self {
        Self::of_text(pretty(event.raw()))
    }

    /// Lays out a JSON text that is known to be valid.
    #[must_use]
    pub fn of_json(json: &str) -> Self {
        Self::of_text(pretty(json))
    }

    /// A text as it is.
    #[must_use]
    pub fn of_text(text: String) -> Self {
        let breaks = memchr::memchr_iter(b'\n', text.as_bytes()).map(|place| place as u32 + 1);
        let line_starts = std::iter::once(0).chain(breaks).collect();
        Self { text, line_starts }
    }

    /// How many lines there are.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }

    /// A window of lines, each of bounded length.
    #[must_use]
    pub fn raw_lines(&self, offset: usize, limit: usize) -> Vec<RawLine> {
        let numbers = offset..self.line_count().min(offset.saturating_add(limit));
        numbers.map(|number| self.line(number)).collect()
    }

    /// All of it, for copying.
    #[must_use]
    pub fn raw_text(&self) -> &str {
        &self.text
    }

    fn line(&self, number: usize) -> RawLine {
        let start = self.line_starts[number] as usize;
        let end = self
            .line_starts
            .get(number + 1)
            .map_or(self.text.len(), |next| *next as usize - 1);
        let line = &self.text[start..end];
        let cut = line.char_indices().nth(LONGEST_LINE).map(|(place, _)| place);
        RawLine {
            number,
            text: line[..cut.unwrap_or(line.len())].to_owned(),
            truncated: cut.is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_text_keeps_its_lines_and_json_is_laid_out() {
        let text = RawText::of_text("one\r\n\n[3]".to_owned());
        let lines: Vec<String> = text.raw_lines(0, 9).into_iter().map(|line| line.text).collect();
        assert_eq!(lines, ["one\r", "", "[3]"]);
        assert_eq!(RawText::of_json("[1.0,{}]").raw_text(), "[\n  1.0,\n  {}\n]");
    }

    #[test]
    fn lines_come_in_windows_and_long_ones_are_cut() {
        let long = "ä".repeat(5_000);
        let event = Event::from_json(&format!(r#"{{"uuid":"1","payload":{{"a":"{long}"}},"n":1.0}}"#)).unwrap();
        let raw = RawText::new(&event);
        assert_eq!(raw.line_count(), 7);
        let lines = raw.raw_lines(2, 3);
        assert_eq!(lines.iter().map(|line| line.number).collect::<Vec<_>>(), [2, 3, 4]);
        assert!(lines[1].truncated && lines[1].text.chars().count() == 2_000);
        assert_eq!(raw.raw_lines(5, 100)[0].text, "  \"n\": 1.0");
        assert_eq!(raw.raw_lines(7, 1), []);
        let whole: serde_json::Value = serde_json::from_str(raw.raw_text()).unwrap();
        assert_eq!(whole["payload"]["a"], long.as_str());
    }
}
