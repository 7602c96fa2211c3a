//! Which values are taken out because of their form, wherever they stand in a text.

use std::net::{Ipv4Addr, Ipv6Addr};
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::kind::Kind;
use super::rule::{Redaction, RedactionRule};

macro_rules! pattern {
    ($name:ident, $pattern:expr) => {
        static $name: LazyLock<Regex> = LazyLock::new(|| Regex::new($pattern).expect("the pattern is written right"));
    };
}

pattern!(
    EMAIL,
    r"(?i)[\p{L}\p{N}._%+'\-]*[\p{L}\p{N}_+\-](?:@|%40)[\p{L}\p{N}](?:[\p{L}\p{N}\-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}\-]+)*\.\p{L}{2,}"
);
pattern!(ECID, r"\d{38,}");
pattern!(IP_V4, r"\d+(?:\.\d+){3,}");
pattern!(
    IP_V6,
    r"(?i)(?:[0-9a-f]{0,4}(?::|%3a)){2,}(?:[0-9a-f]{0,4})(?:(?:\.\d{1,3}){3})?"
);
pattern!(
    BEARER,
    r"(?i)(?:\b|%[0-9a-f]{2})(?:bearer|basic)(?:\s+|%20|\+)([A-Za-z0-9._~+/=%\-]{6,})"
);
pattern!(
    JWT,
    r"(?:\b|%[0-9A-Fa-f]{2})(eyJ[A-Za-z0-9_\-]{4,}\.[A-Za-z0-9_\-]{4,}(?:\.[A-Za-z0-9_\-]*)?)"
);
// As they are written to be called from anywhere: without the `+`, a number is a number.
pattern!(PHONE, r"(?:\+|%2[Bb])[1-9](?:[ ()\-]{0,2}\d){7,14}");
pattern!(
    PIN,
    r"(?i)\b(?:pin|token|passcode|pin[ -]?code)\b[^0-9\p{L}]{0,4}(?:is[^0-9\p{L}]{1,3}|code[^0-9\p{L}]{1,3})?(\d{3,6})\b"
);

/// The length of what stands before the secret in an `Authorization` header, such as `Bearer `.
pub(crate) fn scheme_length(header: &str) -> usize {
    ["bearer ", "basic ", "digest ", "token "]
        .iter()
        .find(|scheme| {
            header
                .get(..scheme.len())
                .is_some_and(|begin| begin.eq_ignore_ascii_case(scheme))
        })
        .map_or(0, |scheme| scheme.len())
}

/// Something found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) at: Range<usize>,
    pub(crate) kind: Kind,
}

/// Calls `tell` with what the forms of the rules that are on find. Finds may overlap.
pub(crate) fn find(text: &str, redaction: &Redaction, mut tell: impl FnMut(Found)) {
    let signs = Signs::of(text);
    if signs.can_be_secret && redaction.has(RedactionRule::Authorization) {
        for pattern in [&JWT, &BEARER] {
            for found in pattern.captures_iter(text).filter_map(|captures| captures.get(1)) {
                tell(Found {
                    at: found.range(),
                    kind: Kind::Secret,
                });
            }
        }
    }
    if signs.can_be_email && redaction.has(RedactionRule::Emails) {
        for found in EMAIL.find_iter(text) {
            tell(Found {
                at: found.range(),
                kind: Kind::Email,
            });
        }
    }
    if signs.digits >= 38 && redaction.has(RedactionRule::Identities) {
        // More digits than an ECID has are something else.
        let found = ECID.find_iter(text).map(|found| behind_code(text, found.range()));
        for at in found.filter(|at| at.len() == 38) {
            tell(Found { at, kind: Kind::Ecid });
        }
    }
    if signs.can_be_phone && signs.digits >= 8 && redaction.has(RedactionRule::Identities) {
        for at in PHONE.find_iter(text).map(|found| found.range()) {
            if is_phone(text, &at) {
                tell(Found {
                    at,
                    kind: Kind::Identity,
                });
            }
        }
    }
    if redaction.has(RedactionRule::IpAddresses) {
        if signs.points >= 3 && signs.digits >= 4 {
            let is_address = |at: &Range<usize>| is_v4(&text[at.clone()]);
            let found = IP_V4.find_iter(text).map(|found| behind_code(text, found.range()));
            for at in found.filter(is_address) {
                tell(Found {
                    at,
                    kind: Kind::IpAddress,
                });
            }
        }
        if signs.colons >= 2 {
            for run in IP_V6.find_iter(text) {
                v6_in(text, run.range(), |at| {
                    tell(Found {
                        at,
                        kind: Kind::IpAddress,
                    });
                });
            }
        }
    }
    if signs.digits >= 3 && signs.letters && redaction.has(RedactionRule::Pin) {
        for found in PIN.captures_iter(text).filter_map(|captures| captures.get(1)) {
            tell(Found {
                at: found.range(),
                kind: Kind::Pin,
            });
        }
    }
}

