//! Programs beside the test that end with it.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use super::PATIENCE;

/// What a program of this desk finds around it: a home of its own, and nothing of the machine's own session.
pub(crate) struct Surroundings {
    home: PathBuf,
    log: PathBuf,
    variables: Vec<(&'static str, OsString)>,
}

impl Surroundings {
    pub(crate) fn new(home: &Path, log: &Path) -> Self {
        let mut surroundings = Self {
            home: home.to_owned(),
            log: log.to_owned(),
            variables: Vec::new(),
        };
        surroundings.set("HOME", home);
        for (name, folder) in [
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_DATA_HOME", "share"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_RUNTIME_DIR", "run"),
        ] {
            let folder = home.join(folder);
            private_folder(&folder);
            surroundings.set(name, folder);
        }
        // Times and words are the same on every machine.
        surroundings.set("TZ", "UTC");
        surroundings.set("LANG", "C.UTF-8");
        // Not to be waited for by a bus that has no accessibility service.
        surroundings.set("NO_AT_BRIDGE", "1");
        surroundings
    }

    pub(crate) fn set(&mut self, name: &'static str, value: impl AsRef<OsStr>) {
        self.variables.retain(|(known, _)| *known != name);
        self.variables.push((name, value.as_ref().to_owned()));
    }

    /// Programs of this folder are found before those of the machine.
    pub(crate) fn put_before_path(&mut self, folder: &Path) {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::iter::once(folder.to_owned()).chain(std::env::split_paths(&path));
        self.set("PATH", std::env::join_paths(folders).expect("a folder without a colon"));
    }

    /// The program in these surroundings, with whatever it says going to the log.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(&self.home)
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .envs(self.variables.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(self.log_file())
            .stderr(self.log_file());
        command
    }

    fn log_file(&self) -> File {
        File::options()
            .append(true)
            .create(true)
            .open(&self.log)
            .expect("the log can be written")
    }
}

fn private_folder(folder: &Path) {
    use std::os::unix::fs::DirBuilderExt as _;
    std::fs::DirBuilder::new()
        .mode(0o700)
        .create(folder)
        .expect("a folder in the test's own home");
}

/// A started program with everything it starts in turn. All of it ends with this value.
pub(crate) struct Running {
    pub(crate) child: Child,
}

impl Running {
    /// Starts it in a process group of its own.
    pub(crate) fn start(command: &mut Command) -> Self {
        let program = command.get_program().to_owned();
        let child = command.process_group(0).spawn().unwrap_or_else(|error| {
            panic!(
                "{} could not be started: {error}; `cargo xtask test` installs it",
                program.display()
            )
        });
        Self { child }
    }

    /// Whether it ended by itself.
    pub(crate) fn has_ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let group = format!("-{}", self.child.id());
        for signal in ["TERM", "KILL"] {
            // What has ended already cannot be signalled, and need not be.
            Command::new("sh")
                .args(["-c", r#"kill -s "$1" -- "$2""#, "kill", signal, &group])
                .stderr(Stdio::null())
                .status()
                .ok();
        }
        self.child.wait().ok();
    }
}

/// Asks again and again until there is an answer. `None` when patience ran out.
pub(crate) async fn eventually<T>(mut ask: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(answer) = ask().await {
            return Some(answer);
        }
        if Instant::now() > deadline {
            return None;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
}
