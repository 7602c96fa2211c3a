//! CSV, as a spreadsheet reads it.

use std::fs;

use archive::export::{CsvColumn, ExportFormat, ExportOptions, export};
use serde_json::{Value, json};

use crate::archives::{Desk, query};
use crate::odd_events::{SESSION, document, odd_events};

fn rows(desk: &Desk, events: &[Value], columns: &[&str]) -> Vec<Vec<String>> {
    let events: Vec<String> = events.iter().map(Value::to_string).collect();
    let archive = desk.imported("table", document(SESSION, &events).as_bytes());
    let options = ExportOptions {
        columns: columns.iter().map(|column| column.parse().unwrap()).collect(),
        ..ExportOptions::new(ExportFormat::Csv)
    };
    let to = desk.path("table.csv");
    export(&archive, &options, &to, &()).unwrap();
    read(&fs::read(to).unwrap())
}

fn read(file: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(file);
    reader
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn chosen_columns_come_in_their_order_with_the_oldest_event_first() {
    let desk = Desk::new();
    let events = [
        json!({"uuid": "B", "timestamp": 1_700_000_000_007_i64, "eventNumber": 2, "clientId": "C1", "vendor": "com.adobe.griffon.mobile",
            "type": "generic", "payload": {"ACPExtensionEventName": "Purchase, \"big\"\nand new", "ACPExtensionEventType": "com.adobe.eventType.edge",
            "ACPExtensionEventSource": "com.adobe.eventSource.requestContent", "ACPExtensionEventData": {"xdm": {"eventType": "commerce.purchases",
            "items": [{"sku": "a"}, {"sku": "b"}]}}}}),
        json!({"uuid": "a", "timestamp": 1_700_000_000_000_i64, "type": "client", "vendor": "v", "payload": {"type": "disconnect"}}),
    ];
    let columns = [
        "uuid",
        "time",
        "timestamp",
        "eventNumber",
        "client",
        "vendor",
        "type",
        "eventType",
        "source",
        "name",
        "title",
        "payload.ACPExtensionEventData.xdm.items.sku",
        "payload.ACPExtensionEventData.xdm",
    ];
    let rows = rows(&desk, &events, &columns);
    assert_eq!(rows[0], columns);
    assert_eq!(
        rows[1][..11],
        [
            "a",
            "2023-11-14T22:13:20.000Z",
            "1700000000000",
            "0",
            "",
            "v",
            "client",
            "client",
            "",
            "client",
            "Client disconnected"
        ]
    );
    assert_eq!(
        rows[2],
        [
            "b",
            "2023-11-14T22:13:20.007Z",
            "1700000000007",
            "2",
            "c1",
            "com.adobe.griffon.mobile",
            "generic",
            "edge",
            "requestcontent",
            "Purchase, \"big\"\nand new",
            "Edge request",
            "a; b",
            r#"{"eventType":"commerce.purchases","items":[{"sku":"a"},{"sku":"b"}]}"#,
        ]
    );
}

#[test]
fn no_event_can_write_a_formula() {
    let desk = Desk::new();
    let formulas = [
        "=HYPERLINK(\"http://x\")",
        "+1",
        "-2+3",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        " =1",
    ];
    let events: Vec<Value> = formulas
        .iter()
        .enumerate()
        .map(|(number, formula)| {
            json!({"uuid": format!("{formula}{number}"), "timestamp": number, "vendor": formula, "clientId": formula,
            "type": formula, "payload": {"name": formula, "ACPExtensionEventSource": formula, "text": formula}})
        })
        .collect();
    let columns = [
        "uuid",
        "client",
        "vendor",
        "type",
        "eventType",
        "source",
        "name",
        "title",
        "detail",
        "payload.text",
        "payload.*",
    ];
    let rows = rows(&desk, &events, &columns);
    assert_eq!(rows.len(), formulas.len() + 1);
    for row in &rows[1..] {
        for cell in row {
            assert!(
                !cell
                    .trim_start_matches(' ')
                    .starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{row:?}"
            );
        }
    }
    assert_eq!(rows[1][9], "'=HYPERLINK(\"http://x\")");
}

#[test]
fn no_event_can_write_a_formula_where_a_spreadsheet_expects_other_separators() {
    let desk = Desk::new();
    let texts = ["a;=1+1;b", "a;\"=HYPERLINK(1)\";b", "a\t=1", "a\n=1", "a\r\n  @SUM(1)"];
    let events: Vec<String> = texts
        .iter()
        .map(|text| json!({"uuid": text, "type": text, "payload": {"text": [text, "-5"]}}).to_string())
        .collect();
    let archive = desk.imported("separators", document(SESSION, &events).as_bytes());
    let options = ExportOptions {
        columns: ["eventNumber", "type", "payload.text"]
            .map(|column| column.parse().unwrap())
            .into(),
        ..ExportOptions::new(ExportFormat::Csv)
    };
    let to = desk.path("separators.csv");
    export(&archive, &options, &to, &()).unwrap();
    let file = fs::read_to_string(to).unwrap();
    // As a program cuts it that knows of no quotes but those at the beginning of a cell.
    for cell in file.split([';', '\t', '\n', '\r']) {
        let cell = cell.trim_start_matches([' ', '"']);
        assert!(!cell.starts_with(['=', '+', '@']), "{cell} in {file}");
        assert!(!cell.starts_with('-') || cell.starts_with("-5"), "{cell} in {file}");
    }
}

#[test]
fn odd_events_are_rows_too() {
    let desk = Desk::new();
    let archive = desk.imported("odd", document(SESSION, &odd_events()).as_bytes());
    let options = ExportOptions {
        with_mark: true,
        ..ExportOptions::new(ExportFormat::Csv)
    };
    let report = desk.export(&archive, &options, "odd.csv").unwrap();
    let file = fs::read(desk.path("odd.csv")).unwrap();
    assert_eq!(
        (report.bytes, report.files.as_slice()),
        (file.len() as u64, &[desk.path("odd.csv")][..])
    );
    let text = file.strip_prefix("\u{feff}".as_bytes()).expect("the mark comes first");
    let rows = read(text);
    assert_eq!(rows.len(), archive.len() + 1);
    assert_eq!(report.events, archive.len() as u64);
    assert_eq!(
        rows[0],
        CsvColumn::usual().iter().map(ToString::to_string).collect::<Vec<_>>()
    );
}

#[test]
fn only_what_the_filter_shows_is_exported() {
    let desk = Desk::new();
    let archive = desk.imported("all", document(SESSION, &odd_events()).as_bytes());
    let filter = query("name:n3 eventNumber<100");
    let expected = archive.count(&filter, &|| false).unwrap();
    assert_eq!(expected, 20);
    for format in [
        ExportFormat::Json,
        ExportFormat::Ndjson,
        ExportFormat::Csv,
        ExportFormat::Parquet,
    ] {
        let options = ExportOptions {
            query: filter.clone(),
            ..ExportOptions::new(format)
        };
        let report = desk.export(&archive, &options, &format!("{format:?}")).unwrap();
        assert_eq!(report.events, 20, "{format:?}");
    }
    let again = desk.import("again", &desk.path("Json"));
    assert_eq!((again.len(), again.count(&filter, &|| false).unwrap()), (20, 20));
}
