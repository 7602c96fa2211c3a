//! The fields of an integration: what is wrong with a value, in a sentence, and what to do next. Every check can run
//! while a person types.

mod client;
mod identity;
mod jwt;
mod scopes;

use serde::{Deserialize, Serialize};

pub use scopes::scope_names;

/// The fields of an integration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Field {
    /// The user's name for the integration.
    Name,
    /// Organization ID.
    OrganizationId,
    /// Client ID (API key).
    ClientId,
    /// Client secret.
    ClientSecret,
    /// Technical account ID.
    TechnicalAccountId,
    /// Metascopes, as text in any usual form.
    Metascopes,
    /// Scopes, as text in any usual form.
    Scopes,
    /// The private key; it has no text to check.
    Key,
    /// The certificate; it has no text to check.
    Certificate,
    /// Place in Developer Console: the address of the credential's page, or its two numbers.
    ConsoleLink,
    /// Lifetime of a JWT, in minutes.
    JwtLifetime,
}

/// Something to mend in one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FieldProblem {
    /// Which field.
    pub field: Field,
    /// Whether the field is merely empty.
    pub missing: bool,
    /// What is wrong. Never holds a secret.
    pub message: String,
    /// What to do.
    pub next_step: String,
    /// A value that would be right, where it can be told.
    pub suggestion: Option<String>,
}

impl FieldProblem {
    pub(crate) fn missing(field: Field, message: &str, next_step: &str) -> Self {
        Self {
            missing: true,
            ..Self::wrong(field, message, next_step)
        }
    }

    pub(crate) fn wrong(field: Field, message: impl Into<String>, next_step: impl Into<String>) -> Self {
        Self {
            field,
            missing: false,
            message: message.into(),
            next_step: next_step.into(),
            suggestion: None,
        }
    }

    pub(crate) fn suggesting(mut self, value: impl Into<String>) -> Self {
        self.suggestion = Some(value.into());
        self
    }
}

/// What is wrong with a value, or nothing. Blanks around the value do not matter: they are cut off when it is saved.
#[must_use]
pub fn check(field: Field, value: &str) -> Option<FieldProblem> {
    let value = value.trim();
    match field {
        Field::Name => check_name(value, &[]),
        Field::OrganizationId => identity::organization_id(value),
        Field::TechnicalAccountId => identity::technical_account_id(value),
        Field::ClientId => client::id(value),
        Field::ClientSecret => client::secret(value),
        Field::Metascopes => scopes::metascopes(value),
        Field::Scopes => scopes::scopes(value),
        Field::ConsoleLink => crate::console::check_link(value),
        Field::JwtLifetime => jwt::lifetime(value),
        Field::Key | Field::Certificate => None,
    }
}

/// What is wrong with a name, when other integrations are called as in `taken`.
#[must_use]
pub fn check_name(value: &str, taken: &[String]) -> Option<FieldProblem> {
    const LONGEST: usize = 80;
    let value = value.trim();
    if value.is_empty() {
        return Some(FieldProblem::missing(
            Field::Name,
            "The integration has no name.",
            "Give it a name that you will recognise in a list.",
        ));
    }
    if value.chars().count() > LONGEST {
        return Some(FieldProblem::wrong(
            Field::Name,
            format!("The name is longer than {LONGEST} characters."),
            "Choose a shorter name.",
        ));
    }
    if value.chars().any(char::is_control) {
        return Some(FieldProblem::wrong(
            Field::Name,
            "The name holds a line break or another control character.",
            "Type the name in one line.",
        ));
    }
    let is_taken = |name: &str| {
        taken
            .iter()
            .any(|other| other.trim().to_lowercase() == name.to_lowercase())
    };
    if is_taken(value) {
        let free = (2..)
            .map(|number| format!("{value} {number}"))
            .find(|name| !is_taken(name))?;
        return Some(
            FieldProblem::wrong(
                Field::Name,
                "Another integration has this name.",
                "Choose a name that tells the two apart.",
            )
            .suggesting(free),
        );
    }
    None
}

/// Whether a text looks like the IDs that Adobe makes: letters and digits alone.
fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_there_short_and_not_taken() {
        let taken = ["Acme".to_owned(), "acme 2".to_owned()];
        assert_eq!(check_name("Acme Mobile", &taken), None);
        assert!(check_name("  ", &taken).unwrap().missing);
        assert_eq!(
            check_name(" ACME ", &taken).unwrap().suggestion.as_deref(),
            Some("ACME 3")
        );
        assert!(!check_name(&"x".repeat(81), &taken).unwrap().missing);
        assert!(check_name("a\nb", &taken).is_some());
    }

    #[test]
    fn every_empty_field_is_missing_and_says_what_to_do() {
        for field in [
            Field::Name,
            Field::OrganizationId,
            Field::ClientId,
            Field::ClientSecret,
            Field::TechnicalAccountId,
            Field::Metascopes,
            Field::Scopes,
        ] {
            let problem = check(field, "  ").unwrap();
            assert!(problem.missing, "{field:?}");
            assert!(problem.next_step.ends_with('.'), "{field:?}");
        }
    }
}
