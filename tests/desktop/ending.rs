//! Ending parts of the program from outside, as a fault does.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::processes::{Running, eventually};
use super::{Desk, program};

/// Letters that the system keeps of a process's name.
const LONGEST_NAME: usize = 15;

impl Desk {
    /// Ends every process of this name that belongs to this desk, at once and without asking. The system cuts names after
    /// [`LONGEST_NAME`] letters.
    pub(crate) async fn end_processes(&self, name: &str) {
        let found = self.processes(name);
        assert!(!found.is_empty(), "there is a process named {name}");
        for process in &found {
            let number = process.file_name().expect("a number");
            let ended = Command::new("kill").arg("-KILL").arg(number).status();
            assert!(ended.expect("kill starts").success());
        }
        let gone = eventually(async || found.iter().all(|process| has_ended(process)).then_some(())).await;
        assert!(gone.is_some(), "{name} ends");
    }

    /// Waits until no process of this program belongs to this desk.
    pub(crate) async fn wait_for_end_of(&self, program: &Path) {
        let name = program.file_name().unwrap_or_default().as_encoded_bytes();
        let name = String::from_utf8_lossy(&name[..name.len().min(LONGEST_NAME)]);
        let ended = eventually(async || self.processes(&name).is_empty().then_some(())).await;
        assert!(ended.is_some(), "{name} has not ended, though its window was closed");
    }

    /// Opens the program in place of the one that is open, with nobody who drives it: WebDriver goes away with the page's
    /// process. What the page asks is in what the programs say.
    pub(crate) async fn open_undriven(&mut self) -> Running {
        self.close_window().await;
        self.surroundings.set("ASSURANCE_DESK_LOG", "warn,api::commands=debug");
        Running::start(&mut self.surroundings.command(&program().display().to_string()))
    }

    /// Waits until the programs of this desk have said something more, after so many bytes; how many there are then.
    pub(crate) async fn wait_until_said(&self, text: &str, after: usize) -> usize {
        let found = eventually(async || {
            let said = std::fs::read_to_string(self.evidence.log()).ok()?;
            let place = said.get(after..)?.find(text)?;
            Some(after + place + text.len())
        })
        .await;
        found.unwrap_or_else(|| panic!("\"{text}\" is not said in {}", self.evidence.log().display()))
    }

    /// The folders in `/proc` of this desk's processes of this name, or of all.
    pub(crate) fn processes(&self, name: &str) -> Vec<PathBuf> {
        let data = format!("ASSURANCE_DESK_DATA={}", self.data().display());
        let entries = std::fs::read_dir("/proc").expect("Linux").flatten();
        entries
            .map(|entry| entry.path())
            .filter(|process| {
                let read = |file: &str| std::fs::read(process.join(file)).unwrap_or_default();
                let is_ours = read("environ")
                    .split(|byte| *byte == 0)
                    .any(|one| one == data.as_bytes());
                is_ours && (name.is_empty() || read("comm").trim_ascii_end() == name.as_bytes())
            })
            .collect()
    }

    /// The place in the window's address.
    pub(crate) async fn place(&self) -> String {
        let place = self.client().execute("return location.hash", Vec::new()).await;
        let place = place.expect("the page answers");
        place.as_str().expect("a text").to_owned()
    }
}

/// A process that ended is there until its parent has noticed.
fn has_ended(process: &Path) -> bool {
    std::fs::read_to_string(process.join("stat")).map_or(true, |stat| stat.contains(") Z "))
}
