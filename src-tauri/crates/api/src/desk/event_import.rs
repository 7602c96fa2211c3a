//! Taking files of events into archives.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use archive::import::{EventReader, Progress};
use archive::{About, ArchiveError, ImportReport, ImportWatch, peek};
use time::OffsetDateTime;
use uuid::Uuid;

use super::Desk;
use super::archive_files::ArchiveFiles;
use super::integrations::milliseconds;
use super::jobs::{Outcome, Running};
use crate::contract::archives::ImportEventsRequest;
use crate::contract::jobs::Job;
use crate::contract::problem::Problem;
use crate::contract::tick::Tick;
use crate::problem::{nothing_imported, sentence};

/// How SQLite files begin, and archives with them.
const SQLITE: &[u8; 16] = b"SQLite format 3\0";

impl Desk {
    pub(crate) async fn archive_import(&self, request: ImportEventsRequest) -> Result<Job, Problem> {
        let path = match request.path {
            Some(path) => PathBuf::from(path),
            None => {
                let chosen = self
                    .desktop
                    .choose_files("Choose a file of events, or an archive")
                    .await?;
                chosen.into_iter().next().ok_or_else(Problem::cancelled)?
            }
        };
        Ok(self.start_import(path, |_| {}))
    }

    /// Imports a file in the background, and tells the name of the archive that came of it.
    pub(super) fn start_import(&self, path: PathBuf, made: impl FnOnce(&str) + Send + 'static) -> Job {
        let files = Arc::clone(&self.archives);
        let title = format!("Importing {}", name_of(&path));
        self.jobs.start(&self.ticks, title, move |job| {
            let outcome = import(&files, &path, job)?;
            if let Some(archive) = &outcome.archive {
                made(archive);
            }
            Ok(outcome)
        })
    }
}

fn import(files: &ArchiveFiles, path: &Path, job: &Running) -> Result<Outcome, Problem> {
    let unfinished = Unfinished::new(files)?;
    let note = if is_sqlite(path) {
        archive::copy(path, &unfinished.0, &|| job.is_called_off())?;
        None
    } else {
        let reader = EventReader::open(path).map_err(|error| Problem::from(&error))?;
        let about = About {
            imported_from: Some(name_of(path)),
            begun: milliseconds(OffsetDateTime::now_utc()),
            ..About::default()
        };
        let report = archive::import(reader, &unfinished.0, about, &Watch(job));
        let report = report.map_err(|failure| Problem::from(&failure))?;
        if report.events == 0 {
            return Err(nothing_imported(report.refused, &places(&report)));
        }
        Some(note_of(&report))
    };
    let made = peek(&unfinished.0)?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let wanted = match made.about.name() {
        "" => stem.as_ref(),
        name => name,
    };
    if job.is_called_off() {
        return Err(ArchiveError::CalledOff.into());
    }
    let name = files.take_in(&unfinished.0, wanted)?;
    job.tell(Tick::Archives);
    Ok(Outcome {
        note: note.unwrap_or_else(|| format!("{}.", counted(made.events as u64, "event"))),
        archive: Some(name),
    })
}

/// A file beside the archives that is not one of them yet; taken away if it does not become one.
struct Unfinished(PathBuf);

impl Unfinished {
    fn new(files: &ArchiveFiles) -> Result<Self, ArchiveError> {
        let name = format!("unfinished-{}", Uuid::new_v4().simple());
        Ok(Self(files.folder()?.join(name)))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // It has its new name already, or is of no use.
        let _ = std::fs::remove_file(&self.0);
    }
}

struct Watch<'a>(&'a Running);

impl ImportWatch for Watch<'_> {
    fn progress(&self, progress: Progress, events: u64) {
        let share = progress
            .bytes_total
            .filter(|total| *total > 0)
            .map(|total| progress.bytes_read as f64 / total as f64);
        self.0.progress(share, events);
    }

    fn is_called_off(&self) -> bool {
        self.0.is_called_off()
    }
}

fn is_sqlite(path: &Path) -> bool {
    let mut beginning = [0; SQLITE.len()];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut beginning));
    read.is_ok() && beginning == *SQLITE
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// What came of an import, in words.
fn note_of(report: &ImportReport) -> String {
    let mut sentences = vec![format!("{}.", counted(report.events, "event"))];
    if report.again > 0 {
        sentences.push(match report.again {
            1 => "1 came twice and is kept once.".to_owned(),
            again => format!("{} came twice and are kept once.", grouped(again)),
        });
    }
    match report.refused {
        0 => {}
        1 => sentences.push(format!("1 record is no event: {}.", places(report))),
        refused => sentences.push(format!(
            "{} records are no events: {}.",
            grouped(refused),
            places(report)
        )),
    }
    if let Some(error) = &report.ended_by {
        sentences.push(sentence(error));
        sentences.push("What came before is kept.".to_owned());
    }
    sentences.join(" ")
}

/// Where the records are that are no events: "lines 7, 12 and 40".
fn places(report: &ImportReport) -> String {
    let mut lines: Vec<u64> = report.first_refused.iter().map(|refused| refused.place.line).collect();
    lines.dedup();
    let mut texts: Vec<String> = lines.iter().map(|line| grouped(*line)).collect();
    if report.refused > report.first_refused.len() as u64 {
        texts.push("others".to_owned());
    }
    match texts.as_slice() {
        [] => "nowhere".to_owned(),
        [line] => format!("line {line}"),
        [most @ .., last] => format!("lines {} and {last}", most.join(", ")),
    }
}

/// A number of things in words: "1 event", "8,120 events".
pub(super) fn counted(number: u64, what: &str) -> String {
    match number {
        1 => format!("1 {what}"),
        _ => format!("{} {what}s", grouped(number)),
    }
}

/// A number with its thousands set apart.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .filter_map(|group| std::str::from_utf8(group).ok())
        .collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        for (number, text) in [
            (0, "0 events"),
            (1, "1 event"),
            (999, "999 events"),
            (8_120, "8,120 events"),
        ] {
            assert_eq!(counted(number, "event"), text);
        }
        assert_eq!(grouped(1_234_567), "1,234,567");
    }
}
