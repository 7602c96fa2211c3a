//! `cargo xtask bundle`: what people install, for this system.

mod kinds;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::checkout;
use crate::command::{command, on_path, run};
use crate::failure::{Failure, Result};
use crate::node::npm;
use crate::parts;
use crate::program::{self, Profile};
pub(crate) use kinds::Kind;

/// What `bundle` can be told.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Only these kinds of packages
    #[arg(long, value_enum, value_delimiter = ',', value_name = "KIND")]
    only: Vec<Kind>,
    /// Let Tauri fetch the tools that some kinds need and that are not here
    #[arg(long)]
    fetch_tools: bool,
    /// Sign with what the environment names, as Tauri documents it
    #[arg(long)]
    sign: bool,
}

/// Builds what people get, and packs it into every kind of package whose tools are here.
///
/// # Errors
/// When something could not be installed, built or packed, or no kind that was asked for can be made here.
pub(crate) fn make(options: &Options) -> Result {
    let (kinds, left) = kinds::possible(&options.only, options.fetch_tools);
    for (kind, reason) in &left {
        println!("Left out {}: {reason}", kind.name());
    }
    if kinds.is_empty() {
        return Err(Failure::new("none of these packages can be made on this system"));
    }
    program::build(Profile::Release, &[])?;
    let packed = pack(&checkout::target(), Profile::Release, &kinds, None, options.sign)?;
    println!();
    for file in &packed {
        let size = fs::metadata(file).map_or(0, |about| about.len());
        println!("{:>6.1} MB  {}", size as f64 / 1e6, file.display());
    }
    Ok(())
}

/// Packs the program that lies in this target folder; under another version than its own, if one is given. Answers the
/// packages, and beside them the licences and the list of parts.
///
/// # Errors
/// When Tauri's bundler fails.
pub(crate) fn pack(
    target: &Path,
    profile: Profile,
    kinds: &[Kind],
    version: Option<&str>,
    sign: bool,
) -> Result<Vec<PathBuf>> {
    let mut names: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
    let with_app = has_updates() && kinds.contains(&Kind::Dmg);
    if with_app {
        names.push("app");
    }
    let mut bundler = tauri();
    bundler
        .args(["bundle", "--ci", "--bundles", &names.join(",")])
        .env("CARGO_TARGET_DIR", target);
    // A program that is updated must know what it was packed into; any other is the same in every package.
    if !has_updates() {
        bundler.arg("--no-binary-patching");
    }
    if !sign {
        bundler.arg("--no-sign");
    }
    if profile == Profile::Debug {
        bundler.arg("--debug");
    }
    if let Some(version) = version {
        bundler.args(["--config", &format!(r#"{{"version":"{version}"}}"#)]);
    }
    let folder = program::folder(target, profile).join("bundle");
    for kind in kinds {
        remove_all(&folder.join(kind.name()))?;
    }
    run(&mut bundler)?;
    let mut packed = Vec::new();
    for kind in kinds {
        let packages = kind.packages(&folder.join(kind.name()));
        if *kind == Kind::Deb && profile == Profile::Release {
            packages.iter().try_for_each(|package| pack_tighter(package))?;
        }
        packed.extend(packages);
    }
    if with_app {
        packed.push(pack_app(&folder.join("macos"))?);
    }
    for part in [parts::licences(), parts::sbom()] {
        let copy = folder.join(part.file_name().unwrap_or_default());
        fs::copy(&part, &copy).map_err(|error| Failure::file(&part, &error))?;
        packed.push(copy);
    }
    Ok(packed)
}

/// Two Debian packages of the program that is quick to build, and was built: one of its own version and a newer one. They
/// are for a test and lie in a target folder of their own.
///
/// # Errors
/// When Tauri's bundler fails.
pub(crate) fn for_tests() -> Result<(PathBuf, PathBuf)> {
    const NEWER: &str = "999.0.0";
    let target = checkout::target().join("packages");
    let folder = program::folder(&target, Profile::Debug);
    fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
    run(command("strip")
        .arg("-o")
        .arg(folder.join(program::name()))
        .arg(program::path(Profile::Debug)))?;
    parts::write()?;
    let mut packages = Vec::new();
    for (name, version) in [("own.deb", None), ("newer.deb", Some(NEWER))] {
        let packed = pack(&target, Profile::Debug, &[Kind::Deb], version, false)?;
        let package = target.join(name);
        let made = packed.first().ok_or_else(|| Failure::new("no package was made"))?;
        fs::rename(made, &package).map_err(|error| Failure::file(made, &error))?;
        packages.push(package);
    }
    let newer = packages.remove(1);
    Ok((packages.remove(0), newer))
}

/// Whether the program that is packed was told where its updates are.
fn has_updates() -> bool {
    env::var_os("ASSURANCE_DESK_UPDATES").is_some_and(|address| !address.is_empty())
}

/// On macOS a program is updated with itself, not with the disk image that it came on.
fn pack_app(folder: &Path) -> Result<PathBuf> {
    const APP: &str = "Assurance Desk.app";
    let processor = if cfg!(target_arch = "aarch64") {
        "aarch64"
    } else {
        "x64"
    };
    let packed = folder.join(format!(
        "Assurance Desk_{}_{processor}.app.tar.gz",
        env!("CARGO_PKG_VERSION")
    ));
    run(command("tar")
        // Or it packs a second file beside each, of a kind that only it knows.
        .env("COPYFILE_DISABLE", "1")
        .arg("-czf")
        .arg(&packed)
        .arg("-C")
        .arg(folder)
        .arg(APP))?;
    Ok(packed)
}

/// Tauri packs with gzip; xz takes a quarter less. Where Debian's own tool is not here, the package stays as it is.
fn pack_tighter(package: &Path) -> Result {
    if on_path("dpkg-deb").is_none() {
        return Ok(());
    }
    let unpacked = package.with_extension("unpacked");
    remove_all(&unpacked)?;
    run(command("dpkg-deb").arg("--raw-extract").arg(package).arg(&unpacked))?;
    run(command("dpkg-deb")
        .args(["--root-owner-group", "-Zxz", "--build"])
        .arg(&unpacked)
        .arg(package))?;
    remove_all(&unpacked)
}

/// Tauri's command, as npm brings it.
pub(crate) fn tauri() -> Command {
    let mut tauri = npm();
    tauri.args(["exec", "--", "tauri"]);
    tauri
}

/// Packages of an earlier version would be taken for new ones.
fn remove_all(folder: &Path) -> Result {
    match fs::remove_dir_all(folder) {
        Err(error) if folder.exists() => Err(Failure::file(folder, &error)),
        _ => Ok(()),
    }
}

/// Where Tauri keeps the tools that it has fetched before.
fn fetched_tools() -> Option<PathBuf> {
    if cfg!(windows) {
        return env::var_os("LOCALAPPDATA").map(|folder| PathBuf::from(folder).join("tauri"));
    }
    env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .map(|folder| folder.join("tauri"))
}
