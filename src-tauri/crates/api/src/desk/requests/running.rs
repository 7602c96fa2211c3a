//! Running a collection: one call after the other.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use requests::Request;
use requests::postman::Opened;
use tokio::sync::watch;
use tokio::task::AbortHandle;
use uuid::Uuid;

use super::context::Context;
use super::sending::Sender;
use crate::contract::problem::{Problem, ProblemCode};
use crate::contract::requests::{ApiAnswer, CollectionRun, RunCollectionRequest, RunLine, RunOutcome};
use crate::contract::tick::Tick;
use crate::desk::{Desk, lock};
use crate::ticks::Ticks;

/// How long a service that asks to wait without saying how long is left alone.
const USUAL_WAIT: Duration = Duration::from_secs(5);
/// The longest wait that a service can ask for and get.
const LONGEST_WAIT: Duration = Duration::from_secs(60);
/// What became of what a run did not come to.
const STOPPED: &str = "The run was stopped.";

/// The run of a collection. It ends with the desk.
#[derive(Default)]
pub(super) struct Runs(Arc<Mutex<Option<Run>>>);

struct Run {
    shown: CollectionRun,
    stop: watch::Sender<bool>,
    /// The call that is under way.
    current: Option<Uuid>,
    task: Option<AbortHandle>,
}

impl Desk {
    pub(crate) async fn collection_run(&self, request: RunCollectionRequest) -> Result<CollectionRun, Problem> {
        let (integration, layers) = (request.integration, request.layers());
        let sender = self.sender(integration).await?;
        let context = self.context(integration, layers).await?;
        let item = request.item.clone();
        let shelf = Arc::clone(&self.requests.shelf);
        let (name, calls) = self
            .blocking(move || {
                let collection = shelf.collection(request.collection)?;
                let name = match &item {
                    None => collection.name(),
                    Some(id) => {
                        let found = collection.items().into_iter().find(|item| item.id == *id);
                        found.ok_or_else(|| Problem::not_found("The folder"))?.name
                    }
                };
                Ok((name, collection.calls(item.as_deref())))
            })
            .await?;
        if calls.is_empty() {
            return Err(Problem::invalid_input(
                "There is no request in it.",
                "Choose a folder or a collection that has requests.",
            ));
        }
        let (stop, is_stopped) = watch::channel(false);
        let run = Run {
            shown: CollectionRun {
                collection: request.collection,
                name,
                running: true,
                lines: calls.iter().map(waiting).collect(),
            },
            stop,
            current: None,
            task: None,
        };
        let shown = run.shown.clone();
        {
            let mut running = lock(&self.requests.runs.0);
            if running.as_ref().is_some_and(|run| run.shown.running) {
                return Err(Problem::invalid_input(
                    "A collection runs already, and one runs at a time.",
                    "Wait until it is done, or stop it.",
                ));
            }
            *running = Some(run);
        }
        let runner = Runner {
            run: Arc::clone(&self.requests.runs.0),
            collection: request.collection,
            sender,
            context,
            is_stopped,
            ticks: self.ticks.clone(),
        };
        let task = tokio::spawn(runner.run(calls)).abort_handle();
        if let Some(run) = lock(&self.requests.runs.0).as_mut() {
            run.task = Some(task);
        }
        self.ticks.send(Tick::CollectionRun);
        Ok(shown)
    }

    pub(crate) async fn collection_run_read(&self, (): ()) -> Result<Option<CollectionRun>, Problem> {
        Ok(lock(&self.requests.runs.0).as_ref().map(|run| run.shown.clone()))
    }

    pub(crate) async fn collection_run_stop(&self, (): ()) -> Result<Option<CollectionRun>, Problem> {
        let current = lock(&self.requests.runs.0).as_ref().and_then(|run| {
            run.stop.send_replace(true);
            run.current
        });
        if let Some(current) = current {
            self.requests.under_way.stop(current);
        }
        self.collection_run_read(()).await
    }
}

