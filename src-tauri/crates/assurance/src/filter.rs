//! Which events to show.

use event::text_search;
use regex::bytes::Regex;
use serde::{Deserialize, Serialize};

use crate::log::{Inner, NameId, Names, Row};

/// A filter over a log. An empty list does not restrict; what is in a list is compared without regard to case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct EventFilter {
    /// A text that occurs anywhere in the event, in any case.
    pub text: String,
    /// Event types: the SDK's (`edge`, `hub`) or Adobe's `type` (`service`, `generic`).
    pub types: Vec<String>,
    /// Vendors.
    pub vendors: Vec<String>,
    /// Client identifiers.
    pub clients: Vec<String>,
}

impl EventFilter {
    /// Whether it shows everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A filter made ready to run over rows; grows with the log's names.
pub(crate) struct Matcher {
    text: Option<Regex>,
    event_types: Chosen,
    kinds: Chosen,
    vendors: Chosen,
    clients: Chosen,
}

/// What a filter says of one row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub(crate) text: bool,
    pub(crate) event_type: bool,
    pub(crate) vendor: bool,
    pub(crate) client: bool,
}

impl Verdict {
    pub(crate) fn matches(self) -> bool {
        self.text && self.event_type && self.vendor && self.client
    }
}

impl Matcher {
    pub(crate) fn new(filter: &EventFilter) -> Self {
        Self {
            text: text_search(&filter.text),
            event_types: Chosen::new(&filter.types),
            kinds: Chosen::new(&filter.types),
            vendors: Chosen::new(&filter.vendors),
            clients: Chosen::new(&filter.clients),
        }
    }

    /// Learns the names that are new in the log. Call before [`Matcher::verdict`] whenever the log was locked anew.
    pub(crate) fn learn(&mut self, log: &Inner) {
        self.event_types.learn(&log.event_types);
        self.kinds.learn(&log.kinds);
        self.vendors.learn(&log.vendors);
        self.clients.learn(&log.clients);
    }

    /// Whether the filter names this event type.
    pub(crate) fn names_type(&self, name: NameId) -> bool {
        self.event_types.names(name)
    }

    /// Whether the filter names this vendor.
    pub(crate) fn names_vendor(&self, name: NameId) -> bool {
        self.vendors.names(name)
    }

    /// Whether the filter names this client.
    pub(crate) fn names_client(&self, name: NameId) -> bool {
        self.clients.names(name)
    }

    pub(crate) fn verdict(&self, row: &Row) -> Verdict {
        let mut verdict = Verdict {
            text: true,
            event_type: self.event_types.has(row.event_type) || self.kinds.has(row.kind),
            vendor: self.vendors.has(row.vendor),
            client: self.clients.has_any(row.client),
        };
        let misses = [verdict.event_type, verdict.vendor, verdict.client]
            .iter()
            .filter(|hit| !**hit)
            .count();
        // A row that misses two of the others counts nowhere, whatever its text: do not search it.
        if misses < 2 {
            verdict.text = self.text.as_ref().is_none_or(|text| text.is_match(row.raw.as_bytes()));
        }
        verdict
    }
}

/// The names a filter's list stands for, as numbers of one [`Names`].
struct Chosen {
    wanted: Option<Vec<String>>,
    is_chosen: Vec<bool>,
}

impl Chosen {
    fn new(wanted: &[String]) -> Self {
        let lower: Vec<String> = wanted.iter().map(|name| name.to_lowercase()).collect();
        Self {
            wanted: (!lower.is_empty()).then_some(lower),
            is_chosen: Vec::new(),
        }
    }

    fn learn(&mut self, names: &Names) {
        let Some(wanted) = &self.wanted else {
            return;
        };
        let new = names.all().skip(self.is_chosen.len());
        self.is_chosen
            .extend(new.map(|name| wanted.contains(&name.to_lowercase())));
    }

    fn names(&self, name: NameId) -> bool {
        self.is_chosen.get(name as usize).copied().unwrap_or(false)
    }

    fn has(&self, name: NameId) -> bool {
        self.wanted.is_none() || self.names(name)
    }

    fn has_any(&self, name: Option<NameId>) -> bool {
        match name {
            Some(name) => self.has(name),
            None => self.wanted.is_none(),
        }
    }
}
