//! Memory is bounded, and so is what may come.

use std::io::{self, Cursor, Read};

use archive::import::{EventReader, ImportError, LARGEST_EVENT, LARGEST_SESSION};

use crate::reading::{read, read_from};

#[test]
fn no_nesting_is_too_deep() {
    let deep = format!("{}{}", r#"{"a":["#.repeat(50_000), "]}".repeat(50_000));
    let event = format!(r#"{{"uuid":"1","payload":{deep}}}"#);
    for text in [
        format!("[{event}]"),
        event.clone(),
        format!(r#"{{"uuid":"s","deep":{deep},"events":[{event}]}}"#),
    ] {
        let all = read_from(
            EventReader::with_batch_size(1000, Cursor::new(text.clone())),
            text.as_bytes(),
        );
        assert!(all.error.is_none(), "{:?}", all.error);
        assert_eq!(all.events, [event.as_str()]);
        assert_eq!(all.session.is_some(), text.starts_with(r#"{"uuid":"s""#));
    }
    let open_only = "[".repeat(100_000);
    assert!(matches!(
        read(open_only.as_bytes(), 1000).error,
        Some(ImportError::Unexpected { .. })
    ));
}

/// `before`, so many blanks, and what follows.
fn with_blanks(before: &str, blanks: usize, after: &str) -> Box<dyn Read + Send> {
    let blanks = io::repeat(b' ').take(blanks as u64);
    Box::new(
        Cursor::new(before.to_owned())
            .chain(blanks)
            .chain(Cursor::new(after.to_owned())),
    )
}

#[test]
fn an_event_and_a_session_have_bounds() {
    let error = |source| {
        let mut reader = EventReader::new(source)?;
        while reader.next_batch()?.is_some() {}
        Ok::<_, ImportError>(())
    };
    for (before, after) in [
        ("[{\"uuid\":\"0\"},\n{\"uuid\":\"", "\"}]"),
        ("{\"uuid\":\"0\"}\n{\"uuid\":\"", "\"}\n"),
    ] {
        let long = error(with_blanks(before, LARGEST_EVENT - 11, after));
        assert!(long.is_ok(), "{long:?}");
        let too_long = error(with_blanks(before, LARGEST_EVENT, after));
        let Err(ImportError::EventTooLarge { place, events: 1 }) = too_long else {
            panic!("{too_long:?}")
        };
        assert_eq!(place.line, 2);
    }
    for before in [
        "{\"uuid\":\"s\",\"events\":[],\n\"name\":\"",
        "{\"uuid\":\"s\",\n\"name\":\"",
    ] {
        let long = error(with_blanks(before, LARGEST_SESSION - 100, "\",\"events\":[]}"));
        assert!(long.is_ok(), "{long:?}");
        let too_long = error(with_blanks(before, LARGEST_SESSION, "\",\"events\":[]}"));
        assert!(
            matches!(too_long, Err(ImportError::SessionTooLarge { .. })),
            "{too_long:?}"
        );
    }
    let blanks = error(with_blanks(
        "[{\"uuid\":\"0\"},",
        3 * LARGEST_EVENT,
        "{\"uuid\":\"1\"}]",
    ));
    assert!(blanks.is_ok(), "{blanks:?}");
}

#[test]
fn batches_stay_small_however_long_the_file_is() {
    struct Endless {
        event: &'static [u8],
        at: usize,
        left: usize,
    }
    impl Read for Endless {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let wanted = buffer.len().min(self.left).min(self.event.len() - self.at);
            buffer[..wanted].copy_from_slice(&self.event[self.at..self.at + wanted]);
            self.at = (self.at + wanted) % self.event.len();
            self.left -= wanted;
            Ok(wanted)
        }
    }
    for (before, event) in [
        ("[", "{\"uuid\":\"1\",\"payload\":{\"a\":[\"x\"]}} ,\n"),
        ("", "{\"uuid\":\"1\",\"payload\":{\"a\":[\"x\"]}}\n"),
    ] {
        let events = Endless {
            event: event.as_bytes(),
            at: 0,
            left: event.len() * 1_000_000,
        };
        let mut reader = EventReader::new(Cursor::new(before).chain(events)).unwrap();
        let mut count = 0;
        let mut largest = 0;
        while let Ok(Some(batch)) = reader.next_batch() {
            count += batch.events.len();
            largest = largest.max(batch.text.capacity());
        }
        assert_eq!(count, 1_000_000);
        assert!(largest < 9 * 1024 * 1024, "{largest}");
    }
}
