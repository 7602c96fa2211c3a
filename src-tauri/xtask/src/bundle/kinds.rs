//! The kinds of packages, and which of them can be made here.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::fetched_tools;
use crate::command::on_path;

/// A kind of package.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Kind {
    /// Debian, Ubuntu and their kin
    Deb,
    /// Fedora, openSUSE and their kin
    Rpm,
    /// One file for any Linux
    #[value(name = "appimage")]
    AppImage,
    /// A disk image for macOS
    Dmg,
    /// Windows Installer
    Msi,
    /// A setup program for Windows that needs no administrator
    Nsis,
}

const ALL: [Kind; 6] = [Kind::Deb, Kind::Rpm, Kind::AppImage, Kind::Dmg, Kind::Msi, Kind::Nsis];

impl Kind {
    /// Its name for Tauri, and that of its folder.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Deb => "deb",
            Self::Rpm => "rpm",
            Self::AppImage => "appimage",
            Self::Dmg => "dmg",
            Self::Msi => "msi",
            Self::Nsis => "nsis",
        }
    }

    /// The packages of this kind in a folder.
    pub(crate) fn packages(self, folder: &Path) -> Vec<PathBuf> {
        let ending = match self {
            Self::AppImage => "AppImage",
            Self::Nsis => "exe",
            other => other.name(),
        };
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut found: Vec<PathBuf> = entries
            .map(|entry| entry.path())
            .filter(|path| path.is_file() && path.extension().is_some_and(|found| found == ending))
            .collect();
        found.sort();
        found
    }

    fn system(self) -> &'static str {
        match self {
            Self::Deb | Self::Rpm | Self::AppImage => "linux",
            Self::Dmg => "macos",
            Self::Msi | Self::Nsis => "windows",
        }
    }

    /// The tool that it needs and that is not part of Tauri's bundler, if that is missing.
    fn missing_tool(self) -> Option<&'static str> {
        let fetched = |name: &str| fetched_tools().is_some_and(|folder| holds(&folder, name));
        match self {
            Self::AppImage => (!fetched("linuxdeploy")).then_some("linuxdeploy"),
            Self::Dmg => on_path("hdiutil").is_none().then_some("hdiutil"),
            Self::Msi => (!fetched("WixTools")).then_some("the WiX tools"),
            Self::Nsis => (!fetched("NSIS")).then_some("NSIS"),
            Self::Deb | Self::Rpm => None,
        }
    }
}

/// Whether something in the folder begins with this name.
fn holds(folder: &Path, name: &str) -> bool {
    let mut entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.any(|entry| entry.file_name().to_string_lossy().starts_with(name))
}

/// The kinds that can be made here, and those of this system or those asked for that cannot, with the reason.
pub(super) fn possible(only: &[Kind], may_fetch: bool) -> (Vec<Kind>, Vec<(Kind, String)>) {
    let (mut kinds, mut left) = (Vec::new(), Vec::new());
    for kind in ALL {
        let is_asked = only.contains(&kind);
        if !(is_asked || only.is_empty()) {
            continue;
        }
        if kind.system() != env::consts::OS {
            if is_asked {
                left.push((kind, format!("it is made on {}", kind.system())));
            }
            continue;
        }
        match kind.missing_tool() {
            Some(tool) if !may_fetch => left.push((
                kind,
                format!("{tool} is not here; with --fetch-tools, Tauri fetches it"),
            )),
            _ => kinds.push(kind),
        }
    }
    (kinds, left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_another_system_is_left_out_aloud_only_when_it_was_asked_for() {
        let elsewhere = if cfg!(windows) { Kind::Deb } else { Kind::Nsis };
        assert!(!possible(&[], true).0.contains(&elsewhere));
        assert!(possible(&[], true).1.is_empty());
        let (kinds, left) = possible(&[elsewhere], true);
        assert!(kinds.is_empty());
        assert_eq!(left[0].0, elsewhere);
    }

    #[test]
    fn packages_are_told_from_what_lies_beside_them() {
        let folder = env::temp_dir().join(format!("xtask-kinds-{}", std::process::id()));
        fs::create_dir_all(folder.join("assurance-desk_1_amd64")).unwrap();
        for name in ["b.deb", "a.deb", "control"] {
            fs::write(folder.join(name), "").unwrap();
        }
        assert_eq!(
            Kind::Deb.packages(&folder),
            [folder.join("a.deb"), folder.join("b.deb")]
        );
        assert!(Kind::Rpm.packages(&folder).is_empty());
        fs::remove_dir_all(&folder).unwrap();
    }
}
