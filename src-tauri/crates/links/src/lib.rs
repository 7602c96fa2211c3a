//! Links into the program: `assurance-desk://open?…`, which any web page, mail or document may hold. A link names a session
//! or a place and nothing else; there is no way to write a file, a command, a host or a secret. What is not exactly such a
//! link is refused whole.
//!
//! ```
//! use links::{Link, Place, read_link};
//!
//! let link = read_link("assurance-desk://open?session=7a5fe0e6-3b7d-4b53-9a4e-2f0c3e7d1a11").unwrap();
//! assert!(matches!(link, Link::Session { integration: None, .. }));
//! assert_eq!(read_link("assurance-desk://open?place=archives"), Ok(Link::Place(Place::Archives)));
//! assert!(read_link("assurance-desk://open?file=notes.txt").is_err());
//! ```

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]

mod error;
mod parameters;
mod place;

pub use error::LinkError;
pub use place::Place;

use parameters::Parameters;
use uuid::Uuid;

/// What every link begins with.
pub const SCHEME: &str = "assurance-desk:";
/// Bytes of the longest link that is read. The longest useful one has 130.
pub const LONGEST: usize = 256;

/// The one thing that a link can ask for.
const OPEN: &str = "assurance-desk://open";

/// What a link names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// A session.
    Session {
        /// Its UUID.
        session: Uuid,
        /// The integration to look at it with; the one in use where none is named.
        integration: Option<Uuid>,
    },
    /// A place in the window.
    Place(Place),
}

/// Reads a link.
///
/// # Errors
/// A [`LinkError`] that says what is wrong, for everything that is not exactly a link as this program writes it.
pub fn read_link(text: &str) -> Result<Link, LinkError> {
    if text.len() > LONGEST {
        return Err(LinkError::TooLong);
    }
    if !text.bytes().all(is_plain) {
        return Err(LinkError::OddCharacter);
    }
    let rest = text.strip_prefix(OPEN).ok_or(LinkError::UnknownAction)?;
    // Some systems put the slash of an empty path there.
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let query = match rest.strip_prefix('?') {
        Some(query) => query,
        None if rest.is_empty() => return Err(LinkError::Nothing),
        None => return Err(LinkError::UnknownAction),
    };
    let parameters = Parameters::read(query)?;
    match (parameters.session, parameters.place) {
        (Some(_), Some(_)) => Err(LinkError::TooMuch),
        (Some(session), None) => Ok(Link::Session {
            session,
            integration: parameters.integration,
        }),
        (None, Some(_)) if parameters.integration.is_some() => Err(LinkError::TooMuch),
        (None, Some(place)) => Ok(Link::Place(place)),
        (None, None) => Err(LinkError::Nothing),
    }
}

