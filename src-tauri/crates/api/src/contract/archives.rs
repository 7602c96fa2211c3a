//! Archives: the events of sessions as they are kept on this computer.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::problem::Problem;

/// Names an archive.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ArchiveRef {
    /// The archive: the name of its file, without folder and ending.
    pub archive: String,
}

/// One archive.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ArchiveRow {
    /// Its id.
    pub archive: String,
    /// The session's name; the file's where the session is not known.
    pub name: String,
    /// The session's UUID, where it is known.
    pub session: Option<String>,
    /// The integration that it was followed with, where that is still saved.
    pub integration: Option<Uuid>,
    /// That integration's name.
    pub integration_name: Option<String>,
    /// The organization, where it is known.
    pub organization: Option<String>,
    /// The file that it was imported from.
    pub imported_from: Option<String>,
    /// How many events it has.
    pub events: usize,
    /// When its oldest event was.
    pub first: Option<i64>,
    /// When its newest event was.
    pub last: Option<i64>,
    /// Size of the file in bytes.
    pub bytes: u64,
    /// When the file changed last.
    pub changed: Option<i64>,
    /// The view in which it is open.
    pub view: Option<Uuid>,
    /// Why it cannot be opened, or not wholly.
    pub problem: Option<Problem>,
}

/// Imports a file of events, or takes over an archive that somebody sent.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportEventsRequest {
    /// The file's path; none asks the user.
    pub path: Option<String>,
}

/// What events are written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum EventsFormat {
    /// The session object with its events, as Adobe's web UI exports it.
    Json,
    /// One event a line.
    Ndjson,
    /// A table of chosen columns.
    Csv,
    /// A dataset for DuckDB, Spark, Trino and ClickHouse, partitioned by organization, session and day.
    Parquet,
    /// The archive itself, to be sent to somebody. Everything is in it; no filter and no redaction.
    Archive,
}

/// What is made unrecognizable in an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RedactionRule {
    /// ECIDs and other identities.
    Identities,
    /// Push tokens.
    PushTokens,
    /// IP addresses.
    IpAddresses,
    /// The session's PIN.
    Pin,
    /// Names of people and devices.
    Names,
    /// E-mail addresses.
    EmailAddresses,
    /// Tokens and other credentials in headers.
    Credentials,
}

/// Writes events to a file of the user's choice.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportEventsRequest {
    /// The view whose archive is exported.
    pub view: Uuid,
    /// Only what its filter shows; otherwise the whole session.
    pub only_shown: bool,
    /// The format.
    pub format: EventsFormat,
    /// Columns of a table: names of fields or paths such as `payload.name`; empty for the usual ones.
    pub columns: Vec<String>,
    /// What is made unrecognizable.
    pub redaction: Vec<RedactionRule>,
}

/// What a redaction would take out.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RedactionPreview {
    /// How many events would be exported.
    pub events: usize,
    /// How many of them would be changed.
    pub changed: usize,
    /// One entry for each rule that was asked for, in the order of [`RedactionRule`].
    pub rules: Vec<RuleFindings>,
}

/// What one rule finds.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RuleFindings {
    /// The rule.
    pub rule: RedactionRule,
    /// How many values it takes out.
    pub values: usize,
    /// In how many events.
    pub events: usize,
    /// A few of them.
    pub samples: Vec<RedactionSample>,
}

/// One value that would go.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RedactionSample {
    /// Where it is in its event, as queries write it.
    pub path: String,
    /// The value, shortened.
    pub value: String,
    /// What takes its place.
    pub replacement: String,
}

/// A query while it is typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckQueryRequest {
    /// Its text.
    pub text: String,
}

/// What is wrong with a query.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QueryCheck {
    /// None when it can be run.
    pub mistake: Option<QueryMistake>,
}

/// Where a query cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QueryMistake {
    /// The column, from 1, in characters.
    pub column: usize,
    /// How many characters are meant.
    pub length: usize,
    /// What is wrong, in a sentence.
    pub message: String,
    /// What could stand there instead.
    pub expected: Vec<String>,
}
