//! The client ID and the client secret.

use super::{Field, FieldProblem};

pub(super) fn id(value: &str) -> Option<FieldProblem> {
    const NEXT: &str = "Copy the client ID (API key) from the credential's page in Developer Console.";
    let wrong = |message: &str| Some(FieldProblem::wrong(Field::ClientId, message, NEXT));
    if value.is_empty() {
        return Some(FieldProblem::missing(
            Field::ClientId,
            "The client ID is missing.",
            NEXT,
        ));
    }
    if value.contains('@') {
        return wrong("This is an organization ID or a technical account ID, not a client ID.");
    }
    if looks_like_secret(value) {
        return wrong("This looks like a client secret, not a client ID.");
    }
    if value.chars().any(char::is_whitespace) {
        let joined: String = value.split_whitespace().collect();
        return wrong("The client ID holds a blank.").map(|problem| problem.suggesting(joined));
    }
    // Adobe's own are 32 hexadecimal digits, those of AEM look like cm-p123-e456, and old API keys are free text.
    if !value
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    {
        return wrong("The client ID holds a character that client IDs do not have.");
    }
    None
}

pub(super) fn secret(value: &str) -> Option<FieldProblem> {
    const NEXT: &str = "Copy the client secret from the credential's page in Developer Console.";
    let wrong = |message: &str| Some(FieldProblem::wrong(Field::ClientSecret, message, NEXT));
    if value.is_empty() {
        return Some(FieldProblem::missing(
            Field::ClientSecret,
            "The client secret is missing.",
            NEXT,
        ));
    }
    if value.contains("-----BEGIN") {
        return wrong("This is a key or certificate, not a client secret.");
    }
    if value.starts_with("eyJ") {
        return wrong("This looks like an access token or a JWT, not a client secret.");
    }
    if value.chars().any(char::is_whitespace) {
        return wrong("The client secret holds a blank or a line break.");
    }
    None
}

/// Adobe's client secrets begin with `p8e-`.
fn looks_like_secret(value: &str) -> bool {
    value.starts_with("p8e-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn client_ids_of_all_makes_pass() {
        for value in ["0123456789abcdef0123456789abcdef", "cm-p123-e1234", "my_old.api-key"] {
            assert_eq!(id(value), None, "{value}");
        }
    }

    #[test]
    fn what_is_no_client_id_is_told() {
        for (value, words) in [
            ("8C6767C25245AD1A0A490D4C@AdobeOrg", "organization ID"),
            ("p8e-abcdefgh", "client secret"),
            ("0123 4567", "blank"),
            ("abc{}", "character"),
        ] {
            assert!(id(value).unwrap().message.contains(words), "{value}");
        }
    }

    #[test]
    fn a_secret_is_never_repeated_in_what_is_said_about_it() {
        for value in [
            "p8e-with a blank",
            "eyJhbGciOiJSUzI1NiJ9.x.y",
            "-----BEGIN PRIVATE KEY-----",
        ] {
            let problem = secret(value).unwrap();
            assert_eq!(problem.suggestion, None);
            assert!(!format!("{problem:?}").contains(&value[..9]), "{problem:?}");
        }
        assert_eq!(secret("p8e-abcdef_ghi-JKL"), None);
    }
}
