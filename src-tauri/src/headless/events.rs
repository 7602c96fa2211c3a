//! `assurance-desk events`

mod kept;

use std::path::PathBuf;
use std::sync::Arc;

use api::contract::problem::{Problem, ProblemCode};
use archive::query::{Column, Condition, Expression, Query, Test, ValuePattern};
use archive::{Archive, Selected};
use assurance::{Assurance, Follow, FollowEnd, FollowOptions, FollowState};

use super::output::Output;
use super::stop::StopRequest;
use super::{Refusal, filter, integration};
use crate::arguments::EventsArguments;
use kept::Kept;

/// Events that are read from the archive at a time.
const PORTION: usize = 500;

/// Prints the events that match, oldest first; with `--follow` goes on until stopped or the session is gone.
pub(super) async fn run(arguments: EventsArguments, data: Option<PathBuf>) -> Result<(), Refusal> {
    let query = query(&arguments)?;
    let connection = integration::connect(&arguments.integration, data).await?;
    let assurance = Assurance::new(connection.gateway().clone(), connection.endpoints().assurance.clone());
    let kept = Kept::open(&arguments, connection.integration(), &assurance).await?;
    let printer = Printer {
        archive: Arc::clone(&kept.archive),
        query: Arc::new(query),
        mark: 0,
    };
    let stop = StopRequest::listen().map_err(Refusal::of)?;
    let sink = Arc::clone(&kept.archive);
    let follow = Follow::start(assurance, &arguments.session, sink, FollowOptions::default());
    let done = tokio::select! {
        done = print_as_they_come(&follow, printer, arguments.follow) => done,
        () = stop.received() => Ok(()),
    };
    follow.stop();
    kept.close(done.is_err());
    done
}

/// What is asked for by all options together.
fn query(arguments: &EventsArguments) -> Result<Query, Refusal> {
    let mut query = filter::query(&arguments.filter, &arguments.zone)?;
    for (column, values) in [
        (Column::Type, &arguments.types),
        (Column::Vendor, &arguments.vendors),
        (Column::Client, &arguments.clients),
    ] {
        let is = |value: &String| {
            Expression::from(Condition::Column {
                column,
                test: Test::Matches(ValuePattern::is(value)),
            })
        };
        if let Some(any) = values.iter().map(is).reduce(Expression::or) {
            query = query.and(any).map_err(Refusal::Query)?;
        }
    }
    Ok(query)
}

async fn print_as_they_come(follow: &Follow, mut printer: Printer, go_on: bool) -> Result<(), Refusal> {
    let mut state = follow.state();
    let mut changes = printer.archive.changes();
    loop {
        let now = state.borrow_and_update().clone();
        changes.mark_unchanged();
        match now {
            FollowState::Live { loading: false, .. } => {
                printer.print_new().await?;
                if !go_on {
                    return Ok(());
                }
            }
            // A first failure ends the command: a script wants to know, not to wait.
            FollowState::Waiting { error, .. } if !go_on => return Err(Refusal::problem(error)),
            FollowState::Ended(FollowEnd::SessionDeleted) => {
                printer.print_new().await?;
                return Err(Refusal::Problem(Problem::new(
                    ProblemCode::SessionDeleted,
                    "The session is gone",
                    "Adobe has no such session: it was deleted, or its 30 days are over.",
                    "List the sessions to see which there are.",
                )));
            }
            FollowState::Ended(FollowEnd::Unauthorized(error)) => return Err(Refusal::problem(error)),
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
    archive: Arc<Archive>,
    query: Arc<Query>,
    /// Where the archive ended when events were printed last: events that arrive late land among them.
    mark: u32,
}

impl Printer {
    async fn print_new(&mut self) -> Result<(), Refusal> {
        let (archive, query, mark) = (Arc::clone(&self.archive), Arc::clone(&self.query), self.mark);
        let printing = tokio::task::spawn_blocking(move || -> Result<u32, Refusal> {
            let mut selection = archive
                .select_since(mark, &query, Selected::AsShown)
                .map_err(Refusal::problem)?;
            let mut output = Output::new();
            loop {
                let events = selection.next_events(PORTION).map_err(Refusal::problem)?;
                if events.is_empty() {
                    output.flush()?;
                    return Ok(selection.mark());
                }
                for event in events {
                    output.event(&event)?;
                    output.write(b"\n")?;
                }
            }
        });
        self.mark = printing.await.map_err(Refusal::of)??;
        Ok(())
    }
}
