//! Two lists aligned by what is the same in both.

use std::hash::Hash;
use std::time::{Duration, Instant};

use similar::{Algorithm, DiffOp, capture_diff_slices_deadline};

/// One step through two lists, by places in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// The same in both.
    Both(usize, usize),
    /// Something else stands in its place.
    Replaced(usize, usize),
    /// Only in the first.
    Removed(usize),
    /// Only in the second.
    Added(usize),
}

/// Aligns two lists. When it takes longer than `patience`, the rest is aligned less well.
pub(crate) fn aligned<T: Hash + Eq>(before: &[T], after: &[T], patience: Duration) -> Vec<Step> {
    let mut steps = Vec::with_capacity(before.len().max(after.len()));
    for step in capture_diff_slices_deadline(Algorithm::Myers, before, after, Some(Instant::now() + patience)) {
        match step {
            DiffOp::Equal {
                old_index,
                new_index,
                len,
            } => steps.extend((0..len).map(|at| Step::Both(old_index + at, new_index + at))),
            DiffOp::Delete { old_index, old_len, .. } => {
                steps.extend((old_index..old_index + old_len).map(Step::Removed));
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                steps.extend((new_index..new_index + new_len).map(Step::Added));
            }
            DiffOp::Replace {
                old_index,
                old_len,
                new_index,
                new_len,
            } => {
                let pairs = old_len.min(new_len);
                steps.extend((0..pairs).map(|at| Step::Replaced(old_index + at, new_index + at)));
                steps.extend((old_index + pairs..old_index + old_len).map(Step::Removed));
                steps.extend((new_index + pairs..new_index + new_len).map(Step::Added));
            }
        }
    }
    steps
}
