//! Sends ticks to every window that listens, at most ten of a kind a second.

use std::collections::HashMap;
use std::mem::{Discriminant, discriminant};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::broadcast;
use uuid::Uuid;

use crate::contract::tick::Tick;

/// The shortest time between two ticks of one kind about one thing.
const QUIET: Duration = Duration::from_millis(100);
/// Ticks that a slow listener may lag behind; it loses the oldest, and the next one brings it up to date.
const BACKLOG: usize = 256;

/// Takes ticks from anywhere and hands them to the listeners; the last tick of a burst is never lost.
#[derive(Clone)]
pub struct Ticks {
    sender: broadcast::Sender<Tick>,
    slots: Arc<Mutex<HashMap<Subject, Slot>>>,
}

type Subject = (Discriminant<Tick>, Option<Uuid>);

/// When a subject's last tick went out, and the one that waits behind it.
struct Slot {
    sent: Instant,
    waiting: Option<Tick>,
}

impl Default for Ticks {
    fn default() -> Self {
        Self {
            sender: broadcast::channel(BACKLOG).0,
            slots: Arc::default(),
        }
    }
}

impl Ticks {
    /// Starts to listen; ticks from now on are received.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<Tick> {
        self.sender.subscribe()
    }

    /// Sends a tick now, or, if one of its kind has just gone out, a little later; a newer one replaces a waiting one.
    /// Must be called within a tokio runtime.
    pub fn send(&self, tick: Tick) {
        let subject = subject(&tick);
        let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        let Some(slot) = slots.get_mut(&subject).filter(|slot| now < slot.sent + QUIET) else {
            slots.insert(
                subject,
                Slot {
                    sent: now,
                    waiting: None,
                },
            );
            // Nobody listening is fine.
            let _ = self.sender.send(tick);
            return;
        };
        let due = slot.sent + QUIET;
        if slot.waiting.replace(tick).is_none() {
            let ticks = self.clone();
            tokio::spawn(async move {
                tokio::time::sleep_until(due.into()).await;
                ticks.send_waiting(subject);
            });
        }
    }

    fn send_waiting(&self, subject: Subject) {
        let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(slot) = slots.get_mut(&subject) else { return };
        if let Some(tick) = slot.waiting.take() {
            slot.sent = Instant::now();
            let _ = self.sender.send(tick);
        }
    }
}

/// What a tick is about: two ticks with the same subject replace each other.
fn subject(tick: &Tick) -> Subject {
    let thing = match tick {
        Tick::Draft { draft } => Some(*draft),
        Tick::Sessions { integration } => Some(*integration),
        Tick::View { status } => Some(status.view),
        Tick::Guide { integration } | Tick::Doctor { integration } => Some(*integration),
        Tick::Integrations
        | Tick::Jobs
        | Tick::Archives
        | Tick::SavedFilters
        | Tick::Requests
        | Tick::CollectionRun
        | Tick::Practice
        | Tick::Updates
        | Tick::Vault
        | Tick::Announcements
        | Tick::FilesDropped { .. }
        | Tick::Openings
        | Tick::ClipboardCleared => None,
    };
    (discriminant(tick), thing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_burst_becomes_two_ticks_and_the_last_one_arrives() {
        let ticks = Ticks::default();
        let mut listener = ticks.listen();
        for number in 0..100 {
            ticks.send(Tick::FilesDropped {
                paths: vec![number.to_string()],
            });
        }
        let first = listener.recv().await.unwrap();
        let last = listener.recv().await.unwrap();
        assert!(matches!(first, Tick::FilesDropped { paths } if paths == ["0"]));
        assert!(matches!(last, Tick::FilesDropped { paths } if paths == ["99"]));
        ticks.send(Tick::Practice);
        assert!(
            matches!(listener.recv().await.unwrap(), Tick::Practice),
            "nothing came between"
        );
    }

    #[tokio::test]
    async fn different_things_do_not_replace_each_other() {
        let ticks = Ticks::default();
        let mut listener = ticks.listen();
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        ticks.send(Tick::Draft { draft: one });
        ticks.send(Tick::Draft { draft: other });
        assert!(matches!(listener.recv().await.unwrap(), Tick::Draft { draft } if draft == one));
        assert!(matches!(listener.recv().await.unwrap(), Tick::Draft { draft } if draft == other));
    }
}
