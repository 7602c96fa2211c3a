//! Building the program itself.

use std::env;
use std::path::{Path, PathBuf};

use crate::checkout;
use crate::command::{cargo, run};
use crate::failure::Result;
use crate::node;
use crate::system_packages::{self, Need};

/// How the program is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to build.
    Debug,
    /// What people get.
    Release,
}

/// Installs what building needs, builds, and answers where the program is. Does nothing twice.
///
/// # Errors
/// When something could not be installed or built.
pub(crate) fn build(profile: Profile, also: &[Need]) -> Result<PathBuf> {
    system_packages::install(&[&[Need::Window], also].concat())?;
    node::install()?;
    node::build_ui()?;
    let mut build = cargo();
    build.args(["build", "--bin", "assurance-desk"]);
    if profile == Profile::Release {
        build.arg("--release");
    }
    run(&mut build)?;
    Ok(path(profile))
}

/// Where cargo puts the program.
pub(crate) fn path(profile: Profile) -> PathBuf {
    folder(&checkout::target(), profile).join(name())
}

/// The program's file name.
pub(crate) fn name() -> String {
    format!("assurance-desk{}", env::consts::EXE_SUFFIX)
}

/// The folder in a target folder where cargo puts what it builds like this.
pub(crate) fn folder(target: &Path, profile: Profile) -> PathBuf {
    target.join(match profile {
        Profile::Debug => "debug",
        Profile::Release => "release",
    })
}
