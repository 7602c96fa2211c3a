//! What has to come from the operating system: the one list, and installing what is missing of it.

use std::env;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::Stdio;

use crate::command::{self, command, on_path, succeeds};
use crate::failure::{Failure, Result};

/// What a command of this program is about to do, and so what it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// Compiling the program and opening its window.
    Window,
    /// A screen for a machine that has none, and pictures of it.
    VirtualDisplay,
    /// Driving the real window in a test.
    WindowTests,
    /// Driving the same pages in a browser in a test.
    BrowserTests,
    /// The tools of others that read what the program writes, in a test.
    OtherTools,
    /// The tools of others that the archive is measured beside.
    Benchmarks,
    /// Installing a package and asking the system what it opens files with, in a test.
    Packages,
}

/// One thing that is needed, how to see that it is there, and its package where each installer looks.
/// `None` where the distribution has no package that works.
struct Package {
    need: Need,
    found_by: Probe,
    apt: Option<&'static str>,
    dnf: Option<&'static str>,
    pacman: Option<&'static str>,
}

/// How a package shows that it is there, without asking the installer.
enum Probe {
    /// `pkg-config` knows this library.
    Library(&'static str),
    /// One of these programs is on the path.
    Program(&'static [&'static str]),
}

const PACKAGES: &[Package] = &[
    Package {
        need: Need::Window,
        found_by: Probe::Program(&["cc"]),
        apt: Some("build-essential"),
        dnf: Some("gcc"),
        pacman: Some("base-devel"),
    },
    Package {
        need: Need::Window,
        found_by: Probe::Program(&["pkg-config"]),
        apt: Some("pkg-config"),
        dnf: Some("pkgconf-pkg-config"),
        pacman: Some("pkgconf"),
    },
    Package {
        need: Need::Window,
        found_by: Probe::Library("webkit2gtk-4.1"),
        apt: Some("libwebkit2gtk-4.1-dev"),
        dnf: Some("webkit2gtk4.1-devel"),
        pacman: Some("webkit2gtk-4.1"),
    },
    Package {
        need: Need::Window,
        found_by: Probe::Library("librsvg-2.0"),
        apt: Some("librsvg2-dev"),
        dnf: Some("librsvg2-devel"),
        pacman: Some("librsvg"),
    },
    Package {
        need: Need::Window,
        found_by: Probe::Library("dbus-1"),
        apt: Some("libdbus-1-dev"),
        dnf: Some("dbus-devel"),
        pacman: Some("dbus"),
    },
    Package {
        need: Need::VirtualDisplay,
        found_by: Probe::Program(&["Xvfb"]),
        apt: Some("xvfb"),
        dnf: Some("xorg-x11-server-Xvfb"),
        pacman: Some("xorg-server-xvfb"),
    },
    Package {
        need: Need::VirtualDisplay,
        found_by: Probe::Program(&["dbus-run-session"]),
        apt: Some("dbus-x11"),
        dnf: Some("dbus-daemon"),
        pacman: Some("dbus"),
    },
    Package {
        need: Need::VirtualDisplay,
        found_by: Probe::Program(&["gnome-keyring-daemon"]),
        apt: Some("gnome-keyring"),
        dnf: Some("gnome-keyring"),
        pacman: Some("gnome-keyring"),
    },
    Package {
        need: Need::VirtualDisplay,
        found_by: Probe::Program(&["import"]),
        apt: Some("imagemagick"),
        dnf: Some("ImageMagick"),
        pacman: Some("imagemagick"),
    },
    // Fedora and Arch build the driver for GTK 4 alone: it can open this window but not click in it.
    Package {
        need: Need::WindowTests,
        found_by: Probe::Program(&["WebKitWebDriver"]),
        apt: Some("webkit2gtk-driver"),
        dnf: None,
        pacman: None,
    },
    Package {
        need: Need::BrowserTests,
        found_by: Probe::Program(&["chromium", "chromium-browser", "google-chrome"]),
        apt: Some("chromium"),
        dnf: Some("chromium"),
        pacman: Some("chromium"),
    },
    Package {
        need: Need::OtherTools,
        found_by: Probe::Program(&["openssl"]),
        apt: Some("openssl"),
        dnf: Some("openssl"),
        pacman: Some("openssl"),
    },
    Package {
        need: Need::OtherTools,
        found_by: Probe::Program(&["curl"]),
        apt: Some("curl"),
        dnf: Some("curl"),
        pacman: Some("curl"),
    },
    Package {
        need: Need::Benchmarks,
        found_by: Probe::Program(&["rg"]),
        apt: Some("ripgrep"),
        dnf: Some("ripgrep"),
        pacman: Some("ripgrep"),
    },
    Package {
        need: Need::Benchmarks,
        found_by: Probe::Program(&["jq"]),
        apt: Some("jq"),
        dnf: Some("jq"),
        pacman: Some("jq"),
    },
    Package {
        need: Need::Benchmarks,
        found_by: Probe::Program(&["lnav"]),
        apt: Some("lnav"),
        dnf: Some("lnav"),
        pacman: Some("lnav"),
    },
    Package {
        need: Need::Packages,
        found_by: Probe::Program(&["update-desktop-database"]),
        apt: Some("desktop-file-utils"),
        dnf: Some("desktop-file-utils"),
        pacman: Some("desktop-file-utils"),
    },
    Package {
        need: Need::Packages,
        found_by: Probe::Program(&["update-mime-database"]),
        apt: Some("shared-mime-info"),
        dnf: Some("shared-mime-info"),
        pacman: Some("shared-mime-info"),
    },
    Package {
        need: Need::Packages,
        found_by: Probe::Program(&["gio"]),
        apt: Some("libglib2.0-bin"),
        dnf: Some("glib2"),
        pacman: Some("glib2"),
    },
];

