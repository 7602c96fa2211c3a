//! `assurance-desk practice`

use practice::{Options, Practice, TlsFiles};

use super::{Refusal, print};
use crate::arguments::PracticeArguments;

/// Serves a practice workspace until Ctrl-C or a request to end.
pub(super) async fn run(arguments: PracticeArguments) -> Result<(), Refusal> {
    let tls = arguments
        .tls_cert
        .zip(arguments.tls_key)
        .map(|(cert, key)| TlsFiles { cert, key });
    let options = Options {
        listen: arguments.listen,
        seed: arguments.seed,
        events_per_second: arguments.events_per_second,
        state_dir: arguments.state,
        tls,
        ..Options::default()
    };
    let practice = Practice::start(options).await.map_err(Refusal::of)?;
    print(practice.ready())?;
    stop_requested().await.map_err(Refusal::of)?;
    practice.stop().await.map_err(Refusal::of)
}

/// Resolves when the user or the system asks the program to end.
#[cfg(unix)]
pub(super) async fn stop_requested() -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted,
        _ = terminate.recv() => Ok(()),
    }
}

/// Resolves when the user asks the program to end.
#[cfg(not(unix))]
pub(super) async fn stop_requested() -> std::io::Result<()> {
    tokio::signal::ctrl_c().await
}
