//! One window for each data folder: a second start hands what it was asked to open to the first, and ends.
//!
//! The first start holds a lock on a file in the data folder, which the system gives back however the program ends, and
//! listens on loopback. Where, and the word that it asks for, stands in a file beside the lock that only this user can read.

use std::fs::{File, TryLockError};
use std::io::{self, BufRead as _, BufReader, ErrorKind, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use api::openings::Asked;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

const LOCK: &str = "window.lock";
const ADDRESS: &str = "window.json";
/// How long a first start that has only just begun, or is about to end, is waited for.
const PATIENCE: Duration = Duration::from_secs(10);
const BETWEEN_TRIES: Duration = Duration::from_millis(50);
/// How long one who has called may be silent.
const SILENCE: Duration = Duration::from_secs(2);
/// Bytes of the longest message.
const LONGEST: u64 = 64 * 1024;
const TAKEN: &str = "taken\n";

/// What comes of a start.
pub(crate) enum Start {
    /// The window is to be opened.
    First(FirstStart),
    /// A window is open already, and takes what was asked.
    HandedOver,
}

/// The first start for a data folder. Others find it until this is dropped or the program ends.
pub(crate) struct FirstStart {
    _lock: File,
    ear: Option<Ear>,
}

struct Ear {
    listener: TcpListener,
    word: String,
}

#[derive(Serialize, Deserialize)]
struct Address {
    port: u16,
    word: String,
}

#[derive(Serialize, Deserialize)]
struct Message {
    word: String,
    open: Vec<Asked>,
}

/// Begins a start of the window for this data folder, which must be there.
///
/// # Errors
/// When nothing can be written in the folder.
pub(crate) fn begin(data: &Path, asked: &[Asked]) -> io::Result<Start> {
    let lock = lock_file(data)?;
    let deadline = Instant::now() + PATIENCE;
    loop {
        match lock.try_lock() {
            Ok(()) => {
                let ear = Ear::open(data)
                    .inspect_err(|error| tracing::warn!(%error, "a second start will open a second window"));
                return Ok(Start::First(FirstStart {
                    _lock: lock,
                    ear: ear.ok(),
                }));
            }
            Err(TryLockError::WouldBlock) if Instant::now() < deadline => {}
            // Some file systems have no locks; and a window that does not answer shall not keep another from opening.
            Err(error) => {
                tracing::warn!(%error, "it is not known whether a window is open already");
                return Ok(Start::First(FirstStart { _lock: lock, ear: None }));
            }
        }
        match hand_over(data, asked) {
            Ok(()) => return Ok(Start::HandedOver),
            Err(error) => tracing::debug!(%error, "the open window does not answer yet"),
        }
        thread::sleep(BETWEEN_TRIES);
    }
}

/// Whether a window is open for this data folder.
pub(crate) fn is_open(data: &Path) -> bool {
    let lock = File::open(data.join(LOCK));
    lock.is_ok_and(|lock| matches!(lock.try_lock(), Err(TryLockError::WouldBlock)))
}

impl FirstStart {
    /// Takes what later starts are asked to open, on a thread of its own; `take` says whether there is still a window for it.
    pub(crate) fn listen(mut self, take: impl Fn(Vec<Asked>) -> bool + Send + 'static) {
        let Some(ear) = self.ear.take() else {
            // The lock is held as long as the program runs.
            std::mem::forget(self);
            return;
        };
        thread::spawn(move || {
            let _held = self;
            for stream in ear.listener.incoming() {
                let answered = stream.and_then(|stream| ear.answer(&stream, &take));
                if let Err(error) = answered {
                    tracing::debug!(%error, "a second start could not be understood");
                }
            }
        });
    }
}

impl Ear {
    fn open(data: &Path) -> io::Result<Self> {
        let path = data.join(ADDRESS);
        // What an earlier window has left leads nowhere, or worse, to somebody else.
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = Address {
            port: listener.local_addr()?.port(),
            word: Uuid::new_v4().simple().to_string(),
        };
        // Such a file is for its owner alone from the start. It need not outlive the computer, so the start waits for no disk.
        let mut file = tempfile::NamedTempFile::new_in(data)?;
        serde_json::to_writer(&mut file, &address)?;
        file.persist(&path).map_err(|error| error.error)?;
        Ok(Self {
            listener,
            word: address.word,
        })
    }

    fn answer(&self, mut stream: &TcpStream, take: &impl Fn(Vec<Asked>) -> bool) -> io::Result<()> {
        stream.set_read_timeout(Some(SILENCE))?;
        stream.set_write_timeout(Some(SILENCE))?;
        let mut line = String::new();
        BufReader::new(stream.take(LONGEST)).read_line(&mut line)?;
        let message: Message = serde_json::from_str(&line)?;
        if message.word != self.word {
            return Err(ErrorKind::PermissionDenied.into());
        }
        // Who hears nothing tries again, until this program has ended.
        if take(message.open) {
            stream.write_all(TAKEN.as_bytes())?;
        }
        Ok(())
    }
}

fn lock_file(data: &Path) -> io::Result<File> {
    File::options()
        .create(true)
        .write(true)
        .truncate(false)
        .open(data.join(LOCK))
}

fn hand_over(data: &Path, asked: &[Asked]) -> io::Result<()> {
    let address: Address = serde_json::from_slice(&std::fs::read(data.join(ADDRESS))?)?;
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, address.port))?;
    stream.set_read_timeout(Some(SILENCE))?;
    let message = Message {
        word: address.word,
        open: asked.to_vec(),
    };
    let mut line = serde_json::to_vec(&message)?;
    line.push(b'\n');
    stream.write_all(&line)?;
    let mut answer = String::new();
    stream.take(TAKEN.len() as u64).read_to_string(&mut answer)?;
    if answer == TAKEN {
        Ok(())
    } else {
        Err(ErrorKind::ConnectionAborted.into())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    fn link(place: &str) -> Asked {
        Asked::Link(format!("assurance-desk://open?place={place}"))
    }

    fn first(data: &Path) -> FirstStart {
        match begin(data, &[]).expect("a folder that can be written to") {
            Start::First(first) => first,
            Start::HandedOver => panic!("nobody was there"),
        }
    }

    #[test]
    fn a_second_start_hands_over_and_other_folders_have_their_own_window() {
        let (data, other) = (
            tempfile::tempdir().expect("a folder"),
            tempfile::tempdir().expect("a folder"),
        );
        assert!(!is_open(data.path()));
        let (sender, taken) = channel();
        first(data.path()).listen(move |asked| sender.send(asked).is_ok());
        assert!(is_open(data.path()));
        let second = begin(data.path(), &[link("home"), link("archives")]).expect("it is written");
        assert!(matches!(second, Start::HandedOver));
        assert_eq!(taken.recv().expect("it was taken"), [link("home"), link("archives")]);
        drop(first(other.path()));
        assert!(!is_open(other.path()), "it is given back");
    }

    #[test]
    fn a_start_while_the_window_closes_opens_the_next_one() {
        let data = tempfile::tempdir().expect("a folder");
        let closing = first(data.path());
        let folder = data.path().to_owned();
        let next = thread::spawn(move || first(&folder));
        // What calls now gets no answer, and the lock once it is given back.
        drop(closing);
        drop(next.join().expect("the next window opens"));
    }

    #[test]
    fn only_who_knows_the_word_is_heard() {
        let data = tempfile::tempdir().expect("a folder");
        let (sender, taken) = channel();
        first(data.path()).listen(move |asked| sender.send(asked).is_ok());
        let file = data.path().join(ADDRESS);
        let text = std::fs::read(&file).expect("an address");
        let address: Address = serde_json::from_slice(&text).expect("an address");
        for line in [
            "\n".to_owned(),
            "{}\n".to_owned(),
            "[".repeat(100_000) + "\n",
            "{\"word\":\"guessed\",\"open\":[]}\n".to_owned(),
        ] {
            let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, address.port)).expect("it listens");
            // It may hang up before it has heard all.
            let _ = stream.write_all(line.as_bytes());
            let mut answer = String::new();
            let _ = stream.read_to_string(&mut answer);
            assert_eq!(answer, "", "{line:.40}");
        }
        assert!(taken.try_recv().is_err(), "nothing of it was taken");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = std::fs::metadata(&file).expect("an address").permissions().mode();
            assert_eq!(mode & 0o077, 0, "it is for its owner alone");
        }
    }
}
