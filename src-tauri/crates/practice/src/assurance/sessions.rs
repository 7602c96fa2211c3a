use std::collections::HashMap;
use std::sync::{Arc, RwLock, RwLockReadGuard, RwLockWriteGuard};

use rand::Rng;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::record::{Record, SavedRecord};
use super::{
    Annotation, Clock, Event, EventCursor, Limits, Owner, Problem, RETENTION_MILLISECONDS, Refusal, Session,
    SessionAnnotation,
};

/// All sessions of the practice workspace and their events, in memory. A clone is another handle to the same sessions.
///
/// Serialized, it is the list of sessions with their events; who was connected is not kept. A session older than 30 days is
/// gone, events and all, for every caller.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sessions(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    clock: Clock,
    book: RwLock<Book>,
}

#[derive(Debug, Default)]
struct Book {
    records: HashMap<Uuid, Record>,
    limits: Limits,
    /// Sessions that wait for their first client, with the time they were created.
    fresh: Vec<(Uuid, i64)>,
}

impl Sessions {
    /// No sessions, and a clock of the test's.
    #[cfg(test)]
    pub(crate) fn with_clock(clock: Clock) -> Self {
        Self(Arc::new(Inner {
            clock,
            ..Inner::default()
        }))
    }

    /// The time as this service sees it, in milliseconds since 1970.
    pub(crate) fn now(&self) -> i64 {
        self.0.clock.now()
    }

    /// The limits in force.
    pub(crate) fn limits(&self) -> Limits {
        self.read().limits
    }

    /// Sets the limits of every session from now on.
    pub(crate) fn set_limits(&self, limits: Limits) {
        self.write().limits = limits;
    }

    /// The sessions of one organization, newest first.
    pub(crate) fn list(&self, organization_id: &str) -> Vec<Session> {
        let mut sessions: Vec<Session> = self
            .read()
            .records
            .values()
            .filter(|record| record.session.org_id == organization_id)
            .filter(|record| self.is_kept(record))
            .map(|record| record.session.clone())
            .collect();
        sessions.sort_by_key(|session| (std::cmp::Reverse(session.created_ts), session.uuid));
        sessions
    }

    /// Makes a session with a new ID and PIN. The caller has checked name and link.
    pub(crate) fn create(&self, owner: &Owner, name: &str, link: &str) -> Session {
        let now = self.now();
        let session = Session {
            uuid: Uuid::new_v4(),
            org_id: owner.organization_id.clone(),
            name: name.to_owned(),
            link: link.to_owned(),
            token: rand::rng().random_range(1..=9999),
            first_name: owner.first_name.clone(),
            last_name: owner.last_name.clone(),
            created_by_id: owner.account_id.clone(),
            updated_by_id: None,
            created_ts: now,
            updated_ts: now,
            annotations: Vec::new(),
        };
        let mut book = self.write();
        book.records.insert(session.uuid, Record::new(session.clone()));
        book.fresh.push((session.uuid, now));
        session
    }

    /// Changes what is given of a session's name and link.
    ///
    /// # Errors
    /// [`Problem::SessionNotFound`] where the owner's organization has no such session.
    pub(crate) fn update(
        &self,
        owner: &Owner,
        uuid: Uuid,
        name: Option<&str>,
        link: Option<&str>,
    ) -> Result<Session, Problem> {
        let now = self.now();
        let mut book = self.write();
        let session = &mut book
            .record_of(&owner.organization_id, uuid)
            .ok_or(Problem::SessionNotFound(uuid))?
            .session;
        if let Some(name) = name {
            name.clone_into(&mut session.name);
        }
        if let Some(link) = link {
            link.clone_into(&mut session.link);
        }
        session.updated_ts = now;
        session.updated_by_id = Some(owner.account_id.clone());
        Ok(session.clone())
    }

