//! What the program was asked to open from outside waits here until the window takes it.

use std::collections::{HashMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use links::{Link, read_link};
use uuid::Uuid;

use super::archive_files::Stamp;
use super::{Desk, lock};
use crate::contract::openings::Opening;
use crate::contract::problem::{Problem, ProblemCode};
use crate::contract::tick::Tick;
use crate::openings::Asked;

/// How much waits for the window. A page that follows one link after the other shall not bury the person in questions.
const MOST_WAITING: usize = 8;

/// What waits, oldest first, and what came of the files that were opened before.
#[derive(Default)]
pub(super) struct Openings {
    waiting: Mutex<VecDeque<Opening>>,
    files: Arc<Mutex<HashMap<FileThen, TakenOver>>>,
}

/// A file as it was at some time.
type FileThen = (PathBuf, Stamp);

/// What became of a file that was opened.
enum TakenOver {
    /// A job is, or was, at it.
    By(Uuid),
    /// It is this archive.
    Into(String),
}

impl Desk {
    /// Takes what the system, or a second start of the program, asks to be opened; a tick tells the window. A link is read
    /// and not followed: that is for the person to say. Must be called within a tokio runtime.
    pub async fn ask_to_open(&self, asked: Asked) {
        let opening = match asked {
            Asked::Link(link) => linked(&link),
            Asked::File(path) => self.opened_file(path).await,
        };
        let opening = opening.unwrap_or_else(|problem| Opening::Refused { problem });
        let mut waiting = lock(&self.openings.waiting);
        if waiting.len() < MOST_WAITING {
            waiting.push_back(opening);
        } else {
            tracing::warn!("too much was asked to be opened at once; some of it was left");
        }
        drop(waiting);
        self.ticks.send(Tick::Openings);
    }

    pub(crate) async fn openings_take(&self, (): ()) -> Result<Vec<Opening>, Problem> {
        Ok(lock(&self.openings.waiting).drain(..).collect())
    }

    /// An archive among the others is opened where it lies; one from elsewhere is taken over, once.
    async fn opened_file(&self, path: PathBuf) -> Result<Opening, Problem> {
        let archives = Arc::clone(&self.archives);
        let (path, found) = self
            .blocking(move || {
                let path = path
                    .canonicalize()
                    .map_err(|error| Problem::file(&path, &error, "opened"))?;
                if !path.is_file() {
                    return Err(no_file(&path));
                }
                let found = archives.name_of(&path);
                Ok((path, found))
            })
            .await?;
        if let Some(archive) = found {
            return Ok(Opening::Archive { archive });
        }
        let file = (path.clone(), Stamp::of(&path));
        let mut files = lock(&self.openings.files);
        match files.get(&file) {
            Some(TakenOver::Into(archive)) if self.archives.find(archive).is_ok() => {
                return Ok(Opening::Archive {
                    archive: archive.clone(),
                });
            }
            Some(TakenOver::By(job)) => {
                if let Some(job) = self.jobs.running(*job) {
                    return Ok(Opening::Import { job });
                }
            }
            _ => {}
        }
        let (known, of_file) = (Arc::clone(&self.openings.files), file.clone());
        let job = self.start_import(path, move |archive| {
            lock(&known).insert(of_file, TakenOver::Into(archive.to_owned()));
        });
        files.insert(file, TakenOver::By(job.job));
        Ok(Opening::Import { job })
    }
}

fn linked(link: &str) -> Result<Opening, Problem> {
    Ok(match read_link(link)? {
        Link::Session { session, integration } => Opening::Session { session, integration },
        Link::Place(place) => Opening::Place { place: place.into() },
    })
}

fn no_file(path: &Path) -> Problem {
    Problem::new(
        ProblemCode::File,
        format!(
            "{} could not be opened",
            path.file_name().unwrap_or_default().to_string_lossy()
        ),
        "It is a folder, or something else that holds no events.",
        "Open a file whose name ends with .assurance.",
    )
}
