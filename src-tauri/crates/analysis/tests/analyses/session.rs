//! A session of hand-written events, and a drawing as text.

use std::cell::RefCell;
use std::io::Cursor;
use std::sync::Arc;

use analysis::drawing::{Cell, Drawing, EventLink, Section, Tone};
use analysis::{ALL, Asked, Kind, Reading, kind};
use archive::import::EventReader;
use archive::{About, Archive};
use event::Event;
use serde_json::{Value, json};

/// When the sessions of these tests begin.
pub(crate) const START: i64 = 1_700_000_000_000;

/// A session in an archive of its own.
pub(crate) struct Session {
    archive: Arc<Archive>,
    about: About,
    /// Its events as they were added.
    lines: RefCell<Vec<String>>,
    /// The same events packed, of which an analysis is given only what it says that it looks at; once somebody asks.
    packed: RefCell<Option<Arc<Archive>>>,
    folder: tempfile::TempDir,
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
            about,
            lines: RefCell::default(),
            packed: RefCell::default(),
            folder,
        }
    }

    /// A session that holds these events.
    pub(crate) fn with(events: Vec<Value>) -> Self {
        let session = Self::new();
        session.add(events);
        session
    }

    pub(crate) fn add(&self, events: Vec<Value>) {
        self.add_texts(events.iter().map(Value::to_string).collect());
    }

    /// Adds events that need not be usual JSON values.
    pub(crate) fn add_texts(&self, events: Vec<String>) {
        let read = events.iter().map(|event| Event::from_json(event).unwrap());
        self.archive.insert(read.collect()).unwrap();
        self.lines.borrow_mut().extend(events);
        self.packed.replace(None);
    }

    pub(crate) fn reading(&self, analysis: &str) -> Reading {
        Reading::new(Arc::clone(&self.archive), kind(analysis).unwrap())
    }

    /// What an analysis draws. Packed or not, that is the same, and one that does not say what it looks at is found here.
    pub(crate) fn draw(&self, analysis: &str, asked: &Asked) -> Drawing {
        let drawing = self.reading(analysis).draw(asked, &|| false).unwrap();
        let packed = self.draw_packed(kind(analysis).unwrap(), asked);
        assert_eq!(drawing, packed, "`{analysis}` looks at more than it says");
        drawing
    }

    /// What every analysis draws.
    pub(crate) fn draw_all(&self, asked: &Asked) -> Vec<Drawing> {
        ALL.iter().map(|kind| self.draw(kind.id, asked)).collect()
    }

    /// What an analysis draws of the packed events.
    pub(crate) fn draw_packed(&self, kind: &Kind, asked: &Asked) -> Drawing {
        let packed = Arc::clone(self.packed.borrow_mut().get_or_insert_with(|| self.pack()));
        Reading::new(packed, kind).draw(asked, &|| false).unwrap()
    }

    fn pack(&self) -> Arc<Archive> {
        let lines = self.lines.borrow();
        if lines.is_empty() {
            return Arc::clone(&self.archive);
        }
        let reader = EventReader::new(Cursor::new(lines.join("\n"))).unwrap();
        let path = self.folder.path().join(format!("{}.assurance", lines.len()));
        archive::import(reader, &path, self.about.clone(), &()).unwrap();
        Arc::new(Archive::open_to_read(&path).unwrap())
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
