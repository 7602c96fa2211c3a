//! The desk: everything the program has open, and the commands that work on it, a file for each place of the window.

mod access;
mod analyses;
mod announcements;
mod app;
mod archive_files;
mod archive_search;
mod archives;
mod arrangement;
mod compare;
mod deletions;
mod devices;
mod differences;
mod doctor;
mod drafts;
mod event;
mod event_export;
mod event_import;
mod event_links;
mod exports;
mod find;
mod guides;
mod imports;
mod integrations;
mod jobs;
mod key_generation;
mod marks;
mod network;
mod noise;
mod open_view;
mod openings;
mod platform;
mod practice;
mod problem_report;
mod queries;
mod related;
mod reports;
mod requests;
mod saved_filters;
mod session_archiving;
mod session_creation;
mod sessions;
mod tags;
mod timeline;
mod tokens;
mod updates;
mod views;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use ::integration::{Clients, Connections, Drafts, Guides, Registry};
use gateway::{ClientError, ClientOptions};
use vault::{Keychain, Vault};
use whole_files::{JsonFile, create_private_folder};
use zeroize::Zeroizing;

use crate::contract::problem::Problem;
use crate::desktop::Desktop;
use crate::practice_host::PracticeHost;
use crate::settings::SettingsFile;
use crate::ticks::Ticks;

/// What a desk is made of.
pub struct DeskOptions {
    /// The folder where integrations, the vault and settings are kept; it is made if it is missing.
    pub data: PathBuf,
    /// Dialogs and clipboard.
    pub desktop: Arc<dyn Desktop>,
    /// Starts the practice workspace.
    pub practice: Arc<dyn PracticeHost>,
    /// Where the vault's key is kept.
    pub keychain: Arc<dyn Keychain>,
    /// Opens, or makes, a vault that is protected by a passphrase, where nobody is there to type it.
    pub passphrase: Option<Zeroizing<String>>,
}

/// Why there is no desk.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The data folder cannot be used.
    #[error("the data folder {} cannot be used: {source}", path.display())]
    DataFolder {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The HTTP client cannot be set up.
    #[error(transparent)]
    Client(#[from] ClientError),
}

/// HTTP clients with the network settings that were saved in the data folder, for commands that need no desk. The
/// password of a proxy comes from the vault, where it is open. Blocks.
///
/// # Errors
/// When the HTTP client cannot be set up.
pub fn saved_clients(data: &Path, vault: Option<&Vault>) -> Result<Clients, ClientError> {
    let network = SettingsFile::open(data).settings().network;
    network::first_clients(&network, vault, &ClientOptions::default())
}

/// Everything the program has open.
pub struct Desk {
    desktop: Arc<dyn Desktop>,
    practice: Arc<dyn PracticeHost>,
    passphrase: Option<Zeroizing<String>>,
    settings: SettingsFile,
    network: network::Network,
    vault: Arc<Vault>,
    registry: Arc<Registry>,
    drafts: Arc<Drafts>,
    connections: Arc<Connections>,
    guides: Arc<Guides>,
    sessions: sessions::KnownSessions,
    deletions: deletions::Deletions,
    archiving: session_archiving::Archiving,
    views: views::Views,
    archives: Arc<archive_files::ArchiveFiles>,
    differences: Arc<differences::Differences>,
    comparisons: Arc<compare::Comparisons>,
    jobs: jobs::Jobs,
    openings: openings::Openings,
    examinations: doctor::Examinations,
    classes: platform::KnownClasses,
    requests: requests::Requests,
    saved_filters: Arc<saved_filters::SavedFiltersFile>,
    access: Arc<JsonFile<access::Kept>>,
    archive_searches: archive_search::ArchiveSearches,
    tests: drafts::Tests,
    generations: key_generation::Generations,
    imports: imports::Imports,
    watched: integrations::Watched,
    shown_report: problem_report::ShownReport,
    updates: updates::KnownUpdates,
    vault_told: app::VaultTold,
    ticks: Ticks,
    data: PathBuf,
}

impl Desk {
    /// Opens the desk. Reads no secret and asks no network; must be called within a tokio runtime.
    ///
    /// # Errors
    /// When the data folder cannot be made.
    pub fn open(options: DeskOptions) -> Result<Self, DeskError> {
        Self::open_with(options, ClientOptions::default())
    }

    /// The same, with a patience of its own: how long calls may take, and how long it waits before they are sent again.
    /// Proxy and certificate authorities come from the settings.
    ///
    /// # Errors
    /// As [`Desk::open`].
    pub fn open_with(options: DeskOptions, patience: ClientOptions) -> Result<Self, DeskError> {
        let DeskOptions {
            data,
            desktop,
            practice,
            keychain,
            passphrase,
        } = options;
        create_private_folder(&data).map_err(|source| DeskError::DataFolder {
            path: data.clone(),
            source,
        })?;
        let settings = SettingsFile::open(&data);
        let clients = network::first_clients(&settings.settings().network, None, &patience)?;
        let vault = Arc::new(Vault::new(data.clone(), keychain));
        let registry = Arc::new(Registry::new(&data, vault.clone()));
        let ticks = Ticks::default();
        announcements::watch(&registry, ticks.clone());
        let drafts = Arc::new(Drafts::new(&data, registry.clone()));
        let connections = Arc::new(Connections::new(registry.clone(), clients));
        Ok(Self {
            desktop,
            practice,
            passphrase,
            settings,
            network: network::Network::new(patience),
            guides: Arc::new(Guides::new(
                &data,
                registry.clone(),
                drafts.clone(),
                connections.clone(),
            )),
            drafts,
            connections,
            registry,
            vault,
            sessions: sessions::KnownSessions::default(),
            deletions: deletions::Deletions::default(),
            archiving: session_archiving::Archiving::default(),
            views: views::Views::default(),
            archives: Arc::new(archive_files::ArchiveFiles::new(&data)),
            differences: Arc::default(),
            comparisons: Arc::default(),
            jobs: jobs::Jobs::default(),
            openings: openings::Openings::default(),
            examinations: doctor::Examinations::default(),
            classes: platform::KnownClasses::default(),
            requests: requests::Requests::open(&data),
            saved_filters: Arc::new(saved_filters::SavedFiltersFile::new(&data)),
            access: Arc::new(JsonFile::new(data.join(access::FILE))),
            archive_searches: archive_search::ArchiveSearches::default(),
            tests: drafts::Tests::default(),
            generations: key_generation::Generations::default(),
            imports: imports::Imports::default(),
            watched: integrations::Watched::default(),
            shown_report: problem_report::ShownReport::default(),
            updates: updates::KnownUpdates::new(&data),
            vault_told: app::VaultTold::default(),
            ticks,
            data,
        })
    }

    /// Where changes are told.
    #[must_use]
    pub fn ticks(&self) -> &Ticks {
        &self.ticks
    }

    /// Runs something that blocks (files, keychain, key generation) off the async threads.
    async fn blocking<T, F>(&self, work: F) -> Result<T, Problem>
    where
        T: Send + 'static,
        F: FnOnce() -> Result<T, Problem> + Send + 'static,
    {
        blocking_work::caught(work)
            .await
            .map_err(|error| Problem::internal(error.to_string()))?
    }
}

/// A mutex here guards plain data, which a panic elsewhere cannot leave half changed.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
