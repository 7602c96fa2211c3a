//! Tags (once Launch), as one integration sees them: companies, properties, and the rights on them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What tags says of an integration.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TagsOverview {
    /// The technical account's name at tags.
    pub account: String,
    /// The companies; usually one.
    pub companies: Vec<TagsCompany>,
    /// The rights that the integration really has, beside what roles have.
    pub matrix: RoleMatrix,
}

/// One company.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TagsCompany {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// Rights against roles, as in Adobe's access token guide.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RoleMatrix {
    /// The rights, a row each.
    pub rights: Vec<RightRow>,
    /// The roles, a column each.
    pub roles: Vec<RoleColumn>,
    /// Rights that have no place in the matrix, as Adobe writes them.
    pub other_rights: Vec<String>,
    /// What it means, in a sentence.
    pub says: String,
}

/// One right.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RightRow {
    /// Its name in Adobe's words.
    pub title: String,
    /// How far the integration has it.
    pub held: RightHeld,
    /// For each role in order, whether it has the right.
    pub of_roles: Vec<bool>,
}

/// How far an integration has a right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RightHeld {
    /// Everywhere.
    Yes,
    /// On some properties, not on all.
    Some,
    /// Nowhere.
    No,
}

/// One role.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RoleColumn {
    /// Its name in Adobe's words.
    pub title: String,
    /// The metascope that gives it to a service account.
    pub metascope: String,
    /// Whether its rights are exactly those that the integration has.
    pub matches: bool,
    /// Whether the integration asks for its metascope.
    pub asked_for: bool,
    /// Rights of the role that the integration lacks, in Adobe's words.
    pub lacking: Vec<String>,
}

/// Asks for properties of a company.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PropertiesRequest {
    /// The integration.
    pub integration: Uuid,
    /// The company's id.
    pub company: String,
    /// Case-insensitive text in the name; empty for all.
    pub search: String,
    /// `web`, `mobile` or `edge`; none for all.
    pub platform: Option<String>,
}

/// Properties that match.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PropertyList {
    /// The properties that match; 500 at most.
    pub rows: Vec<PropertyRow>,
    /// How many match.
    pub matched: usize,
    /// Whether there are more than could be listed.
    pub is_cut_short: bool,
}

/// One property.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PropertyRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `web`, `mobile` or `edge`, as Adobe says.
    pub platform: String,
    /// Its domains, for the web.
    pub domains: Vec<String>,
    /// Whether it is in use.
    pub enabled: bool,
    /// The rights on it, in Adobe's words.
    pub rights: Vec<String>,
}
