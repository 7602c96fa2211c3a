//! `cargo xtask run`: from a fresh checkout to an open window.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::checkout;
use crate::command::{self, command};
use crate::display::VirtualDesktop;
use crate::failure::Result;
use crate::program::{self, Profile};
use crate::system_packages::Need;

/// What `run` can be told.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Build what people get: slower to build, faster to use
    #[arg(long)]
    release: bool,
    /// With no display: write the picture of the window, then stop
    #[arg(long)]
    picture_only: bool,
    /// Where that picture goes
    #[arg(long, value_name = "FILE", default_value = "target/assurance-desk.png")]
    picture: PathBuf,
    /// What the program itself is told
    #[arg(last = true)]
    arguments: Vec<OsString>,
}

/// Installs what is missing, builds, and runs the program: in a window where there is a screen, else on
/// a virtual one with a picture of it.
///
/// # Errors
/// When something could not be installed, built or started, or the window stayed empty.
pub(crate) fn run(options: &Options) -> Result {
    let no_screen = cfg!(target_os = "linux")
        && ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .all(|name| env::var_os(name).is_none_or(|value| value.is_empty()));
    let virtual_desktop = options.picture_only || no_screen && opens_a_window(&options.arguments);
    let profile = if options.release {
        Profile::Release
    } else {
        Profile::Debug
    };
    let also: &[Need] = if virtual_desktop { &[Need::VirtualDisplay] } else { &[] };
    let program = program::build(profile, also)?;
    if virtual_desktop {
        return on_virtual_desktop(&program, options);
    }
    command::run(command(program).args(&options.arguments).stdin(Stdio::inherit()))
}

/// The headless commands, such as `practice`, are words; the window's options begin with a dash.
fn opens_a_window(arguments: &[OsString]) -> bool {
    arguments
        .first()
        .is_none_or(|first| first.to_string_lossy().starts_with('-'))
}

fn on_virtual_desktop(program: &Path, options: &Options) -> Result {
    let folder = checkout::target().join("virtual-desktop");
    println!(
        "There is no display here: starting a virtual one, with a keychain of its own. What the program saves goes to {}",
        folder.display()
    );
    let mut desktop = VirtualDesktop::start(&folder)?;
    desktop.open(program, &options.arguments, options.picture_only)?;
    let picture = checkout::root().join(&options.picture);
    desktop.wait_for_picture(&picture)?;
    println!("A picture of the window: {}", picture.display());
    if options.picture_only {
        return Ok(());
    }
    println!("The program runs until you press Ctrl-C");
    desktop.wait_for_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headless_command_needs_no_screen() {
        assert!(opens_a_window(&[]));
        assert!(opens_a_window(&["--inspect".into()]));
        assert!(!opens_a_window(&["practice".into(), "--seed".into()]));
    }
}
