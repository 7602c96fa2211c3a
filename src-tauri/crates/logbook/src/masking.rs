//! What may not stand in a log is taken out by its looks and by the names before it.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::{Captures, Regex};

/// Stands where something was taken out.
pub const KEPT_OUT: &str = "(kept out)";

/// The shortest run of base64 that is taken for a key.
const LONG_RUN: usize = 48;

/// What each pattern finds, and what is put there; `$1` is what stays.
static PATTERNS: LazyLock<Vec<(Regex, &'static str)>> = LazyLock::new(|| {
    [
        // Private keys, whole or cut off.
        (
            r"-----BEGIN [A-Z0-9 ]+-----[\s\S]*?(?:-----END [A-Z0-9 ]+-----|$)",
            "(kept out)",
        ),
        // Adobe's access tokens and every other JWT.
        (r"\beyJ[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]*)+", "(kept out)"),
        (
            r#"(?i)(authorization["'\\]*\s*[:=]\s*["'\\]*)(?:(?:basic|bearer)\s+)?[^\s"'\\,;]{4,}"#,
            "$1(kept out)",
        ),
        (r"(?i)\b(bearer)\s+[A-Za-z0-9._~+/=-]{8,}", "$1 (kept out)"),
        // Adobe's client secrets.
        (r"\b[ps]8e-[A-Za-z0-9_-]{4,}", "(kept out)"),
        (
            r#"(?i)((?:(?:access|refresh|jwt|\bid)[_-]?token|client[_-]?secret|private[_-]?key|passphrase|passwd|password|\bpin)["'\\]*\s*[:=]\s*(?:Some\()?["'\\]*)[^\s"'\\&,;<>{}\[\]()]+"#,
            "$1(kept out)",
        ),
        (r#"(?i)(\btoken=)[^\s"'&]+"#, "$1(kept out)"),
        // Who signs in at a proxy, and what is asked of a service.
        (r#"(?i)\b((?:https?|socks[45][ah]?)://)[^/\s@"'<>]+@"#, "$1(kept out)@"),
        (r#"(?i)\b(https?://[^\s?"'#<>]+\?)[^\s"'<>]+"#, "$1(kept out)"),
    ]
    .map(|(pattern, replacement)| (compiled(pattern), replacement))
    .into()
});
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| compiled(r"[A-Za-z0-9._%+-]+@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})"));
static RUN: LazyLock<Regex> = LazyLock::new(|| compiled(&format!("[A-Za-z0-9+/=_-]{{{LONG_RUN},}}")));
static HOME: LazyLock<Option<String>> = LazyLock::new(|| {
    let home = std::env::home_dir()?.display().to_string();
    (home.len() > 3).then_some(home)
});

fn compiled(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the patterns of this file are well formed")
}

/// The text without private keys, tokens, client secrets, passphrases, PINs, the query of addresses, and people's e-mail
/// addresses; the user's home folder is `~`. IDs stay: organizations, clients, technical accounts, sessions.
#[must_use]
pub fn masked(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    for (pattern, replacement) in PATTERNS.iter() {
        replace(&mut text, |text| pattern.replace_all(text, *replacement));
    }
    replace(&mut text, |text| ADDRESS.replace_all(text, address));
    replace(&mut text, |text| RUN.replace_all(text, run));
    if let Some(home) = HOME.as_ref().filter(|home| text.contains(home.as_str())) {
        text = text.replace(home.as_str(), "~").into();
    }
    text
}

fn replace(text: &mut Cow<'_, str>, replaced: impl Fn(&str) -> Cow<'_, str>) {
    if let Cow::Owned(masked) = replaced(text) {
        *text = masked.into();
    }
}

/// A technical account is an ID of Adobe's, written like an e-mail address.
fn address(found: &Captures<'_>) -> String {
    if found[1].ends_with("techacct.adobe.com") {
        return found[0].to_owned();
    }
    format!("(kept out)@{}", &found[1])
}

/// Base64 has capital and small letters and digits, and few slashes; long paths and long words do not.
fn run(found: &Captures<'_>) -> String {
    let run = &found[0];
    let has = |kind: fn(&char) -> bool| run.chars().any(|letter| kind(&letter));
    let slashes = run.matches('/').count();
    let is_base64 = has(char::is_ascii_uppercase)
        && has(char::is_ascii_lowercase)
        && has(char::is_ascii_digit)
        && slashes * 12 <= run.len();
    if is_base64 { KEPT_OUT } else { run }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_secret_is_kept_out() {
        let secret = "s3cretS3cret0123";
        for (text, left) in [
            (format!("Bearer {secret}"), "Bearer (kept out)"),
            (
                format!("\"authorization\": \"Bearer {secret}\""),
                "\"authorization\": \"(kept out)\"",
            ),
            (
                format!("Proxy-Authorization: Basic {secret}=="),
                "Proxy-Authorization: (kept out)",
            ),
            (format!("a p8e-{secret} b"), "a (kept out) b"),
            (
                format!("client_secret={secret}&grant_type=x"),
                "client_secret=(kept out)&grant_type=x",
            ),
            (
                format!("{{\"clientSecret\": \"{secret}\"}}"),
                "{\"clientSecret\": \"(kept out)\"}",
            ),
            (
                format!("{{\\\"access_token\\\":\\\"{secret}\\\"}}"),
                "{\\\"access_token\\\":\\\"(kept out)\\\"}",
            ),
            (
                format!("Draft {{ client_secret: Some(\"{secret}\") }}"),
                "Draft { client_secret: Some(\"(kept out)\") }",
            ),
            (
                format!("passphrase: {secret}, pin=4711"),
                "passphrase: (kept out), pin=(kept out)",
            ),
            (
                format!("http://127.0.0.1:1/#token={secret}"),
                "http://127.0.0.1:1/#token=(kept out)",
            ),
            (
                format!("http://jane:{secret}@proxy:8080/"),
                "http://(kept out)@proxy:8080/",
            ),
            (
                format!("https://ims.adobe.com/a?x={secret} next"),
                "https://ims.adobe.com/a?(kept out) next",
            ),
            (
                "jane.doe@acme.example is away".to_owned(),
                "(kept out)@acme.example is away",
            ),
            (format!("eyJhbGciOiJSUzI1NiJ9.eyJ{secret}.{secret}"), "(kept out)"),
            (format!("-----BEGIN PRIVATE KEY-----\nMII{secret}\n"), "(kept out)"),
            (
                format!("-----BEGIN RSA PRIVATE KEY-----\\nMII{secret}\\n-----END RSA PRIVATE KEY-----, then"),
                "(kept out), then",
            ),
            (
                format!("MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj/{secret}"),
                "(kept out)",
            ),
        ] {
            assert_eq!(masked(&text), left, "{text}");
        }
    }

    #[test]
    fn what_helps_stays() {
        for text in [
            "POST ims-na1.adobelogin.com /ims/token/v3 400 invalid_client_secret",
            "17C0A2D55D7E5F0A0A495C5C@AdobeOrg 6f1ed002ab5595859014ebf0951522d9",
            "1234567890ABCDEF12345678@techacct.adobe.com",
            "0f8c4a2e-9b1d-4c3f-8a7e-5d6b7c8e9f01 is gone; the access token was refused",
            "/opt/Some/Long/Path/With/Capital1/Letters/And/Numbers2/In/It/archives",
            "the passphrase is wrong",
        ] {
            assert_eq!(masked(text), text);
        }
    }
}
