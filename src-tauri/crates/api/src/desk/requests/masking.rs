//! Secrets are taken out of an answer before anything else sees it: a service may echo what it got, and some give
//! secrets out.

use std::borrow::Cow;
use std::sync::LazyLock;

use bytes::Bytes;
use memchr::{memchr2, memmem};
use regex::{Captures, Regex};
use secrecy::{ExposeSecret as _, SecretString};

/// Stands where a secret was.
pub(super) const KEPT_OUT: &str = "(kept out)";
/// JSON in strings in strings is opened this often.
const DEEPEST_STRING: usize = 4;
/// The longest name that is looked at.
const LONGEST_NAME: usize = 80;

/// Names whose values are secrets, without their separators and in small letters.
const SECRET_NAMES: [&str; 5] = ["accesstoken", "refreshtoken", "clientsecret", "privatekey", "jwttoken"];

static NAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)(?:access|refresh|id|jwt)[_-]?token|client[_-]?secret|private[_ -]?key|[ps]8e-|\\u00[2-7]")
});
static ASSIGNED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r#"(?i)((?:(?:access|refresh|jwt|\bid)[_-]?token|client[_-]?secret|private[_-]?key)=)([^\s&"'#;,<>]+)"#)
});
static WRITTEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?i)((?:(?:access|refresh|jwt|\bid)[_-]?token|client[_-]?secret|private[_-]?key)["'\\]*\s*[:=>]\s*["'\\]*)([^\s"'\\&,;<>{}\[\]]+)"#,
    )
});
// What is a secret by its looks: private keys, and Adobe's client secrets.
static LOOKS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)|\b[ps]8e-[A-Za-z0-9_-]{4,}",
    )
});

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the patterns of this file are well formed")
}

/// Takes secrets out: the access tokens that are known, what stands under a name that tells a secret, and what looks like
/// one.
#[derive(Clone, Default)]
pub(super) struct Masking {
    known: Vec<SecretString>,
}

impl Masking {
    /// Takes these out wherever they stand.
    pub(super) fn new(known: impl IntoIterator<Item = SecretString>) -> Self {
        Self {
            known: known
                .into_iter()
                .filter(|secret| !secret.expose_secret().is_empty())
                .collect(),
        }
    }

