//! What a query finds, asked again and again: each event is looked at once.

use std::sync::Arc;

use crate::archive::Archive;
use crate::block::{Row, is_in};
use crate::error::ArchiveError;
use crate::evaluate::Plan;
use crate::query::Query;
use crate::selection::{Scope, Selection};
use crate::snapshot::Snapshot;

/// The events that one query finds in one archive, kept up to date as events arrive, are hidden and shown again.
///
/// ```
/// use archive::query::Query;
/// use archive::{About, Archive, Finding, Scope};
/// use event::Event;
/// use time::UtcOffset;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = tempfile::tempdir()?;
/// let archive = Archive::create(&folder.path().join("checkout.assurance"), &About::default())?;
/// let mut logs = Finding::new(Query::parse("kind:log", UtcOffset::UTC)?);
/// archive.insert(vec![Event::from_json(r#"{"uuid":"1","timestamp":1,"type":"log"}"#)?])?;
/// assert_eq!(logs.fresh(&archive, &Scope::default(), &|| false)?.selection.len(), 1);
/// archive.insert(vec![Event::from_json(r#"{"uuid":"2","timestamp":2,"type":"log"}"#)?])?;
/// let fresh = logs.fresh(&archive, &Scope::default(), &|| false)?;
/// assert_eq!((fresh.selection.len(), fresh.found), (1, 2));
/// # Ok(())
/// # }
/// ```
pub struct Finding {
    query: Query,
    /// Per block the rows that the query fits, whether they count or not.
    fitting: Vec<u128>,
    /// Per block the rows that were given out.
    given: Vec<u128>,
    seen: Option<Snapshot>,
}

/// What [`Finding::fresh`] found.
pub struct Fresh {
    /// The events that were not given out before, in the order of the session.
    pub selection: Selection,
    /// Whether some that were given out no longer count; then all that do are given out anew.
    pub is_anew: bool,
    /// How many events there are that count.
    pub found: usize,
    /// How many fit the query and are left out because they are hidden.
    pub hidden: usize,
}

impl Finding {
    /// What a query will find. Nothing is looked at yet.
    #[must_use]
    pub fn new(query: Query) -> Self {
        Self {
            query,
            fitting: Vec::new(),
            given: Vec::new(),
            seen: None,
        }
    }

    /// Looks at what is new, and gives out what was not given out before.
    ///
    /// # Errors
    /// [`ArchiveError::CalledOff`] when `is_called_off` says so; the next call looks at the same again.
    pub fn fresh(
        &mut self,
        archive: &Archive,
        scope: &Scope,
        is_called_off: &(dyn Fn() -> bool + Sync),
    ) -> Result<Fresh, ArchiveError> {
        let snapshot = scope.snapshot(archive);
        self.look(&snapshot, is_called_off)?;
        let (mut wanted, mut found, mut hidden) = (Vec::with_capacity(snapshot.blocks.len()), 0, 0);
        for (block, fitting) in snapshot.blocks.iter().zip(&self.fitting) {
            let fits = fitting & snapshot.visible(block);
            let left_out = fits & scope.left_out(block, &snapshot);
            hidden += left_out.count_ones() as usize;
            found += (fits & !left_out).count_ones() as usize;
            wanted.push(fits & !left_out);
        }
        let is_anew = self.has_lost(&wanted, &snapshot);
        if is_anew {
            self.given.clear();
        }
        let before = |block: usize| self.given.get(block).copied().unwrap_or(0);
        let new: Vec<u128> = wanted
            .iter()
            .enumerate()
            .map(|(block, now)| now & !before(block))
            .collect();
        let rows: Vec<Row> = match new.iter().all(|mask| *mask == 0) {
            true => Vec::new(),
            false => snapshot.order.iter().copied().filter(|row| is_in(&new, *row)).collect(),
        };
        self.given = wanted;
        Ok(Fresh {
            selection: Selection::new(snapshot, rows),
            is_anew,
            found,
            hidden,
        })
    }

    /// Finds what fits, as far as the archive has grown.
    fn look(&mut self, snapshot: &Snapshot, is_called_off: &(dyn Fn() -> bool + Sync)) -> Result<(), ArchiveError> {
        let mut plan = Plan::new(&self.query);
        if let Some(seen) = &self.seen {
            let is_shorter = snapshot.rows_end() < seen.rows_end();
            if is_shorter || plan.depends_on_session() {
                self.fitting.clear();
            } else if Arc::ptr_eq(&seen.blocks, &snapshot.blocks) {
                return Ok(());
            }
        }
        // The last block of before may have grown.
        let first = self.fitting.len().saturating_sub(1);
        let fresh = plan
            .masks(snapshot, first, is_called_off)
            .ok_or(ArchiveError::CalledOff)?;
        self.fitting.truncate(first);
        self.fitting.extend(fresh);
        self.seen = Some(snapshot.clone());
        Ok(())
    }

