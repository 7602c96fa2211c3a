//! Reading what people have kept of a session: any file of events becomes batches of event texts, in the file's order
//! and in bounded memory. Formats are told apart by content, never by name; an event's text is not looked into.

mod batch;
mod document;
mod error;
mod fields;
mod format;
mod kind;
mod lines;
mod session;
mod skip;
mod source;
mod start;
mod unwrap;
mod zip_entry;

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::path::Path;

use serde_json::value::RawValue;

pub use batch::{EventBatch, Place};
pub use error::{Found, ImportError, SomethingElse, ZipMistake};
pub use format::{Format, Packing};
pub use source::Progress;
pub use unwrap::{Unwrapped, unwrap_line};

use document::{Document, Step};
use error::Mistake;
use lines::LineCutter;
use source::{Opened, Source};

/// The longest text of one event that is taken, in bytes. Adobe's largest known event has 30.7 KB.
pub const LARGEST_EVENT: usize = 64 * 1024 * 1024;

/// The longest text that the fields of a session besides its events may have together, in bytes.
pub const LARGEST_SESSION: usize = 16 * 1024 * 1024;

/// About how many bytes of text a batch has.
const BATCH: usize = 4 * 1024 * 1024;

/// A file of events that is being read.
///
/// It holds one batch and, where one event is longer than a batch, that event.
///
/// ```
/// use archive::import::{EventReader, Format};
///
/// let file = br#"{"uuid": "s1", "name": "Checkout", "events": [{"uuid": "e1"}, {"uuid": "e2"}]}"#;
/// let mut reader = EventReader::new(&file[..])?;
/// assert_eq!(reader.format(), Format::Session);
/// while let Some(batch) = reader.next_batch()? {
///     let events: Vec<&[u8]> = batch.texts().collect();
///     assert_eq!(events, [br#"{"uuid": "e1"}"#, br#"{"uuid": "e2"}"#]);
/// }
/// assert_eq!(reader.session().map(|session| session.get()), Some(r#"{"uuid": "s1", "name": "Checkout"}"#));
/// # Ok::<(), archive::import::ImportError>(())
/// ```
pub struct EventReader {
    source: Source,
    packing: Packing,
    batch_size: usize,
    /// Unpacked text that is not handed out yet.
    window: Vec<u8>,
    /// How many bytes of text were handed out or dropped before the window.
    offset: u64,
    /// How many lines end before the window.
    line_breaks: u64,
    cutter: Cutter,
    session: Option<Box<RawValue>>,
    /// The events in the window.
    events: Vec<Range<usize>>,
    event_count: u64,
    ends: bool,
    /// Why nothing comes after what is in the window.
    broken: Option<io::Error>,
    ready: Option<EventBatch>,
    state: State,
}

enum Cutter {
    Document(Document),
    Lines(LineCutter),
}

enum State {
    Reading,
    /// Handed out with the next call.
    Failed(ImportError),
    Ended,
}

impl EventReader {
    /// Opens a file of events: JSON, NDJSON or pages, gzipped, in a zip or plain. The first batch is read ahead.
    ///
    /// # Errors
    /// When the file cannot be read or there are no events in it; see [`ImportError`].
    pub fn open(path: &Path) -> Result<Self, ImportError> {
        let file = File::open(path).map_err(|source| ImportError::File { source })?;
        Self::begin(Opened::file(file)?, BATCH)
    }

    /// Reads events from anything. A zip has to be opened with [`EventReader::open`].
    ///
    /// # Errors
    /// As [`EventReader::open`].
    pub fn new(source: impl Read + Send + 'static) -> Result<Self, ImportError> {
        Self::with_batch_size(BATCH, source)
    }

    /// [`EventReader::new`] with batches of about so many bytes. A longer event makes a longer batch.
    ///
    /// # Errors
    /// As [`EventReader::open`].
    pub fn with_batch_size(bytes: usize, source: impl Read + Send + 'static) -> Result<Self, ImportError> {
        Self::begin(Opened::stream(Box::new(source))?, bytes.max(1))
    }

    fn begin(opened: Opened, batch_size: usize) -> Result<Self, ImportError> {
        let (source, packing, skipped) = opened.text()?;
        let mut reader = Self {
            source,
            packing,
            batch_size,
            window: Vec::new(),
            offset: skipped as u64,
            line_breaks: 0,
            cutter: Cutter::Document(Document::new()),
            session: None,
            events: Vec::new(),
            event_count: 0,
            ends: false,
            broken: None,
            ready: None,
            state: State::Reading,
        };
        reader.ready = reader.read_batch();
        if reader.ready.is_none()
            && let Some(error) = reader.take_error()
        {
            return Err(error);
        }
        Ok(reader)
    }

    /// The next events, in the file's order; none at the end.
    ///
    /// Everything before a mistake is handed out first, so that a caller may keep it. After an error comes the end.
    ///
    /// # Errors
    /// When the file cannot be read further; see [`ImportError`].
    pub fn next_batch(&mut self) -> Result<Option<EventBatch>, ImportError> {
        if let Some(batch) = self.ready.take().or_else(|| self.read_batch()) {
            return Ok(Some(batch));
        }
        self.take_error().map_or(Ok(None), Err)
    }

