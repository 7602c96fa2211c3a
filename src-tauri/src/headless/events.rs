//! `assurance-desk events`

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;

use api::contract::problem::{Problem, ProblemCode};
use assurance::{EventFilter, EventLog, EventRow, Follow, FollowEnd, FollowOptions, FollowState, View};
use serde_json::value::RawValue;

use super::stop::StopRequest;
use super::{Refusal, integration, print};
use crate::arguments::EventsArguments;

/// Rows that are read from the view at a time.
const PORTION: usize = 500;

/// Prints the events that match, oldest first; with `--follow` goes on until stopped or the session is gone.
pub(super) async fn run(arguments: EventsArguments, data: Option<PathBuf>) -> Result<(), Refusal> {
    let assurance = integration::assurance(&arguments.integration, data).await?;
    let log = Arc::new(EventLog::new());
    let filter = EventFilter {
        text: arguments.text,
        types: arguments.types,
        vendors: arguments.vendors,
        clients: arguments.clients,
    };
    let printer = Printer {
        view: Arc::new(View::new(log.clone(), filter)),
        log: log.clone(),
        printed: HashSet::new(),
    };
    let stop = StopRequest::listen().map_err(Refusal::of)?;
    let follow = Follow::start(assurance, &arguments.session, log, FollowOptions::default());
    tokio::select! {
        done = print_as_they_come(&follow, printer, arguments.follow) => done,
        () = stop.received() => Ok(()),
    }
}

async fn print_as_they_come(follow: &Follow, mut printer: Printer, go_on: bool) -> Result<(), Refusal> {
    let mut state = follow.state();
    let mut changes = printer.log.changes();
    loop {
        let now = state.borrow_and_update().clone();
        match now {
            FollowState::Live { loading: false, .. } => {
                printer.print_new().await?;
                if !go_on {
                    return Ok(());
                }
            }
            // A first failure ends the command: a script wants to know, not to wait.
            FollowState::Waiting { error, .. } if !go_on => return Err(Refusal::Problem(error.into())),
            FollowState::Ended(FollowEnd::SessionDeleted) => {
                printer.print_new().await?;
                return Err(Refusal::Problem(Problem::new(
                    ProblemCode::SessionDeleted,
                    "The session is gone",
                    "Adobe has no such session: it was deleted, or its 30 days are over.",
                    "List the sessions to see which there are.",
                )));
            }
            FollowState::Ended(FollowEnd::Unauthorized(error)) => return Err(Refusal::Problem(error.into())),
            FollowState::Ended(FollowEnd::Stopped) => return Ok(()),
            FollowState::Starting | FollowState::Live { .. } | FollowState::Waiting { .. } => {}
        }
        tokio::select! {
            changed = state.changed() => changed.map_err(Refusal::of)?,
            changed = changes.changed() => changed.map_err(Refusal::of)?,
        }
    }
}

/// Prints each matching event once.
struct Printer {
    view: Arc<View>,
    log: Arc<EventLog>,
    /// UUIDs that were printed: events that arrive late land among them.
    printed: HashSet<String>,
}

impl Printer {
    async fn print_new(&mut self) -> Result<(), Refusal> {
        let mut offset = 0;
        loop {
            let page = self.view.ask(move |view| view.rows(offset, PORTION)).await;
            for row in &page.rows {
                self.print_once(row)?;
            }
            offset += page.rows.len();
            if page.rows.is_empty() || offset >= page.matched {
                return Ok(());
            }
        }
    }

    fn print_once(&mut self, row: &EventRow) -> Result<(), Refusal> {
        if !self.printed.insert(row.uuid.clone()) {
            return Ok(());
        }
        let Some(event) = self.log.event(&row.uuid) else {
            return Ok(());
        };
        let raw: &RawValue = serde_json::from_str(event.raw()).map_err(Refusal::of)?;
        print(&raw)
    }
}
