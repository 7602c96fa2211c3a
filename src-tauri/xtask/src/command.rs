//! Other programs: whether they are there, and running them.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use crate::checkout;
use crate::failure::{Failure, Result};

/// A command that starts in the root folder, with nothing on its standard input.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(checkout::root()).stdin(Stdio::null());
    command
}

/// Cargo, as if it had been typed by the person.
pub(crate) fn cargo() -> Command {
    let mut command = command(cargo_program());
    forget_outer_cargo(&mut command);
    command
}

/// The cargo that runs this program.
pub(crate) fn cargo_program() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// Takes out of the environment what the outer `cargo run` put there: it would make an inner one build again.
pub(crate) fn forget_outer_cargo(command: &mut Command) {
    const ITS: [&str; 4] = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"];
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if ITS.iter().any(|start| text.starts_with(start)) || text == "LD_LIBRARY_PATH" {
            command.env_remove(&name);
        }
    }
}

/// Runs it with its output on the screen. Anything but success is a failure that names the command.
pub(crate) fn run(command: &mut Command) -> Result {
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() {
        return Ok(());
    }
    Err(ended_badly(command, status))
}

/// Runs it quietly and answers what it printed on its standard output, whatever its exit code was.
pub(crate) fn printed(command: &mut Command) -> Result<String> {
    let output = command.output().map_err(|error| cannot_start(command, &error))?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs it in silence and answers whether it succeeded. A program that is not there did not.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Where the program is, if it is on the path.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&folders)
        .map(|folder| folder.join(&name))
        .find(|candidate| candidate.is_file())
}

/// The command as a person would type it.
pub(crate) fn typed(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut line = program
        .file_stem()
        .unwrap_or(program.as_os_str())
        .to_string_lossy()
        .into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}

/// A failure that says the command could not be started.
pub(crate) fn cannot_start(command: &Command, error: &std::io::Error) -> Failure {
    Failure::new(format!("`{}` could not be started: {error}", typed(command)))
}

fn ended_badly(command: &Command, status: ExitStatus) -> Failure {
    Failure::new(format!("`{}` failed ({status})", typed(command)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_command_as_it_was_typed() {
        let failure = run(command("no-such-program-here").args(["--flag", "value"])).unwrap_err();
        assert!(
            failure
                .to_string()
                .starts_with("`no-such-program-here --flag value` could not be started"),
            "{failure}"
        );
    }

    #[test]
    fn a_program_that_is_not_there_does_not_succeed() {
        assert!(!succeeds(&mut command("no-such-program-here")));
        assert_eq!(on_path("no-such-program-here"), None);
    }
}
