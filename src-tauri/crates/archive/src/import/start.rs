//! The first bytes of the unpacked text: what they say when it is no file of events at all.

use super::error::{ImportError, SomethingElse};

const SIGNATURES: [(&[u8], SomethingElse); 13] = [
    (b"<", SomethingElse::WebPage),
    (b"-----BEGIN ", SomethingElse::Key),
    (b"SQLite format 3\0", SomethingElse::Database),
    (b"PAR1", SomethingElse::Parquet),
    (b"\x28\xb5\x2f\xfd", SomethingElse::Packed),
    (b"\xfd7zXZ\0", SomethingElse::Packed),
    (b"BZh", SomethingElse::Packed),
    (b"7z\xbc\xaf\x27\x1c", SomethingElse::Packed),
    (b"PK\x03\x04", SomethingElse::Packed),
    (b"\x1f\x8b", SomethingElse::Packed),
    (b"%PDF-", SomethingElse::Pdf),
    (b"\x89PNG", SomethingElse::Picture),
    (b"\xff\xd8\xff", SomethingElse::Picture),
];

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Refuses what is no text of events. How many bytes come before the text.
pub(super) fn check(head: &[u8]) -> Result<usize, ImportError> {
    if head.is_empty() {
        return Err(ImportError::Empty);
    }
    let is_utf16 = matches!(
        head,
        [0xfe, 0xff, ..] | [0xff, 0xfe, ..] | [0, b'{' | b'[', ..] | [b'{' | b'[', 0, ..]
    );
    if is_utf16 {
        return Err(ImportError::Utf16);
    }
    let mark = if head.starts_with(BYTE_ORDER_MARK) {
        BYTE_ORDER_MARK.len()
    } else {
        0
    };
    let text = head[mark..].trim_ascii_start();
    let known = SIGNATURES.iter().find(|(signature, _)| text.starts_with(signature));
    known.map_or(Ok(mark), |(_, what)| Err(ImportError::SomethingElse(*what)))
}

/// A line without the byte order mark that it may have where files were joined.
pub(super) fn without_mark(line: &[u8]) -> &[u8] {
    line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line)
}
