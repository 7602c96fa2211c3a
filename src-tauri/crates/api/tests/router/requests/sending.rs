//! Checking and sending one call, with the practice workspace as Adobe.

use api::contract::problem::ProblemCode;
use practice::FaultKind;
use serde_json::{Value, json};

use super::{Peer, get, json_of, send, sending, text_of, under, with_text};
use crate::desk::{Desk, texts};

const CLASSES: &str = "https://platform.adobe.io/data/foundation/schemaregistry/global/classes";

fn graphql(query: &str) -> Value {
    json!({ "name": "Sessions", "method": "POST", "url": "https://graffias.adobe.io/graffias/graphql", "headers": [],
        "body": { "mode": "graphQl", "query": query, "variables": "" } })
}

fn header<'a>(headers: &'a Value, name: &str) -> Option<&'a Value> {
    headers.as_array().unwrap().iter().find(|header| header["name"] == name)
}

#[tokio::test]
async fn a_check_tells_what_would_go_out_and_sending_brings_the_answer() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let check = desk.ask("request_check", under(&integration, &get(CLASSES))).await;
    assert_eq!((&check["token"], &check["problem"]), (&json!("sent"), &Value::Null));
    assert_eq!(check["host"], "platform.adobe.io");
    assert!(check["standsIn"].as_str().unwrap().starts_with("127.0.0.1:"), "{check}");
    let authorization = header(&check["headers"], "Authorization").unwrap();
    assert_eq!(
        (&authorization["value"], &authorization["filledIn"]),
        (&json!("Bearer, the access token"), &json!(true))
    );
    let accept = &header(&check["headers"], "Accept").unwrap()["value"];
    assert_eq!(accept, "application/vnd.adobe.xed-id+json");

    let answer = send(&desk, &integration, &get(CLASSES)).await;
    assert_eq!(
        (
            &answer["status"],
            &answer["reason"],
            &answer["content"],
            &answer["tokenSent"]
        ),
        (&json!(200), &json!("OK"), &json!("json"), &json!(true))
    );
    assert_eq!(answer["remark"], Value::Null);
    assert!(json_of(&desk, &answer).await["results"].as_array().unwrap().len() > 1);

    let shelf = desk.ask("requests_read", Value::Null).await;
    let line = &shelf["history"][0];
    assert_eq!(
        (&line["sent"], &line["status"], &line["url"], &line["hasAnswer"]),
        (&answer["sent"], &json!(200), &json!(CLASSES), &json!(true))
    );
}

#[tokio::test]
async fn variables_stand_for_the_integration_and_its_sandbox() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let choice = json!({ "integration": integration, "sandbox": "dev" });
    desk.ask("sandbox_choose", choice).await;
    let mut request = get("{{PLATFORM_URL}}/data/foundation/schemaregistry/tenant/classes");
    request["headers"] = json!([
        { "name": "x-gw-ims-org-id", "value": "{{IMS_ORG}}", "enabled": true },
        { "name": "Authorization", "value": "Bearer {{ACCESS_TOKEN}}", "enabled": true },
    ]);
    let check = desk.ask("request_check", under(&integration, &request)).await;
    let sandbox = &header(&check["headers"], "x-sandbox-name").unwrap()["value"];
    assert_eq!((sandbox, &check["missing"]), (&json!("dev"), &json!([])));
    let organization = header(&check["headers"], "x-gw-ims-org-id").unwrap();
    assert!(organization["value"].as_str().unwrap().ends_with("@AdobeOrg"));
    assert_eq!(send(&desk, &integration, &request).await["status"], 200);
}

