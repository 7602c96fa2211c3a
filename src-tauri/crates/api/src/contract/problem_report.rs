//! A report for whoever mends this program: what is in it is shown before it is saved.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A report as it would be saved. It holds no secret, no event and no name that the user gave.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProblemReport {
    /// Names this report when it is saved; a newer one takes its place.
    pub report: Uuid,
    /// The files in it, each whole.
    pub files: Vec<ReportedFile>,
}

/// A file of a report.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportedFile {
    /// Its name in the report.
    pub name: String,
    /// What it tells, in a sentence.
    pub about: String,
    /// Every letter of it.
    pub text: String,
}

/// A defect that the page met in itself.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PageDefect {
    /// What the web view says, with the place in the page's code.
    pub message: String,
}

/// What to save.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveProblemReportRequest {
    /// The report that was shown.
    pub report: Uuid,
    /// What the user was doing, in their own words; written as it is typed.
    pub remarks: String,
    /// Names of files that are left out.
    pub leave_out: Vec<String>,
}