/// Installs whatever these needs lack, after naming it on the screen. Says nothing when all is there.
///
/// On macOS and Windows nothing is installed: what is needed there is checked, and named when missing.
///
/// # Errors
/// When something is missing and cannot be installed: no known installer, no right to install, or the
/// installer failed.
pub(crate) fn install(needs: &[Need]) -> Result {
    if cfg!(target_os = "macos") {
        return check_macos();
    }
    if cfg!(windows) {
        return check_windows();
    }
    let missing = missing(needs);
    if missing.is_empty() {
        return Ok(());
    }
    let installer = Installer::of_this_machine().ok_or_else(|| {
        let names: Vec<&str> = missing.iter().filter_map(|package| package.apt).collect();
        Failure::new(format!(
            "these packages are needed, and neither apt-get, dnf nor pacman is here to install them (Debian's names): {}",
            names.join(" ")
        ))
    })?;
    let names = installer.names(&missing);
    if names.is_empty() {
        return Ok(());
    }
    println!("Installing from the system's packages: {}", names.join(" "));
    installer.install(&names)
}

/// The first thing that this need asks for and that is not there.
pub(crate) fn lacking(need: Need) -> Option<&'static str> {
    missing(&[need]).first().map(|package| match package.found_by {
        Probe::Library(name) => name,
        Probe::Program(names) => names[0],
    })
}

/// The browser that the tests drive, if there is one.
pub(crate) fn browser() -> Option<PathBuf> {
    PACKAGES
        .iter()
        .filter(|package| package.need == Need::BrowserTests)
        .find_map(|package| match package.found_by {
            Probe::Program(names) => names.iter().find_map(|name| on_path(name)),
            Probe::Library(_) => None,
        })
}

fn missing(needs: &[Need]) -> Vec<&'static Package> {
    PACKAGES
        .iter()
        .filter(|package| needs.contains(&package.need) && !package.found_by.finds())
        .collect()
}

