//! How this copy of the program was installed.

use std::env;
use std::path::Path;

use tauri::utils::config::BundleType;
use tauri::utils::platform::bundle_type;

/// Whether this copy can be replaced by the program that it is. A package manager keeps count of what it installed, asks for
/// rights that a program should not ask for itself, and brings what a newer version needs beside it: what came as `.deb` or
/// `.rpm` is replaced by that alone.
pub(super) fn replaces_itself() -> bool {
    let Ok(program) = env::current_exe() else { return false };
    if cfg!(target_os = "linux") {
        return is_app_image(
            &program,
            env::var_os("APPIMAGE").as_deref().map(Path::new),
            env::var_os("APPDIR").as_deref().map(Path::new),
        );
    }
    match bundle_type() {
        Some(BundleType::Msi | BundleType::Nsis) => cfg!(windows),
        Some(BundleType::App) => is_at_home(&program),
        _ => false,
    }
}

/// Whether the program runs from an AppImage that can be written. The variables can also be those of another program's
/// AppImage, from which this one was started: that one must not be replaced.
fn is_app_image(program: &Path, image: Option<&Path>, mounted_at: Option<&Path>) -> bool {
    let runs_from_it = mounted_at
        .and_then(|folder| folder.canonicalize().ok())
        .is_some_and(|folder| program.starts_with(folder));
    let can_be_written = |image: &Path| {
        let folder = image.parent().unwrap_or(Path::new("/"));
        image.is_file() && tempfile::tempfile_in(folder).is_ok()
    };
    runs_from_it && image.is_some_and(can_be_written)
}

/// Whether a program of macOS lies where it stays: not on the disk image that it came with, and not where the system shows
/// it from until it is moved.
fn is_at_home(program: &Path) -> bool {
    let path = program.to_string_lossy();
    path.contains(".app/Contents/MacOS/") && !path.starts_with("/Volumes/") && !path.contains("/AppTranslocation/")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn an_app_image_is_replaced_only_by_the_program_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        let (mount, image) = (root.join("mount"), root.join("Desk.AppImage"));
        std::fs::create_dir(&mount).unwrap();
        std::fs::write(&image, "").unwrap();
        let program = mount.join("usr/bin/assurance-desk");
        assert!(is_app_image(&program, Some(&image), Some(&mount)));
        let elsewhere = Path::new("/usr/bin/assurance-desk");
        assert!(
            !is_app_image(elsewhere, Some(&image), Some(&mount)),
            "it was started from it"
        );
        assert!(!is_app_image(&program, None, Some(&mount)));
        assert!(!is_app_image(&program, Some(&image), None));
        assert!(!is_app_image(&program, Some(&root.join("gone")), Some(&mount)));
    }

    #[test]
    fn a_program_on_its_disk_image_is_not_at_home() {
        let inside = "Assurance Desk.app/Contents/MacOS/assurance-desk";
        assert!(is_at_home(Path::new(&format!("/Applications/{inside}"))));
        for folder in ["/Volumes/Assurance Desk", "/private/var/folders/x/AppTranslocation/1/d"] {
            assert!(!is_at_home(Path::new(&format!("{folder}/{inside}"))), "{folder}");
        }
    }
}
