//! Files and texts that people have become drafts; what they hold stays in Rust until it is in the vault.

use api::contract::problem::ProblemCode;
use serde_json::{Value, json};

use crate::desk::{Desk, DraftOnDesk, ImportOnDesk, assert_is_helpful, outcome, texts};

const ORGANIZATION: &str = "8C6767C25245AD1A0A490D4C@AdobeOrg";
const ACCOUNT: &str = "8C6767C25245AD1A0A490D4D@techacct.adobe.com";
const CLIENT: &str = "0123456789abcdef0123456789abcdef";
const SECRET: &str = "p8e-imported-and-never-to-be-seen-again";

fn workspace(credentials: &Value) -> String {
    json!({"project": {
        "id": "4566206088344859311", "name": "acme", "title": "Acme Mobile",
        "org": {"id": "25591", "name": "Acme", "ims_org_id": ORGANIZATION},
        "workspace": {"id": "1", "name": "Production", "details": {"credentials": credentials, "services": [{"code": "x"}]}},
    }})
    .to_string()
}

fn oauth() -> Value {
    json!({"id": "12345", "name": "OAuth", "integration_type": "oauth_server_to_server", "oauth_server_to_server": {
        "client_id": CLIENT, "client_secrets": [SECRET, "p8e-older"], "technical_account_id": ACCOUNT,
        "technical_account_email": "x@techacct.adobe.com", "scopes": ["openid", "AdobeID"],
    }})
}

#[tokio::test]
async fn a_workspace_becomes_a_draft_that_only_waits_to_be_saved() {
    let desk = Desk::open();
    let import = ImportOnDesk::text(&desk, &workspace(&json!([oauth()]))).await;
    assert_eq!(
        import.preview["files"],
        json!([{ "name": "Pasted text", "format": "Developer Console workspace", "state": { "state": "understood" } }])
    );
    let candidate = import.candidate();
    assert_eq!(
        (&candidate["name"], &candidate["kind"], &candidate["environment"]),
        (&json!("Acme Mobile"), &json!("oauthServerToServer"), &json!("adobe"))
    );
    assert_eq!(
        (&candidate["missing"], &candidate["findings"]),
        (&json!([]), &json!([]))
    );
    let ignored = texts(&candidate["ignored"], "what");
    assert_eq!(ignored, ["technical_account_email", "services", "client secret"]);
    assert!(texts(&candidate["ignored"], "why").iter().all(|why| why.ends_with('.')));

    let draft = import.accept(None).await;
    for (field, value) in [
        ("name", json!("Acme Mobile")),
        ("organizationId", json!(ORGANIZATION)),
        ("clientId", json!(CLIENT)),
        ("hasClientSecret", json!(true)),
        ("scopes", json!(["openid", "AdobeID"])),
        (
            "consoleLink",
            json!("https://developer.adobe.com/console/projects/25591/4566206088344859311/credentials/12345/details"),
        ),
        ("findings", json!([])),
    ] {
        assert_eq!(draft[field], value, "{field}");
    }
    let again = DraftOnDesk::new(&desk).await;
    assert_eq!(again.id, draft["id"], "it is the draft that is taken up");
    again.save().await;
    assert!(!desk.heard().contains(SECRET));
}

#[tokio::test]
async fn the_line_of_a_practice_workspace_and_a_key_work_at_once() {
    let desk = Desk::open();
    let ready = desk.workspace.ready().await.to_string();
    let import = ImportOnDesk::text(&desk, &ready).await;
    assert_eq!(import.preview["candidates"][0]["environment"], "custom");
    let draft = import.accept(None).await;
    let steps = desk.ask("draft_test", json!({ "draft": draft["id"] })).await["steps"].take();
    assert_eq!(outcome(&steps, "assurance"), "passed", "{steps}");
}

#[tokio::test]
async fn a_draft_takes_over_only_what_was_found() {
    let desk = Desk::open();
    let draft = DraftOnDesk::new(&desk).await;
    draft
        .change(json!({ "name": "Mine", "organizationId": "typed", "metascopes": ["assurance_automation"] }))
        .await;
    let text = json!({ "client_id": CLIENT, "client_secret": SECRET, "scopes": "openid" }).to_string();
    let filled = ImportOnDesk::text(&desk, &text).await.accept(Some(&draft)).await;
    assert_eq!(filled["id"], draft.id);
    assert_eq!(
        (&filled["name"], &filled["organizationId"], &filled["metascopes"]),
        (&json!("Mine"), &json!("typed"), &json!(["assurance_automation"]))
    );
    assert_eq!(
        (&filled["clientId"], &filled["hasClientSecret"]),
        (&json!(CLIENT), &json!(true))
    );
}

#[tokio::test]
async fn a_new_draft_takes_the_place_of_an_empty_one_only() {
    let desk = Desk::open();
    let empty = DraftOnDesk::new(&desk).await;
    let text = json!({ "client_id": CLIENT }).to_string();
    let first = ImportOnDesk::text(&desk, &text).await.accept(None).await;
    desk.refused("draft_read", empty.reference()).await;
    ImportOnDesk::text(&desk, &text).await.accept(None).await;
    desk.ask("draft_read", json!({ "draft": first["id"] })).await;
}

