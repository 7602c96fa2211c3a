//! What belongs to an event.

use std::collections::HashMap;

use analysis::related::{Relative, related};
use event::Event;

use super::Desk;
use super::open_view::OpenView;
use super::views::shown_row;
use crate::contract::analyses::{Related, RelatedGroup, RelatedRow};
use crate::contract::inspector::{EventRef, EventRow};
use crate::contract::problem::Problem;

/// Rows of one group.
const MOST_ROWS: usize = 200;
/// Events of the same kind that are offered to compare with, on either side.
const MOST_ALIKE: usize = 20;

impl Desk {
    pub(crate) async fn event_related(&self, request: EventRef) -> Result<Related, Problem> {
        let open = self.view(request.view)?;
        self.blocking(move || belonging(&open, &request.event)).await
    }
}

/// What belongs to an event. Blocks.
fn belonging(open: &OpenView, uuid: &str) -> Result<Related, Problem> {
    let event = open.archive.event(uuid)?;
    let event = event.ok_or_else(|| Problem::not_found("The event"))?;
    let found = related(&open.archive, &event)?;
    let alike = analysis::alike(&open.archive, &event, MOST_ALIKE, MOST_ALIKE)?;
    let flat = |events: Vec<Event>| events.into_iter().map(|event| Relative { event, depth: 0 }).collect();
    let mut near = alike.before;
    near.reverse();
    near.extend(alike.after);
    let groups = [
        ("Parents and children", found.family),
        ("Same request", flat(found.request)),
    ];
    let groups = groups.into_iter().filter(|(_, relatives)| !relatives.is_empty());
    Ok(Related {
        groups: groups
            .map(|(title, relatives)| group(open, title, &relatives, &event))
            .collect::<Result<_, Problem>>()?,
        parent: found.parent,
        alike: rows(open, &flat(near), &event)?,
    })
}

fn group(open: &OpenView, title: &str, relatives: &[Relative], event: &Event) -> Result<RelatedGroup, Problem> {
    let shown = &relatives[..relatives.len().min(MOST_ROWS)];
    Ok(RelatedGroup {
        title: title.to_owned(),
        rows: rows(open, shown, event)?,
        total: relatives.len(),
    })
}

fn rows(open: &OpenView, relatives: &[Relative], event: &Event) -> Result<Vec<RelatedRow>, Problem> {
    let uuids: Vec<String> = relatives
        .iter()
        .map(|relative| relative.event.uuid.to_lowercase())
        .collect();
    let shown = open.view.rows_of(&uuids)?.into_iter().map(|row| shown_row(open, row));
    let mut known: HashMap<String, EventRow> = shown.map(|row| (row.uuid.clone(), row)).collect();
    let row = |(relative, uuid): (&Relative, &String)| {
        let row = known.remove(uuid)?;
        Some(RelatedRow {
            after_ms: row.timestamp.saturating_sub(event.timestamp),
            row,
            depth: relative.depth,
        })
    };
    Ok(relatives.iter().zip(&uuids).filter_map(row).collect())
}
