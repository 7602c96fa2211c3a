//! The connection doctor: everything between an integration and Adobe's services, a line for each.

use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use super::problem::Problem;

/// An examination of an integration, under way or ended.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Examination {
    /// The integration.
    pub integration: Uuid,
    /// Whether it goes on.
    pub running: bool,
    /// When it began; none when there was none since the program started.
    pub begun_at: Option<i64>,
    /// The lines, in groups that belong together.
    pub groups: Vec<DoctorGroup>,
}

/// Lines that belong together.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DoctorGroup {
    /// What they are about.
    pub title: String,
    /// The lines.
    pub lines: Vec<DoctorLine>,
}

/// One thing that is looked at.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DoctorLine {
    /// Its id.
    pub id: String,
    /// What is looked at, as a statement that is true when all is well.
    pub title: String,
    /// How it is.
    pub outcome: DoctorOutcome,
    /// How long it took, once it ended.
    pub took_ms: Option<u64>,
}

/// How a line is.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "state")]
pub enum DoctorOutcome {
    /// Not begun.
    Waiting,
    /// Under way.
    Running,
    /// Fine.
    Passed {
        /// What was found.
        detail: String,
    },
    /// Not fine.
    Failed {
        /// What happened and what to do next.
        problem: Problem,
        /// Who can mend it, where it is somebody else, with a text ready to be sent.
        help: Option<DoctorHelp>,
    },
    /// It does not apply, or could not be tried.
    NotApplicable {
        /// Why.
        reason: String,
    },
}

/// Somebody who can help.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DoctorHelp {
    /// Who: "an administrator in Admin Console".
    pub who: String,
    /// A text ready to be sent to them. It holds no secret.
    pub message: String,
}

/// The examination as a text to hand over. It holds no secret.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DoctorReport {
    /// The text.
    pub text: String,
}
