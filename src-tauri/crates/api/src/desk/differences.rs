//! What differs between two events, of one session or of two.

use std::sync::{Arc, Mutex};

use analysis::diff::{Change as Became, Content, Diff, Ignored, Lines};
use archive::Archive;
use event::{Event, made_visible};
use uuid::Uuid;

use super::open_view::OpenView;
use super::views::{MOST_ROWS, shown_row};
use super::{Desk, lock};
use crate::contract::analyses::{Change, ComparePairRequest, DiffLine, DiffRequest, DiffWith, EventDiff};
use crate::contract::problem::Problem;

/// The difference that was looked at last; a panel asks for many windows of one.
#[derive(Default)]
pub(super) struct Differences(Mutex<Option<Kept>>);

struct Kept {
    asked: Asked,
    found: Found,
}

/// What was compared.
#[derive(Clone, PartialEq)]
struct Asked {
    view: Uuid,
    event: String,
    other: Other,
    ignored: Ignored,
    lines: Lines,
}

/// What an event is compared with.
#[derive(Clone, PartialEq)]
enum Other {
    Previous,
    Event { view: Uuid, event: String },
}

/// The other event, and what differs from it.
type Found = Option<(String, Arc<Diff>)>;

impl Desk {
    pub(crate) async fn event_diff(&self, request: DiffRequest) -> Result<EventDiff, Problem> {
        let open = self.view(request.view)?;
        let asked = Asked {
            view: request.view,
            event: request.event,
            other: match request.other {
                DiffWith::Previous => Other::Previous,
                DiffWith::Event { event } => Other::Event {
                    view: request.view,
                    event,
                },
            },
            ignored: ignored(request.ignore_volatile),
            lines: if request.only_changes {
                Lines::OnlyChanges
            } else {
                Lines::All
            },
        };
        self.difference(asked, Arc::clone(&open), open, (request.offset, request.limit))
            .await
    }

    pub(crate) async fn compare_pair(&self, request: ComparePairRequest) -> Result<EventDiff, Problem> {
        let (left, right) = (self.view(request.left)?, self.view(request.right)?);
        let asked = Asked {
            view: request.right,
            event: request.right_event,
            other: Other::Event {
                view: request.left,
                event: request.left_event,
            },
            ignored: ignored(request.ignore_volatile),
            lines: Lines::OnlyChanges,
        };
        self.difference(asked, right, left, (request.offset, request.limit))
            .await
    }

    /// A window of what differs in an event of `open` from one of `others`.
    async fn difference(
        &self,
        asked: Asked,
        open: Arc<OpenView>,
        others: Arc<OpenView>,
        (offset, limit): (usize, usize),
    ) -> Result<EventDiff, Problem> {
        let differences = Arc::clone(&self.differences);
        self.blocking(move || {
            let found = differences.found(asked, &open, &others, offset)?;
            let Some((other, diff)) = found else {
                return Ok(EventDiff {
                    other: None,
                    removed: 0,
                    added: 0,
                    changed: 0,
                    total: 0,
                    lines: Vec::new(),
                });
            };
            let counts = diff.counts();
            let row = others.view.rows_of(&[other])?.pop();
            Ok(EventDiff {
                other: row.map(|row| shown_row(&others, row)),
                removed: counts.removed,
                added: counts.added,
                changed: counts.changed,
                total: diff.len(),
                lines: diff.lines(offset, limit.min(MOST_ROWS)).into_iter().map(line).collect(),
            })
        })
        .await
    }
}

impl Differences {
    /// What differs. The first window is found anew, for events may have arrived; later ones belong to it.
    fn found(&self, asked: Asked, open: &OpenView, others: &OpenView, offset: usize) -> Result<Found, Problem> {
        if offset > 0
            && let Some(kept) = lock(&self.0).as_ref().filter(|kept| kept.asked == asked)
        {
            return Ok(kept.found.clone());
        }
        let event = event_in(&open.archive, &asked.event)?;
        let other = match &asked.other {
            Other::Previous => analysis::alike(&open.archive, &event, 1, 0)?.before.pop(),
            Other::Event { event, .. } => Some(event_in(&others.archive, event)?),
        };
        let found = other.map(|other| {
            let content = |event: &Event| Arc::new(Content::new(event, asked.ignored));
            let diff = Diff::new(content(&other), content(&event), asked.lines);
            (other.uuid, Arc::new(diff))
        });
        *lock(&self.0) = Some(Kept {
            asked,
            found: found.clone(),
        });
        Ok(found)
    }
}

pub(super) fn ignored(volatile: bool) -> Ignored {
    if volatile {
        Ignored::IdentitiesAndTimes
    } else {
        Ignored::Nothing
    }
}

pub(super) fn change(became: Became) -> Change {
    match became {
        Became::Same => Change::Same,
        Became::Added => Change::Added,
        Became::Removed => Change::Removed,
        Became::Changed => Change::Changed,
    }
}

fn event_in(archive: &Archive, uuid: &str) -> Result<Event, Problem> {
    archive.event(uuid)?.ok_or_else(|| Problem::not_found("The event"))
}

fn line(line: analysis::diff::DiffLine) -> DiffLine {
    DiffLine {
        path: line.path,
        depth: line.depth,
        key: made_visible(line.key),
        change: change(line.change),
        before: line.before.map(made_visible),
        after: line.after.map(made_visible),
    }
}