    /// Whether something that was given out no longer counts. Parts of a large event that is whole now do not matter.
    fn has_lost(&self, wanted: &[u128], snapshot: &Snapshot) -> bool {
        self.given.iter().enumerate().any(|(number, given)| {
            let now = wanted.get(number).copied().unwrap_or(0);
            let shown = snapshot
                .blocks
                .get(number)
                .map_or(u128::MAX, |block| snapshot.visible(block));
            given & !now & shown != 0
        })
    }
}

#[cfg(test)]
mod tests {
    use event::Event;
    use time::UtcOffset;

    use super::*;
    use crate::{About, EventFilter, MarkChange, View};

    fn archive(folder: &std::path::Path) -> Arc<Archive> {
        let archive = Archive::create(&folder.join("a.assurance"), &About::default()).unwrap();
        archive.insert((1..=4).map(event).collect()).unwrap();
        Arc::new(archive)
    }

    fn event(number: usize) -> Event {
        let kind = if number.is_multiple_of(2) { "log" } else { "generic" };
        let text = format!(r#"{{"uuid":"u{number}","timestamp":{number},"type":"{kind}","payload":{{}}}}"#);
        Event::from_json(&text).unwrap()
    }

    fn uuids(fresh: &mut Fresh) -> Vec<String> {
        let events = fresh.selection.next_events(1_000).unwrap();
        events.into_iter().map(|event| event.uuid).collect()
    }

    fn logs() -> Finding {
        Finding::new(Query::parse("kind:log", UtcOffset::UTC).unwrap())
    }

    #[test]
    fn each_event_is_given_out_once_until_one_is_hidden() {
        let folder = tempfile::tempdir().unwrap();
        let archive = archive(folder.path());
        let (mut logs, scope) = (logs(), Scope::default());
        let mut look = |scope: &Scope| {
            let mut fresh = logs.fresh(&archive, scope, &|| false).unwrap();
            (uuids(&mut fresh), fresh.is_anew, fresh.found, fresh.hidden)
        };
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(look(&scope), (names(&["u2", "u4"]), false, 2, 0));
        assert_eq!(look(&scope), (names(&[]), false, 2, 0));
        archive.insert((5..=300).map(event).collect()).unwrap();
        assert_eq!(look(&scope).0.len(), 148);
        archive.mark(&["u3".into()], &MarkChange::Hide(true)).unwrap();
        assert_eq!(look(&scope), (names(&[]), false, 150, 0), "another kind of event");
        archive.mark(&["u2".into()], &MarkChange::Hide(true)).unwrap();
        let (all, is_anew, found, hidden) = look(&scope);
        assert_eq!((all.len(), is_anew, found, hidden), (149, true, 149, 1));
        assert_eq!(look(&Scope::everything()), (names(&["u2"]), false, 150, 0));
        archive.clear(Some(299)).unwrap();
        assert_eq!(look(&scope), (names(&["u300"]), true, 1, 149));
    }

    #[test]
    fn what_arrives_while_a_list_is_paused_counts_afterwards() {
        let folder = tempfile::tempdir().unwrap();
        let archive = archive(folder.path());
        let view = View::new(Arc::clone(&archive), EventFilter::default());
        let mut logs = logs();
        view.pause();
        archive.insert(vec![event(6)]).unwrap();
        let mut paused = logs.fresh(&archive, &view.scope(), &|| false).unwrap();
        assert_eq!(uuids(&mut paused), ["u2", "u4"]);
        assert_eq!(view.scope().last(&archive), Some(4));
        archive.mark(&["u2".into()], &MarkChange::Hide(true)).unwrap();
        let mut paused = logs.fresh(&archive, &view.scope(), &|| false).unwrap();
        assert_eq!(uuids(&mut paused), ["u4"], "what is marked meanwhile is seen");
        view.resume();
        let mut after = logs.fresh(&archive, &view.scope(), &|| false).unwrap();
        assert_eq!((uuids(&mut after), after.is_anew), (vec!["u6".to_owned()], false));
    }

    #[test]
    fn what_is_called_off_is_looked_at_again() {
        let folder = tempfile::tempdir().unwrap();
        let archive = archive(folder.path());
        let mut logs = Finding::new(Query::parse("kind:log payload.none:x OR kind:log", UtcOffset::UTC).unwrap());
        let called_off = logs.fresh(&archive, &Scope::default(), &|| true);
        assert_eq!(called_off.err(), Some(ArchiveError::CalledOff));
        assert_eq!(logs.fresh(&archive, &Scope::default(), &|| false).unwrap().found, 2);
    }
}
