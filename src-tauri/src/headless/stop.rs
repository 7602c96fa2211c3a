//! The request to end, from the user or from the system.

use std::io;

/// Listens for the request to end from the moment it is made.
///
/// Make it before the first line is printed: whoever reads that line may ask for the end at once, and a request
/// that nobody listens for kills the program with its work half done.
#[cfg(unix)]
pub(super) struct StopRequest {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl StopRequest {
    /// Starts to listen for Ctrl-C and for the system's request to end.
    pub(super) fn listen() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
        })
    }

    /// Resolves when the end was asked for.
    pub(super) async fn received(mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

/// Listens for the request to end from the moment it is made.
#[cfg(windows)]
pub(super) struct StopRequest(tokio::signal::windows::CtrlC);

#[cfg(windows)]
impl StopRequest {
    /// Starts to listen for Ctrl-C.
    pub(super) fn listen() -> io::Result<Self> {
        tokio::signal::windows::ctrl_c().map(Self)
    }

    /// Resolves when the end was asked for.
    pub(super) async fn received(mut self) {
        self.0.recv().await;
    }
}
