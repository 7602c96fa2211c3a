//! The shelf in a data folder, over restarts and damage.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::path::Path;

use requests::postman::read;
use requests::{BUILTIN, Body, Field, Request, Sent, Shelf, ShelfError, Variable};
use serde_json::{Value, json};
use uuid::Uuid;

const TOKEN: &str = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";

fn shelf() -> (tempfile::TempDir, Shelf) {
    let data = tempfile::tempdir().unwrap();
    let shelf = Shelf::open(data.path());
    (data, shelf)
}

fn collection(name: &str) -> String {
    json!({"info": {"name": name}, "item": [{"name": "call", "request": "https://x"}], "x-more": 1}).to_string()
}

fn sent(request: Request) -> Sent {
    Sent {
        sent: Uuid::new_v4(),
        at: 1_795_000_000_000,
        integration: Uuid::new_v4(),
        collection: None,
        method: "GET".to_owned(),
        url: request.url.clone(),
        request,
        status: Some(200),
        took_ms: Some(12),
    }
}

/// All that is written in a folder.
fn all_text(folder: &Path) -> String {
    let mut text = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => text.push_str(&all_text(&path)),
            false => text.push_str(&String::from_utf8(std::fs::read(&path).unwrap()).unwrap()),
        }
    }
    text
}

#[test]
fn it_begins_with_the_collection_of_the_program() {
    let (data, shelf) = shelf();
    let collections = shelf.collections().unwrap();
    assert_eq!((collections.len(), collections[0].id()), (1, BUILTIN));
    assert!(shelf.environments().unwrap().is_empty() && shelf.history().unwrap().is_empty());
    assert!(shelf.allowed_hosts().unwrap().is_empty());
    assert!(
        std::fs::read_dir(data.path()).unwrap().next().is_none(),
        "looking writes nothing"
    );
    let builtin = &collections[0];
    assert!(matches!(shelf.remove_collection(BUILTIN), Err(ShelfError::BuiltIn)));
    assert!(matches!(
        shelf.remove_item(BUILTIN, &builtin.items()[0].id),
        Err(ShelfError::BuiltIn)
    ));
    assert!(matches!(
        shelf.change_collection(BUILTIN, "x", &[]),
        Err(ShelfError::BuiltIn)
    ));
    assert!(matches!(
        shelf.keep(Some(BUILTIN), None, &Request::default()),
        Err(ShelfError::BuiltIn)
    ));
}

#[test]
fn collections_stay_over_a_restart_and_can_be_changed() {
    let (data, shelf) = shelf();
    let second = shelf.add(read(&collection("b")).unwrap()).unwrap();
    let first = shelf.add(read(&collection("A")).unwrap()).unwrap();
    let shelf = Shelf::open(data.path());
    let names: Vec<String> = shelf
        .collections()
        .unwrap()
        .iter()
        .map(|collection| collection.name())
        .collect();
    assert_eq!(names, ["Adobe's guides", "A", "b"]);

    shelf
        .change_collection(first, "C", &[Variable::new("x", "1"), Variable::new("token", "secret")])
        .unwrap();
    let (_, item) = shelf.keep(Some(first), None, &Request::get("https://y")).unwrap();
    assert_eq!(shelf.call(first, &item).unwrap().request.url, "https://y");
    let changed = shelf.collection(first).unwrap();
    assert_eq!((changed.name().as_str(), changed.items().len()), ("C", 2));
    assert_eq!(changed.variables()[1], Variable::new("token", ""));
    assert!(requests::postman::write(&changed).contains("x-more"));
    shelf.remove_item(first, &item).unwrap();
    assert!(matches!(shelf.call(first, &item), Err(ShelfError::Gone { .. })));

    shelf.remove_collection(second).unwrap();
    shelf.remove_collection(second).unwrap();
    assert!(matches!(shelf.collection(second), Err(ShelfError::Gone { .. })));
    assert_eq!(shelf.collections().unwrap().len(), 2);
}

