//! One request with all events that belong to it.

use std::sync::Arc;

use event::EventId;

use super::correlation::Cause;
use super::step::{Lane, Role};
use crate::drawing::{Cell, Tone};
use crate::in_order::Place;
use crate::table::{counted, link};

/// How long an answer may take before it counts as missing, milliseconds of the session.
const PATIENCE: i64 = 10_000;

/// One request.
#[derive(Default)]
pub(super) struct Transaction {
    /// The identifiers of the request, each once; mostly there is one.
    pub(super) requests: Vec<EventId>,
    /// The identifiers of the app's events in it, each once.
    pub(super) events: Vec<EventId>,
    members: Vec<Member>,
    client: Option<(Place, Arc<str>)>,
    datastream: Option<(Place, Arc<str>)>,
    cause: Option<(Place, EventId)>,
}

/// One event of a request.
#[derive(Clone)]
pub(super) struct Member {
    pub(super) at: Place,
    pub(super) role: Role,
    pub(super) is_error: bool,
    pub(super) label: Arc<str>,
}

/// What one event says of its whole request.
pub(super) struct Said {
    pub(super) client: Option<Arc<str>>,
    pub(super) datastream: Option<Arc<str>>,
    pub(super) cause: Option<EventId>,
}

/// How a request went, in a word or two.
pub(super) struct State {
    pub(super) text: String,
    pub(super) tone: Tone,
}

impl Transaction {
    pub(super) fn len(&self) -> usize {
        self.members.len()
    }

    pub(super) fn add(&mut self, member: Member, said: Said) {
        let at = &member.at;
        keep_first(&mut self.client, said.client.map(|client| (at.clone(), client)));
        keep_first(&mut self.datastream, said.datastream.map(|id| (at.clone(), id)));
        keep_first(&mut self.cause, said.cause.map(|id| (at.clone(), id)));
        self.members.push(member);
    }

    pub(super) fn join(&mut self, other: Self) {
        keep_first(&mut self.client, other.client);
        keep_first(&mut self.datastream, other.datastream);
        keep_first(&mut self.cause, other.cause);
        self.members.extend(other.members);
        self.requests.extend(other.requests);
        self.events.extend(other.events);
    }

    /// Stays while events arrive: the app's event, or the request where the app's event is not known.
    pub(super) fn id(&self) -> String {
        let id = self.events.iter().min().or(self.requests.iter().min());
        id.map(EventId::to_string).unwrap_or_default()
    }

    /// The request's identifier, where it is known.
    pub(super) fn request_id(&self) -> Option<&EventId> {
        self.requests.iter().min()
    }

    pub(super) fn client(&self) -> Option<&str> {
        self.client.as_ref().map(|(_, client)| &**client)
    }

    pub(super) fn datastream(&self) -> Option<&Arc<str>> {
        self.datastream.as_ref().map(|(_, id)| id)
    }

    /// The event that caused the app's event.
    pub(super) fn cause(&self) -> Option<&EventId> {
        self.cause.as_ref().map(|(_, id)| id)
    }

    /// The app's event, else the first there is.
    pub(super) fn main_event(&self) -> Option<&Place> {
        let member = self
            .request()
            .or_else(|| self.members.iter().min_by_key(|member| &member.at));
        member.map(|member| &member.at)
    }

    /// Where it begins.
    pub(super) fn start(&self) -> &Place {
        self.main_event()
            .expect("a transaction has an event from its first moment")
    }

    fn request(&self) -> Option<&Member> {
        let requests = self.members.iter().filter(|member| member.role == Role::Request);
        requests.min_by_key(|member| &member.at)
    }

    /// Milliseconds from the request to the last that came back; without the request, from the first report to the last.
    pub(super) fn duration(&self) -> Option<i64> {
        let (start, lane) = match self.request() {
            Some(request) => (request.at.time, Lane::Client),
            None => (self.start().time, Lane::Edge),
        };
        let last = |lane: Lane| {
            let times = self.members.iter().filter(|member| member.role.lane() == lane);
            times.map(|member| member.at.time).max()
        };
        last(lane).map(|last| last - start).filter(|duration| *duration > 0)
    }

    /// How it went, when the session's newest event was at `latest`.
    pub(super) fn state(&self, latest: i64) -> State {
        let has = |role: Role| self.members.iter().any(|member| member.role == role);
        let failures = self.members.iter().filter(|member| member.is_error).count();
        let state = |text: &str, tone: Tone| State {
            text: text.to_owned(),
            tone,
        };
        if failures > 0 {
            return state(&counted(failures, "error"), Tone::Bad);
        }
        if has(Role::Complete) {
            return state("Complete", Tone::Good);
        }
        if has(Role::Answer) {
            return state("Answered", Tone::Good);
        }
        if self.request().is_none() {
            return state("Request not in this session", Tone::Plain);
        }
        if latest.saturating_sub(self.start().time) < PATIENCE {
            return state("Waiting", Tone::Plain);
        }
        match has(Role::Edge) {
            true => state("No answer", Tone::Warning),
            false => state("No answer, not seen by the Edge Network", Tone::Warning),
        }
    }

    /// All texts that a search looks at.
    pub(super) fn texts(&self) -> Vec<&str> {
        let labels = self.members.iter().map(|member| &*member.label);
        let datastream = self.datastream().map(|id| &**id);
        labels.chain(datastream).collect()
    }

    /// Its events in the order of the session.
    pub(super) fn members(&self) -> Vec<&Member> {
        let mut members: Vec<&Member> = self.members.iter().collect();
        members.sort_unstable_by(|left, right| left.at.cmp(&right.at));
        members
    }

    /// The events of one lane; what matters least comes last.
    pub(super) fn links(&self, lane: Lane, cause: Option<&Cause>, most: usize) -> Cell {
        let mut members: Vec<&Member> = self
            .members
            .iter()
            .filter(|member| member.role.lane() == lane)
            .collect();
        let rank = |member: &Member| {
            (
                member.role == Role::NotEnabled,
                !member.is_error && lane == Lane::Upstream,
            )
        };
        members.sort_by(|left, right| (rank(left), &left.at).cmp(&(rank(right), &right.at)));
        let cause = cause.map(|cause| link(&cause.at, &cause.label, Tone::Plain));
        let own = members
            .iter()
            .map(|member| link(&member.at, &member.label, member.tone()));
        let events: Vec<_> = cause.into_iter().chain(own).collect();
        if events.is_empty() {
            return Cell::Empty;
        }
        let more = events.len().saturating_sub(most);
        Cell::Events {
            events: events.into_iter().take(most).collect(),
            more,
        }
    }
}

impl Member {
    pub(super) fn tone(&self) -> Tone {
        match self.role {
            _ if self.is_error => Tone::Bad,
            Role::Answer | Role::Complete => Tone::Good,
            _ => Tone::Plain,
        }
    }
}

/// Of two the one from the earlier event, whichever arrived first.
fn keep_first<T>(kept: &mut Option<(Place, T)>, other: Option<(Place, T)>) {
    if let Some(other) = other
        && kept.as_ref().is_none_or(|kept| other.0 < kept.0)
    {
        *kept = Some(other);
    }
}
