//! A screen that nobody sits at.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use super::processes::Running;

/// The size of a screen, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Screen {
    /// From left to right.
    pub(crate) width: u32,
    /// From top to bottom.
    pub(crate) height: u32,
}

impl Screen {
    /// A small laptop: the smallest screen on which everything must fit.
    pub(crate) const LAPTOP: Self = Self {
        width: 1280,
        height: 800,
    };
    /// A large screen.
    pub(crate) const LARGE: Self = Self {
        width: 1920,
        height: 1200,
    };
}

/// What the system prefers; pages learn it as `prefers-color-scheme`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    pub(crate) fn gtk_name(self) -> &'static str {
        match self {
            Self::Light => "Adwaita",
            Self::Dark => "Adwaita:dark",
        }
    }
}

/// Xvfb on a display number that was free.
pub(crate) struct VirtualScreen {
    _server: Running,
    display: String,
}

impl VirtualScreen {
    pub(crate) async fn start(screen: Screen) -> Self {
        let mut server = Running::start(
            Command::new("Xvfb")
                .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0"])
                .arg(format!("{}x{}x24", screen.width, screen.height))
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        );
        let output = server.child.stdout.take().expect("its output is a pipe");
        let number = tokio::task::spawn_blocking(move || {
            let mut line = String::new();
            BufReader::new(output).read_line(&mut line).map(|_| line)
        })
        .await
        .expect("reading a line does not panic")
        .expect("Xvfb names its display");
        assert!(!number.trim().is_empty(), "Xvfb ended before it had a display");
        Self {
            _server: server,
            display: format!(":{}", number.trim()),
        }
    }

    /// The display, as `DISPLAY` names it.
    pub(crate) fn display(&self) -> &str {
        &self.display
    }
}
