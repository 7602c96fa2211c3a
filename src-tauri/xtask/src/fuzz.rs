//! `cargo xtask fuzz`: every parser of bytes from outside, for as long as one likes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::thread;

use crate::checkout;
use crate::command::{cargo, command, printed, run as run_command, succeeds};
use crate::failure::{Failure, Result};

/// What `fuzz` can be told.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// How long, all targets together
    #[arg(value_name = "MINUTES", value_parser = clap::value_parser!(u64).range(1..))]
    minutes: u64,
    /// Only this target
    #[arg(long, value_name = "NAME")]
    target: Option<String>,
}

/// Seconds that one input may take.
const LONGEST: u64 = 30;
/// Megabytes that a target may take.
const MOST_MEMORY: u64 = 2048;

/// Runs the targets, as many at once as there are cores, and keeps what they find as cases for the tests.
///
/// # Errors
/// When there is no nightly compiler, cargo-fuzz cannot be installed, there is no such target, or something was found.
pub(crate) fn run(options: &Options) -> Result {
    if !succeeds(command("rustup").args(["run", "nightly", "cargo", "--version"])) {
        return Err(Failure::new(
            "Fuzzing needs a nightly compiler: `rustup toolchain install nightly` brings it.\n\
             `cargo test --test parsers` gives the same parsers some thousand inputs with any compiler.",
        ));
    }
    let targets = chosen(targets()?, options.target.as_deref())?;
    install()?;
    write_seeds()?;
    println!("Building {} targets", targets.len());
    run_command(fuzz("build").args(["--sanitizer", "none"]).args(only(&targets)))?;

    let cores = thread::available_parallelism()
        .map_or(1, usize::from)
        .min(targets.len());
    let seconds = seconds_of_each(options.minutes, cores, targets.len());
    println!("{cores} at once, {seconds} seconds each");
    let (waiting, found) = (Mutex::new(targets), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                while let Some(target) = next(&waiting) {
                    let told = try_out(&target, seconds);
                    println!(
                        "{target}: {}",
                        told.as_ref().err().map_or("nothing found", String::as_str)
                    );
                    if told.is_err() {
                        found
                            .lock()
                            .unwrap_or_else(std::sync::PoisonError::into_inner)
                            .push(target);
                    }
                }
            });
        }
    });
    let found = found.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    if found.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "something was found by {}; its bytes are in tests/fuzz/cases now, so `cargo test --test parsers` fails until it is mended",
        found.join(", ")
    )))
}

fn next(waiting: &Mutex<Vec<String>>) -> Option<String> {
    waiting.lock().unwrap_or_else(std::sync::PoisonError::into_inner).pop()
}

/// How long each target runs, so that all of them together take so many minutes.
fn seconds_of_each(minutes: u64, at_once: usize, targets: usize) -> u64 {
    (minutes * 60 * at_once as u64 / targets as u64).max(1)
}

fn folder() -> PathBuf {
    checkout::root().join("tests/fuzz")
}

/// The names of all targets, in order.
fn targets() -> Result<Vec<String>> {
    let programs = folder().join("fuzz_targets");
    let files = fs::read_dir(&programs).map_err(|error| Failure::file(&programs, &error))?;
    let mut names: Vec<String> = files
        .filter_map(|file| Some(file.ok()?.path().file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    Ok(names)
}

fn chosen(targets: Vec<String>, only: Option<&str>) -> Result<Vec<String>> {
    match only {
        None => Ok(targets),
        Some(name) if targets.iter().any(|target| target == name) => Ok(vec![name.to_owned()]),
        Some(name) => Err(Failure::new(format!(
            "there is no target {name}; there are {}",
            targets.join(", ")
        ))),
    }
}

/// One target is named for the build; all are built without a name.
fn only(targets: &[String]) -> Option<&String> {
    match targets {
        [target] => Some(target),
        _ => None,
    }
}

fn fuzz(what: &str) -> Command {
    let mut fuzz = command("rustup");
    crate::command::forget_outer_cargo(&mut fuzz);
    fuzz.args(["run", "nightly", "cargo", "fuzz", what, "--fuzz-dir"])
        .arg(folder())
        .arg("--target-dir")
        .arg(checkout::target().join("fuzz"));
    fuzz
}

fn install() -> Result {
    if !printed(cargo().args(["fuzz", "--version"]))?.is_empty() {
        return Ok(());
    }
    println!("Installing cargo-fuzz with cargo; this takes a minute, once");
    run_command(cargo().args(["install", "cargo-fuzz", "--locked", "--quiet"]))
}

/// Honest files, from which each target sets out.
fn write_seeds() -> Result {
    let mut seeds = cargo();
    seeds.args(["run", "--quiet", "--example", "seeds", "--manifest-path"]);
    seeds.arg(folder().join("Cargo.toml"));
    seeds.arg("--target-dir").arg(checkout::target().join("fuzz"));
    run_command(&mut seeds)
}

/// Runs one target; what it found is among the cases then.
fn try_out(target: &str, seconds: u64) -> std::result::Result<(), String> {
    let artifacts = checkout::target().join("fuzz/artifacts").join(target);
    let log = checkout::target().join("fuzz").join(format!("{target}.log"));
    let out = fs::create_dir_all(&artifacts).and_then(|()| fs::File::create(&log));
    let out = out.map_err(|error| format!("{} cannot be written: {error}", log.display()))?;
    let mut running = fuzz("run");
    running.args(["--sanitizer", "none", target]).arg("--").args([
        format!("-max_total_time={seconds}"),
        format!("-timeout={LONGEST}"),
        format!("-rss_limit_mb={MOST_MEMORY}"),
        // A slash at the end makes it a folder.
        format!("-artifact_prefix={}/", artifacts.display()),
    ]);
    let status = running.stdout(std::process::Stdio::null()).stderr(out).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => match keep(&artifacts, target) {
            Ok(0) => Err(format!("it ended badly; {} says why", log.display())),
            Ok(kept) => Err(format!("{kept} found; {} says what", log.display())),
            Err(error) => Err(format!(
                "what was found in {} cannot be kept: {error}",
                artifacts.display()
            )),
        },
        Err(error) => Err(format!("it could not be started: {error}")),
    }
}

/// Moves what was found to the cases, and counts it. What was only slow stays where it is.
fn keep(artifacts: &Path, target: &str) -> std::io::Result<usize> {
    let cases = folder().join("cases").join(target);
    let mut kept = 0;
    for file in fs::read_dir(artifacts)? {
        let file = file?;
        if file.file_name().to_string_lossy().starts_with("slow-unit") {
            continue;
        }
        fs::create_dir_all(&cases)?;
        fs::copy(file.path(), cases.join(file.file_name()))?;
        fs::remove_file(file.path())?;
        kept += 1;
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_minutes_are_those_of_all_targets_together() {
        assert_eq!(seconds_of_each(10, 2, 20), 60);
        assert_eq!(seconds_of_each(10, 1, 1), 600);
        assert_eq!(seconds_of_each(1, 1, 100), 1);
    }

    #[test]
    fn a_target_is_chosen_by_its_name() {
        let targets = targets().unwrap();
        assert!(targets.len() > 10, "{targets:?}");
        assert_eq!(chosen(targets.clone(), None).unwrap(), targets);
        assert_eq!(chosen(targets.clone(), Some("query")).unwrap(), ["query"]);
        assert!(chosen(targets, Some("quer")).is_err());
    }
}