/// The only characters that a link needs; in particular neither `%` nor `#`, `@`, `\` or a blank.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-:/?&=".contains(&byte)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SESSION: &str = "7a5fe0e6-3b7d-4b53-9a4e-2f0c3e7d1a11";
    const INTEGRATION: &str = "00000000-0000-4000-8000-000000000001";

    fn uuid(text: &str) -> Uuid {
        text.parse().unwrap()
    }

    #[test]
    fn a_session_is_opened_with_an_integration_or_the_one_in_use() {
        let alone = Link::Session {
            session: uuid(SESSION),
            integration: None,
        };
        let upper = SESSION.to_uppercase();
        for text in [
            format!("assurance-desk://open?session={SESSION}"),
            format!("assurance-desk://open/?session={SESSION}"),
            format!("assurance-desk://open?session={upper}"),
        ] {
            assert_eq!(read_link(&text), Ok(alone), "{text}");
        }
        let link = Link::Session {
            session: uuid(SESSION),
            integration: Some(uuid(INTEGRATION)),
        };
        for text in [
            format!("assurance-desk://open?session={SESSION}&integration={INTEGRATION}"),
            format!("assurance-desk://open?integration={INTEGRATION}&session={SESSION}"),
        ] {
            assert_eq!(read_link(&text), Ok(link), "{text}");
        }
    }

    #[test]
    fn every_place_has_a_link() {
        for place in Place::ALL {
            let text = format!("assurance-desk://open?place={}", place.name());
            assert_eq!(read_link(&text), Ok(Link::Place(place)), "{text}");
        }
    }

    #[test]
    fn anything_else_is_refused() {
        use LinkError::{
            BadSession, Nothing, OddCharacter, TooLong, TooMuch, Twice, UnknownAction, UnknownParameter, UnknownPlace,
        };
        let open = |query: &str| format!("assurance-desk://open{query}");
        let session = |more: &str| open(&format!("?session={SESSION}{more}"));
        for (text, error) in [
            (String::new(), UnknownAction),
            ("https://example/open?place=home".to_owned(), UnknownAction),
            ("assurance-desk:open?place=home".to_owned(), UnknownAction),
            ("ASSURANCE-DESK://open?place=home".to_owned(), UnknownAction),
            ("assurance-desk://delete?place=home".to_owned(), UnknownAction),
            ("assurance-desk://opener?place=home".to_owned(), UnknownAction),
            (open("/etc/passwd"), UnknownAction),
            (open("//?place=home"), UnknownAction),
            (open("-assurance-desk://open?place=home"), UnknownAction),
            ("assurance-desk://user@open?place=home".to_owned(), OddCharacter),
            ("assurance-desk://open:80?place=home".to_owned(), UnknownAction),
            (open(""), Nothing),
            (open("/"), Nothing),
            (open("?"), UnknownParameter),
            (open(&format!("?integration={INTEGRATION}")), Nothing),
            (session("&"), UnknownParameter),
            (session("&place=home"), TooMuch),
            (open(&format!("?place=home&integration={INTEGRATION}")), TooMuch),
            (session(&format!("&session={SESSION}")), Twice),
            (open("?place=home&place=home"), Twice),
            (open("?file=C:/secret"), UnknownParameter),
            (open("?clientsecret=x"), UnknownParameter),
            (open("?Place=home"), UnknownParameter),
            (open("?place"), UnknownParameter),
            (open("?place="), UnknownPlace),
            (open("?place=Home"), UnknownPlace),
            (open("?place=home=home"), UnknownPlace),
            (open("?place=home/x"), UnknownPlace),
            (open("?session="), BadSession),
            (open("?session=7a5fe0e63b7d4b539a4e2f0c3e7d1a11"), BadSession),
            (
                open("?session=urn:uuid:7a5fe0e6-3b7d-4b53-9a4e-2f0c3e7d1a11"),
                BadSession,
            ),
            (session("-"), BadSession),
            (session("&integration=../.."), OddCharacter),
            (session("&integration=a"), BadSession),
            (session("#here"), OddCharacter),
            (session(" "), OddCharacter),
            (session("%00"), OddCharacter),
            (session("\n--data"), OddCharacter),
            (session("\u{202e}"), OddCharacter),
            (open("?place=h\u{43e}me"), OddCharacter),
            (session(&"&".repeat(LONGEST)), TooLong),
        ] {
            assert_eq!(read_link(&text), Err(error), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in any::<String>()) {
            let _ = read_link(&text);
        }

        #[test]
        fn what_is_read_can_be_written_the_same_way(query in "[a-z0-9=&?/:-]{0,120}") {
            let near = format!("assurance-desk://open?session={SESSION}{query}");
            if let Ok(link) = read_link(&near) {
                let is_that_session = matches!(link, Link::Session { session, .. } if session == uuid(SESSION));
                prop_assert!(is_that_session);
            }
            if let Ok(Link::Place(place)) = read_link(&format!("assurance-desk://open?place={query}")) {
                prop_assert_eq!(place.name(), query);
            }
        }
    }
}
