//! Postman collections and environments: imported, looked at, changed and kept.

use std::path::{Path, PathBuf};

use api::contract::tick::Tick;
use serde_json::{Value, json};

use super::{get, send, under, with_text};
use crate::desk::{Desk, texts};

const SECRET: &str = "p8e-in-the-file-and-nowhere-else";
const JWT: &str = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";

/// A collection like Adobe's own: a JWT that a script signs, a token request, and calls in folders.
fn adobes() -> Value {
    let sign = json!({ "listen": "prerequest", "script": { "type": "text/javascript", "exec": [
        "pm.sendRequest('https://kjur.github.io/jsrsasign/jsrsasign-all-min.js', function (err, res) {",
        "  eval(res.text());",
        "  var jwt = KJUR.jws.JWS.sign(null, header, payload, pm.environment.get('PRIVATE_KEY'));",
        "  pm.environment.set('JWT_TOKEN', jwt);",
        "});",
    ] } });
    let store = json!({ "listen": "test", "script": { "exec": [
        "var data = JSON.parse(responseBody);",
        "pm.environment.set('ACCESS_TOKEN', data.access_token);",
    ] } });
    json!({
        "info": { "name": "IMS and Schema Registry", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
        "variable": [{ "key": "CONTAINER_ID", "value": "global" }, { "key": "CLIENT_SECRET", "value": SECRET }],
        "x-unknown": { "kept": [1, 2] },
        "item": [
            { "name": "IMS: JWT", "event": [sign, store], "request": {
                "method": "POST", "url": "https://{{IMS}}/ims/exchange/jwt/",
                "body": { "mode": "formdata", "formdata": [
                    { "key": "client_id", "value": "{{API_KEY}}" },
                    { "key": "client_secret", "value": SECRET },
                    { "key": "jwt_token", "value": JWT },
                ] },
            } },
            { "name": "Schema Registry", "item": [
                { "name": "Classes", "request": {
                    "method": "GET",
                    "url": { "raw": "https://{{PLATFORM_URL}}/data/foundation/schemaregistry/{{CONTAINER_ID}}/classes?limit={{LIMIT}}" },
                    "header": [
                        { "key": "Accept", "value": "application/vnd.adobe.xed-id+json" },
                        { "key": "Authorization", "value": format!("Bearer {JWT}") },
                    ],
                } },
            ] },
        ],
    })
}

fn environment() -> Value {
    json!({ "name": "Acme", "values": [
        { "key": "CLIENT_SECRET", "value": SECRET, "enabled": true },
        { "key": "ACCESS_TOKEN", "value": JWT, "enabled": true },
        { "key": "LIMIT", "value": "5", "enabled": true },
    ], "_postman_variable_scope": "environment" })
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let write = |name: &str, text: String| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    vec![
        write("collection.json", adobes().to_string()),
        write("environment.json", environment().to_string()),
        write("holiday.json", "{\"photos\": []}".to_owned()),
    ]
}

/// All files below a folder, as one text.
fn everything_in(folder: &Path) -> String {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .map(|path| {
            if path.is_dir() {
                return everything_in(&path);
            }
            String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned()
        })
        .collect()
}

async fn imported(desk: &Desk) -> Value {
    let elsewhere = tempfile::tempdir().unwrap();
    desk.desktop.will_choose_all(&files(elsewhere.path()));
    desk.ask("collection_import", json!({ "from": "dialog" })).await
}

fn collection<'a>(shelf: &'a Value, id: &Value) -> &'a Value {
    let all = shelf["collections"].as_array().unwrap();
    all.iter().find(|collection| collection["collection"] == *id).unwrap()
}

