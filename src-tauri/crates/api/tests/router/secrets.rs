//! No secret crosses: a long walk through every command, well and badly asked, and then a search of everything that
//! was heard, logged and written.

mod forms;
mod requests;

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex};

use ::vault::Vault;
use api::commands::NAMES;
use api::contract::tick::Tick;
use practice::FaultKind;
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};
use tracing_subscriber::filter::LevelFilter;

use crate::desk::{Desk, DraftOnDesk, EXPORT_FORMATS, GuideOnDesk, ImportOnDesk, OpenSsl, ViewOnDesk};

const PASSPHRASE: &str = "correct horse battery staple";
const TYPED_SECRET: &str = "p8e-typed-and-never-to-be-seen-again";

/// Everything that this program's parts log, down to the finest.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    /// Takes all that is logged from now on, by every test of this program.
    fn start() -> Self {
        let log = Self::default();
        let writer = log.clone();
        tracing_subscriber::fmt()
            .with_max_level(LevelFilter::TRACE)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .init();
        log
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

#[tokio::test]
async fn no_secret_is_answered_told_logged_or_written() {
    let log = Log::start();
    let desk = Desk::open();
    desk.note_ticks();
    let mut secrets = Secrets::default();
    secrets.add("typed client secret", TYPED_SECRET);
    secrets.add("passphrase", PASSPHRASE);
    let ready = desk.workspace.ready().await;
    for credential in ["oauth", "serviceAccount"] {
        secrets.add("client secret", ready[credential]["clientSecret"].as_str().unwrap());
    }

    let service_account = wizard(&desk, &mut secrets).await;
    let practice = sessions_and_inspector(&desk).await;
    tokens(&desk, &practice, &mut secrets).await;
    workbench(&desk, &practice, &service_account, &mut secrets).await;
    handing_on(&desk, &service_account).await;
    bad_requests(&desk).await;
    services(&desk, &practice).await;
    requests::requests(&desk, &practice, &mut secrets).await;
    deletions_and_devices(&desk, &practice).await;
    guides(&desk, &practice, &service_account).await;
    secrets.add_vault(&desk, &[&practice, &service_account]);
    endings(&desk, &practice).await;

    let copied: String = desk.desktop.copied().into_iter().map(|(text, _)| text).collect();
    assert!(secrets.find(&copied).is_some(), "a search finds what is there");
    secrets.search("an answer, a problem or a tick", desk.heard());
    secrets.search("the log", log.text());
    let searched = files(desk.folder());
    assert!(searched.len() > 10, "the data folder has many files");
    for (name, text) in searched {
        secrets.search(&name, &text);
    }
    requests::forgotten(&desk).await;
    reports(&desk, &secrets).await;
    let never_asked: Vec<_> = NAMES.iter().filter(|name| !desk.asked().contains(**name)).collect();
    assert!(never_asked.is_empty(), "this walk has to take in {never_asked:?}");
    assert!(
        secrets
            .kinds()
            .is_superset(&BTreeSet::from(["access token", "client secret", "private key"]))
    );
}

/// Sets up both kinds of integration, with every failure on the way; gives the id of the service account.
async fn wizard(desk: &Desk, secrets: &mut Secrets) -> String {
    desk.ask("app_info", Value::Null).await;
    desk.ask("settings_save", json!({ "theme": "dark", "closedHints": ["welcome"] }))
        .await;
    desk.ask("page_open", "developerConsole".into()).await;
    for command in ["updates_read", "updates_stop"] {
        desk.ask(command, Value::Null).await;
    }
    desk.ask("updates_agree", json!({ "agreed": true })).await;
    for command in ["updates_look", "updates_page"] {
        desk.refused(command, Value::Null).await;
    }
    for command in ["updates_skip", "updates_download", "updates_install"] {
        desk.refused(command, json!({ "version": TYPED_SECRET })).await;
    }
    assert_eq!(desk.desktop.pages().len(), 1);

    let typed = DraftOnDesk::new(desk).await;
    for typed_now in [
        TYPED_SECRET,
        "p8e-typed-and never to be seen again",
        "-----BEGIN PRIVATE KEY-----",
    ] {
        typed
            .change(json!({ "clientSecret": typed_now, "clientId": "cm-p1-e2" }))
            .await;
    }
    typed.test().await;
    desk.ask("draft_discard", typed.reference()).await;

    let draft = DraftOnDesk::practice(desk, "serviceAccount").await;
    draft.generate_key().await;
    desk.ask("draft_cancel_key", draft.reference()).await;
    let request = json!({ "draft": draft.id, "days": 2, "subject": "/CN=Soon" });
    desk.ask("draft_make_certificate", request).await;
    if let Some(openssl) = OpenSsl::find() {
        openssl.key_and_certificate();
        let key = openssl.path("private.key");
        secrets.add_key(&std::fs::read_to_string(&key).unwrap());
        let half = std::fs::read(&key).unwrap();
        let cut = openssl.write("cut.key", &half[..half.len() / 2]);
        let mut import = ImportOnDesk::files(desk, &[&cut, &key]).await;
        import.unlock(0, PASSPHRASE).await;
        import.remove(0).await;
        import.accept(Some(&draft)).await;
        draft.test().await;
        let certificate = openssl.path("certificate_pub.crt");
        let import = ImportOnDesk::files(desk, &[&certificate]).await;
        import.accept(Some(&draft)).await;
        draft.register().await;
        draft.test().await;
        draft.generate_key().await;
    }
    let env =
        format!("CLIENT_ID=cm-p1-e2\nCLIENT_SECRET={TYPED_SECRET}\nPRIVATE_KEY={PASSPHRASE}\nORG_ID={TYPED_SECRET}\n");
    let mut import = ImportOnDesk::text(desk, &env).await;
    import.unlock(0, PASSPHRASE).await;
    let request = import.acceptance(None);
    let taken = import.accept(None).await;
    desk.ask("draft_discard", json!({ "draft": taken["id"] })).await;
    desk.refused("import_accept", request).await;
    let mut broken = ImportOnDesk::text(
        desk,
        &format!("{{\"clientSecret\": \"{TYPED_SECRET}\", {TYPED_SECRET}}}"),
    )
    .await;
    broken.remove(0).await;
    desk.ask("import_discard", json!({ "import": broken.id })).await;
    desk.desktop.will_save_at(&desk.folder().join("saved.crt"));
    desk.ask("draft_save_certificate", draft.reference()).await;
    desk.ask("draft_drag_certificate", draft.reference()).await;
    draft.test().await;
    draft.register().await;
    draft.change(json!({ "clientSecret": TYPED_SECRET })).await;
    draft.test().await;
    let good = desk.workspace.ready().await["serviceAccount"]["clientSecret"].clone();
    draft.change(json!({ "clientSecret": good })).await;
    for fault in [
        FaultKind::HtmlBody,
        FaultKind::CutBeforeAnswer,
        FaultKind::CutWithinBody,
        FaultKind::MalformedBody,
        FaultKind::WrongContentType,
        FaultKind::ClockSkew { seconds: 7_200 },
    ] {
        desk.trouble("", fault).await;
        draft.test().await;
        desk.all_is_well().await;
    }
    draft.test().await;
    draft.read().await;
    draft.save().await["id"].as_str().unwrap().to_owned()
}

/// Opens a link on no device, keeps a session, and deletes it after all.
async fn deletions_and_devices(desk: &Desk, practice: &str) {
    let session = desk.session(practice, "Short-lived").await;
    desk.ask("device_tools", Value::Null).await;
    let request = json!({ "integration": practice, "session": session, "tool": "adb", "device": "x" });
    desk.refused("device_open", request).await;
    let sessions = json!({ "integration": practice, "sessions": [session] });
    let mut ticks = desk.ticks();
    let job = desk.ask("sessions_archive", sessions.clone()).await;
    desk.ended(&mut ticks, &job).await;
    for command in ["deletion_undo", "deletion_send"] {
        let deletion = desk.ask("sessions_delete", sessions.clone()).await;
        desk.ask(command, json!({ "deletion": deletion["deletion"] })).await;
    }
    desk.ask("deletions_list", Value::Null).await;
}

/// Exports with and without secrets, to a folder of the user's that is not searched: there they are wanted.
async fn handing_on(desk: &Desk, service_account: &str) {
    let folder = tempfile::tempdir().unwrap();
    let target = |name: &str| desk.desktop.will_save_at(&folder.path().join(name));
    for format in EXPORT_FORMATS {
        for with_secrets in [false, true] {
            let request = json!({ "integration": service_account, "format": format, "withSecrets": with_secrets });
            desk.ask("export_preview", request.clone()).await;
            desk.ask("export_copy", request.clone()).await;
            target(&format!("{format}-{with_secrets}"));
            desk.ask("export_save", request.clone()).await;
            // A file that is there already, and a closed dialog.
            target(&format!("{format}-{with_secrets}"));
            desk.refused("export_save", request.clone()).await;
            desk.refused("export_save", request).await;
        }
    }
    for (format, passphrase) in [
        ("pem", None),
        ("encryptedPem", Some(PASSPHRASE)),
        ("pkcs12", Some(PASSPHRASE)),
    ] {
        let request = json!({ "integration": service_account, "format": format, "passphrase": passphrase });
        target(format);
        desk.ask("key_export", request.clone()).await;
        target(format);
        desk.refused("key_export", request).await;
    }
    target("certificate");
    desk.ask("certificate_save", json!({ "integration": service_account }))
        .await;
    let announced = desk.ask("announcements_list", Value::Null).await;
    let id = announced[0]["id"].as_str().unwrap_or("none").to_owned();
    desk.ask("announcement_dismiss", json!({ "id": id })).await;
}

/// Uses sessions and the inspector; gives the id of the practice integration.
async fn sessions_and_inspector(desk: &Desk) -> String {
    let tried = desk.ask("practice_try", Value::Null).await;
    desk.ask("practice_status", Value::Null).await;
    let (integration, session) = (
        tried["integration"].as_str().unwrap(),
        tried["session"].as_str().unwrap(),
    );
    let device = json!({ "session": session, "device": "iphone" });
    desk.ask("practice_connect_device", device).await;
    desk.sessions(integration, true).await;
    desk.ask("session_connect", tried.clone()).await;
    desk.ask("link_check", json!({ "link": "lumashop://home" })).await;
    let mut rename = tried.clone();
    rename["name"] = "Walk".into();
    desk.ask("session_update", rename).await;

    let view = ViewOnDesk::open(desk, integration, session).await;
    view.until(|status| status.total > 5).await;
    view.filter(json!({ "text": "a" })).await;
    view.command("view_pause").await;
    view.command("view_resume").await;
    view.command("view_facets").await;
    view.command("view_noise").await;
    let rows = view.rows(0, 500).await;
    for row in rows["rows"].as_array().unwrap() {
        let event = row["uuid"].as_str().unwrap();
        view.details(event).await;
        view.tree(event, "").await;
        view.raw(event).await;
        view.copy(event, None).await;
    }
    let events: Vec<&str> = rows["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|row| row["uuid"].as_str())
        .collect();
    finding(desk, &view, events[0]).await;
    marking_and_comparing(desk, &view, &events).await;
    archives(desk, &view).await;
    desk.ask("view_list", Value::Null).await;
    desk.ask("copy_text", json!({ "text": "1234" })).await;
    integration.to_owned()
}

/// Asks for queries, saved filters, arrangements and the timeline.
async fn finding(desk: &Desk, view: &ViewOnDesk<'_>, event: &str) {
    let view = &view.id;
    desk.ask("query_complete", json!({ "view": view, "text": "type:", "column": 6 }))
        .await;
    desk.ask("query_like", json!({ "view": view, "event": event, "keep": "only" }))
        .await;
    let value = json!({ "view": view, "event": event, "path": "/ACPExtensionEventName", "keep": "allBut" });
    let _ = desk.try_to("query_value", value).await;
    desk.ask(
        "query_field",
        json!({ "list": "types", "value": "edge", "keep": "only" }),
    )
    .await;
    desk.ask("query_negate", json!({ "text": "type:edge" })).await;
    let filter = json!({ "text": "type:edge", "chips": ["has:error"], "noise": ["logs"] });
    desk.ask("filter_save", json!({ "name": "Edge", "filter": filter }))
        .await;
    desk.ask("filters_list", Value::Null).await;
    desk.ask("filter_delete", json!({ "name": "Edge" })).await;
    let arrangement = json!({ "sort": "name", "descending": true, "paths": ["payload.ACPExtensionEventName"] });
    desk.ask("view_arrange", json!({ "view": view, "arrangement": arrangement }))
        .await;
    desk.ask("view_range", json!({ "view": view, "from": 0, "to": 5 }))
        .await;
    desk.ask(
        "view_timeline",
        json!({ "view": view, "from": null, "to": null, "buckets": 100 }),
    )
    .await;
    desk.ask("view_moment", json!({ "view": view, "at": 0 })).await;
}

/// Marks events, reports them, and asks for what they tell together and what differs.
async fn marking_and_comparing(desk: &Desk, on: &ViewOnDesk<'_>, events: &[&str]) {
    let view = &on.id;
    let note = json!({ "what": "note", "text": "Sent twice" });
    desk.ask(
        "events_mark",
        json!({ "view": view, "events": [events[0]], "change": note }),
    )
    .await;
    desk.ask("view_clear", json!({ "view": view, "clear": true })).await;
    desk.ask("view_show_hidden", json!({ "view": view, "show": true }))
        .await;
    desk.ask("view_clear", json!({ "view": view, "clear": false })).await;
    on.command("report_contents").await;
    let folder = tempfile::tempdir().unwrap();
    desk.desktop.will_save_at(&folder.path().join("report.html"));
    let report = json!({ "view": view, "title": "Walk", "remarks": "", "redaction": ["credentials"] });
    desk.ask("report_save", report).await;
    desk.ask("events_copy", json!({ "view": view, "events": events })).await;
    for kind in desk.ask("analyses_list", Value::Null).await.as_array().unwrap() {
        let request = json!({ "view": view, "analysis": kind["id"], "client": null, "at": null, "search": "",
            "chosen": null, "windows": [] });
        desk.ask("analysis_read", request).await;
    }
    let one = json!({ "view": view, "event": events[0] });
    let link = json!({ "view": view, "event": events[0], "path": "" });
    desk.refused("event_link", link.clone()).await;
    desk.refused("event_link_open", link).await;
    desk.ask("event_related", one.clone()).await;
    desk.ask(
        "event_neighbour",
        json!({ "view": view, "event": events[0], "next": true }),
    )
    .await;
    let history = json!({ "view": view, "event": events[0], "offset": 0, "limit": 10 });
    let _ = desk.try_to("event_state_history", history).await;
    let diff = json!({ "view": view, "event": events[0], "other": { "with": "event", "event": events[1] },
        "ignoreVolatile": false, "onlyChanges": false, "offset": 0, "limit": 100 });
    desk.ask("event_diff", diff).await;
    let sides = json!({ "left": view, "right": view, "text": "", "ignoreVolatile": true, "onlyDifferences": false,
        "offset": 0, "limit": 100 });
    desk.ask("sessions_compare", sides).await;
    let pair = json!({ "left": view, "leftEvent": events[0], "right": view, "rightEvent": events[1],
        "ignoreVolatile": false, "offset": 0, "limit": 100 });
    desk.ask("compare_pair", pair).await;
}

/// Asks the doctor, Experience Platform and tags.
async fn services(desk: &Desk, integration: &str) {
    let one = json!({ "integration": integration });
    let mut ticks = desk.ticks();
    desk.ask("doctor_start", one.clone()).await;
    while desk.ask("doctor_read", one.clone()).await["running"] == true {
        desk.tick(&mut ticks, |tick| matches!(tick, Tick::Doctor { .. })).await;
    }
    desk.ask("doctor_report", one.clone()).await;
    desk.ask("doctor_stop", one.clone()).await;
    desk.ask(
        "access_tick",
        json!({ "integration": integration, "step": "userAccess", "done": true }),
    )
    .await;
    desk.ask("access_read", one.clone()).await;
    desk.ask("sandboxes_list", one.clone()).await;
    desk.ask(
        "sandbox_choose",
        json!({ "integration": integration, "sandbox": "dev" }),
    )
    .await;
    let classes = json!({ "integration": integration, "container": "global", "search": "", "refresh": true });
    let classes = desk.ask("classes_list", classes).await;
    let class = json!({ "integration": integration, "container": "global", "id": classes["rows"][0]["id"] });
    desk.ask("class_read", class).await;
    let overview = desk.ask("tags_overview", one).await;
    let properties = json!({ "integration": integration, "company": overview["companies"][0]["id"], "search": "",
        "platform": null });
    desk.ask("properties_list", properties).await;
}

/// Exports what is followed, imports it again, and asks for what is not there.
async fn archives(desk: &Desk, view: &ViewOnDesk<'_>) {
    let folder = tempfile::tempdir().unwrap();
    for format in ["json", "ndjson", "csv", "parquet", "archive"] {
        let request = json!({
            "view": view.id, "onlyShown": false, "format": format, "columns": [], "redaction": [],
        });
        let job = desk.export_events(request, &folder.path().join(format)).await;
        assert_eq!(job["state"]["state"], "done", "{job}");
    }
    let request = json!({
        "view": view.id, "onlyShown": true, "format": "json", "columns": [], "redaction": ["pin", "credentials"],
    });
    desk.ask("events_redaction", request.clone()).await;
    desk.export_events(request, &folder.path().join("redacted")).await;
    let archive = desk.imported(&folder.path().join("json")).await;
    let (imported, _) = ViewOnDesk::of_archive(desk, &archive).await;
    let mistaken = json!({ "view": imported.id, "filter": { "text": "name:" } });
    desk.refused("view_filter", mistaken).await;
    desk.ask("query_check", json!({ "text": "type:" })).await;
    desk.archives().await;
    let search = json!({ "archive": archive, "text": "a", "zoneMinutes": 0, "limit": 5 });
    desk.ask("archive_search", search).await;
    desk.ask("archive_delete", json!({ "archive": archive })).await;
    desk.import_events(&desk.folder().join("settings.json")).await;
    let jobs = desk.ask("jobs_list", Value::Null).await;
    for job in jobs.as_array().unwrap() {
        let reference = json!({ "job": job["job"] });
        desk.ask("job_cancel", reference.clone()).await;
        desk.ask("job_dismiss", reference).await;
    }
}

/// Gets, copies, renews and loses access tokens.
async fn tokens(desk: &Desk, integration: &str, secrets: &mut Secrets) {
    let reference = json!({ "integration": integration });
    desk.ask("token_copy", reference.clone()).await;
    desk.ask("token_renew", reference.clone()).await;
    desk.workspace.revoke_tokens().await;
    desk.sessions(integration, true).await;
    desk.ask("token_copy", reference.clone()).await;
    let copied = desk.desktop.copied();
    let tokens: Vec<_> = copied.iter().filter(|(_, secret)| *secret).collect();
    assert_eq!(tokens.len(), 2, "each was copied as a secret");
    for (token, _) in tokens {
        secrets.add("access token", token);
    }
    for (path, fault) in [
        ("/ims", FaultKind::MalformedBody),
        ("/graffias", FaultKind::TokenRevoked),
    ] {
        desk.trouble(path, fault).await;
        desk.try_to("token_renew", reference.clone()).await.ok();
        let listing = json!({
            "integration": integration, "search": "", "sort": "name", "descending": false, "refresh": true,
        });
        desk.try_to("sessions_list", listing).await.ok();
        desk.all_is_well().await;
    }
    desk.ask("integrations_list", Value::Null).await;
}

/// Reads and signs tokens, and changes how Adobe is reached.
async fn workbench(desk: &Desk, integration: &str, service_account: &str, secrets: &mut Secrets) {
    desk.ask("token_inspect_own", json!({ "integration": integration }))
        .await;
    let request = json!({
        "integration": service_account, "lifetimeMinutes": 5, "jti": true, "metascopes": null,
    });
    desk.ask("jwt_sign", request).await;
    let (jwt, _) = desk.desktop.copied().pop().unwrap();
    secrets.add("JWT", &jwt);
    secrets.add("signature", jwt.rsplit('.').next().unwrap());
    for text in [
        jwt.as_str(),
        TYPED_SECRET,
        &format!("{TYPED_SECRET}{jwt}"),
        &jwt.replace('.', ".."),
    ] {
        for compared in [json!(service_account), Value::Null] {
            let request = json!({ "text": text, "integration": compared });
            desk.try_to("token_inspect", request).await.ok();
        }
    }
    desk.try_to("network_choose_authorities", Value::Null).await.ok();
    let password = json!({ "url": "http://127.0.0.1:9", "userName": "jane", "password": TYPED_SECRET });
    desk.ask("proxy_password_save", password).await;
    let proxy = format!("http://jane:{TYPED_SECRET}@127.0.0.1:9");
    let network = json!({ "proxy": { "use": "custom", "url": proxy }, "certificateAuthorities": null });
    desk.refused("network_try", json!({ "network": network })).await;
    desk.refused("settings_save", json!({ "network": network })).await;
}

/// Requests of the wrong shape that hold a secret.
async fn bad_requests(desk: &Desk) {
    for (name, request) in [
        ("draft_change", json!({ "draft": TYPED_SECRET, "change": {} })),
        ("draft_change", json!({ "change": { "clientSecret": TYPED_SECRET } })),
        (
            "draft_change",
            json!({ "draft": uuid::Uuid::nil(), "change": TYPED_SECRET }),
        ),
        (
            "draft_change",
            json!({ "draft": uuid::Uuid::nil(), "change": { "clientSecret": [TYPED_SECRET] } }),
        ),
        (
            "draft_change",
            json!({ "draft": uuid::Uuid::nil(), "change": { "kind": TYPED_SECRET } }),
        ),
        (
            "draft_change",
            json!({ "draft": uuid::Uuid::nil(), "change": { "clientSecret": TYPED_SECRET } }),
        ),
        ("vault_unlock", json!(PASSPHRASE)),
        ("vault_unlock", json!({ "passphrase": { PASSPHRASE: 1 } })),
        ("vault_unlock", json!({ "passphrase": PASSPHRASE })),
        ("vault_create", json!({ "passphrase": PASSPHRASE })),
    ] {
        desk.try_to(name, request).await.ok();
    }
    for command in ["vault_retry", "vault_use_older"] {
        desk.ask(command, Value::Null).await;
    }
}

/// Puts new client secrets and keys in the place of old ones, well and badly, and leaves them half done.
async fn guides(desk: &Desk, oauth: &str, service_account: &str) {
    let secret = GuideOnDesk::new(desk, oauth, "clientSecret");
    secret.open().await;
    desk.trouble("/console", FaultKind::MalformedBody).await;
    for command in ["guide_open", "guide_act"] {
        desk.try_to(command, json!({ "guide": TYPED_SECRET }))
            .await
            .unwrap_err();
    }
    let enter = |secret: &str| json!({ "do": "enterSecret", "clientSecret": secret });
    secret.act(enter(TYPED_SECRET)).await;
    secret.refused(enter("p8e-typed-and never to be seen again")).await;
    secret.fails(json!({ "do": "prove" })).await;
    secret.does("cancel").await;
    desk.all_is_well().await;
    for action in ["addSecret", "prove", "switch"] {
        secret.does(action).await;
    }
    let certificate = GuideOnDesk::new(desk, service_account, "certificate");
    let make = json!({ "do": "makeCertificate", "bits": 2048, "days": 30, "subject": "/CN=Next" });
    certificate.act(make).await;
    for action in ["registerCertificate", "prove", "switch"] {
        certificate.does(action).await;
    }
}

/// Deletes and closes what the walk made.
async fn endings(desk: &Desk, integration: &str) {
    desk.ask("openings_take", Value::Null).await;
    for view in desk.ask("view_list", Value::Null).await.as_array().unwrap() {
        let reference = json!({ "view": view["view"] });
        desk.ask("view_status", reference.clone()).await;
        desk.ask("view_close", reference).await;
    }
    let session = desk.session(integration, "Last").await;
    desk.ask(
        "session_delete",
        json!({ "integration": integration, "session": session }),
    )
    .await;
    desk.ask("integration_delete", json!({ "integration": integration }))
        .await;
    desk.ask("vault_set_aside", Value::Null).await;
}

/// Reports problems, of which there were many, and looks at what is handed on.
async fn reports(desk: &Desk, secrets: &Secrets) {
    let logs = desk.folder().join("logs");
    std::fs::create_dir_all(&logs).unwrap();
    // As another version of the program could have written it.
    let careless = format!("{{\"message\":\"client_secret={TYPED_SECRET}\"}}\n");
    std::fs::write(logs.join("window.log"), careless).unwrap();
    desk.ask("page_defect", json!({ "message": "it is not a function" }))
        .await;
    let report = desk.ask("problem_report_prepare", Value::Null).await;
    assert!(report.to_string().contains("client_secret=(kept out)"), "{report}");
    let folder = tempfile::tempdir().unwrap();
    desk.desktop.will_save_at(&folder.path().join("problem.zip"));
    let save = json!({ "report": report["report"], "remarks": "It stopped", "leaveOut": [] });
    desk.ask("problem_report_save", save).await;
    secrets.search("a report", report.to_string());
    for (name, bytes) in files(folder.path()) {
        secrets.search(&name, &bytes);
    }
}

/// What must be found nowhere.
#[derive(Default)]
struct Secrets {
    known: Vec<(&'static str, String)>,
    search: OnceCell<forms::Search>,
}

impl Secrets {
    fn add(&mut self, kind: &'static str, secret: &str) {
        assert!(secret.len() > 20, "{kind} is long enough to be looked for");
        self.known.push((kind, secret.to_owned()));
        self.search.take();
    }

    /// A part of the middle of a key in PEM form, and each line of it: no form of the text goes unnoticed.
    fn add_key(&mut self, pem: &str) {
        let lines: Vec<_> = pem.lines().filter(|line| !line.contains("-----")).collect();
        assert!(lines.len() > 10, "a key has many lines");
        for line in &lines[1..] {
            if line.len() > 20 {
                self.add("private key", line);
            }
        }
    }

    /// Everything that the vault keeps for these integrations.
    fn add_vault(&mut self, desk: &Desk, integrations: &[&str]) {
        let vault = Vault::new(desk.folder().to_owned(), Arc::clone(&desk.keychain) as _);
        vault.open().unwrap();
        for name in vault.names().unwrap() {
            let secret = vault.read(&name).unwrap().unwrap();
            let secret = secret.expose_secret();
            match name.rsplit('/').next().unwrap() {
                "private-key" | "new-private-key" | "old-private-key" => self.add_key(secret),
                "client-secret" | "new-client-secret" | "old-client-secret" => self.add("client secret", secret),
                _ => {
                    let record: Value = serde_json::from_str(secret).unwrap();
                    let texts = record.as_object().unwrap().values().filter_map(Value::as_str);
                    let token = texts.max_by_key(|text| text.len()).unwrap();
                    self.add("access token", token);
                }
            }
        }
        let names = vault.names().unwrap().join(" ");
        assert!(integrations.iter().all(|id| names.contains(id)), "{names}");
    }

    fn kinds(&self) -> BTreeSet<&'static str> {
        self.known.iter().map(|(kind, _)| *kind).collect()
    }

    /// The kind of a secret that is there in any form, and what stands before it.
    fn find(&self, bytes: impl AsRef<[u8]>) -> Option<(&'static str, String)> {
        let bytes = bytes.as_ref();
        let secrets = || self.known.iter().map(|(_, secret)| secret.as_str());
        let search = self.search.get_or_init(|| forms::Search::new(secrets()));
        let (number, place) = search.find(bytes)?;
        let before = &bytes[place.saturating_sub(300)..place];
        Some((self.known[number].0, String::from_utf8_lossy(before).into_owned()))
    }

    fn search(&self, place: &str, text: impl AsRef<[u8]>) {
        if let Some((kind, before)) = self.find(text) {
            panic!("a {kind} is in {place}, after: {before}");
        }
    }
}

/// Every file of a folder, with its bytes.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        found.push((path.display().to_string(), bytes));
    }
    found
}
