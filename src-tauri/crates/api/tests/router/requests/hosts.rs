//! Which hosts get the access token, and what comes back from them.

use serde_json::{Value, json};

use super::{Peer, get, send, text_of, under};
use crate::desk::Desk;

const IDENTITY: [&str; 3] = ["authorization", "x-api-key", "x-gw-ims-org-id"];

#[tokio::test]
async fn a_host_gets_the_token_when_it_was_allowed_and_not_before() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let peer = Peer::start().await;
    let request = get(&peer.url("/any"));
    let allow = |allowed: bool| json!({ "host": peer.host, "allowed": allowed });
    for (allowed, token) in [(false, "hostNotAllowed"), (true, "sent"), (false, "hostNotAllowed")] {
        let shelf = desk.ask("host_allow", allow(allowed)).await;
        let hosts = if allowed { json!([peer.host]) } else { json!([]) };
        assert_eq!(shelf["allowedHosts"], hosts);
        let check = desk.ask("request_check", under(&integration, &request)).await;
        assert_eq!((&check["token"], &check["host"]), (&json!(token), &json!(peer.host)));
        let answer = send(&desk, &integration, &request).await;
        assert_eq!(answer["tokenSent"], allowed);
        let asked = peer.asked().pop().unwrap();
        for name in IDENTITY {
            assert_eq!(asked["headers"].get(name).is_some(), allowed, "{name}: {asked}");
        }
    }
    let problem = desk
        .refused(
            "host_allow",
            json!({ "host": "ims-na1.adobelogin.com", "allowed": true }),
        )
        .await;
    assert!(problem.message.contains("adobelogin"), "{problem:?}");
    desk.refused("host_allow", json!({ "host": "*.example.com", "allowed": true }))
        .await;
}

#[tokio::test]
async fn a_service_that_echoes_what_it_gets_does_not_bring_the_token_to_the_window() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let peer = Peer::start().await;
    desk.ask("host_allow", json!({ "host": peer.host, "allowed": true }))
        .await;
    let mut secrets = vec!["p8e-given-out".to_owned(), "abc.def".to_owned()];
    for path in ["/any", "/form", "/moved"] {
        let answer = send(&desk, &integration, &get(&peer.url(path))).await;
        assert_eq!(answer["tokenSent"], true);
        let sent = peer.asked().pop().unwrap();
        let sent = sent["headers"]["authorization"].as_str().unwrap();
        secrets.push(sent.strip_prefix("Bearer ").unwrap().to_owned());
        let text = text_of(&desk, &answer).await;
        desk.ask("answer_copy", json!({ "sent": answer["sent"], "path": null }))
            .await;
        let file = desk.folder().join(format!("saved-{}", path.trim_start_matches('/')));
        desk.desktop.will_save_at(&file);
        desk.ask("answer_save", json!({ "sent": answer["sent"] })).await;
        let saved = std::fs::read_to_string(&file).unwrap();
        let copied = desk.desktop.copied().pop().unwrap().0;
        if path == "/any" {
            let tree = json!({ "sent": answer["sent"], "search": "kept out", "toggled": [], "offset": 0, "limit": 99 });
            let tree = desk.ask("answer_tree", tree).await;
            assert!(tree["hits"].as_u64().unwrap() >= 2, "{tree}");
            assert_eq!(tree["rows"][0]["key"], "answer");
        }
        for secret in &secrets {
            for place in [&text, &saved, &copied, &desk.heard()] {
                assert!(!place.contains(secret.as_str()), "{secret} in {place}");
            }
        }
    }
    let history = desk.ask("requests_read", Value::Null).await;
    assert_eq!(history["history"].as_array().unwrap().len(), 3);
    assert!(secrets.iter().all(|secret| !history.to_string().contains(secret)));
    assert!(secrets[2].len() > 100, "a real token was looked for");
}

#[tokio::test]
async fn a_redirect_is_shown_and_not_followed() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let peer = Peer::start().await;
    let answer = send(&desk, &integration, &get(&peer.url("/moved"))).await;
    assert_eq!((&answer["status"], &answer["content"]), (&json!(302), &json!("empty")));
    let remark = answer["remark"]["message"].as_str().unwrap();
    assert!(remark.contains("https://elsewhere.example/x"), "{remark}");
    assert_eq!(peer.asked().len(), 1);
}

#[tokio::test]
async fn cookies_do_not_come_through_and_a_page_of_another_host_is_no_mistake() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let peer = Peer::start().await;
    let answer = send(&desk, &integration, &get(&peer.url("/form"))).await;
    let headers = answer["headers"].as_array().unwrap();
    let cookie = headers.iter().find(|header| header["name"] == "set-cookie").unwrap();
    assert_eq!(cookie["value"], "(kept out)");
    let page = send(&desk, &integration, &get(&peer.url("/page"))).await;
    assert_eq!((&page["content"], &page["remark"]), (&json!("text"), &Value::Null));
}
