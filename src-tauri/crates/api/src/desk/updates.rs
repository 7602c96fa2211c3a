//! Newer versions of the program. Nothing is asked before the user agreed, or pressed; nothing is downloaded or installed
//! before they pressed again; and nothing is run whose signature was not checked.

mod download;
mod kept;

use std::fs::File;
use std::path::Path;
use std::sync::{Arc, Mutex};

use event::visible;
use gateway::Fetching;
use serde_json::Value;
use time::OffsetDateTime;
use tokio::task::AbortHandle;
use uuid::Uuid;
use whole_files::JsonFile;

use super::integrations::milliseconds;
use super::{Desk, lock};
use crate::contract::problem::Problem;
use crate::contract::tick::Tick;
use crate::contract::updates::{AgreeToUpdatesRequest, OfferedUpdate, UpdateRef, UpdateState, UpdateWay, Updates};
use crate::problem::{no_updates, not_offered};
use crate::updates::{NewerVersion, Updates as Shell};
use kept::Kept;

/// Milliseconds between two looks that the program takes by itself.
const SELDOM: i64 = 24 * 60 * 60 * 1000;
/// Bytes of the longest list of a newest version.
const LONGEST_LIST: u64 = 1_000_000;
/// Characters of the longest number of a version, and of the longest notes that are shown.
const LONGEST_VERSION: usize = 64;
const LONGEST_NOTES: usize = 20_000;

/// What is known of newer versions.
pub(super) struct KnownUpdates {
    file: Arc<JsonFile<Kept>>,
    /// One look at a time.
    turn: tokio::sync::Mutex<()>,
    step: Arc<Mutex<Step>>,
}

/// How far an update has come.
#[derive(Default)]
enum Step {
    #[default]
    NotLooked,
    Newest,
    Offered {
        offer: Arc<Offer>,
        problem: Option<Problem>,
    },
    Downloading {
        offer: Arc<Offer>,
        id: Uuid,
        received: u64,
        size: Option<u64>,
        task: AbortHandle,
    },
    Ready {
        offer: Arc<Offer>,
        /// The package, checked. It has no name in the file system, so it is gone with the program.
        package: Arc<File>,
    },
}

/// A newer version, with the list that offers it.
struct Offer {
    newer: NewerVersion,
    list: Value,
}

impl KnownUpdates {
    pub(super) fn new(data: &Path) -> Self {
        Self {
            file: Arc::new(JsonFile::new(data.join(kept::FILE))),
            turn: tokio::sync::Mutex::default(),
            step: Arc::default(),
        }
    }
}

impl Desk {
    /// Looks for a newer version, if the user agreed that this is done and it was not done within a day. What fails is
    /// noted in the log alone.
    pub async fn look_for_updates_at_start(&self) {
        let Some(shell) = self.desktop.updates() else { return };
        match self.is_look_due().await {
            Ok(true) => {}
            Ok(false) => return,
            Err(problem) => return tracing::warn!(title = problem.title, "did not look for updates"),
        }
        if let Err(problem) = self.look(&shell).await {
            let Problem { title, message, .. } = problem;
            tracing::info!(title, message, "looked for updates in vain");
        }
    }

    pub(crate) async fn updates_read(&self, (): ()) -> Result<Updates, Problem> {
        let file = Arc::clone(&self.updates.file);
        let kept = self.blocking(move || Ok(file.read()?)).await?;
        let shell = self.desktop.updates();
        let state = shell.as_deref().map_or(UpdateState::NotLooked, |shell| {
            lock(&self.updates.step).told(shell, kept.skipped.as_deref())
        });
        Ok(Updates {
            host: shell.and_then(|shell| shell.list().host_str().map(str::to_owned)),
            agreed: kept.agreed,
            looked_at: kept.looked_at,
            state,
        })
    }

    pub(crate) async fn updates_agree(&self, request: AgreeToUpdatesRequest) -> Result<Updates, Problem> {
        self.change_updates(move |kept| kept.agreed = Some(request.agreed))
            .await
    }

    pub(crate) async fn updates_look(&self, (): ()) -> Result<Updates, Problem> {
        let shell = self.desktop.updates().ok_or_else(no_updates)?;
        self.look(&shell).await?;
        self.updates_read(()).await
    }

    pub(crate) async fn updates_skip(&self, request: UpdateRef) -> Result<Updates, Problem> {
        self.offered(&request)?;
        self.change_updates(move |kept| kept.skipped = Some(request.version))
            .await
    }

    pub(crate) async fn updates_download(&self, request: UpdateRef) -> Result<Updates, Problem> {
        let shell = self.desktop.updates().ok_or_else(no_updates)?;
        let offer = self.offered(&request)?;
        if !shell.replaces_itself() {
            return Err(not_offered());
        }
        self.begin_download(shell, offer);
        self.updates_read(()).await
    }

    pub(crate) async fn updates_stop(&self, (): ()) -> Result<Updates, Problem> {
        lock(&self.updates.step).stop();
        self.ticks.send(Tick::Updates);
        self.updates_read(()).await
    }

