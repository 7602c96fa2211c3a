//! What the user chose, kept in `settings.json`.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::contract::app::Settings;
use crate::contract::problem::Problem;

/// The settings, in memory and on disk.
pub(crate) struct SettingsFile {
    path: PathBuf,
    settings: Mutex<Settings>,
}

impl SettingsFile {
    /// Reads the settings; a file that cannot be read means the defaults, for they hold nothing worth an error.
    pub(crate) fn open(data: &Path) -> Self {
        let path = data.join("settings.json");
        let settings = std::fs::read(&path)
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Self {
            path,
            settings: Mutex::new(settings.unwrap_or_default()),
        }
    }

    /// The settings now.
    pub(crate) fn settings(&self) -> Settings {
        self.settings.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Keeps new settings, in one step that a crash cannot split.
    pub(crate) fn save(&self, settings: &Settings) -> Result<(), Problem> {
        let text = serde_json::to_vec_pretty(settings).expect("settings have string keys and cannot fail to serialise");
        let folder = self.path.parent().unwrap_or(Path::new("."));
        let written = tempfile::NamedTempFile::new_in(folder).and_then(|mut file| {
            file.write_all(&text)?;
            file.persist(&self.path).map_err(|error| error.error)
        });
        written.map_err(|error| Problem::file(&self.path, &error, "saved"))?;
        *self.settings.lock().unwrap_or_else(PoisonError::into_inner) = settings.clone();
        Ok(())
    }
}
