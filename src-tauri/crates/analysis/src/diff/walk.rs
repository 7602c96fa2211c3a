//! The way through two payloads at once.

use std::borrow::Cow;
use std::time::Duration;

use event::{PayloadTree, ValueKind};
use hashbrown::HashMap;

use super::content::Content;
use super::list::{Step, aligned};
use super::{Change, Counts, Line, Lines};

/// Deeper values are compared as one, and have no lines.
const DEEPEST: u32 = 200;
/// How long one list may take to align; lists that long are aligned less well.
const PATIENCE: Duration = Duration::from_millis(200);

pub(super) struct Walk<'c> {
    before: &'c Content,
    after: &'c Content,
    which: Lines,
    lines: Vec<Line>,
    counts: Counts,
}

impl<'c> Walk<'c> {
    pub(super) fn over(before: &'c Content, after: &'c Content, which: Lines) -> (Vec<Line>, Counts) {
        let mut walk = Self {
            before,
            after,
            which,
            lines: Vec::new(),
            counts: Counts::default(),
        };
        if before.tree().value_count() > 0 && after.tree().value_count() > 0 {
            walk.pair(0, 0);
        }
        (walk.lines, walk.counts)
    }

    /// A value that is in both.
    fn pair(&mut self, before: usize, after: usize) {
        let is_same = self.before.print(before) == self.after.print(after);
        if is_same && self.which == Lines::OnlyChanges {
            return;
        }
        let (left, right) = (self.before.tree().value(before), self.after.tree().value(after));
        let one_contains = left.kind.is_container() || right.kind.is_container();
        if one_contains && left.kind != right.kind {
            self.removed(before);
            self.added(after);
        } else if one_contains && right.depth < DEEPEST {
            self.line(Some(before), Some(after), Change::Same);
            match left.kind {
                ValueKind::Object | ValueKind::ObjectInString => self.members(before, after),
                _ => self.items(before, after),
            }
        } else {
            let change = if is_same { Change::Same } else { Change::Changed };
            self.counts.changed += usize::from(!is_same);
            self.line(Some(before), Some(after), change);
        }
    }

    /// The members of two objects by their keys, in the order of the second; what it lacks stands where it was.
    fn members(&mut self, before: usize, after: usize) {
        let old = members(self.before.tree(), before);
        let new = members(self.after.tree(), after);
        let places: HashMap<&Name<'_>, usize> = old.iter().map(|(name, _)| name).zip(0..).collect();
        let names: HashMap<&Name<'_>, ()> = new.iter().map(|(name, _)| (name, ())).collect();
        let mut told = 0;
        for (name, number) in &new {
            let Some(place) = places.get(name).copied() else {
                self.added(*number);
                continue;
            };
            for (name, gone) in old.get(told..place).unwrap_or_default() {
                if !names.contains_key(name) {
                    self.removed(*gone);
                }
            }
            told = told.max(place + 1);
            self.pair(old[place].1, *number);
        }
        for (name, gone) in old.get(told..).unwrap_or_default() {
            if !names.contains_key(name) {
                self.removed(*gone);
            }
        }
    }

    /// The items of two lists by their content.
    fn items(&mut self, before: usize, after: usize) {
        let old: Vec<usize> = self.before.tree().values_in(before).collect();
        let new: Vec<usize> = self.after.tree().values_in(after).collect();
        let old_prints: Vec<u64> = old.iter().map(|number| self.before.print(*number)).collect();
        let new_prints: Vec<u64> = new.iter().map(|number| self.after.print(*number)).collect();
        for step in aligned(&old_prints, &new_prints, PATIENCE) {
            match step {
                Step::Both(left, right) | Step::Replaced(left, right) => self.pair(old[left], new[right]),
                Step::Removed(left) => self.removed(old[left]),
                Step::Added(right) => self.added(new[right]),
            }
        }
    }

    fn removed(&mut self, number: usize) {
        for inside in number..self.before.tree().value(number).end {
            let value = self.before.tree().value(inside);
            self.counts.removed += usize::from(value.children == 0);
            if value.depth <= DEEPEST {
                self.line(Some(inside), None, Change::Removed);
            }
        }
    }

    fn added(&mut self, number: usize) {
        for inside in number..self.after.tree().value(number).end {
            let value = self.after.tree().value(inside);
            self.counts.added += usize::from(value.children == 0);
            if value.depth <= DEEPEST {
                self.line(None, Some(inside), Change::Added);
            }
        }
    }

    fn line(&mut self, before: Option<usize>, after: Option<usize>, change: Change) {
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        self.lines.push(Line {
            before: before.map(number),
            after: after.map(number),
            change,
        });
    }
}

/// A key, and how often the object had it before: JSON may say a key twice.
type Name<'t> = (Cow<'t, str>, usize);

fn members(tree: &PayloadTree, object: usize) -> Vec<(Name<'_>, usize)> {
    let mut seen: HashMap<Cow<'_, str>, usize> = HashMap::new();
    let named = |number: usize| {
        let key = tree.value(number).key.unwrap_or_default();
        let times = seen.entry(key.clone()).or_default();
        *times += 1;
        ((key, *times), number)
    };
    tree.values_in(object).map(named).collect()
}