/// What of a run of digits is no rest of a code such as `%22` or `%20`, by which addresses write a sign.
fn behind_code(text: &str, run: Range<usize>) -> Range<usize> {
    let is_coded =
        text[..run.start].ends_with('%') && text.as_bytes()[run.clone()].iter().take(2).all(u8::is_ascii_digit);
    if is_coded && run.len() > 2 {
        run.start + 2..run.end
    } else {
        run
    }
}

/// Whether nothing before or behind makes it a sum, an encoded text or a longer number.
fn is_phone(text: &str, at: &Range<usize>) -> bool {
    let is_of_number = |character: char| character.is_alphanumeric() || matches!(character, '+' | '/' | '.');
    let before = text[..at.start].chars().next_back();
    let is_behind_code = text[..at.start].len() >= 3 && text.as_bytes()[at.start - 3] == b'%';
    let mut after = text[at.end..].chars();
    let goes_on = match after.next() {
        // The end of a sentence is none of the number.
        Some('.') => after.next().is_some_and(char::is_alphanumeric),
        next => next.is_some_and(is_of_number),
    };
    (is_behind_code || !before.is_some_and(is_of_number)) && !goes_on
}

/// Four numbers up to 255, leading zeros or not.
fn is_v4(text: &str) -> bool {
    let numbers: Vec<u32> = text.split('.').filter_map(|number| number.parse().ok()).collect();
    numbers.len() == 4 && numbers.iter().all(|number| *number <= 255) && {
        let [a, b, c, d] = [0, 1, 2, 3].map(|place| numbers[place] as u8);
        !Ipv4Addr::new(a, b, c, d).is_unspecified()
    }
}

/// The longest text that is an address of version 6.
const LONGEST_V6: usize = 45;

/// The addresses in a run of hexadecimal digits, colons and points. Words that look like digits may stand before and
/// behind them: `d:2001:db8::1: closed`.
fn v6_in(text: &str, run: Range<usize>, mut tell: impl FnMut(Range<usize>)) {
    let mut decoded: Vec<(usize, u8)> = Vec::with_capacity(run.len() + 1);
    let mut at = run.start;
    while at < run.end {
        let byte = text.as_bytes()[at];
        decoded.push((at, if byte == b'%' { b':' } else { byte }));
        at += if byte == b'%' { 3 } else { 1 };
    }
    let is_in_word = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    let is_code = run.start >= 3 && text.as_bytes()[run.start - 3] == b'%';
    let begins_in_word = is_in_word(text[..run.start].chars().next_back()) && !is_code;
    let ends_in_word = is_in_word(text[run.end..].chars().next());
    let length = decoded.len();
    let is_colon = |place: usize| decoded.get(place).is_some_and(|(_, byte)| *byte == b':');
    let offset = |place: usize| decoded.get(place).map_or(run.end, |(offset, _)| *offset);
    let mut from = 0;
    while from + 2 < length {
        let can_begin = match from {
            0 => !begins_in_word || is_colon(0),
            _ => is_colon(from - 1) || is_colon(from),
        };
        let ends = (from + 2..=length.min(from + LONGEST_V6)).rev();
        let found = ends.filter(|_| can_begin).find(|to| {
            let can_end = if *to == length {
                !ends_in_word || is_colon(to - 1)
            } else {
                is_colon(*to) || is_colon(to - 1)
            };
            can_end && is_v6(&decoded[from..*to])
        });
        if let Some(to) = found {
            tell(offset(from)..offset(to));
        }
        from = found.unwrap_or(from + 1);
    }
}

fn is_v6(decoded: &[(usize, u8)]) -> bool {
    let address: String = decoded.iter().map(|(_, byte)| char::from(*byte)).collect();
    let groups = address.split(':').filter(|group| !group.is_empty()).count();
    // `Abc::Def` is a name in a program.
    let is_name = groups < 3 && !address.bytes().any(|byte| byte.is_ascii_digit());
    !is_name
        && address
            .parse::<Ipv6Addr>()
            .is_ok_and(|address| !address.is_unspecified())
}

/// What a text must hold for a form to be worth a look.
#[derive(Default)]
struct Signs {
    digits: usize,
    points: usize,
    colons: usize,
    letters: bool,
    can_be_email: bool,
    can_be_phone: bool,
    can_be_secret: bool,
}

