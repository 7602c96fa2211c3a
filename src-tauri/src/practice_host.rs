//! Runs the practice workspace inside the program, for the router.

use std::path::PathBuf;
use std::sync::OnceLock;

use api::contract::practice::PracticeDevice;
use api::contract::problem::{Problem, ProblemCode};
use api::practice_host::PracticeHost;
use async_trait::async_trait;
use practice::{Options, Practice};
use tokio::sync::Mutex;

/// The practice workspace of this program; its state is kept in a folder.
pub(crate) struct InProgramPractice {
    state: PathBuf,
    running: Mutex<Option<Practice>>,
    /// Its line of JSON, to be read without waiting for a start.
    line: OnceLock<String>,
}

impl InProgramPractice {
    /// Not started yet; `state` is where sessions and credentials are kept.
    pub(crate) fn new(state: PathBuf) -> Self {
        Self {
            state,
            running: Mutex::default(),
            line: OnceLock::new(),
        }
    }
}

#[async_trait]
impl PracticeHost for InProgramPractice {
    fn ready_line(&self) -> Option<String> {
        self.line.get().cloned()
    }

    async fn start(&self) -> Result<String, Problem> {
        let mut running = self.running.lock().await;
        if let Some(practice) = running.as_ref() {
            return Ok(line(practice));
        }
        let options = Options {
            state_dir: Some(self.state.clone()),
            ..Options::default()
        };
        let practice = Practice::start(options).await.map_err(|error| {
            Problem::new(
                ProblemCode::Internal,
                "The practice workspace did not start",
                "It could not listen on this computer, or what it kept cannot be read.",
                "Close other copies of the program and try again. The detail names the file, if one is damaged.",
            )
            .with_detail(error.to_string())
        })?;
        let line = line(running.insert(practice));
        Ok(self.line.get_or_init(|| line).clone())
    }

    async fn connect_device(&self, session: &str, device: PracticeDevice) -> Result<(), Problem> {
        let running = self.running.lock().await;
        let practice = running.as_ref().ok_or_else(not_running)?;
        let device = match device {
            PracticeDevice::Iphone => practice::Profile::IPhone,
            PracticeDevice::Pixel => practice::Profile::Pixel,
        };
        practice.connect_device(session, device).map_err(|error| {
            Problem::new(
                ProblemCode::NotFound,
                "The device did not connect",
                "The practice workspace did not let it join the session.",
                "Look whether the session still exists, then try again.",
            )
            .with_detail(error.to_string())
        })
    }
}

fn line(practice: &Practice) -> String {
    serde_json::to_string(practice.ready()).expect("addresses and ids are plain strings")
}

fn not_running() -> Problem {
    Problem::new(
        ProblemCode::NotFound,
        "The practice workspace does not run",
        "Simulated devices live in the practice workspace.",
        "Open Home and choose Try it.",
    )
}
