//! How many of the events that a filter leaves are noise.

use std::sync::Mutex;

use archive::query::Query;
use archive::{ArchiveError, Finding};
use time::UtcOffset;

use super::open_view::OpenView;
use super::queries::{asks_for_hidden, noise_query, whole_query};
use super::{Desk, lock};
use crate::contract::inspector::{EventFilter, Noise, NoiseCount, ViewRef};
use crate::contract::problem::Problem;

/// Every kind of noise.
const ALL: [Noise; 3] = [Noise::SharedStates, Noise::Configuration, Noise::Logs];

/// What is noise in one view under one filter, each event looked at once.
#[derive(Default)]
pub(super) struct Noises(Mutex<Option<UnderFilter>>);

struct UnderFilter {
    filter: EventFilter,
    kinds: Vec<Kind>,
}

struct Kind {
    noise: Noise,
    finding: Finding,
    with_hidden: bool,
}

impl UnderFilter {
    /// # Errors
    /// When the filter is too long together with the query of a noise.
    fn new(filter: EventFilter) -> Result<Self, Problem> {
        let kinds = ALL.map(|noise| Kind::new(noise, &filter)).into_iter();
        Ok(Self {
            kinds: kinds.collect::<Result<_, _>>()?,
            filter,
        })
    }
}

impl Kind {
    /// Noise among what all the rest of a filter leaves: as many as are left out by hiding it, hidden now or not.
    fn new(noise: Noise, filter: &EventFilter) -> Result<Self, Problem> {
        let others = filter.noise.iter().copied().filter(|other| *other != noise);
        let rest = whole_query(&EventFilter {
            noise: others.collect(),
            ..filter.clone()
        })?;
        let with_hidden = asks_for_hidden(&rest);
        let own = Query::parse(noise_query(noise), UtcOffset::UTC).map_err(|error| Problem::from(&error))?;
        let query = match own.expression() {
            Some(own) => rest.and(own.clone()).map_err(|error| Problem::from(&error))?,
            None => rest,
        };
        Ok(Self {
            noise,
            finding: Finding::new(query),
            with_hidden,
        })
    }
}

impl OpenView {
    /// Counts every kind of noise among the events that the rest of the filter leaves. Blocks.
    fn noise(&self) -> Result<Vec<NoiseCount>, Problem> {
        let filter = self.filter();
        let mut noises = lock(&self.noises.0);
        let asked = match noises.take() {
            Some(asked) if asked.filter == filter => asked,
            _ => UnderFilter::new(filter)?,
        };
        let asked = noises.insert(asked);
        let counted = asked.kinds.iter_mut().map(|kind| self.count(kind));
        Ok(counted.collect::<Result<_, _>>()?)
    }

    fn count(&self, kind: &mut Kind) -> Result<NoiseCount, ArchiveError> {
        let scope = match kind.with_hidden {
            true => self.view.scope().with_hidden(),
            false => self.view.scope(),
        };
        let fresh = kind.finding.fresh(&self.archive, &scope, &|| self.is_ended())?;
        Ok(NoiseCount {
            noise: kind.noise,
            count: fresh.found,
        })
    }
}

impl Desk {
    pub(crate) async fn view_noise(&self, request: ViewRef) -> Result<Vec<NoiseCount>, Problem> {
        let open = self.view(request.view)?;
        self.blocking(move || open.noise()).await
    }
}
