//! `cargo xtask bench`: what can be timed beside the tools that it replaces.

mod key_pairs;
mod times;

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
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Benchmark {
    /// Making a key pair with its certificate
    KeyPairs,
    /// Signing JWTs, and the token calls that the cache saves
    Credentials,
}

/// Makes key pairs by turns with `assurance-desk keypair` and with the openssl command of Adobe's guides, so
/// that whatever else the machine does meets both; then times the signing of JWTs and counts token calls.
///
/// # Errors
/// When openssl is not here, or either side fails.
pub(crate) fn run(options: &Options) -> Result {
    if on_path("openssl").is_none() {
        return Err(Failure::new("openssl is needed for the comparison, and was not found"));
    }
    let wanted = |benchmark| options.only.is_none_or(|only| only == benchmark);
    if wanted(Benchmark::KeyPairs) {
        let program = program::build(Profile::Release, &[])?;
        key_pairs::compare(&program, options.rounds)?;
    }
    if wanted(Benchmark::Credentials) {
        command::run(&mut credentials())?;
    }
    Ok(())
}

/// The benchmark that is with the crate which it measures, so that this program stays quick to build.
fn credentials() -> Command {
    let mut bench = cargo();
    bench.args(["bench", "--quiet", "-p", "ims", "--bench", "credentials"]);
    bench
}
