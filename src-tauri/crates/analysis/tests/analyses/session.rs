//! A session of hand-written events, and a drawing as text.

use std::sync::Arc;

use analysis::drawing::{Cell, Drawing, EventLink, Section, Tone};
use analysis::{ALL, Asked, Reading, kind};
use archive::{About, Archive};
use event::Event;
use serde_json::{Value, json};

/// When the sessions of these tests begin.
pub(crate) const START: i64 = 1_700_000_000_000;

/// A session in an archive of its own.
pub(crate) struct Session {
    archive: Arc<Archive>,
    _folder: tempfile::TempDir,
}

impl Session {
    pub(crate) fn new() -> Self {
        Self::of_organization(None)
    }

    pub(crate) fn of_organization(organization: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let about = About {
            organization: organization.map(str::to_owned),
            ..About::default()
        };
        let archive = Archive::create(&folder.path().join("a.assurance"), &about).unwrap();
        Self {
            archive: Arc::new(archive),
            _folder: folder,
        }
    }

    /// A session that holds these events.
    pub(crate) fn with(events: Vec<Value>) -> Self {
        let session = Self::new();
        session.add(events);
        session
    }

    pub(crate) fn add(&self, events: Vec<Value>) {
        let events = events.iter().map(|event| Event::from_json(&event.to_string()).unwrap());
        self.archive.insert(events.collect()).unwrap();
    }

    /// Adds an event that is no usual JSON value.
    pub(crate) fn add_text(&self, event: &str) {
        self.archive.insert(vec![Event::from_json(event).unwrap()]).unwrap();
    }

    pub(crate) fn reading(&self, analysis: &str) -> Reading {
        Reading::new(Arc::clone(&self.archive), kind(analysis).unwrap())
    }

    pub(crate) fn draw(&self, analysis: &str, asked: &Asked) -> Drawing {
        self.reading(analysis).draw(asked, &|| false).unwrap()
    }

    /// What every analysis draws.
    pub(crate) fn draw_all(&self, asked: &Asked) -> Vec<Drawing> {
        ALL.iter().map(|kind| self.draw(kind.id, asked)).collect()
    }
}

/// An event at so many milliseconds after the start.
pub(crate) fn event(uuid: &str, at: i64, kind: &str, vendor: &str, payload: Value) -> Value {
    json!({"uuid": uuid, "clientId": "phone", "timestamp": START + at, "eventNumber": 0, "type": kind,
        "vendor": vendor, "payload": payload})
}

/// An event of the SDK's event hub, whose own identifier is its UUID in capitals.
pub(crate) fn sdk(uuid: &str, at: i64, name: &str, (event_type, source): (&str, &str), data: Value) -> Value {
    let payload = json!({
        "ACPExtensionEventName": name,
        "ACPExtensionEventType": format!("com.adobe.eventtype.{event_type}"),
        "ACPExtensionEventSource": format!("com.adobe.eventsource.{source}"),
        "ACPExtensionEventUniqueIdentifier": uuid.to_uppercase(),
        "ACPExtensionEventData": data,
    });
    event(uuid, at, "generic", "com.adobe.griffon.mobile", payload)
}

/// A shared state.
pub(crate) fn state(uuid: &str, at: i64, owner: &str, state: Value) -> Value {
    let mut event = sdk(
        uuid,
        at,
        "Shared state change",
        ("hub", "sharedstate"),
        json!({"stateowner": owner}),
    );
    event["payload"]["metadata"] = json!({"state.data": state});
    event
}

/// The client of an event.
pub(crate) fn of(client: &str, mut event: Value) -> Value {
    event["clientId"] = client.into();
    event
}

/// A client that connects.
pub(crate) fn connect(uuid: &str, at: i64, client: &str, name: &str, system: &str) -> Value {
    let payload = json!({"type": "connect", "version": "5.0.0",
        "deviceInfo": {"Device name": name, "Operating system": system},
        "appSettings": {"CFBundleIdentifier": "com.example.app", "CFBundleShortVersionString": "3.4.1"}});
    let mut event = of(client, event(uuid, at, "client", "com.adobe.griffon.mobile", payload));
    event["eventNumber"] = 1.into();
    event
}

pub(crate) fn section<'a>(drawing: &'a Drawing, id: &str) -> &'a Section {
    let found = drawing.sections.iter().find(|section| section.id == id);
    found.unwrap_or_else(|| panic!("{id} is among {:?}", drawing.sections))
}

/// The rows of a section, a line for each.
pub(crate) fn lines(drawing: &Drawing, id: &str) -> Vec<String> {
    let line = |cells: &[Cell]| cells.iter().map(cell).collect::<Vec<_>>().join(" | ");
    section(drawing, id).rows.iter().map(|row| line(&row.cells)).collect()
}

fn cell(cell: &Cell) -> String {
    let link = |link: &EventLink| format!("{}{}", mark(link.tone), link.label);
    match cell {
        Cell::Empty => "–".to_owned(),
        Cell::Text { text, tone } => format!("{}{text}", mark(*tone)),
        Cell::Badge { text, tone } => format!("{}[{text}]", mark(*tone)),
        Cell::Time { at } => format!("+{}", at - START),
        Cell::Duration { ms } => format!("{ms} ms"),
        Cell::Number { value } => value.to_string(),
        Cell::Client { client } => format!("@{client}"),
        Cell::Change { before, after } => {
            format!(
                "{} → {}",
                before.as_deref().unwrap_or("–"),
                after.as_deref().unwrap_or("–")
            )
        }
        Cell::Events { events, more } => {
            let rest = if *more > 0 { format!(" +{more}") } else { String::new() };
            events.iter().map(link).collect::<Vec<_>>().join(", ") + &rest
        }
    }
}

fn mark(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "",
        Tone::Good => "✓",
        Tone::Warning => "!",
        Tone::Bad => "✗",
    }
}

/// The titles of the notices.
pub(crate) fn notices(drawing: &Drawing) -> Vec<&str> {
    drawing.notices.iter().map(|notice| notice.title.as_str()).collect()
}
