//! How a list is laid out, and what is selected in it.

use archive::export::CsvColumn;
use archive::query::Path;
use event::RawText;

use super::Desk;
use super::open_view::OpenView;
use crate::contract::analyses::{NeighbourRequest, PlacedEvent};
use crate::contract::inspector::{
    ArrangeRequest, Arrangement, CopyEventsRequest, EventSort, LaunchRow, ListRow, RangeRequest, ViewStatus,
};
use crate::contract::problem::Problem;
use crate::desk::views::shown_row;

/// Columns of values at once: each is read from the events that are seen.
const MOST_PATHS: usize = 8;
/// Events that are selected or copied at once.
const MOST_SELECTED: usize = 10_000;
/// What a clipboard takes without trouble.
const MOST_COPIED_BYTES: usize = 64 * 1_024 * 1_024;

impl Desk {
    pub(crate) async fn view_arrange(&self, request: ArrangeRequest) -> Result<ViewStatus, Problem> {
        let open = self.view(request.view)?;
        open.view.arrange(archive_arrangement(&request.arrangement)?);
        open.status().await
    }

    pub(crate) async fn view_range(&self, request: RangeRequest) -> Result<Vec<String>, Problem> {
        let open = self.view(request.view)?;
        let RangeRequest { from, to, .. } = request;
        let events = open
            .view
            .ask(move |view| view.events_between(from, to, MOST_SELECTED))
            .await;
        Ok(events)
    }

    pub(crate) async fn events_copy(&self, request: CopyEventsRequest) -> Result<(), Problem> {
        let open = self.view(request.view)?;
        if request.events.len() > MOST_SELECTED {
            return Err(too_much_to_copy());
        }
        let text = self.blocking(move || copied(&open, &request.events)).await?;
        self.desktop.copy(&text, false)
    }

    pub(crate) async fn event_neighbour(&self, request: NeighbourRequest) -> Result<Option<PlacedEvent>, Problem> {
        let open = self.view(request.view)?;
        let NeighbourRequest { event, next, .. } = request;
        let found = open.view.ask(move |view| view.neighbour_of(&event, next)).await;
        Ok(found.map(|(uuid, index)| PlacedEvent { uuid, index }))
    }
}

/// A row of the list as the window shows it.
pub(super) fn list_row(open: &OpenView, row: archive::ListRow) -> ListRow {
    match row {
        archive::ListRow::Event(event) => ListRow::Event(shown_row(open, event)),
        archive::ListRow::Launch(launch) => ListRow::Launch(LaunchRow {
            number: launch.number,
            client_name: open.client_name(&launch.client_id),
            client_colour: open.colour(Some(&launch.client_id)),
            timestamp: launch.timestamp,
        }),
    }
}

/// The arrangement of a view as the window knows it.
pub(super) fn shown_arrangement(arrangement: &archive::Arrangement) -> Arrangement {
    Arrangement {
        sort: match arrangement.sort {
            archive::EventSort::Time => EventSort::Time,
            archive::EventSort::Name => EventSort::Name,
            archive::EventSort::Type => EventSort::Type,
            archive::EventSort::Source => EventSort::Source,
            archive::EventSort::Vendor => EventSort::Vendor,
            archive::EventSort::Client => EventSort::Client,
        },
        descending: arrangement.descending,
        launches: arrangement.launches,
        paths: arrangement.paths.iter().map(ToString::to_string).collect(),
    }
}

fn archive_arrangement(arrangement: &Arrangement) -> Result<archive::Arrangement, Problem> {
    if arrangement.paths.len() > MOST_PATHS {
        return Err(Problem::invalid_input(
            format!("A list can show the values at {MOST_PATHS} paths at once."),
            "Take away a column of values, then add the new one.",
        ));
    }
    let paths: Result<Vec<Path>, Problem> = arrangement.paths.iter().map(|text| path(text)).collect();
    Ok(archive::Arrangement {
        sort: match arrangement.sort {
            EventSort::Time => archive::EventSort::Time,
            EventSort::Name => archive::EventSort::Name,
            EventSort::Type => archive::EventSort::Type,
            EventSort::Source => archive::EventSort::Source,
            EventSort::Vendor => archive::EventSort::Vendor,
            EventSort::Client => archive::EventSort::Client,
        },
        descending: arrangement.descending,
        launches: arrangement.launches,
        paths: paths?,
    })
}

fn path(text: &str) -> Result<Path, Problem> {
    match text.trim().parse() {
        Ok(CsvColumn::Path(path)) => Ok(path),
        _ => Err(Problem::invalid_input(
            format!("“{text}” is no path to a value of an event."),
            "Write the way from the payload, such as payload.ACPExtensionEventData.xdm.eventType.",
        )),
    }
}

/// Events as JSON: one as an object, several as a list. Blocks.
fn copied(open: &OpenView, uuids: &[String]) -> Result<String, Problem> {
    if let [only] = uuids {
        return Ok(open.laid_out(only)?.raw.raw_text().to_owned());
    }
    let texts = open
        .view
        .texts_of(uuids, MOST_COPIED_BYTES)?
        .ok_or_else(too_much_to_copy)?;
    if texts.is_empty() {
        return Err(Problem::not_found("The event"));
    }
    let mut list = String::from("[");
    for text in &texts {
        list.push_str(if list.len() == 1 { "\n" } else { ",\n" });
        let event = event::Event::from_json(text).map_err(|_| archive::ArchiveError::Damaged)?;
        list.push_str(RawText::new(&event).raw_text());
    }
    list.push_str("\n]");
    Ok(list)
}

fn too_much_to_copy() -> Problem {
    Problem::invalid_input(
        "These are more events than the clipboard should hold: 10,000 events or 64 MB at most.",
        "Select fewer, or export them to a file.",
    )
}
