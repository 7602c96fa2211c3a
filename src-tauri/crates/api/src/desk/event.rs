//! The details of one event.

use std::collections::HashSet;

use event::{PayloadNote, ValueKind as FoundKind, made_visible, summary};

use super::Desk;
use super::open_view::OpenView;
use super::views::{MOST_ROWS, shown_row};
use crate::contract::inspector::{
    CopyEventRequest, EventDetails, EventRef, RawPage, RawRequest, SummaryLine, TreePage, TreeRequest, TreeRow,
    ValueKind,
};
use crate::contract::problem::Problem;

/// Levels of a payload that are open at first.
const OPEN_LEVELS: u32 = 2;

impl Desk {
    pub(crate) async fn event_details(&self, request: EventRef) -> Result<EventDetails, Problem> {
        let open = self.view(request.view)?;
        self.blocking(move || details(&open, &request.event)).await
    }

    pub(crate) async fn event_tree(&self, request: TreeRequest) -> Result<TreePage, Problem> {
        let open = self.view(request.view)?;
        self.blocking(move || {
            let toggled: HashSet<String> = request.toggled.into_iter().collect();
            let laid_out = open.laid_out(&request.event)?;
            let limit = request.limit.min(MOST_ROWS);
            let levels = request.open_levels.unwrap_or(OPEN_LEVELS);
            let tree = if request.sort_by_key {
                laid_out.sorted_tree()
            } else {
                &laid_out.tree
            };
            let page = tree.rows(request.search.trim(), &toggled, levels, request.offset, limit);
            Ok(TreePage {
                total: page.total,
                hits: page.hits,
                rows: page.rows.into_iter().map(tree_row).collect(),
            })
        })
        .await
    }

    pub(crate) async fn event_raw(&self, request: RawRequest) -> Result<RawPage, Problem> {
        let open = self.view(request.view)?;
        self.blocking(move || {
            let laid_out = open.laid_out(&request.event)?;
            let lines = laid_out.raw.raw_lines(request.offset, request.limit.min(MOST_ROWS));
            Ok(RawPage {
                total: laid_out.raw.line_count(),
                lines: lines.into_iter().map(|line| cut(line.text, line.truncated)).collect(),
            })
        })
        .await
    }

    pub(crate) async fn event_copy(&self, request: CopyEventRequest) -> Result<(), Problem> {
        let open = self.view(request.view)?;
        let text = self
            .blocking(move || {
                let laid_out = open.laid_out(&request.event)?;
                match request.path {
                    None => Ok(laid_out.raw.raw_text().to_owned()),
                    Some(path) => laid_out
                        .tree
                        .value_text(&path)
                        .ok_or_else(|| Problem::not_found("The value")),
                }
            })
            .await?;
        self.desktop.copy(&text, false)
    }
}

/// What the details panel shows of one event. Blocks.
fn details(open: &OpenView, uuid: &str) -> Result<EventDetails, Problem> {
    let event = open.archive.present_event(uuid)?;
    let event = event.ok_or_else(|| Problem::not_found("The event"))?;
    let index = open.view.index_of(&event.uuid);
    let payload = open.laid_out(&event.uuid)?;
    let payload_note = payload.tree.rows("", &HashSet::<String>::new(), 0, 0, 0).note;
    let note = match (open.archive.is_part(&event.uuid), payload_note) {
        (true, _) => Some("This is one part of a larger event. Its other parts have not arrived."),
        (false, Some(PayloadNote::NotJson)) => Some("The payload is not JSON. It is shown as text."),
        (false, Some(PayloadNote::JsonInString)) => Some("The payload was sent as a string. The JSON in it is shown."),
        (false, None) => None,
    };
    let summary = summary(&event);
    let row = open.view.rows_of(std::slice::from_ref(&event.uuid))?.pop();
    let row = row.ok_or_else(|| Problem::not_found("The event"))?;
    let line = |line: event::SummaryLine| SummaryLine {
        label: line.label,
        value: made_visible(line.value),
        path: line.path,
    };
    Ok(EventDetails {
        row: shown_row(open, row),
        index,
        title: made_visible(summary.title),
        lines: summary.lines.into_iter().map(line).collect(),
        note: note.map(str::to_owned),
        bytes: event.raw().len(),
    })
}

/// A piece of an event's text as it is shown; whether something is left out after it.
fn cut(text: String, truncated: bool) -> String {
    let shown = made_visible(text);
    if truncated { shown + "…" } else { shown }
}

pub(super) fn tree_row(row: event::TreeRow) -> TreeRow {
    TreeRow {
        path: row.path,
        depth: row.depth as usize,
        key: made_visible(row.key),
        value_kind: match row.kind {
            FoundKind::Object => ValueKind::Object,
            FoundKind::Array => ValueKind::Array,
            FoundKind::String => ValueKind::String,
            FoundKind::Number => ValueKind::Number,
            FoundKind::Boolean => ValueKind::Boolean,
            FoundKind::Null => ValueKind::Null,
            FoundKind::ObjectInString | FoundKind::ArrayInString => ValueKind::EmbeddedJson,
        },
        preview: cut(row.preview, row.truncated),
        children: row.child_count as usize,
        expanded: row.expanded,
        hit: row.matches,
    }
}