#[tokio::test]
async fn graphql_and_forms_are_posted() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    desk.session(&integration, "Luma").await;
    let answer = send(&desk, &integration, &graphql("query { sessions { name } }")).await;
    let sessions = json_of(&desk, &answer).await;
    assert_eq!(texts(&sessions["data"]["sessions"], "name"), ["Luma"]);

    let mut form = with_text("POST", "https://{{IMS}}/ims/validate_token/v1", "");
    let fields = json!([{ "name": "token", "value": "none", "enabled": true }]);
    form["body"] = json!({ "mode": "form", "fields": fields, "multipart": false });
    let answer = send(&desk, &integration, &form).await;
    assert_eq!(json_of(&desk, &answer).await["valid"], false);
    assert_eq!(answer["tokenSent"], false, "IMS gives tokens and gets none");

    let peer = Peer::start().await;
    let fields = json!([
        { "name": "a b", "value": "1&2", "enabled": true },
        { "name": "off", "value": "x", "enabled": false },
    ]);
    for (multipart, kind) in [
        (false, "application/x-www-form-urlencoded"),
        (true, "multipart/form-data"),
    ] {
        let mut form = with_text("POST", &peer.url("/any"), "");
        form["body"] = json!({ "mode": "form", "fields": fields, "multipart": multipart });
        assert_eq!(send(&desk, &integration, &form).await["status"], 200);
        let asked = peer.asked().pop().unwrap();
        assert!(
            asked["headers"]["content-type"].as_str().unwrap().starts_with(kind),
            "{asked}"
        );
        let body = asked["body"].as_str().unwrap();
        let expected = if multipart {
            "name=\"a b\"\r\n\r\n1&2\r\n"
        } else {
            "a+b=1%262"
        };
        assert!(body.contains(expected) && !body.contains("off"), "{body}");
    }
}

#[tokio::test]
async fn what_cannot_be_sent_is_told_by_the_check_and_refused() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let unknown = get("{{PLATFORM_URL}}/data/{{CONTAINER}}/x");
    let check = desk.ask("request_check", under(&integration, &unknown)).await;
    assert_eq!(
        (&check["missing"], &check["problem"]),
        (&json!(["CONTAINER"]), &Value::Null)
    );
    let problem = desk.refused("request_send", sending(&integration, &unknown)).await;
    assert!(problem.message.contains("CONTAINER"), "{problem:?}");
    let leaking = get("https://platform.adobe.io/x?t={{ACCESS_TOKEN}}");
    for request in [
        get(""),
        get("http://platform.example/"),
        get("https://{{NOWHERE}}/"),
        leaking,
    ] {
        let check = desk.ask("request_check", under(&integration, &request)).await;
        assert_eq!(check["problem"]["code"], "invalid-input", "{check}");
        desk.refused("request_send", sending(&integration, &request)).await;
    }
    let shelf = desk.ask("requests_read", Value::Null).await;
    assert_eq!(shelf["history"], json!([]), "what was not sent is not in the history");
}

#[tokio::test]
async fn a_token_request_is_replaced_by_the_programs_own() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let mut request = with_text("POST", "https://{{IMS}}/ims/token/v3", "");
    request["body"] = json!({ "mode": "form", "multipart": false, "fields": [
        { "name": "client_id", "value": "{{API_KEY}}", "enabled": true },
        { "name": "client_secret", "value": "{{CLIENT_SECRET}}", "enabled": true },
    ] });
    let check = desk.ask("request_check", under(&integration, &request)).await;
    assert!(check["replacedBy"].as_str().unwrap().contains("itself") && check["problem"].is_null());
    let answer = send(&desk, &integration, &request).await;
    let token = json_of(&desk, &answer).await;
    assert_eq!(token["access_token"], "(kept in Assurance Desk)");
    assert!(token["expires_in"].as_i64().unwrap() > 3_000);
    assert_eq!(send(&desk, &integration, &get(CLASSES)).await["status"], 200);
    let ready = desk.workspace.ready().await;
    assert!(!desk.heard().contains(ready["oauth"]["clientSecret"].as_str().unwrap()));
}

#[tokio::test]
async fn a_token_that_was_revoked_is_replaced() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    assert_eq!(send(&desk, &integration, &get(CLASSES)).await["status"], 200);
    desk.workspace.revoke_tokens().await;
    assert_eq!(send(&desk, &integration, &get(CLASSES)).await["status"], 200);
}

