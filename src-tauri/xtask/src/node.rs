//! Node's side of the project: its packages, and the window's pages.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use crate::checkout;
use crate::command::{command, printed, run};
use crate::failure::{Failure, Result};
use crate::parts;

/// The oldest Node that Vite 8 runs on.
const OLDEST_NODE: (u32, u32) = (20, 19);

/// npm, with a root folder's workspaces.
pub(crate) fn npm() -> Command {
    command(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Runs `npm ci` without anybody's install scripts, unless that was done for just this lock file.
///
/// # Errors
/// When Node is missing or too old, or npm could not install.
pub(crate) fn install() -> Result {
    check_node()?;
    let lock = checkout::root().join("package-lock.json");
    // Inside node_modules, so that it goes when they go.
    let stamp = checkout::root().join("node_modules/.installed-from.json");
    let wanted = fs::read_to_string(&lock).map_err(|error| Failure::file(&lock, &error))?;
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("Installing the npm packages of package-lock.json");
    run(npm().args(["ci", "--ignore-scripts"]))?;
    fs::write(&stamp, wanted).map_err(|error| Failure::file(&stamp, &error))
}

/// Builds the window's pages into `ui/dist`, unless nothing they are made of is newer.
///
/// # Errors
/// When the build fails.
pub(crate) fn build_ui() -> Result {
    parts::write()?;
    let page = checkout::ui().join("dist/index.html");
    // The program's build script puts a page without a script there when nothing was built yet.
    let real = fs::read_to_string(&page).is_ok_and(|text| text.contains("<script"));
    let lock = modified(&checkout::root().join("package-lock.json"));
    if real && modified(&page) > newest_source(&checkout::ui()).max(lock) {
        return Ok(());
    }
    println!("Building the window's pages");
    run(npm().args(["run", "--silent", "build", "-w", "ui"]))
}

/// Installs the Chromium that Playwright brings, for systems whose own packages have none, and answers where it is.
///
/// # Errors
/// When it could not be fetched.
pub(crate) fn playwright_browser() -> Result<String> {
    println!("Installing Playwright's Chromium");
    run(npm().args(["exec", "--", "playwright", "install", "--with-deps", "chromium"]))?;
    let path = printed(command("node").args(["-p", "require('@playwright/test').chromium.executablePath()"]))?;
    Ok(path.trim().to_owned())
}

fn check_node() -> Result {
    let version = printed(command("node").arg("--version")).map_err(|_| {
        Failure::new(format!(
            "Node {}.{} or newer is needed, and was not found",
            OLDEST_NODE.0, OLDEST_NODE.1
        ))
    })?;
    match parse_version(&version) {
        Some(found) if found < OLDEST_NODE => Err(Failure::new(format!(
            "Node {}.{} or newer is needed; {} was found",
            OLDEST_NODE.0,
            OLDEST_NODE.1,
            version.trim()
        ))),
        _ => Ok(()),
    }
}

fn parse_version(printed: &str) -> Option<(u32, u32)> {
    let mut parts = printed.trim().trim_start_matches('v').split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// When a file changed last; nothing where there is none.
pub(crate) fn modified(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|data| data.modified()).ok()
}

/// When the youngest thing in a folder of sources changed. Folders count too: theirs changes when a file goes.
pub(crate) fn newest_source(folder: &Path) -> Option<SystemTime> {
    const NOT_SOURCES: [&str; 5] = ["dist", "node_modules", "e2e", "test-results", "playwright-report"];
    let entries = fs::read_dir(folder).ok()?;
    entries
        .flatten()
        .filter(|entry| !NOT_SOURCES.iter().any(|name| entry.file_name() == *name))
        .filter_map(|entry| {
            let path = entry.path();
            let own = modified(&path);
            if path.is_dir() {
                own.max(newest_source(&path))
            } else {
                own
            }
        })
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_versions_are_compared_by_number() {
        assert_eq!(parse_version("v20.19.1\n"), Some((20, 19)));
        assert!(parse_version("v20.9.0") < Some(OLDEST_NODE));
        assert!(parse_version("v24.0.0") >= Some(OLDEST_NODE));
        assert_eq!(parse_version("nonsense"), None);
    }
}
