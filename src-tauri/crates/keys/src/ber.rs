//! Turns BER into DER. Some key stores (Firefox, Bouncy Castle) write PKCS#12 files as they stream them: values whose end
//! is marked and whose length is not counted, and octet strings in pieces.

use pkcs8::der::{Encode, Length};
use zeroize::Zeroizing;

/// How deep values may be nested. PKCS#12 needs about a dozen levels.
const DEEPEST: u8 = 32;

/// The value that `bytes` begin with, with every length counted and every octet string in one piece; nothing when it is
/// not BER. What follows the value is left out.
pub(crate) fn counted(bytes: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    value(bytes, DEEPEST).map(|(value, _)| value)
}

/// The value at the beginning of `bytes`, and what follows it.
fn value(bytes: &[u8], depth: u8) -> Option<(Zeroizing<Vec<u8>>, &[u8])> {
    let (tag, length, rest) = header(bytes)?;
    let (contents, after) = match length {
        Some(length) => {
            let (contents, after) = rest.split_at_checked(length)?;
            if tag & CONSTRUCTED == 0 {
                return Some((written(tag, contents)?, after));
            }
            (values(contents, tag, depth, <[u8]>::is_empty)?.0, after)
        }
        None => {
            let (contents, end) = values(rest, tag, depth, |rest| rest.starts_with(&END))?;
            (contents, &end[END.len()..])
        }
    };
    let tag = if tag == PIECES { OCTET_STRING } else { tag };
    Some((written(tag, &contents)?, after))
}

/// The values inside one with `tag`, up to where `is_end` says, and what follows them.
fn values(bytes: &[u8], tag: u8, depth: u8, is_end: impl Fn(&[u8]) -> bool) -> Option<(Zeroizing<Vec<u8>>, &[u8])> {
    let depth = depth.checked_sub(1)?;
    let mut written = Zeroizing::new(Vec::new());
    let mut rest = bytes;
    while !is_end(rest) {
        let (next, after) = value(rest, depth)?;
        // A piece of an octet string is an octet string, of which only the contents count.
        written.extend_from_slice(if tag == PIECES { octets(&next)? } else { &next });
        rest = after;
    }
    Some((written, rest))
}

/// The contents of an octet string in DER.
fn octets(value: &[u8]) -> Option<&[u8]> {
    match header(value)? {
        (OCTET_STRING, Some(_), contents) => Some(contents),
        _ => None,
    }
}

/// Tag, length where it is counted, and what follows.
fn header(bytes: &[u8]) -> Option<(u8, Option<usize>, &[u8])> {
    let [tag, first, rest @ ..] = bytes else { return None };
    // No value of PKCS#12 has a tag of more than one byte.
    if tag & 0x1F == 0x1F {
        return None;
    }
    match first {
        0x80 => (tag & CONSTRUCTED != 0).then_some((*tag, None, rest)),
        short @ ..0x80 => Some((*tag, Some(usize::from(*short)), rest)),
        long => {
            let (digits, rest) = rest.split_at_checked(usize::from(long & 0x7F))?;
            let length = digits.iter().try_fold(0_usize, |length, digit| {
                length.checked_mul(0x100)?.checked_add(usize::from(*digit))
            })?;
            Some((*tag, Some(length), rest))
        }
    }
}

fn written(tag: u8, contents: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let length = Length::try_from(contents.len()).ok()?.to_der().ok()?;
    Some(Zeroizing::new([&[tag], length.as_slice(), contents].concat()))
}

const CONSTRUCTED: u8 = 0x20;
const OCTET_STRING: u8 = 0x04;
/// An octet string in pieces.
const PIECES: u8 = OCTET_STRING | CONSTRUCTED;
const END: [u8; 2] = [0, 0];

#[cfg(test)]
mod tests {
    use super::*;

    fn of(bytes: &[u8]) -> Option<Vec<u8>> {
        counted(bytes).map(|value| value.to_vec())
    }

    #[test]
    fn counts_lengths_and_joins_pieces() {
        let streamed = [
            0x30, 0x80, // a SEQUENCE without a length
            0x02, 0x01, 0x03, // a number
            0x24, 0x80, 0x04, 0x02, b'h', b'e', 0x24, 0x80, 0x04, 0x01, b'l', 0x00, 0x00, 0x04, 0x02, b'l', b'o', 0x00,
            0x00, // an octet string in pieces of pieces
            0x31, 0x81, 0x00, // an empty SET with a long length
            0x00, 0x00, b'\n',
        ];
        let expected = [
            &[0x30, 0x0C, 0x02, 0x01, 0x03, 0x04, 0x05],
            &b"hello"[..],
            &[0x31, 0x00],
        ]
        .concat();
        assert_eq!(of(&streamed), Some(expected.clone()));
        assert_eq!(of(&expected), Some(expected), "DER stays as it is");
    }

    #[test]
    fn takes_nothing_that_is_not_whole() {
        for bytes in [
            &b""[..],
            &[0x30],
            &[0x30, 0x80],
            &[0x30, 0x80, 0x00],
            &[0x30, 0x02, 0x00],
            &[0x04, 0x80, 0x00, 0x00],
            &[0x24, 0x80, 0x02, 0x01, 0x03, 0x00, 0x00],
            &[0x3F, 0x81, 0x01, 0x00],
            &[0x30, 0x89, 1, 1, 1, 1, 1, 1, 1, 1, 1],
            &[0x30, 0x80].repeat(100_000),
        ] {
            assert_eq!(of(bytes), None, "{:x?}", &bytes[..bytes.len().min(12)]);
        }
    }
}
