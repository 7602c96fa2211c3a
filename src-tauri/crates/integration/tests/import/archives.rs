//! Zips: the console's, and hostile ones.

use std::io::{Cursor, Write as _};

use integration::import::{FileState, Format, Import, Reason, Unusable, ZipMistake};
use serde_json::json;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::samples::{CLIENT, ORGANIZATION, SECRET, has_key, import, pair, refused, why};

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Says in both headers of each entry that it is encrypted.
fn encrypted(mut bytes: Vec<u8>) -> Vec<u8> {
    for (signature, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let places: Vec<_> = bytes
            .windows(4)
            .enumerate()
            .filter(|(_, four)| four == signature)
            .map(|(at, _)| at)
            .collect();
        for place in places {
            bytes[place + flags] |= 1;
        }
    }
    bytes
}

fn mistake(bytes: &[u8]) -> ZipMistake {
    match refused(bytes) {
        Unusable::Zip(mistake) => mistake,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_pair_that_the_console_makes() {
    let (key, certificate) = (pair(0).key_pem(), pair(0).certificate.pem());
    let bytes = zip(&[
        ("config/", b""),
        ("config/private.key", key.as_bytes()),
        ("config/certificate_pub.crt", certificate.as_bytes()),
        ("__MACOSX/config/._private.key", b"\0\x05\x16\x07"),
        ("config/.DS_Store", b"Bud1"),
        ("README.txt", b"Keep the key safe."),
        ("inner.zip", &zip(&[("a", b"b")])),
    ]);
    let import = import(&[("config.zip", &bytes)]);
    let names: Vec<_> = import
        .files()
        .into_iter()
        .map(|file| (file.name, file.format))
        .collect();
    assert_eq!(
        names,
        [
            ("config.zip/config/private.key".to_owned(), Some(Format::PrivateKey)),
            (
                "config.zip/config/certificate_pub.crt".to_owned(),
                Some(Format::Certificate)
            ),
        ]
    );
    let candidates = import.candidates();
    assert_eq!(candidates.len(), 1);
    assert_eq!(candidates[0].key_matches_certificate(), Some(true));
    let about = |name: &str| {
        candidates[0]
            .ignored
            .iter()
            .find(|ignored| ignored.what.contains(name))
            .map(|ignored| &ignored.why)
    };
    assert_eq!(about("README.txt"), Some(&Reason::NotRecognised));
    assert_eq!(about("inner.zip"), Some(&Reason::NestedZip));
    assert_eq!(about("DS_Store"), None);
}

#[test]
fn a_zip_and_a_json_beside_it() {
    let json = json!({"ORG_ID": ORGANIZATION, "API_KEY": CLIENT, "CLIENT_SECRET": SECRET}).to_string();
    let key = pair(1).key_pem();
    let import = import(&[
        ("config.zip", &zip(&[("config/private.key", key.as_bytes())])),
        ("credential.json", json.as_bytes()),
    ]);
    let candidates = import.candidates();
    assert_eq!(candidates.len(), 1);
    assert!(has_key(&candidates[0], pair(1)));
    assert_eq!(candidates[0].name.as_deref(), Some("credential"));
}

#[test]
fn names_that_lead_out_of_a_zip_lead_nowhere() {
    let key = pair(0).key_pem();
    let bytes = zip(&[
        ("../../../etc/cron.d/x", key.as_bytes()),
        ("/abs\u{202E}olute\n.key", key.as_bytes()),
    ]);
    let names: Vec<_> = import(&[("a.zip", &bytes)])
        .files()
        .into_iter()
        .map(|file| file.name)
        .collect();
    assert_eq!(names, ["a.zip/etc/cron.d/x", "a.zip/absolute.key"]);
}

#[test]
fn a_zip_that_grows_too_much_is_not_unpacked() {
    let zeros = vec![0; 4 * 1024 * 1024];
    let bomb = zip(&[("a", &zeros), ("b", &zeros), ("c", &zeros), ("d", &zeros)]);
    assert!(bomb.len() < 100_000);
    assert_eq!(mistake(&bomb), ZipMistake::GrowsTooMuch);
    let many: Vec<_> = (0..300).map(|number| (format!("{number}"), b"x".as_slice())).collect();
    let many: Vec<_> = many.iter().map(|(name, content)| (name.as_str(), *content)).collect();
    assert_eq!(mistake(&zip(&many)), ZipMistake::TooManyFiles);
}

#[test]
fn sizes_in_the_directory_are_not_believed() {
    let zeros = vec![b' '; 3 * 1024 * 1024];
    let mut bytes = zip(&[("a.json", &zeros)]);
    let directory = bytes.windows(4).rposition(|four| four == b"PK\x01\x02").unwrap();
    // It says that it has ten bytes.
    bytes[directory + 24..directory + 28].copy_from_slice(&10_u32.to_le_bytes());
    let import = import(&[("a.zip", &bytes)]);
    assert!(import.candidates().is_empty());
}

#[test]
fn what_needs_a_password_or_is_damaged_is_told() {
    let key = pair(0).key_pem();
    let good = zip(&[("private.key", key.as_bytes())]);
    assert_eq!(mistake(&encrypted(good.clone())), ZipMistake::Encrypted);
    assert_eq!(mistake(&good[..good.len() / 2]), ZipMistake::Damaged);
    assert_eq!(mistake(&zip(&[])), ZipMistake::NothingOfUse);
    assert_eq!(
        mistake(&zip(&[("a.txt", b"hello"), ("b.txt", b"")])),
        ZipMistake::NothingOfUse
    );
}

#[test]
fn a_locked_key_in_a_zip_is_opened_in_its_place() {
    let sealed = pair(0).key.to_encrypted_pem("correct horse").unwrap();
    let mut import: Import = import(&[("a.zip", &zip(&[("note.txt", b"hi"), ("sealed.key", sealed.as_bytes())]))]);
    assert!(matches!(import.files()[0].state, FileState::Locked { .. }));
    import.unlock(0, "correct horse");
    let candidates = import.candidates();
    assert!(has_key(&candidates[0], pair(0)));
    assert_eq!(why(&candidates[0], "a.zip/note.txt"), Some(Reason::NotRecognised));
}
