//! Our side: the archive's own benchmark program, which is with the crate that it measures.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::clock::timed;
use super::worker::Worker;
use crate::bench::answer::Answer;
use crate::command::{cargo, command};
use crate::failure::{Failure, Result};

/// The benchmark program, built.
pub(super) struct Ours(PathBuf);

impl Ours {
    /// Builds it as it is for people.
    pub(super) fn build() -> Result<Self> {
        println!("Building the archive's benchmark");
        let (_, printed) =
            timed(cargo().args(["bench", "--quiet", "-p", "archive", "--bench", "archive", "--", "where"]))?;
        let program = PathBuf::from(printed.trim());
        if !program.is_file() {
            return Err(Failure::new(format!(
                "the archive's benchmark is not at {}",
                program.display()
            )));
        }
        Ok(Self(program))
    }

    /// Writes a session of this many events, in which each rare word occurs twelve times.
    pub(super) fn generate(&self, file: &Path, events: u64, rare_words: &[&str]) -> Result {
        timed(self.mode("generate").arg(file).arg(events.to_string()).args(rare_words)).map(|_| ())
    }

    /// The first 16 hex digits of the file's SHA-256.
    pub(super) fn checksum(&self, file: &Path) -> Result<String> {
        let (_, printed) = timed(self.mode("checksum").arg(file))?;
        Ok(printed.trim().to_owned())
    }

    /// Imports into a new archive: seconds, bytes, and the most memory it took (`resident`).
    pub(super) fn import(&self, file: &Path, archive: &Path) -> Result<Answer> {
        let (_, printed) = timed(self.mode("import").arg(file).arg(archive))?;
        Answer::read(&printed)
    }

    /// A whole process that opens the archive and asks for its first 100 rows; the seconds it took.
    pub(super) fn first_rows(&self, archive: &Path) -> Result<f64> {
        timed(self.mode("first-rows").arg(archive)).map(|(seconds, _)| seconds)
    }

    /// A whole process that opens the archive and counts: the seconds it took, and the count.
    pub(super) fn count(&self, archive: &Path, query: &str) -> Result<(f64, f64)> {
        let (seconds, printed) = timed(self.mode("count").arg(archive).arg(query))?;
        Ok((seconds, Answer::read(&printed)?.get("count")?))
    }

    /// A process that holds the archive open, as the window does.
    pub(super) fn open(&self, archive: &Path) -> Result<Worker> {
        Worker::start(self.mode("serve").arg(archive)).map(|(worker, _)| worker)
    }

    fn mode(&self, mode: &str) -> Command {
        let mut program = command(&self.0);
        program.arg(mode);
        program
    }
}