#[tokio::test]
async fn what_a_person_should_know_of_an_answer_stands_beside_it() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let no_company = json!({ "errors": [{ "status": "404", "code": "not-found", "title": "Record Not Found" }] });
    let reported = json!({ "data": null, "errors": [{ "message": "Session is not yours" }] });
    let sandbox = json!({ "type": "http://ns.adobe.com/aep/errors/SMS-2074-400", "title": "Bad request",
        "status": 400, "detail": "The sandbox header is missing" });
    let limited = FaultKind::Status {
        status: 429,
        retry_after: Some(7),
    };
    let answer = |status, body: &Value| FaultKind::Answer {
        status,
        body: body.clone(),
    };
    for (path, fault, request, status, expected) in [
        (
            "/companies",
            answer(404, &no_company),
            get("https://reactor.adobe.io/companies"),
            404,
            "The credentials work",
        ),
        (
            "/graffias",
            answer(200, &reported),
            graphql("query { sessions { uuid } }"),
            200,
            "Session is not yours",
        ),
        ("/data", answer(400, &sandbox), get(CLASSES), 400, "x-sandbox-name"),
        ("/data", limited, get(CLASSES), 429, "Wait 7 seconds"),
        (
            "/data",
            FaultKind::HtmlBody,
            get(CLASSES),
            200,
            "Something other than Adobe answered",
        ),
    ] {
        desk.trouble(path, fault).await;
        let answer = send(&desk, &integration, &request).await;
        desk.all_is_well().await;
        assert_eq!(answer["status"], status, "{answer}");
        assert!(answer["remark"].to_string().contains(expected), "{expected}: {answer}");
    }
    let last = desk.ask("requests_read", Value::Null).await["history"][1]["sent"].clone();
    let opened = desk
        .ask("request_open", json!({ "from": "history", "sent": last }))
        .await;
    assert_eq!(opened["answer"]["retryAfterSeconds"], 7);
}

#[tokio::test]
async fn an_answer_that_does_not_come_is_told_and_stays_in_the_history() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    desk.trouble("/data", FaultKind::CutBeforeAnswer).await;
    let problem = desk.refused("request_send", sending(&integration, &get(CLASSES))).await;
    assert_eq!(problem.code, ProblemCode::Unreachable);
    let shelf = desk.ask("requests_read", Value::Null).await;
    let line = &shelf["history"][0];
    assert_eq!((&line["status"], &line["hasAnswer"]), (&Value::Null, &json!(false)));
}

#[tokio::test]
async fn a_request_is_stopped_while_it_waits_and_before_it_begins() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let peer = Peer::start().await;
    let asked = sending(&integration, &get(&peer.url("/never")));
    let stop = async {
        peer.was_asked(1).await;
        desk.ask("request_stop", json!({ "sent": asked["sent"] })).await;
    };
    let (sent, ()) = tokio::join!(desk.try_to("request_send", asked.clone()), stop);
    assert_eq!(sent.unwrap_err().code, ProblemCode::Cancelled);

    let early = sending(&integration, &get(&peer.url("/never")));
    desk.ask("request_stop", json!({ "sent": early["sent"] })).await;
    let problem = desk.refused("request_send", early).await;
    assert_eq!(problem.code, ProblemCode::Cancelled);
    assert_eq!(peer.asked().len(), 1, "it never began");
}

#[tokio::test]
async fn the_history_outlasts_the_program_and_answers_do_not() {
    let mut desk = Desk::open();
    let integration = desk.integration().await;
    let mut request = get(CLASSES);
    request["name"] = "Classes".into();
    let answer = send(&desk, &integration, &request).await;
    desk.restart();
    let shelf = desk.ask("requests_read", Value::Null).await;
    let line = &shelf["history"][0];
    assert_eq!(
        (&line["name"], &line["hasAnswer"], &line["integration"]),
        (&json!("Classes"), &json!(false), &json!(integration))
    );
    let opened = desk
        .ask("request_open", json!({ "from": "history", "sent": answer["sent"] }))
        .await;
    assert_eq!(
        (&opened["request"]["url"], &opened["answer"]),
        (&json!(CLASSES), &Value::Null)
    );
    let read = json!({ "sent": answer["sent"], "offset": 0, "limit": 5 });
    assert_eq!(desk.refused("answer_raw", read).await.code, ProblemCode::NotFound);
    let cleared = desk.ask("history_clear", Value::Null).await;
    assert_eq!(cleared["history"], json!([]));
}

#[tokio::test]
async fn a_request_becomes_a_text_for_another_tool_without_secrets() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let asked = |form: &str| {
        let mut asked = under(
            &integration,
            &with_text("PATCH", "https://reactor.adobe.io/x", "{\"it's\":1}"),
        );
        asked["form"] = form.into();
        asked
    };
    let curl = desk.ask("request_text", asked("curl")).await;
    let text = curl["text"].as_str().unwrap();
    assert!(text.starts_with("curl ") && text.contains("$ACCESS_TOKEN"), "{text}");
    let postman = desk.ask("request_text", asked("postman")).await;
    let collection: Value = serde_json::from_str(postman["text"].as_str().unwrap()).unwrap();
    assert_eq!(collection["item"][0]["request"]["method"], "PATCH");
    assert!(
        !text_of(&desk, &send(&desk, &integration, &get(CLASSES)).await)
            .await
            .is_empty()
    );
}
