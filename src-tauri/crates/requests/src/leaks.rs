//! Secrets found in texts that come from outside, and variables put in their place.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::names::{is_secret, variable_for};
use crate::variables::is_reference;

macro_rules! pattern {
    ($name:ident, $pattern:literal) => {
        static $name: LazyLock<Regex> =
            LazyLock::new(|| Regex::new($pattern).expect("the pattern is a fixed text and well formed"));
    };
}

// A field of JSON or of a script, also where its quotes are escaped: "client_secret": "value".
pattern!(
    QUOTED,
    r#"(?P<before>(?P<name>[A-Za-z0-9_.-]{1,100})\\{0,4}["']?[ \t\r\n]{0,9}[:=][ \t\r\n]{0,9}\\{0,4}["'])(?P<value>[^"'\\\r\n]+)"#
);
// What a script sets: set("CLIENT_SECRET", "value").
pattern!(
    SET,
    r#"(?P<before>[sS]et[A-Za-z]{0,30}\([ \t\r\n]{0,9}["'](?P<name>[A-Za-z0-9_.-]{1,100})["'][ \t\r\n]{0,9},[ \t\r\n]{0,9}["'])(?P<value>[^"'\\\r\n]+)"#
);
// A part of a query or a form: client_secret=value.
pattern!(
    PARAMETER,
    r#"(?P<before>(?:^|[?&"'])(?P<name>[A-Za-z0-9_.-]{1,100})=)(?P<value>[^&\s"'#\\]+)"#
);
pattern!(
    BEARER,
    r"(?i)(?P<before>\bbearer\s{1,9})(?P<value>[A-Za-z0-9._~+/=-]{20,})"
);
// A password before a host: https://user:password@host.
pattern!(
    USER_INFO,
    r#"(?P<before>://[^/\s:@"']{1,200}:)(?P<value>[^@/\s"']{1,200})@"#
);
pattern!(
    PRIVATE_KEY,
    r"(?s)-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----.*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|\z)"
);
pattern!(JWT, r"eyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{2,}\.[A-Za-z0-9_-]*");
pattern!(ADOBE_SECRET, r"\b[ps]8e-[A-Za-z0-9_-]{4,}");

/// A text with variables in the place of secrets: JWTs, private keys, Adobe's client secrets, and values whose name says
/// that they are secret.
#[must_use]
pub fn hidden(text: &str) -> String {
    self::text(text, &mut Vec::new())
}

/// As [`hidden`]; what was found is told by name.
pub(crate) fn text(text: &str, left_out: &mut Vec<String>) -> String {
    // The patterns need one of these; most texts have none of them and are only looked at once.
    if !text.contains(['=', ':', '-', '.', ' ', ',']) {
        return text.to_owned();
    }
    let text = named(&QUOTED, text.into(), left_out, |name| {
        is_secret(name) && !name.eq_ignore_ascii_case("token")
    });
    let text = named(&SET, text, left_out, is_secret);
    let text = named(&PARAMETER, text, left_out, is_secret);
    let text = replaced(&PRIVATE_KEY, text, |_| {
        note(left_out, "Private key");
        "{{PRIVATE_KEY}}".to_owned()
    });
    let text = replaced(&JWT, text, |_| {
        note(left_out, "JWT");
        "{{ACCESS_TOKEN}}".to_owned()
    });
    let text = replaced(&BEARER, text, |found| {
        note(left_out, "Authorization");
        format!("{}{{{{ACCESS_TOKEN}}}}", &found["before"])
    });
    let text = replaced(&USER_INFO, text, |found| {
        if is_placeholder(&found["value"]) {
            return found[0].to_owned();
        }
        note(left_out, "Password");
        format!("{}{{{{PASSWORD}}}}@", &found["before"])
    });
    let text = replaced(&ADOBE_SECRET, text, |_| {
        note(left_out, "Client secret");
        "{{CLIENT_SECRET}}".to_owned()
    });
    text.into_owned()
}

/// The value of a field or header, with a variable in its place where the name says that it is a secret.
pub(crate) fn value(name: &str, value: &str, left_out: &mut Vec<String>) -> String {
    let lower = name.trim().to_lowercase();
    if lower == "cookie" || lower == "set-cookie" {
        if !value.is_empty() {
            note(left_out, name);
        }
        return String::new();
    }
    let signs_in = lower == "authorization" || lower == "proxy-authorization";
    if !signs_in && !is_secret(name) {
        return text(value, left_out);
    }
    let (scheme, rest) = match value.split_once(' ') {
        Some((scheme, rest)) if signs_in => (scheme, rest),
        _ => ("", value),
    };
    if value.trim().is_empty() || is_placeholder(rest) {
        return value.to_owned();
    }
    note(left_out, name);
    let variable = variable_for(if signs_in { "authorization" } else { name });
    match (signs_in, scheme.to_lowercase().as_str()) {
        (true, "basic") => "Basic {{PASSWORD}}".to_owned(),
        (true, _) => format!("Bearer {{{{{variable}}}}}"),
        (false, _) => format!("{{{{{variable}}}}}"),
    }
}

/// Keeps a name of something left out, once.
pub(crate) fn note(left_out: &mut Vec<String>, name: &str) {
    if !left_out.iter().any(|known| known == name) {
        left_out.push(name.to_owned());
    }
}

