//! The one mapping from the errors of all crates to what the window shows. Every sentence about a failure is written
//! here and nowhere else: what happened, why as far as known, what to do next.

mod archive;
mod assurance;
mod devices;
mod doctor;
mod gateway;
mod guides;
mod import;
mod ims;
mod integration;
mod keys;
mod links;
mod requests;
mod steps;
mod tokens;
mod updates;
mod vault;

pub(crate) use archive::nothing_imported;
pub(crate) use assurance::{creation_unknown, session_deleted};
pub(crate) use doctor::{doctor_groups, doctor_report};
pub(crate) use guides::{certificates_ended, certificates_of_aem, left_over};
pub(crate) use import::format_name;
pub(crate) use keys::sentence;
pub(crate) use requests::{Called, no_answer, remark};
pub(crate) use steps::test_steps;
pub(crate) use tokens::token_report;
pub(crate) use updates::{no_updates, not_offered};

use whole_files::FileError;

use crate::contract::problem::{Problem, ProblemCode};

impl From<FileError> for Problem {
    fn from(error: FileError) -> Self {
        Self::file(&error.path, &error.source, error.verb)
    }
}

impl Problem {
    /// A problem in four parts; the technical detail can be added with [`with_detail`](Self::with_detail).
    pub fn new(
        code: ProblemCode,
        title: impl Into<String>,
        message: impl Into<String>,
        next_step: impl Into<String>,
    ) -> Self {
        Self {
            code,
            title: title.into(),
            message: message.into(),
            next_step: next_step.into(),
            detail: None,
        }
    }

    /// Adds technical detail: Adobe's own words, ids and statuses. Must hold no secret.
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into()).filter(|detail| !detail.is_empty());
        self
    }

    /// A defect of this program.
    #[must_use]
    pub fn internal(detail: String) -> Self {
        Self::new(
            ProblemCode::Internal,
            "Something went wrong in this program",
            "This is a defect of Assurance Desk. Nothing you typed is lost.",
            "Try again. If it happens again, report it with the detail below.",
        )
        .with_detail(detail)
    }

    /// The user closed a dialog.
    #[must_use]
    pub fn cancelled() -> Self {
        Self::new(
            ProblemCode::Cancelled,
            "Nothing was chosen",
            "The dialog was closed.",
            "Choose again when you like.",
        )
    }

    /// The HTTP host was asked for something that takes a window.
    #[must_use]
    pub fn desktop_only(what: &str) -> Self {
        Self::new(
            ProblemCode::DesktopOnly,
            "Only the desktop window can do this",
            format!("In a browser, Assurance Desk cannot {what}."),
            "Use the desktop program for this step.",
        )
    }

    /// Something asked for is no longer there; `what` begins a sentence.
    #[must_use]
    pub fn not_found(what: &str) -> Self {
        Self::new(
            ProblemCode::NotFound,
            format!("{what} is gone"),
            format!("{what} is no longer there. It may have been removed in another window."),
            "Go back to the list and choose another.",
        )
    }

    /// A field of a request is not acceptable.
    pub fn invalid_input(message: impl Into<String>, next_step: impl Into<String>) -> Self {
        Self::new(ProblemCode::InvalidInput, "Check what you typed", message, next_step)
    }

    /// A file could not be read or written.
    pub fn file(path: &std::path::Path, error: &std::io::Error, doing: &str) -> Self {
        if is_full(error) {
            return Self::disk_full(path, doing).with_detail(format!("{}: {error}", path.display()));
        }
        let message = match error.kind() {
            std::io::ErrorKind::NotFound => "The file or its folder does not exist.",
            std::io::ErrorKind::PermissionDenied => "You are not allowed to use that file or folder.",
            std::io::ErrorKind::ReadOnlyFilesystem => "The disk can only be read.",
            std::io::ErrorKind::AlreadyExists => "A file of that name exists already.",
            _ => "The system reported an error.",
        };
        Self::new(
            ProblemCode::File,
            format!(
                "{} could not be {doing}",
                path.file_name().unwrap_or_default().to_string_lossy()
            ),
            message,
            "Choose another file or folder, or change its permissions, and try again.",
        )
        .with_detail(format!("{}: {error}", path.display()))
    }

    /// There is no room for a file; what was there before is still there.
    fn disk_full(path: &std::path::Path, doing: &str) -> Self {
        Self::new(
            ProblemCode::DiskFull,
            format!(
                "{} could not be {doing}",
                path.file_name().unwrap_or_default().to_string_lossy()
            ),
            "The disk is full. What was kept before is whole.",
            "Make room, for example by deleting archives that you no longer need, then try again.",
        )
    }
}

/// Whether the system has no room for a file.
fn is_full(error: &std::io::Error) -> bool {
    use std::io::ErrorKind;
    matches!(error.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded)
}

/// Joins the parts of a technical detail that are known.
fn detail<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
