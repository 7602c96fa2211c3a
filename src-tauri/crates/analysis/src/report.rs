//! A report of what was marked in a session, to print or to hand to somebody: one HTML file with everything in it. It
//! runs no script and fetches nothing; what events say in it is text and nothing else.

mod moment;
mod page;

use archive::export::{ExportError, ExportWatch};
use archive::query::Query;
use archive::redaction::{Redaction, Redactor};
use archive::{Archive, ArchiveError, EventMarks, Scope, Selected, SelectedEvent, Selection};
use event::{Event, PayloadTree, Summary, summary};
use time::UtcOffset;

use moment::Moments;
use page::{Page, Section};

/// Events of one report at most.
const MOST_EVENTS: usize = 500;
/// Bytes of one report at most, apart from its first page.
const MOST_BYTES: usize = 20 * 1024 * 1024;
/// Bytes of one payload at most; the rest is cut off, and it is said so.
const LARGEST_PAYLOAD: usize = 1024 * 1024;
/// Events that are read at a time.
const AT_ONCE: usize = 50;

/// What a report says beside the events, and what it leaves out of them.
#[derive(Clone)]
pub struct ReportOptions {
    /// Its heading; the session's name where it is empty.
    pub title: String,
    /// What the reader should know first.
    pub remarks: String,
    /// What is made unrecognizable; nothing where there is none.
    pub redaction: Option<Redaction>,
    /// The clock that times are told in.
    pub zone: UtcOffset,
    /// Which events count at all.
    pub scope: Scope,
}

/// What a report of an archive holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportContents {
    /// Events that are flagged, highlighted or have a note.
    pub marked: usize,
    /// How many of them are shown.
    pub shown: usize,
    /// How many more are marked and left out, because they are hidden or the session was cleared after them.
    pub hidden: usize,
}

/// A report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The file's text.
    pub html: String,
    /// What is in it.
    pub contents: ReportContents,
}

/// What a report of an archive would hold. Large payloads may leave room for fewer events.
///
/// # Errors
/// When the archive cannot be read.
pub fn report_contents(archive: &Archive, scope: &Scope) -> Result<ReportContents, ArchiveError> {
    let marked_events = marked(archive, scope)?.len();
    let with_hidden = marked(archive, &scope.clone().with_hidden())?.len();
    Ok(ReportContents {
        marked: marked_events,
        shown: marked_events.min(MOST_EVENTS),
        hidden: with_hidden - marked_events,
    })
}

/// Makes the report of an archive's marked events, in the order of the session.
///
/// ```no_run
/// use analysis::report::{ReportOptions, report};
/// use archive::{Archive, Scope};
/// use time::UtcOffset;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let archive = Archive::open_to_read("checkout.assurance".as_ref())?;
/// let options = ReportOptions {
///     title: "Purchases are sent twice".to_owned(),
///     remarks: String::new(),
///     redaction: None,
///     zone: UtcOffset::UTC,
///     scope: Scope::default(),
/// };
/// std::fs::write("report.html", report(&archive, &options, &())?.html)?;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// When the archive cannot be read, or the work is called off.
pub fn report(archive: &Archive, options: &ReportOptions, watch: &dyn ExportWatch) -> Result<Report, ExportError> {
    let redactor = match &options.redaction {
        Some(redaction) => Some(Redactor::of_archive(archive, redaction, watch)?),
        None => None,
    };
    let text = |text: &str| match &redactor {
        Some(redactor) => redactor.text(text),
        None => text.to_owned(),
    };
    let clients = archive::clients(archive);
    let client_name = |id: &str| {
        let known = clients.iter().find(|client| client.id == id);
        text(known.map_or(id, |client| &client.name))
    };
    let hidden = report_contents(archive, &options.scope)?.hidden;
    let mut selection = marked(archive, &options.scope)?;
    let marked = selection.len();
    let moments = Moments::in_zone(options.zone);
    let (mut sections, mut bytes) = (Vec::new(), 0);
    'all: while sections.len() < MOST_EVENTS {
        let batch = selection.next_events(AT_ONCE.min(MOST_EVENTS - sections.len()))?;
        if batch.is_empty() {
            break;
        }
        for event in batch {
            let marks = redacted_marks(archive.marks(&event.uuid), &text);
            let client = event.client.as_deref().map(client_name);
            let (event, summary) = opened(&event, redactor.as_ref())?;
            let section = section(sections.len() + 1, &event, summary, marks, client, &moments);
            bytes += section.html.0.len();
            if bytes > MOST_BYTES {
                break 'all;
            }
            sections.push(section);
        }
    }
    let contents = ReportContents {
        marked,
        shown: sections.len(),
        hidden,
    };
    let name = text(archive.about().name());
    let page = Page {
        title: if options.title.trim().is_empty() {
            name.clone()
        } else {
            text(options.title.trim())
        },
        remarks: text(options.remarks.trim()),
        facts: facts(archive, name, &moments, &text),
        redaction: options.redaction.as_ref(),
        contents,
        sections,
    };
    Ok(Report {
        html: page.html(),
        contents,
    })
}

