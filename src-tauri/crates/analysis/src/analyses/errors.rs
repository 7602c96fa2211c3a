//! Everything that failed.

use archive::SelectedEvent;
use event::{Event, summary};

use super::{Analysis, Kind};
use crate::drawing::{Cell, Drawing, Tone};
use crate::in_order::{InOrder, Placed};
use crate::scene::Scene;
use crate::table::{client, column, event_row, numbers, section, text, time};
use crate::told::{Told, Words, read_all, shortened};

pub(super) const KIND: Kind = Kind {
    id: "errors",
    title: "Errors",
    explanation: "Error responses, failed services and pushes, invalid records and statuses of 400 and above.",
    reads: "has:error OR kind:service payload.context.status:400..599 \
            OR source:responseContent payload.ACPExtensionEventData.status:400..599",
    // Its summary may name any of it.
    looks_at: &[],
    new: || Box::<Errors>::default(),
};

const LONGEST_TEXT: usize = 300;

#[derive(Default)]
struct Errors {
    words: Words,
    failures: InOrder<Failure>,
}

/// One event that tells of a failure.
struct Failure {
    what: String,
    place: String,
    status: Option<i64>,
    detail: String,
    request: String,
}

impl Analysis for Errors {
    fn take(&mut self, events: &[SelectedEvent]) {
        self.failures.extend(read_all(events, &mut self.words, failure));
    }

    fn draw(&self, scene: &Scene<'_>) -> Drawing {
        let of_client = |failure: &&Placed<Failure>| scene.shows(failure.client.as_deref());
        let wanted = |failure: &&Placed<Failure>| {
            let Failure {
                what,
                place,
                status,
                detail,
                request,
            } = &failure.what;
            let status = status.map(|status| status.to_string()).unwrap_or_default();
            of_client(failure) && scene.finds(&[what, place, &status, detail, request])
        };
        let count = self.failures.iter().filter(of_client).count();
        let mut columns = vec![
            column("Time", 2),
            column("Error", 2),
            column("Where", 2),
            numbers("Status", 1),
            column("Detail", 4),
            column("Request", 2),
        ];
        if scene.has_clients() {
            columns.insert(1, column("Client", 2));
        }
        let rows = section(
            ("errors", "Errors"),
            columns,
            scene,
            self.failures.iter().rev().filter(wanted),
            |failure| {
                let Failure {
                    what,
                    place,
                    status,
                    detail,
                    request,
                } = &failure.what;
                let mut cells = vec![
                    time(&failure.at),
                    text(what),
                    text(place),
                    status.map_or(Cell::Empty, |value| Cell::Number { value }),
                    text(detail),
                    text(request),
                ];
                if scene.has_clients() {
                    cells.insert(1, client(failure.client.as_deref()));
                }
                event_row(&failure.at, Tone::Bad, cells)
            },
        );
        Drawing {
            badge: (count > 0).then_some(count),
            nothing: (rows.total == 0).then(|| match count {
                0 => "Nothing has failed in this session.".to_owned(),
                _ => "No error holds this text.".to_owned(),
            }),
            sections: vec![rows.explained("The newest first.")],
            ..Drawing::default()
        }
    }
}

fn failure(told: &Told<'_>) -> Option<Failure> {
    let event = Event::from_json(&told.event.text).ok()?;
    let attributes = told.payload.fields("attributes");
    let context = told.payload.fields("context");
    let feedback = told.payload.fields("feedback");
    let statuses = [
        told.data.integer("status"),
        context.integer("status"),
        told.payload.integer("status"),
        told.payload.integer("responseCode"),
        feedback.integer("status"),
        told.payload.integer("statusCode"),
    ];
    let detail = detail(told);
    let request = told.data.text("requestId").or_else(|| attributes.text("requestId"));
    let request = request.or_else(|| told.payload.fields("header").text("xactionId"));
    Some(Failure {
        what: summary(&event).title,
        place: place(told, &detail),
        status: statuses.into_iter().flatten().find(|status| *status >= 400),
        detail: shortened(&detail, LONGEST_TEXT),
        request: shortened(&request.unwrap_or_default(), 36)
            .trim_end_matches('…')
            .to_owned(),
    })
}

/// What was said about it, in as many words as there are.
fn detail(told: &Told<'_>) -> String {
    let said = [
        invalid(told),
        told.data.text("detail"),
        told.data.text("title"),
        told.payload.item("messages", 0),
        told.payload.text("responseMessage"),
        told.payload.text("body"),
        told.payload.text("message"),
        told.payload.text("event"),
        told.payload.text("url"),
    ];
    said.into_iter().flatten().next().unwrap_or_default()
}

/// What Experience Platform found wrong with a record.
pub(super) fn invalid(told: &Told<'_>) -> Option<String> {
    let errors = |from: crate::fields::Fields<'_>| from.fields("_errors").value("_streamingValidation");
    let own = told.payload.fields("_errors").value("_streamingValidation");
    let found = own.or_else(|| errors(told.payload.fields("body")))?;
    let first = found.as_array()?.first()?;
    let message = first.get("message").and_then(serde_json::Value::as_str);
    Some(message.map_or_else(|| first.to_string(), str::to_owned))
}

/// The service that failed: named by the report, else in quotes as Adobe writes it, else who made the event.
fn place(told: &Told<'_>, detail: &str) -> String {
    let quoted = || {
        let (_, rest) = detail.split_once('\'')?;
        let (name, _) = rest.split_once('\'')?;
        name.starts_with("com.adobe").then(|| name.to_owned())
    };
    let named = told.payload.fields("attributes").text("serviceName");
    let slashed = || {
        let name = told.payload.text("name")?;
        name.rsplit_once('/').map(|(service, _)| service.to_owned())
    };
    if let Some(place) = named.or_else(quoted).or_else(slashed) {
        return place;
    }
    if told.is_sdk("edge", "errorresponsecontent") {
        return "Edge Network".to_owned();
    }
    told.event.vendor.clone()
}
