//! Importing: a file of events becomes an archive, on all cores and in bounded memory.

mod blocks;
mod known;
mod sequence;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use serde_json::value::RawValue;

use crate::about::About;
use crate::codec::{Dictionary, Encoder};
use crate::error::ArchiveError;
use crate::import::{EventBatch, EventReader, Format, ImportError, Packing, Place, Progress};
use blocks::{Cut, cut};
use sequence::Sequence;

/// Looks on while a file is imported.
pub trait ImportWatch: Sync {
    /// How far it is: bytes read, and events found so far. Called a few times a second.
    fn progress(&self, progress: Progress, events: u64);

    /// Whether to stop.
    fn is_called_off(&self) -> bool;
}

/// Nobody looks on.
impl ImportWatch for () {
    fn progress(&self, _progress: Progress, _events: u64) {}

    fn is_called_off(&self) -> bool {
        false
    }
}

/// What an import did.
#[derive(Debug)]
pub struct ImportReport {
    /// Events in the archive.
    pub events: u64,
    /// Events that came a second time and were left out.
    pub again: u64,
    /// Records that are no events.
    pub refused: u64,
    /// The first of them.
    pub first_refused: Vec<RefusedRecord>,
    /// Why the file was not read to its end; what came before is in the archive.
    pub ended_by: Option<ImportError>,
    /// What kind of file it was.
    pub format: Format,
    /// How it was packed.
    pub packing: Packing,
}

/// A record that is no event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedRecord {
    /// Where it begins.
    pub place: Place,
    /// What is wrong with it.
    pub problem: event::EventProblem,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportFailure {
    /// The file could not be read, or no event is in it.
    #[error(transparent)]
    Read(#[from] ImportError),
    /// The archive could not be written.
    #[error(transparent)]
    Write(#[from] ArchiveError),
}

/// Imports a file into a new archive at `to`. Nothing is there before the archive is whole.
///
/// The session's fields come from the file; `about` says the rest.
///
/// # Errors
/// When no event could be read, `to` is taken, or it cannot be written.
pub fn import(
    mut reader: EventReader,
    to: &Path,
    about: About,
    watch: &dyn ImportWatch,
) -> Result<ImportReport, ImportFailure> {
    if to.exists() {
        return Err(ArchiveError::exists(to).into());
    }
    let unfinished = Unfinished::at(to);
    let mut report = run(&mut reader, &unfinished.0, about, watch)?;
    if report.events == 0
        && let Some(error) = report.ended_by.take()
    {
        return Err(error.into());
    }
    unfinished.finish(to)?;
    Ok(report)
}

/// The archive while it is written: taken away unless it was finished.
pub(crate) struct Unfinished(PathBuf);

impl Unfinished {
    pub(crate) fn at(to: &Path) -> Self {
        let mut name = to.file_name().unwrap_or_default().to_owned();
        name.push(format!("-unfinished-{}", uuid::Uuid::new_v4().simple()));
        Self(to.with_file_name(name))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn finish(self, to: &Path) -> Result<(), ArchiveError> {
        let of_system = |error| ArchiveError::of_system(&error, to);
        // Windows keeps on the disk only what may be written.
        let file = std::fs::File::options().write(true).open(&self.0);
        file.and_then(|file| file.sync_all()).map_err(of_system)?;
        std::fs::rename(&self.0, to).map_err(of_system)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // It has its new name already, or is of no use.
        let _ = std::fs::remove_file(&self.0);
    }
}

/// A batch on its way, with its place in the file.
type Numbered<T> = (u64, T);

fn run(
    reader: &mut EventReader,
    path: &Path,
    about: About,
    watch: &dyn ImportWatch,
) -> Result<ImportReport, ImportFailure> {
    let dictionary = Arc::new(Dictionary::default());
    let mut sequence = Sequence::create(path, Arc::clone(&dictionary), is_large(reader))?;
    let threads = thread::available_parallelism().map_or(1, usize::from).clamp(1, 8);
    let has_failed = AtomicBool::new(false);
    let (events, ended_by) = thread::scope(|scope| {
        let (to_cut, batches) = sync_channel::<Numbered<EventBatch>>(threads);
        let batches = Arc::new(std::sync::Mutex::new(batches));
        let (to_write, cuts) = sync_channel::<Numbered<Cut>>(threads);
        for _ in 0..threads {
            let (batches, to_write) = (Arc::clone(&batches), to_write.clone());
            let dictionary = Arc::clone(&dictionary);
            scope.spawn(move || cut_all(&batches, &to_write, dictionary));
        }
        drop(to_write);
        let (sequence, has_failed) = (&mut sequence, &has_failed);
        let written = scope.spawn(move || write_all(&cuts, sequence, has_failed));
        let read = read_all(reader, &to_cut, watch, has_failed);
        // Those who cut go on until nobody sends any more.
        drop(to_cut);
        let written = written.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        written.and(Ok(read))
    })?;
    if watch.is_called_off() {
        return Err(ArchiveError::CalledOff.into());
    }
    let session = reader.session().map(RawValue::to_owned);
    let written = sequence.finish(about, session)?;
    watch.progress(reader.progress(), events);
    Ok(ImportReport {
        events: written.events,
        again: written.again,
        refused: written.refused,
        first_refused: written.first_refused,
        ended_by,
        format: reader.format(),
        packing: reader.packing(),
    })
}

/// Whether the archive is worth large pages; packed files become larger.
fn is_large(reader: &EventReader) -> bool {
    reader
        .progress()
        .bytes_total
        .is_none_or(|bytes| bytes > 2 * 1024 * 1024)
}

/// Reads to the end, or to what stops it.
fn read_all(
    reader: &mut EventReader,
    to_cut: &SyncSender<Numbered<EventBatch>>,
    watch: &dyn ImportWatch,
    has_failed: &AtomicBool,
) -> (u64, Option<ImportError>) {
    let mut events = 0;
    for number in 0.. {
        if watch.is_called_off() || has_failed.load(Ordering::Relaxed) {
            break;
        }
        match reader.next_batch() {
            Ok(Some(batch)) => {
                events += batch.events.len() as u64;
                watch.progress(reader.progress(), events);
                if to_cut.send((number, batch)).is_err() {
                    break;
                }
            }
            Ok(None) => break,
            Err(error) => return (events, Some(error)),
        }
    }
    (events, None)
}

fn cut_all(
    batches: &std::sync::Mutex<Receiver<Numbered<EventBatch>>>,
    to_write: &SyncSender<Numbered<Cut>>,
    dictionary: Arc<Dictionary>,
) {
    let mut encoder = Encoder::new(dictionary);
    loop {
        let next = batches.lock().unwrap_or_else(std::sync::PoisonError::into_inner).recv();
        let Ok((number, batch)) = next else { return };
        if to_write.send((number, cut(&batch, &mut encoder))).is_err() {
            return;
        }
    }
}

/// Writes the batches in the order of the file, whatever order they come in.
fn write_all(
    cuts: &Receiver<Numbered<Cut>>,
    sequence: &mut Sequence,
    has_failed: &AtomicBool,
) -> Result<(), ArchiveError> {
    let mut waiting = std::collections::BTreeMap::new();
    let mut next = 0;
    let mut result = Ok(());
    // After a failure the rest is taken and dropped, so that nobody waits for ever.
    for (number, cut) in cuts {
        if result.is_err() {
            continue;
        }
        waiting.insert(number, cut);
        while let Some(cut) = waiting.remove(&next) {
            next += 1;
            if let Err(error) = sequence.write(cut) {
                has_failed.store(true, Ordering::Relaxed);
                result = Err(error);
                break;
            }
        }
    }
    result
}
