//! Dialogs, clipboard, browser and dragging, through the window's plugins. The page can reach none of them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use api::contract::problem::{Problem, ProblemCode};
use api::desktop::Desktop;
use api::updates::Updates;
use async_trait::async_trait;
use tauri::{AppHandle, Manager};
use tauri_plugin_clipboard_manager::ClipboardExt;
use tauri_plugin_dialog::{DialogExt, FilePath};
use tauri_plugin_opener::OpenerExt;
use tokio::sync::oneshot;

use crate::updates::{Source, TauriUpdates};

/// The picture that follows the pointer while a file is dragged.
const DRAG_PICTURE: &[u8] = include_bytes!("../../icons/32x32.png");

/// The desktop around the window.
pub(crate) struct WindowDesktop {
    app: AppHandle,
    updates: Option<Arc<TauriUpdates>>,
}

impl WindowDesktop {
    /// The desktop that `app` runs on, with updates if this build has a place to get them from.
    pub(crate) fn new(app: AppHandle, source: Option<Source>) -> Self {
        let updates = source.map(|source| Arc::new(TauriUpdates::new(app.clone(), source)));
        Self { app, updates }
    }
}

#[async_trait]
impl Desktop for WindowDesktop {
    fn is_window(&self) -> bool {
        true
    }

    fn web_view(&self) -> Option<String> {
        tauri::webview_version().ok()
    }

    fn copy(&self, text: &str, secret: bool) -> Result<(), Problem> {
        let clipboard = self.app.clipboard();
        let done = if secret {
            clipboard.write_secret(text)
        } else {
            clipboard.write_text(text)
        };
        done.map_err(|error| {
            Problem::new(
                ProblemCode::Internal,
                "Nothing was copied",
                "The clipboard did not take the text.",
                "Try again.",
            )
            .with_detail(error.to_string())
        })
    }

    fn forget_copied(&self, text: &str) {
        let clipboard = self.app.clipboard();
        if clipboard.read_text().is_ok_and(|held| held == text) {
            // A clipboard that cannot be emptied cannot be read by others either.
            let _ = clipboard.clear();
        }
    }

    async fn choose_files(&self, title: &str) -> Result<Vec<PathBuf>, Problem> {
        let (sender, receiver) = oneshot::channel();
        let dialog = self.app.dialog().file().set_title(title);
        dialog.pick_files(move |paths| drop(sender.send(paths)));
        let chosen = receiver.await.ok().flatten().ok_or_else(Problem::cancelled)?;
        chosen
            .into_iter()
            .map(|path| path.into_path().map_err(|error| Problem::internal(error.to_string())))
            .collect()
    }

    async fn choose_save_path(&self, title: &str, file_name: &str) -> Result<PathBuf, Problem> {
        let (sender, receiver) = oneshot::channel();
        let dialog = self.app.dialog().file().set_title(title).set_file_name(file_name);
        dialog.save_file(move |path| drop(sender.send(path)));
        chosen(receiver.await)
    }

    fn open_page(&self, url: &str) -> Result<(), Problem> {
        self.app.opener().open_url(url, None::<&str>).map_err(|error| {
            Problem::new(
                ProblemCode::Internal,
                "The page did not open",
                format!("No browser could be started for {url}."),
                "Copy the address into a browser yourself.",
            )
            .with_detail(error.to_string())
        })
    }

    fn updates(&self) -> Option<Arc<dyn Updates>> {
        let updates = self.updates.clone()?;
        Some(updates)
    }

    fn drag_file(&self, path: &Path) -> Result<(), Problem> {
        let window = self.app.get_webview_window("main").ok_or_else(no_drag)?;
        let path = path.to_owned();
        let app = self.app.clone();
        app.run_on_main_thread(move || {
            let item = drag::DragItem::Files(vec![path]);
            let picture = drag::Image::Raw(DRAG_PICTURE.to_vec());
            #[cfg(target_os = "linux")]
            let Ok(handle) = window.gtk_window() else { return };
            #[cfg(not(target_os = "linux"))]
            let handle = window;
            if let Err(error) = drag::start_drag(&handle, item, picture, |_, _| {}, drag::Options::default()) {
                tracing::warn!(%error, "the file could not be dragged");
            }
        })
        .map_err(|_| no_drag())
    }
}

fn chosen(answer: Result<Option<FilePath>, oneshot::error::RecvError>) -> Result<PathBuf, Problem> {
    answer
        .ok()
        .flatten()
        .and_then(|path| path.into_path().ok())
        .ok_or_else(Problem::cancelled)
}

fn no_drag() -> Problem {
    Problem::new(
        ProblemCode::Internal,
        "The file cannot be dragged",
        "This system did not start a drag.",
        "Save the certificate instead.",
    )
}
