//! Experience Platform, as one integration sees it: sandboxes and XDM classes.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// The sandboxes that an integration can use.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SandboxList {
    /// The sandboxes.
    pub rows: Vec<SandboxRow>,
    /// The one that the integration's calls name; none means Adobe's default.
    pub chosen: Option<String>,
    /// Whether there are more than could be listed.
    pub is_cut_short: bool,
}

/// One sandbox.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SandboxRow {
    /// Its name, which calls send as `x-sandbox-name`.
    pub name: String,
    /// Its name in words.
    pub title: String,
    /// `production` or `development`, as Adobe says.
    pub sandbox_kind: String,
    /// `active`, `creating`, `failed` or `deleted`, as Adobe says.
    pub state: String,
    /// Where it is.
    pub region: String,
    /// Whether calls without a sandbox mean this one.
    pub is_default: bool,
}

/// Chooses the sandbox of an integration.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChooseSandboxRequest {
    /// The integration.
    pub integration: Uuid,
    /// The sandbox's name; none means Adobe's default.
    pub sandbox: Option<String>,
}

/// Whose classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ClassContainer {
    /// Those that Adobe defines.
    Global,
    /// Those of the organization.
    Tenant,
}

/// Asks for XDM classes.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClassesRequest {
    /// The integration.
    pub integration: Uuid,
    /// Whose.
    pub container: ClassContainer,
    /// Case-insensitive text in title and identifier; empty for all.
    pub search: String,
    /// Ask Adobe again rather than answer from what is known.
    pub refresh: bool,
}

/// XDM classes that match.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClassList {
    /// The classes that match, by title; 500 at most.
    pub rows: Vec<ClassRow>,
    /// How many match.
    pub matched: usize,
    /// How many there are.
    pub total: usize,
    /// Whether there are more than could be listed.
    pub is_cut_short: bool,
    /// The same call for a terminal, with variables in the place of secrets.
    pub curl: String,
}

/// One XDM class.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClassRow {
    /// Its identifier.
    pub id: String,
    /// Its identifier in the path of a call.
    pub alternate_id: String,
    /// Its name.
    pub title: String,
    /// Its version.
    pub version: String,
}

/// Asks for everything about a class.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClassRequest {
    /// The integration.
    pub integration: Uuid,
    /// Whose.
    pub container: ClassContainer,
    /// Its identifier.
    pub id: String,
}

/// Everything that the Schema Registry says of a class.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClassDetails {
    /// Its name.
    pub title: String,
    /// What it is for.
    pub description: String,
    /// Its fields, in order; 500 at most.
    pub fields: Vec<ClassField>,
    /// How many fields there are.
    pub total: usize,
    /// The same call for a terminal, with variables in the place of secrets.
    pub curl: String,
}

/// One field of a class.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClassField {
    /// Its path, with dots.
    pub path: String,
    /// Levels below the class.
    pub depth: usize,
    /// Its name in words.
    pub title: String,
    /// Its type.
    pub field_type: String,
    /// What it is for.
    pub description: String,
}
