//! Any file that is imported into an archive, in batches of any size.

use std::io::Cursor;

use archive::import::{EventReader, unwrap_line};

pub(super) fn run(data: &[u8]) {
    let cut = read(1 + data.len() % 40, data);
    assert_eq!(cut, read(1 << 20, data));
    if let Some(unwrapped) = unwrap_line(data) {
        for event in unwrapped.events {
            assert!(!data[event].is_empty());
        }
    }
}

/// Everything that is read, and the error at its end.
fn read(size: usize, data: &[u8]) -> (Vec<Vec<u8>>, Option<String>, Option<String>) {
    let mut events = Vec::new();
    let mut reader = match EventReader::with_batch_size(size, Cursor::new(data.to_vec())) {
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

pub(super) fn seeds() -> Vec<Vec<u8>> {
    super::texts(&[
        r#"{"uuid":"s","token":1,"name":"n","events":[{"uuid":"u","payload":{"a":["}\""]}},{"uuid":"v"}],"link":"a://"}"#,
        "[{\"uuid\":\"u\"},\n{\"uuid\":\"v\",\"payload\":{}}]",
        "\u{feff}{\"uuid\":\"u\"}\r\n\r\n{\"uuid\":\"v\"}\nbroken\n",
        r#"{"data":{"events":[{"uuid":"u"}]}} {"data":{"session":{"uuid":"s","events":[]},"sessions":[{"link":"l"}]}}"#,
    ])
}
