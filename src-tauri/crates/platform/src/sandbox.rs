//! Sandboxes.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// A sandbox: a part of Experience Platform that keeps its data apart. Fields that are not known here are kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Sandbox {
    /// Its name, which calls send as `x-sandbox-name`.
    pub name: String,
    /// Its name in words.
    #[serde(default)]
    pub title: Option<String>,
    /// `production` or `development`.
    #[serde(rename = "type", default)]
    pub kind: Option<String>,
    /// `creating`, `active`, `failed` or `deleted`.
    #[serde(default)]
    pub state: Option<String>,
    /// Where it is, such as `VA7`.
    #[serde(default)]
    pub region: Option<String>,
    /// Whether calls without a sandbox mean this one.
    #[serde(default)]
    pub is_default: bool,
    /// Whatever else was there.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}