fn marked(archive: &Archive, scope: &Scope) -> Result<Selection, ArchiveError> {
    let query =
        Query::parse("flagged:true OR highlight:any OR note:*", UtcOffset::UTC).expect("the query is written here");
    archive.select_in(scope, &query, Selected::AsShown)
}

/// The event without what is redacted, and what is to be said of it.
fn opened(event: &SelectedEvent, redactor: Option<&Redactor>) -> Result<(Event, Summary), ArchiveError> {
    let redacted = redactor.and_then(|redactor| redactor.json(&event.text));
    let event = Event::from_json(redacted.as_deref().unwrap_or(&event.text)).map_err(|_| ArchiveError::Damaged)?;
    let summary = summary(&event);
    Ok((event, summary))
}

fn redacted_marks(mut marks: EventMarks, text: &dyn Fn(&str) -> String) -> EventMarks {
    for note in [&mut marks.note, &mut marks.adobe_note] {
        *note = note.as_deref().map(text);
    }
    marks
}

fn section(
    number: usize,
    event: &Event,
    summary: Summary,
    marks: EventMarks,
    client: Option<String>,
    moments: &Moments,
) -> Section {
    let tree = PayloadTree::new(event);
    let mut payload = tree.value_text("").unwrap_or_default();
    let cut = payload.floor_char_boundary(LARGEST_PAYLOAD);
    let is_cut = cut < payload.len();
    payload.truncate(cut);
    page::Told {
        number,
        uuid: event.uuid.clone(),
        time: moments.told(event.timestamp),
        client,
        vendor: event.vendor.clone(),
        label: event::label(event),
        summary,
        marks,
        payload,
        is_cut,
    }
    .section()
}

/// What the reader may want to know of the session.
fn facts(archive: &Archive, name: String, moments: &Moments, text: &dyn Fn(&str) -> String) -> Vec<(String, String)> {
    let (about, info) = (archive.about(), archive.info());
    let mut facts = vec![("Session".to_owned(), name)];
    let mut tell = |label: &str, value: String| {
        if !value.is_empty() {
            facts.push((label.to_owned(), value));
        }
    };
    tell("Session ID", text(about.session_uuid()));
    tell(
        "Organization",
        about.organization.as_deref().map(text).unwrap_or_default(),
    );
    tell(
        "Imported from",
        about.imported_from.as_deref().map(text).unwrap_or_default(),
    );
    tell("Events", info.events.to_string());
    tell("First event", info.first.map(|at| moments.told(at)).unwrap_or_default());
    tell("Last event", info.last.map(|at| moments.told(at)).unwrap_or_default());
    let clients: Vec<String> = archive::clients(archive)
        .into_iter()
        .map(|client| match client.operating_system {
            Some(system) => format!("{}, {system}", text(&client.name)),
            None => text(&client.name),
        })
        .collect();
    tell("Clients", clients.join("; "));
    tell("Report made", moments.now());
    facts
}
