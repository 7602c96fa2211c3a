//! `cargo xtask bench`: what can be timed beside the tool that it replaces.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::command::{command, on_path, run as run_command};
use crate::failure::{Failure, Result};
use crate::program::{self, Profile};

/// What `bench` can be told.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// How many key pairs each side makes
    #[arg(long, default_value_t = 40)]
    rounds: u32,
}

/// Makes key pairs by turns with `assurance-desk keypair` and with the openssl command of Adobe's guides, so
/// that whatever else the machine does meets both, and prints the middle time of each.
///
/// # Errors
/// When openssl is not here, or either side fails.
pub(crate) fn run(options: &Options) -> Result {
    if on_path("openssl").is_none() {
        return Err(Failure::new("openssl is needed for the comparison, and was not found"));
    }
    let program = program::build(Profile::Release, &[])?;
    let folder = env::temp_dir().join(format!("assurance-desk-bench-{}", std::process::id()));
    let mut ours = Vec::new();
    let mut theirs = Vec::new();
    for round in 0..options.rounds {
        let out = folder.join(round.to_string());
        fs::create_dir_all(&out).map_err(|error| Failure::file(&out, &error))?;
        ours.push(timed(
            command(&program).arg("keypair").arg("--out").arg(out.join("ours")),
        )?);
        theirs.push(timed(&mut openssl(&out))?);
    }
    fs::remove_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
    println!(
        "An RSA-2048 key with its certificate, middle of {} each:",
        options.rounds
    );
    println!("  assurance-desk keypair  {:>7.1} ms", middle(&mut ours));
    println!("  openssl req -x509       {:>7.1} ms", middle(&mut theirs));
    Ok(())
}

fn openssl(folder: &Path) -> Command {
    let file = |name: &str| -> PathBuf { folder.join(name) };
    let mut openssl = command("openssl");
    openssl
        .args([
            "req", "-x509", "-sha256", "-nodes", "-days", "365", "-newkey", "rsa:2048",
        ])
        .args(["-subj", "/CN=bench", "-keyout"])
        .arg(file("private.key"))
        .arg("-out")
        .arg(file("certificate_pub.crt"));
    openssl
}

fn timed(command: &mut Command) -> Result<Duration> {
    let started = Instant::now();
    run_command(command.stdout(Stdio::null()).stderr(Stdio::null()))?;
    Ok(started.elapsed())
}

fn middle(times: &mut [Duration]) -> f64 {
    times.sort_unstable();
    times
        .get(times.len() / 2)
        .map_or(0.0, |time| time.as_secs_f64() * 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_ignores_one_slow_round() {
        let mut times = [900, 10, 12].map(Duration::from_millis);
        assert!((middle(&mut times) - 12.0).abs() < f64::EPSILON);
    }
}
