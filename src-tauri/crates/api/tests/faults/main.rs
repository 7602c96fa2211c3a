//! Calm under faults: every command that asks Adobe meets every way in which a network and a service misbehave. The
//! window gets a sentence and a next step, the same command works as soon as the fault is over, and what must happen once
//! happened once.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]
#![allow(clippy::needless_pass_by_value, reason = "a test reads best with its JSON in place")]

#[path = "../router"]
#[allow(dead_code, unused_imports, reason = "the desk is made for more than this")]
mod router {
    pub(crate) mod desk;
}

mod calls;
mod created_once;
mod followed;
#[cfg(target_os = "linux")]
mod full_disk;
mod kept;
mod kinds;
mod lists;
mod once;
mod soak;
mod suspended;
mod table;

use router::desk;
