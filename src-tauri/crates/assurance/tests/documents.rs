//! Every document that is sent is valid for the schema that the practice workspace serves, which is put together from
//! Adobe's public code.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::path::Path;

use apollo_compiler::{ExecutableDocument, Schema};

#[test]
fn every_document_is_valid_for_the_schema() {
    let schema = Schema::parse_and_validate(practice::assurance_sdl(), "schema.graphql").unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/operations");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let document = std::fs::read_to_string(&path).unwrap();
        if let Err(invalid) = ExecutableDocument::parse_and_validate(&schema, document, &path) {
            panic!("{}", invalid.errors);
        }
        count += 1;
    }
    assert_eq!(count, 8, "a new document is counted here");
}
