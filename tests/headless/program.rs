//! The built program with a home of its own.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

/// How long anything may take. Generous, because a loaded machine is not a fault of the program.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// The program as somebody has it who never used it before.
pub(crate) struct Program {
    home: TempDir,
    variables: Vec<(&'static str, String)>,
}

/// What a command that ended left behind.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) code: Option<i32>,
    pub(crate) output: String,
    pub(crate) errors: String,
}

impl Program {
    pub(crate) fn new() -> Self {
        Self {
            home: tempfile::tempdir().unwrap(),
            // What a machine lacks is not what is tested.
            variables: vec![("ASSURANCE_DESK_LOG", "off".to_owned())],
        }
    }

    /// Sets an environment variable for all later commands.
    pub(crate) fn set(&mut self, name: &'static str, value: &str) {
        self.variables.retain(|(known, _)| *known != name);
        self.variables.push((name, value.to_owned()));
    }

    /// The program's home.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// A place in the program's home.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Where the program keeps what it saves.
    pub(crate) fn data(&self) -> PathBuf {
        self.path("data")
    }

    /// Runs a command to its end. An argument is a word; blanks go into [`Program::run_words`].
    pub(crate) fn run(&self, arguments: &str) -> Outcome {
        self.run_words(&arguments.split_whitespace().collect::<Vec<_>>())
    }

    pub(crate) fn run_words(&self, arguments: &[&str]) -> Outcome {
        self.command(arguments).output().unwrap().into()
    }

    /// Starts a command that goes on until it is stopped.
    pub(crate) fn start(&self, arguments: &[&str]) -> Running {
        let mut command = self.command(arguments);
        let errors = self.path(&format!("errors-{}", arguments[0]));
        command
            .stdout(Stdio::piped())
            .stderr(std::fs::File::create(&errors).unwrap());
        let mut child = command.spawn().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        Running { child, lines, errors }
    }

    /// A command that is not started yet.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_assurance-desk"));
        command
            .args(arguments)
            .current_dir(self.home.path())
            .env_clear()
            .envs(std::env::var_os("PATH").map(|path| ("PATH", path)))
            .env("HOME", self.home.path())
            .env("ASSURANCE_DESK_DATA", self.data())
            .envs(self.variables.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null());
        command
    }
}

impl From<Output> for Outcome {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            output: String::from_utf8(output.stdout).unwrap(),
            errors: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Outcome {
    /// The one line of JSON of a command that succeeded in silence.
    pub(crate) fn json(&self) -> Value {
        assert_eq!((self.code, self.errors.as_str()), (Some(0), ""), "{self:?}");
        assert_eq!(self.output.lines().count(), 1, "{self:?}");
        serde_json::from_str(&self.output).unwrap()
    }

    /// The lines of JSON of a command that succeeded in silence.
    pub(crate) fn json_lines(&self) -> Vec<Value> {
        assert_eq!((self.code, self.errors.as_str()), (Some(0), ""), "{self:?}");
        let lines = self.output.lines();
        lines.map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// The one line of a command that refused.
    pub(crate) fn refusal(&self) -> &str {
        self.only_line(1)
    }

    /// The one line about wrong usage.
    pub(crate) fn wrong_usage(&self) -> &str {
        self.only_line(2)
    }

    fn only_line(&self, code: i32) -> &str {
        assert_eq!((self.code, self.output.as_str()), (Some(code), ""), "{self:?}");
        assert!(
            self.errors.ends_with('\n') && self.errors.lines().count() == 1,
            "{self:?}"
        );
        self.errors.trim_end().strip_prefix("assurance-desk: ").unwrap()
    }
}

/// A command that goes on. It ends with this value.
pub(crate) struct Running {
    child: Child,
    lines: Receiver<String>,
    errors: PathBuf,
}

impl Running {
    /// Its number among the processes of the system.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// The next line of its output.
    pub(crate) fn line(&self) -> String {
        self.lines
            .recv_timeout(PATIENCE)
            .unwrap_or_else(|_| panic!("it says nothing: {}", self.errors()))
    }

    /// The next line of its output, as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.line()).unwrap()
    }

    /// What it said on standard error so far.
    pub(crate) fn errors(&self) -> String {
        std::fs::read_to_string(&self.errors).unwrap()
    }

    /// Asks it to end, as the system does; gives how it ended and what it had still said.
    pub(crate) fn stop(mut self) -> (ExitStatus, Vec<String>) {
        let asked = Command::new("kill").arg(self.child.id().to_string()).status().unwrap();
        assert!(asked.success());
        self.wait()
    }

    /// Waits until it ends by itself.
    pub(crate) fn wait(&mut self) -> (ExitStatus, Vec<String>) {
        let deadline = Instant::now() + PATIENCE;
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(Instant::now() < deadline, "it does not end: {}", self.errors());
            std::thread::sleep(Duration::from_millis(10));
        };
        (status, self.lines.iter().collect())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // What has ended already cannot be ended, and need not be.
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// A path as an argument.
pub(crate) fn word(path: &Path) -> &str {
    path.to_str().unwrap()
}