    /// Deletes a session and its events; its clients are refused from now on.
    ///
    /// # Errors
    /// [`Problem::SessionNotFound`] where the organization has no such session.
    pub(crate) fn delete(&self, organization_id: &str, uuid: Uuid) -> Result<(), Problem> {
        let mut book = self.write();
        book.record_of(organization_id, uuid)
            .ok_or(Problem::SessionNotFound(uuid))?;
        book.records.remove(&uuid);
        Ok(())
    }

    /// Page number `page` (from 0) of `size` events, newest first. While events arrive the pages shift.
    ///
    /// # Errors
    /// [`Problem::SessionNotFound`] where the organization has no such session.
    pub(crate) fn events_page(
        &self,
        organization_id: &str,
        uuid: Uuid,
        page: usize,
        size: usize,
    ) -> Result<Vec<Arc<Event>>, Problem> {
        self.look_up(organization_id, uuid, |record| record.page(page, size))
    }

    /// The `first` events after `cursor`, or from the start, oldest first. Some more where events share one time and number.
    ///
    /// # Errors
    /// [`Problem::SessionNotFound`] where the organization has no such session.
    pub(crate) fn events_after(
        &self,
        organization_id: &str,
        uuid: Uuid,
        cursor: Option<EventCursor>,
        first: usize,
    ) -> Result<Vec<Arc<Event>>, Problem> {
        self.look_up(organization_id, uuid, |record| record.after(cursor, first))
    }

    /// One session of any organization, for the machinery that connects devices.
    pub(crate) fn find(&self, uuid: Uuid) -> Option<Session> {
        let book = self.read();
        let record = book.records.get(&uuid)?;
        self.is_kept(record).then(|| record.session.clone())
    }

    /// How many events a session holds; 0 where there is no such session.
    pub(crate) fn event_count(&self, uuid: Uuid) -> usize {
        self.read().records.get(&uuid).map_or(0, Record::len)
    }

    /// Whether a client is connected to a session that is still there.
    pub(crate) fn is_connected(&self, uuid: Uuid, client: Uuid) -> bool {
        self.read()
            .records
            .get(&uuid)
            .is_some_and(|record| self.is_kept(record) && record.connected.contains(&client))
    }

    /// Lets a client in. `pin` is four digits as typed on the device; `None` skips the check.
    ///
    /// # Errors
    /// A [`Refusal`]: the session is gone, the PIN is wrong, or the session is full.
    pub(crate) fn connect(&self, uuid: Uuid, client: Uuid, pin: Option<&str>) -> Result<(), Refusal> {
        let mut book = self.write();
        let limits = book.limits;
        let record = book.records.get_mut(&uuid).ok_or(Refusal::DeletedSession)?;
        if pin.is_some_and(|pin| pin != format!("{:04}", record.session.token)) {
            return Err(Refusal::WrongPin);
        }
        record.connect(client, limits)
    }

    /// A client is gone: the server writes the `disconnect` event. Nothing happens if it was not connected.
    pub(crate) fn disconnect(&self, uuid: Uuid, client: Uuid) {
        let now = self.now();
        let mut book = self.write();
        if let Some(record) = book.records.get_mut(&uuid)
            && record.connected.remove(&client)
        {
            record.insert_all(vec![disconnect_event(client, now)]);
        }
    }

    /// Takes events of a connected client. What is over the limit of the minute is dropped, and the client is disconnected.
    ///
    /// # Errors
    /// [`Refusal::EventsLimit`] when some were dropped, [`Refusal::DeletedSession`] when there is no such session.
    pub(crate) fn receive(&self, uuid: Uuid, client: Uuid, mut events: Vec<Event>) -> Result<(), Refusal> {
        let now = self.now();
        let mut book = self.write();
        let limits = book.limits;
        let record = book.records.get_mut(&uuid).ok_or(Refusal::DeletedSession)?;
        let admitted = record.admit(events.len(), now, limits);
        let dropped = events.len() > admitted;
        events.truncate(admitted);
        record.insert_all(events);
        if !dropped {
            return Ok(());
        }
        if record.connected.remove(&client) {
            record.insert_all(vec![disconnect_event(client, now)]);
        }
        Err(Refusal::EventsLimit)
    }

