//! Where things are in this checkout.

use std::env;
use std::path::{Path, PathBuf};

/// The root folder: the one with the workspace's `Cargo.toml`.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .and_then(Path::parent)
        .expect("xtask lives two folders below the root")
}

/// Cargo's target folder.
pub(crate) fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The folder of the window's sources.
pub(crate) fn ui() -> PathBuf {
    root().join("ui")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_holds_the_workspace() {
        assert!(root().join("src-tauri/xtask/Cargo.toml").is_file());
    }
}
