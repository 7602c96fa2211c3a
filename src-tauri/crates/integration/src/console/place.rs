//! Where a credential is in Developer Console.

use url::Url;

use crate::{Field, FieldProblem, Integration, Kind};

const NEXT: &str = "Open the credential in Developer Console and copy the address of its page, or type the two numbers in it as organization/credential.";

/// The two parts of an address of Developer Console that its API asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsolePlace {
    /// The organization's number, or its ID where the console takes that.
    pub organization: String,
    /// The credential's number.
    pub credential: String,
}

impl ConsolePlace {
    /// Reads the address of a credential's page
    /// (`https://developer.adobe.com/console/projects/{organization}/{project}/credentials/{credential}/…`, with any
    /// ending, and with the line breaks that a mail put into it), or `organization/credential`.
    ///
    /// # Errors
    /// What is wrong with it, in a sentence.
    pub fn parse(link: &str) -> Result<Self, FieldProblem> {
        let link = link.trim();
        if link.is_empty() {
            return Err(FieldProblem::missing(
                Field::ConsoleLink,
                "The address of the credential in Developer Console is missing.",
                NEXT,
            ));
        }
        if let Some((scheme, _)) = link.split_once("://") {
            return if ["https", "http"].iter().any(|web| web.eq_ignore_ascii_case(scheme)) {
                from_address(link)
            } else {
                Err(wrong("This is not the address of a web page."))
            };
        }
        if HOSTS
            .iter()
            .any(|host| link.to_ascii_lowercase().starts_with(&format!("{host}/")))
        {
            return from_address(&format!("https://{link}"));
        }
        match link.split('/').map(str::trim).collect::<Vec<_>>().as_slice() {
            [organization, credential] => Self::of_parts(organization, credential),
            [_] => Err(wrong("This is only one of the two numbers.")),
            _ => Err(wrong(
                "This is neither an address of Developer Console nor two numbers.",
            )),
        }
    }

    /// Where the credential of an integration is: its link, or else what a service account carries with it.
    ///
    /// # Errors
    /// What is missing or wrong, in a sentence.
    pub fn of(integration: &Integration) -> Result<Self, FieldProblem> {
        let link = integration.console_link.as_deref().unwrap_or_default();
        match (&integration.kind, Self::parse(link)) {
            (
                Kind::ServiceAccount {
                    integration_id: Some(number),
                    ..
                },
                Err(problem),
            ) if problem.missing => Self::of_parts(&integration.organization_id, number),
            (_, place) => place,
        }
    }

    fn of_parts(organization: &str, credential: &str) -> Result<Self, FieldProblem> {
        const LONGEST: usize = 80;
        let is_id = |part: &str| {
            (1..=LONGEST).contains(&part.len())
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"@-_.".contains(&byte))
                && part.bytes().any(|byte| byte.is_ascii_alphanumeric())
        };
        if !is_id(organization) {
            return Err(wrong("The part for the organization is not a number."));
        }
        if !is_id(credential) {
            return Err(wrong("The part for the credential is not a number."));
        }
        Ok(Self {
            organization: organization.to_owned(),
            credential: credential.to_owned(),
        })
    }
}

/// What is wrong with a link, or nothing.
pub(crate) fn check_link(value: &str) -> Option<FieldProblem> {
    ConsolePlace::parse(value).err()
}

const HOSTS: [&str; 2] = ["developer.adobe.com", "console.adobe.io"];

fn from_address(link: &str) -> Result<ConsolePlace, FieldProblem> {
    let url = Url::parse(link).map_err(|_| wrong("This is not the address of a web page."))?;
    if !url.host_str().is_some_and(|host| HOSTS.contains(&host)) {
        return Err(wrong("This is not an address of Developer Console."));
    }
    let segments: Vec<&str> = url
        .path_segments()
        .map(|segments| segments.filter(|segment| !segment.is_empty()).collect())
        .unwrap_or_default();
    let after = |word: &str| {
        segments
            .iter()
            .position(|segment| *segment == word)
            .map(|place| &segments[place + 1..])
    };
    let Some(project) = after("projects") else {
        return Err(wrong("This page of Developer Console is not one of a project."));
    };
    match (project, after("credentials")) {
        ([organization, _, ..], Some([credential, ..])) => ConsolePlace::of_parts(organization, credential),
        _ => Err(wrong(
            "This is the address of a project, not that of one of its credentials.",
        )),
    }
}

fn wrong(message: &str) -> FieldProblem {
    FieldProblem::wrong(Field::ConsoleLink, message, NEXT)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_address_is_read_with_any_ending() {
        let page = "https://developer.adobe.com/console/projects/1234/5678/credentials/91011";
        for ending in [
            "",
            "/",
            "/details/oauthservertoserver",
            "/details/oauthservertoserver/",
            "?tab=1#top",
        ] {
            let place = ConsolePlace::parse(&format!(" {page}{ending}\n")).unwrap();
            assert_eq!(
                (place.organization.as_str(), place.credential.as_str()),
                ("1234", "91011"),
                "{ending}"
            );
        }
        let without_scheme = page.trim_start_matches("https://");
        assert_eq!(ConsolePlace::parse(without_scheme), ConsolePlace::parse(page));
    }

    #[test]
    fn an_address_that_was_broken_into_lines_is_read_as_browsers_do() {
        let place =
            ConsolePlace::parse("https://developer.adobe.com/console/projects/12\n34/5678/\r\n\tcredentials/910\t11");
        let place = place.unwrap();
        assert_eq!(
            (place.organization.as_str(), place.credential.as_str()),
            ("1234", "91011")
        );
    }

    #[test]
    fn two_numbers_or_an_organization_id_and_a_number_will_do() {
        for link in [
            "1234/91011",
            " 1234 / 91011 ",
            "0123456789ABCDEF01234567@AdobeOrg/91011",
        ] {
            assert_eq!(ConsolePlace::parse(link).unwrap().credential, "91011", "{link}");
        }
    }

    #[test]
    fn what_is_wrong_is_told() {
        for (link, words) in [
            ("91011", "only one"),
            (
                "https://developer.adobe.com/console/projects/1234/5678/overview",
                "of a project",
            ),
            ("https://developer.adobe.com/console/home", "not one of a project"),
            (
                "https://example.com/console/projects/1/2/credentials/3",
                "not an address of Developer Console",
            ),
            ("ftp://developer.adobe.com/console", "web page"),
            ("a/b/c", "neither"),
            ("1234/", "credential"),
            ("../x", "organization"),
            ("12 34/5", "organization"),
        ] {
            let problem = check_link(link).unwrap();
            assert!(problem.message.contains(words), "{link}: {}", problem.message);
            assert!(!problem.missing && problem.next_step.ends_with('.'));
        }
        assert!(check_link("  ").unwrap().missing);
    }

    proptest! {
        #[test]
        fn any_text_is_a_place_or_told_to_be_none(link in any::<String>()) {
            let _ = check_link(&link);
        }

        #[test]
        fn what_looks_like_an_address_is_a_place_or_told_to_be_none(
            link in "(https://)?developer\\.adobe\\.com(/|/console|/projects|/credentials|/[0-9]{1,3}|/[^/]{0,4}){0,8}"
        ) {
            if let Ok(place) = ConsolePlace::parse(&link) {
                // Line breaks and tabs are no part of an address, wherever they stand in it.
                let link = link.replace(['\t', '\n', '\r'], "");
                prop_assert!(link.contains(&place.organization) && link.contains(&place.credential));
            }
        }
    }
}
