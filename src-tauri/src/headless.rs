//! The commands without a window: JSON on standard output, one line on standard error when something fails.
//! Exit code 0 for done, 1 for a refusal, 2 for wrong usage, 3 for done but not whole.

#![expect(clippy::print_stderr, reason = "printing is what these commands do")]

mod events;
mod export;
mod filter;
mod forget;
mod import;
mod info;
mod integration;
mod keypair;
mod opened;
mod output;
mod practice;
mod progress;
mod query;
mod serve;
mod sessions;
mod stop;
mod token;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use api::contract::problem::{Problem, ProblemCode};
use archive::query::QueryError;
use time::OffsetDateTime;

use crate::arguments::Command;
use output::print;

/// The exit code that command lines use for wrong usage.
const WRONG_USAGE: u8 = 2;

/// The exit code for what was done in part.
const NOT_WHOLE: u8 = 3;

/// Why a command did not end as it was meant to.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    /// A problem as the window would show it.
    #[error("{}: {} {}", .0.title, .0.message, .0.next_step)]
    Problem(Problem),
    /// Anything else, already in words.
    #[error("{0}")]
    Plain(String),
    /// Options that do not go together, where no rule of the command line can say so.
    #[error("{0}; see --help")]
    Usage(String),
    /// A query that cannot be understood; the one thing that is told in several lines.
    #[error("{0}")]
    Query(QueryError),
    /// It was done, but for a part that could not be.
    #[error("{0}")]
    Partial(String),
    /// Whoever read the output has gone; there is nobody to tell.
    #[error("nobody reads on")]
    ReaderGone,
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

    /// A refusal in the words of the window.
    fn problem(error: impl Into<Problem>) -> Self {
        Self::Problem(error.into())
    }

    /// A refusal in the words of the window, which shows beside them which file they are about.
    fn about(path: &Path, error: impl Into<Problem>) -> Self {
        let problem: Problem = error.into();
        if problem.code == ProblemCode::Cancelled {
            return Self::Plain("it was called off, and nothing of it is left behind".to_owned());
        }
        Self::Problem(Problem {
            title: format!("{}: {}", path.display(), problem.title),
            ..problem
        })
    }

    /// Tells it; gives the exit code.
    fn tell(&self) -> ExitCode {
        match self {
            Self::ReaderGone => return ExitCode::SUCCESS,
            Self::Query(error) => eprintln!("assurance-desk: {error}"),
            _ => say(&self.to_string()),
        }
        match self {
            Self::Usage(_) | Self::Query(_) => ExitCode::from(WRONG_USAGE),
            Self::Partial(_) => ExitCode::from(NOT_WHOLE),
            _ => ExitCode::FAILURE,
        }
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
            Command::Import(arguments) => import::run(&arguments, data).await,
            Command::Query(arguments) => query::run(&arguments),
            Command::Info(arguments) => info::run(&arguments),
            Command::Token(arguments) => token::run(&arguments, data).await,
            Command::Sessions(command) => sessions::run(command, data).await,
            Command::Events(arguments) => events::run(arguments, data).await,
            Command::Forget(arguments) => forget::run(&arguments, data),
        }
    });
    // A reader that neither reads nor goes away holds up no end.
    runtime.shutdown_background();
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => refusal.tell(),
    }
}

/// Says in one line why nothing was done.
pub(crate) fn refuse(error: &dyn Error) -> ExitCode {
    say(&error.to_string());
    ExitCode::FAILURE
}

fn say(line: &str) {
    eprintln!("assurance-desk: {}", line.replace(['\n', '\r'], " "));
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

/// A time in milliseconds since 1970.
fn milliseconds(time: OffsetDateTime) -> i64 {
    i64::try_from(time.unix_timestamp_nanos() / 1_000_000).unwrap_or(i64::MAX)
}
