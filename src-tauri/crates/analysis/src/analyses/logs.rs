//! What the device and the services log.

use std::sync::Arc;

use archive::SelectedEvent;

use super::{Analysis, Kind};
use crate::drawing::{Drawing, Tone};
use crate::in_order::{InOrder, Placed};
use crate::scene::Scene;
use crate::table::{badge, client, column, event_row, section, text, time};
use crate::told::{Told, Words, read_all, shortened};

pub(super) const KIND: Kind = Kind {
    id: "logs",
    title: "Logs",
    explanation: "The device's log, and what the Edge Network and the services behind it report.",
    reads: "kind:log OR kind:service",
    looks_at: &[
        "payload.logline",
        "payload.message",
        "payload.messages[0]",
        "payload.logLevel",
    ],
    new: || Box::<Logs>::default(),
};

/// As much of a line as is kept, and as a search looks at.
const LONGEST_LINE: usize = 240;

#[derive(Default)]
struct Logs {
    words: Words,
    lines: InOrder<Line>,
}

struct Line {
    level: Arc<str>,
    from: Arc<str>,
    text: Arc<str>,
}

/// A line as it was read.
struct Read {
    level: String,
    from: String,
    text: String,
    /// Whether the same text comes again and again.
    is_common: bool,
}

impl Analysis for Logs {
    fn take(&mut self, events: &[SelectedEvent]) {
        let read = read_all(events, &mut self.words, line);
        let kept = |placed: Placed<Read>| {
            let Read {
                level,
                from,
                text,
                is_common,
            } = placed.what;
            Placed {
                at: placed.at,
                client: placed.client,
                what: Line {
                    level: self.words.word(&level),
                    from: self.words.word(&from),
                    text: if is_common { self.words.word(&text) } else { text.into() },
                },
            }
        };
        self.lines.extend(read.into_iter().map(kept).collect());
    }

    fn draw(&self, scene: &Scene<'_>) -> Drawing {
        let wanted = |line: &&Placed<Line>| {
            let Line { level, from, text } = &line.what;
            scene.shows(line.client.as_deref()) && scene.finds(&[level, from, text])
        };
        let mut columns = vec![
            column("Time", 2),
            column("Level", 1),
            column("From", 2),
            column("Text", 6),
        ];
        if scene.has_clients() {
            columns.insert(1, column("Client", 2));
        }
        let lines = self.lines.iter().rev().filter(wanted);
        let rows = section(("logs", "Logs"), columns, scene, lines, |line| {
            let tone = tone(&line.what.level);
            let mut cells = vec![
                time(&line.at),
                badge(&line.what.level, tone),
                text(&line.what.from),
                text(&line.what.text),
            ];
            if scene.has_clients() {
                cells.insert(1, client(line.client.as_deref()));
            }
            event_row(&line.at, tone, cells)
        });
        Drawing {
            nothing: (rows.total == 0).then(|| match self.lines.is_empty() {
                true => "Nothing was logged. A device sends its log once log forwarding is switched on in Adobe's \
                         Assurance."
                    .to_owned(),
                false => "No line fits.".to_owned(),
            }),
            sections: vec![rows.explained("The newest first.")],
            ..Drawing::default()
        }
    }
}

fn tone(level: &str) -> Tone {
    match level {
        "error" | "fatal" | "severe" => Tone::Bad,
        "warn" | "warning" => Tone::Warning,
        _ => Tone::Plain,
    }
}

fn line(told: &Told<'_>) -> Option<Read> {
    if told.is_kind("log") {
        let line = told.payload.text("logline").or_else(|| told.payload.text("message"))?;
        let (level, from) = head_of(&line);
        return Some(Read {
            level,
            from: from.unwrap_or_else(|| "device".to_owned()),
            text: shortened(&line, LONGEST_LINE),
            is_common: false,
        });
    }
    let message = told.payload.item("messages", 0);
    Some(Read {
        level: told.payload.text("logLevel").unwrap_or_default().to_ascii_lowercase(),
        from: shortened(&told.event.name, LONGEST_LINE),
        text: shortened(message.as_deref().unwrap_or_default(), LONGEST_LINE),
        is_common: true,
    })
}

/// Level and part of the SDK, out of a line such as `[AEP SDK DEBUG - <EventHub>] …` or `DEBUG EventHub - …`.
fn head_of(line: &str) -> (String, Option<String>) {
    const LEVELS: [&str; 8] = ["TRACE", "VERBOSE", "DEBUG", "INFO", "WARN", "WARNING", "ERROR", "FATAL"];
    let head: String = line.chars().take(120).collect();
    let mut words = head.split(|letter: char| !letter.is_ascii_alphanumeric());
    let level = words.by_ref().take(8).find(|word| LEVELS.contains(word));
    let tag = head.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    (
        level.map_or_else(|| "log".to_owned(), str::to_ascii_lowercase),
        tag.map(|(tag, _)| tag.to_owned()).filter(|tag| !tag.is_empty()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_its_level_and_who_wrote_it() {
        for (line, level, from) in [
            (
                "[AEP SDK DEBUG - <EventHub>] Dispatching event #7",
                "debug",
                Some("EventHub"),
            ),
            ("WARN Messaging - no rule matched", "warn", None),
            ("an error in lower case", "log", None),
            ("", "log", None),
            ("<", "log", None),
        ] {
            assert_eq!(head_of(line), (level.to_owned(), from.map(str::to_owned)), "{line}");
        }
    }
}
