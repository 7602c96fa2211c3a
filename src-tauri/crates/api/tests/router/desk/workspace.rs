//! The practice workspace beside a desk.

use std::sync::{Arc, Mutex};

use api::contract::practice::PracticeDevice;
use api::contract::problem::{Problem, ProblemCode};
use api::practice_host::PracticeHost;
use async_trait::async_trait;
use practice::{Faults, Options, Practice, Profile};
use serde_json::{Value, json};

/// A practice workspace that starts when it is needed, as the shell's does.
pub(crate) struct Workspace {
    options: Options,
    running: Mutex<Option<Practice>>,
    /// The line of one that another process runs.
    elsewhere: Option<String>,
    starting: tokio::sync::Mutex<()>,
    pub(super) web: reqwest::Client,
}

impl Workspace {
    /// Not started yet. Devices connect only when asked to, and are quick.
    pub(crate) fn new() -> Arc<Self> {
        Self::that_is(None)
    }

    /// One that runs in another process, which has printed this line.
    #[allow(dead_code, reason = "only a soak has two processes")]
    pub(crate) fn elsewhere(line: String) -> Arc<Self> {
        Self::that_is(Some(line))
    }

    fn that_is(elsewhere: Option<String>) -> Arc<Self> {
        let options = Options {
            events_per_second: 60.0,
            autoconnect: false,
            ..Options::default()
        };
        // A connection for each request: those of the desk may come to any harm.
        let web = reqwest::Client::builder().no_proxy().pool_max_idle_per_host(0);
        Arc::new(Self {
            options,
            running: Mutex::default(),
            elsewhere,
            starting: tokio::sync::Mutex::default(),
            web: web.build().unwrap(),
        })
    }

    /// The line that tells its addresses and credentials.
    pub(crate) async fn ready(&self) -> Value {
        serde_json::from_str(&self.start().await.unwrap()).unwrap()
    }

    pub(crate) async fn faults(&self) -> Faults {
        self.start().await.unwrap();
        self.running.lock().unwrap().as_ref().unwrap().faults().clone()
    }

    /// Puts events into a session as they are.
    pub(crate) async fn put_events(&self, session: &str, events: Value) {
        self.post(&format!("sessions/{session}/events"), events).await;
    }

    /// Annotates a session and its events, as people do in Adobe's web UI.
    pub(crate) async fn annotate(&self, session: &str, annotations: Value) {
        let ready = self.ready().await;
        let platform = ready["platform"].as_str().unwrap();
        let url = format!("{platform}/practice/sessions/{session}/annotations");
        let answer = self.web.put(url).json(&annotations).send().await.unwrap();
        assert!(answer.status().is_success(), "{}", answer.text().await.unwrap());
    }

    /// Puts so many plain events into a session.
    pub(crate) async fn fill(&self, session: &str, events: usize) {
        self.post(&format!("sessions/{session}/fill"), json!({ "events": events }))
            .await;
    }

    /// Makes every access token invalid.
    pub(crate) async fn revoke_tokens(&self) {
        self.post("tokens/revoke", Value::Null).await;
    }

    /// Changes the workspace's settings.
    pub(crate) async fn set(&self, settings: Value) {
        self.post("settings", settings).await;
    }

    async fn post(&self, path: &str, body: Value) {
        let ready = self.ready().await;
        let url = format!("{}/practice/{path}", ready["platform"].as_str().unwrap());
        let answer = self.web.post(url).json(&body).send().await.unwrap();
        assert!(answer.status().is_success(), "{path}: {}", answer.text().await.unwrap());
    }
}

#[allow(dead_code, reason = "the tests of faults sit at the same desk")]
impl Workspace {
    /// How often each thing was asked for whose name fits.
    pub(crate) async fn received(&self, fits: impl Fn(&str) -> bool) -> usize {
        let all = self.ask("received").await;
        let all = all.as_object().unwrap().iter().filter(|(name, _)| fits(name));
        all.map(|(_, count)| count.as_u64().unwrap() as usize).sum()
    }

    /// What the workspace holds.
    pub(crate) async fn overview(&self) -> Value {
        self.ask("").await
    }

    /// Lets every connection that is open fall silent for good.
    pub(crate) fn strand_connections(&self) {
        self.running.lock().unwrap().as_ref().unwrap().strand_connections();
    }

    async fn ask(&self, path: &str) -> Value {
        let ready = self.ready().await;
        let url = format!("{}/practice/{path}", ready["platform"].as_str().unwrap());
        let url = url.trim_end_matches('/');
        self.web.get(url).send().await.unwrap().json().await.unwrap()
    }
}

#[async_trait]
impl PracticeHost for Workspace {
    fn ready_line(&self) -> Option<String> {
        let here = self.running.lock().unwrap().as_ref().map(line);
        here.or_else(|| self.elsewhere.clone())
    }

    async fn start(&self) -> Result<String, Problem> {
        let _one_at_a_time = self.starting.lock().await;
        if let Some(line) = self.ready_line() {
            return Ok(line);
        }
        let practice = Practice::start(self.options.clone()).await.unwrap();
        Ok(line(self.running.lock().unwrap().insert(practice)))
    }

    async fn connect_device(&self, session: &str, device: PracticeDevice) -> Result<(), Problem> {
        let device = match device {
            PracticeDevice::Iphone => Profile::IPhone,
            PracticeDevice::Pixel => Profile::Pixel,
        };
        let running = self.running.lock().unwrap();
        let connected = running.as_ref().unwrap().connect_device(session, device);
        connected.map_err(|error| {
            let problem = Problem::new(
                ProblemCode::NotFound,
                "Not connected",
                "It did not connect.",
                "Try again.",
            );
            problem.with_detail(error.to_string())
        })
    }
}

fn line(practice: &Practice) -> String {
    serde_json::to_string(practice.ready()).unwrap()
}
