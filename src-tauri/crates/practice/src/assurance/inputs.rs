use async_graphql::InputObject;

use super::scalars::Uuid;
use super::{EventCursor, Problem};

/// What a session is made of or changed to. `uuid` is for a change only.
#[derive(Debug, InputObject)]
pub(crate) struct SessionInput {
    pub(crate) uuid: Option<Uuid>,
    pub(crate) name: Option<String>,
    pub(crate) link: Option<String>,
}

/// The last event received, after which the next page starts.
#[derive(Debug, InputObject)]
#[graphql(name = "EventCursor")]
pub(crate) struct CursorInput {
    pub(crate) event_number: Option<i32>,
    pub(crate) timestamp: Option<f64>,
    pub(crate) session_uuid: Option<Uuid>,
}

impl CursorInput {
    /// The place that this cursor names in the session `session`.
    pub(crate) fn place_in(&self, session: uuid::Uuid) -> Result<EventCursor, Problem> {
        if self.session_uuid.is_some_and(|named| named.0 != session) {
            return Err(bad("Invalid cursor: sessionUuid is another session's"));
        }
        let Some(timestamp) = self.timestamp.filter(|timestamp| timestamp.is_finite()) else {
            return Err(bad("Invalid cursor: timestamp is required"));
        };
        Ok(EventCursor {
            timestamp: timestamp as i64,
            event_number: self.event_number.unwrap_or_default(),
        })
    }
}

/// A name that has something in it.
pub(crate) fn checked_name(name: Option<&str>) -> Result<&str, Problem> {
    let name = name.ok_or_else(|| bad("Session validation failed: name: Path `name` is required."))?;
    if name.trim().is_empty() {
        return Err(bad("Session validation failed: name: Path `name` must not be blank."));
    }
    Ok(name)
}

/// A link that is a URL with any scheme, as `testUrl://default` is. Whether Adobe requires a link is not known; all of its
/// own callers give one, and so it is required here.
pub(crate) fn checked_link(link: Option<&str>) -> Result<&str, Problem> {
    let link = link.ok_or_else(|| bad("Session validation failed: link: Path `link` is required."))?;
    if !link.contains("://") || url::Url::parse(link).is_err() {
        return Err(bad("Session validation failed: link: Path `link` must be a valid URL."));
    }
    Ok(link)
}

pub(crate) fn bad(message: &str) -> Problem {
    Problem::BadInput(message.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_links_are_checked() {
        assert!(checked_name(Some("Checkout")).is_ok());
        for name in [None, Some(""), Some(" \t")] {
            assert!(checked_name(name).is_err(), "{name:?}");
        }
        for link in [
            "testUrl://default",
            "myapp://",
            "https://www.adobe.com",
            "app://com.example.app?env=qa",
        ] {
            assert!(checked_link(Some(link)).is_ok(), "{link}");
        }
        for link in [
            None,
            Some(""),
            Some("myapp"),
            Some("https://"),
            Some("my app://x"),
            Some("mailto:a@b.c"),
        ] {
            assert!(checked_link(link).is_err(), "{link:?}");
        }
    }

    #[test]
    fn a_cursor_belongs_to_its_session() {
        let session = uuid::Uuid::new_v4();
        let cursor = |session_uuid, timestamp| CursorInput {
            event_number: Some(3),
            timestamp,
            session_uuid,
        };
        let place = cursor(Some(Uuid(session)), Some(1_700_000_000_000.0)).place_in(session);
        assert_eq!(
            place,
            Ok(EventCursor {
                timestamp: 1_700_000_000_000,
                event_number: 3
            })
        );
        assert!(
            cursor(Some(Uuid(uuid::Uuid::new_v4())), Some(1.0))
                .place_in(session)
                .is_err()
        );
        assert!(cursor(None, None).place_in(session).is_err());
    }
}
