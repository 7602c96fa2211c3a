//! A D-Bus session with an unlocked keychain, as somebody who has logged in has it.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::Stdio;

use super::processes::{Running, Surroundings, eventually};

/// dbus-daemon and gnome-keyring-daemon.
pub(crate) struct Keychain {
    _daemon: Running,
    _bus: Running,
}

impl Keychain {
    /// Starts both, and tells the surroundings where the bus is.
    pub(crate) async fn start(surroundings: &mut Surroundings) -> Self {
        let mut bus = Running::start(
            surroundings
                .command("dbus-daemon")
                .args(["--session", "--nofork", "--print-address=1"])
                .stdout(Stdio::piped()),
        );
        let output = bus.child.stdout.take().expect("its output is a pipe");
        let mut address = String::new();
        BufReader::new(output)
            .read_line(&mut address)
            .expect("the bus says where it is");
        surroundings.set("DBUS_SESSION_BUS_ADDRESS", address.trim());

        let mut daemon = Running::start(
            surroundings
                .command("gnome-keyring-daemon")
                .args(["--foreground", "--unlock", "--components=secrets"])
                .stdin(Stdio::piped()),
        );
        let mut input = daemon.child.stdin.take().expect("its input is a pipe");
        input.write_all(b"throw-away").expect("the keychain takes its password");
        drop(input);

        let unlocked = eventually(async || serves_secrets(surroundings).then_some(())).await;
        assert!(unlocked.is_some(), "gnome-keyring-daemon did not come up");
        Self {
            _daemon: daemon,
            _bus: bus,
        }
    }
}

fn serves_secrets(surroundings: &Surroundings) -> bool {
    surroundings
        .command("dbus-send")
        .args([
            "--session",
            "--print-reply",
            "--dest=org.freedesktop.DBus",
            "/org/freedesktop/DBus",
        ])
        .args(["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"])
        .stdout(Stdio::piped())
        .output()
        .is_ok_and(|output| String::from_utf8_lossy(&output.stdout).contains("boolean true"))
}
