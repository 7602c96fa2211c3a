//! A D-Bus session with a keychain, for what must not use, or does not find, that of a person who is logged in.

use std::path::Path;
use std::process::Command;

use crate::command::command;

/// A command that runs the program and the arguments which are added to it inside a new session. The keychain is
/// kept in the folder, which must exist; what the bus and its services say goes to `session.log` there.
pub(crate) fn with_keychain(folder: &Path) -> Command {
    const BUS: &str = r#"exec dbus-run-session -- sh -c "$1" session "$@" 3>&2 4>&1 >"$2/session.log" 2>&1"#;
    // The keychain must be unlocked inside the session that will use it. Its password guards nothing: what it
    // holds belongs to nobody.
    const SESSION: &str = r#"
        printf %s nobody | XDG_DATA_HOME="$2" gnome-keyring-daemon --unlock --components=secrets
        shift 2
        exec "$@" >&4 2>&3 3>&- 4>&-"#;
    let mut session = command("sh");
    session.args(["-c", BUS, "bus", SESSION]).arg(folder);
    session
}
