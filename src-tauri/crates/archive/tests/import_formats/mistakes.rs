//! What is broken says where, and gives what is whole.

use std::io::{self, Cursor, Read};

use archive::import::{EventReader, ImportError, Packing, SomethingElse, ZipMistake};
use zip::CompressionMethod;

use crate::files::{EVENTS, SESSION, files, gzip, session_with, zipped};
use crate::reading::{SIZES, open, read, read_from};

#[test]
fn what_is_no_file_of_events_says_what_it_is() {
    let error = |bytes: &[u8]| EventReader::new(Cursor::new(bytes.to_vec())).unwrap_err();
    for empty in [&b""[..], b" \r\n\t", b"\xef\xbb\xbf", &gzip(b""), &gzip(b"\n")] {
        assert!(matches!(error(empty), ImportError::Empty), "{empty:?}");
    }
    let utf16: Vec<u8> = "\u{feff}[{}]".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(matches!(error(&utf16), ImportError::Utf16));
    assert!(matches!(error(&utf16[2..]), ImportError::Utf16));
    let swapped: Vec<u8> = utf16.chunks(2).flat_map(|pair| [pair[1], pair[0]]).collect();
    assert!(matches!(error(&swapped), ImportError::Utf16));
    for (bytes, expected) in [
        (&b"\n<!DOCTYPE html><html>"[..], SomethingElse::WebPage),
        (b"-----BEGIN PRIVATE KEY-----\n", SomethingElse::Key),
        (b"SQLite format 3\0...", SomethingElse::Database),
        (b"PAR1....", SomethingElse::Parquet),
        (b"\x28\xb5\x2f\xfd....", SomethingElse::Packed),
        (b"%PDF-1.7", SomethingElse::Pdf),
        (b"\x89PNG\r\n", SomethingElse::Picture),
    ] {
        assert!(
            matches!(error(bytes), ImportError::SomethingElse(what) if what == expected),
            "{expected}"
        );
    }
    let something_else = br#"{"integration":{"name":"x","secret":"never-shown"},"version":1}"#;
    assert_eq!(
        error(something_else).to_string(),
        "the file has no events: its fields are integration, version"
    );
    assert_eq!(
        error(br#"[{"x":1}]"#).to_string(),
        "the file has no events: its fields are x"
    );
    assert_eq!(
        error(b"{}").to_string(),
        "the file has no events: it is an empty object"
    );
    assert_eq!(
        error(br#"{"errors":[{"message":"no"}],"data":null}"#).to_string(),
        "the file has no events: its fields are errors, data"
    );
}

#[test]
fn what_is_not_json_says_where_and_what_was_expected() {
    for (text, expected) in [
        (
            "uuid,type\n1,2",
            "line 1 (byte 0): `u` where an event, a session or a list of events was expected",
        ),
        (
            "\n123",
            "line 2 (byte 1): a number where an event, a session or a list of events was expected",
        ),
        (
            "\"text\"",
            "line 1 (byte 0): a text where an event, a session or a list of events was expected",
        ),
        (
            "[null]",
            "line 1 (byte 1): `n` where an event, a session or a list of events was expected",
        ),
        (
            "{\"uuid\":\"1\",\n\"a\" 1}",
            "line 2 (byte 17): a number where a colon was expected",
        ),
        (
            "{“uuid”:\"1\"}",
            "line 1 (byte 1): `“` where the name of a field was expected",
        ),
        ("{\"uuid\":}", "line 1 (byte 8): `}` where a value was expected"),
        (
            "[{\"uuid\":\"1\"} {\"uuid\":\"2\"}]",
            "line 1 (byte 14): `{` where a comma or the end of the list was expected",
        ),
        (
            "{\"events\":[{\"uuid\":\"1\"},\n]}",
            "line 2 (byte 25): `]` where a value was expected",
        ),
        (
            "{\"events\":[{\"uuid\":\"1\"}]}\nrest",
            "line 2 (byte 26): `r` where an event, a session or a list of events was expected",
        ),
        (
            "{\"events\":[{\"uuid\":\"1\"}]}\0\0",
            "line 1 (byte 25): a NUL byte where an event, a session or a list of events was expected",
        ),
        (
            "{\"uuid\":\"s\",\"token\":\n tru,\"events\":[]}",
            "line 2 (byte 25): something that is not JSON where a field of the session was expected",
        ),
        (
            "{\"events\":[],\"token\":[1,}",
            "line 1 (byte 24): something that is not JSON where a field of the session was expected",
        ),
    ] {
        for size in SIZES {
            let all = read(text.as_bytes(), size);
            assert_eq!(all.error_text(), expected, "{text}, {size}");
        }
    }
}

#[test]
fn a_cut_file_gives_what_is_whole_and_says_how_much_that_is() {
    for (name, text, _, _) in files() {
        let text = text.trim_end();
        for end in (1..text.len()).step_by(13).filter(|end| text.is_char_boundary(*end)) {
            let all = read(&text.as_bytes()[..end], 50);
            let whole = all.events.len();
            match &all.error {
                Some(ImportError::Cut { place, events }) => {
                    assert_eq!(*events, whole as u64, "{name}");
                    assert_eq!(place.offset, end as u64, "{name}");
                    assert_eq!(all.events, EVENTS[..whole], "{name}");
                }
                // What is whole up to here is a file of its own, or lines, whose last is not looked at.
                None => assert_eq!(
                    all.events[..whole.saturating_sub(1)],
                    EVENTS[..whole.saturating_sub(1)],
                    "{name} {end}"
                ),
                Some(ImportError::Empty) => assert_eq!(whole, 0),
                Some(error) => panic!("{name}: {error}"),
            }
        }
    }
    let text = session_with(&format!("[{}", EVENTS.join(",")), 9);
    let cut = text.split_inclusive("\"uuid\":\"a8\"").next().unwrap();
    let all = read(cut.as_bytes(), 1);
    assert_eq!(all.events, EVENTS[..7]);
    assert_eq!(all.session_value(), Some(serde_json::from_str(SESSION).unwrap()));
    assert!(
        all.error_text().starts_with("the file ends in the middle, at line 10 "),
        "{}",
        all.error_text()
    );
    assert!(
        all.error_text().ends_with(", after 7 whole events"),
        "{}",
        all.error_text()
    );
}

#[test]
fn a_damaged_gzip_gives_what_came_out_of_it() {
    let text = EVENTS.join("\n");
    let packed = gzip(text.as_bytes());
    let all = read(&packed[..packed.len() - 40], 100);
    assert!(
        matches!(
            all.error,
            Some(ImportError::Damaged {
                cut: true,
                packing: Packing::Gzip,
                ..
            })
        ),
        "{:?}",
        all.error
    );
    assert_eq!(all.events, EVENTS[..all.events.len()]);
    assert!(
        all.error_text().starts_with("the gzip file is cut off, "),
        "{}",
        all.error_text()
    );

    // However much is read at once, what came out before the damage is handed out.
    let many = EVENTS.join("\n").repeat(40);
    let packed_many = gzip(many.as_bytes());
    let all = read(&packed_many[..packed_many.len() / 2], 1 << 20);
    assert!(all.events.len() > EVENTS.len(), "{} events", all.events.len());
    assert_eq!(all.error.map(|error| error.events()), Some(all.events.len() as u64));

    let mut changed = packed.clone();
    let checksum = packed.len() - 6;
    changed[checksum] ^= 1;
    let all = read(&changed, 100);
    assert!(
        matches!(all.error, Some(ImportError::Damaged { cut: false, .. })),
        "{:?}",
        all.error
    );
    assert_eq!(all.error.map(|error| error.events()), Some(all.events.len() as u64));

    let followed = [&packed[..], b"something else"].concat();
    assert!(matches!(read(&followed, 100).error, Some(ImportError::Damaged { .. })));
    assert!(matches!(
        read(b"\x1f\x8b\x08", 100).error,
        Some(ImportError::Damaged { .. })
    ));
}

#[test]
fn a_zip_that_cannot_be_used_says_why() {
    let deflated = CompressionMethod::Deflated;
    let text = EVENTS.join("\n");
    let mistake = |bytes: &[u8]| match open(bytes) {
        Err(ImportError::Zip(mistake)) => mistake,
        other => panic!("{other:?}"),
    };
    let two = zipped(&[("a", b"[]"), ("b", b"[]")], deflated);
    assert_eq!(mistake(&two), ZipMistake::NotOneFile { files: 2 });
    assert_eq!(mistake(&zipped(&[], deflated)), ZipMistake::NotOneFile { files: 0 });
    let one = zipped(&[("events", text.as_bytes())], deflated);
    assert_eq!(mistake(&one[..one.len() - 10]), ZipMistake::Damaged);
    let streamed = EventReader::new(Cursor::new(one));
    assert!(matches!(streamed, Err(ImportError::Zip(ZipMistake::Streamed))));

    let stored = zipped(&[("events", text.as_bytes())], CompressionMethod::Stored);
    let place = stored.windows(4).position(|window| window == b"\"a8\"").unwrap();
    let mut changed = stored;
    changed[place + 1] = b'b';
    let all = read_from(open(&changed), &[]);
    assert!(
        matches!(
            all.error,
            Some(ImportError::Damaged {
                packing: Packing::Zip,
                ..
            })
        ),
        "{:?}",
        all.error
    );
}

#[test]
fn what_the_file_system_refuses_is_not_taken_for_damage() {
    struct Refuses(Cursor<Vec<u8>>);
    impl Read for Refuses {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            match self.0.read(buffer)? {
                0 => Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the disk went away")),
                read => Ok(read),
            }
        }
    }
    let text = EVENTS.join("\n");
    for bytes in [text.clone().into_bytes(), gzip(text.as_bytes())] {
        let all = read_from(
            EventReader::with_batch_size(50, Refuses(Cursor::new(bytes[..bytes.len() - 30].to_vec()))),
            text.as_bytes(),
        );
        assert!(all.error_text().contains("the disk went away"), "{:?}", all.error);
        assert!(matches!(all.error, Some(ImportError::File { .. })));
        assert_eq!(all.events, EVENTS[..all.events.len()]);
    }
    assert!(matches!(open_missing(), Err(ImportError::File { .. })));
}

fn open_missing() -> Result<EventReader, ImportError> {
    let folder = tempfile::tempdir().unwrap();
    assert!(EventReader::open(folder.path()).is_err());
    EventReader::open(&folder.path().join("missing.json"))
}

#[test]
fn one_file_has_one_session() {
    let other = SESSION.replace("5e55", "5e56");
    let same = SESSION.replace("5e55", "5E55");
    let text = |second: &str| {
        let session =
            |session: &str, event: &str| format!("{},\"events\":[{event}]}}", session.strip_suffix('}').unwrap());
        format!("{}\n{}", session(SESSION, EVENTS[0]), session(second, EVENTS[1]))
    };
    let all = read(text(&same).as_bytes(), 20);
    assert_eq!(all.events, EVENTS[..2]);
    assert!(all.error.is_none());
    let all = read(text(&other).as_bytes(), 20);
    assert_eq!(all.events, EVENTS[..1]);
    assert!(
        matches!(all.error, Some(ImportError::SecondSession { place, events: 1 }) if place.line == 2),
        "{:?}",
        all.error
    );
    assert_eq!(all.session_value(), Some(serde_json::from_str(SESSION).unwrap()));
}