    /// How far the file was read.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.source.progress()
    }

    /// The session without its events, once the end was reached or an error was met: its fields in their order, unknown
    /// ones too. None where the format has no session. Lines have theirs in [`unwrap_line`].
    #[must_use]
    pub fn session(&self) -> Option<&RawValue> {
        self.session.as_deref()
    }

    /// What kind of file it is.
    #[must_use]
    pub fn format(&self) -> Format {
        let known = match &self.cutter {
            Cutter::Document(document) => document.format(),
            Cutter::Lines(_) => Some(Format::Lines),
        };
        known.unwrap_or(Format::List)
    }

    /// How the file is packed.
    #[must_use]
    pub fn packing(&self) -> Packing {
        self.packing
    }

    fn take_error(&mut self) -> Option<ImportError> {
        if matches!(self.state, State::Failed(_))
            && let State::Failed(error) = std::mem::replace(&mut self.state, State::Ended)
        {
            return Some(error);
        }
        None
    }

    /// The next batch; none at the end and at an error, which `state` then has.
    fn read_batch(&mut self) -> Option<EventBatch> {
        while matches!(self.state, State::Reading) {
            match self.cut() {
                Ok(Step::More) if self.enough() => break,
                Ok(Step::More) => {
                    if let Err(error) = self.fill() {
                        self.fail(error);
                    }
                }
                Ok(Step::Lines(at)) => {
                    self.keep_session();
                    self.cutter = Cutter::Lines(LineCutter::new(at));
                }
                Ok(Step::End) => {
                    self.state = State::Ended;
                    self.keep_session();
                }
                Err(mistake) => self.mistake(mistake),
            }
        }
        self.take_batch()
    }

    fn cut(&mut self) -> Result<Step, Mistake> {
        match &mut self.cutter {
            Cutter::Document(document) => document.cut(&self.window, self.ends, &mut self.events),
            Cutter::Lines(lines) => lines.cut(&self.window, self.ends, &mut self.events),
        }
    }

    /// Whether the window is full, after what is of no use any more was dropped.
    fn enough(&mut self) -> bool {
        if self.events.is_empty() && self.kept_from() >= self.batch_size {
            let kept_from = self.kept_from();
            self.pass(kept_from);
            self.window.drain(..kept_from);
        }
        !self.events.is_empty() && self.window.len() >= self.batch_size
    }

    /// Reads one batch more into the window. What came before an error is read as well, and the error met with the next
    /// call.
    fn fill(&mut self) -> Result<(), ImportError> {
        if let Some(error) = self.broken.take() {
            return Err(self.unreadable(error));
        }
        let before = self.window.len();
        let wanted = if before < self.batch_size {
            self.batch_size - before
        } else {
            self.batch_size
        };
        let result = self.source.read_into(wanted, &mut self.window);
        let has_grown = self.window.len() > before;
        self.ends = result.is_ok() && !has_grown;
        match result {
            Err(error) if has_grown => {
                self.broken = Some(error);
                Ok(())
            }
            Err(error) => Err(self.unreadable(error)),
            Ok(()) => Ok(()),
        }
    }

    fn take_batch(&mut self) -> Option<EventBatch> {
        if self.events.is_empty() {
            return None;
        }
        let kept_from = self.kept_from();
        let mut rest = Vec::new();
        if matches!(self.state, State::Reading) {
            rest.reserve(self.batch_size + self.window.len() - kept_from);
            rest.extend_from_slice(&self.window[kept_from..]);
        }
        let first = Place {
            offset: self.offset,
            line: self.line_breaks + 1,
        };
        self.pass(kept_from);
        let mut text = std::mem::replace(&mut self.window, rest);
        text.truncate(kept_from);
        let events = std::mem::take(&mut self.events);
        self.event_count += events.len() as u64;
        Some(EventBatch { text, events, first })
    }

    fn kept_from(&self) -> usize {
        match &self.cutter {
            Cutter::Document(document) => document.kept_from(),
            Cutter::Lines(lines) => lines.at(),
        }
    }

    /// Counts what leaves the window.
    fn pass(&mut self, bytes: usize) {
        self.line_breaks += batch::line_breaks(&self.window[..bytes]);
        self.offset += bytes as u64;
        match &mut self.cutter {
            Cutter::Document(document) => document.pass(bytes),
            Cutter::Lines(lines) => lines.pass(bytes),
        }
    }

    /// A mistake in the text; a file of lines whose first line is broken goes on as lines.
    fn mistake(&mut self, mistake: Mistake) {
        if let Cutter::Document(document) = &self.cutter
            && let Some(at) = document.untaken()
            && self.has_lines(at)
        {
            self.cutter = Cutter::Lines(LineCutter::new(at));
            return;
        }
        // A character is told whole.
        while self.window.len() < mistake.at + 4 && !self.ends && self.fill().is_ok() {}
        let place = Place {
            offset: self.offset + mistake.at as u64,
            line: self.line_breaks + 1 + batch::line_breaks(&self.window[..mistake.at]),
        };
        let events = self.event_count + self.events.len() as u64;
        let error = mistake.kind.at(place, &self.window[mistake.at..], events);
        self.fail(error);
    }

    /// Whether the second line from `at` is an event. Reads until that line is whole.
    fn has_lines(&mut self, at: usize) -> bool {
        loop {
            let text = &self.window[at..];
            if let Some(line) = lines::second(text, self.ends) {
                return lines::is_event(line);
            }
            if self.ends || text.len() > 2 * LARGEST_EVENT || self.fill().is_err() {
                return false;
            }
        }
    }

    fn unreadable(&self, error: io::Error) -> ImportError {
        let events = self.event_count + self.events.len() as u64;
        source::unreadable(error, self.packing, self.offset + self.window.len() as u64, events)
    }

    fn fail(&mut self, error: ImportError) {
        self.state = State::Failed(error);
        self.keep_session();
    }

    fn keep_session(&mut self) {
        if let Cutter::Document(document) = &mut self.cutter {
            self.session = document.take_session();
        }
    }
}

impl fmt::Debug for EventReader {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("EventReader")
            .field("format", &self.format())
            .field("packing", &self.packing)
            .field("events", &self.event_count)
            .finish_non_exhaustive()
    }
}
