//! Work that takes long enough to hold up the async threads: files, the vault, searching a session, payloads of megabytes.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::task::{JoinError, spawn_blocking};

/// Runs `work` where it may block. A panic in it goes on in the caller.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let name = String::from("notes.txt");
/// assert_eq!(blocking_work::blocking(move || name.len()).await, 9);
/// # }
/// ```
pub async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    match caught(work).await {
        Ok(answer) => answer,
        Err(ended) => match ended.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            // The runtime is shutting down, and this caller with it.
            Err(_) => std::future::pending().await,
        },
    }
}

/// The same for who goes on after a panic.
///
/// # Errors
/// When the work panicked, or the runtime shuts down before it began.
pub async fn caught<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, JoinError> {
    let answer = Arc::new(Mutex::new(None));
    let to = Arc::clone(&answer);
    // One type for all work: for each other one, tokio's tasks would be in the program once more.
    let work: Box<dyn FnOnce() + Send> = Box::new(move || {
        let told = work();
        *lock(&to) = Some(told);
    });
    spawn_blocking(work).await?;
    let told = lock(&answer).take();
    Ok(told.expect("work that ended has told its answer"))
}

/// The mutex guards an answer, which is there or not.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use tokio::sync::oneshot;

    use super::*;

    #[tokio::test]
    async fn a_panic_is_told_or_goes_on() {
        let ended = caught(|| -> u8 { panic!("no such file") }).await;
        assert!(ended.unwrap_err().is_panic());
        let passed_on = tokio::spawn(blocking(|| -> u8 { panic!("no such file") })).await;
        let panic = passed_on.unwrap_err().into_panic();
        assert_eq!(panic.downcast_ref::<&str>(), Some(&"no such file"));
    }

    #[tokio::test]
    async fn whoever_does_not_wait_any_longer_stops_nothing() {
        let (begin, begun) = std::sync::mpsc::channel();
        let (done, is_done) = oneshot::channel();
        let waiting = tokio::spawn(caught(move || {
            begun.recv().unwrap();
            done.send("written").unwrap();
        }));
        tokio::task::yield_now().await;
        waiting.abort();
        begin.send(()).unwrap();
        assert_eq!(is_done.await, Ok("written"));
    }
}
