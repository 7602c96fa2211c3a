//! Looks at the clock and the memory while parsers work: what hangs or fills the memory cannot fail by itself.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, ThreadId};
use std::time::{Duration, Instant};

use crate::targets::Target;

/// Far longer than any input takes on a busy machine.
const LONGEST: Duration = Duration::from_secs(60);
/// Far more than all of them take together.
const MOST_MEMORY: u64 = 1536 * 1024 * 1024;
/// How often it looks.
const EVERY: Duration = Duration::from_millis(50);

type Working = HashMap<ThreadId, (Instant, &'static Target, Vec<u8>)>;

#[derive(Clone, Default)]
pub(crate) struct Watch(Arc<Mutex<Working>>);

/// An input that is being read.
pub(crate) struct Seen<'w>(&'w Watch);

impl Watch {
    /// Looks on until the program ends.
    pub(crate) fn start() -> Self {
        let watch = Self::default();
        let own = watch.clone();
        thread::spawn(move || {
            loop {
                thread::park_timeout(EVERY);
                own.look();
            }
        });
        watch
    }

    pub(crate) fn begin(&self, target: &'static Target, data: &[u8]) -> Seen<'_> {
        let work = (Instant::now(), target, data.to_vec());
        self.working().insert(thread::current().id(), work);
        Seen(self)
    }

    fn working(&self) -> std::sync::MutexGuard<'_, Working> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends the whole program: a thread that hangs cannot be ended.
    #[expect(clippy::print_stderr, reason = "nobody is left to tell it to")]
    fn look(&self) {
        let is_full = memory() > MOST_MEMORY;
        let working = self.working();
        let too_long = |since: &Instant| since.elapsed() > LONGEST;
        if !is_full && !working.values().any(|(since, ..)| too_long(since)) {
            return;
        }
        let what = if is_full { "fills the memory" } else { "hangs" };
        for (since, target, data) in working.values().filter(|(since, ..)| is_full || too_long(since)) {
            let path = crate::keep(target, data);
            let seconds = since.elapsed().as_secs();
            eprintln!(
                "{} {what}, after {seconds} s with the bytes in {}",
                target.name,
                path.display()
            );
        }
        std::process::exit(1);
    }
}

impl Drop for Seen<'_> {
    fn drop(&mut self) {
        self.0.working().remove(&thread::current().id());
    }
}

/// Bytes of this process that are in memory now. Known on Linux; 0 elsewhere.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kilobytes = status.lines().find_map(|line| {
        line.strip_prefix("VmRSS:")?
            .split_whitespace()
            .next()?
            .parse::<u64>()
            .ok()
    });
    kilobytes.unwrap_or(0) * 1024
}
