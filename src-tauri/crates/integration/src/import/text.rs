//! Telling text from bytes, and saying what the bytes seem to be.

use zeroize::Zeroizing;

use super::unusable::SomethingElse;

/// The text of a file, as keys are read too; nothing for other bytes.
pub(super) fn decode(bytes: &[u8]) -> Option<Zeroizing<String>> {
    keys::text_of(bytes).filter(|text| !text.contains('\0'))
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
