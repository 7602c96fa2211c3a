//! A desktop that notes what reaches it, and answers dialogs with files that were laid ready.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use api::contract::problem::Problem;
use api::desktop::Desktop;
use api::updates::Updates;
use async_trait::async_trait;

/// Clipboard, dialogs, browser and dragging, noted.
#[derive(Default)]
pub(crate) struct NotingDesktop(Mutex<Notes>);

#[derive(Default)]
struct Notes {
    copied: Vec<(String, bool)>,
    pages: Vec<String>,
    dragged: Vec<PathBuf>,
    next_files: Option<Vec<PathBuf>>,
    next_save: Option<PathBuf>,
    tool_folders: Vec<PathBuf>,
    updates: Option<Arc<dyn Updates>>,
    is_broken: bool,
}

impl NotingDesktop {
    /// The user chooses this file in the next dialog.
    pub(crate) fn will_choose(&self, path: &Path) {
        self.0.lock().unwrap().next_files = Some(vec![path.to_owned()]);
    }

    /// The user chooses these files in the next dialog.
    pub(crate) fn will_choose_all(&self, paths: &[PathBuf]) {
        self.0.lock().unwrap().next_files = Some(paths.to_vec());
    }

    /// The user saves there in the next dialog.
    pub(crate) fn will_save_at(&self, path: &Path) {
        self.0.lock().unwrap().next_save = Some(path.to_owned());
    }

    /// Tools that reach devices lie there, and nowhere else.
    pub(crate) fn has_tools_in(&self, folder: &Path) {
        self.0.lock().unwrap().tool_folders = vec![folder.to_owned()];
    }

    /// This build was told of a place to get updates from.
    #[allow(dead_code, reason = "the tests of faults sit at the same desk")]
    pub(crate) fn has_updates(&self, updates: Arc<dyn Updates>) {
        self.0.lock().unwrap().updates = Some(updates);
    }

    /// The next text that is to be copied meets a defect.
    pub(crate) fn will_break(&self) {
        self.0.lock().unwrap().is_broken = true;
    }

    /// What was copied, and whether as a secret.
    pub(crate) fn copied(&self) -> Vec<(String, bool)> {
        self.0.lock().unwrap().copied.clone()
    }

    pub(crate) fn pages(&self) -> Vec<String> {
        self.0.lock().unwrap().pages.clone()
    }

    pub(crate) fn dragged(&self) -> Vec<PathBuf> {
        self.0.lock().unwrap().dragged.clone()
    }
}

#[async_trait]
impl Desktop for NotingDesktop {
    fn is_window(&self) -> bool {
        true
    }

    fn copy(&self, text: &str, secret: bool) -> Result<(), Problem> {
        let mut notes = self.0.lock().unwrap();
        if std::mem::take(&mut notes.is_broken) {
            drop(notes);
            panic!("the clipboard has a defect");
        }
        notes.copied.push((text.to_owned(), secret));
        Ok(())
    }

    fn forget_copied(&self, text: &str) {
        self.0.lock().unwrap().copied.retain(|(copied, _)| copied != text);
    }

    async fn choose_files(&self, _title: &str) -> Result<Vec<PathBuf>, Problem> {
        self.0.lock().unwrap().next_files.take().ok_or_else(Problem::cancelled)
    }

    async fn choose_save_path(&self, _title: &str, _file_name: &str) -> Result<PathBuf, Problem> {
        self.0.lock().unwrap().next_save.take().ok_or_else(Problem::cancelled)
    }

    fn open_page(&self, url: &str) -> Result<(), Problem> {
        self.0.lock().unwrap().pages.push(url.to_owned());
        Ok(())
    }

    fn tool_folders(&self) -> Vec<PathBuf> {
        self.0.lock().unwrap().tool_folders.clone()
    }

    fn updates(&self) -> Option<Arc<dyn Updates>> {
        self.0.lock().unwrap().updates.clone()
    }

    fn drag_file(&self, path: &Path) -> Result<(), Problem> {
        self.0.lock().unwrap().dragged.push(path.to_owned());
        Ok(())
    }
}
