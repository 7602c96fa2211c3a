//! Telling text from bytes, and saying what the bytes seem to be.

use zeroize::Zeroizing;

use super::unusable::SomethingElse;

/// The text of a file in UTF-8 or, as Windows tools write it, UTF-16 with a byte order mark; nothing for other bytes.
pub(super) fn decode(bytes: &[u8]) -> Option<Zeroizing<String>> {
    let wide = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        let mut text = Zeroizing::new(String::with_capacity(rest.len() * 2));
        for character in char::decode_utf16(units) {
            text.push(character.ok()?);
        }
        Some(text)
    };
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes)?,
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes)?,
        _ => Zeroizing::new(
            std::str::from_utf8(bytes)
                .ok()?
                .trim_start_matches('\u{FEFF}')
                .to_owned(),
        ),
    };
    (!text.contains('\0')).then_some(text)
}

/// What bytes that are no text seem to be.
pub(super) fn kind_of_bytes(bytes: &[u8]) -> Option<SomethingElse> {
    const KINDS: &[(&[u8], SomethingElse)] = &[
        (b"\x89PNG", SomethingElse::Picture),
        (b"\xFF\xD8\xFF", SomethingElse::Picture),
        (b"GIF8", SomethingElse::Picture),
        (b"%PDF", SomethingElse::Pdf),
        (b"\x1F\x8B", SomethingElse::Archive),
        (b"7z\xBC\xAF", SomethingElse::Archive),
        (b"Rar!", SomethingElse::Archive),
        (b"BZh", SomethingElse::Archive),
        (b"\xFD7zXZ", SomethingElse::Archive),
        (b"\x7FELF", SomethingElse::Program),
        (b"MZ", SomethingElse::Program),
    ];
    let kind = KINDS.iter().find(|(start, _)| bytes.starts_with(start));
    kind.map(|(_, kind)| *kind)
}

/// What a text that holds no credentials seems to be.
pub(super) fn kind_of_text(text: &str) -> Option<SomethingElse> {
    const BEGINNING: usize = 400;
    let text = text.trim_start();
    let end = (0..=BEGINNING.min(text.len()))
        .rev()
        .find(|end| text.is_char_boundary(*end))?;
    let beginning = text[..end].to_ascii_lowercase();
    if beginning.starts_with('<') && (beginning.contains("<html") || beginning.contains("<!doctype html")) {
        return Some(SomethingElse::WebPage);
    }
    let token = text.trim_end().strip_prefix("Bearer ").unwrap_or(text.trim_end());
    if token.starts_with("eyJ") && token.matches('.').count() == 2 && !token.contains(char::is_whitespace) {
        return Some(SomethingElse::Token);
    }
    beginning.starts_with("%pdf").then_some(SomethingElse::Pdf)
}
