//! The connect link: the app's base URL with the session in its query.

use url::Url;

use super::check::{LinkProblem, check_link};

/// The query key by which the SDK finds the session (Adobe's SDK sources).
const SESSION_KEY: &str = "adb_validation_sessionid";

/// The link that opens the app and connects it to the session; a QR code holds exactly this text.
///
/// The session goes into the query: after `?`, or after `&` when the link has a query already, before any fragment.
/// A bare `https` host gets a slash first, as Adobe's own links have it. A session that the link already names is
/// replaced.
///
/// ```
/// # fn main() -> Result<(), assurance::LinkProblem> {
/// let link = assurance::connect_link("myapp://default", "5f7a")?;
/// assert_eq!(link, "myapp://default?adb_validation_sessionid=5f7a");
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// When the base link cannot be a link; see [`check_link`].
pub fn connect_link(base_link: &str, session_uuid: &str) -> Result<String, LinkProblem> {
    let base = base_link.trim();
    if let Some(problem) = check_link(base) {
        return Err(problem);
    }
    let (address, fragment) = match base.split_once('#') {
        Some((address, fragment)) => (address, Some(fragment)),
        None => (base, None),
    };
    let (path, query) = match address.split_once('?') {
        Some((path, query)) => (path, query),
        None => (address, ""),
    };
    let mut parameters: Vec<&str> = query
        .split('&')
        .filter(|parameter| !parameter.is_empty())
        .filter(|parameter| parameter.split('=').next() != Some(SESSION_KEY))
        .collect();
    let session = format!("{SESSION_KEY}={session_uuid}");
    parameters.push(&session);
    let slash = if is_bare_web_host(path) { "/" } else { "" };
    let mut link = format!("{path}{slash}?{}", parameters.join("&"));
    if let Some(fragment) = fragment {
        link.push('#');
        link.push_str(fragment);
    }
    Ok(link)
}

fn is_bare_web_host(path: &str) -> bool {
    let is_web = Url::parse(path).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    let after_scheme = path.split_once("://").map(|(_, rest)| rest);
    is_web && after_scheme.is_some_and(|rest| !rest.contains('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_session_goes_where_adobe_puts_it() {
        for (base, expected) in [
            ("myapp://", "myapp://?adb_validation_sessionid=S"),
            ("myapp://default", "myapp://default?adb_validation_sessionid=S"),
            (
                "https://www.adobe.com",
                "https://www.adobe.com/?adb_validation_sessionid=S",
            ),
            (
                "HTTPS://www.adobe.com",
                "HTTPS://www.adobe.com/?adb_validation_sessionid=S",
            ),
            (
                "https://www.adobe.com/",
                "https://www.adobe.com/?adb_validation_sessionid=S",
            ),
            ("https://a.b/c", "https://a.b/c?adb_validation_sessionid=S"),
            ("https://a.b?x=1", "https://a.b/?x=1&adb_validation_sessionid=S"),
            ("app://com.a?env=qa", "app://com.a?env=qa&adb_validation_sessionid=S"),
            ("app://com.a?", "app://com.a?adb_validation_sessionid=S"),
            (
                "app://com.a?env=qa#top?x",
                "app://com.a?env=qa&adb_validation_sessionid=S#top?x",
            ),
            ("https://a.b#top", "https://a.b/?adb_validation_sessionid=S#top"),
            (
                " app://a?adb_validation_sessionid=old&b=1 ",
                "app://a?b=1&adb_validation_sessionid=S",
            ),
        ] {
            assert_eq!(connect_link(base, "S").unwrap(), expected, "{base}");
        }
    }

    #[test]
    fn what_is_no_link_gives_no_connect_link() {
        assert_eq!(connect_link("", "S"), Err(LinkProblem::Empty));
    }
}
