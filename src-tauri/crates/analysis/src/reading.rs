//! Reading an archive for one analysis: once, and then what has been added since.

use std::sync::Arc;
use std::time::{Duration, Instant};

use archive::query::Query;
use archive::{Archive, ArchiveError, Excerpt, Finding, Scope, Selection};
use time::UtcOffset;

use crate::analyses::{Analysis, Kind};
use crate::drawing::Drawing;
use crate::scene::{Asked, Scene};
use crate::told;

/// Events read at a time: enough for all cores, few enough to stop soon and to hold little.
const AT_ONCE: usize = 4_096;

/// An analysis of an archive, kept up to date as events arrive. It blocks while it reads.
///
/// ```
/// use std::sync::Arc;
///
/// use analysis::{Asked, Reading, kind};
/// use archive::{About, Archive};
/// use event::Event;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = tempfile::tempdir()?;
/// let archive = Archive::create(&folder.path().join("checkout.assurance"), &About::default())?;
/// archive.insert(vec![Event::from_json(
///     r#"{"uuid":"1","type":"service","payload":{"name":"com.adobe.target/error","logLevel":"error"}}"#,
/// )?])?;
/// let errors = kind("errors").ok_or("there is such an analysis")?;
/// let mut reading = Reading::new(Arc::new(archive), errors);
/// let drawing = reading.draw(&Asked::default(), &|| false)?;
/// assert_eq!(drawing.badge, Some(1));
/// # Ok(())
/// # }
/// ```
pub struct Reading {
    archive: Arc<Archive>,
    kind: Kind,
    analysis: Box<dyn Analysis>,
    scope: Scope,
    finding: Finding,
    /// What was found and is not read yet.
    unread: Option<Selection>,
}

/// How far an analysis has read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Events that were read.
    pub read: usize,
    /// Events that it reads.
    pub of: usize,
}

/// What is said of a question that takes long.
type CalledOff<'a> = &'a (dyn Fn() -> bool + Sync);

impl Reading {
    /// An analysis of an archive. Nothing is read yet.
    #[must_use]
    pub fn new(archive: Arc<Archive>, kind: &Kind) -> Self {
        let query = Query::parse(kind.reads, UtcOffset::UTC).expect("a test reads the query of every analysis");
        Self {
            archive,
            kind: *kind,
            analysis: kind.make(),
            scope: Scope::default(),
            finding: Finding::new(query),
            unread: None,
        }
    }

    /// Only these events count from now on; before, those that are not hidden.
    pub fn set_scope(&mut self, scope: Scope) {
        self.scope = scope;
    }

    /// Reads what is new and draws what is asked for.
    ///
    /// # Errors
    /// When the file cannot be read, and [`ArchiveError::CalledOff`] when `is_called_off` says so: the next call goes on
    /// from there.
    pub fn draw(&mut self, asked: &Asked, is_called_off: CalledOff<'_>) -> Result<Drawing, ArchiveError> {
        loop {
            if let Some(drawing) = self.draw_within(Duration::MAX, asked, is_called_off)? {
                return Ok(drawing);
            }
        }
    }

    /// The same, but reads no longer than `patience`; nothing when there is more to read. [`Reading::progress`] tells how
    /// far it is then, and the next call goes on from there.
    ///
    /// # Errors
    /// As [`Reading::draw`].
    pub fn draw_within(
        &mut self,
        patience: Duration,
        asked: &Asked,
        is_called_off: CalledOff<'_>,
    ) -> Result<Option<Drawing>, ArchiveError> {
        let begun = Instant::now();
        let is_over = || begun.elapsed() >= patience;
        if !self.read_on(&is_over, is_called_off)? {
            return Ok(None);
        }
        let fresh = self.finding.fresh(&self.archive, &self.scope, is_called_off)?;
        if fresh.is_anew {
            self.analysis = self.kind.make();
        }
        self.unread = Some(match excerpt(&self.kind) {
            Some(excerpt) => fresh.selection.excerpt(&excerpt),
            None => fresh.selection,
        });
        if !self.read_on(&is_over, is_called_off)? {
            return Ok(None);
        }
        let mut drawing = self.analysis.draw(&Scene::new(&self.archive, &self.scope, asked));
        drawing.hidden = fresh.hidden;
        Ok(Some(drawing))
    }

    /// How far it is; nothing when nothing is to be read.
    #[must_use]
    pub fn progress(&self) -> Option<Progress> {
        self.unread.as_ref().map(|unread| Progress {
            read: unread.read(),
            of: unread.len(),
        })
    }

    /// Reads what was found, at least some of it. Says whether that is all.
    fn read_on(&mut self, is_over: &dyn Fn() -> bool, is_called_off: CalledOff<'_>) -> Result<bool, ArchiveError> {
        while let Some(unread) = &mut self.unread {
            if is_called_off() {
                return Err(ArchiveError::CalledOff);
            }
            match unread.next_events(AT_ONCE) {
                Ok(events) if events.is_empty() => self.unread = None,
                Ok(events) => {
                    self.analysis.take(&events);
                    if is_over() {
                        return Ok(false);
                    }
                }
                Err(error) => {
                    // What was taken so far must not be taken again.
                    let scope = self.scope.clone();
                    *self = Self::new(Arc::clone(&self.archive), &self.kind);
                    self.scope = scope;
                    return Err(error);
                }
            }
        }
        Ok(true)
    }
}

/// What an analysis looks at, and what is looked at for all of them; nothing when it may be anything.
fn excerpt(kind: &Kind) -> Option<Excerpt> {
    let paths = kind.looks_at.iter().chain(told::LOOKS_AT).copied();
    let excerpt = || Excerpt::new(paths).expect("a test reads the paths of every analysis");
    (!kind.looks_at.is_empty()).then(excerpt)
}
