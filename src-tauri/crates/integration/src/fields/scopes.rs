//! Metascopes and scopes.

use ims::metascope_names;

use super::{Field, FieldProblem};

/// Reads OAuth scopes in any of the forms that people paste: lists with commas, blanks or line breaks, with or without
/// quotes and brackets. Each once, in the order given.
///
/// ```
/// assert_eq!(integration::scope_names(r#"["openid","AdobeID"], openid"#), ["openid", "AdobeID"]);
/// ```
#[must_use]
pub fn scope_names(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in text.split(|character: char| character.is_whitespace() || ",;[]\"'".contains(character)) {
        if !name.is_empty() && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

pub(super) fn metascopes(value: &str) -> Option<FieldProblem> {
    let names = metascope_names(value);
    if names.is_empty() {
        return Some(FieldProblem::missing(
            Field::Metascopes,
            "No metascope is chosen.",
            "Choose the services that this integration may use; for Assurance it is assurance_automation.",
        ));
    }
    let wrong = names
        .iter()
        .find(|name| !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_'))?;
    Some(FieldProblem::wrong(
        Field::Metascopes,
        format!("“{}” is not the form of a metascope.", short(wrong)),
        "Metascopes are words of letters, digits and underscores, such as ent_dataservices_sdk.",
    ))
}

pub(super) fn scopes(value: &str) -> Option<FieldProblem> {
    let names = scope_names(value);
    if names.is_empty() {
        return Some(FieldProblem::missing(
            Field::Scopes,
            "No scope is chosen.",
            "Choose Assurance, or copy the scopes from the credential's page in Developer Console.",
        ));
    }
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"_.-:/".contains(&byte);
    let wrong = names.iter().find(|name| !name.bytes().all(allowed))?;
    Some(FieldProblem::wrong(
        Field::Scopes,
        format!("“{}” is not the form of a scope.", short(wrong)),
        "Copy the scopes from the credential's page in Developer Console.",
    ))
}

fn short(name: &str) -> String {
    const LONGEST: usize = 40;
    if name.chars().count() <= LONGEST {
        name.to_owned()
    } else {
        name.chars().take(LONGEST).chain(['…']).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_forms_pass() {
        assert_eq!(
            metascopes("ent_dataservices_sdk, https://ims-na1.adobelogin.com/s/assurance_automation"),
            None
        );
        assert_eq!(scopes("openid AdobeID,additional_info.projectedProductContext"), None);
    }

    #[test]
    fn what_is_no_scope_is_named() {
        assert!(
            metascopes("ent_dataservices_sdk,what?")
                .unwrap()
                .message
                .contains("“what?”")
        );
        assert!(scopes("openid,{}").unwrap().message.contains("“{}”"));
        assert!(scopes(&"é".repeat(500)).unwrap().message.chars().count() < 100);
    }
}
