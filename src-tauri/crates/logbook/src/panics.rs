//! A defect that stops a part of the program: where it happened goes to the log and to standard error.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::io::Write as _;
use std::panic::{self, PanicHookInfo};

use tracing::Level;

use crate::Logbook;
use crate::line::Line;

/// Characters of what the program said about itself.
const LONGEST_MESSAGE: usize = 300;

/// Tells every panic from now on on standard error, masked, in place of what Rust prints, and notes it in the log, if there is
/// one. What panicked goes on to its end when it is written.
pub fn note_panics(logbook: Option<Logbook>) {
    panic::set_hook(Box::new(move |panic| {
        let (place, message) = (place(panic), message(panic));
        let backtrace = Backtrace::capture();
        let mut text = format!("assurance-desk: stopped by a defect at {place}: {message}\n");
        if backtrace.status() == BacktraceStatus::Captured {
            text.push_str(&format!("{backtrace}\n"));
        }
        // Nobody is left to tell when standard error is gone.
        let _ = std::io::stderr().write_all(crate::masked(&text).as_bytes());
        let line = Line::new(Level::ERROR, "panic")
            .with("message", message)
            .with("place", place);
        if let Some(logbook) = &logbook {
            logbook.write(line);
            logbook.flush();
        }
    }));
}

fn place(panic: &PanicHookInfo<'_>) -> String {
    match panic.location() {
        Some(place) => format!("{}:{}", place.file(), place.line()),
        None => "an unknown place".to_owned(),
    }
}

fn message(panic: &PanicHookInfo<'_>) -> String {
    let said = panic.payload_as_str().unwrap_or("no words");
    crate::masked(said).chars().take(LONGEST_MESSAGE).collect()
}
