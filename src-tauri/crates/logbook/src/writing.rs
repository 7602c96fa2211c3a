//! The thread that writes.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, channel, sync_channel};
use std::thread;
use std::time::Duration;

use crate::line::Line;
use crate::rotating_file::RotatingFile;

/// Lines that wait to be written; more are lost, and counted.
const LONGEST_QUEUE: usize = 2_000;
/// How long somebody waits for what they logged to be written.
const PATIENCE: Duration = Duration::from_secs(2);

/// The log of one program. Clones write into the same.
#[derive(Clone)]
pub struct Logbook {
    sender: SyncSender<Message>,
    lost: Arc<AtomicU64>,
}

enum Message {
    Line(Line),
    Flush(std::sync::mpsc::Sender<()>),
}

impl Logbook {
    /// Writes into `NAME.log` in `folder`, which is made with the first line. Programs that use a folder at the same time
    /// need different names.
    #[must_use]
    pub fn start(folder: PathBuf, name: &str) -> Self {
        let (sender, receiver) = sync_channel(LONGEST_QUEUE);
        let lost = Arc::new(AtomicU64::new(0));
        let (file, lost_by_writer) = (RotatingFile::new(folder, name), lost.clone());
        // Without a thread, lines are lost: nobody receives them.
        let _ = thread::Builder::new()
            .name("logbook".to_owned())
            .spawn(move || write_all(&receiver, file, &lost_by_writer));
        Self { sender, lost }
    }

    /// Waits until everything logged so far is written, but not for long.
    pub fn flush(&self) {
        let (done, written) = channel();
        if self.sender.send(Message::Flush(done)).is_ok() {
            // A disk that does not answer is not waited for.
            let _ = written.recv_timeout(PATIENCE);
        }
    }

    pub(crate) fn write(&self, line: Line) {
        if let Err(TrySendError::Full(_) | TrySendError::Disconnected(_)) = self.sender.try_send(Message::Line(line)) {
            self.lost.fetch_add(1, Ordering::Relaxed);
        }
    }
}

fn write_all(receiver: &Receiver<Message>, mut file: RotatingFile, lost: &AtomicU64) {
    for message in receiver {
        match message {
            Message::Line(line) => {
                let lost_before = lost.swap(0, Ordering::Relaxed);
                if file.append(line.to_text(lost_before).as_bytes()).is_err() {
                    lost.fetch_add(lost_before + 1, Ordering::Relaxed);
                }
            }
            // Whoever asked may have stopped waiting.
            Message::Flush(done) => drop(done.send(())),
        }
    }
}
