//! The part of the walk that sends, keeps and runs requests.

use api::contract::tick::Tick;
use serde_json::{Value, json};

use super::{Secrets, TYPED_SECRET, files};
use crate::desk::Desk;
use crate::requests::{Peer, get, sending, under};

/// Sends, keeps, imports and runs requests that hold secrets, some to a service that echoes what it gets.
pub(super) async fn requests(desk: &Desk, integration: &str, secrets: &mut Secrets) {
    let peer = Peer::start().await;
    let allow = |allowed: bool| json!({ "host": peer.host, "allowed": allowed });
    desk.ask("host_allow", allow(true)).await;
    let collection = json!({
        "info": { "name": TYPED_SECRET, "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
        "variable": [{ "key": "CLIENT_SECRET", "value": TYPED_SECRET }, { "key": "note", "value": TYPED_SECRET }],
        "event": [{ "listen": "prerequest", "script": { "exec": [format!("var secret = '{TYPED_SECRET}';")] } }],
        "item": [{ "name": "Token", "request": { "method": "POST", "url": "https://{{IMS}}/ims/token/v3", "body": {
            "mode": "urlencoded", "urlencoded": [{ "key": "client_secret", "value": TYPED_SECRET }] } } }],
    });
    let broken = format!("{{\"client_secret\": \"{TYPED_SECRET}\", {TYPED_SECRET}}}");
    desk.refused("collection_import", json!({ "from": "text", "text": broken }))
        .await;
    let import = json!({ "from": "text", "text": collection.to_string() });
    let id = desk.ask("collection_import", import).await["collections"][0].clone();
    let shelf = desk.ask("requests_read", Value::Null).await;
    let collections = shelf["collections"].as_array().unwrap();
    let imported = collections.iter().find(|known| known["collection"] == id).unwrap();
    let item = imported["items"][0]["item"].clone();
    let place = json!({ "from": "collection", "collection": id, "item": item });
    desk.ask("request_open", place).await;
    let variables = json!([{ "name": "CLIENT_SECRET", "value": TYPED_SECRET, "enabled": true }]);
    let environment = json!({ "id": uuid::Uuid::nil(), "name": "Acme", "variables": variables });
    desk.ask("environment_save", environment).await;
    let change = json!({ "id": id, "name": "Acme", "variables": variables });
    desk.ask("collection_change", change).await;

    let mut typed = get(&peer.url("/any?client_secret={{CLIENT_SECRET}}"));
    typed["headers"] = json!([{ "name": "Authorization", "value": "Bearer {{ACCESS_TOKEN}}", "enabled": true }]);
    desk.ask("request_check", under(integration, &typed)).await;
    desk.refused("request_send", sending(integration, &typed)).await;
    let mut text = under(integration, &get(&peer.url("/any")));
    for form in ["curl", "postman"] {
        text["form"] = form.into();
        desk.ask("request_text", text.clone()).await;
    }
    for path in ["/any", "/form", "/moved"] {
        let answer = desk
            .ask("request_send", sending(integration, &get(&peer.url(path))))
            .await;
        let token = peer.asked().pop().unwrap()["headers"]["authorization"].clone();
        secrets.add("access token", token.as_str().unwrap().strip_prefix("Bearer ").unwrap());
        let (sent, folder) = (&answer["sent"], tempfile::tempdir().unwrap());
        let tree = json!({ "sent": sent, "search": "", "toggled": [], "offset": 0, "limit": 500 });
        desk.try_to("answer_tree", tree).await.ok();
        desk.ask("answer_raw", json!({ "sent": sent, "offset": 0, "limit": 500 }))
            .await;
        desk.ask("answer_copy", json!({ "sent": sent, "path": null })).await;
        desk.desktop.will_save_at(&folder.path().join("answer"));
        desk.ask("answer_save", json!({ "sent": sent })).await;
        for (name, text) in files(folder.path()) {
            secrets.search(&name, &text);
        }
        desk.ask("request_open", json!({ "from": "history", "sent": sent }))
            .await;
        desk.ask("request_stop", json!({ "sent": sent })).await;
    }
    // A secret that somebody typed where it does not belong.
    let mut careless = get(&peer.url(&format!("/any?client_secret={TYPED_SECRET}")));
    careless["method"] = "POST".into();
    careless["headers"] = json!([{ "name": "X-Client-Secret", "value": TYPED_SECRET, "enabled": true }]);
    let inner = json!({ "clientSecret": TYPED_SECRET, "note": TYPED_SECRET }).to_string();
    careless["body"] = json!({ "mode": "text", "text": inner, "mediaType": "" });
    desk.ask("request_check", under(integration, &careless)).await;
    let draft = json!({ "key": "new 1", "source": null, "kept": careless, "request": careless });
    let drafts = json!({ "drafts": [draft], "shown": "new 1" });
    desk.ask("request_drafts_keep", drafts).await;
    desk.ask("request_drafts_read", Value::Null).await;
    let answer = desk.ask("request_send", sending(integration, &careless)).await;
    assert!(
        peer.asked().pop().unwrap().to_string().contains(TYPED_SECRET),
        "it was sent as it is"
    );
    desk.ask(
        "answer_raw",
        json!({ "sent": answer["sent"], "offset": 0, "limit": 500 }),
    )
    .await;
    desk.ask("request_open", json!({ "from": "history", "sent": answer["sent"] }))
        .await;
    let keep = json!({ "collection": id, "item": item, "request": typed });
    desk.ask("request_keep", keep).await;
    let run = json!({ "integration": integration, "collection": id, "item": null, "environment": null });
    desk.ask("collection_run", run).await;
    let mut ticks = desk.ticks();
    while desk.ask("collection_run_read", Value::Null).await["running"] == true {
        desk.tick(&mut ticks, |tick| matches!(tick, Tick::CollectionRun)).await;
    }
    desk.ask("collection_run_stop", Value::Null).await;
    let folder = tempfile::tempdir().unwrap();
    desk.desktop.will_save_at(&folder.path().join("collection.json"));
    desk.ask("collection_save", json!({ "collection": id })).await;
    for (name, text) in files(folder.path()) {
        secrets.search(&name, &text);
    }
    desk.ask("host_allow", allow(false)).await;
    desk.ask("access_read", json!({ "integration": integration })).await;
    let tick = json!({ "integration": integration, "step": "project", "done": true });
    desk.ask("access_tick", tick).await;
}

/// Takes away what requests left.
pub(super) async fn forgotten(desk: &Desk) {
    let shelf = desk.ask("requests_read", Value::Null).await;
    let collections = shelf["collections"].as_array().unwrap();
    let own = collections.iter().find(|known| known["builtIn"] == false).unwrap();
    let item = json!({ "collection": own["collection"], "item": own["items"][0]["item"] });
    desk.ask("request_remove", item).await;
    desk.ask("collection_delete", json!({ "collection": own["collection"] }))
        .await;
    desk.ask("environment_delete", json!({ "environment": uuid::Uuid::nil() }))
        .await;
    desk.ask("history_clear", Value::Null).await;
}
