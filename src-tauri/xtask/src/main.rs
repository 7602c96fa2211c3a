//! The project's own commands: `cargo xtask run`, `cargo xtask test` and their smaller companions.
//!
//! It needs nothing but Rust itself, so that it builds within seconds on a fresh machine, before the
//! system packages that the program needs are there; installing those is its first job.
//!
//! ```text
//! cargo xtask run                     install what is missing, build, open the window
//! cargo xtask test                    every test there is
//! cargo xtask test --only lint        the steps whose name contains "lint"
//! ```

#![expect(clippy::print_stdout, reason = "these commands talk to a person in a terminal")]
#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]

mod bench;
mod bundle;
mod cargo_deny;
mod checkout;
mod command;
mod display;
mod failure;
mod fuzz;
mod icons;
mod node;
mod parts;
mod picture;
mod program;
mod run;
mod screenshots;
mod session;
mod step;
mod system_packages;
mod test;
mod types;
mod updates;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    about = "The project's own commands",
    disable_help_subcommand = true
)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what is missing, build, and open the window
    Run(run::Options),
    /// Run every test there is
    Test(test::Options),
    /// Make the packages that this machine can make, with licences and a list of all parts
    Bundle(bundle::Options),
    /// Sign the packages of a version, and write the list by which programs find it
    Updates(updates::Options),
    /// Make every icon from icons/icon.svg
    Icons,
    /// Write the TypeScript types of what crosses between Rust and the window
    Types,
    /// Write a picture of every screen, from the real window
    Screenshots {
        /// The folder to write to
        #[arg(long, default_value = "target/screenshots")]
        out: PathBuf,
    },
    /// Time key pairs and JWTs beside openssl, token calls, the archive beside the tools it replaces, and the window
    Bench(bench::Options),
    /// Give every parser of bytes from outside whatever a fuzzer thinks of
    Fuzz(fuzz::Options),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Run(options) => run::run(&options),
        Task::Test(options) => return test::test(&options),
        Task::Bundle(options) => bundle::make(&options),
        Task::Updates(options) => updates::publish(&options),
        Task::Icons => icons::make(),
        Task::Types => types::write(),
        Task::Screenshots { out } => screenshots::write(&out),
        Task::Bench(options) => bench::run(&options),
        Task::Fuzz(options) => fuzz::run(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            println!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}