fn named<'a>(
    pattern: &Regex,
    text: Cow<'a, str>,
    left_out: &mut Vec<String>,
    holds: impl Fn(&str) -> bool,
) -> Cow<'a, str> {
    replaced(pattern, text, |found| {
        let (name, value) = (&found["name"], &found["value"]);
        if !holds(name) || is_placeholder(value) {
            return found[0].to_owned();
        }
        note(left_out, name);
        format!("{}{{{{{}}}}}", &found["before"], variable_for(name))
    })
}

fn replaced<'a>(pattern: &Regex, text: Cow<'a, str>, by: impl FnMut(&Captures<'_>) -> String) -> Cow<'a, str> {
    match pattern.replace_all(&text, by) {
        Cow::Borrowed(_) => text,
        Cow::Owned(changed) => Cow::Owned(changed),
    }
}

/// Whether a value only says where a secret belongs: `{{CLIENT_SECRET}}`, or `{ACCESS_TOKEN}` as in Adobe's guides.
fn is_placeholder(value: &str) -> bool {
    let value = value.trim();
    let inner = value
        .trim_start_matches(['{', '<', '['])
        .trim_end_matches(['}', '>', ']']);
    let is_bare = inner.len() < value.len()
        && inner
            .chars()
            .all(|letter| letter.is_ascii_uppercase() || "_ -".contains(letter));
    is_bare || is_reference(value) || is_encoded_reference(value)
}

/// `%7B%7BNAME%7D%7D`, as it stands in an address.
fn is_encoded_reference(value: &str) -> bool {
    let value = value.to_uppercase();
    value.starts_with("%7B%7B") && value.ends_with("%7D%7D")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";

    fn found(given: &str) -> (String, Vec<String>) {
        let mut left_out = Vec::new();
        let text = text(given, &mut left_out);
        (text, left_out)
    }

    #[test]
    fn secrets_are_found_in_texts_of_every_kind() {
        let key = "-----BEGIN RSA PRIVATE KEY-----\\nMIIE\\n-----END RSA PRIVATE KEY-----";
        for (given, wanted) in [
            (format!("a {TOKEN} b"), "a {{ACCESS_TOKEN}} b"),
            (format!("x = \"{key}\";"), "x = \"{{PRIVATE_KEY}}\";"),
            ("-----BEGIN PRIVATE KEY-----\ncut off".to_owned(), "{{PRIVATE_KEY}}"),
            ("say p8e-AbC_123-x now".to_owned(), "say {{CLIENT_SECRET}} now"),
            ("s8e-AbC_123".to_owned(), "{{CLIENT_SECRET}}"),
            (
                r#"{"client_secret": "abc", "a": 1}"#.to_owned(),
                r#"{"client_secret": "{{CLIENT_SECRET}}", "a": 1}"#,
            ),
            (
                r#"{\"password\":\"abc\"}"#.to_owned(),
                r#"{\"password\":\"{{PASSWORD}}\"}"#,
            ),
            (
                "pm.environment.set('JWT_TOKEN', 'abc')".to_owned(),
                "pm.environment.set('JWT_TOKEN', '{{JWT_TOKEN}}')",
            ),
            (
                "https://x/?a=1&client_secret=abc&b=2".to_owned(),
                "https://x/?a=1&client_secret={{CLIENT_SECRET}}&b=2",
            ),
            ("https://me:abc@host/x".to_owned(), "https://me:{{PASSWORD}}@host/x"),
            (
                "Bearer abcdefghijklmnopqrstuvwxyz".to_owned(),
                "Bearer {{ACCESS_TOKEN}}",
            ),
        ] {
            let (text, left_out) = found(&given);
            assert_eq!(text, wanted);
            assert_eq!(left_out.len(), 1, "{given}");
            assert_eq!(found(&text), (text, Vec::new()), "it changes once");
        }
    }

    #[test]
    fn what_only_speaks_of_secrets_stays() {
        for text in [
            "https://x/?client_secret={{CLIENT_SECRET}}",
            "https://x/%7B%7BA%7D%7D?access_token=%7B%7BACCESS_TOKEN%7D%7D",
            r#"{"access_token": "{ACCESS_TOKEN}", "token": "1234", "token_type": "bearer"}"#,
            "var data = JSON.parse(responseBody); pm.environment.set('ACCESS_TOKEN', data.access_token);",
            "the access token: a bearer token",
            "",
        ] {
            assert_eq!(found(text), (text.to_owned(), Vec::new()));
        }
    }

    #[test]
    fn values_are_judged_by_their_names() {
        let mut left_out = Vec::new();
        let mut put = |name: &str, given: &str| value(name, given, &mut left_out);
        assert_eq!(put("Authorization", "Bearer short"), "Bearer {{ACCESS_TOKEN}}");
        assert_eq!(put("authorization", "Bearer {{my_own}}"), "Bearer {{my_own}}");
        assert_eq!(put("Authorization", "Basic dTpw"), "Basic {{PASSWORD}}");
        assert_eq!(put("client_secret", "abc"), "{{CLIENT_SECRET}}");
        assert_eq!(put("Cookie", "session=1"), "");
        assert_eq!(put("x-api-key", "abc"), "abc");
        assert_eq!(left_out, ["Authorization", "client_secret", "Cookie"]);
    }
}
