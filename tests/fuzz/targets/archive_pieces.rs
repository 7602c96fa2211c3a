//! An archive whose file is sound and whose pieces are any bytes: what is packed has checksums, behind which no change of
//! the file itself would come.
//!
//! Each piece is a byte that says where it goes, two for its length, and its bytes.

use rusqlite::Connection;

use super::mailed;

/// Where a piece may go, and whether it is packed there.
const PLACES: [(&str, bool); 11] = [
    ("UPDATE columns SET data = ?1 WHERE block = 0", true),
    ("UPDATE tokens SET data = ?1 WHERE block = 0", true),
    ("UPDATE texts SET data = ?1 WHERE block = 0", true),
    ("UPDATE numbers SET data = ?1 WHERE block = 0", true),
    ("UPDATE uuids SET data = ?1 WHERE block = 0", true),
    ("UPDATE grams SET data = ?1 WHERE block = 0", true),
    ("UPDATE words SET data = ?1 WHERE first = 0", true),
    ("UPDATE shapes SET data = ?1 WHERE first = 0", true),
    ("UPDATE tail SET event = CAST(?1 AS TEXT) WHERE place = 0", false),
    ("UPDATE about SET value = CAST(?1 AS TEXT) WHERE key = 'about'", false),
    (
        "INSERT OR REPLACE INTO marks (uuid, value) VALUES ('8a1c0001-d9cb-469f-a165-70867728950e', CAST(?1 AS TEXT))",
        false,
    ),
];

pub(super) fn run(data: &[u8]) {
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    let path = folder.path().join("mailed.assurance");
    std::fs::write(&path, mailed::honest()).expect("there is room for temporary files");
    let connection = Connection::open(&path).expect("it is an archive");
    connection
        .pragma_update(None, "synchronous", "off")
        .expect("it can be changed");
    let mut left = data;
    while let [place, high, low, rest @ ..] = left {
        let length = usize::from(u16::from_be_bytes([*high, *low])).min(rest.len());
        let (piece, rest) = rest.split_at(length);
        left = rest;
        let (sql, is_packed) = PLACES[usize::from(*place) % PLACES.len()];
        let bytes = if is_packed {
            zstd::bulk::compress(piece, 1).expect("anything can be packed")
        } else {
            piece.to_vec()
        };
        connection.execute(sql, [bytes]).expect("it can be changed");
    }
    drop(connection);
    mailed::look_at(&path);
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    let path = folder.path().join("honest.assurance");
    std::fs::write(&path, mailed::honest()).expect("there is room for temporary files");
    let connection = Connection::open(&path).expect("it is an archive");
    let mut all = Vec::new();
    let mut seeds = Vec::new();
    for (place, (sql, is_packed)) in PLACES.iter().enumerate() {
        let Some(select) = selecting(sql) else { continue };
        let Ok(bytes) = connection.query_row(&select, [], |row| row.get::<_, Vec<u8>>(0)) else {
            continue;
        };
        let piece = match is_packed {
            true => zstd::decode_all(&*bytes).expect("it was packed"),
            false => bytes,
        };
        let mut seed = vec![place as u8];
        seed.extend((piece.len() as u16).to_be_bytes());
        seed.extend(piece);
        all.extend_from_slice(&seed);
        seeds.push(seed);
    }
    seeds.push(all);
    seeds
}

/// How a piece is read that is written so.
fn selecting(update: &str) -> Option<String> {
    let (table, rest) = update.strip_prefix("UPDATE ")?.split_once(" SET ")?;
    let (column, rest) = rest.split_once(" = ")?;
    let (_, condition) = rest.split_once(" WHERE ")?;
    Some(format!("SELECT CAST({column} AS BLOB) FROM {table} WHERE {condition}"))
}
