//! All events of one request, from the first to the last.

use super::correlation::Cause;
use super::step::Lane;
use super::transaction::{Member, Transaction};
use crate::drawing::{Cell, Section, Tone};
use crate::scene::Scene;
use crate::table::{column, event_row, numbers, section as table, text, time, toned};

/// The section about one request.
pub(super) fn section(transaction: &Transaction, cause: Option<&Cause>, scene: &Scene<'_>) -> Section {
    let start = transaction.start().time;
    let columns = vec![
        column("Time", 2),
        numbers("After", 1),
        column("Where", 2),
        column("Event", 4),
    ];
    let before = cause.map(|cause| Line {
        at: &cause.at,
        place: "Client-side",
        label: &cause.label,
        tone: Tone::Plain,
    });
    let members = transaction.members();
    let lines = before.into_iter().chain(members.into_iter().map(line));
    let events = table(("events", "Events of the request"), columns, scene, lines, |line| {
        let after = Cell::Duration {
            ms: line.at.time - start,
        };
        event_row(
            line.at,
            line.tone,
            vec![time(line.at), after, text(line.place), toned(line.label, line.tone)],
        )
    });
    let request = transaction.request_id().map(|id| format!("Request {id}."));
    let datastream = transaction.datastream().map(|id| format!("Datastream {id}."));
    let told: Vec<String> = request.into_iter().chain(datastream).collect();
    match told.is_empty() {
        true => events,
        false => events.explained(told.join(" ")),
    }
}

struct Line<'a> {
    at: &'a crate::in_order::Place,
    place: &'static str,
    label: &'a str,
    tone: Tone,
}

fn line(member: &Member) -> Line<'_> {
    Line {
        at: &member.at,
        place: match member.role.lane() {
            Lane::Client => "Client-side",
            Lane::Edge => "Edge Network",
            Lane::Upstream => "Upstream",
        },
        label: &member.label,
        tone: member.tone(),
    }
}
