//! What the user chose, kept in `settings.json`.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use whole_files::{FileError, JsonFile};

use crate::contract::app::Settings;

/// What the file holds. What this version does not know stays.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Kept {
    #[serde(flatten)]
    settings: Settings,
    #[serde(flatten)]
    other: Map<String, Value>,
}

/// The settings, in memory and on disk.
pub(crate) struct SettingsFile {
    file: JsonFile<Kept>,
    settings: Mutex<Settings>,
}

impl SettingsFile {
    /// Reads the settings. With a file that cannot be read the program starts with the defaults.
    pub(crate) fn open(data: &Path) -> Self {
        let file = JsonFile::<Kept>::new(data.join("settings.json"));
        let kept = file.read().unwrap_or_else(|error| {
            tracing::warn!("{error}");
            Kept::default()
        });
        Self {
            file,
            settings: Mutex::new(kept.settings),
        }
    }

    /// The settings now.
    pub(crate) fn settings(&self) -> Settings {
        self.settings.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Keeps new settings, in one step that a crash cannot split.
    pub(crate) fn save(&self, settings: &Settings) -> Result<(), FileError> {
        self.file.change(|kept| kept.settings = settings.clone())?;
        *self.settings.lock().unwrap_or_else(PoisonError::into_inner) = settings.clone();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::contract::app::Theme;

    #[test]
    fn what_another_version_wrote_stays() {
        let data = tempfile::tempdir().unwrap();
        let path = data.path().join("settings.json");
        let written =
            json!({"theme": "dark", "archiveAlways": true, "language": "de", "network": {"proxy": {"use": "direct"}}});
        std::fs::write(&path, written.to_string()).unwrap();
        let file = SettingsFile::open(data.path());
        let mut settings = file.settings();
        assert_eq!((settings.theme, settings.archive_always), (Theme::Dark, true));
        settings.theme = Theme::Light;
        file.save(&settings).unwrap();
        let kept: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        assert_eq!((&kept["theme"], &kept["language"]), (&json!("light"), &json!("de")));
        assert_eq!(SettingsFile::open(data.path()).settings(), settings);
    }

    #[test]
    fn a_damaged_file_is_set_aside() {
        let data = tempfile::tempdir().unwrap();
        std::fs::write(data.path().join("settings.json"), "{\"theme\": \"dark").unwrap();
        let file = SettingsFile::open(data.path());
        assert_eq!(file.settings(), Settings::default());
        file.save(&Settings::default()).unwrap();
        let aside = std::fs::read_to_string(data.path().join("settings.damaged.json")).unwrap();
        assert_eq!(aside, "{\"theme\": \"dark");
    }
}
