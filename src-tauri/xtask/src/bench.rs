//! `cargo xtask bench`: what can be timed beside the tools that it replaces.

mod answer;
mod archive;
mod key_pairs;
mod package;
mod table;
mod times;
mod window;

use std::process::Command;

use crate::command::{self, cargo, on_path};
use crate::failure::{Failure, Result};
use crate::program::{self, Profile};

/// What `bench` can be told.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// How many key pairs of 2048 bits each side makes; of 3072 half as many, of 4096 a quarter
    #[arg(long, default_value_t = 40)]
    rounds: u32,
    /// Only the benchmark with this name
    #[arg(long, value_enum)]
    only: Option<Benchmark>,
    /// How many events the archive is measured with
    #[arg(long, default_value_t = 1_000_000)]
    events: u64,
    /// Measure archives from ten thousand events up to `--events`, and draw how everything grows
    #[arg(long)]
    growth: bool,
    /// Measure the program that is quick to build, to try the benchmark itself
    #[arg(long)]
    debug: bool,
    /// How long a session with 10,000 events a minute is followed
    #[arg(long, default_value_t = 60.0)]
    minutes: f64,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Benchmark {
    /// Making a key pair with its certificate
    KeyPairs,
    /// Signing JWTs, and the token calls that the cache saves
    Credentials,
    /// The archive of a large session, beside `DuckDB`, ripgrep, jq and lnav
    Archive,
    /// The window with a large session: scrolling, typing, arriving events, and its start
    Window,
    /// The size of the program and its package, and what it takes while it only waits
    Package,
    /// A session that is followed for long: only when it is named
    Soak,
}

/// Makes key pairs by turns with `assurance-desk keypair` and with the openssl command of Adobe's guides, so
/// that whatever else the machine does meets both; then times the signing of JWTs and counts token calls; then does
/// an archive's work beside the tools that a person would use instead; then measures the window and the package.
///
/// # Errors
/// When a tool to compare with is not here, or either side fails.
pub(crate) fn run(options: &Options) -> Result {
    let wanted = |benchmark| options.only.is_none_or(|only| only == benchmark);
    let beside_openssl = wanted(Benchmark::KeyPairs) || wanted(Benchmark::Credentials);
    if beside_openssl && on_path("openssl").is_none() {
        return Err(Failure::new("openssl is needed for the comparison, and was not found"));
    }
    if wanted(Benchmark::KeyPairs) {
        let program = program::build(Profile::Release, &[])?;
        key_pairs::compare(&program, options.rounds)?;
    }
    if wanted(Benchmark::Credentials) {
        command::run(&mut credentials())?;
    }
    if wanted(Benchmark::Archive) {
        if options.growth {
            archive::grow(options.events)?;
        } else {
            archive::compare(options.events)?;
        }
    }
    let profile = if options.debug {
        Profile::Debug
    } else {
        Profile::Release
    };
    if wanted(Benchmark::Window) {
        window::measure(profile, options.events)?;
    }
    if options.only == Some(Benchmark::Soak) {
        command::run(&mut soak(options.minutes))?;
    }
    if wanted(Benchmark::Package) {
        package::measure(profile)?;
    }
    Ok(())
}

/// Follows a practice session, and checks at the end that no event is missing.
fn soak(minutes: f64) -> Command {
    let mut test = cargo();
    test.args(["test", "--quiet", "-p", "api", "--test", "faults", "ten_thousand"]);
    test.args(["--", "--ignored", "--nocapture"]);
    test.env("ASSURANCE_DESK_SOAK_MINUTES", minutes.to_string());
    test
}

/// The benchmark that is with the crate which it measures, so that this program stays quick to build.
fn credentials() -> Command {
    let mut bench = cargo();
    bench.args(["bench", "--quiet", "-p", "ims", "--bench", "credentials"]);
    bench
}
