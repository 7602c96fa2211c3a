//! Work that takes long: it goes on in the background, can be watched and called off.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use tokio::runtime::Handle;
use uuid::Uuid;

use super::{Desk, lock};
use crate::contract::jobs::{Job, JobRef, JobState};
use crate::contract::problem::{Problem, ProblemCode};
use crate::contract::tick::Tick;
use crate::ticks::Ticks;

/// The jobs of this desk, in the order in which they began. What still runs is called off when this is dropped.
#[derive(Default)]
pub(super) struct Jobs(Arc<Mutex<Vec<Known>>>);

struct Known {
    job: Job,
    /// It leaves the list by itself when it is done.
    is_quiet: bool,
    is_called_off: Arc<AtomicBool>,
}

/// What came of a job.
pub(super) struct Outcome {
    /// In words.
    pub(super) note: String,
    /// The archive that it made, to be opened.
    pub(super) archive: Option<String>,
}

/// What a job has of itself while it runs.
pub(super) struct Running {
    id: Uuid,
    jobs: Arc<Mutex<Vec<Known>>>,
    is_called_off: Arc<AtomicBool>,
    ticks: Ticks,
    runtime: Handle,
}

impl Desk {
    pub(crate) async fn jobs_list(&self, (): ()) -> Result<Vec<Job>, Problem> {
        Ok(lock(&self.jobs.0).iter().map(|known| known.job.clone()).collect())
    }

    pub(crate) async fn job_cancel(&self, request: JobRef) -> Result<(), Problem> {
        let jobs = lock(&self.jobs.0);
        let known = jobs.iter().find(|known| known.job.job == request.job);
        // One that has just ended cannot be called off any more, and need not be.
        known.ok_or_else(gone)?.is_called_off.store(true, Ordering::Relaxed);
        Ok(())
    }

    pub(crate) async fn job_dismiss(&self, request: JobRef) -> Result<(), Problem> {
        let mut jobs = lock(&self.jobs.0);
        let place = jobs.iter().position(|known| known.job.job == request.job);
        let place = place.ok_or_else(gone)?;
        if jobs[place].job.state == JobState::Running {
            return Err(Problem::new(
                ProblemCode::InvalidInput,
                "The work still goes on",
                "Only what has ended can be put away.",
                "Wait until it is done, or cancel it first.",
            ));
        }
        jobs.remove(place);
        drop(jobs);
        self.ticks.send(Tick::Jobs);
        Ok(())
    }
}

fn gone() -> Problem {
    Problem::not_found("The work")
}

impl Jobs {
    /// A job that still goes on.
    pub(super) fn running(&self, id: Uuid) -> Option<Job> {
        let jobs = lock(&self.0);
        let is_it = |job: &&Job| job.job == id && job.state == JobState::Running;
        jobs.iter().map(|known| &known.job).find(is_it).cloned()
    }

    /// Begins a job, which may block; must be called within a tokio runtime. Work that fails with
    /// [`ProblemCode::Cancelled`] after it was called off counts as that.
    pub(super) fn start<F>(&self, ticks: &Ticks, title: String, work: F) -> Job
    where
        F: FnOnce(&Running) -> Result<Outcome, Problem> + Send + 'static,
    {
        self.begin(ticks, title, false, work)
    }

    /// The same for work that nobody has asked for: when it is done, nothing is told.
    pub(super) fn start_quietly<F>(&self, ticks: &Ticks, title: String, work: F) -> Job
    where
        F: FnOnce(&Running) -> Result<Outcome, Problem> + Send + 'static,
    {
        self.begin(ticks, title, true, work)
    }

    fn begin<F>(&self, ticks: &Ticks, title: String, is_quiet: bool, work: F) -> Job
    where
        F: FnOnce(&Running) -> Result<Outcome, Problem> + Send + 'static,
    {
        let job = Job {
            job: Uuid::new_v4(),
            title,
            done: None,
            events: 0,
            state: JobState::Running,
        };
        let is_called_off = Arc::new(AtomicBool::new(false));
        lock(&self.0).push(Known {
            job: job.clone(),
            is_quiet,
            is_called_off: Arc::clone(&is_called_off),
        });
        ticks.send(Tick::Jobs);
        let running = Running {
            id: job.job,
            jobs: Arc::clone(&self.0),
            is_called_off,
            ticks: ticks.clone(),
            runtime: Handle::current(),
        };
        tokio::spawn(async move {
            let (running, ended) = running.run(work).await;
            running.end(ended);
        });
        job
    }
}

impl Drop for Jobs {
    fn drop(&mut self) {
        for known in lock(&self.0).iter() {
            known.is_called_off.store(true, Ordering::Relaxed);
        }
    }
}

impl Running {
    /// Tells how far it is: the share that is done, where that is known, and how many events were read or written.
    pub(super) fn progress(&self, done: Option<f64>, events: u64) {
        self.change(|job| {
            job.done = done.map(|done| done.clamp(0.0, 1.0));
            job.events = events;
        });
    }

    /// Whether to stop.
    pub(super) fn is_called_off(&self) -> bool {
        self.is_called_off.load(Ordering::Relaxed)
    }

    /// Tells the window of a change; from any thread.
    pub(super) fn tell(&self, tick: Tick) {
        let _within = self.runtime.enter();
        self.ticks.send(tick);
    }

    async fn run<F>(self, work: F) -> (Arc<Self>, JobState)
    where
        F: FnOnce(&Self) -> Result<Outcome, Problem> + Send + 'static,
    {
        let running = Arc::new(self);
        let within = Arc::clone(&running);
        let ended = blocking_work::caught(move || work(&within)).await;
        let state = match ended {
            Ok(Ok(Outcome { note, archive })) => JobState::Done { note, archive },
            Ok(Err(problem)) if running.is_called_off() && problem.code == ProblemCode::Cancelled => {
                JobState::CalledOff
            }
            Ok(Err(problem)) => JobState::Failed { problem },
            Err(error) => JobState::Failed {
                problem: Problem::internal(error.to_string()),
            },
        };
        (running, state)
    }

    fn end(&self, state: JobState) {
        let is_done = matches!(state, JobState::Done { .. });
        let mut jobs = lock(&self.jobs);
        if let Some(at) = jobs.iter().position(|known| known.job.job == self.id) {
            jobs[at].job.state = state;
            if is_done && jobs[at].is_quiet {
                jobs.remove(at);
            }
        }
        drop(jobs);
        self.tell(Tick::Jobs);
    }

    fn change(&self, change: impl FnOnce(&mut Job)) {
        if let Some(known) = lock(&self.jobs).iter_mut().find(|known| known.job.job == self.id) {
            change(&mut known.job);
        }
        self.tell(Tick::Jobs);
    }
}
