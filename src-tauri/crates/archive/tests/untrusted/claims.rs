//! Pieces that lie about what is in them.

use std::fs;

use archive::{Archive, ArchiveError};

use crate::made::{change, honest, most_memory, packed, piece, put, read_all, varint};

/// More than anything here needs, and far less than what the files claim.
const ENOUGH: u64 = 1500 * 1024 * 1024;

#[test]
fn pieces_that_claim_to_be_huge_are_damage() {
    let folder = tempfile::tempdir().unwrap();
    // Thirty megabytes of nothing in a few kilobytes.
    let bomb = packed(&vec![0; 30 * 1024 * 1024]);
    for table in ["columns", "tokens", "texts", "numbers", "uuids", "words", "shapes"] {
        let path = honest(folder.path());
        let key = if matches!(table, "words" | "shapes") {
            "first = 0"
        } else {
            "block = 2"
        };
        put(&path, &format!("UPDATE {table} SET data = ?1 WHERE {key}"), &bomb);
        let read = read_all(&path);
        assert!(
            matches!(read, Err(ArchiveError::Damaged) | Ok(0..400)),
            "{table}: {read:?}"
        );
        fs::remove_file(path).unwrap();
    }
    // No blob can be this large, whatever its head says.
    let path = honest(folder.path());
    let mut claims = packed(&[0; 1000]);
    claims[4] |= 0xC0;
    put(&path, "UPDATE columns SET data = ?1", &claims);
    assert_eq!(
        read_all(&path),
        Ok(16),
        "only the newest events, which are in no block yet"
    );
    let memory = most_memory();
    assert!(memory < ENOUGH, "{memory}");
}

#[test]
fn many_small_bombs_are_not_all_unpacked() {
    let folder = tempfile::tempdir().unwrap();
    let bomb = packed(&vec![0; 30 * 1024 * 1024]);
    for (table, key) in [("columns", "block"), ("words", "first"), ("shapes", "first")] {
        let path = honest(folder.path());
        change(&path, &format!("DELETE FROM {table}"));
        let fill = format!(
            "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
             INSERT INTO {table} ({key}, data) SELECT i, ?1 FROM n"
        );
        put(&path, &fill, &bomb);
        assert_eq!(read_all(&path), Err(ArchiveError::Damaged), "{table}");
        fs::remove_file(path).unwrap();
    }
    let memory = most_memory();
    assert!(memory < ENOUGH, "{memory}");
}

#[test]
fn a_dictionary_that_lies_is_damage() {
    let folder = tempfile::tempdir().unwrap();
    let word = |text: &str| [varint((text.len() as u64) << 1), text.as_bytes().to_vec()].concat();
    let long = word(&"k".repeat(60_000));
    let mut words = long.clone();
    (0..1000).for_each(|number| words.extend(word(&number.to_string())));
    // A long key four times in each of a thousand shapes, and more often in one.
    let shape = |number: u64| [varint(5), vec![0; 4], varint(1 + number)].concat();
    let shapes: Vec<u8> = (0..1000).flat_map(shape).collect();
    let shape = [varint(9), vec![0; 9]].concat();
    let number_with_more = [varint(5 << 1 | 1), b"1,2,3".to_vec()].concat();
    let no_text = [varint(2 << 1), vec![0xFF, 0xFE]].concat();
    let twice = [long.clone(), long].concat();
    for (table, data) in [
        ("shapes", shapes),
        ("shapes", shape),
        ("shapes", varint(u64::MAX)),
        ("shapes", [varint(1), varint(999_999)].concat()),
        ("words", number_with_more),
        ("words", no_text),
        ("words", twice),
        ("words", varint(1 << 60)),
    ] {
        let path = honest(folder.path());
        if table == "shapes" {
            put(&path, "UPDATE words SET data = ?1 WHERE first = 0", &packed(&words));
            change(&path, "DELETE FROM words WHERE first > 0");
        }
        change(&path, &format!("DELETE FROM {table} WHERE first > 0"));
        put(&path, &format!("UPDATE {table} SET data = ?1"), &packed(&data));
        assert_eq!(read_all(&path), Err(ArchiveError::Damaged), "{table} {:?}", &data[..3]);
        fs::remove_file(path).unwrap();
    }
    let memory = most_memory();
    assert!(memory < ENOUGH, "{memory}");
}

