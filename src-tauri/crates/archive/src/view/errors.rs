//! The rows that tell of an error, found once and kept up to date as events arrive.

use std::sync::{Arc, MutexGuard, TryLockError};

use time::UtcOffset;

use super::{View, lock};
use crate::block::Row;
use crate::codec::Dictionary;
use crate::evaluate::Plan;
use crate::query::Query;
use crate::snapshot::Snapshot;

/// Blocks that are looked at in no time.
const FEW_BLOCKS: usize = 64;

/// What [`HAS_ERROR`](crate::query::HAS_ERROR) has found so far, whatever the filter is.
pub(super) struct Errors {
    plan: Plan,
    masks: Arc<Vec<u128>>,
    /// Whose words were looked for, and up to which row; the snapshot itself would keep in memory what has changed since.
    seen: Option<(Arc<Dictionary>, Row)>,
}

impl Default for Errors {
    fn default() -> Self {
        let has_error = Query::parse("has:error", UtcOffset::UTC).expect("every field has an example that is right");
        Self {
            plan: Plan::new(&has_error),
            masks: Arc::default(),
            seen: None,
        }
    }
}

impl Errors {
    /// A mask for each block of a snapshot at least; more where more was looked at already. None when it was called off.
    pub(super) fn up_to(
        &mut self,
        snapshot: &Snapshot,
        is_called_off: &(dyn Fn() -> bool + Sync),
    ) -> Option<Arc<Vec<u128>>> {
        if let Some(seen) = &self.seen {
            let (dictionary, rows_end) = seen;
            let has_other_words = !Arc::ptr_eq(dictionary, &snapshot.dictionary);
            if has_other_words {
                self.plan.forget();
                self.masks = Arc::default();
            } else if *rows_end >= snapshot.rows_end() {
                return Some(Arc::clone(&self.masks));
            }
        }
        // The last block of before may have grown.
        let first = self.masks.len().saturating_sub(1);
        let fresh = self.plan.masks(snapshot, first, is_called_off)?;
        let masks = Arc::make_mut(&mut self.masks);
        masks.truncate(first);
        masks.extend(fresh);
        self.seen = Some((Arc::clone(&snapshot.dictionary), snapshot.rows_end()));
        Some(Arc::clone(&self.masks))
    }
}

impl View {
    /// Per block the rows that tell of an error, shown or not. The first time this reads the whole archive; it keeps
    /// nobody waiting who asks for rows.
    pub(crate) fn error_masks(&self) -> Arc<Vec<u128>> {
        let snapshot = self.archive.snapshot();
        let masks = lock(&self.errors).up_to(&snapshot, &|| false);
        masks.unwrap_or_default()
    }

    /// The same, where they are known or known in no time.
    pub(super) fn error_masks_at_hand(&self) -> Option<Arc<Vec<u128>>> {
        let snapshot = self.archive.snapshot();
        let mut errors = self.idle_errors()?;
        let behind = snapshot.blocks.len().saturating_sub(errors.masks.len());
        (behind <= FEW_BLOCKS).then(|| errors.up_to(&snapshot, &|| false))?
    }

    /// Finds the events that tell of an error, unless somebody is at it.
    pub fn find_errors(&self) {
        let snapshot = self.archive.snapshot();
        if let Some(mut errors) = self.idle_errors() {
            errors.up_to(&snapshot, &|| false);
        }
    }

    fn idle_errors(&self) -> Option<MutexGuard<'_, Errors>> {
        match self.errors.try_lock() {
            Ok(errors) => Some(errors),
            Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        }
    }
}
