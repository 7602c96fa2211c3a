//! Values as people have them: with blanks around them, empty, not yet filled in.

use zeroize::Zeroizing;

use super::tree::Tree;
use super::unusable::Reason;

/// A value, or why there is none.
pub(super) enum Reading {
    Value(Zeroizing<String>),
    Nothing(Reason),
}

/// The text of a value without blanks and quotes around it.
pub(super) fn text(value: &Tree) -> Reading {
    let text = match value {
        Tree::Text(text) => clean(text),
        Tree::Number(number) => return Reading::Value(Zeroizing::new(number.to_string())),
        Tree::Nothing => return Reading::Nothing(Reason::Empty),
        // A list of one, as some tools write everything.
        Tree::List(elements) => match elements.as_slice() {
            [] => return Reading::Nothing(Reason::Empty),
            [only @ Tree::Text(_)] => return self::text(only),
            _ => return Reading::Nothing(Reason::WrongType),
        },
        Tree::Flag(_) | Tree::Object(_) => return Reading::Nothing(Reason::WrongType),
    };
    if text.is_empty() {
        Reading::Nothing(Reason::Empty)
    } else if is_placeholder(text) {
        Reading::Nothing(Reason::Placeholder)
    } else {
        Reading::Value(Zeroizing::new(text.to_owned()))
    }
}

/// A name as it may be shown: in one line, and not too long.
pub(super) fn printable(text: &str) -> String {
    const LONGEST: usize = 80;
    let is_hidden = |character: char| {
        // Characters that turn the direction of the text around would let a name say something else.
        character.is_control()
            || matches!(character, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    let mut shown: String = text
        .chars()
        .filter(|character| !is_hidden(*character))
        .take(LONGEST)
        .collect();
    if shown.len() < text.len() && shown.chars().count() == LONGEST {
        shown.push('…');
    }
    shown
}

/// A name as it may be shown; nothing when it seems to be a secret in the wrong place.
pub(super) fn shown_name(text: &str) -> Option<String> {
    (!looks_secret(text)).then(|| printable(text))
}

/// Whether a text is one that must not be shown: Adobe's client secrets begin with `p8e-`, tokens with `eyJ`.
pub(super) fn looks_secret(text: &str) -> bool {
    text.contains("-----BEGIN") || text.contains("p8e-") || text.contains("eyJ")
}

/// Whether a text where a key is expected is the path of a file: one short line that ends as file names do.
pub(super) fn is_path(text: &str) -> bool {
    const ENDINGS: &[&str] = &[".key", ".pem", ".der", ".p12", ".pfx", ".p8", ".txt", ".crt", ".cer"];
    let text = text.trim();
    text.len() < 1_000
        && !text.contains(['\n', '\r'])
        && (ENDINGS.iter().any(|ending| text.to_ascii_lowercase().ends_with(ending))
            || ["/", "./", "../", "~/", "\\\\", "file:"]
                .iter()
                .any(|start| text.starts_with(start))
                && !text.contains('+'))
}

/// The name of the file at the end of a path, if it is a plain one.
pub(super) fn file_name(path: &str) -> Option<String> {
    let name = path.trim().rsplit(['/', '\\']).next()?;
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._- ".contains(&byte);
    (is_path(name) && name.len() <= 60 && name.bytes().all(is_plain)).then(|| name.to_owned())
}

/// Cuts off what is around a value when it was copied: blanks of all kinds, and a pair of quotes.
fn clean(text: &str) -> &str {
    let is_blank = |character: char| character.is_whitespace() || matches!(character, '\u{FEFF}' | '\u{200B}');
    let text = text.trim_matches(is_blank);
    for quote in ['"', '\'', '`'] {
        let inner = text.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
        if let Some(inner) = inner {
            return inner.trim_matches(is_blank);
        }
    }
    text
}

/// Whether a text stands for a value that somebody has to fill in.
fn is_placeholder(text: &str) -> bool {
    let wrapped = |start: &str, end: &str| text.starts_with(start) && text.ends_with(end) && !text.contains('\n');
    if wrapped("{{", "}}") || wrapped("<", ">") || wrapped("${", "}") || wrapped("%", "%") || wrapped("[", "]") {
        return !text.starts_with('[') || text.to_ascii_lowercase().starts_with("[your");
    }
    let lower = text.to_ascii_lowercase();
    ["your_", "your-", "your ", "insert ", "todo", "changeme", "replace"]
        .iter()
        .any(|start| lower.starts_with(start))
        || text
            .chars()
            .all(|character| matches!(character, '.' | '…' | '*' | '•' | 'x' | 'X' | '-' | '_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(value: &str) -> Option<String> {
        match text(&Tree::text(value)) {
            Reading::Value(text) => Some(text.to_string()),
            Reading::Nothing(_) => None,
        }
    }

    #[test]
    fn what_is_around_a_value_is_cut_off() {
        for value in [" abc\r\n", "\"abc\"", "'abc'", "\u{FEFF}abc\u{A0}", "`abc`"] {
            assert_eq!(read(value).as_deref(), Some("abc"), "{value}");
        }
    }

    #[test]
    fn what_is_to_be_filled_in_is_no_value() {
        for value in [
            "",
            "  ",
            "{{CLIENT_ID}}",
            "<your client ID>",
            "<CLIENT_ID>",
            "${CLIENT_ID}",
            "YOUR_CLIENT_ID",
            "...",
            "..",
            "xxxx",
            "********",
            "[Your key]",
        ] {
            assert_eq!(read(value), None, "{value}");
        }
        for value in ["cm-p123-e1234", "p8e-yourself", "[\"openid\"]", "x1"] {
            assert!(read(value).is_some(), "{value}");
        }
    }

    #[test]
    fn a_path_is_told_from_a_key() {
        for path in [
            "private.key",
            "config/private.key",
            "C:\\keys\\my key.pem",
            "~/keys/adobe",
            "./key",
        ] {
            assert!(is_path(path), "{path}");
        }
        for key in [
            "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC",
            "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----",
        ] {
            assert!(!is_path(key), "{key}");
        }
        assert_eq!(file_name("C:\\keys\\my key.pem").as_deref(), Some("my key.pem"));
        assert_eq!(file_name("~/keys/adobe"), None);
    }
}
