//! Where the tools are.

use std::env;
use std::path::{Path, PathBuf};

/// The folders of `PATH`, then those where Android Studio and others put `adb`. A window that was not started from a
/// terminal has a short `PATH`.
#[must_use]
pub fn usual_folders() -> Vec<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = env::split_paths(&path).collect();
    for variable in ["ANDROID_HOME", "ANDROID_SDK_ROOT"] {
        folders.extend(env::var_os(variable).map(|sdk| Path::new(&sdk).join("platform-tools")));
    }
    if let Some(home) = env::home_dir() {
        for sdk in ["Android/Sdk", "Library/Android/sdk", "AppData/Local/Android/Sdk"] {
            folders.push(home.join(sdk).join("platform-tools"));
        }
    }
    folders.extend(["/usr/local/bin", "/opt/homebrew/bin", "/usr/bin"].map(PathBuf::from));
    folders
}

/// The first program of this name in the folders.
pub(crate) fn program(folders: &[PathBuf], name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    folders
        .iter()
        // What lies in the folder in which this program happens to run is nobody's tool.
        .filter(|folder| folder.is_absolute())
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_folder_that_has_it_counts_and_relative_ones_do_not() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let file = format!("adb{}", env::consts::EXE_SUFFIX);
        std::fs::write(other.path().join(&file), "").unwrap();
        let folders = [PathBuf::from("."), one.path().to_owned(), other.path().to_owned()];
        assert_eq!(program(&folders, "adb"), Some(other.path().join(&file)));
        std::fs::write(one.path().join(&file), "").unwrap();
        assert_eq!(program(&folders, "adb"), Some(one.path().join(&file)));
        assert_eq!(program(&folders[..1], "Cargo"), None);
        assert!(usual_folders().len() > 5);
    }
}
