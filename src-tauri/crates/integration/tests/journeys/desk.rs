//! What every test needs: a place for files, a vault, and perhaps a practice workspace.

use std::sync::{Arc, OnceLock};

use gateway::ClientOptions;
use integration::{
    Clients, Console, Drafts, Endpoints, HeldSecrets, Integration, KindName, ReadyCredentials, Registry,
    from_ready_json,
};
use keys::{Certificate, KeyBits, KeyPair, Subject};
use practice::{Options, Practice};
use tempfile::TempDir;
use time::OffsetDateTime;
use vault::{MemoryKeychain, Vault};

pub(crate) struct Desk {
    pub(crate) directory: TempDir,
    pub(crate) vault: Arc<Vault>,
    pub(crate) registry: Arc<Registry>,
    pub(crate) drafts: Drafts,
    pub(crate) clients: Clients,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let vault = Arc::new(Vault::new(directory.path().to_owned(), Arc::new(MemoryKeychain::new())));
        vault.open().unwrap();
        let registry = Arc::new(Registry::new(directory.path(), Arc::clone(&vault)));
        let drafts = Drafts::new(directory.path(), Arc::clone(&registry));
        let clients = Clients::new(&ClientOptions::default()).unwrap();
        Self {
            directory,
            vault,
            registry,
            drafts,
            clients,
        }
    }

    /// The text of everything that was written outside the vault.
    pub(crate) fn plain_files(&self) -> String {
        let files = std::fs::read_dir(self.directory.path())
            .unwrap()
            .map(|entry| entry.unwrap().path());
        files
            .map(|path| String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned())
            .collect()
    }
}

/// One pair for all tests, because making one takes time.
static REGISTERED: OnceLock<(KeyPair, Certificate)> = OnceLock::new();

/// A practice workspace with a key registered for its service account.
pub(crate) struct Workspace {
    pub(crate) practice: Practice,
    pub(crate) endpoints: Endpoints,
    pub(crate) oauth: (Integration, HeldSecrets),
    pub(crate) service_account: (Integration, HeldSecrets),
    pub(crate) certificate: Certificate,
}

impl Workspace {
    pub(crate) async fn start(desk: &Desk) -> Self {
        let practice = Practice::start(Options {
            events_per_second: 0.0,
            autoconnect: false,
            ..Options::default()
        })
        .await
        .unwrap();
        let line = serde_json::to_string(practice.ready()).unwrap();
        let ReadyCredentials {
            endpoints,
            oauth,
            mut service_account,
        } = from_ready_json(&line).unwrap();
        let (key, certificate) = REGISTERED.get_or_init(|| pair(0));
        console(desk, &endpoints, &service_account.0)
            .register(certificate)
            .await
            .unwrap();
        service_account.1.private_key_pem = Some(key.private_key_pem().as_str().into());
        if let integration::Kind::ServiceAccount { certificate_pem, .. } = &mut service_account.0.kind {
            *certificate_pem = Some(certificate.pem());
        }
        Self {
            practice,
            endpoints,
            oauth,
            service_account,
            certificate: certificate.clone(),
        }
    }

    pub(crate) fn credential(&self, kind: KindName) -> (Integration, HeldSecrets) {
        match kind {
            KindName::OauthServerToServer => self.oauth.clone(),
            KindName::ServiceAccount => self.service_account.clone(),
        }
    }
}

pub(crate) const BOTH: [KindName; 2] = [KindName::OauthServerToServer, KindName::ServiceAccount];

pub(crate) fn console(desk: &Desk, endpoints: &Endpoints, integration: &Integration) -> Console {
    let integration::Kind::ServiceAccount {
        integration_id: Some(number),
        ..
    } = &integration.kind
    else {
        panic!("a service account with a number");
    };
    let client = desk.clients.for_address(&endpoints.console);
    Console::new(&endpoints.console, client, &integration.organization_id, number)
}

/// A key and its certificate of 30 days that begins so many days from now.
pub(crate) fn pair(begins_in_days: i64) -> (KeyPair, Certificate) {
    let key = KeyPair::generate(KeyBits::Rsa2048).unwrap();
    let begin = OffsetDateTime::now_utc() + time::Duration::days(begins_in_days) - time::Duration::MINUTE;
    let certificate = Certificate::self_signed(&key, &Subject::parse("/CN=test").unwrap(), 30, begin).unwrap();
    (key, certificate)
}
