//! The log: on standard error what `ASSURANCE_DESK_LOG` asks for, and a file beside the data for problems that are reported.

use std::path::Path;
use std::sync::OnceLock;

use logbook::{Logbook, MaskedStandardError};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, Layer as _};

/// The crates whose doings are kept; of all others, warnings.
const OWN_CRATES: [&str; 10] = [
    "assurance_desk",
    "api",
    "assurance",
    "archive",
    "devices",
    "gateway",
    "ims",
    "integration",
    "practice",
    "requests",
];

/// The log in a file, where there is one.
static FILE: OnceLock<Logbook> = OnceLock::new();

/// Begins to log: warnings on standard error, unless `ASSURANCE_DESK_LOG` says otherwise, and into `logs/NAME.log` in the
/// data folder where one is given. No secret is ever logged.
pub(crate) fn start(file: Option<(&Path, &str)>) {
    let logbook = file.map(|(data, name)| Logbook::start(data.join("logs"), name));
    let filter = EnvFilter::try_from_env("ASSURANCE_DESK_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    let standard_error = tracing_subscriber::fmt::layer()
        .with_ansi(false)
        .with_writer(MaskedStandardError)
        .with_filter(filter);
    let into_file = logbook.as_ref().map(|logbook| logbook.layer(&OWN_CRATES));
    tracing_subscriber::registry()
        .with(standard_error)
        .with(into_file)
        .init();
    if let Some(logbook) = &logbook {
        // It is begun once; a second one would be written all the same.
        let _ = FILE.set(logbook.clone());
    }
    logbook::note_panics(logbook);
    tracing::info!(
        version = env!("CARGO_PKG_VERSION"),
        system = std::env::consts::OS,
        processor = std::env::consts::ARCH,
        "started"
    );
}

/// Waits until what was logged is written, but not for long: to be called before the program ends.
pub(crate) fn finish() {
    if let Some(file) = FILE.get() {
        file.flush();
    }
}