#[test]
fn an_event_that_would_be_huge_is_damage() {
    let folder = tempfile::tempdir().unwrap();
    let path = honest(folder.path());
    let long = "w".repeat(60_000);
    let mut words = piece(&path, "SELECT data FROM words ORDER BY first LIMIT 1");
    let count: u64 = {
        let (mut at, mut count) = (0, 0);
        while at < words.len() {
            let (mut length, mut shift) = (0, 0);
            loop {
                let byte = words[at];
                at += 1;
                length |= usize::from(byte & 0x7F) << shift;
                shift += 7;
                if byte < 0x80 {
                    break;
                }
            }
            at += length >> 1;
            count += 1;
        }
        count
    };
    words.extend([varint(60_000 << 1), long.into_bytes()].concat());
    change(&path, "DELETE FROM words WHERE first > 0");
    put(&path, "UPDATE words SET data = ?1", &packed(&words));
    // 128 rows; the first is a list of a million times that word.
    let token = varint(18 + 2 * count);
    let list = [&[3], token.repeat(1_000_000).as_slice(), &[4]].concat();
    let mut tokens = varint(128);
    tokens.extend([varint(list.len() as u64), vec![0, 0, 0]].concat());
    tokens.extend([1, 0, 0, 0].repeat(127));
    tokens.extend(list);
    tokens.extend([0; 127]);
    put(&path, "UPDATE tokens SET data = ?1 WHERE block = 0", &packed(&tokens));
    for stream in ["texts", "numbers", "uuids"] {
        change(&path, &format!("DELETE FROM {stream} WHERE block = 0"));
    }
    change(&path, "DELETE FROM shapes WHERE first > 0");
    let read = read_all(&path);
    assert_eq!(read, Err(ArchiveError::Damaged));
    let memory = most_memory();
    assert!(memory < ENOUGH, "{memory}");
}

#[test]
fn counts_that_do_not_agree_are_damage() {
    let folder = tempfile::tempdir().unwrap();
    type Change = fn(&mut Vec<u8>);
    let changes: [Change; 6] = [
        |bytes| bytes.truncate(bytes.len() / 2),
        |bytes| bytes[0] = 127,
        |bytes| bytes[0] = 200,
        |bytes| bytes[1] = bytes[1].wrapping_add(90),
        |bytes| bytes.push(0),
        Vec::clear,
    ];
    for table in ["columns", "tokens", "texts", "numbers", "uuids", "grams"] {
        for (number, damage) in changes.iter().enumerate() {
            let path = honest(folder.path());
            let mut bytes = piece(&path, &format!("SELECT data FROM {table} WHERE block = 2"));
            damage(&mut bytes);
            put(
                &path,
                &format!("UPDATE {table} SET data = ?1 WHERE block = 2"),
                &packed(&bytes),
            );
            // A few events are gone or changed, or there is an error; never a panic.
            let read = read_all(&path);
            assert!(
                matches!(read, Ok(272..=400) | Err(ArchiveError::Damaged)),
                "{table} {number}: {read:?}"
            );
            fs::remove_file(path).unwrap();
        }
    }
}

#[test]
fn blocks_with_other_numbers_are_damage() {
    let folder = tempfile::tempdir().unwrap();
    for sql in [
        "UPDATE columns SET block = 9 WHERE block = 2",
        "UPDATE columns SET block = 99999999999 WHERE block = 2",
        "DELETE FROM columns WHERE block = 0",
        "UPDATE columns SET data = 7",
        "UPDATE tail SET event = x'00FF'",
        "UPDATE tail SET event = '{}'",
        "UPDATE tail SET is_whole = 'x'",
        "INSERT INTO marks VALUES ('a', 'no JSON')",
        "INSERT OR REPLACE INTO about VALUES ('about', '[')",
        "INSERT INTO about VALUES ('clearedAt', 'yesterday')",
    ] {
        let path = honest(folder.path());
        change(&path, sql);
        assert_eq!(read_all(&path), Err(ArchiveError::Damaged), "{sql}");
        fs::remove_file(path).unwrap();
    }
}

#[test]
fn a_table_that_has_its_pages_many_times_ends() {
    let folder = tempfile::tempdir().unwrap();
    let path = honest(folder.path());
    // Enough blocks for pages that only lead to others.
    change(
        &path,
        "WITH RECURSIVE n(i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 4000)
         INSERT INTO columns (block, data) SELECT i, (SELECT data FROM columns WHERE block = 0) FROM n",
    );
    let mut file = fs::read(&path).unwrap();
    let page_size = usize::from(u16::from_be_bytes([file[16], file[17]]));
    let mut changed = 0;
    for page in file.chunks_mut(page_size).skip(1).filter(|page| page[0] == 5) {
        let cells = usize::from(u16::from_be_bytes([page[3], page[4]]));
        let places: Vec<usize> = (0..cells)
            .map(|cell| usize::from(u16::from_be_bytes([page[12 + 2 * cell], page[13 + 2 * cell]])))
            .collect();
        let Some(first) = places.first().map(|place| page[*place..place + 4].to_vec()) else {
            continue;
        };
        for place in places {
            page[place..place + 4].copy_from_slice(&first);
        }
        changed += 1;
    }
    assert!(changed > 0);
    fs::write(&path, file).unwrap();
    assert_eq!(read_all(&path), Err(ArchiveError::Damaged));
    assert!(Archive::open(&path).is_err());
}
