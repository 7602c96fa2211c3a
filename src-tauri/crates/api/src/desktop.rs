//! What the router needs from the desktop it runs on, so that it knows of no window.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use async_trait::async_trait;

use crate::contract::problem::Problem;
use crate::updates::Updates;

/// File dialogs, clipboard, browser and dragging; the shell implements it with the window, the HTTP host without.
#[async_trait]
pub trait Desktop: Send + Sync {
    /// Whether there is a window with dialogs and a clipboard of its own.
    fn is_window(&self) -> bool;

    /// Kind and version of the web view that shows the page, where there is one.
    fn web_view(&self) -> Option<String> {
        None
    }

    /// Puts a text on the clipboard. A secret is marked so that clipboard histories leave it out.
    ///
    /// # Errors
    /// When there is no clipboard.
    fn copy(&self, text: &str, secret: bool) -> Result<(), Problem>;

    /// Empties the clipboard if it still holds `text`.
    fn forget_copied(&self, text: &str);

    /// Asks the user for one or more files to open.
    ///
    /// # Errors
    /// [`Cancelled`](crate::contract::problem::ProblemCode::Cancelled) when the user closes the dialog.
    async fn choose_files(&self, title: &str) -> Result<Vec<PathBuf>, Problem>;

    /// Asks the user where to save a file.
    ///
    /// # Errors
    /// [`Cancelled`](crate::contract::problem::ProblemCode::Cancelled) when the user closes the dialog.
    async fn choose_save_path(&self, title: &str, file_name: &str) -> Result<PathBuf, Problem>;

    /// Opens a web page in the user's browser.
    ///
    /// # Errors
    /// When no browser could be started.
    fn open_page(&self, url: &str) -> Result<(), Problem>;

    /// The folders in which tools that reach devices are looked for.
    fn tool_folders(&self) -> Vec<PathBuf> {
        devices::usual_folders()
    }

    /// What puts a newer version in the place of this one, in a build that has a place to get updates from.
    fn updates(&self) -> Option<Arc<dyn Updates>> {
        None
    }

    /// Starts dragging a file out of the window, from the pointer's place.
    ///
    /// # Errors
    /// When the system has no drag and drop.
    fn drag_file(&self, path: &Path) -> Result<(), Problem>;
}

/// The desktop of the HTTP host: a browser is the window, so dialogs and the clipboard are not ours.
pub struct NoDesktop;

#[async_trait]
impl Desktop for NoDesktop {
    fn is_window(&self) -> bool {
        false
    }

    fn copy(&self, _text: &str, _secret: bool) -> Result<(), Problem> {
        Err(Problem::desktop_only("copy to the clipboard"))
    }

    fn forget_copied(&self, _text: &str) {}

    async fn choose_files(&self, _title: &str) -> Result<Vec<PathBuf>, Problem> {
        Err(Problem::desktop_only("open a file dialog"))
    }

    async fn choose_save_path(&self, _title: &str, _file_name: &str) -> Result<PathBuf, Problem> {
        Err(Problem::desktop_only("open a file dialog"))
    }

    fn open_page(&self, _url: &str) -> Result<(), Problem> {
        Err(Problem::desktop_only("open a page in your browser"))
    }

    fn drag_file(&self, _path: &Path) -> Result<(), Problem> {
        Err(Problem::desktop_only("drag a file out"))
    }
}