#[tokio::test]
async fn a_collection_and_an_environment_come_in_without_their_secrets() {
    let mut desk = Desk::open();
    let integration = desk.integration().await;
    let mut ticks = desk.ticks();
    let came = imported(&desk).await;
    desk.tick(&mut ticks, |tick| matches!(tick, Tick::Requests)).await;
    assert_eq!(
        (
            came["collections"].as_array().unwrap().len(),
            came["environments"].as_array().unwrap().len()
        ),
        (1, 1)
    );
    let left_out = came["leftOut"].to_string();
    for name in ["CLIENT_SECRET", "ACCESS_TOKEN", "jwt_token"] {
        assert!(left_out.contains(name), "{name}: {left_out}");
    }
    assert!(came["remarks"].to_string().contains("holiday.json"), "{came}");

    let shelf = desk.ask("requests_read", Value::Null).await;
    let id = &came["collections"][0];
    let items = &collection(&shelf, id)["items"];
    assert_eq!(texts(items, "name"), ["IMS: JWT", "Schema Registry", "Classes"]);
    assert_eq!(
        (&items[0]["hasScript"], &items[1]["method"], &items[2]["depth"]),
        (&json!(true), &Value::Null, &json!(1))
    );
    let place = |item: usize| json!({ "from": "collection", "collection": id, "item": items[item]["item"] });
    let token = desk.ask("request_open", place(0)).await;
    assert_eq!(token["scripts"].as_array().unwrap().len(), 2);
    for script in token["scripts"].as_array().unwrap() {
        assert!(
            script["replacedBy"].as_str().unwrap().starts_with("Assurance Desk"),
            "{script}"
        );
    }
    let classes = desk.ask("request_open", place(2)).await;
    let mut asked = under(&integration, &classes["request"]);
    asked["collection"] = id.clone();
    assert_eq!(
        desk.ask("request_check", asked.clone()).await["missing"],
        json!(["LIMIT"])
    );
    asked["environment"] = came["environments"][0].clone();
    let check = desk.ask("request_check", asked.clone()).await;
    assert_eq!(check["missing"], json!([]));
    assert!(
        check["url"].as_str().unwrap().ends_with("/global/classes?limit=5"),
        "{check}"
    );
    asked["sent"] = json!(uuid::Uuid::new_v4());
    assert_eq!(desk.ask("request_send", asked).await["status"], 200);

    let file = desk.folder().join("saved.json");
    desk.desktop.will_save_at(&file);
    desk.ask("collection_save", json!({ "collection": id })).await;
    let saved: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    assert_eq!(
        (&saved["x-unknown"], &saved["item"][1]["name"]),
        (&json!({ "kept": [1, 2] }), &json!("Schema Registry"))
    );
    desk.restart();
    let again = desk.ask("requests_read", Value::Null).await;
    assert_eq!(texts(&collection(&again, id)["items"], "name").len(), 3);
    let written = everything_in(desk.folder());
    for secret in [SECRET, JWT] {
        assert!(!desk.heard().contains(secret) && !written.contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn what_is_no_collection_is_refused_with_a_next_step() {
    let desk = Desk::open();
    for text in [
        "",
        "not JSON",
        "[]",
        "{\"photos\": []}",
        "{\"requests\": [], \"order\": []}",
    ] {
        desk.refused("collection_import", json!({ "from": "text", "text": text }))
            .await;
    }
    let closed = desk.refused("collection_import", json!({ "from": "dialog" })).await;
    assert_eq!(closed.code, api::contract::problem::ProblemCode::Cancelled);
    let text = environment().to_string();
    let came = desk
        .ask("collection_import", json!({ "from": "text", "text": text }))
        .await;
    assert_eq!(came["environments"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn requests_are_kept_replaced_and_taken_out_again() {
    let mut desk = Desk::open();
    let integration = desk.integration().await;
    let keep = |collection: Value, item: Value, request: Value| json!({ "collection": collection, "item": item, "request": request });
    let mut first = get("https://platform.adobe.io/data/x");
    first["name"] = "First".into();
    first["headers"] = json!([{ "name": "Authorization", "value": format!("Bearer {JWT}"), "enabled": true }]);
    let shelf = desk.ask("request_keep", keep(Value::Null, Value::Null, first)).await;
    let mine = shelf["collections"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&mine["name"], &mine["builtIn"]),
        (&json!("My requests"), &json!(false))
    );
    let id = &mine["collection"];
    let mut second = with_text("POST", "https://reactor.adobe.io/x", "{}");
    second["name"] = "Second".into();
    desk.ask("request_keep", keep(id.clone(), Value::Null, second.clone()))
        .await;
    second["name"] = "Renamed".into();
    let item = &mine["items"][0]["item"];
    let shelf = desk.ask("request_keep", keep(id.clone(), item.clone(), second)).await;
    let items = &collection(&shelf, id)["items"];
    assert_eq!(texts(items, "name"), ["Renamed", "Second"]);
    let place = json!({ "from": "collection", "collection": id, "item": items[0]["item"] });
    let opened = desk.ask("request_open", place).await;
    assert_eq!(
        (&opened["request"]["method"], &opened["collection"]),
        (&json!("POST"), id)
    );
    let out = json!({ "collection": id, "item": items[1]["item"] });
    desk.ask("request_remove", out.clone()).await;
    desk.refused("request_remove", out).await;
    let change = json!({ "id": id, "name": "Ours", "variables": [{ "name": "PATH", "value": "x", "enabled": true }] });
    desk.ask("collection_change", change).await;
    let another = desk
        .ask(
            "request_keep",
            keep(Value::Null, Value::Null, get("https://x.example/")),
        )
        .await;
    assert_eq!(another["collections"].as_array().unwrap().len(), 3);
    desk.restart();
    let shelf = desk.ask("requests_read", Value::Null).await;
    let ours = collection(&shelf, id);
    assert_eq!(
        (&ours["name"], &ours["variables"][0]["value"]),
        (&json!("Ours"), &json!("x"))
    );
    let shelf = desk.ask("collection_delete", json!({ "collection": id })).await;
    assert_eq!(shelf["collections"].as_array().unwrap().len(), 2);
    assert!(
        !everything_in(desk.folder()).contains(JWT),
        "a token that was pasted is not kept"
    );
    let _ = send(&desk, &integration, &get("https://platform.adobe.io/data/x")).await;
}

#[tokio::test]
async fn the_collection_that_the_program_brings_stays_as_it_is() {
    let desk = Desk::open();
    let shelf = desk.ask("requests_read", Value::Null).await;
    let brought = &shelf["collections"][0];
    assert_eq!(
        (&brought["builtIn"], shelf["adobeHosts"].as_array().unwrap().len()),
        (&json!(true), 4)
    );
    let (id, item) = (&brought["collection"], &brought["items"][1]["item"]);
    desk.refused("collection_delete", json!({ "collection": id })).await;
    desk.refused("request_remove", json!({ "collection": id, "item": item }))
        .await;
    desk.refused("collection_change", json!({ "id": id, "name": "x", "variables": [] }))
        .await;
    let keep = json!({ "collection": id, "item": item, "request": get("https://x.example/") });
    desk.refused("request_keep", keep).await;
    let gone = json!({ "from": "collection", "collection": id, "item": "nothing" });
    desk.refused("request_open", gone).await;
}

#[tokio::test]
async fn environments_are_made_changed_and_deleted() {
    let desk = Desk::open();
    let id = uuid::Uuid::new_v4();
    let saved = |value: &str| {
        json!({ "id": id, "name": "Acme", "variables": [
            { "name": "LIMIT", "value": value, "enabled": true },
            { "name": "CLIENT_SECRET", "value": SECRET, "enabled": true },
            { "name": "API_KEY", "value": "of another", "enabled": true },
        ] })
    };
    for value in ["1", "2"] {
        let shelf = desk.ask("environment_save", saved(value)).await;
        let variables = &shelf["environments"][0]["variables"];
        assert_eq!(shelf["environments"].as_array().unwrap().len(), 1);
        assert_eq!(
            (&variables[0]["value"], &variables[0]["filledIn"]),
            (&json!(value), &json!(false))
        );
        assert_eq!(
            (&variables[1]["value"], &variables[1]["filledIn"]),
            (&json!(""), &json!(true))
        );
        assert_eq!(variables[2]["filledIn"], true);
    }
    assert!(!everything_in(desk.folder()).contains(SECRET));
    let nameless = json!({ "id": id, "name": " ", "variables": [] });
    desk.refused("environment_save", nameless).await;
    let shelf = desk.ask("environment_delete", json!({ "environment": id })).await;
    assert_eq!(shelf["environments"], json!([]));
}

#[tokio::test]
async fn damaged_files_cost_only_what_was_in_them() {
    let mut desk = Desk::open();
    let came = imported(&desk).await;
    let folder = desk.folder().join("requests");
    for name in ["environments.json", "history.json", "hosts.json"] {
        std::fs::write(folder.join(name), "{\"half\":").unwrap();
    }
    std::fs::write(folder.join("collections/broken.json"), "no").unwrap();
    desk.restart();
    let shelf = desk.ask("requests_read", Value::Null).await;
    assert_eq!(shelf["environments"], json!([]));
    assert_eq!(
        collection(&shelf, &came["collections"][0])["name"],
        "IMS and Schema Registry"
    );
    let allow = json!({ "host": "api.example.com", "allowed": true });
    assert_eq!(
        desk.ask("host_allow", allow).await["allowedHosts"],
        json!(["api.example.com"])
    );
    assert!(
        everything_in(&folder).contains("{\"half\":"),
        "what was damaged is set aside"
    );
}