    pub(crate) async fn updates_install(&self, request: UpdateRef) -> Result<Updates, Problem> {
        let shell = self.desktop.updates().ok_or_else(no_updates)?;
        let (offer, package) = match &*lock(&self.updates.step) {
            Step::Ready { offer, package } if offer.newer.version == request.version => {
                (Arc::clone(offer), Arc::clone(package))
            }
            _ => return Err(not_offered()),
        };
        let installing = Arc::clone(&offer);
        let installed = self
            .blocking(move || {
                let bytes = download::read_whole(&package)?;
                shell
                    .install(&installing.list, &bytes)
                    .map_err(|error| Problem::from(&error))?;
                tracing::info!(version = installing.newer.version, "installed a newer version");
                shell.restart();
                Ok(())
            })
            .await;
        if let Err(problem) = installed {
            tracing::warn!(
                title = problem.title,
                detail = problem.detail,
                "a newer version was not installed"
            );
            *lock(&self.updates.step) = Step::Offered {
                offer,
                problem: Some(problem),
            };
            self.ticks.send(Tick::Updates);
        }
        self.updates_read(()).await
    }

    pub(crate) async fn updates_page(&self, (): ()) -> Result<(), Problem> {
        let shell = self.desktop.updates().ok_or_else(no_updates)?;
        let page = shell.page().ok_or_else(no_updates)?;
        self.desktop.open_page(page.as_str())
    }

    async fn is_look_due(&self) -> Result<bool, Problem> {
        let file = Arc::clone(&self.updates.file);
        let kept = self.blocking(move || Ok(file.read()?)).await?;
        let now = milliseconds(OffsetDateTime::now_utc());
        // A clock that was set back must not keep the program from looking for years.
        let is_recent = |at: i64| (now - SELDOM..=now).contains(&at);
        Ok(kept.agreed == Some(true) && !kept.looked_at.is_some_and(is_recent))
    }

    async fn look(&self, shell: &Arc<dyn Shell>) -> Result<(), Problem> {
        let _turn = self.updates.turn.lock().await;
        let now = milliseconds(OffsetDateTime::now_utc());
        self.change_updates(move |kept| kept.looked_at = Some(now)).await?;
        let clients = self.connections.clients();
        let silence = self.network.silence();
        let list = Fetching::begin(|url| clients.for_address(url), shell.list(), LONGEST_LIST, silence)
            .await
            .map_err(|error| Problem::from(&error))?
            .rest()
            .await
            .map_err(|error| Problem::from(&error))?;
        let reader = Arc::clone(shell);
        let offer = self.blocking(move || read_offer(&*reader, &list)).await?;
        let mut step = lock(&self.updates.step);
        // What the user has begun goes on.
        if !matches!(&*step, Step::Downloading { .. } | Step::Ready { .. }) {
            *step = offer.map_or(Step::Newest, |offer| Step::Offered { offer, problem: None });
        }
        drop(step);
        self.ticks.send(Tick::Updates);
        Ok(())
    }

    /// The version that was shown, if it is the one that is offered.
    fn offered(&self, request: &UpdateRef) -> Result<Arc<Offer>, Problem> {
        match &*lock(&self.updates.step) {
            Step::Offered { offer, .. } if offer.newer.version == request.version => Ok(Arc::clone(offer)),
            _ => Err(not_offered()),
        }
    }

    async fn change_updates(&self, change: impl FnOnce(&mut Kept) + Send + 'static) -> Result<Updates, Problem> {
        let file = Arc::clone(&self.updates.file);
        self.blocking(move || Ok(file.change(change)?)).await?;
        self.ticks.send(Tick::Updates);
        self.updates_read(()).await
    }
}

/// What the list offers to this copy. Blocks.
fn read_offer(shell: &dyn Shell, list: &[u8]) -> Result<Option<Arc<Offer>>, Problem> {
    let unreadable = |why: String| Problem::from(&crate::updates::UpdateError::List(why));
    let list: Value = serde_json::from_slice(list).map_err(|error| unreadable(error.to_string()))?;
    let Some(newer) = shell.newer(&list).map_err(|error| Problem::from(&error))? else {
        return Ok(None);
    };
    if newer.version.len() > LONGEST_VERSION {
        return Err(unreadable("the number of the version is too long".to_owned()));
    }
    Ok(Some(Arc::new(Offer { newer, list })))
}

impl Step {
    fn stop(&mut self) {
        if let Self::Downloading { offer, task, .. } = self {
            task.abort();
            *self = Self::Offered {
                offer: Arc::clone(offer),
                problem: None,
            };
        }
    }

    fn told(&self, shell: &dyn Shell, skipped: Option<&str>) -> UpdateState {
        let update = |offer: &Offer| offer.told(shell, skipped);
        match self {
            Self::NotLooked => UpdateState::NotLooked,
            Self::Newest => UpdateState::Newest,
            Self::Offered { offer, problem } => UpdateState::Offered {
                update: update(offer),
                problem: problem.clone(),
            },
            Self::Downloading {
                offer, received, size, ..
            } => UpdateState::Downloading {
                update: update(offer),
                received: *received,
                size: *size,
            },
            Self::Ready { offer, .. } => UpdateState::Ready { update: update(offer) },
        }
    }
}

impl Offer {
    fn told(&self, shell: &dyn Shell, skipped: Option<&str>) -> OfferedUpdate {
        let NewerVersion {
            version, date, notes, ..
        } = &self.newer;
        let mut shown: String = notes.trim().chars().take(LONGEST_NOTES).collect();
        if shown.len() < notes.trim().len() {
            shown.push('…');
        }
        OfferedUpdate {
            version: visible(version).into_owned(),
            date: date.map(milliseconds),
            notes: visible(&shown).into_owned(),
            skipped: skipped == Some(version),
            way: match shell.page() {
                _ if shell.replaces_itself() => UpdateWay::Itself,
                Some(_) => UpdateWay::Page,
                None => UpdateWay::Elsewhere,
            },
        }
    }
}
