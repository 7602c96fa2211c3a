//! A key pair, its certificate, and what becomes of their text on its way.

use std::sync::LazyLock;

use keys::{Certificate, KeyBits, KeyPair, Subject};
use time::{Duration, OffsetDateTime};

pub(crate) static KEY_PAIR: LazyLock<KeyPair> = LazyLock::new(|| KeyPair::generate(KeyBits::Rsa2048).unwrap());

pub(crate) const NOW: OffsetDateTime = OffsetDateTime::UNIX_EPOCH.saturating_add(Duration::days(20_000));

pub(crate) fn certificate() -> Certificate {
    let subject = Subject::parse("/C=DE/CN=Jane").unwrap();
    Certificate::self_signed(&KEY_PAIR, &subject, 365, NOW).unwrap()
}

/// Every way in which the text of a PEM file gets changed on its way here.
pub(crate) fn disguises(pem: &str) -> Vec<(&'static str, Vec<u8>)> {
    let utf_16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let lines: Vec<_> = pem.lines().map(|line| format!("    \"{line}\"")).collect();
    vec![
        ("as it is", pem.into()),
        ("Windows line ends", pem.replace('\n', "\r\n").into()),
        ("old Macintosh line ends", pem.replace('\n', "\r").into()),
        ("a JSON string", format!("\"{}\"", pem.replace('\n', "\\n")).into()),
        ("a JSON string of Windows lines", pem.replace('\n', "\\r\\n").into()),
        ("a doubly escaped string", pem.replace('\n', "\\\\n").into()),
        ("slashes escaped", pem.replace('/', "\\/").into()),
        ("an array of lines", format!("[\n{}\n]", lines.join(",\n")).into()),
        ("one line", pem.replace('\n', " ").into()),
        ("no last line end", pem.trim_end().into()),
        ("a byte order mark", format!("\u{FEFF}{pem}").into()),
        ("UTF-16", [vec![0xFF, 0xFE], utf_16(pem)].concat()),
        (
            "text around",
            format!("Bag Attributes\n    friendlyName: a\n{pem}\nKind regards — Jane").into(),
        ),
    ]
}