#[test]
fn a_collection_that_comes_twice_is_there_twice() {
    let (_data, shelf) = shelf();
    let text = json!({"info": {"_postman_id": BUILTIN}, "item": []}).to_string();
    let ids = [(); 2].map(|()| shelf.add(read(&text).unwrap()).unwrap());
    assert!(ids[0] != ids[1] && !ids.contains(&BUILTIN));
    let text = json!({"id": Uuid::new_v4(), "values": []}).to_string();
    let ids = [(); 2].map(|()| shelf.add(read(&text).unwrap()).unwrap());
    assert!(ids[0] != ids[1] && shelf.environments().unwrap().len() == 2);
}

#[test]
fn a_request_without_a_collection_goes_into_the_users_own() {
    let (_data, shelf) = shelf();
    let (first, _) = shelf.keep(None, None, &Request::get("https://a")).unwrap();
    let (second, _) = shelf.keep(None, None, &Request::get("https://b")).unwrap();
    let kept = shelf.collection(first).unwrap();
    assert_eq!((first, kept.name().as_str()), (second, "My requests"));
    assert_eq!(kept.items()[0].name, "GET https://a");
}

#[test]
fn environments_are_kept_changed_and_deleted() {
    let (data, shelf) = shelf();
    let id = Uuid::new_v4();
    shelf
        .save_environment(
            id,
            "One",
            &[Variable::new("a", "1"), Variable::new("CLIENT_SECRET", "hidden")],
        )
        .unwrap();
    shelf.save_environment(id, "Two", &[Variable::new("a", "2")]).unwrap();
    let environment = Shelf::open(data.path()).environment(id).unwrap();
    assert_eq!(
        (environment.name().as_str(), environment.variables()),
        ("Two", vec![Variable::new("a", "2")])
    );
    shelf.remove_environment(id).unwrap();
    assert!(matches!(shelf.environment(id), Err(ShelfError::Gone { .. })));
}

#[test]
fn the_history_keeps_the_newest() {
    let (data, shelf) = shelf();
    let lines: Vec<Sent> = (0..205)
        .map(|number| sent(Request::get(&format!("https://x/{number}"))))
        .collect();
    let file = data.path().join("requests/history.json");
    shelf.note(&lines[0]).unwrap();
    let older: Vec<&Sent> = lines[..203].iter().rev().collect();
    std::fs::write(&file, json!({"sent": older, "version": 9}).to_string()).unwrap();
    for line in &lines[203..] {
        shelf.note(line).unwrap();
    }
    assert!(std::fs::read_to_string(&file).unwrap().contains("\"version\": 9"));
    let history = Shelf::open(data.path()).history().unwrap();
    assert_eq!(
        (history.len(), &history[0], &history[199]),
        (200, &lines[204], &lines[5])
    );
    let again = Sent {
        status: Some(404),
        ..lines[100].clone()
    };
    shelf.note(&again).unwrap();
    assert_eq!(shelf.sent(again.sent).unwrap().status, Some(404));
    assert_eq!(
        (shelf.history().unwrap().len(), shelf.history().unwrap()[0].sent),
        (200, again.sent)
    );
    shelf.clear_history().unwrap();
    assert!(shelf.history().unwrap().is_empty());
}

#[test]
fn hosts_are_allowed_and_no_longer() {
    let (_data, shelf) = shelf();
    shelf.allow_host("B.example:443", true).unwrap();
    shelf.allow_host("a.example:8443", true).unwrap();
    shelf.allow_host("b.example", true).unwrap();
    assert_eq!(shelf.allowed_hosts().unwrap(), ["a.example:8443", "b.example"]);
    shelf.allow_host("b.EXAMPLE", false).unwrap();
    assert_eq!(shelf.allowed_hosts().unwrap(), ["a.example:8443"]);
    assert!(matches!(shelf.allow_host("*", true), Err(ShelfError::Host(_))));
}