impl Signs {
    fn of(text: &str) -> Self {
        let mut signs = Self::default();
        let mut percents = false;
        for byte in text.bytes() {
            match byte {
                b'0'..=b'9' => signs.digits += 1,
                b'.' => signs.points += 1,
                b':' => signs.colons += 1,
                b'@' => signs.can_be_email = true,
                b'+' => signs.can_be_phone = true,
                b'%' => percents = true,
                // Of `pin`, `token`, `passcode`; of `bearer`, `basic` and `eyJ`.
                b'p' | b'P' | b't' | b'T' => signs.letters = true,
                b'b' | b'B' | b'J' => signs.can_be_secret = true,
                _ => {}
            }
        }
        if percents {
            signs.colons += text.matches("%3A").count() + text.matches("%3a").count();
            signs.can_be_email |= text.contains("%40");
            signs.can_be_phone |= text.contains("%2B") || text.contains("%2b");
        }
        signs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, Kind)> {
        let mut all = Vec::new();
        find(text, &Redaction::everything(), |found| {
            all.push((&text[found.at], found.kind));
        });
        all
    }

    #[test]
    fn addresses_tokens_and_ids_are_found_by_their_form() {
        let ecid = "12345678901234567890123456789012345678";
        for (text, expected) in [
            (
                "from 203.0.113.7:443 to 10.0.0.1.",
                vec![("203.0.113.7", Kind::IpAddress), ("10.0.0.1", Kind::IpAddress)],
            ),
            ("at 2001:db8::1: closed", vec![("2001:db8::1", Kind::IpAddress)]),
            (
                "id:2001:db8:0:0:0:0:0:1",
                vec![("2001:db8:0:0:0:0:0:1", Kind::IpAddress)],
            ),
            ("ip:2001:db8::1", vec![("2001:db8::1", Kind::IpAddress)]),
            ("[fe80::1%eth0]", vec![("fe80::1", Kind::IpAddress)]),
            ("ip=2001%3Adb8%3A%3A1&x", vec![("2001%3Adb8%3A%3A1", Kind::IpAddress)]),
            (
                "::ffff:10.1.2.3",
                vec![("10.1.2.3", Kind::IpAddress), ("::ffff:10.1.2.3", Kind::IpAddress)],
            ),
            (
                "to <anna.b+c@mail.example.com>,",
                vec![("anna.b+c@mail.example.com", Kind::Email)],
            ),
            ("u=jörg%40example.org", vec![("jörg%40example.org", Kind::Email)]),
            (&format!("MCMID|{ecid}|x"), vec![(ecid, Kind::Ecid)]),
            ("Authorization: Bearer abc.def-ghi", vec![("abc.def-ghi", Kind::Secret)]),
            (
                "x eyJhbGciOiJ9.eyJzdWIi.c2ln y",
                vec![("eyJhbGciOiJ9.eyJzdWIi.c2ln", Kind::Secret)],
            ),
            ("Enter PIN: 0042 now", vec![("0042", Kind::Pin)]),
            // What a code of an address ends with belongs to the code.
            (&format!("%22id%22%3A%22{ecid}%22"), vec![(ecid, Kind::Ecid)]),
            ("%22ip%22%3A%22203.0.113.7%22", vec![("203.0.113.7", Kind::IpAddress)]),
            ("x%20203.0.113.7", vec![("203.0.113.7", Kind::IpAddress)]),
            (
                "%22t%22%3A%22eyJhbGciOiJ9.eyJzdWIi.c2ln%22",
                vec![("eyJhbGciOiJ9.eyJzdWIi.c2ln", Kind::Secret)],
            ),
            (
                "x%3DeyJhbGciOiJ9.eyJzdWIi",
                vec![("eyJhbGciOiJ9.eyJzdWIi", Kind::Secret)],
            ),
            ("%22Bearer%20abcdefgh%22", vec![("abcdefgh%22", Kind::Secret)]),
            (
                "call +49 (151) 2345-6789 now",
                vec![("+49 (151) 2345-6789", Kind::Identity)],
            ),
            ("n=%2B14155550123&x", vec![("%2B14155550123", Kind::Identity)]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn what_only_looks_alike_stays() {
        for text in [
            "1.2.3",
            "1.2.3.4.5",
            "999.1.1.1",
            "0.0.0.0",
            "12:34:56",
            "std::sync::Arc",
            "::",
            "a:b:c",
            "Abc::Def",
            "00:1A:2B:3C:4D:5E",
            "ABC123@AdobeOrg",
            "123456789012345678901234567890123456789",
            "took 1234 ms",
            "2026-11-21T18:00:00.000Z",
            "com.adobe.eventtype.edge",
            "basic",
            "12+123456789",
            "T10:00:00+0100",
            "+48.85771234+002.2950",
            "YWJj+12345678",
            "+1234567",
            "+1234567890123456",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
