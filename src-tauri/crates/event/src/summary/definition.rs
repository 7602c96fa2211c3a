//! One row of a table of definitions: which events it fits, and how it describes them.

use super::subject::{Subject, last_part, shortened};
use super::{Summary, SummaryLine};

/// A kind of event. Everything is compared without regard to case.
pub(super) struct Definition {
    title: &'static str,
    on: On,
    only_if: fn(&Subject<'_>) -> bool,
    detail: fn(&Subject<'_>) -> String,
    is_error: fn(&Subject<'_>) -> bool,
    lines: &'static [Line],
    more: fn(&Subject<'_>) -> Vec<(String, String)>,
}

/// A label and the place of its value: a JSON pointer into the SDK's data for SDK events, into the payload for all others.
pub(super) type Line = (&'static str, &'static str);

enum On {
    /// An SDK event by type and source; an empty source fits any.
    Sdk(&'static str, &'static str),
    /// Adobe's `type` and vendor; an empty vendor fits any.
    Kind(&'static str, &'static str),
    /// A service event by its name, or by what comes after the slash of its name.
    Named(&'static str),
}

impl Definition {
    pub(super) const fn sdk(title: &'static str, event_type: &'static str, source: &'static str) -> Self {
        Self::new(title, On::Sdk(event_type, source))
    }

    pub(super) const fn kind(title: &'static str, kind: &'static str, vendor: &'static str) -> Self {
        Self::new(title, On::Kind(kind, vendor))
    }

    pub(super) const fn named(title: &'static str, name: &'static str) -> Self {
        Self::new(title, On::Named(name))
    }

    const fn new(title: &'static str, on: On) -> Self {
        Self {
            title,
            on,
            only_if: |_| true,
            detail: |_| String::new(),
            is_error: |subject| subject.is_logged_as_error(),
            lines: &[],
            more: |_| Vec::new(),
        }
    }

    pub(super) const fn only_if(mut self, only_if: fn(&Subject<'_>) -> bool) -> Self {
        self.only_if = only_if;
        self
    }

    pub(super) const fn detail(mut self, detail: fn(&Subject<'_>) -> String) -> Self {
        self.detail = detail;
        self
    }

    pub(super) const fn error_if(mut self, is_error: fn(&Subject<'_>) -> bool) -> Self {
        self.is_error = is_error;
        self
    }

    pub(super) const fn lines(mut self, lines: &'static [Line]) -> Self {
        self.lines = lines;
        self
    }

    /// Lines that need more than a place.
    pub(super) const fn more(mut self, more: fn(&Subject<'_>) -> Vec<(String, String)>) -> Self {
        self.more = more;
        self
    }

    pub(super) fn fits(&self, subject: &Subject<'_>) -> bool {
        let same = |left: &str, right: &str| left.eq_ignore_ascii_case(right);
        let fits = match self.on {
            On::Sdk(event_type, source) => {
                same(&subject.event_type, event_type) && (source.is_empty() || same(&subject.source, source))
            }
            On::Kind(kind, vendor) => {
                same(&subject.event.kind, kind) && (vendor.is_empty() || same(&subject.event.vendor, vendor))
            }
            On::Named(name) => {
                let whole = subject.name();
                same(&subject.event.kind, "service") && (same(whole, name) || same(last_part(whole), name))
            }
        };
        fits && (self.only_if)(subject)
    }

    pub(super) fn describe(&self, subject: &Subject<'_>) -> Summary {
        let is_sdk = matches!(self.on, On::Sdk(..));
        let placed = self.lines.iter().map(|(label, pointer)| {
            let (value, above) = if is_sdk {
                (subject.data_text(pointer), "/ACPExtensionEventData")
            } else {
                (subject.text(pointer), "")
            };
            SummaryLine {
                path: Some(format!("{above}{pointer}")),
                ..SummaryLine::told(*label, value)
            }
        });
        let more = (self.more)(subject);
        let told = more.into_iter().map(|(label, value)| SummaryLine::told(label, value));
        let mut lines: Vec<SummaryLine> = placed.chain(told).collect();
        lines.retain(|line| !line.value.is_empty());
        Summary {
            title: self.title.to_owned(),
            detail: shortened(&(self.detail)(subject)),
            lines,
            is_error: (self.is_error)(subject),
        }
    }
}
