//! A passphrase of the vault for machines with neither a keychain nor a person at them: in a file that
//! `ASSURANCE_DESK_PASSPHRASE_FILE` names, or in `ASSURANCE_DESK_PASSPHRASE` itself.

use std::sync::OnceLock;

use zeroize::Zeroizing;

const IN_VARIABLE: &str = "ASSURANCE_DESK_PASSPHRASE";
const IN_FILE: &str = "ASSURANCE_DESK_PASSPHRASE_FILE";
/// The most that a pipe takes at once on every system.
#[cfg(unix)]
const LONGEST: usize = 4096;

/// The passphrase that was given; one line of the file, without its end. Read once: the file can be a pipe.
pub(crate) fn given() -> Option<Zeroizing<String>> {
    static GIVEN: OnceLock<Option<Zeroizing<String>>> = OnceLock::new();
    GIVEN.get_or_init(read).clone()
}

fn read() -> Option<Zeroizing<String>> {
    let Some(file) = std::env::var_os(IN_FILE) else {
        return std::env::var(IN_VARIABLE).ok().map(Zeroizing::new);
    };
    match std::fs::read_to_string(&file) {
        Ok(text) => {
            let text = Zeroizing::new(text);
            let line = text.lines().next().unwrap_or_default();
            Some(Zeroizing::new(line.to_owned()))
        }
        Err(error) => {
            tracing::warn!(%error, "the file of {IN_FILE} cannot be read");
            None
        }
    }
}

/// Takes the passphrase out of the environment, which every program that is started from here would inherit and others of
/// this user can look at: this program begins anew without it, and reads it from a pipe. To be called first of all. Where it
/// cannot be done, the passphrase stays where it is.
#[cfg(unix)]
pub(crate) fn leave_environment() {
    use std::io::Write as _;
    use std::os::fd::AsRawFd as _;
    use std::os::unix::process::CommandExt as _;
    use std::process::Command;

    let Ok(passphrase) = std::env::var(IN_VARIABLE).map(Zeroizing::new) else {
        return;
    };
    if std::env::var_os(IN_FILE).is_some() || passphrase.len() > LONGEST {
        return;
    }
    let (Ok(program), Ok((reader, mut writer))) = (std::env::current_exe(), std::io::pipe()) else {
        return;
    };
    // The reading end goes along into the program as it begins anew; the writing end is closed by then.
    if rustix::io::fcntl_setfd(&reader, rustix::io::FdFlags::empty()).is_err()
        || writer.write_all(passphrase.as_bytes()).is_err()
    {
        return;
    }
    drop(writer);
    let mut arguments = std::env::args_os();
    let mut anew = Command::new(program);
    anew.env_remove(IN_VARIABLE)
        .env(IN_FILE, format!("/dev/fd/{}", reader.as_raw_fd()));
    if let Some(name) = arguments.next() {
        anew.arg0(name);
    }
    // Comes back only when it failed.
    let _ = anew.args(arguments).exec();
}

#[cfg(not(unix))]
pub(crate) fn leave_environment() {}
