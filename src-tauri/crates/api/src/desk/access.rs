//! Steps of the access guide that were ticked by hand, kept in `access.json`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{Desk, lock};
use crate::contract::access::{AccessRef, AccessTickRequest, AccessTicks};
use crate::contract::problem::Problem;

/// The file in the data folder.
const FILE: &str = "access.json";
/// Characters of a step's id.
const LONGEST_ID: usize = 40;

impl Desk {
    pub(crate) async fn access_read(&self, request: AccessRef) -> Result<AccessTicks, Problem> {
        self.ensure_there(request.integration).await?;
        let file = Arc::clone(&self.access);
        self.blocking(move || Ok(file.read()?.ticked(request.integration)))
            .await
    }

    pub(crate) async fn access_tick(&self, request: AccessTickRequest) -> Result<AccessTicks, Problem> {
        let is_id = |step: &str| {
            (1..=LONGEST_ID).contains(&step.len()) && step.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        if !is_id(&request.step) {
            return Err(Problem::invalid_input(
                "The access guide has no such step.",
                "Open the access guide again, and tick the step there.",
            ));
        }
        self.ensure_there(request.integration).await?;
        let (file, registry) = (Arc::clone(&self.access), Arc::clone(&self.registry));
        self.blocking(move || {
            let there: Option<BTreeSet<Uuid>> = registry
                .list()
                .ok()
                .map(|all| all.iter().map(|integration| integration.id).collect());
            file.change(|kept| {
                if let Some(there) = there {
                    kept.integrations.retain(|id, _| there.contains(id));
                }
                kept.tick(&request);
                kept.ticked(request.integration)
            })
        })
        .await
    }

    async fn ensure_there(&self, integration: Option<Uuid>) -> Result<(), Problem> {
        match integration {
            Some(id) => self.integration(id).await.map(|_| ()),
            None => Ok(()),
        }
    }
}

/// By step, whether it is done.
type Steps = BTreeMap<String, bool>;

/// What the file holds. What this version does not know stays.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Kept {
    /// Before there was an integration. It counts for every integration that does not say otherwise.
    no_integration: Steps,
    integrations: BTreeMap<Uuid, Steps>,
    #[serde(flatten)]
    other: Map<String, Value>,
}

impl Kept {
    fn ticked(&self, integration: Option<Uuid>) -> AccessTicks {
        let mut steps = self.no_integration.clone();
        if let Some(own) = integration.and_then(|id| self.integrations.get(&id)) {
            steps.extend(own.clone());
        }
        AccessTicks {
            ticked: steps
                .into_iter()
                .filter_map(|(step, done)| done.then_some(step))
                .collect(),
        }
    }

    fn tick(&mut self, request: &AccessTickRequest) {
        let steps = match request.integration {
            Some(id) => self.integrations.entry(id).or_default(),
            None => &mut self.no_integration,
        };
        steps.insert(request.step.clone(), request.done);
    }
}

/// The file of ticks. It is read anew each time, for it is small, and another window may have changed it.
pub(super) struct AccessFile {
    path: PathBuf,
    turn: Mutex<()>,
}

impl AccessFile {
    pub(super) fn new(data: &Path) -> Self {
        Self {
            path: data.join(FILE),
            turn: Mutex::default(),
        }
    }

    /// What is in the file. One that is damaged counts as empty: a tick is made again with one click.
    fn read(&self) -> Result<Kept, Problem> {
        match std::fs::read(&self.path) {
            Ok(bytes) => Ok(serde_json::from_slice(&bytes).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Kept::default()),
            Err(error) => Err(Problem::file(&self.path, &error, "read")),
        }
    }

    /// Changes the file in one step that a crash cannot split.
    fn change<T>(&self, change: impl FnOnce(&mut Kept) -> T) -> Result<T, Problem> {
        let _turn = lock(&self.turn);
        let mut kept = self.read()?;
        let answer = change(&mut kept);
        let folder = self.path.parent().unwrap_or(Path::new("."));
        let written = tempfile::NamedTempFile::new_in(folder).and_then(|mut file| {
            serde_json::to_writer_pretty(&mut file, &kept)?;
            file.flush()?;
            file.as_file().sync_all()?;
            file.persist(&self.path).map_err(|error| error.error)
        });
        written
            .map(|_| answer)
            .map_err(|error| Problem::file(&self.path, &error, "saved"))
    }
}
