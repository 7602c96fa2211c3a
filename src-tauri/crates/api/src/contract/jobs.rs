//! Work that takes long: it goes on in the background, shows how far it is in the footer, and can be called off.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::problem::Problem;

/// Names a job.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JobRef {
    /// The job.
    pub job: Uuid,
}

/// One job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Job {
    /// Its id.
    pub job: Uuid,
    /// What is done, for example "Importing events.json".
    pub title: String,
    /// How much of it is done, 0 to 1; none while that cannot be told.
    pub done: Option<f64>,
    /// How many events were read or written so far.
    pub events: u64,
    /// How it stands.
    pub state: JobState,
}

/// How a job stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "state")]
#[serde(rename_all_fields = "camelCase")]
pub enum JobState {
    /// It goes on.
    Running,
    /// It is done. Stays in the list until it is put away.
    Done {
        /// What came of it, for example "8,120 events. 3 records are no events: lines 7, 12 and 40."
        note: String,
        /// The archive that it made, to be opened.
        archive: Option<String>,
    },
    /// It failed; nothing is left behind.
    Failed {
        /// Why.
        problem: Problem,
    },
    /// The user called it off; nothing is left behind.
    CalledOff,
}
