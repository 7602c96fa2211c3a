//! The commands without a window: JSON on standard output, one line on standard error when something fails.
//! Exit code 0 for done, 1 for a refusal, 2 for wrong usage.

#![expect(clippy::print_stderr, reason = "printing is what these commands do")]

mod events;
mod export;
mod import;
mod integration;
mod keypair;
mod practice;
mod serve;
mod sessions;
mod stop;
mod token;

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use api::contract::problem::Problem;
use serde::Serialize;

use crate::arguments::Command;

/// The exit code that command lines use for wrong usage.
const WRONG_USAGE: u8 = 2;

/// Why a command ended with a refusal, in one line.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    /// A problem as the window would show it.
    #[error("{}: {} {}", .0.title, .0.message, .0.next_step)]
    Problem(Problem),
    /// Anything else, already in words.
    #[error("{0}")]
    Plain(String),
}

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl Refusal {
    /// A refusal in the words of `error`.
    fn of(error: impl Error) -> Self {
        Self::Plain(error.to_string())
    }
}

/// Runs a command to its end.
pub(crate) fn run(command: Command, data: Option<PathBuf>) -> ExitCode {
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return refuse(&error),
    };
    let done = runtime.block_on(async {
        match command {
            Command::Practice(arguments) => practice::run(arguments).await,
            Command::Serve(arguments) => serve::run(arguments, data).await,
            Command::Keypair(arguments) => keypair::run(&arguments),
            Command::Export(arguments) => export::run(&arguments, data).await,
            Command::Import(arguments) => import::run(&arguments, data),
            Command::Token(arguments) => token::run(&arguments, data).await,
            Command::Sessions(command) => sessions::run(command, data).await,
            Command::Events(arguments) => events::run(arguments, data).await,
        }
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => refuse(&refusal),
    }
}

/// Says in one line why nothing was done.
pub(crate) fn refuse(error: &dyn Error) -> ExitCode {
    eprintln!("assurance-desk: {}", error.to_string().replace(['\n', '\r'], " "));
    ExitCode::FAILURE
}

/// Says in one line what is wrong with the command line. Help and version come the same way and are printed as they are.
pub(crate) fn wrong_usage(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        error.exit();
    }
    let text = error.render().to_string();
    // What is wrong is the first paragraph; tips and the usage follow.
    let said = text.split("\n\n").next().unwrap_or_default();
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    eprintln!("assurance-desk: {}; see --help", said.trim_start_matches("error: "));
    ExitCode::from(WRONG_USAGE)
}

/// Prints one line of JSON. A reader that went away ends the program quietly, as `head` expects.
fn print(value: &impl Serialize) -> Result<(), Refusal> {
    use std::io::Write as _;
    let mut out = std::io::stdout().lock();
    serde_json::to_writer(&mut out, value)
        .map_err(std::io::Error::from)
        .and_then(|()| out.write_all(b"\n"))
        .and_then(|()| out.flush())
        .map_err(|error| match error.kind() {
            std::io::ErrorKind::BrokenPipe => std::process::exit(0),
            _ => Refusal::of(error),
        })
}
