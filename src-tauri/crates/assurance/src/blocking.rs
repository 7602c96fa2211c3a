//! Work that takes long enough to hold up the async threads: reading payloads of megabytes and keeping them.
//! The integration crate has these lines too: neither crate may know the other, and the gateway below both is about HTTP.

/// Runs `work` where it may block. A panic in it goes on in the caller.
pub(crate) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    match tokio::task::spawn_blocking(work).await {
        Ok(answer) => answer,
        Err(ended) => match ended.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            // The runtime is shutting down, and this caller with it.
            Err(_) => std::future::pending().await,
        },
    }
}
