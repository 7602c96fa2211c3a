//! Honest archives, and changing them by hand.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use archive::query::Query;
use archive::{About, Archive, ArchiveError, Selected};
use event::Event;
use rusqlite::Connection;
use time::UtcOffset;

/// An archive of 400 events, 384 of them in three blocks. Numbers, texts and UUIDs of the last block are no words.
pub(crate) fn honest(folder: &Path) -> PathBuf {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    let path = folder.join("mailed.assurance");
    if let Some(bytes) = BYTES.get() {
        std::fs::write(&path, bytes).unwrap();
        return path;
    }
    let archive = Archive::create(&path, &About::default()).unwrap();
    let event = |number: usize| {
        let uuid = uuid::Uuid::from_u128(number as u128);
        let text = format!(
            r#"{{"uuid":"{uuid}","timestamp":{number},"type":"generic","payload":{{"text":"number {number} of many","share":{number}.5,"is":[true,null],"of":"{}"}}}}"#,
            uuid::Uuid::from_u128(!number as u128)
        );
        Event::from_json(&text).unwrap()
    };
    archive.insert((0..400).map(event).collect()).unwrap();
    archive.close().unwrap();
    BYTES.set(std::fs::read(&path).unwrap()).unwrap_or_default();
    path
}

/// Changes the file with everything that SQLite can do.
pub(crate) fn change(path: &Path, sql: &str) {
    let connection = Connection::open(path).unwrap();
    connection.execute_batch(sql).unwrap();
}

/// Puts bytes where the file has a piece.
pub(crate) fn put(path: &Path, sql: &str, data: &[u8]) {
    Connection::open(path).unwrap().execute(sql, [data]).unwrap();
}

/// A piece that the file has, unpacked.
pub(crate) fn piece(path: &Path, sql: &str) -> Vec<u8> {
    let packed: Vec<u8> = Connection::open(path)
        .unwrap()
        .query_row(sql, [], |row| row.get(0))
        .unwrap();
    zstd::decode_all(&*packed).unwrap()
}

pub(crate) fn packed(bytes: &[u8]) -> Vec<u8> {
    zstd::bulk::compress(bytes, 1).unwrap()
}

pub(crate) fn varint(mut number: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}

/// Looks at everything that can be read: what is found without an error, or why the file does not open.
pub(crate) fn read_all(path: &Path) -> Result<usize, ArchiveError> {
    let _ = archive::peek(path);
    let archive = Archive::open_to_read(path)?;
    for text in [
        "number",
        r#""many\",\"is""#,
        "/r \\d+/",
        "payload.text:*7*",
        "payload.is:true",
        "1.5",
        "0000-0000",
    ] {
        let query = Query::parse(text, UtcOffset::UTC).unwrap();
        archive.count(&query, &|| false).unwrap();
    }
    let mut all = archive.select(&Query::everything(), Selected::AsShown)?;
    let mut found = 0;
    loop {
        match all.next_events(50) {
            Ok(events) if events.is_empty() => return Ok(found),
            Ok(events) => found += events.len(),
            Err(error) => return Err(error),
        }
    }
}

/// The most memory that this process ever had, in bytes. Known on Linux; 0 elsewhere.
pub(crate) fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let kilobytes = status.lines().find_map(|line| {
        line.strip_prefix("VmHWM:")?
            .split_whitespace()
            .next()?
            .parse::<u64>()
            .ok()
    });
    kilobytes.unwrap_or(0) * 1024
}
