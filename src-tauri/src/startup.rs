//! What every way of starting the program needs: the data folder, the keychain, the log, the embedded UI.

use std::path::PathBuf;
use std::sync::Arc;

use api::desk::DeskError;
use vault::{Keychain, SystemKeychain};

/// Why the program could not start.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StartupError {
    /// There is no home folder to keep data in.
    #[error("no folder for data is known on this system; give one with --data")]
    NoDataFolder,
    /// What is kept there cannot be used.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// Nothing can be written there.
    #[error("nothing can be written in the data folder: {0}")]
    NoWriting(#[source] std::io::Error),
    /// The window system refused.
    #[error("the window could not be opened: {0}")]
    Window(#[source] tauri::Error),
}

/// The folder where integrations, the vault and the practice workspace's state are kept.
///
/// # Errors
/// When none was given and the system names none.
pub(crate) fn data_folder(given: Option<PathBuf>) -> Result<PathBuf, StartupError> {
    given.map_or_else(usual_data_folder, Ok)
}

/// The folder of a person who chose none.
///
/// # Errors
/// When the system names none.
pub(crate) fn usual_data_folder() -> Result<PathBuf, StartupError> {
    directories::ProjectDirs::from("org", "assurancedesk", "assurance-desk")
        .map(|folders| folders.data_dir().to_owned())
        .ok_or(StartupError::NoDataFolder)
}

/// Where the web view keeps what is its own: caches, and what the page remembers between two starts.
pub(crate) fn web_view_folders() -> Vec<PathBuf> {
    let Some(folders) = directories::BaseDirs::new() else {
        return Vec::new();
    };
    let mut parents = vec![folders.data_local_dir().to_owned(), folders.cache_dir().to_owned()];
    if cfg!(target_os = "macos") {
        parents.push(folders.home_dir().join("Library/WebKit"));
    }
    parents.dedup();
    let context = context();
    let name = &context.config().identifier;
    parents.into_iter().map(|parent| parent.join(name)).collect()
}

/// The system's keychain.
pub(crate) fn keychain() -> Arc<dyn Keychain> {
    Arc::new(SystemKeychain::new(""))
}

/// The window's configuration and the UI, embedded.
pub(crate) fn context() -> tauri::Context {
    tauri::generate_context!()
}
