//! What changes something at Adobe is done once, also when its answer is lost: it is not sent again blindly, and a person
//! who tries again does not do it twice either.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use api::contract::tick::Tick;
use practice::{FaultKind, FaultRule, assurance_sdl};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::sync::Semaphore;
use uuid::Uuid;

use crate::desk::{Desk, DraftOnDesk, GuideOnDesk, id, listed};

/// Changes at a time: they wait more than they work.
const AT_ONCE: usize = 16;

/// Something that is changed at Adobe.
struct Change {
    /// How the table calls it.
    name: &'static str,
    /// The GraphQL field, or the method and a part of the path.
    sent_as: (&'static str, &'static str),
    /// How often it is sent at most when the first answer is lost. More than once only where once and twice are the same.
    at_most: usize,
    /// Whether a person who tries again finds it done, and does not do it a second time.
    may_be_tried_again: bool,
}

const fn once(name: &'static str, sent_as: (&'static str, &'static str)) -> Change {
    Change {
        name,
        sent_as,
        at_most: 1,
        may_be_tried_again: true,
    }
}

const CHANGES: &[Change] = &[
    Change {
        may_be_tried_again: false,
        ..once("a session is created", ("", "createSession"))
    },
    Change {
        at_most: 3,
        ..once("a session is renamed", ("", "updateSession"))
    },
    once("a session is deleted", ("", "deleteSession")),
    once("several sessions are deleted", ("", "deleteSession")),
    once("a draft's certificate is registered", ("POST", "/bindings")),
    once("a new certificate is registered", ("POST", "/bindings")),
    once("an old certificate is deleted", ("DELETE", "/bindings/")),
    Change {
        may_be_tried_again: false,
        ..once("a client secret is added", ("POST", "/secrets"))
    },
    once("an old client secret is deleted", ("DELETE", "/secrets/")),
    once("a migration is started", ("POST", "/binding")),
    once("a migration is cancelled", ("DELETE", "/binding")),
    once("a migration is finished", ("PATCH", "/finalize")),
    Change {
        may_be_tried_again: false,
        ..once("a person's own request is sent", ("POST", "/data/"))
    },
    // Another token does no harm to the first.
    Change {
        at_most: 3,
        ..once("an access token is asked for", ("POST", "/ims/token/"))
    },
    Change {
        at_most: 3,
        ..once("a JWT is exchanged", ("POST", "/ims/exchange/"))
    },
];

/// Where the client crates send what is no GraphQL and may change something: the file, and how often.
const SENDERS: &[(&str, usize)] = &[
    ("gateway/src/requests.rs", 1),
    ("ims/src/client.rs", 2),
    ("integration/src/console/bindings.rs", 2),
    ("integration/src/console/migration.rs", 3),
    ("integration/src/console/secrets.rs", 2),
];

#[test]
fn every_change_at_adobe_has_a_row() {
    let sdl = assurance_sdl();
    let (_, mutations) = sdl.split_once("type Mutation {").unwrap();
    let (mutations, _) = mutations.split_once("\n}").unwrap();
    let fields: BTreeSet<&str> = mutations
        .lines()
        .filter_map(|line| line.trim().split_once('(').map(|(field, _)| field))
        .collect();
    let rows = CHANGES.iter().filter(|change| change.sent_as.0.is_empty());
    let rows: BTreeSet<&str> = rows.map(|change| change.sent_as.1).collect();
    assert_eq!(fields, rows, "mutations of Assurance");

    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let documents = fs::read_dir(crates.join("assurance/src/operations")).unwrap();
    let documents = documents.map(|document| fs::read_to_string(document.unwrap().path()).unwrap());
    let mutations: BTreeSet<String> = documents
        .filter_map(|document| document.strip_prefix("mutation ")?.split('(').next().map(str::to_owned))
        .collect();
    assert_eq!(
        mutations,
        rows.into_iter().map(str::to_owned).collect(),
        "that this program sends"
    );

    let mut senders = Vec::new();
    for name in ["gateway", "ims", "integration", "platform", "tags"] {
        senders_below(&crates.join(name).join("src"), crates, &mut senders);
    }
    senders.sort();
    let known: Vec<(String, usize)> = SENDERS
        .iter()
        .map(|(file, times)| ((*file).to_owned(), *times))
        .collect();
    assert_eq!(senders, known, "give what is new a row in CHANGES, then count it here");
}