#[tokio::test]
async fn files_come_and_go_and_make_up_one_integration() {
    let desk = Desk::open();
    let write = |name: &str, text: &str| {
        let path = desk.folder().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let client = write(
        "a.json",
        &json!({ "client_id": CLIENT, "client_secret": SECRET }).to_string(),
    );
    let rest = write(
        ".env",
        &format!("ORG_ID={ORGANIZATION}\nSCOPES=openid\nACCESS_TOKEN=eyJ.a.b\n"),
    );
    let mut import = ImportOnDesk::files(&desk, &[&client]).await;
    assert_eq!(texts(&import.preview["files"], "name"), ["a.json"]);
    let missing = |import: &ImportOnDesk<'_>| import.candidate()["missing"].clone();
    assert_eq!(missing(&import), json!(["organizationId", "scopes"]));
    import.add(&rest).await;
    assert_eq!(missing(&import), json!([]));
    assert_eq!(texts(&import.candidate()["ignored"], "what"), ["ACCESS_TOKEN (.env)"]);
    import.remove(1).await;
    assert_eq!(missing(&import), json!(["organizationId", "scopes"]));
    assert!(!desk.heard().contains(SECRET));
}

#[tokio::test]
async fn what_is_of_no_use_says_why_and_what_to_do() {
    let desk = Desk::open();
    let trailing_comma = format!("{{\"ORG_ID\": \"{ORGANIZATION}\",\n}}");
    for (text, words) in [
        ("", "nothing in it"),
        ("good morning", "none of the files"),
        ("<!doctype html><title>Sign in</title>", "page was saved"),
        ("{\"client_id\": \"x\"", "ends in the middle"),
        ("{\"client_id\": \"x\" // mine\n}", "comment"),
        (trailing_comma.as_str(), "line 2, character 1"),
        ("{\"a\": {}}", "nothing in it is an organization ID"),
        (
            "{\"name\": \"x\", \"values\": [{\"key\": \"API_KEY\", \"value\": \"\"}]}",
            "a Postman environment",
        ),
        ("{\"info\": {\"schema\": \"x\"}, \"item\": []}", "collection"),
        ("{\"access_token\": \"eyJ.a.b\"}", "access token"),
    ] {
        let import = ImportOnDesk::text(&desk, text).await;
        assert_eq!(import.state(0)["state"], "unusable", "{text}");
        let problem = import.problem(0);
        assert_is_helpful(&problem);
        assert!(problem.message.contains(words), "{text}: {problem:?}");
        assert_eq!(import.preview["candidates"], json!([]));
        let problem = desk.refused("import_accept", import.acceptance(None)).await;
        assert_eq!(problem.code, ProblemCode::NotFound);
    }
}

#[tokio::test]
async fn imports_end_and_the_oldest_are_forgotten() {
    let desk = Desk::open();
    let text = json!({ "client_id": CLIENT }).to_string();
    let first = ImportOnDesk::text(&desk, &text).await;
    let second = ImportOnDesk::text(&desk, &text).await;
    for _ in 0..7 {
        ImportOnDesk::text(&desk, &text).await;
    }
    let gone = [first.acceptance(None), {
        desk.ask("import_discard", json!({ "import": second.id })).await;
        second.acceptance(None)
    }];
    for request in gone {
        assert_eq!(desk.refused("import_accept", request).await.code, ProblemCode::NotFound);
    }
    for (command, request) in [
        (
            "import_unlock",
            json!({ "import": first.id, "file": 0, "passphrase": "x" }),
        ),
        ("import_remove", json!({ "import": first.id, "file": 0 })),
        (
            "import_read",
            json!({ "import": first.id, "source": { "from": "text", "text": "x" } }),
        ),
    ] {
        assert_eq!(desk.refused(command, request).await.code, ProblemCode::NotFound);
    }
    let third = ImportOnDesk::text(&desk, &text).await;
    let acceptance = third.acceptance(None);
    third.accept(None).await;
    assert_eq!(
        desk.refused("import_accept", acceptance).await.code,
        ProblemCode::NotFound
    );
}

#[tokio::test]
async fn a_failure_leaves_the_import_as_it_was() {
    let desk = Desk::open();
    let text = json!({ "client_id": CLIENT }).to_string();
    let import = ImportOnDesk::text(&desk, &text).await;
    let paths: Vec<_> = (0..20).map(|number| desk.folder().join(number.to_string())).collect();
    let request = json!({ "import": import.id, "source": { "from": "files", "paths": paths } });
    let problem = desk.refused("import_read", request).await;
    assert_eq!(problem.code, ProblemCode::InvalidInput);
    let request = json!({ "import": import.id, "source": { "from": "dialog" } });
    assert_eq!(desk.refused("import_read", request).await.code, ProblemCode::Cancelled);
    let nowhere = json!({ "import": import.id, "candidate": 0, "draft": uuid::Uuid::nil() });
    assert_eq!(desk.refused("import_accept", nowhere).await.code, ProblemCode::NotFound);
    import.accept(None).await;
}
