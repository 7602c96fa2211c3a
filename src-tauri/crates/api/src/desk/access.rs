//! Steps of the access guide that were ticked by hand, kept in `access.json`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::Desk;
use crate::contract::access::{AccessRef, AccessTickRequest, AccessTicks};
use crate::contract::problem::Problem;

/// The file in the data folder.
pub(super) const FILE: &str = "access.json";
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
            let changed = file.change(|kept| {
                if let Some(there) = there {
                    kept.integrations.retain(|id, _| there.contains(id));
                }
                kept.tick(&request);
                kept.ticked(request.integration)
            });
            Ok(changed?)
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
pub(super) struct Kept {
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