fn senders_below(folder: &Path, crates: &Path, senders: &mut Vec<(String, usize)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            senders_below(&path, crates, senders);
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let sends = [
            "Method::POST",
            "Method::PUT",
            "Method::PATCH",
            "Method::DELETE",
            ".post(",
        ];
        let times = sends.iter().map(|send| text.matches(send).count()).sum();
        if times > 0 {
            let file = path.strip_prefix(crates).unwrap();
            senders.push((file.to_string_lossy().replace('\\', "/"), times));
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_done_twice_when_an_answer_is_lost() {
    let turns = Arc::new(Semaphore::new(AT_ONCE));
    let mut scenes = Vec::new();
    for change in CHANGES {
        for lost in [
            FaultKind::CutWithinBody,
            FaultKind::StatusAfterwards { status: 504 },
            FaultKind::LateAnswer { milliseconds: 60_000 },
        ] {
            let turns = Arc::clone(&turns);
            let scene = tokio::spawn(async move {
                let _turn = turns.acquire().await.unwrap();
                Scene::before(change).await.plays(lost).await;
            });
            scenes.push((change.name, scene));
        }
    }
    let mut wrong = Vec::new();
    for (name, scene) in scenes {
        if scene.await.is_err() {
            wrong.push(name);
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// A desk where everything is ready for one change.
struct Scene {
    change: &'static Change,
    desk: Desk,
    integration: String,
    session: String,
    draft: String,
    /// The entry of the console that is to go.
    old: String,
}

impl Scene {
    async fn before(change: &'static Change) -> Self {
        let desk = Desk::impatient();
        let is_service_account = matches!(
            change.name,
            "a new certificate is registered"
                | "an old certificate is deleted"
                | "a migration is started"
                | "a migration is cancelled"
                | "a migration is finished"
                | "a JWT is exchanged"
        );
        let integration = if is_service_account {
            let draft = DraftOnDesk::good(&desk, "serviceAccount").await;
            draft.save().await["id"].as_str().unwrap().to_owned()
        } else {
            desk.integration().await
        };
        let mut scene = Self {
            change,
            integration,
            session: String::new(),
            draft: String::new(),
            old: String::new(),
            desk,
        };
        scene.prepare().await;
        scene
    }

    async fn prepare(&mut self) {
        match self.change.name {
            "a session is renamed" | "a session is deleted" | "several sessions are deleted" => {
                self.session = self.desk.session(&self.integration, "Before").await;
            }
            "a draft's certificate is registered" => {
                let draft = DraftOnDesk::practice(&self.desk, "serviceAccount").await;
                draft.generate_key().await;
                self.draft = draft.id;
            }
            "a new certificate is registered" => {
                self.guide("certificate").act(new_certificate()).await;
            }
            "an old certificate is deleted" => {
                let guide = self.guide("certificate");
                let old = id(listed(&guide.open().await, &json!(true))[0]);
                guide.act(new_certificate()).await;
                guide
                    .does_until("switch", &["registerCertificate", "prove", "switch"])
                    .await;
                self.old = old;
            }
            "an old client secret is deleted" => {
                let guide = self.guide("clientSecret");
                let old = id(listed(&guide.open().await, &json!(true))[0]);
                guide.does_until("switch", &["addSecret", "prove", "switch"]).await;
                self.old = old;
            }
            "a migration is cancelled" => {
                self.guide("migration").does("startMigration").await;
            }
            "a migration is finished" => {
                let guide = self.guide("migration");
                guide.does_until("switch", &["startMigration", "prove", "switch"]).await;
            }
            "an access token is asked for" | "a JWT is exchanged" => {
                // The first one is asked for as soon as the integration is saved.
                let one = json!({ "integration": self.integration });
                self.desk.ask("token_renew", one).await;
            }
            _ => {}
        }
    }

    /// Makes the change while its answer is lost, and then, where a person may, once more.
    async fn plays(self, lost: FaultKind) {
        let name = self.change.name;
        let before = self.sent().await;
        assert_eq!(self.done(before).await, 0, "{name}");
        let (method, part) = self.change.sent_as;
        let rule = FaultRule::new(self.path(), lost.clone()).times(1);
        let rule = if method.is_empty() {
            rule.operation(part)
        } else {
            rule.method(method)
        };
        self.desk.workspace.faults().await.set(vec![rule]);
        let went_well = self.make().await;
        let sent = self.sent().await - before;
        assert!(
            (1..=self.change.at_most).contains(&sent),
            "{name} in {lost:?} was sent {sent} times"
        );
        assert_eq!(self.done(before).await, 1, "{name} in {lost:?}");
        self.desk.all_is_well().await;
        if !went_well && self.change.may_be_tried_again {
            self.make().await;
            assert_eq!(self.done(before).await, 1, "{name} in {lost:?}, tried again");
        }
    }

    /// Where its requests go.
    fn path(&self) -> &'static str {
        match self.change.sent_as {
            ("", _) => "/graffias",
            (_, path) if path.starts_with("/ims") || path.starts_with("/data") => path,
            _ => "/console",
        }
    }

    fn guide(&self, kind: &'static str) -> GuideOnDesk<'_> {
        GuideOnDesk::new(&self.desk, &self.integration, kind)
    }

    /// How often it reached Adobe.
    async fn sent(&self) -> usize {
        let (method, part) = self.change.sent_as;
        let fits = |name: &str| {
            if method.is_empty() {
                name == part
            } else if part.ends_with('/') {
                name.starts_with(method) && name.contains(part)
            } else {
                name.starts_with(method) && name.ends_with(part)
            }
        };
        self.desk.workspace.received(fits).await
    }

    /// Whether the window says that it went well.
    async fn make(&self) -> bool {
        let Self { desk, .. } = self;
        let one = json!({ "integration": self.integration });
        let session = json!({ "integration": self.integration, "session": self.session });
        let told = match self.change.name {
            "a session is created" => {
                let created = json!({ "integration": self.integration, "name": "After", "link": "app://home" });
                desk.try_to("session_create", created).await
            }
            "a session is renamed" => {
                let renamed = json!({ "integration": self.integration, "session": self.session, "name": "After",
                    "link": null });
                desk.try_to("session_update", renamed).await
            }
            "a session is deleted" => desk.try_to("session_delete", session).await,
            "several sessions are deleted" => return self.delete_several().await,
            "a draft's certificate is registered" => {
                let draft = json!({ "draft": self.draft });
                desk.try_to("draft_register_certificate", draft).await
            }
            "a new certificate is registered" => self.acts("certificate", json!({ "do": "registerCertificate" })).await,
            "an old certificate is deleted" => self.retires("certificate").await,
            "a client secret is added" => self.acts("clientSecret", json!({ "do": "addSecret" })).await,
            "an old client secret is deleted" => self.retires("clientSecret").await,
            "a migration is started" => self.acts("migration", json!({ "do": "startMigration" })).await,
            "a migration is cancelled" => self.acts("migration", json!({ "do": "cancel" })).await,
            "a migration is finished" => self.acts("migration", json!({ "do": "finishMigration" })).await,
            "a person's own request is sent" => {
                let request = json!({ "name": "", "method": "POST", "headers": [],
                    "body": { "mode": "none" }, "url": "https://platform.adobe.io/data/foundation/sandbox-management/" });
                let asked = json!({ "sent": Uuid::new_v4(), "integration": self.integration, "request": request,
                    "collection": null, "environment": null });
                desk.try_to("request_send", asked).await
            }
            "an access token is asked for" | "a JWT is exchanged" => desk.try_to("token_renew", one).await,
            other => panic!("how is it that {other}?"),
        };
        told.is_ok()
    }

    async fn acts(&self, guide: &str, action: Value) -> Result<Value, api::contract::problem::Problem> {
        let request = json!({ "integration": self.integration, "guide": guide, "action": action });
        let guide = self.desk.try_to("guide_act", request).await?;
        let mut steps = guide["steps"].as_array().unwrap().iter();
        match steps.find(|step| step["state"]["state"] == "failed") {
            Some(failed) => Err(serde_json::from_value(failed["state"]["problem"].clone()).unwrap()),
            None => Ok(guide),
        }
    }

    async fn retires(&self, guide: &str) -> Result<Value, api::contract::problem::Problem> {
        self.acts(guide, json!({ "do": "retireOld", "id": self.old })).await
    }

    async fn delete_several(&self) -> bool {
        let several = json!({ "integration": self.integration, "sessions": [self.session] });
        let mut ticks = self.desk.ticks();
        let Ok(deletion) = self.desk.try_to("sessions_delete", several).await else {
            return false;
        };
        let reference = json!({ "deletion": deletion["deletion"] });
        self.desk.ask("deletion_send", reference.clone()).await;
        loop {
            let all = self.desk.ask("deletions_list", Value::Null).await;
            if all[0]["state"]["state"] == "ended" {
                self.desk.ask("deletion_undo", reference).await;
                return all[0]["state"]["failures"] == json!([]);
            }
            self.desk
                .tick(&mut ticks, |tick| matches!(tick, Tick::Sessions { .. }))
                .await;
        }
    }

    /// How often it is done at Adobe.
    async fn done(&self, sent_before: usize) -> usize {
        let holds = self.desk.workspace.overview().await;
        let certificates = holds["serviceAccount"]["certificates"].as_u64().unwrap() as usize;
        let secrets = holds["oauth"]["clientSecrets"].as_u64().unwrap() as usize;
        match self.change.name {
            "a session is created" | "a session is renamed" => self.sessions_named("After").await,
            "a session is deleted" | "several sessions are deleted" => 1 - self.sessions_named("Before").await,
            "a draft's certificate is registered" => certificates,
            "a new certificate is registered" => certificates - 1,
            "an old certificate is deleted" => 2 - certificates,
            "a client secret is added" => secrets - 1,
            "an old client secret is deleted" => 2 - secrets,
            "a migration is started" => self.is_migration("STARTED").await,
            "a migration is cancelled" => self.is_migration("NOT_STARTED").await,
            "a migration is finished" => self.is_migration("COMPLETED").await,
            // What it does is its own matter; that it arrived is counted.
            _ => (self.sent().await - sent_before).min(1),
        }
    }

    async fn sessions_named(&self, name: &str) -> usize {
        let list = self.desk.sessions(&self.integration, true).await;
        let mut rows = list["rows"].as_array().unwrap().clone();
        rows.retain(|row| row["name"] == name);
        rows.len()
    }

    async fn is_migration(&self, wanted: &str) -> usize {
        let status = self.desk.workspace.migration(Method::GET, "status").await;
        usize::from(status["migrationStatus"] == wanted)
    }
}

fn new_certificate() -> Value {
    json!({ "do": "makeCertificate", "bits": 2048, "days": 30, "subject": "/CN=Next" })
}
