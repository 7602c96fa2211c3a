//! The timeline below the list.

use std::sync::Arc;

use archive::{LaneOf, Stretch};

use super::Desk;
use super::open_view::OpenView;
use crate::contract::analyses::PlacedEvent;
use crate::contract::problem::Problem;
use crate::contract::timeline::{MomentRequest, Timeline, TimelineLane, TimelineRequest};

/// A wider screen draws the same pieces wider.
const MOST_PIECES: usize = 2_000;

impl Desk {
    pub(crate) async fn view_timeline(&self, request: TimelineRequest) -> Result<Timeline, Problem> {
        let open = self.view(request.view)?;
        let stretch = Stretch {
            from: request.from,
            to: request.to,
            pieces: request.buckets.clamp(1, MOST_PIECES),
        };
        let density = open.view.ask(move |view| view.density(stretch)).await;
        if !density.knows_errors {
            // Reading a large archive takes a while; the window asks again.
            let view = Arc::clone(&open.view);
            tokio::spawn(async move { view.ask(archive::View::find_errors).await });
        }
        Ok(Timeline {
            revision: open.list_revision(density.revision),
            first: density.first,
            last: density.last,
            from: density.from,
            to: density.to,
            launches: density.launches,
            all: density.all,
            lanes: density.lanes.into_iter().map(|lane| shown_lane(&open, lane)).collect(),
            errors: density.errors,
            knows_errors: density.knows_errors,
            flags: density.flags,
        })
    }

    pub(crate) async fn view_moment(&self, request: MomentRequest) -> Result<Option<PlacedEvent>, Problem> {
        let open = self.view(request.view)?;
        let nearest = move |view: &archive::View| {
            let uuid = view.nearest(request.at)?;
            let index = view.index_of(&uuid)?;
            Some(PlacedEvent { uuid, index })
        };
        Ok(open.view.ask(nearest).await)
    }
}

fn shown_lane(open: &OpenView, lane: archive::Lane) -> TimelineLane {
    let (client, name) = match lane.of {
        LaneOf::Client(id) => {
            // One that has only just connected has its name with the next status.
            let name = open.client_name(&id).unwrap_or_else(|| id.chars().take(8).collect());
            (Some(id), name)
        }
        LaneOf::OtherClients => (None, "Other clients".to_owned()),
        LaneOf::Nobody => (None, "No client".to_owned()),
    };
    TimelineLane {
        colour: open.colour(client.as_deref()),
        client,
        name,
        counts: lane.counts,
    }
}
