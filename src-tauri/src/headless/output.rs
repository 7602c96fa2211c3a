//! Standard output. A reader that went away, as `head` does, ends a command quietly.

use std::io::{self, BufWriter, ErrorKind, StdoutLock, Write as _};

use archive::SelectedEvent;
use serde::Serialize;

use super::Refusal;

/// Prints one line of JSON.
pub(super) fn print(value: &impl Serialize) -> Result<(), Refusal> {
    let mut output = Output::new();
    serde_json::to_writer(&mut output.0, value).map_err(|error| failed(error.into()))?;
    output.write(b"\n")?;
    output.flush()
}

/// Standard output for much.
pub(super) struct Output(BufWriter<StdoutLock<'static>>);

impl Output {
    pub(super) fn new() -> Self {
        Self(BufWriter::with_capacity(64 * 1024, io::stdout().lock()))
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        self.0.write_all(bytes).map_err(failed)
    }

    pub(super) fn flush(&mut self) -> Result<(), Refusal> {
        self.0.flush().map_err(failed)
    }

    /// One event, without the end of the line.
    pub(super) fn event(&mut self, event: &SelectedEvent) -> Result<(), Refusal> {
        // Few events have line breaks between their values, and none has any within one.
        for piece in event.text.split(['\n', '\r']) {
            self.write(piece.as_bytes())?;
        }
        Ok(())
    }
}

fn failed(error: io::Error) -> Refusal {
    match error.kind() {
        ErrorKind::BrokenPipe => Refusal::ReaderGone,
        _ => Refusal::of(error),
    }
}
