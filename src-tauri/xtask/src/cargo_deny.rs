//! cargo-deny: what may come in through dependencies, as `deny.toml` says.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::command::{cargo, printed, run};
use crate::failure::Result;
use crate::step::Done;

/// The oldest version that reads our `deny.toml`.
const OLDEST: (u32, u32) = (0, 18);

/// Licences, banned crates and foreign sources. Needs no network once the crates are here: those of all systems, since
/// all of them are looked at.
///
/// # Errors
/// When a dependency breaks a rule, or cargo-deny could not be installed.
pub(crate) fn licences_and_bans() -> Result<Done> {
    install()?;
    run(cargo().args(["fetch", "--locked", "--quiet"]))?;
    run(deny().args(["--offline", "check", "bans", "licenses", "sources"]))?;
    Ok(Done::Passed)
}

/// Known faults of the crates in use, from the advisory database of an earlier `cargo deny fetch`: every test
/// must run without a network, so nothing is fetched here.
///
/// # Errors
/// When a dependency has a known fault that `deny.toml` does not answer.
pub(crate) fn advisories() -> Result<Done> {
    if !has_database() {
        return Ok(Done::Skipped(
            "no advisory database here; `cargo deny fetch` brings it".to_owned(),
        ));
    }
    install()?;
    run(deny().args(["--offline", "check", "advisories"]))?;
    Ok(Done::Passed)
}

fn deny() -> Command {
    let mut command = cargo();
    command.arg("deny");
    command
}

/// Builds cargo-deny unless it is here; unoptimized, because running it takes seconds either way.
fn install() -> Result {
    let here = printed(deny().arg("--version")).unwrap_or_default();
    if parse_version(&here) >= Some(OLDEST) {
        return Ok(());
    }
    println!("Installing cargo-deny with cargo; this takes some minutes, once");
    run(cargo().args(["install", "cargo-deny", "--locked", "--debug", "--quiet"]))
}

/// Reads `cargo-deny 0.20.2`.
fn parse_version(printed: &str) -> Option<(u32, u32)> {
    let mut parts = printed.trim().strip_prefix("cargo-deny ")?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// Whether an advisory database was fetched before.
fn has_database() -> bool {
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    cargo_home
        .and_then(|home| fs::read_dir(home.join("advisory-dbs")).ok())
        .is_some_and(|entries| entries.flatten().any(|entry| entry.path().join(".git").exists()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_or_missing_version_is_replaced() {
        assert!(parse_version("cargo-deny 0.20.2\n") >= Some(OLDEST));
        assert!(parse_version("cargo-deny 0.9.1") < Some(OLDEST));
        assert!(parse_version("") < Some(OLDEST));
    }
}
