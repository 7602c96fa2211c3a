//! What the documentation says is true.

use archive::query::FIELDS;

use crate::session::parse;

const PAGE: &str = include_str!("../../../../../docs/query.md");

/// The rows of the table that begins with this heading: the text of each cell.
fn table(heading: &str) -> Vec<Vec<&'static str>> {
    let start = PAGE.find(&format!("| {heading} |")).unwrap();
    let rows = PAGE[start..].lines().take_while(|line| line.starts_with('|')).skip(2);
    rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect())
        .collect()
}

fn code(cell: &str) -> &str {
    cell.split('`').nth(1).unwrap_or_default()
}

#[test]
fn every_example_is_a_query() {
    let examples = table("question").into_iter().map(|row| code(row[1]));
    let examples = examples.chain(table("field").into_iter().map(|row| code(row[2])));
    let mut count = 0;
    for example in examples.chain(FIELDS.iter().map(|field| field.example)) {
        let parsed = parse(example);
        assert!(parsed.is_ok(), "{}", parsed.unwrap_err());
        count += 1;
    }
    assert!(count > 40, "only {count} were found");
}

#[test]
fn every_field_is_documented() {
    let documented: Vec<(&str, &str)> = table("field").iter().map(|row| (code(row[0]), code(row[2]))).collect();
    let known: Vec<(&str, &str)> = FIELDS.iter().map(|field| (field.name, field.example)).collect();
    assert_eq!(documented, known);
    for alias in FIELDS.iter().flat_map(|field| field.aliases) {
        assert!(PAGE.contains(&format!("`{alias}`")), "{alias}");
    }
}
