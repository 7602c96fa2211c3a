//! The real window, as a person meets it: the built program on a screen of its own, with its own D-Bus session,
//! keychain and home folder, driven through WebKit's WebDriver.
//!
//! Everything waits for what a person would see, and gives up after [`PATIENCE`] with a picture, the text of the page
//! and the line of the test that waited. Nothing outlives the [`Desk`].
//!
//! ```ignore
//! let desk = Desk::open(Screen::LAPTOP).await;
//! desk.click_button("New session").await;
//! desk.type_into("Name", "Checkout v42").await;
//! desk.wait_for_text("Waiting for a device").await;
//! ```

#![allow(dead_code, reason = "each test target uses the part it needs")]

mod acting;
mod ending;
mod evidence;
mod importing;
mod keychain;
mod looking;
mod processes;
mod screen;
mod webdriver;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use fantoccini::Client;
use tempfile::TempDir;

use evidence::Evidence;
use keychain::Keychain;
use processes::Surroundings;
use screen::VirtualScreen;
pub(crate) use screen::{Screen, Theme};
use webdriver::WebDriver;

/// How long anything may take to be seen. Generous, because a loaded two-core machine is not a fault of the program.
pub(crate) const PATIENCE: Duration = Duration::from_secs(40);

/// The program in its window, and all that it stands on. The order of the fields is the order of their ends.
pub(crate) struct Desk {
    client: Option<Client>,
    driver: WebDriver,
    program: PathBuf,
    /// What was opened last; another than `program` where two are compared.
    open: PathBuf,
    evidence: Evidence,
    screen: Screen,
    surroundings: Surroundings,
    _keychain: Option<Keychain>,
    _screen: VirtualScreen,
    home: TempDir,
}

impl Desk {
    /// Opens the program for the first time ever, as far as it can tell.
    pub(crate) async fn open(screen: Screen) -> Self {
        Self::open_in(screen, Theme::Light).await
    }

    /// The same, on a system whose theme is light or dark.
    pub(crate) async fn open_in(screen: Screen, theme: Theme) -> Self {
        Self::open_with(program(), screen, theme, None, None).await
    }

    /// The same, with a passphrase of the vault in the environment and no keychain.
    pub(crate) async fn open_with_passphrase(screen: Screen, passphrase: &str) -> Self {
        Self::open_with(program(), screen, Theme::Light, None, Some(passphrase)).await
    }

    /// The same, on a computer that also has the tools of this folder.
    pub(crate) async fn open_with_tools(screen: Screen, tools: &Path) -> Self {
        Self::open_with(program(), screen, Theme::Light, Some(tools), None).await
    }

    /// The same with a program that is installed.
    pub(crate) async fn open_installed(program: &Path) -> Self {
        Self::open_with(program, Screen::LAPTOP, Theme::Light, None, None).await
    }

    async fn open_with(
        program: &Path,
        screen: Screen,
        theme: Theme,
        tools: Option<&Path>,
        passphrase: Option<&str>,
    ) -> Self {
        let home = tempfile::tempdir().expect("a folder for the test");
        let evidence = Evidence::begin();
        let virtual_screen = VirtualScreen::start(screen).await;
        let mut surroundings = Surroundings::new(home.path(), evidence.log());
        surroundings.set("DISPLAY", virtual_screen.display());
        surroundings.set("GDK_BACKEND", "x11");
        surroundings.set("GTK_THEME", theme.gtk_name());
        if let Some(tools) = tools {
            surroundings.put_before_path(tools);
        }
        let keychain = match passphrase {
            None => Some(Keychain::start(&mut surroundings).await),
            Some(passphrase) => {
                surroundings.set("ASSURANCE_DESK_PASSPHRASE", passphrase);
                // Nobody answers there.
                surroundings.set("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
                None
            }
        };
        surroundings.set("ASSURANCE_DESK_DATA", home.path().join("data"));
        let driver = WebDriver::start(&surroundings).await;
        let mut desk = Self {
            client: None,
            driver,
            program: program.to_owned(),
            open: program.to_owned(),
            evidence,
            screen,
            surroundings,
            _keychain: keychain,
            _screen: virtual_screen,
            home,
        };
        desk.client = Some(desk.driver.session(program, screen).await);
        desk
    }

    /// Closes the window and opens the program again: what was saved is there, the keychain is still unlocked.
    pub(crate) async fn reopen(&mut self) {
        self.open_program(&self.program.clone()).await;
    }

    /// Sets a variable of the environment for what is opened from now on.
    pub(crate) fn surround_with(&mut self, name: &'static str, value: &str) {
        self.surroundings.set(name, value);
    }

    /// A command in the surroundings of this desk; what it says goes to the log.
    pub(crate) fn command(&self, program: &str) -> Command {
        self.surroundings.command(program)
    }

    /// Opens this program in place of the one that is open. Answers when that began, in milliseconds since 1970.
    pub(crate) async fn open_program(&mut self, program: &Path) -> f64 {
        self.close_window().await;
        self.driver = WebDriver::start(&self.surroundings).await;
        let began = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        self.client = Some(self.driver.session(program, self.screen).await);
        self.open = program.to_owned();
        began.expect("a clock after 1970").as_secs_f64() * 1e3
    }

    /// Ends the program, as closing its window does, and waits until it has ended: one that still does would take what the
    /// next is asked to open, or keep it waiting.
    pub(crate) async fn close_window(&mut self) {
        if let Some(client) = self.client.take() {
            // The window may be gone already; either way it is closed afterwards.
            client.close().await.ok();
        }
        self.wait_for_end_of(&self.open).await;
    }

    /// The home folder of whoever uses this desk.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// Where the program keeps what it saves.
    pub(crate) fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    /// WebDriver itself, for what has no word here yet.
    pub(crate) fn client(&self) -> &Client {
        self.client.as_ref().expect("the window is open")
    }
}

fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_assurance-desk"))
}
