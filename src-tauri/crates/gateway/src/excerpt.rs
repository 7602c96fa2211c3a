//! A short, harmless piece of a body that nobody expected.

const LONGEST_EXCERPT: usize = 300;
const LONGEST_WORD: usize = 40;

/// The beginning of a body as one line of plain text: control characters become blanks, and every run of more than
/// 40 letters, digits and `.-_+/=` is left out, because access tokens, keys and secrets look like that.
#[must_use]
pub fn excerpt(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(&body[..body.len().min(LONGEST_EXCERPT * 16)]);
    let mut short = String::new();
    let mut word = String::new();
    for character in text.chars().chain([' ']) {
        if character.is_ascii_alphanumeric() || "._-+/=".contains(character) {
            word.push(character);
            continue;
        }
        if word.len() > LONGEST_WORD {
            short.push('…');
        } else {
            short.push_str(&word);
        }
        word.clear();
        if character.is_control() || character.is_whitespace() {
            if !short.ends_with(' ') {
                short.push(' ');
            }
        } else {
            short.push(character);
        }
        if short.chars().count() >= LONGEST_EXCERPT {
            short.push('…');
            break;
        }
    }
    short.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_and_control_characters_do_not_come_through() {
        let token = "eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IjEyMzQ1Njc4OTAifQ.c2lnbmF0dXJlc2lnbmF0dXJl";
        let body = format!("<html>\u{1b}[31m sent: Bearer {token}\r\n</html>");
        assert_eq!(excerpt(body.as_bytes()), "<html> [31m sent: Bearer … </html>");
    }

    #[test]
    fn a_huge_body_gives_a_short_excerpt() {
        let body = "word ".repeat(1_000_000);
        assert!(excerpt(body.as_bytes()).chars().count() <= 302);
    }
}
