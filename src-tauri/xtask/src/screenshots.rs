//! `cargo xtask screenshots`: every screen, light and dark, from the real window.

use std::fs;
use std::path::Path;

use crate::checkout;
use crate::command::{cargo, run};
use crate::failure::{Failure, Result};
use crate::node;
use crate::system_packages::{self, Need};

/// Writes the pictures to this folder. The walk through the screens is `tests/screenshots.rs`.
///
/// # Errors
/// When something could not be installed or built, or a screen did not come.
pub(crate) fn write(out: &Path) -> Result {
    system_packages::install(&[Need::Window, Need::VirtualDisplay, Need::WindowTests])?;
    node::install()?;
    node::build_ui()?;
    let folder = checkout::root().join(out);
    fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
    run(cargo()
        .args(["test", "--workspace", "--test", "screenshots", "--"])
        .args(["--ignored", "--test-threads=1", "--nocapture"])
        .env("ASSURANCE_DESK_SCREENSHOTS", &folder))?;
    println!("The pictures are in {}", folder.display());
    Ok(())
}
