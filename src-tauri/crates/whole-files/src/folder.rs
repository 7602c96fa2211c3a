//! The folder that a file is in.

use std::fs::DirBuilder;
use std::io;
use std::path::Path;

/// Makes a folder that only this user can look into (mode 0700; on Windows the folder above decides), with all above it that
/// are missing. One that is there already stays as it is.
///
/// # Errors
/// What the system says.
pub fn create_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Has the disk keep the folder's list of files: a file that took another's place has its name for good then. Some file
/// systems cannot, on Windows there is no such thing, and the file is whole in any case.
pub(crate) fn sync(folder: &Path) {
    #[cfg(unix)]
    let _ = std::fs::File::open(folder).and_then(|folder| folder.sync_all());
    #[cfg(not(unix))]
    let _ = folder;
}

/// The folder of a file; the one that the program is in for a name alone.
pub(crate) fn of(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}