    /// Puts events into a session past every limit, to have a large one at once.
    ///
    /// # Errors
    /// [`Refusal::DeletedSession`] when there is no such session.
    pub(crate) fn fill(&self, uuid: Uuid, events: Vec<Event>) -> Result<(), Refusal> {
        self.write()
            .records
            .get_mut(&uuid)
            .ok_or(Refusal::DeletedSession)?
            .insert_all(events);
        Ok(())
    }

    /// Sets the annotations of a session and of events in it; what is not named keeps its own. Returns how many events were
    /// found.
    ///
    /// # Errors
    /// [`Refusal::DeletedSession`] when there is no such session.
    pub(crate) fn annotate(
        &self,
        uuid: Uuid,
        session: Option<Vec<SessionAnnotation>>,
        mut events: HashMap<Uuid, Vec<Annotation>>,
    ) -> Result<usize, Refusal> {
        let mut book = self.write();
        let record = book.records.get_mut(&uuid).ok_or(Refusal::DeletedSession)?;
        if let Some(session) = session {
            record.session.annotations = session;
        }
        Ok(record.annotate(&mut events))
    }

    /// Takes the sessions that were created through this handle at least `age` milliseconds ago and were not taken before.
    pub(crate) fn take_fresh(&self, age: i64) -> Vec<Uuid> {
        let now = self.now();
        if self.read().fresh.is_empty() {
            return Vec::new();
        }
        let mut ripe = Vec::new();
        self.lock_for_writing().fresh.retain(|(uuid, created)| {
            let waits = now - created < age;
            if !waits {
                ripe.push(*uuid);
            }
            waits
        });
        ripe
    }

    fn look_up<T>(&self, organization_id: &str, uuid: Uuid, read: impl FnOnce(&Record) -> T) -> Result<T, Problem> {
        let book = self.read();
        book.records
            .get(&uuid)
            .filter(|record| record.session.org_id == organization_id)
            .filter(|record| self.is_kept(record))
            .map(read)
            .ok_or(Problem::SessionNotFound(uuid))
    }

    fn is_kept(&self, record: &Record) -> bool {
        self.now() - record.session.created_ts < RETENTION_MILLISECONDS
    }

    fn read(&self) -> RwLockReadGuard<'_, Book> {
        self.0.book.read().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// For a change: drops what is past its 30 days first.
    fn write(&self) -> RwLockWriteGuard<'_, Book> {
        let mut book = self.lock_for_writing();
        book.records.retain(|_, record| self.is_kept(record));
        book
    }

    fn lock_for_writing(&self) -> RwLockWriteGuard<'_, Book> {
        self.0.book.write().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Book {
    fn record_of(&mut self, organization_id: &str, uuid: Uuid) -> Option<&mut Record> {
        self.records
            .get_mut(&uuid)
            .filter(|record| record.session.org_id == organization_id)
    }
}

impl Serialize for Sessions {
    /// Holds nobody up while it writes: it works on a list of what was there when it began.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let saved: Vec<SavedRecord> = self
            .read()
            .records
            .values()
            .filter(|record| self.is_kept(record))
            .map(Record::saved)
            .collect();
        saved.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Sessions {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let saved = Vec::<SavedRecord>::deserialize(deserializer)?;
        let records = saved
            .into_iter()
            .map(|saved| (saved.session.uuid, Record::from(saved)))
            .collect();
        let book = Book {
            records,
            ..Book::default()
        };
        Ok(Self(Arc::new(Inner {
            book: RwLock::new(book),
            ..Inner::default()
        })))
    }
}

fn disconnect_event(client: Uuid, now: i64) -> Event {
    Event {
        uuid: Uuid::new_v4(),
        event_number: 0,
        client_id: Some(client),
        timestamp: now,
        vendor: "com.adobe.griffon.mobile".into(),
        kind: "client".into(),
        payload: RawValue::from_string(r#"{"type":"disconnect"}"#.into()).expect("the text above is JSON"),
        metadata: None,
        annotations: Vec::new(),
    }
}
