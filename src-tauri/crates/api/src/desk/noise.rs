//! How many events of a session are noise.

use std::sync::Mutex;

use archive::query::Query;
use archive::{ArchiveError, Finding};
use time::UtcOffset;

use super::open_view::OpenView;
use super::queries::noise_query;
use super::{Desk, lock};
use crate::contract::inspector::{Noise, NoiseCount, ViewRef};
use crate::contract::problem::Problem;

/// Every kind of noise.
const ALL: [Noise; 3] = [Noise::SharedStates, Noise::Configuration, Noise::Logs];

/// What is noise in one view, each event looked at once.
pub(super) struct Noises(Mutex<Vec<(Noise, Finding)>>);

impl Default for Noises {
    fn default() -> Self {
        let finding = |noise| {
            let query = Query::parse(noise_query(noise), UtcOffset::UTC);
            (
                noise,
                Finding::new(query.expect("a test reads the query of every noise")),
            )
        };
        Self(Mutex::new(ALL.into_iter().map(finding).collect()))
    }
}

impl OpenView {
    /// Counts every kind of noise among the events that the list may show. Blocks.
    fn noise(&self) -> Result<Vec<NoiseCount>, ArchiveError> {
        let scope = self.view.scope();
        let mut noises = lock(&self.noises.0);
        let counted = noises.iter_mut().map(|(noise, finding)| {
            let fresh = finding.fresh(&self.archive, &scope, &|| self.is_ended())?;
            Ok(NoiseCount {
                noise: *noise,
                count: fresh.found,
            })
        });
        counted.collect()
    }
}

impl Desk {
    pub(crate) async fn view_noise(&self, request: ViewRef) -> Result<Vec<NoiseCount>, Problem> {
        let open = self.view(request.view)?;
        self.blocking(move || Ok(open.noise()?)).await
    }
}
