//! Which parts of the events somebody reads.

use super::Selection;
use crate::codec::{Wanted, Words};
use crate::query::{Path, Step};

/// The parts of events that somebody reads, as paths. Giving them saves the archive from putting the rest of each event
/// together.
///
/// ```
/// use archive::Excerpt;
///
/// assert!(Excerpt::new(["payload.name", "payload.messages[0]"]).is_some());
/// assert!(Excerpt::new(["payload.name:hit"]).is_none(), "only paths are");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt(Vec<Path>);

impl Excerpt {
    /// What is at these paths, which are written as in queries; nothing when one of them is not a path. Other than in
    /// queries, a path may go on in any string that holds JSON.
    #[must_use]
    pub fn new<'p>(paths: impl IntoIterator<Item = &'p str>) -> Option<Self> {
        paths.into_iter().map(Path::parse).collect::<Option<_>>().map(Self)
    }

    /// The same with the words of an archive.
    pub(crate) fn wanted(&self, words: &Words) -> Wanted {
        let mut wanted = Wanted::default();
        for path in &self.0 {
            let mut at = &mut wanted;
            for step in path.steps() {
                at = match step {
                    Step::Key(key) => at.key(key, words),
                    Step::Index(number) => at.item(*number),
                    // All of them are mostly all there is.
                    Step::AnyKey | Step::AnyIndex => break,
                };
            }
            at.take_all();
        }
        wanted
    }
}

impl Selection {
    /// The same events with an excerpt of their texts. Whoever reads no more than that finds what is in the whole event:
    /// what else a text holds is not said, and some are whole.
    #[must_use]
    pub fn excerpt(mut self, excerpt: &Excerpt) -> Self {
        self.excerpt = Some(excerpt.clone());
        self
    }
}
