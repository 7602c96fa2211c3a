//! Flags, hidden events, notes and highlights, and clearing a session.

use std::sync::{Arc, Weak};

use archive::{ArchiveError, EventMarks as Found, Highlight as FoundHighlight, MarkChange as Change};
use time::OffsetDateTime;

use super::Desk;
use super::integrations::milliseconds;
use super::open_view::OpenView;
use crate::contract::inspector::ViewStatus;
use crate::contract::marks::{
    ClearRequest, EventMarks, Highlight, MarkChange, MarkRequest, MarkedBy, ShowHiddenRequest,
};
use crate::contract::problem::{Problem, ProblemCode};

/// Characters of a note at most; more is a document.
const LONGEST_NOTE: usize = 20_000;

impl Desk {
    pub(crate) async fn events_mark(&self, request: MarkRequest) -> Result<ViewStatus, Problem> {
        let open = self.view(request.view)?;
        let change = archive_change(request.change)?;
        let events = request.events;
        let marked = open.view.ask(move |view| view.archive().mark(&events, &change)).await;
        marked.map_err(|error| not_marked(&error))?;
        open.note_change();
        open.status().await
    }

    pub(crate) async fn view_clear(&self, request: ClearRequest) -> Result<ViewStatus, Problem> {
        let open = self.view(request.view)?;
        let at = request.clear.then(|| milliseconds(OffsetDateTime::now_utc()));
        let cleared = open.view.ask(move |view| view.archive().clear(at)).await;
        cleared.map_err(|error| not_marked(&error))?;
        open.note_change();
        open.status().await
    }

    pub(crate) async fn view_show_hidden(&self, request: ShowHiddenRequest) -> Result<ViewStatus, Problem> {
        let open = self.view(request.view)?;
        open.view.show_hidden(request.show);
        open.note_change();
        open.status().await
    }
}

/// Shows what Adobe's web UI has marked, once it was found among the events, and goes on as more arrive; until the view
/// is closed.
pub(super) async fn find_marks(view: Weak<OpenView>) {
    let Some(mut changes) = view.upgrade().map(|open| open.archive.changes()) else {
        return;
    };
    loop {
        let Some(open) = view.upgrade() else { return };
        let looking = Arc::clone(&open);
        let found = open
            .view
            .ask(move |view| view.archive().find_marks(&|| looking.is_ended()))
            .await;
        if let Err(error) = found {
            tracing::debug!(%error, "what Adobe's web UI has marked was not found");
        }
        drop(open);
        if changes.changed().await.is_err() {
            return;
        }
    }
}

/// The marks of an event as the window shows them.
pub(super) fn shown_marks(marks: Found) -> EventMarks {
    EventMarks {
        flagged: marks.flagged.map(marked_by),
        hidden: marks.hidden.map(marked_by),
        note: marks.note,
        adobe_note: marks.adobe_note,
        highlight: marks.highlight.map(shown_highlight),
    }
}

pub(super) fn marked_by(by: archive::MarkedBy) -> MarkedBy {
    match by {
        archive::MarkedBy::Here => MarkedBy::Here,
        archive::MarkedBy::Adobe => MarkedBy::Adobe,
    }
}

fn shown_highlight(highlight: FoundHighlight) -> Highlight {
    match highlight {
        FoundHighlight::Yellow => Highlight::Yellow,
        FoundHighlight::Green => Highlight::Green,
        FoundHighlight::Blue => Highlight::Blue,
        FoundHighlight::Purple => Highlight::Purple,
        FoundHighlight::Red => Highlight::Red,
    }
}

fn archive_change(change: MarkChange) -> Result<Change, Problem> {
    Ok(match change {
        MarkChange::Flag { on } => Change::Flag(on),
        MarkChange::Hide { on } => Change::Hide(on),
        MarkChange::Note { text } if text.chars().count() > LONGEST_NOTE => {
            return Err(Problem::invalid_input(
                "The note is too long. It has at most 20,000 characters.",
                "Shorten it.",
            ));
        }
        MarkChange::Note { text } => Change::Note(text),
        MarkChange::Highlight { colour } => Change::Highlight(colour.map(|colour| match colour {
            Highlight::Yellow => FoundHighlight::Yellow,
            Highlight::Green => FoundHighlight::Green,
            Highlight::Blue => FoundHighlight::Blue,
            Highlight::Purple => FoundHighlight::Purple,
            Highlight::Red => FoundHighlight::Red,
        })),
    })
}

/// Why nothing was marked. An archive that is only read has two likely reasons.
fn not_marked(error: &ArchiveError) -> Problem {
    match error {
        ArchiveError::ReadOnly => Problem::new(
            ProblemCode::File,
            "This was not marked",
            "Marks are kept in the archive, and this one is open to read only: its file or folder is read-only, or \
             another window or program is writing to it.",
            "Allow writing to the file and its folder, or close the session in the other window. Then open it here again.",
        ),
        error => Problem::from(error),
    }
}
