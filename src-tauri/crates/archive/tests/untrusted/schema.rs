//! What else may be in a SQLite file.

use archive::{Archive, ArchiveError};

use crate::made::{change, honest, read_all};

#[test]
fn a_file_with_anything_that_acts_is_refused_and_left_alone() {
    for addition in [
        "CREATE TRIGGER t AFTER INSERT ON tail BEGIN DELETE FROM columns; END",
        "CREATE TRIGGER t INSTEAD OF INSERT ON v BEGIN SELECT 1; END",
        "CREATE VIEW v AS SELECT * FROM tail",
        // One in the place of a table.
        "DROP TABLE grams; CREATE VIEW grams AS SELECT 0 AS block, zeroblob(999999999) AS data",
        // Of modules that our SQLite was built without, and of one that no SQLite has.
        "PRAGMA writable_schema = on; INSERT INTO sqlite_master VALUES ('table', 'v', 'v', 0, 'CREATE VIRTUAL TABLE v USING fts5(text)')",
        "PRAGMA writable_schema = on; INSERT INTO sqlite_master VALUES ('table', 'v', 'v', 0, 'CREATE VIRTUAL TABLE v USING rtree(id, low, high)')",
        "PRAGMA writable_schema = on; INSERT INTO sqlite_master VALUES ('table', 'v', 'v', 0, 'CREATE VIRTUAL TABLE v USING nothing(text)')",
        "CREATE TABLE more (anything)",
        "CREATE INDEX i ON words (hex(data))",
        "CREATE INDEX i ON words (data)",
        "ANALYZE",
        "ALTER TABLE tail ADD COLUMN more TEXT AS (hex(zeroblob(500000000)))",
        "ALTER TABLE tail ADD COLUMN more TEXT DEFAULT ''",
        "DROP TABLE marks; CREATE TABLE marks (uuid TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL CHECK (like('%', value))) WITHOUT ROWID",
        "DROP TABLE marks; CREATE TABLE marks (uuid TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)",
        "DROP TABLE marks",
        "PRAGMA writable_schema = on; UPDATE sqlite_master SET name = 'TAIL' WHERE name = 'tail'",
        "PRAGMA writable_schema = on; UPDATE sqlite_master SET rootpage = 0 WHERE name = 'tail'",
        "PRAGMA writable_schema = on; UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'words') WHERE name = 'tail'",
        "PRAGMA writable_schema = on; UPDATE sqlite_master SET sql = 'CREATE TABLE tail AS SELECT load_extension(''x'')' WHERE name = 'tail'",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = honest(folder.path());
        if addition.contains(" ON v ") {
            change(&path, "CREATE VIEW v AS SELECT * FROM tail");
        }
        change(&path, addition);
        let before = std::fs::read(&path).unwrap();
        let refused = |result: Result<(), ArchiveError>| {
            assert!(
                matches!(result, Err(ArchiveError::NotAnArchive | ArchiveError::Damaged)),
                "{addition}: {result:?}"
            );
        };
        refused(read_all(&path).map(drop));
        refused(Archive::open(&path).map(drop));
        refused(archive::peek(&path).map(drop));
        refused(archive::copy(&path, &folder.path().join("copy.assurance"), &|| false));
        assert_eq!(std::fs::read(&path).unwrap(), before, "{addition}");
    }
}

#[test]
fn an_honest_file_is_read_whatever_made_its_pages() {
    for change_of_pages in [
        "VACUUM",
        "PRAGMA page_size = 65536; VACUUM",
        "PRAGMA auto_vacuum = full; VACUUM",
        "REINDEX",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = honest(folder.path());
        change(&path, change_of_pages);
        assert_eq!(read_all(&path), Ok(400), "{change_of_pages}");
        Archive::open(&path).unwrap();
    }
}
