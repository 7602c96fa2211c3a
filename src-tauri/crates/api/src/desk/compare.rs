//! Two sessions side by side.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use analysis::compare::{Compared, Comparison as Aligned, MOST_EVENTS};
use analysis::diff::{Change as Became, Content, Diff, Ignored, Lines};
use event::Event;
use uuid::Uuid;

use super::differences::{change, ignored};
use super::open_view::OpenView;
use super::queries::parsed_text;
use super::views::{MOST_ROWS, shown_row};
use super::{Desk, lock};
use crate::contract::analyses::{CompareRequest, ComparedRow, Comparison};
use crate::contract::inspector::EventRow;
use crate::contract::problem::Problem;

/// The comparison that was made last; a page asks for many windows of one.
#[derive(Default)]
pub(super) struct Comparisons {
    /// The newest that is wanted, and its number: what is made for another is called off.
    wanted: Mutex<(Option<Asked>, u64)>,
    /// Held while one is made, so that several windows wait for one.
    kept: Mutex<Option<Kept>>,
}

struct Kept {
    asked: Asked,
    /// Of both archives, when it was made.
    revisions: (u64, u64),
    aligned: Arc<Aligned>,
}

/// What is compared.
#[derive(Clone, PartialEq, Eq)]
struct Asked {
    left: Uuid,
    right: Uuid,
    text: String,
    zone_minutes: i16,
}

impl Desk {
    pub(crate) async fn sessions_compare(&self, request: CompareRequest) -> Result<Comparison, Problem> {
        let (left, right) = (self.view(request.left)?, self.view(request.right)?);
        let comparisons = Arc::clone(&self.comparisons);
        self.blocking(move || {
            let asked = Asked {
                left: request.left,
                right: request.right,
                text: request.text.clone(),
                zone_minutes: request.zone_minutes,
            };
            let aligned = comparisons.aligned(asked, &left, &right, request.offset)?;
            window(&aligned, &left, &right, &request)
        })
        .await
    }
}

impl Comparisons {
    /// The two sessions aligned. The first window is made anew when events have arrived; later ones belong to it.
    fn aligned(&self, asked: Asked, left: &OpenView, right: &OpenView, offset: usize) -> Result<Arc<Aligned>, Problem> {
        let number = self.number_of(&asked);
        let mut kept = lock(&self.kept);
        let revisions = (left.archive.revision(), right.archive.revision());
        let fits = |kept: &&Kept| kept.asked == asked && (offset > 0 || kept.revisions == revisions);
        if let Some(kept) = kept.as_ref().filter(fits) {
            return Ok(Arc::clone(&kept.aligned));
        }
        let query = parsed_text(&asked.text, asked.zone_minutes).map_err(|error| Problem::from(&error))?;
        let is_called_off = || lock(&self.wanted).1 != number;
        let aligned = Arc::new(Aligned::new(&left.archive, &right.archive, &query, &is_called_off)?);
        *kept = Some(Kept {
            asked,
            revisions,
            aligned: Arc::clone(&aligned),
        });
        Ok(aligned)
    }

    /// The number of what is asked; what was asked before under another is called off.
    fn number_of(&self, asked: &Asked) -> u64 {
        let mut wanted = lock(&self.wanted);
        if wanted.0.as_ref() != Some(asked) {
            *wanted = (Some(asked.clone()), wanted.1 + 1);
        }
        wanted.1
    }
}

fn window(
    aligned: &Aligned,
    left: &OpenView,
    right: &OpenView,
    request: &CompareRequest,
) -> Result<Comparison, Problem> {
    let ignored = ignored(request.ignore_volatile);
    let limit = request.limit.min(MOST_ROWS);
    let rows = aligned.rows(ignored, request.only_differences, request.offset, limit);
    let tally = aligned.tally(ignored);
    let differing = tally.different + tally.missing + tally.new;
    Ok(Comparison {
        same: tally.same,
        different: tally.different,
        missing: tally.missing,
        new: tally.new,
        total: if request.only_differences {
            differing
        } else {
            differing + tally.same
        },
        rows: compared_rows(&rows, left, right, ignored)?,
        note: note(aligned),
    })
}

/// What of the two sessions was not compared.
fn note(aligned: &Aligned) -> Option<String> {
    let cut = aligned.is_cut().then(|| {
        format!(
            "Only the first {},000 events of each session were compared. A query makes them fewer.",
            MOST_EVENTS / 1_000
        )
    });
    let hidden = match aligned.hidden() {
        0 => None,
        1 => Some("A hidden event is left out.".to_owned()),
        hidden => Some(format!("{hidden} hidden events are left out.")),
    };
    let notes: Vec<String> = cut.into_iter().chain(hidden).collect();
    (!notes.is_empty()).then(|| notes.join(" "))
}

fn compared_rows(
    rows: &[Compared<'_>],
    left: &OpenView,
    right: &OpenView,
    ignored: Ignored,
) -> Result<Vec<ComparedRow>, Problem> {
    let mut on_left = shown(left, rows.iter().filter_map(|row| row.left))?;
    let mut on_right = shown(right, rows.iter().filter_map(|row| row.right))?;
    let different = || rows.iter().filter(|row| row.change == Became::Changed);
    let mut before = events(left, different().filter_map(|row| row.left))?;
    let mut after = events(right, different().filter_map(|row| row.right))?;
    let compared = |row: &Compared<'_>| {
        let pair = row
            .left
            .and_then(|uuid| before.remove(uuid))
            .zip(row.right.and_then(|uuid| after.remove(uuid)));
        ComparedRow {
            change: change(row.change),
            left: row.left.and_then(|uuid| on_left.remove(uuid)),
            right: row.right.and_then(|uuid| on_right.remove(uuid)),
            differences: pair.map_or(0, |(before, after)| {
                let content = |event: &Event| Arc::new(Content::new(event, ignored));
                Diff::new(content(&before), content(&after), Lines::OnlyChanges)
                    .counts()
                    .total()
            }),
        }
    };
    Ok(rows.iter().map(compared).collect())
}

fn shown<'c>(open: &OpenView, uuids: impl Iterator<Item = &'c str>) -> Result<HashMap<String, EventRow>, Problem> {
    let uuids: Vec<String> = uuids.map(str::to_owned).collect();
    let rows = open.view.rows_of(&uuids)?.into_iter().map(|row| shown_row(open, row));
    Ok(rows.map(|row| (row.uuid.clone(), row)).collect())
}

fn events<'c>(open: &OpenView, uuids: impl Iterator<Item = &'c str>) -> Result<HashMap<String, Event>, Problem> {
    let uuids: Vec<String> = uuids.map(str::to_owned).collect();
    let events = open.archive.events(&uuids)?;
    let known = uuids.into_iter().zip(events);
    Ok(known.filter_map(|(uuid, event)| Some((uuid, event?))).collect())
}
