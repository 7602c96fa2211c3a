//! What is of no use says what it seems to be.

use integration::import::{FileState, Format, Import, JsonMistake, LARGEST_FILE, SomethingElse, Unusable};
use serde_json::json;

use crate::samples::{CLIENT, ORGANIZATION, refused};

#[test]
fn almost_json_says_where() {
    let text = format!("{{\n  \"ORG_ID\": \"{ORGANIZATION}\", // ours\n  \"CLIENT_ID\": \"{CLIENT}\"\n}}");
    let unusable = refused(text.as_bytes());
    assert!(
        matches!(
            unusable,
            Unusable::Json {
                line: 2,
                mistake: JsonMistake::Comment,
                ..
            }
        ),
        "{unusable:?}"
    );
    let text = format!("{{\n  \"ORG_ID\": \"{ORGANIZATION}\",\n}}");
    let unusable = refused(text.as_bytes());
    assert!(
        matches!(
            unusable,
            Unusable::Json {
                line: 3,
                mistake: JsonMistake::TrailingComma,
                ..
            }
        ),
        "{unusable:?}"
    );
    let unusable = refused(&text.as_bytes()[..20]);
    assert!(matches!(unusable, Unusable::CutJson), "{unusable:?}");
    let unusable = refused(b"clientId: [a\norgId: b\n");
    assert!(matches!(unusable, Unusable::Yaml { .. }), "{unusable:?}");
}

#[test]
fn other_things_are_named() {
    let collection = json!({"info": {"_postman_id": "x", "name": "IMS"}, "item": []}).to_string();
    let token = json!({"access_token": "eyJ.x.y", "token_type": "bearer", "expires_in": 86399}).to_string();
    let events = json!({"events": [{"uuid": "x"}]}).to_string();
    for (bytes, what) in [
        (
            b"<!DOCTYPE html>\n<html><body>Sign in</body></html>".as_slice(),
            SomethingElse::WebPage,
        ),
        (b"  <html lang=en>", SomethingElse::WebPage),
        (collection.as_bytes(), SomethingElse::PostmanCollection),
        (token.as_bytes(), SomethingElse::TokenAnswer),
        (events.as_bytes(), SomethingElse::AssuranceEvents),
        (b"eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IngifQ.c2ln", SomethingElse::Token),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", SomethingElse::Picture),
        (b"%PDF-1.7\n%\xE2\xE3", SomethingElse::Pdf),
        (b"\x1F\x8B\x08\0\0\0\0\0", SomethingElse::Archive),
        (b"\x7FELF\x02\x01\x01\0", SomethingElse::Program),
    ] {
        match refused(bytes) {
            Unusable::SomethingElse(found) => assert_eq!(found, what),
            other => panic!("{what:?}: {other:?}"),
        }
    }
    for bytes in [b"good morning".as_slice(), b"\xC3\x28\x00\x01", b"a,b\n1,2\n"] {
        assert!(matches!(refused(bytes), Unusable::Unknown));
    }
    for bytes in [b"".as_slice(), b" \r\n\t", b"\xEF\xBB\xBF"] {
        assert!(matches!(refused(bytes), Unusable::Empty));
    }
    for text in [
        "{}",
        "[]",
        "{\"a\": {\"client_id\": \"x\"}}",
        "[1, [2, {}]]",
        "[\"a\", \"b\"]",
    ] {
        assert!(matches!(refused(text.as_bytes()), Unusable::NoCredentials), "{text}");
    }
}

#[test]
fn a_template_without_values_says_so() {
    let text = json!({"name": "Template", "values": [
        {"key": "CLIENT_SECRET", "value": ""}, {"key": "API_KEY", "value": "{{API_KEY}}"}, {"key": "IMS", "value": "x"},
    ]});
    let unusable = refused(text.to_string().as_bytes());
    assert!(
        matches!(unusable, Unusable::NothingIn(Format::PostmanEnvironment)),
        "{unusable:?}"
    );
}

#[test]
fn files_are_read_from_the_disk_within_bounds() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    std::fs::write(path("large"), vec![b'A'; LARGEST_FILE + 1]).unwrap();
    std::fs::write(path("ok.json"), json!({"clientId": CLIENT}).to_string()).unwrap();
    let mut import = Import::new();
    import
        .add_files(&[
            path("large"),
            path("missing"),
            folder.path().to_owned(),
            path("ok.json"),
        ])
        .unwrap();
    let files = import.files();
    assert!(matches!(files[0].state, FileState::Unusable(Unusable::TooLarge)));
    assert!(matches!(files[1].state, FileState::Unusable(Unusable::NotRead { .. })));
    assert!(matches!(files[2].state, FileState::Unusable(Unusable::NotRead { .. })));
    assert_eq!(files[3].name, "ok.json");
    assert_eq!(import.candidates()[0].name.as_deref(), Some("ok"));
    import.add("large", vec![b'A'; LARGEST_FILE + 1]).unwrap();
    assert!(matches!(
        import.files()[4].state,
        FileState::Unusable(Unusable::TooLarge)
    ));
}
