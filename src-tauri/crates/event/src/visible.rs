//! Text of events as a reader must see it. An event may hold anything, also characters that make a text read as
//! another one.

use std::borrow::Cow;

/// The text with control characters shown as what they are, such as `[U+202E]`; line breaks and tabs stay.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unseen) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if is_unseen(character) {
            shown.push_str(&format!("[U+{:04X}]", character as u32));
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// The same for a text that is at hand: nothing is copied where nothing has to be shown.
#[must_use]
pub fn made_visible(text: String) -> String {
    match visible(&text) {
        Cow::Owned(shown) => shown,
        Cow::Borrowed(_) => text,
    }
}

/// Whether a character cannot be seen, or turns the direction of reading: control characters, except line breaks and tabs, and
/// what Unicode has for the like.
#[must_use]
pub fn is_unseen(character: char) -> bool {
    let turns_direction = matches!(
        character,
        '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
    );
    let is_nothing = matches!(
        character,
        '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{E0000}'..='\u{E007F}'
    );
    let is_control = character.is_control() && !matches!(character, '\n' | '\t');
    turns_direction || is_nothing || is_control
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_turns_the_direction_of_reading_is_shown() {
        assert_eq!(visible("a\u{202E}gpj.exe"), "a[U+202E]gpj.exe");
        assert_eq!(visible("null\0 and \u{9B}"), "null[U+0000] and [U+009B]");
        assert_eq!(visible("a\n\tb مرحبا"), "a\n\tb مرحبا");
    }

    proptest! {
        #[test]
        fn nothing_unseen_is_left(text in any::<String>()) {
            prop_assert!(!visible(&text).chars().any(is_unseen));
        }
    }
}
