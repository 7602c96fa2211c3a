//! A desk to sit at: the router with a data folder, a keychain, a desktop that notes what reaches it, and a practice
//! workspace. What is asked and what is answered is noted too.

mod archive;
mod custom;
mod desktop;
mod drafts;
mod guide;
mod import;
mod openssl;
mod view;
mod workspace;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use ::vault::MemoryKeychain;
use api::commands::dispatch;
use api::contract::problem::Problem;
use api::contract::tick::Tick;
use api::desk::DeskOptions;
use gateway::ClientOptions;
use practice::{FaultKind, FaultRule};
use serde_json::{Value, json};
use tempfile::TempDir;
use zeroize::Zeroizing;

pub(crate) use desktop::NotingDesktop;
pub(crate) use drafts::{DraftOnDesk, outcome};
pub(crate) use guide::{GuideOnDesk, beside, current, id, is_done, listed, offered, step_number};
pub(crate) use import::ImportOnDesk;
pub(crate) use openssl::OpenSsl;
pub(crate) use view::ViewOnDesk;
pub(crate) use workspace::Workspace;

/// Every format that an integration is exported in.
pub(crate) const EXPORT_FORMATS: [&str; 6] = [
    "postmanEnvironment",
    "dotEnv",
    "aioContext",
    "aepp",
    "jwtAuthOptions",
    "curl",
];

/// How long anything may take. Generous, because a loaded machine is not a fault of the program.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// One person's desk.
pub(crate) struct Desk {
    pub(crate) desktop: Arc<NotingDesktop>,
    pub(crate) keychain: Arc<MemoryKeychain>,
    pub(crate) workspace: Arc<Workspace>,
    router: Arc<api::desk::Desk>,
    folder: TempDir,
    asked: Mutex<BTreeSet<String>>,
    heard: Arc<Mutex<String>>,
    patience: ClientOptions,
}

impl Desk {
    /// A first start, with a practice workspace of its own in which simulated devices connect only when asked to.
    pub(crate) fn open() -> Self {
        Self::open_with(Workspace::new(), MemoryKeychain::new())
    }

    /// A first start beside a practice workspace that is there.
    #[allow(dead_code, reason = "only a soak has one of its own")]
    pub(crate) fn beside(workspace: Arc<Workspace>) -> Self {
        Self::open_with(workspace, MemoryKeychain::new())
    }

    /// A first start on a machine without a keychain.
    pub(crate) fn open_without_keychain() -> Self {
        Self::open_with(Workspace::new(), MemoryKeychain::unavailable())
    }

    /// The desk of somebody else, who works with the same organization.
    pub(crate) fn of_a_colleague(&self) -> Self {
        Self::open_with(Arc::clone(&self.workspace), MemoryKeychain::new())
    }

    /// A first start of a program that waits for nobody: calls end after a moment, and are soon sent again.
    #[allow(dead_code, reason = "the tests of faults sit at the same desk")]
    pub(crate) fn impatient() -> Self {
        let mut desk = Self::open();
        desk.patience = ClientOptions {
            timeout: Duration::from_millis(2_500),
            first_wait: Duration::from_millis(20),
            body_limit: 1024 * 1024,
            ..ClientOptions::default()
        };
        desk.restart();
        desk
    }

