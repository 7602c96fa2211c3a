//! One open archive: its events, and adding to them.

mod appending;
mod finding_marks;
mod held;
mod marking;
mod opening;

pub(crate) use appending::whole_event;
pub use held::Held;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use event::{Event, EventId, EventSink, Headline, Inserted, Part, PayloadHead, SinkProblem, summary};
use hashbrown::HashMap;
use rusqlite::Connection;
use tokio::sync::watch;

use crate::about::About;
use crate::block::{Row, places};
use crate::clients::Met;
use crate::codec::{Dictionary, Encoder};
use crate::columns::RowMark;
use crate::error::ArchiveError;
use crate::file::{Saved, Store, WriteLock, Writing, put_to_rest};
use crate::ids::Ids;
use crate::marks::{AdobeMarks, Marks, cleared_by_adobe};
use crate::parts::Parts;
use crate::snapshot::{Replaced, Snapshot};

/// The events of one session, in one file.
///
/// Any number of threads may ask while one adds. Other programs may read the file meanwhile; only one may write.
/// Parts of a large event are shown as parts until all are there, then the whole takes their place. The calls block,
/// so ask through [`crate::View::ask`] or a blocking thread from async code.
pub struct Archive {
    path: PathBuf,
    store: Arc<Store>,
    state: RwLock<State>,
    about: RwLock<About>,
    ids: Mutex<Ids>,
    headlines: Mutex<HashMap<Row, Arc<Headline>>>,
    clients: Mutex<Met>,
    writer: Mutex<Option<Writer>>,
    /// The rows up to here were looked through for annotations; whoever holds it is the only one who looks.
    looked_through: Mutex<Row>,
    /// How many blocks there were when content was last let go of.
    let_go_at: AtomicUsize,
    revision: watch::Sender<u64>,
    unreadable: AtomicUsize,
}

/// What changes as events are added; taken as a [`Snapshot`].
struct State {
    dictionary: Arc<Dictionary>,
    blocks: Arc<Vec<Arc<crate::block::Block>>>,
    replaced: Arc<Replaced>,
    order: Arc<Vec<Row>>,
    marks: Arc<Marks>,
}

/// What only the one who writes needs.
struct Writer {
    connection: Connection,
    encoder: Encoder,
    saved: Saved,
    parts: Parts,
    _lock: WriteLock,
}

/// What [`Archive::info`] tells.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Info {
    /// Events that are shown; a whole event counts once, its parts no more.
    pub events: usize,
    /// Events that are parts of a larger one and wait for the others.
    pub parts_waiting: usize,
    /// The oldest event's timestamp, milliseconds since 1970.
    pub first: Option<i64>,
    /// The newest event's timestamp, milliseconds since 1970.
    pub last: Option<i64>,
    /// The file's size in bytes.
    pub bytes: u64,
    /// The version of the format.
    pub format: i64,
    /// Blocks of up to 128 events that can no longer be read.
    pub unreadable_blocks: usize,
}

/// Headlines are small and quickly made again, so only as many are kept as a few screens show.
const MOST_HEADLINES: usize = 20_000;

impl Archive {
    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The session, and how the archive came to be.
    #[must_use]
    pub fn about(&self) -> About {
        read(&self.about).clone()
    }

    /// Says anew what the session is.
    ///
    /// # Errors
    /// When the archive was opened to read only, or the file cannot be written.
    pub fn set_about(&self, about: &About) -> Result<(), ArchiveError> {
        let mut writer = lock(&self.writer);
        let writer = writer.as_mut().ok_or(ArchiveError::ReadOnly)?;
        let writing = Writing::begin(&mut writer.connection)?;
        writing.about(about)?;
        writing.commit()?;
        *write(&self.about) = about.clone();
        let cleared = cleared_by_adobe(&about.session);
        if self.snapshot().marks.cleared_by_adobe() != cleared {
            Arc::make_mut(&mut write(&self.state).marks).set_cleared_by_adobe(cleared);
            self.revision.send_modify(|revision| *revision += 1);
        }
        Ok(())
    }

    /// Counts and sizes.
    #[must_use]
    pub fn info(&self) -> Info {
        let snapshot = self.snapshot();
        let time_of = |row: &Row| snapshot.timestamp(*row);
        let parts = |block: &crate::block::Block| {
            places(snapshot.visible(block))
                .filter(|place| block.columns.marks[*place] == RowMark::Part)
                .count()
        };
        Info {
            events: snapshot.order.len(),
            parts_waiting: snapshot.blocks.iter().map(|block| parts(block)).sum(),
            first: snapshot.order.first().map(time_of),
            last: snapshot.order.last().map(time_of),
            bytes: std::fs::metadata(&self.path).map_or(0, |about| about.len()),
            // What is written is of the newest version; a file that is only read stays as it is.
            format: self.store.version().unwrap_or(crate::file::FORMAT),
            unreadable_blocks: self.unreadable.load(Ordering::Relaxed),
        }
    }

    /// Whether events can be added.
    #[must_use]
    pub fn can_write(&self) -> bool {
        lock(&self.writer).is_some()
    }

    /// A number that grows with every change.
    #[must_use]
    pub fn revision(&self) -> u64 {
        *self.revision.borrow()
    }

