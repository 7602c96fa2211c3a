//! What every way of starting the program needs: the data folder, the keychain, the log, the embedded UI.

use std::path::PathBuf;
use std::sync::Arc;

use api::desk::DeskError;
use vault::{Keychain, SystemKeychain};
use zeroize::Zeroizing;

/// Why the program could not start.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StartupError {
    /// There is no home folder to keep data in.
    #[error("no folder for data is known on this system; give one with --data")]
    NoDataFolder,
    /// What is kept there cannot be used.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// The window system refused.
    #[error("the window could not be opened: {0}")]
    Window(#[source] tauri::Error),
}

/// The folder where integrations, the vault and the practice workspace's state are kept.
///
/// # Errors
/// When none was given and the system names none.
pub(crate) fn data_folder(given: Option<PathBuf>) -> Result<PathBuf, StartupError> {
    if let Some(given) = given {
        return Ok(given);
    }
    directories::ProjectDirs::from("org", "assurancedesk", "assurance-desk")
        .map(|folders| folders.data_dir().to_owned())
        .ok_or(StartupError::NoDataFolder)
}

/// The system's keychain.
pub(crate) fn keychain() -> Arc<dyn Keychain> {
    Arc::new(SystemKeychain::new(""))
}

/// A passphrase for the vault from the environment, for machines with neither a keychain nor a person at them.
pub(crate) fn passphrase() -> Option<Zeroizing<String>> {
    std::env::var("ASSURANCE_DESK_PASSPHRASE").ok().map(Zeroizing::new)
}

/// Logs to standard error what `ASSURANCE_DESK_LOG` asks for, warnings by default. No secret is ever logged.
pub(crate) fn start_log() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("ASSURANCE_DESK_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
}

/// The window's configuration and the UI, embedded.
pub(crate) fn context() -> tauri::Context {
    tauri::generate_context!()
}