#[test]
fn no_secret_is_written() {
    let (data, shelf) = shelf();
    let text = json!({
        "info": {"name": TOKEN, "description": "p8e-VerySecret_1"},
        "item": [{"name": "s8e-VerySecret_2", "request": {
            "url": "https://x?access_token=VerySecret3", "header": [{"key": "Authorization", "value": "Basic VerySecret4"}],
            "body": {"mode": "raw", "raw": "{\"client_secret\": \"VerySecret5\"}"},
        }}],
    });
    let id = shelf.add(read(&text.to_string()).unwrap()).unwrap();
    let environment = json!({"values": [{"key": "PRIVATE_KEY", "value": "VerySecret6"}, {"key": "x", "value": TOKEN}]});
    shelf.add(read(&environment.to_string()).unwrap()).unwrap();
    let request = Request {
        name: TOKEN.to_owned(),
        url: "https://x?client_secret=VerySecret7".to_owned(),
        headers: vec![
            Field::new("Authorization", "Bearer VerySecret8"),
            Field::new("Cookie", "VerySecret9"),
        ],
        body: Body::Form {
            fields: vec![Field::new("password", "VerySecret10")],
            multipart: true,
        },
        ..Request::default()
    };
    shelf.keep(Some(id), None, &request).unwrap();
    shelf.note(&sent(request)).unwrap();
    shelf
        .change_collection(
            id,
            "n",
            &[Variable::new("jwt", "VerySecret11"), Variable::new("y", TOKEN)],
        )
        .unwrap();
    shelf
        .save_environment(Uuid::new_v4(), "e", &[Variable::new("token", "VerySecret12")])
        .unwrap();
    let written = all_text(data.path());
    assert!(written.contains("ACCESS_TOKEN"));
    assert!(!written.contains("VerySecret") && !written.contains("eyJ"), "{written}");
}

#[test]
fn a_damaged_file_is_set_aside_and_nothing_else_is_lost() {
    let (data, shelf) = shelf();
    let good = shelf.add(read(&collection("good")).unwrap()).unwrap();
    let bad = shelf.add(read(&collection("bad")).unwrap()).unwrap();
    shelf.allow_host("a.example", true).unwrap();
    let folder = data.path().join("requests");
    std::fs::write(folder.join(format!("collections/{bad}.json")), "{\"item\": [").unwrap();
    std::fs::write(folder.join("history.json"), "[]").unwrap();
    std::fs::write(folder.join("environments.json"), "").unwrap();
    let ids: Vec<Uuid> = shelf
        .collections()
        .unwrap()
        .iter()
        .map(|collection| collection.id())
        .collect();
    assert_eq!(ids, [BUILTIN, good]);
    assert!(shelf.history().unwrap().is_empty() && shelf.environments().unwrap().is_empty());
    shelf.note(&sent(Request::get("https://x"))).unwrap();
    assert_eq!(
        (shelf.history().unwrap().len(), shelf.allowed_hosts().unwrap().len()),
        (1, 1)
    );
    let aside = std::fs::read_to_string(folder.join(format!("collections/{bad}.damaged.json"))).unwrap();
    assert_eq!(aside, "{\"item\": [");
    assert!(folder.join("history.damaged.json").exists() && folder.join("environments.damaged.json").exists());
}

#[test]
fn what_another_version_wrote_stays() {
    let (data, shelf) = shelf();
    let folder = data.path().join("requests");
    std::fs::create_dir_all(folder.join("collections")).unwrap();
    let written = json!({"version": 9, "environments": [{"id": Uuid::new_v4(), "name": "x", "values": [], "colour": "red"}, {"strange": 1}]});
    std::fs::write(folder.join("environments.json"), written.to_string()).unwrap();
    let known = shelf.environments().unwrap();
    assert_eq!(known.len(), 1);
    shelf.save_environment(known[0].id(), "y", &[]).unwrap();
    let kept: Value = serde_json::from_slice(&std::fs::read(folder.join("environments.json")).unwrap()).unwrap();
    assert_eq!(
        (&kept["version"], &kept["environments"][0]["colour"]),
        (&json!(9), &json!("red"))
    );
    assert_eq!(kept["environments"][1], json!({"strange": 1}));

    // A collection that was put there by hand gets ids once, and keeps them.
    let id = Uuid::new_v4();
    std::fs::write(folder.join(format!("collections/{id}.json")), collection("by hand")).unwrap();
    let item = shelf.collection(id).unwrap().items()[0].id.clone();
    assert_eq!(Shelf::open(data.path()).collection(id).unwrap().items()[0].id, item);
}

#[cfg(unix)]
#[test]
fn files_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let (data, shelf) = shelf();
    shelf.allow_host("a.example", true).unwrap();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = data.path().join("requests");
    assert_eq!((mode(&folder), mode(&folder.join("hosts.json"))), (0o700, 0o600));
}
