//! Whole programs by the clock.

use std::process::{Command, Stdio};
use std::time::Instant;

use crate::command::cannot_start;
use crate::failure::{Failure, Result};

/// Runs it to its end; answers how long that took, in seconds, and what it printed.
pub(super) fn timed(command: &mut Command) -> Result<(f64, String)> {
    let started = Instant::now();
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| cannot_start(command, &error))?;
    let seconds = started.elapsed().as_secs_f64();
    if !output.status.success() {
        return Err(Failure::new(format!(
            "{} ended with {}",
            crate::command::typed(command),
            output.status
        )));
    }
    Ok((seconds, String::from_utf8_lossy(&output.stdout).into_owned()))
}
