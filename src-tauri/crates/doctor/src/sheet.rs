//! The lines while the examination goes on.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use crate::line::{Check, Line, NotApplicable, State};

/// The lines, written from all sides, and told each time.
pub(crate) struct Sheet<'a> {
    lines: Mutex<Vec<(Line, Option<Instant>)>>,
    changed: &'a (dyn Fn(&[Line]) + Send + Sync),
}

impl<'a> Sheet<'a> {
    pub(crate) fn new(lines: Vec<Line>, changed: &'a (dyn Fn(&[Line]) + Send + Sync)) -> Self {
        changed(&lines);
        Self {
            lines: Mutex::new(lines.into_iter().map(|line| (line, None)).collect()),
            changed,
        }
    }

    pub(crate) fn start(&self, check: Check) {
        self.set(check, State::Running);
    }

    pub(crate) fn set(&self, check: Check, state: State) {
        let mut lines = self.lock();
        let Some((line, begun)) = lines.iter_mut().find(|(line, _)| line.check == check) else {
            return;
        };
        if matches!(state, State::Running) {
            begun.get_or_insert_with(Instant::now);
        } else {
            line.took = begun.map(|begun| begun.elapsed());
        }
        line.state = state;
        self.tell(&lines);
    }

    /// Says of everything that has not ended that it needs a line that failed.
    pub(crate) fn give_up(&self, failed: Check, needing: impl Fn(Check) -> bool) {
        let mut lines = self.lock();
        for (line, _) in lines.iter_mut() {
            if needing(line.check) && matches!(line.state, State::Waiting | State::Running) {
                line.state = State::NotApplicable(NotApplicable::Needs(failed));
            }
        }
        self.tell(&lines);
    }

    pub(crate) fn lines(&self) -> Vec<Line> {
        self.lock().iter().map(|(line, _)| line.clone()).collect()
    }

    fn tell(&self, lines: &[(Line, Option<Instant>)]) {
        let lines: Vec<Line> = lines.iter().map(|(line, _)| line.clone()).collect();
        (self.changed)(&lines);
    }

    fn lock(&self) -> MutexGuard<'_, Vec<(Line, Option<Instant>)>> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
