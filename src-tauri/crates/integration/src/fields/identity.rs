//! The organization ID and the technical account ID: two texts of the same build that people mix up.

use super::{Field, FieldProblem, is_plain};

const ORGANIZATION_SUFFIX: &str = "@AdobeOrg";
const ACCOUNT_SUFFIX: &str = "@techacct.adobe.com";
const USUAL_LENGTH: usize = 24;

pub(super) fn organization_id(value: &str) -> Option<FieldProblem> {
    let wrong = |message: &str| {
        FieldProblem::wrong(
            Field::OrganizationId,
            message,
            "Copy the organization ID from the credential's page in Developer Console; it has 24 letters and digits and ends in @AdobeOrg.",
        )
    };
    if value.is_empty() {
        return Some(FieldProblem::missing(
            Field::OrganizationId,
            "The organization ID is missing.",
            "Copy it from the credential's page in Developer Console; it ends in @AdobeOrg.",
        ));
    }
    if value.to_ascii_lowercase().ends_with(ACCOUNT_SUFFIX) {
        return Some(wrong("This is a technical account ID, not an organization ID."));
    }
    if value.chars().any(char::is_whitespace) {
        return Some(suggest_without_blanks(
            value,
            wrong("The organization ID holds a blank."),
            organization_id,
        ));
    }
    let Some((id, suffix)) = value.split_once('@') else {
        let problem = wrong("The organization ID does not end in @AdobeOrg.");
        let complete = is_plain(value) && value.len() == USUAL_LENGTH;
        return Some(if complete {
            problem.suggesting(format!("{value}{ORGANIZATION_SUFFIX}"))
        } else {
            problem
        });
    };
    if suffix != &ORGANIZATION_SUFFIX[1..] {
        let meant = suffix.to_ascii_lowercase().replace(['.', '-', '_'], "");
        let problem = wrong("The organization ID does not end in @AdobeOrg.");
        let close = is_plain(id) && "adobeorg".starts_with(&meant);
        return Some(if close {
            problem.suggesting(format!("{id}{ORGANIZATION_SUFFIX}"))
        } else {
            problem
        });
    }
    id_part(id, "organization ID").map(|message| wrong(&message))
}

pub(super) fn technical_account_id(value: &str) -> Option<FieldProblem> {
    let wrong = |message: &str| {
        FieldProblem::wrong(
            Field::TechnicalAccountId,
            message,
            "Copy the technical account ID from the credential's page in Developer Console; it has 24 letters and digits and ends in @techacct.adobe.com.",
        )
    };
    if value.is_empty() {
        return Some(FieldProblem::missing(
            Field::TechnicalAccountId,
            "The technical account ID is missing.",
            "Copy it from the credential's page in Developer Console; it ends in @techacct.adobe.com.",
        ));
    }
    if value.to_ascii_lowercase().ends_with("@adobeorg") {
        return Some(wrong("This is an organization ID, not a technical account ID."));
    }
    if value.chars().any(char::is_whitespace) {
        return Some(suggest_without_blanks(
            value,
            wrong("The technical account ID holds a blank."),
            technical_account_id,
        ));
    }
    let Some((id, suffix)) = value.split_once('@') else {
        let problem = wrong("The technical account ID does not end in @techacct.adobe.com.");
        let complete = is_plain(value) && value.len() == USUAL_LENGTH;
        return Some(if complete {
            problem.suggesting(format!("{value}{ACCOUNT_SUFFIX}"))
        } else {
            problem
        });
    };
    if suffix != &ACCOUNT_SUFFIX[1..] {
        let problem = wrong("The technical account ID does not end in @techacct.adobe.com.");
        let close = is_plain(id) && suffix.to_ascii_lowercase().starts_with("techacct");
        return Some(if close {
            problem.suggesting(format!("{id}{ACCOUNT_SUFFIX}"))
        } else {
            problem
        });
    }
    if id.contains('-') {
        return Some(wrong(
            "This is the e-mail address of the technical account, not its ID.",
        ));
    }
    id_part(id, "technical account ID").map(|message| wrong(&message))
}

fn id_part(id: &str, what: &str) -> Option<String> {
    if id.is_empty() {
        return Some(format!("The {what} has nothing before the @."));
    }
    if !is_plain(id) {
        return Some(format!(
            "The {what} holds a character other than letters and digits before the @."
        ));
    }
    if id.len() != USUAL_LENGTH {
        return Some(format!(
            "The {what} has {} characters before the @ instead of {USUAL_LENGTH}.",
            id.len()
        ));
    }
    None
}

fn suggest_without_blanks(
    value: &str,
    problem: FieldProblem,
    check: impl Fn(&str) -> Option<FieldProblem>,
) -> FieldProblem {
    let joined: String = value.split_whitespace().collect();
    if check(&joined).is_none() {
        problem.suggesting(joined)
    } else {
        problem
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "8C6767C25245AD1A0A490D4C";

    fn says(problem: Option<FieldProblem>) -> (String, Option<String>) {
        let problem = problem.unwrap();
        (problem.message, problem.suggestion)
    }

    #[test]
    fn a_right_organization_id_passes() {
        assert_eq!(organization_id(&format!("{ID}@AdobeOrg")), None);
    }

    #[test]
    fn near_misses_of_the_organization_id_are_completed() {
        let right = Some(format!("{ID}@AdobeOrg"));
        for typed in [
            ID.to_owned(),
            format!("{ID}@Adobe.Org"),
            format!("{ID}@adobeorg"),
            format!("{ID}@Adobe"),
            format!("{ID}@"),
            format!("{ID} @AdobeOrg"),
        ] {
            assert_eq!(says(organization_id(&typed)).1, right, "{typed}");
        }
    }

    #[test]
    fn a_wrong_organization_id_says_what_it_is() {
        for (typed, words) in [
            (format!("{ID}@techacct.adobe.com"), "technical account ID"),
            (format!("{}@AdobeOrg", &ID[1..]), "23 characters"),
            ("@AdobeOrg".to_owned(), "nothing before"),
            (format!("{}!@AdobeOrg", &ID[1..]), "other than letters"),
            (format!("{ID}@example.com"), "does not end"),
        ] {
            let (message, suggestion) = says(organization_id(&typed));
            assert!(message.contains(words), "{typed}: {message}");
            assert_eq!(suggestion, None, "{typed}");
        }
    }

    #[test]
    fn the_technical_account_id_is_told_from_its_neighbours() {
        assert_eq!(technical_account_id(&format!("{ID}@techacct.adobe.com")), None);
        for (typed, words) in [
            (format!("{ID}@AdobeOrg"), "organization ID"),
            (
                "f94e1f5e-65d6-4d2c-9a0b-1a2b3c4d5e6f@techacct.adobe.com".to_owned(),
                "e-mail",
            ),
            ("jane@example.com".to_owned(), "does not end"),
        ] {
            assert!(says(technical_account_id(&typed)).0.contains(words), "{typed}");
        }
        let right = Some(format!("{ID}@techacct.adobe.com"));
        for typed in [
            ID.to_owned(),
            format!("{ID}@techacct"),
            format!("{ID}@TechAcct.Adobe.com"),
        ] {
            assert_eq!(says(technical_account_id(&typed)).1, right, "{typed}");
        }
    }
}
