//! Any file that is imported into an archive, in batches of any size.

#![no_main]

use std::io::Cursor;

use archive::import::{EventReader, unwrap_line};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let cut = read(1 + bytes.len() % 40, bytes);
    assert_eq!(cut, read(1 << 20, bytes));
    if let Some(unwrapped) = unwrap_line(bytes) {
        for event in unwrapped.events {
            assert!(!bytes[event].is_empty());
        }
    }
});

/// Everything that is read, and the error at its end.
fn read(size: usize, bytes: &[u8]) -> (Vec<Vec<u8>>, Option<String>, Option<String>) {
    let mut events = Vec::new();
    let mut reader = match EventReader::with_batch_size(size, Cursor::new(bytes.to_vec())) {
        Ok(reader) => reader,
        Err(error) => return (events, None, Some(error.to_string())),
    };
    loop {
        match reader.next_batch() {
            Ok(Some(batch)) => events.extend(batch.texts().map(<[u8]>::to_vec)),
            end => {
                let error = end.err().map(|error| error.to_string());
                return (events, reader.session().map(|session| session.get().to_owned()), error);
            }
        }
    }
}
