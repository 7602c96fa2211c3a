//! Finds PEM blocks in whatever a person pasted or dropped: a clean file, one with Windows line ends, a JSON string in
//! which the line ends are the two characters `\n`, an array of lines, or a mail with text around the block.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use zeroize::Zeroizing;

/// One `-----BEGIN label-----` block.
pub(crate) struct Block {
    /// Empty when the first line is incomplete.
    pub(crate) label: String,
    pub(crate) body: Body,
}

/// What is between the first and the last line.
pub(crate) enum Body {
    Der(Zeroizing<Vec<u8>>),
    /// The block carries the old OpenSSL header that says its bytes are encrypted.
    Encrypted,
    /// What is wrong with it.
    Damaged(&'static str),
}

/// All PEM blocks of `text`, in order. Each character is looked at a fixed number of times, whatever the text is.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    let text = with_real_line_ends(text);
    // Nothing before the first of them is in a block.
    text.split(BEGIN).skip(1).map(block).collect()
}

/// The bytes of a text that is nothing but base64: a key whose first and last lines were not copied.
pub(crate) fn bare_base64(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let text = with_real_line_ends(text);
    decode(&text).ok().filter(|bytes| !bytes.is_empty())
}

/// The text of a file in UTF-8 or, as Windows tools write it, UTF-16 with a byte order mark; nothing for other bytes. It
/// is wiped when it is dropped, because it may hold a key.
pub fn text_of(bytes: &[u8]) -> Option<Zeroizing<String>> {
    let wide = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        let mut text = Zeroizing::new(String::with_capacity(rest.len() * 2));
        for character in char::decode_utf16(units) {
            text.push(character.ok()?);
        }
        Some(text)
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => std::str::from_utf8(bytes)
            .ok()
            .map(|text| Zeroizing::new(text.trim_start_matches('\u{FEFF}').to_owned())),
    }
}

/// Reads from behind `-----BEGIN ` to the next of them.
fn block(text: &str) -> Block {
    let Some((label, after_label)) = text
        .split_once(DASHES)
        .filter(|(label, _)| label.len() <= LONGEST_LABEL && !label.contains(['\n', '\r']))
    else {
        return Block {
            label: String::new(),
            body: Body::Damaged("its first line is incomplete"),
        };
    };
    let body = match after_label.split_once(&format!("-----END {label}-----")) {
        Some((lines, _)) => body(lines),
        None => Body::Damaged("its last line is missing"),
    };
    Block {
        label: label.trim().to_owned(),
        body,
    }
}

fn body(lines: &str) -> Body {
    let mut encrypted = false;
    let mut data = Zeroizing::new(String::with_capacity(lines.len()));
    for line in lines.lines() {
        if line.contains(':') {
            encrypted |= line.contains("ENCRYPTED");
            continue;
        }
        data.push_str(line);
    }
    if encrypted {
        return Body::Encrypted;
    }
    decode(&data).map_or_else(Body::Damaged, Body::Der)
}

fn decode(data: &str) -> Result<Zeroizing<Vec<u8>>, &'static str> {
    let mut clean = Zeroizing::new(String::with_capacity(data.len()));
    for character in data.chars() {
        match character {
            'A'..='Z' | 'a'..='z' | '0'..='9' | '+' | '/' | '=' => clean.push(character),
            // What JSON and shell quoting leave between and around the lines.
            '"' | '\'' | ',' | '\\' => {}
            white if white.is_whitespace() => {}
            _ => return Err("it contains characters that do not belong there"),
        }
    }
    let engine = GeneralPurpose::new(
        &STANDARD,
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
    );
    engine
        .decode(clean.as_bytes())
        .map(Zeroizing::new)
        .map_err(|_| "some of its characters are missing")
}

/// Turns `\n`, `\r` and their doubly escaped forms into line ends. Base64 knows no backslash, so nothing is lost.
fn with_real_line_ends(text: &str) -> Zeroizing<String> {
    let mut real = Zeroizing::new(String::with_capacity(text.len()));
    let mut rest = text;
    while let Some(position) = rest.find('\\') {
        real.push_str(&rest[..position]);
        let after = rest[position..].trim_start_matches('\\');
        rest = match after.strip_prefix(['n', 'r']) {
            Some(next) => {
                real.push('\n');
                next
            }
            None => after,
        };
    }
    real.push_str(rest);
    real
}

const BEGIN: &str = "-----BEGIN ";
const DASHES: &str = "-----";
const LONGEST_LABEL: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;

    fn only(text: &str) -> Vec<u8> {
        let found = blocks(text);
        assert_eq!(found.len(), 1, "{text:?}");
        assert_eq!(found[0].label, "THING");
        match &found[0].body {
            Body::Der(der) => der.to_vec(),
            _ => panic!("{text:?}"),
        }
    }

    #[test]
    fn reads_a_block_however_its_lines_end() {
        for text in [
            "-----BEGIN THING-----\naGVs\nbG8=\n-----END THING-----\n",
            "-----BEGIN THING-----\r\naGVs\r\nbG8=\r\n-----END THING-----",
            r"-----BEGIN THING-----\naGVs\nbG8=\n-----END THING-----\n",
            r"-----BEGIN THING-----\r\naGVs\r\nbG8=\r\n-----END THING-----\r\n",
            r"-----BEGIN THING-----\\naGVs\\nbG8=\\n-----END THING-----",
            "-----BEGIN THING----- aGVs bG8= -----END THING-----",
            "-----BEGIN THING-----aGVsbG8-----END THING-----",
            "[\"-----BEGIN THING-----\",\n  \"aGVs\",\n  \"bG8=\",\n  \"-----END THING-----\"]",
            "Dear all,\n  -----BEGIN THING-----\n  aGVs\n  bG8=\n  -----END THING-----\nRegards",
        ] {
            assert_eq!(only(text), b"hello");
        }
    }

    #[test]
    fn says_what_is_wrong_with_a_damaged_block() {
        for (text, reason) in [
            ("-----BEGIN THI", "its first line is incomplete"),
            ("-----BEGIN THING-----\naGVsbG8=\n", "its last line is missing"),
            (
                "-----BEGIN THING-----\naGVsbG8=\n-----END OTHER-----",
                "its last line is missing",
            ),
            (
                "-----BEGIN THING-----\naGVs…bG8=\n-----END THING-----",
                "it contains characters that do not belong there",
            ),
            (
                "-----BEGIN THING-----\naGVsb\n-----END THING-----",
                "some of its characters are missing",
            ),
        ] {
            let found = blocks(text);
            assert!(matches!(found[0].body, Body::Damaged(why) if why == reason), "{text:?}");
        }
    }

    #[test]
    fn reads_utf_16_as_windows_writes_it() {
        let mut bytes = vec![0xFF, 0xFE];
        bytes.extend("-----BEGIN".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(text_of(&bytes).unwrap().as_str(), "-----BEGIN");
    }
}
