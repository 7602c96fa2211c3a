//! The memory of this program holds keys while it works with them; a copy of it on the disk would hold them for ever.

/// Asks the system to write no core file when this program, or one that it starts, is ended by a fault. To be called first.
#[cfg(unix)]
pub(crate) fn none() {
    use rustix::process::{Resource, Rlimit, setrlimit};

    let nothing = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    // Less than before is always allowed.
    let _ = setrlimit(Resource::Core, nothing);
}

/// Windows writes reports of faults where its own settings say.
#[cfg(not(unix))]
pub(crate) fn none() {}