impl Drop for Runs {
    fn drop(&mut self) {
        if let Some(task) = lock(&self.0).as_ref().and_then(|run| run.task.as_ref()) {
            task.abort();
        }
    }
}

fn waiting((item, call): &(String, Opened)) -> RunLine {
    RunLine {
        item: item.clone(),
        name: call.path.clone(),
        method: call.request.method.clone(),
        outcome: RunOutcome::Waiting,
    }
}

/// Goes through the calls of a run.
struct Runner {
    run: Arc<Mutex<Option<Run>>>,
    collection: Uuid,
    sender: Sender,
    context: Context,
    is_stopped: watch::Receiver<bool>,
    ticks: Ticks,
}

impl Runner {
    async fn run(mut self, calls: Vec<(String, Opened)>) {
        for (number, (_, call)) in calls.into_iter().enumerate() {
            let outcome = if *self.is_stopped.borrow() {
                stopped()
            } else {
                self.call(number, &call.request).await
            };
            self.show(number, outcome);
        }
        if let Some(run) = lock(&self.run).as_mut() {
            run.shown.running = false;
            run.task = None;
        }
        self.ticks.send(Tick::CollectionRun);
    }

    async fn call(&mut self, number: usize, request: &Request) -> RunOutcome {
        self.show(number, RunOutcome::Running { waits_seconds: None });
        let first = self.send(request).await;
        let answer = match first {
            Ok(answer) => answer,
            Err(outcome) => return outcome,
        };
        if answer.status != 429 {
            return answered(&answer);
        }
        let asked = answer.retry_after_seconds.map_or(USUAL_WAIT, Duration::from_secs);
        let wait = asked.min(LONGEST_WAIT);
        self.show(
            number,
            RunOutcome::Running {
                waits_seconds: Some(wait.as_secs()),
            },
        );
        let is_stopped = async { self.is_stopped.wait_for(|is_stopped| *is_stopped).await.is_ok() };
        if tokio::time::timeout(wait, is_stopped).await.is_ok() {
            return answered(&answer);
        }
        self.show(number, RunOutcome::Running { waits_seconds: None });
        match self.send(request).await {
            Ok(again) => answered(&again),
            Err(outcome) => outcome,
        }
    }

    /// Sends a call; what became of it where no answer came.
    async fn send(&self, request: &Request) -> Result<ApiAnswer, RunOutcome> {
        let prepared = self
            .context
            .prepare(request)
            .map_err(|problem| RunOutcome::Failed { problem })?;
        if !prepared.missing.is_empty() {
            return Err(RunOutcome::Skipped {
                reason: match prepared.missing.as_slice() {
                    [name] => format!("{name} has no value."),
                    names => format!("These have no value: {}.", names.join(", ")),
                },
            });
        }
        let sent = Uuid::new_v4();
        self.begin(Some(sent));
        let outcome = self.sender.send(sent, request, Some(self.collection), &prepared).await;
        self.begin(None);
        outcome.map_err(|problem| {
            if problem.code == ProblemCode::Cancelled && *self.is_stopped.borrow() {
                stopped()
            } else {
                RunOutcome::Failed { problem }
            }
        })
    }

    fn begin(&self, sent: Option<Uuid>) {
        if let Some(run) = lock(&self.run).as_mut() {
            run.current = sent;
            // A stop that came just before did not know of this call.
            if let Some(sent) = sent.filter(|_| *run.stop.borrow()) {
                self.sender.under_way.stop(sent);
            }
        }
    }

    fn show(&self, number: usize, outcome: RunOutcome) {
        if let Some(run) = lock(&self.run).as_mut() {
            run.shown.lines[number].outcome = outcome;
        }
        self.ticks.send(Tick::CollectionRun);
    }
}

fn stopped() -> RunOutcome {
    RunOutcome::Skipped {
        reason: STOPPED.to_owned(),
    }
}

fn answered(answer: &ApiAnswer) -> RunOutcome {
    RunOutcome::Answered {
        sent: answer.sent,
        status: answer.status,
        took_ms: answer.took_ms,
    }
}
