//! Lines of `NAME=value`, with the names of the console's own download.

use std::fmt::Write as _;

use secrecy::SecretString;
use zeroize::Zeroizing;

use super::{Export, Subject};
use crate::Kind;

pub(super) fn export(subject: &Subject<'_>) -> Export {
    let integration = subject.integration;
    let mut text = Zeroizing::new(String::with_capacity(8 * 1024));
    let mut line = |name: &str, value: &str| {
        writeln!(text, "{name}={}", quoted(value).as_str()).expect("writing to a string cannot fail");
    };
    line("IMS", subject.ims());
    line("ORG_ID", &integration.organization_id);
    line("CLIENT_ID", &integration.client_id);
    line("CLIENT_SECRET", subject.client_secret());
    line("TECHNICAL_ACCOUNT_ID", subject.technical_account_id());
    match &integration.kind {
        Kind::OauthServerToServer { scopes } => line("SCOPES", &scopes.join(",")),
        Kind::ServiceAccount { metascopes, .. } => {
            line("META_SCOPES", &metascopes.join(","));
            line("PRIVATE_KEY", subject.private_key());
        }
    }
    Export {
        file_name: ".env".to_owned(),
        text: SecretString::from(text.as_str()),
        secrets: subject.all_secrets(),
        notes: Vec::new(),
    }
}

/// The value as every reader of such files takes it: bare where that is safe, else between single quotes, and between
/// double quotes with `\n` where it has several lines or single quotes.
fn quoted(value: &str) -> Zeroizing<String> {
    let is_plain = |character: char| character.is_ascii_alphanumeric() || "@.:/,_-".contains(character);
    if value.chars().all(is_plain) {
        return Zeroizing::new(value.to_owned());
    }
    if !value.contains(['\'', '\n', '\r']) {
        return Zeroizing::new(format!("'{value}'"));
    }
    let mut escaped = Zeroizing::new(String::with_capacity(value.len() + 64));
    escaped.push('"');
    for character in value.chars() {
        match character {
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '"' => escaped.push_str("\\\""),
            '\\' => escaped.push_str("\\\\"),
            other => escaped.push(other),
        }
    }
    escaped.push('"');
    escaped
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn values_are_quoted_only_as_far_as_they_need() {
        for (value, line) in [
            ("p8e-Ab_1.2", "p8e-Ab_1.2"),
            ("", ""),
            ("with space # and $HOME", "'with space # and $HOME'"),
            ("it's", "\"it's\""),
            ("a\nb", "\"a\\nb\""),
        ] {
            assert_eq!(quoted(value).as_str(), line);
        }
    }
}
