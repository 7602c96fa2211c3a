//! What an analysis is asked to draw, and what it may know of the session around it.

use archive::{Archive, Client, Scope};
use event::{Event, EventId};
use regex::{Regex, RegexBuilder};

use crate::drawing::SectionWindow;

/// What of an analysis is wanted.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Only one client's events; none takes all.
    pub client: Option<String>,
    /// The moment to look at, milliseconds since 1970; none is the end of the session.
    pub at: Option<i64>,
    /// Case-insensitive text in the rows; empty for all.
    pub search: String,
    /// The row that is opened.
    pub chosen: Option<String>,
    /// Which rows are wanted; a section that is not named gives its first 100.
    pub windows: Vec<SectionWindow>,
}

const FIRST_ROWS: usize = 100;
const MOST_ROWS: usize = 500;
/// A longer text is one that no row holds.
const LONGEST_SEARCH: usize = 1_000;

/// What is asked, and the session that it is asked of.
pub(crate) struct Scene<'a> {
    pub(crate) asked: &'a Asked,
    pub(crate) archive: &'a Archive,
    /// The clients, the first seen first.
    pub(crate) clients: Vec<Client>,
    /// When the newest event was, milliseconds since 1970.
    pub(crate) latest: i64,
    search: Option<Regex>,
}

impl<'a> Scene<'a> {
    pub(crate) fn new(archive: &'a Archive, scope: &Scope, asked: &'a Asked) -> Self {
        Self {
            asked,
            archive,
            clients: archive::clients(archive),
            latest: scope.last(archive).unwrap_or_default(),
            search: search(&asked.search),
        }
    }

    /// Whether the rows of a client are wanted.
    pub(crate) fn shows(&self, client: Option<&str>) -> bool {
        let wanted = self.asked.client.as_deref();
        wanted.is_none_or(|wanted| client.is_some_and(|client| client.eq_ignore_ascii_case(wanted)))
    }

    /// Whether one of a row's texts holds what is searched for.
    pub(crate) fn finds(&self, texts: &[&str]) -> bool {
        let search = self.search.as_ref();
        search.is_none_or(|search| texts.iter().any(|text| search.is_match(text)))
    }

    /// Whether rows have to say whose they are.
    pub(crate) fn has_clients(&self) -> bool {
        self.asked.client.is_none() && self.clients.len() > 1
    }

    pub(crate) fn client(&self, id: &str) -> Option<&Client> {
        self.clients.iter().find(|client| client.id.eq_ignore_ascii_case(id))
    }

    /// A client's name; the beginning of its identifier when it never connected.
    pub(crate) fn client_name(&self, id: &str) -> String {
        match self.client(id) {
            Some(client) => client.name.clone(),
            None => id.chars().take(8).collect(),
        }
    }

    /// The first row of a section that is wanted, and how many.
    pub(crate) fn window(&self, section: &str) -> (usize, usize) {
        let asked = self.asked.windows.iter().find(|window| window.section == section);
        asked.map_or((0, FIRST_ROWS), |window| (window.offset, window.limit.min(MOST_ROWS)))
    }

    /// An event; what cannot be read is as if it were not there.
    pub(crate) fn event(&self, id: &EventId) -> Option<Event> {
        self.archive.event(&id.to_string()).ok().flatten()
    }
}

fn search(text: &str) -> Option<Regex> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let pattern = match text.len() {
        ..=LONGEST_SEARCH => regex::escape(text),
        _ => "[^\\s\\S]".to_owned(),
    };
    RegexBuilder::new(&pattern).case_insensitive(true).build().ok()
}
