//! The details of one event.

use std::collections::HashSet;

use assurance::EventRow as LogRow;
use event::{Event, PayloadNote, ValueKind as LogKind, event_type, label, summary};

use super::Desk;
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
        let event = open
            .log
            .event(&request.event)
            .ok_or_else(|| Problem::not_found("The event"))?;
        let uuid = event.uuid.clone();
        let index = open.view.ask(move |view| view.position_of(&uuid)).await;
        let is_part = open.log.is_part(&event.uuid);
        let bytes = event.raw().len();
        let (row, title, lines, payload_note) = self
            .blocking({
                let open = open.clone();
                move || {
                    let summary = summary(&event);
                    let note = open
                        .laid_out(&event.uuid)?
                        .tree
                        .rows("", &HashSet::<String>::new(), 0, 0, 0)
                        .note;
                    let row = log_row(&event, index, summary.detail, summary.is_error);
                    Ok((shown_row(&open, row), summary.title, summary.lines, note))
                }
            })
            .await?;
        let note = match (is_part, payload_note) {
            (true, _) => Some("This is one part of a larger event. Its other parts have not arrived.".to_owned()),
            (false, Some(PayloadNote::NotJson)) => Some("The payload is not JSON. It is shown as text.".to_owned()),
            (false, Some(PayloadNote::JsonInString)) => {
                Some("The payload was sent as a string. The JSON in it is shown.".to_owned())
            }
            (false, None) => None,
        };
        let lines = lines
            .into_iter()
            .map(|(label, value)| SummaryLine { label, value })
            .collect();
        Ok(EventDetails {
            row,
            index,
            title,
            lines,
            note,
            bytes,
        })
    }

    pub(crate) async fn event_tree(&self, request: TreeRequest) -> Result<TreePage, Problem> {
        let open = self.view(request.view)?;
        self.blocking(move || {
            let toggled: HashSet<String> = request.toggled.into_iter().collect();
            let laid_out = open.laid_out(&request.event)?;
            let limit = request.limit.min(MOST_ROWS);
            let page = laid_out
                .tree
                .rows(request.search.trim(), &toggled, OPEN_LEVELS, request.offset, limit);
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
                lines: lines
                    .into_iter()
                    .map(|line| if line.truncated { line.text + "…" } else { line.text })
                    .collect(),
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

/// The row of an event that the list may not show now.
fn log_row(event: &Event, index: Option<usize>, detail: String, is_error: bool) -> LogRow {
    LogRow {
        index: index.unwrap_or_default(),
        uuid: event.uuid.clone(),
        timestamp: event.timestamp,
        event_number: event.event_number,
        vendor: event.vendor.clone(),
        kind: event.kind.clone(),
        event_type: event_type(event),
        client_id: event.client_id.clone(),
        label: label(event),
        title: String::new(),
        detail,
        is_error,
    }
}

fn tree_row(row: event::TreeRow) -> TreeRow {
    TreeRow {
        path: row.path,
        depth: row.depth as usize,
        key: row.key,
        value_kind: match row.kind {
            LogKind::Object => ValueKind::Object,
            LogKind::Array => ValueKind::Array,
            LogKind::String => ValueKind::String,
            LogKind::Number => ValueKind::Number,
            LogKind::Boolean => ValueKind::Boolean,
            LogKind::Null => ValueKind::Null,
            LogKind::ObjectInString | LogKind::ArrayInString => ValueKind::EmbeddedJson,
        },
        preview: if row.truncated {
            row.preview + "…"
        } else {
            row.preview
        },
        children: row.child_count as usize,
        expanded: row.expanded,
        hit: row.matches,
    }
}