    /// A text that is no JSON: a form, a page, an address.
    pub(super) fn text<'a>(&self, text: &'a str) -> Cow<'a, str> {
        self.replaced(text, &WRITTEN)
    }

    /// A JSON text that is known to be valid. What is no secret stays as it is written.
    pub(super) fn json<'a>(&self, json: &'a str) -> Cow<'a, str> {
        self.json_in(json, 0).map_or(Cow::Borrowed(json), Cow::Owned)
    }

    /// Bytes that are no text: only what is known is found in them.
    pub(super) fn bytes(&self, bytes: &Bytes) -> Bytes {
        let mut masked = bytes.clone();
        for secret in &self.known {
            let secret = secret.expose_secret().as_bytes();
            let Some(first) = memmem::find(&masked, secret) else {
                continue;
            };
            let mut left = Vec::with_capacity(masked.len());
            let (mut from, mut place) = (0, Some(first));
            while let Some(at) = place {
                left.extend_from_slice(&masked[from..at]);
                left.extend_from_slice(KEPT_OUT.as_bytes());
                from = at + secret.len();
                place = memmem::find(&masked[from..], secret).map(|next| from + next);
            }
            left.extend_from_slice(&masked[from..]);
            masked = left.into();
        }
        masked
    }

    /// The value of a header.
    pub(super) fn header(&self, name: &str, value: &str) -> String {
        if name.eq_ignore_ascii_case("set-cookie") || is_secret_name(name) {
            return KEPT_OUT.to_owned();
        }
        self.text(value).into_owned()
    }

    fn may_hold_secret(&self, text: &str) -> bool {
        NAME.is_match(text) || self.holds_known(text)
    }

    fn holds_known(&self, text: &str) -> bool {
        self.known
            .iter()
            .any(|secret| memmem::find(text.as_bytes(), secret.expose_secret().as_bytes()).is_some())
    }

    fn replaced<'a>(&self, text: &'a str, names: &Regex) -> Cow<'a, str> {
        if !self.may_hold_secret(text) {
            return Cow::Borrowed(text);
        }
        let mut text = Cow::Borrowed(text);
        for secret in &self.known {
            if text.contains(secret.expose_secret()) {
                text = text.replace(secret.expose_secret(), KEPT_OUT).into();
            }
        }
        if let Cow::Owned(masked) = LOOKS.replace_all(&text, KEPT_OUT) {
            text = masked.into();
        }
        let masked = names.replace_all(&text, |found: &Captures<'_>| format!("{}{KEPT_OUT}", &found[1]));
        if let Cow::Owned(masked) = masked {
            text = masked.into();
        }
        text
    }

    /// The text of a JSON string, without its quotes and escapes; none when nothing is to be taken out.
    fn string(&self, text: &str, level: usize) -> Option<String> {
        let begins = text.trim_start();
        if level < DEEPEST_STRING
            && begins.starts_with(['{', '['])
            && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
        {
            return self.json_in(text, level + 1);
        }
        match self.replaced(text, &ASSIGNED) {
            Cow::Borrowed(_) => None,
            Cow::Owned(masked) => Some(masked),
        }
    }

    fn json_in(&self, json: &str, level: usize) -> Option<String> {
        if !self.may_hold_secret(json) {
            return None;
        }
        let bytes = json.as_bytes();
        let mut left = Left {
            json,
            from: 0,
            out: String::new(),
        };
        let (mut at, mut depth) = (0_usize, 0_usize);
        // Whether the next value is a secret, and the depth of the object or list all of which is.
        let (mut next_is_secret, mut secret_depth) = (false, None);
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'"' => {
                    let end = end_of_string(bytes, at);
                    let literal = &json[at..end];
                    let after = bytes[end..].iter().find(|byte| !byte.is_ascii_whitespace());
                    if after == Some(&b':') {
                        next_is_secret = literal.len() <= LONGEST_NAME
                            && serde_json::from_str::<String>(literal).is_ok_and(|name| is_secret_name(&name));
                        if self.may_hold_secret(literal)
                            && !next_is_secret
                            && let Some(masked) = self.literal(literal, level)
                        {
                            left.replace(at, end, &masked);
                        }
                    } else {
                        if (next_is_secret || secret_depth.is_some()) && literal != "\"\"" {
                            left.replace(at, end, &format!("\"{KEPT_OUT}\""));
                        } else if self.may_hold_secret(literal)
                            && let Some(masked) = self.literal(literal, level)
                        {
                            left.replace(at, end, &masked);
                        }
                        next_is_secret = false;
                    }
                    at = end;
                    continue;
                }
                b'{' | b'[' => {
                    depth += 1;
                    if next_is_secret && secret_depth.is_none() {
                        secret_depth = Some(depth);
                    }
                    next_is_secret = false;
                }
                b'}' | b']' => {
                    if secret_depth == Some(depth) {
                        secret_depth = None;
                    }
                    depth = depth.saturating_sub(1);
                }
                b'-' | b'0'..=b'9' => {
                    let length = bytes[at..]
                        .iter()
                        .position(|byte| matches!(byte, b',' | b']' | b'}') || byte.is_ascii_whitespace());
                    let end = length.map_or(bytes.len(), |length| at + length);
                    if next_is_secret || secret_depth.is_some() {
                        left.replace(at, end, &format!("\"{KEPT_OUT}\""));
                    }
                    next_is_secret = false;
                    at = end;
                    continue;
                }
                b',' => next_is_secret = false,
                _ => {}
            }
            at += 1;
        }
        left.finish()
    }

    /// A string literal without its secrets; none when there are none.
    fn literal(&self, literal: &str, level: usize) -> Option<String> {
        let text: String = serde_json::from_str(literal).ok()?;
        let masked = self.string(&text, level)?;
        Some(serde_json::Value::from(masked).to_string())
    }
}

/// Whether the value under this name is a secret: `access_token`, `clientSecret`, `X-Refresh-Token`.
fn is_secret_name(name: &str) -> bool {
    let name: String = name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    name == "idtoken" || SECRET_NAMES.iter().any(|secret| name.ends_with(secret))
}

/// The place behind a string literal that begins here.
fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr2(b'"', b'\\', rest)) {
        at += found;
        if bytes[at] == b'"' {
            return at + 1;
        }
        at += 2;
    }
    bytes.len()
}

/// A text of which parts are replaced, from the beginning to the end.
struct Left<'a> {
    json: &'a str,
    from: usize,
    out: String,
}

