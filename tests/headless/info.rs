//! `assurance-desk info`

use serde_json::{Value, json};

use crate::archives::{BEGIN, SESSION, archive};
use crate::program::Program;

#[test]
fn it_prints_what_an_archive_holds() {
    let program = Program::new();
    let archive = archive(&program, 100);
    let info = program.run("info checkout.assurance").json();
    for (field, expected) in [
        ("archive", json!("checkout.assurance")),
        ("name", json!("Checkout v42")),
        ("session", json!(SESSION)),
        ("link", json!("lumashop://home")),
        ("created", json!(BEGIN)),
        ("importedFrom", json!("session.json")),
        ("events", json!(100)),
        ("partsWaiting", json!(0)),
        ("first", json!(BEGIN)),
        ("last", json!(BEGIN + 99_000)),
        ("bytes", json!(std::fs::metadata(&archive).unwrap().len())),
        ("formatVersion", json!(2)),
        ("damagedBlocks", json!(0)),
    ] {
        assert_eq!(info[field], expected, "{field}: {info}");
    }
    let clients = info["clients"].as_array().unwrap();
    assert_eq!(clients.len(), 2);
    assert!(clients.iter().all(|client| client["events"] == 50), "{info}");
    assert_eq!(info["token"], Value::Null, "the PIN is not told");
}
