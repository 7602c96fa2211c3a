//! Files in a zip, such as the console's `config.zip`. Nothing is written to the disk, so names are only shown.

use std::io::{Cursor, Read as _};

use zeroize::Zeroizing;
use zip::ZipArchive;

use super::unusable::{Ignored, Reason, ZipMistake};
use super::value::printable;
use super::{LARGEST_FILE, MOST_FILES};

/// No download of Adobe has more entries.
const MOST_ENTRIES: usize = 200;
/// All entries together.
const LARGEST_TOTAL: u64 = 2 * LARGEST_FILE as u64;
/// How many times its packed size an entry may have. Keys and JSON are far below.
const LARGEST_RATIO: u64 = 100;
/// Entries below this size may have any ratio.
const RATIO_MATTERS_FROM: u64 = 256 * 1024;

/// What is in a zip.
pub(super) struct Unpacked {
    pub(super) files: Vec<(String, Zeroizing<Vec<u8>>)>,
    pub(super) ignored: Vec<Ignored>,
}

/// Whether these are the bytes of a zip.
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Reads all files of a zip, within bounds of number, size and growth.
pub(super) fn unpack(bytes: &[u8]) -> Result<Unpacked, ZipMistake> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ZipMistake::Damaged)?;
    if archive.len() > MOST_ENTRIES {
        return Err(ZipMistake::TooManyFiles);
    }
    let mut unpacked = Unpacked {
        files: Vec::new(),
        ignored: Vec::new(),
    };
    let (mut total, mut encrypted) = (0, 0_usize);
    for place in 0..archive.len() {
        let about = archive.by_index_raw(place).map_err(|_| ZipMistake::Damaged)?;
        let name = shown_name(about.name_raw());
        if about.is_dir() || about.is_symlink() || is_clutter(&name) {
            continue;
        }
        let (is_encrypted, packed) = (about.encrypted(), about.compressed_size());
        drop(about);
        if is_encrypted {
            encrypted += 1;
            unpacked.ignored.push(Ignored {
                what: name,
                why: Reason::EncryptedInZip,
            });
            continue;
        }
        let content = content(&mut archive, place, packed, LARGEST_TOTAL - total)?;
        total += content.len() as u64;
        if is_zip(&content) {
            unpacked.ignored.push(Ignored {
                what: name,
                why: Reason::NestedZip,
            });
        } else {
            unpacked.files.push((name, content));
        }
        if unpacked.files.len() > MOST_FILES {
            return Err(ZipMistake::TooManyFiles);
        }
    }
    if unpacked.files.is_empty() {
        return Err(if encrypted > 0 {
            ZipMistake::Encrypted
        } else {
            ZipMistake::NothingOfUse
        });
    }
    Ok(unpacked)
}

/// The bytes of one entry. What the directory says of its size is not believed.
fn content(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    place: usize,
    packed: u64,
    left: u64,
) -> Result<Zeroizing<Vec<u8>>, ZipMistake> {
    let most = left
        .min(LARGEST_FILE as u64)
        .min(RATIO_MATTERS_FROM.max(packed.saturating_mul(LARGEST_RATIO)));
    let entry = archive.by_index(place).map_err(|_| ZipMistake::Damaged)?;
    let mut content = Zeroizing::new(Vec::new());
    entry
        .take(most + 1)
        .read_to_end(&mut content)
        .map_err(|_| ZipMistake::Damaged)?;
    if content.len() as u64 > most {
        return Err(ZipMistake::GrowsTooMuch);
    }
    Ok(content)
}

/// What systems add to a zip by themselves.
fn is_clutter(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or_default();
    name.starts_with("__MACOSX/") || file.starts_with("._") || [".DS_Store", "Thumbs.db", "desktop.ini"].contains(&file)
}

/// The name of an entry with its folder, without anything that leads out of the zip.
fn shown_name(raw: &[u8]) -> String {
    let name = String::from_utf8_lossy(raw).replace('\\', "/");
    let parts: Vec<_> = name
        .split('/')
        .filter(|part| !part.is_empty() && *part != "." && *part != "..")
        .collect();
    let shown = printable(&parts.join("/"));
    if shown.is_empty() {
        "file without a name".to_owned()
    } else {
        shown
    }
}