    fn open_with(workspace: Arc<Workspace>, keychain: MemoryKeychain) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let patience = ClientOptions::default();
        let (desktop, keychain) = (Arc::new(NotingDesktop::default()), Arc::new(keychain));
        Self {
            router: router(folder.path(), &desktop, &keychain, &workspace, None, &patience),
            desktop,
            keychain,
            workspace,
            folder,
            asked: Mutex::default(),
            heard: Arc::default(),
            patience,
        }
    }

    /// Ends the program and starts it again. The practice workspace is where it was.
    pub(crate) fn restart(&mut self) {
        self.start_again(None);
    }

    /// The same, with the passphrase of the vault in the environment.
    pub(crate) fn restart_with_passphrase(&mut self, passphrase: &str) {
        self.start_again(Some(Zeroizing::new(passphrase.to_owned())));
    }

    fn start_again(&mut self, passphrase: Option<Zeroizing<String>>) {
        self.router = router(
            self.folder.path(),
            &self.desktop,
            &self.keychain,
            &self.workspace,
            passphrase,
            &self.patience,
        );
    }

    /// Asks what must succeed.
    pub(crate) async fn ask(&self, name: &str, request: Value) -> Value {
        match self.try_to(name, request.clone()).await {
            Ok(answer) => answer,
            Err(problem) => panic!("{name} {request}: {problem:?}"),
        }
    }

    /// Asks what must be refused, with a sentence and a next step.
    pub(crate) async fn refused(&self, name: &str, request: Value) -> Problem {
        match self.try_to(name, request.clone()).await {
            Ok(answer) => panic!("{name} {request} was not refused: {answer}"),
            Err(problem) => {
                assert_is_helpful(&problem);
                problem
            }
        }
    }

    pub(crate) async fn try_to(&self, name: &str, request: Value) -> Result<Value, Problem> {
        self.asked.lock().unwrap().insert(name.to_owned());
        let answer = dispatch(&self.router, name, request).await;
        let text = match &answer {
            Ok(answer) => answer.to_string(),
            Err(problem) => serde_json::to_string(problem).unwrap() + &format!("{problem:?}"),
        };
        self.note(&text);
        answer
    }

    /// The router itself, for a host.
    pub(crate) fn router(&self) -> Arc<api::desk::Desk> {
        Arc::clone(&self.router)
    }

    /// Waits for a tick.
    pub(crate) async fn tick(&self, ticks: &mut Ticks, is_it: impl Fn(&Tick) -> bool) {
        let came = async { while !is_it(&ticks.recv().await.unwrap()) {} };
        tokio::time::timeout(PATIENCE, came).await.expect("the tick comes");
    }

    /// Ticks from now on.
    pub(crate) fn ticks(&self) -> Ticks {
        self.router.ticks().listen()
    }

    /// Notes all ticks from now on among what was heard.
    pub(crate) fn note_ticks(&self) {
        let (mut ticks, heard) = (self.ticks(), Arc::clone(&self.heard));
        tokio::spawn(async move {
            while let Ok(tick) = ticks.recv().await {
                let text = serde_json::to_string(&tick).unwrap() + &format!("{tick:?}\n");
                heard.lock().unwrap().push_str(&text);
            }
        });
    }

    /// Every answer, problem and tick so far, as text.
    pub(crate) fn heard(&self) -> String {
        self.heard.lock().unwrap().clone()
    }

    /// The names of all commands that were asked.
    pub(crate) fn asked(&self) -> BTreeSet<String> {
        self.asked.lock().unwrap().clone()
    }

    /// Where the program keeps what it saves.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Lets requests whose path begins so meet a fault until [`Desk::all_is_well`].
    pub(crate) async fn trouble(&self, path: &str, kind: FaultKind) {
        self.workspace.faults().await.add(FaultRule::new(path, kind));
    }

    /// Lets one kind of GraphQL request meet a fault.
    pub(crate) async fn trouble_with(&self, operation: &str, kind: FaultKind) {
        let rule = FaultRule::new("/graffias", kind).operation(operation);
        self.workspace.faults().await.add(rule);
    }

    /// Ends all faults.
    pub(crate) async fn all_is_well(&self) {
        self.workspace.faults().await.clear();
    }

    /// Saves the practice workspace's OAuth credentials as an integration; gives its id.
    pub(crate) async fn integration(&self) -> String {
        let draft = DraftOnDesk::practice(self, "oauthServerToServer").await;
        draft.save().await["id"].as_str().unwrap().to_owned()
    }

    /// Creates a session; gives its UUID.
    pub(crate) async fn session(&self, integration: &str, name: &str) -> String {
        let request = json!({ "integration": integration, "name": name, "link": "lumashop://home" });
        let row = self.ask("session_create", request).await;
        row["uuid"].as_str().unwrap().to_owned()
    }

    /// The sessions as the list shows them, by name, asked for anew or as they are known.
    pub(crate) async fn sessions(&self, integration: &str, refresh: bool) -> Value {
        let request = json!({
            "integration": integration, "search": "", "sort": "name", "descending": false, "refresh": refresh,
        });
        self.ask("sessions_list", request).await
    }

    fn note(&self, text: &str) {
        let mut heard = self.heard.lock().unwrap();
        heard.push_str(text);
        heard.push('\n');
    }
}

pub(crate) type Ticks = tokio::sync::broadcast::Receiver<Tick>;

/// The texts at one key of each element of a list.
pub(crate) fn texts<'a>(list: &'a Value, key: &str) -> Vec<&'a str> {
    let list = list.as_array().unwrap().iter();
    list.map(|element| element[key].as_str().unwrap()).collect()
}

/// Whether a problem says what happened and what to do next, in sentences.
pub(crate) fn assert_is_helpful(problem: &Problem) {
    assert!(!problem.title.is_empty(), "{problem:?}");
    for sentence in [&problem.message, &problem.next_step] {
        assert!(sentence.ends_with('.') && sentence.len() > 9, "{problem:?}");
    }
}

fn router(
    folder: &Path,
    desktop: &Arc<NotingDesktop>,
    keychain: &Arc<MemoryKeychain>,
    workspace: &Arc<Workspace>,
    passphrase: Option<Zeroizing<String>>,
    patience: &ClientOptions,
) -> Arc<api::desk::Desk> {
    let options = DeskOptions {
        data: folder.to_owned(),
        desktop: Arc::clone(desktop) as _,
        practice: Arc::clone(workspace) as _,
        keychain: Arc::clone(keychain) as _,
        passphrase,
    };
    Arc::new(api::desk::Desk::open_with(options, patience.clone()).unwrap())
}
