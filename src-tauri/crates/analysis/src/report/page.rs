//! The report as HTML. Whatever an event says is escaped by the one macro that writes all of it.

use archive::redaction::{Redaction, RedactionRule};
use archive::{EventMarks, MarkedBy};
use event::{Summary, visible};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::ReportContents;

const STYLE: &str = include_str!("report.css");
/// No script, nothing from anywhere, nothing sent anywhere; only the styles above.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

/// A whole report.
pub(super) struct Page<'r> {
    pub(super) title: String,
    pub(super) remarks: String,
    /// Labels and values.
    pub(super) facts: Vec<(String, String)>,
    pub(super) redaction: Option<&'r Redaction>,
    pub(super) contents: ReportContents,
    pub(super) sections: Vec<Section>,
}

/// One event of a report, written.
pub(super) struct Section {
    /// Its line in the table of contents.
    entry: Markup,
    pub(super) html: PreEscaped<String>,
}

/// What is told of one event.
pub(super) struct Told {
    /// From 1.
    pub(super) number: usize,
    pub(super) uuid: String,
    pub(super) time: String,
    pub(super) client: Option<String>,
    pub(super) vendor: String,
    pub(super) label: String,
    pub(super) summary: Summary,
    pub(super) marks: EventMarks,
    pub(super) payload: String,
    pub(super) is_cut: bool,
}

impl Page<'_> {
    pub(super) fn html(&self) -> String {
        let ReportContents { marked, shown, hidden } = self.contents;
        let page = html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(POLICY);
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="referrer" content="no-referrer";
                    title { (visible(&self.title)) }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    main {
                        header {
                            h1 { (visible(&self.title)) }
                            @if !self.remarks.is_empty() {
                                p.remarks { (visible(&self.remarks)) }
                            }
                            dl.facts {
                                @for (label, value) in &self.facts {
                                    div { dt { (label) } dd { (visible(value)) } }
                                }
                            }
                            @if let Some(redaction) = self.redaction {
                                p.notice { (redacted(redaction)) }
                            }
                            @if shown < marked {
                                p.notice {
                                    (marked) " events are marked. This report has the first " (shown)
                                    " of them: it holds at most 500 events and 20 MB."
                                }
                            }
                            @if hidden > 0 {
                                p.notice { (left_out(hidden)) }
                            }
                        }
                        @if self.sections.is_empty() {
                            p { "No event is flagged, highlighted or has a note." }
                        } @else {
                            nav aria-label="Contents" {
                                h2 { "Contents" }
                                ol { @for section in &self.sections { (section.entry) } }
                            }
                            @for section in &self.sections { (section.html) }
                        }
                    }
                }
            }
        };
        page.into_string()
    }
}

fn left_out(hidden: usize) -> String {
    match hidden {
        1 => "1 marked event is hidden and left out.".to_owned(),
        several => format!("{several} marked events are hidden and left out."),
    }
}

impl Told {
    pub(super) fn section(self) -> Section {
        let anchor = format!("event-{}", self.number);
        let entry = html! {
            li {
                a href={ "#" (anchor) } { (visible(&self.label)) }
                @if !self.summary.detail.is_empty() { " " span.detail { (visible(&self.summary.detail)) } }
                " " span.time { (self.time) }
            }
        };
        let colour = self
            .marks
            .highlight
            .map(|highlight| format!(" {highlight}"))
            .unwrap_or_default();
        let written = html! {
            section.{ "event" (colour) } id=(anchor) {
                h2 { (self.number) ". " (visible(&self.label)) }
                p.meta {
                    (self.time) " · " (visible(self.client.as_deref().unwrap_or("No client"))) " · "
                    (visible(&self.vendor))
                }
                (self.marked())
                dl.lines {
                    div { dt { "Kind" } dd { (visible(&self.summary.title)) } }
                    @if !self.summary.detail.is_empty() {
                        div { dt { "Detail" } dd { (visible(&self.summary.detail)) } }
                    }
                    @for line in &self.summary.lines {
                        div { dt { (visible(&line.label)) } dd { (visible(&line.value)) } }
                    }
                    div { dt { "UUID" } dd { (visible(&self.uuid)) } }
                }
                details open {
                    summary { "Payload" }
                    pre { (visible(&self.payload)) }
                    @if self.is_cut {
                        p.notice { "The payload goes on. It is cut off here, at 1 MB." }
                    }
                }
            }
        };
        Section { entry, html: written }
    }

    fn marked(&self) -> Markup {
        let marks = &self.marks;
        html! {
            ul.marks {
                @if self.summary.is_error { li.error { "Tells of an error" } }
                @match marks.flagged {
                    Some(MarkedBy::Here) => li { "⚑ Flagged" },
                    Some(MarkedBy::Adobe) => li { "⚑ Flagged in Adobe's web UI" },
                    None => {}
                }
                @if let Some(highlight) = marks.highlight { li.highlight { "Highlighted " (highlight.name()) } }
                @if marks.hidden.is_some() { li { "Hidden in the list" } }
            }
            @if let Some(note) = &marks.note {
                blockquote { (visible(note)) }
            }
            @if let Some(note) = &marks.adobe_note {
                blockquote { span.by { "Note in Adobe's web UI" } (visible(note)) }
            }
        }
    }
}

fn redacted(redaction: &Redaction) -> String {
    let rules: Vec<&str> = redaction.rules().map(in_words).collect();
    format!("Made unrecognizable in this report: {}.", rules.join(", "))
}

fn in_words(rule: RedactionRule) -> &'static str {
    match rule {
        RedactionRule::Identities => "identities",
        RedactionRule::PushTokens => "push tokens",
        RedactionRule::IpAddresses => "IP addresses",
        RedactionRule::Pin => "the PIN",
        RedactionRule::Names => "names of people and devices",
        RedactionRule::Emails => "e-mail addresses",
        RedactionRule::Authorization => "access tokens and passwords",
    }
}
