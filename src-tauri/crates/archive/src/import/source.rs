//! The bytes of a file, unpacked, and how many of them were read.

use std::fs::File;
use std::io::{self, BufReader, Cursor, ErrorKind, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::bufread::MultiGzDecoder;

use super::error::{ImportError, ZipMistake};
use super::format::Packing;
use super::start;
use super::zip_entry;

/// How many bytes are read to find out what a file is.
const HEAD: u64 = 512;

/// How many packed bytes are read at once.
const PACKED_BUFFER: usize = 256 * 1024;

/// How far a file was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of the file as it is stored.
    pub bytes_read: u64,
    /// All bytes of the file, or of the packed file in a zip; none where nobody knows.
    pub bytes_total: Option<u64>,
}

/// Where text comes from.
pub(super) struct Source {
    reader: Bytes,
    bytes_read: Arc<AtomicU64>,
    bytes_total: Option<u64>,
}

pub(super) type Bytes = Box<dyn Read + Send>;

/// A file whose beginning was read.
pub(super) struct Opened {
    head: Vec<u8>,
    source: Source,
    packing: Packing,
}

impl Source {
    /// Adds so many bytes to the text, fewer at the end.
    pub(super) fn read_into(&mut self, bytes: usize, text: &mut Vec<u8>) -> io::Result<()> {
        // A little more, so that reading need not probe for the end with a full buffer.
        text.reserve(bytes + 64);
        (&mut self.reader).take(bytes as u64).read_to_end(text)?;
        Ok(())
    }

    pub(super) fn progress(&self) -> Progress {
        Progress {
            bytes_read: self.bytes_read.load(Ordering::Relaxed),
            bytes_total: self.bytes_total,
        }
    }
}

impl Opened {
    /// Opens what can only be read once, from its beginning.
    pub(super) fn stream(reader: Bytes) -> Result<Self, ImportError> {
        let opened = Self::counted(reader, None)?;
        if zip_entry::is_zip(&opened.head) {
            return Err(ImportError::Zip(ZipMistake::Streamed));
        }
        opened.unpacked()
    }

    /// Opens a file, which may be a zip.
    pub(super) fn file(file: File) -> Result<Self, ImportError> {
        let failed = |source| ImportError::File { source };
        let metadata = file.metadata().map_err(failed)?;
        if !metadata.is_file() {
            return Self::stream(Box::new(file));
        }
        let again = file.try_clone().map_err(failed)?;
        let opened = Self::counted(Box::new(file), Some(metadata.len()))?;
        if !zip_entry::is_zip(&opened.head) {
            return opened.unpacked();
        }
        let bytes_read = Arc::new(AtomicU64::new(0));
        let (reader, packed) = zip_entry::open(again, |inner| Counted::new(inner, bytes_read.clone()))?;
        let source = Source {
            reader,
            bytes_read,
            bytes_total: Some(packed),
        };
        Self::begin(source, Packing::Zip)?.unpacked()
    }

    fn counted(reader: Bytes, bytes_total: Option<u64>) -> Result<Self, ImportError> {
        let bytes_read = Arc::new(AtomicU64::new(0));
        let source = Source {
            reader: Box::new(Counted::new(reader, bytes_read.clone())),
            bytes_read,
            bytes_total,
        };
        Self::begin(source, Packing::Plain)
    }

    fn begin(mut source: Source, packing: Packing) -> Result<Self, ImportError> {
        let mut head = Vec::new();
        let result = (&mut source.reader).take(HEAD).read_to_end(&mut head);
        result.map_err(|error| unreadable(error, packing, head.len() as u64, 0))?;
        Ok(Self { head, source, packing })
    }

    /// The text from its beginning but for a byte order mark, how it is packed, and the length of that mark.
    pub(super) fn text(mut self) -> Result<(Source, Packing, usize), ImportError> {
        let skipped = start::check(&self.head)?;
        self.head.drain(..skipped);
        self.source.reader = Box::new(Cursor::new(self.head).chain(self.source.reader));
        Ok((self.source, self.packing, skipped))
    }

    /// Unpacks gzip.
    fn unpacked(self) -> Result<Self, ImportError> {
        if !self.head.starts_with(b"\x1f\x8b") {
            return Ok(self);
        }
        let packed = Cursor::new(self.head).chain(self.source.reader);
        let buffered = BufReader::with_capacity(PACKED_BUFFER, packed);
        let source = Source {
            reader: Box::new(MultiGzDecoder::new(buffered)),
            ..self.source
        };
        let packing = match self.packing {
            Packing::Zip => Packing::GzipInZip,
            _ => Packing::Gzip,
        };
        Self::begin(source, packing)
    }
}

/// Why a source could not be read: the file itself, or how it is packed.
pub(super) fn unreadable(error: io::Error, packing: Packing, offset: u64, events: u64) -> ImportError {
    let kind = error.kind();
    match error.downcast::<Refused>() {
        Ok(Refused(source)) => ImportError::File { source },
        Err(source) if packing == Packing::Plain => ImportError::File { source },
        Err(_) => ImportError::Damaged {
            packing,
            cut: kind == ErrorKind::UnexpectedEof,
            offset,
            events,
        },
    }
}

/// Counts what is read, and marks errors as the file's own.
pub(super) struct Counted {
    inner: Bytes,
    bytes_read: Arc<AtomicU64>,
}

#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Refused(io::Error);

impl Counted {
    fn new(inner: Bytes, bytes_read: Arc<AtomicU64>) -> Self {
        Self { inner, bytes_read }
    }
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer).map_err(|error| match error.kind() {
            ErrorKind::Interrupted => error,
            kind => io::Error::new(kind, Refused(error)),
        })?;
        self.bytes_read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}