impl Left<'_> {
    fn replace(&mut self, start: usize, end: usize, by: &str) {
        self.out.push_str(&self.json[self.from..start]);
        self.out.push_str(by);
        self.from = end;
    }

    fn finish(mut self) -> Option<String> {
        if self.from == 0 {
            return None;
        }
        self.out.push_str(&self.json[self.from..]);
        Some(self.out)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn masking() -> Masking {
        Masking::new(["tok.en-1".into()])
    }

    #[test]
    fn json_loses_its_secrets_and_nothing_else() {
        let body = r#"{ "access_token" : "abc", "n":1.0e3, "clientSecret":["a",{"x":"b","n":7}], "refresh_token":12,
            "id_token":null, "X-Refresh-Token":"r", "private_key":"", "token_type":"bearer", "paid":"id_token" }"#;
        let masked = masking().json(body);
        assert_eq!(
            masked,
            r#"{ "access_token" : "(kept out)", "n":1.0e3, "clientSecret":["(kept out)",{"x":"(kept out)","n":"(kept out)"}], "refresh_token":"(kept out)",
            "id_token":null, "X-Refresh-Token":"(kept out)", "private_key":"", "token_type":"bearer", "paid":"id_token" }"#
        );
        let clean = r#"{"a":[1,{"b":"x"}]}"#;
        assert!(matches!(masking().json(clean), Cow::Borrowed(_)));
    }

    #[test]
    fn an_echo_of_the_token_is_found_wherever_it_stands() {
        let nested = json!({ "data": json!({ "access_token": "deep", "headers": "Bearer tok.en-1" }).to_string() });
        let body = json!({ "headers": { "authorization": "Bearer tok.en-1" }, "tok.en-1": 1, "args": nested.to_string(),
            "url": "https://x/?client_secret=p8e&a=1" });
        let masked = masking().json(&body.to_string()).into_owned();
        for secret in ["tok.en-1", "deep", "p8e"] {
            assert!(!masked.contains(secret), "{secret}: {masked}");
        }
        let read: Value = serde_json::from_str(&masked).unwrap();
        assert_eq!(read["headers"]["authorization"], "Bearer (kept out)");
        assert_eq!(read["url"], "https://x/?client_secret=(kept out)&a=1");
        let escaped = r#"{"a":"tok\u002een-1","\u0061ccess_token":"abc"}"#;
        let masked = masking().json(escaped).into_owned();
        assert!(!masked.contains("en-1") && !masked.contains("abc"), "{masked}");
    }

    #[test]
    fn forms_pages_and_half_json_lose_their_secrets() {
        let key = "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----";
        for (text, left) in [
            ("a=1&access_token=abc&b=2", "a=1&access_token=(kept out)&b=2"),
            (r#"{"access_token": "abc", "x"#, r#"{"access_token": "(kept out)", "x"#),
            (
                "<client_secret>abc</client_secret>",
                "<client_secret>(kept out)</client_secret>",
            ),
            ("you sent tok.en-1", "you sent (kept out)"),
            (key, "(kept out)"),
            ("it was p8e-abcd_EF-1, so", "it was (kept out), so"),
            ("the access token is wrong", "the access token is wrong"),
        ] {
            assert_eq!(masking().text(text), left);
        }
        let page = masking().json(&json!({ "pem": key }).to_string()).into_owned();
        assert_eq!(page, r#"{"pem":"(kept out)"}"#);
    }

    #[test]
    fn headers_lose_cookies_and_tokens() {
        let masking = masking();
        assert_eq!(masking.header("Set-Cookie", "a=b"), KEPT_OUT);
        assert_eq!(
            masking.header("location", "https://x/#access_token=abc&a=1"),
            "https://x/#access_token=(kept out)&a=1"
        );
        assert_eq!(masking.header("x-echo", "Bearer tok.en-1"), "Bearer (kept out)");
        assert_eq!(masking.header("x-access-token", "abc"), KEPT_OUT);
        assert_eq!(masking.header("content-type", "text/html"), "text/html");
    }

    #[test]
    fn bytes_lose_what_is_known() {
        let bytes = Bytes::from_static(b"\xfftok.en-1\x00tok.en-1.");
        assert_eq!(&masking().bytes(&bytes)[..], b"\xff(kept out)\x00(kept out).");
    }

    #[test]
    fn any_text_is_survived() {
        for text in [
            "\"access_token\":\"",
            "access_token=",
            "{\"access_token\":",
            "\\",
            "\"\\",
            "]]}",
            "ä\"access_token",
        ] {
            masking().text(text);
            masking().json(text);
        }
    }
}