impl Probe {
    fn finds(&self) -> bool {
        match self {
            Self::Library(name) => succeeds(command("pkg-config").args(["--exists", name])),
            Self::Program(names) => names.iter().any(|name| on_path(name).is_some()),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Installer {
    Apt,
    Dnf,
    Pacman,
}

impl Installer {
    fn of_this_machine() -> Option<Self> {
        [("apt-get", Self::Apt), ("dnf", Self::Dnf), ("pacman", Self::Pacman)]
            .into_iter()
            .find_map(|(program, installer)| on_path(program).map(|_| installer))
    }

    fn names(self, packages: &[&Package]) -> Vec<&'static str> {
        let mut names: Vec<&str> = packages
            .iter()
            .filter(|package| !(package.need == Need::BrowserTests && is_ubuntu()))
            .filter_map(|package| match self {
                Self::Apt => package.apt,
                Self::Dnf => package.dnf,
                Self::Pacman => package.pacman,
            })
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    fn install(self, names: &[&str]) -> Result {
        match self {
            Self::Apt => {
                as_root(&["apt-get", "update", "-q"], &[])?;
                as_root(
                    &[
                        "env",
                        "DEBIAN_FRONTEND=noninteractive",
                        "apt-get",
                        "install",
                        "-qy",
                        "--no-install-recommends",
                    ],
                    names,
                )
            }
            Self::Dnf => as_root(&["dnf", "install", "-y"], names),
            Self::Pacman => as_root(&["pacman", "-Sy", "--needed", "--noconfirm"], names),
        }
    }
}

/// Runs it as root: as it is for root, else through sudo, which may ask for a password only when a
/// person is there to type it.
fn as_root(start: &[&str], names: &[&str]) -> Result {
    let words = [start, names].concat();
    if is_root() {
        return command::run(command(words[0]).args(&words[1..]));
    }
    let by_hand = || {
        Failure::new(format!(
            "this needs the right to install packages; run it yourself and start again:\n  {}",
            words.join(" ")
        ))
    };
    if on_path("sudo").is_none() {
        return Err(by_hand());
    }
    if succeeds(command("sudo").args(["-n", "true"])) {
        return command::run(command("sudo").arg("-n").args(&words));
    }
    if !io::stdin().is_terminal() {
        return Err(by_hand());
    }
    command::run(command("sudo").args(&words).stdin(Stdio::inherit()))
}

/// Ubuntu's package of Chromium only asks for a snap, which a container or a CI machine cannot start.
/// Playwright brings its own there.
fn is_ubuntu() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=ubuntu"))
}

/// Whether packages can be installed without asking anybody for a password.
pub(crate) fn may_install() -> bool {
    is_root() || succeeds(command("sudo").args(["-n", "true"]))
}

fn is_root() -> bool {
    command::printed(command("id").arg("-u")).is_ok_and(|printed| printed.trim() == "0")
}

fn check_macos() -> Result {
    if succeeds(command("xcode-select").arg("-p")) {
        return Ok(());
    }
    Err(Failure::new(
        "the Command Line Tools for Xcode are needed; install them with `xcode-select --install` and start again",
    ))
}

fn check_windows() -> Result {
    const WEBVIEW2: &str = r"SOFTWARE\WOW6432Node\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    let webview = ["HKLM", "HKCU"]
        .iter()
        .any(|hive| succeeds(command("reg").args(["query", &format!(r"{hive}\{WEBVIEW2}")])));
    let mut wanted = Vec::new();
    if !webview {
        wanted.push("the WebView2 runtime (Evergreen)");
    }
    if on_path("cmake").is_none() {
        wanted.push("CMake");
    }
    if on_path("nasm").is_none() && env::var_os("AWS_LC_SYS_PREBUILT_NASM").is_none() {
        wanted.push("NASM (or set AWS_LC_SYS_PREBUILT_NASM=1)");
    }
    if wanted.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "these are needed, beside the C++ build tools of Visual Studio that Rust asks for: {}. Install them and start again",
        wanted.join(", ")
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_installer_gets_its_own_names_once() {
        let display: Vec<&Package> = PACKAGES
            .iter()
            .filter(|package| package.need == Need::VirtualDisplay)
            .collect();
        assert_eq!(
            Installer::Apt.names(&display),
            ["dbus-x11", "gnome-keyring", "imagemagick", "xvfb"]
        );
        assert_eq!(
            Installer::Pacman.names(&display),
            ["dbus", "gnome-keyring", "imagemagick", "xorg-server-xvfb"]
        );
    }

    #[test]
    fn a_distribution_without_a_working_driver_is_not_asked_for_one() {
        let driver: Vec<&Package> = PACKAGES
            .iter()
            .filter(|package| package.need == Need::WindowTests)
            .collect();
        assert!(Installer::Dnf.names(&driver).is_empty());
        assert_eq!(Installer::Apt.names(&driver), ["webkit2gtk-driver"]);
    }

    #[test]
    fn a_missing_library_or_program_is_seen() {
        assert!(!Probe::Library("no-such-library-here").finds());
        assert!(!Probe::Program(&["no-such-program-here"]).finds());
        assert!(Probe::Program(&["no-such-program-here", "cargo"]).finds());
    }
}
