//! One event as one line of JSON.

use std::fmt;

use serde_json::{Map, Value};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use tracing::field::{Field, Visit};
use tracing::{Event, Level};

/// The longest text of one value.
const LONGEST_TEXT: usize = 2_000;

/// What a line says. It is masked when it is written.
pub(crate) struct Line {
    at: OffsetDateTime,
    level: Level,
    part: String,
    values: Map<String, Value>,
}

impl Line {
    pub(crate) fn new(level: Level, part: &str) -> Self {
        Self {
            at: OffsetDateTime::now_utc(),
            level,
            part: part.to_owned(),
            values: Map::new(),
        }
    }

    pub(crate) fn of(event: &Event<'_>) -> Self {
        let metadata = event.metadata();
        let mut line = Self::new(*metadata.level(), metadata.target());
        event.record(&mut line);
        line
    }

    pub(crate) fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.values.insert(name.to_owned(), value.into());
        self
    }

    /// The line with its end, without anything that may not be written.
    pub(crate) fn to_text(&self, lost: u64) -> String {
        let mut line = Map::new();
        let whole_milliseconds = u32::from(self.at.millisecond()) * 1_000_000;
        let at = self.at.replace_nanosecond(whole_milliseconds).unwrap_or(self.at);
        line.insert("at".to_owned(), at.format(&Rfc3339).unwrap_or_default().into());
        line.insert("level".to_owned(), self.level.as_str().to_ascii_lowercase().into());
        line.insert("part".to_owned(), self.part.clone().into());
        if lost > 0 {
            line.insert("linesLostBefore".to_owned(), lost.into());
        }
        // What happened comes first.
        let message = self.values.get("message").cloned();
        line.extend(message.map(|message| ("message".to_owned(), clean("message", message))));
        for (name, value) in &self.values {
            if name != "message" {
                line.insert(name.clone(), clean(name, value.clone()));
            }
        }
        format!("{}\n", Value::Object(line))
    }

    fn keep(&mut self, field: &Field, value: Value) {
        self.values.insert(field.name().to_owned(), value);
    }
}

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.keep(field, format!("{value:?}").into());
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.keep(field, value.into());
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.keep(field, value.into());
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.keep(field, value.into());
    }

    fn record_f64(&mut self, field: &Field, value: f64) {
        self.keep(field, value.into());
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.keep(field, value.into());
    }
}

/// A value without secrets: masked together with its name, for a name can tell that a value is one.
fn clean(name: &str, value: Value) -> Value {
    let Value::String(text) = value else {
        return value;
    };
    let named = format!("{name}={text}");
    let masked = crate::masked(&named);
    let text = match masked.strip_prefix(name).and_then(|rest| rest.strip_prefix('=')) {
        Some(text) => text,
        None => crate::KEPT_OUT,
    };
    match text.char_indices().nth(LONGEST_TEXT) {
        Some((end, _)) => format!("{}…", &text[..end]).into(),
        None => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_object_with_what_happened_first_and_no_secret() {
        let line = Line::new(Level::INFO, "gateway")
            .with("client_secret", "shh and more")
            .with("host", "a\nb")
            .with("status", 200)
            .with("message", "asked Bearer abcdefgh12");
        let text = line.to_text(3);
        assert!(text.ends_with("}\n") && text.lines().count() == 1, "{text}");
        let read: Value = serde_json::from_str(&text).unwrap();
        let names: Vec<_> = read.as_object().unwrap().keys().collect();
        assert_eq!(names[..5], ["at", "level", "part", "linesLostBefore", "message"]);
        assert_eq!(read["message"], "asked Bearer (kept out)");
        assert_eq!((&read["host"], &read["status"]), (&"a\nb".into(), &200.into()));
        assert!(!text.contains("shh"), "{text}");
        let at = read["at"].as_str().unwrap();
        assert!(OffsetDateTime::parse(at, &Rfc3339).is_ok() && at.ends_with('Z'), "{at}");
    }

    #[test]
    fn a_long_value_is_cut() {
        let line = Line::new(Level::INFO, "x").with("text", "é ".repeat(5_000));
        let read: Value = serde_json::from_str(&line.to_text(0)).unwrap();
        assert_eq!(read["text"].as_str().unwrap().chars().count(), LONGEST_TEXT + 1);
    }
}
