//! Reading a file to its end.

use std::io::{self, Cursor, Read, Write as _};

use archive::import::{EventReader, Format, ImportError, Packing};
use serde_json::Value;

/// Batches that cut texts at every place, and one that does not.
pub(crate) const SIZES: [usize; 8] = [1, 2, 3, 7, 64, 100, 1000, 1 << 22];

/// Everything that a reader gives.
#[derive(Debug, Default)]
pub(crate) struct All {
    pub(crate) events: Vec<String>,
    pub(crate) session: Option<String>,
    pub(crate) format: Option<Format>,
    pub(crate) error: Option<ImportError>,
}

impl All {
    pub(crate) fn session_value(&self) -> Option<Value> {
        self.session
            .as_ref()
            .map(|session| serde_json::from_str(session).unwrap())
    }

    pub(crate) fn error_text(&self) -> String {
        self.error.as_ref().map(ToString::to_string).unwrap_or_default()
    }
}

pub(crate) fn read(bytes: &[u8], size: usize) -> All {
    let source = ByteByByte {
        bytes: Cursor::new(bytes.to_vec()),
        was_interrupted: false,
    };
    read_from(EventReader::with_batch_size(size, source), bytes)
}

/// Reads to the end, and checks that every event is where the batch says.
pub(crate) fn read_from(reader: Result<EventReader, ImportError>, text: &[u8]) -> All {
    let mut all = All::default();
    let mut reader = match reader {
        Ok(reader) => reader,
        Err(error) => {
            all.error = Some(error);
            return all;
        }
    };
    let mark = if text.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let mut before = mark as u64;
    loop {
        match reader.next_batch() {
            Ok(Some(batch)) => {
                assert!(!batch.events.is_empty());
                assert!(batch.first.offset >= before);
                before = batch.first.offset + batch.text.len() as u64;
                for event in &batch.events {
                    let bytes = &batch.text[event.clone()];
                    assert!(!bytes.is_empty());
                    assert_eq!(bytes, bytes.trim_ascii());
                    let place = batch.place(event.start);
                    if reader.packing() == Packing::Plain {
                        let start = usize::try_from(place.offset).unwrap();
                        assert_eq!(&text[start..start + bytes.len()], bytes);
                        let lines = text[..start].iter().filter(|byte| **byte == b'\n').count();
                        assert_eq!(place.line, lines as u64 + 1);
                    }
                    all.events.push(String::from_utf8_lossy(bytes).into_owned());
                }
            }
            Ok(None) => break,
            Err(error) => {
                assert!(error.events() <= all.events.len() as u64);
                all.error = Some(error);
                assert!(reader.next_batch().unwrap().is_none());
                break;
            }
        }
    }
    all.format = Some(reader.format());
    all.session = reader.session().map(|session| session.get().to_owned());
    all
}

pub(crate) fn open(bytes: &[u8]) -> Result<EventReader, ImportError> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    EventReader::open(file.path())
}

/// Gives one byte at a time, which may come late.
struct ByteByByte {
    bytes: Cursor<Vec<u8>>,
    was_interrupted: bool,
}

impl Read for ByteByByte {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.was_interrupted = !self.was_interrupted;
        if self.was_interrupted {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let length = buffer.len().min(1);
        self.bytes.read(&mut buffer[..length])
    }
}
