//! The access guide: what a person needs before the first call, step by step.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Steps that somebody ticked by hand.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccessTicks {
    /// The steps' ids.
    pub ticked: Vec<String>,
}

/// Whose ticks.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccessRef {
    /// The integration; none before there is one.
    pub integration: Option<Uuid>,
}

/// Ticks a step of the access guide by hand, or takes the tick away.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AccessTickRequest {
    /// The integration; none before there is one.
    pub integration: Option<Uuid>,
    /// The step's id.
    pub step: String,
    /// Whether it is done.
    pub done: bool,
}
