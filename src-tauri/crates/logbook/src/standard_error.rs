//! Standard error for those who look at it, behind the same masking.

use std::io::{self, Write as _};

use tracing_subscriber::fmt::MakeWriter;

/// Writes to standard error what is left when [`crate::masked`] has taken out what may not be seen.
#[derive(Clone, Copy, Debug, Default)]
pub struct MaskedStandardError;

/// One event, which is written when it is whole.
pub struct MaskedEvent(Vec<u8>);

impl<'a> MakeWriter<'a> for MaskedStandardError {
    type Writer = MaskedEvent;

    fn make_writer(&'a self) -> Self::Writer {
        MaskedEvent(Vec::new())
    }
}

impl io::Write for MaskedEvent {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for MaskedEvent {
    fn drop(&mut self) {
        let text = String::from_utf8_lossy(&self.0);
        // Nobody is left to tell when standard error is gone.
        let _ = io::stderr().write_all(crate::masked(&text).as_bytes());
    }
}
