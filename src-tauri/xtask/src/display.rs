//! A screen, a D-Bus session and a keychain for a machine that has none.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::command::{cannot_start, command, succeeds};
use crate::failure::{Failure, Result};
use crate::picture;
use crate::session;

/// How long a window may take to show something. A first start on a loaded machine takes a few seconds.
const PATIENCE: Duration = Duration::from_secs(90);

/// Xvfb with at most one program on it. All of it ends with this value.
pub(crate) struct VirtualDesktop {
    screen: Child,
    display: String,
    folder: PathBuf,
    program: Option<Child>,
    own_group: bool,
}

impl VirtualDesktop {
    /// Starts a screen of 1280 by 800. The keychain and the program's data will live in this folder.
    ///
    /// # Errors
    /// When the folder cannot be made or Xvfb does not start.
    pub(crate) fn start(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder).map_err(|error| Failure::file(folder, &error))?;
        let mut xvfb = command("Xvfb");
        xvfb.args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut screen = xvfb.spawn().map_err(|error| cannot_start(&xvfb, &error))?;
        let mut number = String::new();
        if let Some(output) = screen.stdout.take() {
            // An unreadable answer is an empty one, which is told apart below.
            BufReader::new(output).read_line(&mut number).unwrap_or(0);
        }
        let number = number.trim();
        if number.is_empty() {
            screen.kill().ok();
            return Err(Failure::new("Xvfb did not start"));
        }
        Ok(Self {
            display: format!(":{number}"),
            screen,
            folder: folder.to_owned(),
            program: None,
            own_group: false,
        })
    }

    /// Opens the program on this screen, in a session of its own. In a group of its own it is ended by this value; otherwise
    /// it also hears the terminal's Ctrl-C.
    ///
    /// # Errors
    /// When it cannot be started.
    pub(crate) fn open(&mut self, program: &Path, arguments: &[OsString], own_group: bool) -> Result {
        let mut session = session::with_keychain(&self.folder);
        session
            .arg(program)
            .args(arguments)
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11");
        if env::var_os("ASSURANCE_DESK_DATA").is_none() {
            session.env("ASSURANCE_DESK_DATA", self.folder.join("data"));
        }
        #[cfg(unix)]
        if own_group {
            std::os::unix::process::CommandExt::process_group(&mut session, 0);
        }
        self.own_group = own_group;
        self.program = Some(session.spawn().map_err(|error| cannot_start(&session, &error))?);
        Ok(())
    }

    /// Waits until the window shows something, and writes a picture of the screen to this file.
    ///
    /// # Errors
    /// When the program ends first, or the screen stays empty; the picture is left as it is then.
    pub(crate) fn wait_for_picture(&mut self, file: &Path) -> Result {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(|error| Failure::file(folder, &error))?;
        }
        let deadline = Instant::now() + PATIENCE;
        let mut before = None;
        loop {
            if let Some(program) = &mut self.program
                && let Ok(Some(status)) = program.try_wait()
            {
                return Err(Failure::new(format!(
                    "the program ended before it showed a window ({status})"
                )));
            }
            let now = picture::take(&self.display, file)?;
            if now.shows_something() && before.as_ref() == Some(&now) {
                return Ok(());
            }
            if Instant::now() > deadline {
                return if now.shows_something() {
                    Ok(())
                } else {
                    Err(Failure::new(format!("the window stayed empty; see {}", file.display())))
                };
            }
            before = Some(now);
            thread::sleep(Duration::from_millis(300));
        }
    }

    /// Waits until the program ends by itself.
    ///
    /// # Errors
    /// When it ends with an error.
    pub(crate) fn wait_for_end(mut self) -> Result {
        let Some(mut program) = self.program.take() else {
            return Ok(());
        };
        match program.wait() {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(Failure::new(format!("the program ended with an error ({status})"))),
            Err(error) => Err(Failure::new(format!("the program could not be waited for: {error}"))),
        }
    }
}

impl Drop for VirtualDesktop {
    fn drop(&mut self) {
        if let Some(mut program) = self.program.take() {
            if self.own_group {
                succeeds(command("sh").args(["-c", &format!("kill -TERM -{}", program.id())]));
            } else {
                program.kill().ok();
            }
            program.wait().ok();
        }
        self.screen.kill().ok();
        self.screen.wait().ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system_packages::{Need, lacking};

    /// A folder of the test's own, and nothing where the packages are not installed.
    fn folder(name: &str) -> Option<PathBuf> {
        if cfg!(not(target_os = "linux")) || lacking(Need::VirtualDisplay).is_some() {
            return None;
        }
        Some(env::temp_dir().join(format!("xtask-{name}-{}", std::process::id())))
    }

    #[test]
    fn what_a_window_shows_is_pictured() {
        let Some(folder) = folder("pictured") else { return };
        let picture = folder.join("picture.png");
        let mut desktop = VirtualDesktop::start(&folder).unwrap();
        let arguments = ["-size", "300x200", "gradient:red-blue"].map(OsString::from);
        desktop.open(Path::new("display"), &arguments, true).unwrap();
        desktop.wait_for_picture(&picture).unwrap();
        assert!(fs::read(&picture).unwrap().starts_with(b"\x89PNG"));
        drop(desktop);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_program_that_ends_before_it_shows_anything_is_told_apart() {
        let Some(folder) = folder("ended") else { return };
        let mut desktop = VirtualDesktop::start(&folder).unwrap();
        desktop.open(Path::new("false"), &[], true).unwrap();
        let failure = desktop.wait_for_picture(&folder.join("picture.png")).unwrap_err();
        assert!(
            failure.to_string().contains("ended before it showed a window"),
            "{failure}"
        );
        drop(desktop);
        fs::remove_dir_all(&folder).unwrap();
    }
}