    /// Tells of every change, with the newest [`Archive::revision`].
    #[must_use]
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.revision.subscribe()
    }

    /// How many events the archive shows; a whole event counts once, its parts no more.
    #[must_use]
    pub fn len(&self) -> usize {
        read(&self.state).order.len()
    }

    /// Whether there is no event yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One event, by its uuid in any case; for a part of a whole event, the whole.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn event(&self, uuid: &str) -> Result<Option<Event>, ArchiveError> {
        let snapshot = self.snapshot();
        match self.row_in(uuid, &snapshot) {
            Some(row) => snapshot.event(row).map(Some),
            None => Ok(None),
        }
    }

    /// Whether an event is a part of a larger one whose other parts have not arrived.
    #[must_use]
    pub fn is_part(&self, uuid: &str) -> bool {
        let snapshot = self.snapshot();
        self.row_in(uuid, &snapshot).is_some_and(|row| {
            let (block, place) = snapshot.block(row);
            block.columns.marks[place] == RowMark::Part
        })
    }

    /// Ends writing: everything is in the one file then, which can be mailed. Dropping the archive does the same.
    ///
    /// # Errors
    /// When another program reads the file just now; nothing is lost, and the next one to close it tries again.
    pub fn close(&self) -> Result<(), ArchiveError> {
        match lock(&self.writer).take() {
            Some(writer) => {
                self.store.close_idle();
                put_to_rest(&writer.connection)
            }
            None => Ok(()),
        }
    }

    /// What the archive holds now.
    pub(crate) fn snapshot(&self) -> Snapshot {
        let state = read(&self.state);
        Snapshot {
            blocks: Arc::clone(&state.blocks),
            replaced: Arc::clone(&state.replaced),
            order: Arc::clone(&state.order),
            marks: Arc::clone(&state.marks),
            dictionary: Arc::clone(&state.dictionary),
            store: Arc::clone(&self.store),
        }
    }

    /// Asks for what is known of the clients.
    pub(crate) fn met_clients<T>(&self, ask: impl FnOnce(&mut Met) -> T) -> T {
        ask(&mut lock(&self.clients))
    }

    /// The row that shows an event.
    pub(crate) fn row_of(&self, uuid: &str) -> Option<Row> {
        self.row_in(uuid, &self.snapshot())
    }

    fn row_in(&self, uuid: &str, snapshot: &Snapshot) -> Option<Row> {
        let row = lock(&self.ids).row(&EventId::new(uuid), &snapshot.blocks)?;
        // The identifiers may know newer rows than this snapshot.
        (row < snapshot.rows_end()).then(|| snapshot.replaced.whole.get(&row).copied().unwrap_or(row))
    }

    /// The short descriptions of rows, kept for the next time.
    pub(crate) fn headlines(&self, rows: &[Row], snapshot: &Snapshot) -> Result<Vec<Arc<Headline>>, ArchiveError> {
        let mut known: Vec<Option<Arc<Headline>>> = {
            let headlines = lock(&self.headlines);
            rows.iter().map(|row| headlines.get(row).cloned()).collect()
        };
        let missing: Vec<Row> = rows
            .iter()
            .zip(&known)
            .filter_map(|(row, known)| known.is_none().then_some(*row))
            .collect();
        let texts = snapshot.texts(&missing);
        let made: Result<Vec<Arc<Headline>>, ArchiveError> = texts.into_iter().map(headline).collect();
        let mut made = made?.into_iter();
        let mut headlines = lock(&self.headlines);
        if headlines.len() + missing.len() > MOST_HEADLINES {
            headlines.clear();
        }
        for (row, known) in rows.iter().zip(&mut known) {
            if known.is_none() {
                *known = made.next();
                headlines.extend(known.clone().map(|headline| (*row, headline)));
            }
        }
        Ok(known.into_iter().flatten().collect())
    }
}

fn headline(text: Result<Arc<str>, ArchiveError>) -> Result<Arc<Headline>, ArchiveError> {
    let event = Event::from_json(&text?).map_err(|_| ArchiveError::Damaged)?;
    Ok(Arc::new(Headline::from(summary(&event))))
}

/// The part of a larger event that a text is.
fn part_of(text: &str) -> Option<Part> {
    PayloadHead::of(&Event::from_json(text).ok()?).part
}

impl EventSink for Archive {
    /// As [`Archive::insert`]. Of events that are there already it takes over what their annotations say now.
    fn insert(&self, batch: Vec<Event>) -> Result<Inserted, SinkProblem> {
        let known = batch.iter().filter(|event| self.contains(&event.uuid));
        let told = known.filter_map(|event| Some((EventId::new(&event.uuid), AdobeMarks::told_by(event)?)));
        let told: Vec<(EventId, AdobeMarks)> = told.collect();
        let inserted = Self::insert(self, batch).map_err(SinkProblem::new)?;
        if !told.is_empty() {
            self.hear(told).map_err(SinkProblem::new)?;
        }
        Ok(inserted)
    }

    fn mark(&self) -> u32 {
        self.snapshot().rows_end()
    }

    fn had_all(&self, events: &[Event], mark: u32) -> bool {
        let snapshot = self.snapshot();
        let mut ids = lock(&self.ids);
        events.iter().all(|event| {
            ids.row(&EventId::new(&event.uuid), &snapshot.blocks)
                .is_some_and(|row| row < mark)
        })
    }

    fn contains(&self, uuid: &str) -> bool {
        self.row_of(uuid).is_some()
    }

    fn len(&self) -> usize {
        Self::len(self)
    }
}

impl Drop for Archive {
    fn drop(&mut self) {
        if let Err(error) = self.close() {
            tracing::debug!(%error, "the archive was not put to rest");
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn read<T>(lock: &RwLock<T>) -> RwLockReadGuard<'_, T> {
    lock.read().unwrap_or_else(PoisonError::into_inner)
}

fn write<T>(lock: &RwLock<T>) -> RwLockWriteGuard<'_, T> {
    lock.write().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
