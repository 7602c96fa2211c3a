//! The one file in a zip, as a stream.

use std::fs::File;
use std::io::{self, BufReader, ErrorKind, Read, Seek as _, SeekFrom};

use flate2::CrcReader;
use flate2::bufread::DeflateDecoder;
use zip::{CompressionMethod, ZipArchive};

use super::error::{ImportError, ZipMistake};
use super::source::{Bytes, Counted};

/// How many packed bytes are read at once.
const PACKED_BUFFER: usize = 256 * 1024;

/// Whether these are the first bytes of a zip.
pub(super) fn is_zip(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06")
}

/// Where the file is in the zip, and how it is packed.
struct Entry {
    start: u64,
    packed: u64,
    compression: CompressionMethod,
    checksum: u32,
}

/// Opens the one file in a zip. Its bytes are counted while they are packed; all packed bytes are the second answer.
pub(super) fn open(mut file: File, count: impl FnOnce(Bytes) -> Counted) -> Result<(Bytes, u64), ImportError> {
    let entry = find(&file).map_err(ImportError::Zip)?;
    let start = SeekFrom::Start(entry.start);
    file.seek(start).map_err(|source| ImportError::File { source })?;
    let packed = count(Box::new(file.take(entry.packed)));
    let unpacked: Bytes = match entry.compression {
        CompressionMethod::Stored => Box::new(packed),
        CompressionMethod::Deflated => Box::new(DeflateDecoder::new(BufReader::with_capacity(PACKED_BUFFER, packed))),
        _ => return Err(ImportError::Zip(ZipMistake::Unknown)),
    };
    let checked = Checked {
        inner: CrcReader::new(unpacked),
        checksum: entry.checksum,
    };
    Ok((Box::new(checked), entry.packed))
}

fn find(file: &File) -> Result<Entry, ZipMistake> {
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|_| ZipMistake::Damaged)?;
    let mut found = None;
    let mut files = 0;
    for place in 0..archive.len() {
        let entry = archive.by_index_raw(place).map_err(|_| ZipMistake::Damaged)?;
        if entry.is_dir() || entry.is_symlink() || is_clutter(entry.name_raw()) {
            continue;
        }
        files += 1;
        found = Some((place, entry.encrypted()));
    }
    let place = match found {
        Some((place, false)) if files == 1 => place,
        Some((_, true)) if files == 1 => return Err(ZipMistake::Encrypted),
        _ => return Err(ZipMistake::NotOneFile { files }),
    };
    let entry = archive.by_index_raw(place).map_err(|_| ZipMistake::Damaged)?;
    Ok(Entry {
        start: entry.data_start().ok_or(ZipMistake::Damaged)?,
        packed: entry.compressed_size(),
        compression: entry.compression(),
        checksum: entry.crc32(),
    })
}

/// What a Mac adds to a zip by itself.
fn is_clutter(name: &[u8]) -> bool {
    name.starts_with(b"__MACOSX/") || name.ends_with(b".DS_Store")
}

/// Refuses the end of a file that is not what was packed.
struct Checked {
    inner: CrcReader<Bytes>,
    checksum: u32,
}

impl Read for Checked {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        if read == 0 && !buffer.is_empty() && self.inner.crc().sum() != self.checksum {
            return Err(io::Error::new(ErrorKind::InvalidData, "the checksum differs"));
        }
        Ok(read)
    }
}
