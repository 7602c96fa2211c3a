//! The threads that search and count events: as many as there are processors.

use rayon::ThreadPoolBuilder;

/// Lets the page go first: a search over a million events takes every processor, and who types on meanwhile must see it. To be
/// called before anything is searched. Windows and macOS prefer the window in front by themselves.
pub(crate) fn behind_the_page() {
    if let Err(error) = threads().build_global() {
        tracing::warn!(%error, "searching takes as much of the processors as the page");
    }
}

fn threads() -> ThreadPoolBuilder {
    ThreadPoolBuilder::new()
        .thread_name(|number| format!("search-{number}"))
        .start_handler(|_| step_back())
}

/// A third of what the page's thread gets, where both want a processor; all of it where nobody else does.
#[cfg(target_os = "linux")]
fn step_back() {
    // On Linux this is about the thread that asks.
    let _ = rustix::process::setpriority_process(None, STEPS_BACK);
}

#[cfg(not(target_os = "linux"))]
fn step_back() {}

/// Steps of `nice`.
#[cfg(target_os = "linux")]
const STEPS_BACK: i32 = 5;

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use rustix::process::getpriority_process;

    use super::*;

    #[test]
    fn whoever_searches_steps_back_and_nobody_else() {
        let before = getpriority_process(None).expect("a priority");
        let threads = threads().num_threads(1).build().expect("a thread");
        let searching = threads.install(|| getpriority_process(None).expect("a priority"));
        assert_eq!(searching, STEPS_BACK.max(before));
        assert_eq!(getpriority_process(None).expect("a priority"), before);
    }
}
