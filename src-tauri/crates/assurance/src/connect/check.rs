//! The check of a session's link, as it is typed.

use url::Url;

/// What is wrong with a link, with a sentence ([`std::fmt::Display`]) and a next step ([`LinkProblem::next_step`]).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LinkProblem {
    /// Nothing was typed.
    #[error("A session needs the link that opens your app.")]
    Empty,
    /// It has a space, a line break or another character that no link has.
    #[error("The link has a space or an invisible character in it.")]
    Space,
    /// There is no `scheme://` in front.
    #[error("The link has no scheme in front.")]
    NoScheme,
    /// The scheme has characters that a scheme cannot have.
    #[error("\"{0}\" cannot be a scheme. A scheme begins with a letter and has only letters, digits, +, - and dots.")]
    BadScheme(String),
    /// The scheme runs or reads something on this computer instead of opening an app.
    #[error("A link that begins with \"{0}:\" does not open an app.")]
    RefusedScheme(String),
    /// A web link without a host.
    #[error("The web link has no host.")]
    NoHost,
    /// A web link that cannot be read as an address.
    #[error("The web link cannot be read: {0}.")]
    BadAddress(String),
}

impl LinkProblem {
    /// What to do about it.
    #[must_use]
    pub fn next_step(&self) -> &'static str {
        match self {
            Self::Empty => "Type your app's URL scheme or universal link, for example myapp://default.",
            Self::Space => "Remove it. Inside a value, write a space as %20.",
            Self::NoScheme => {
                "Put your app's scheme in front, for example myapp://default, or https:// for a universal link."
            }
            Self::BadScheme(_) => "Use the scheme that your app registers, for example myapp://default.",
            Self::RefusedScheme(_) => "Use your app's own scheme or a universal link that begins with https://.",
            Self::NoHost => "Write the host after the scheme, for example https://www.example.com.",
            Self::BadAddress(_) => "Check the host and the port, for example https://www.example.com/app.",
        }
    }
}

const REFUSED_SCHEMES: &[&str] = &[
    "javascript",
    "data",
    "file",
    "vbscript",
    "about",
    "blob",
    "mailto",
    "tel",
];

/// What is wrong with a link that a session should get; nothing when it can be used.
#[must_use]
pub fn check_link(link: &str) -> Option<LinkProblem> {
    let link = link.trim();
    if link.is_empty() {
        return Some(LinkProblem::Empty);
    }
    if link
        .chars()
        .any(|character| character.is_whitespace() || character.is_control())
    {
        return Some(LinkProblem::Space);
    }
    let scheme = link.split(':').next().unwrap_or_default();
    if REFUSED_SCHEMES.contains(&scheme.to_ascii_lowercase().as_str()) && link.contains(':') {
        return Some(LinkProblem::RefusedScheme(scheme.to_owned()));
    }
    let Some((scheme, rest)) = link.split_once("://") else {
        return Some(LinkProblem::NoScheme);
    };
    if scheme.is_empty() {
        return Some(LinkProblem::NoScheme);
    }
    if !is_scheme(scheme) {
        return Some(LinkProblem::BadScheme(scheme.to_owned()));
    }
    if !matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https") {
        return None;
    }
    if rest.is_empty() || rest.starts_with(['/', '?', '#']) {
        return Some(LinkProblem::NoHost);
    }
    Url::parse(link)
        .err()
        .map(|error| LinkProblem::BadAddress(error.to_string()))
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text
            .chars()
            .all(|character| character.is_ascii_alphanumeric() || matches!(character, '+' | '-' | '.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_that_open_apps_are_fine() {
        for link in [
            "myapp://",
            "myapp://default",
            " com.acme.app+qa://host/path?x=1#y ",
            "https://www.adobe.com",
            "http://localhost:8080/x",
            "https://xn--bcher-kva.example/ä",
        ] {
            assert_eq!(check_link(link), None, "{link}");
        }
    }

    #[test]
    fn each_mistake_has_its_own_problem() {
        for (link, expected) in [
            ("", LinkProblem::Empty),
            ("  \n ", LinkProblem::Empty),
            ("my app://x", LinkProblem::Space),
            ("myapp://x y", LinkProblem::Space),
            ("myapp://x\u{0}", LinkProblem::Space),
            ("www.adobe.com", LinkProblem::NoScheme),
            ("myapp:default", LinkProblem::NoScheme),
            ("://x", LinkProblem::NoScheme),
            ("1app://x", LinkProblem::BadScheme("1app".into())),
            ("my_app://x", LinkProblem::BadScheme("my_app".into())),
            ("JavaScript:alert(1)", LinkProblem::RefusedScheme("JavaScript".into())),
            ("file:///etc/passwd", LinkProblem::RefusedScheme("file".into())),
            ("https://", LinkProblem::NoHost),
            ("https:///path", LinkProblem::NoHost),
            ("http://?x", LinkProblem::NoHost),
        ] {
            let problem = check_link(link);
            assert_eq!(problem, Some(expected), "{link}");
            assert!(problem.is_some_and(|problem| !problem.next_step().is_empty()));
        }
        assert!(matches!(
            check_link("https://a:999999"),
            Some(LinkProblem::BadAddress(_))
        ));
    }
}
