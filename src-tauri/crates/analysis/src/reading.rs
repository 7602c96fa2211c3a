//! Reading an archive for one analysis: once, and then what has been added since.

use std::sync::Arc;

use archive::query::Query;
use archive::{Archive, ArchiveError, Selected, Selection};
use time::UtcOffset;

use crate::analyses::{Analysis, Kind};
use crate::drawing::Drawing;
use crate::scene::{Asked, Scene};

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
    query: Query,
    analysis: Box<dyn Analysis>,
    /// Where the archive ended when it was last read.
    mark: u32,
    /// What was being read when it was called off.
    unread: Option<Selection>,
}

impl Reading {
    /// An analysis of an archive. Nothing is read yet.
    #[must_use]
    pub fn new(archive: Arc<Archive>, kind: &Kind) -> Self {
        let query = Query::parse(kind.reads, UtcOffset::UTC).expect("a test reads the query of every analysis");
        Self {
            archive,
            kind: *kind,
            query,
            analysis: kind.make(),
            mark: 0,
            unread: None,
        }
    }

    /// Reads what is new and draws what is asked for.
    ///
    /// # Errors
    /// When the file cannot be read, and [`ArchiveError::CalledOff`] when `is_called_off` says so: the next call goes on
    /// from there.
    pub fn draw(&mut self, asked: &Asked, is_called_off: &dyn Fn() -> bool) -> Result<Drawing, ArchiveError> {
        if let Some(unread) = self.unread.take() {
            self.finish(unread, is_called_off)?;
        }
        let fresh = self.archive.select_since(self.mark, &self.query, Selected::AsShown)?;
        self.finish(fresh, is_called_off)?;
        Ok(self.analysis.draw(&Scene::new(&self.archive, asked)))
    }

    fn finish(&mut self, mut unread: Selection, is_called_off: &dyn Fn() -> bool) -> Result<(), ArchiveError> {
        loop {
            if is_called_off() {
                self.unread = Some(unread);
                return Err(ArchiveError::CalledOff);
            }
            match unread.next_events(AT_ONCE) {
                Ok(events) if events.is_empty() => {
                    self.mark = unread.mark();
                    return Ok(());
                }
                Ok(events) => self.analysis.take(&events),
                Err(error) => {
                    // What was taken so far must not be taken again.
                    *self = Self::new(Arc::clone(&self.archive), &self.kind);
                    return Err(error);
                }
            }
        }
    }
}
