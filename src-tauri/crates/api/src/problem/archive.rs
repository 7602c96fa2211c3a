//! Archives: files that cannot be used, read, imported, exported or asked.

use archive::export::{ExportError, NotAColumn};
use archive::import::{ImportError, SomethingElse, ZipMistake};
use archive::query::QueryError;
use archive::{ArchiveError, ImportFailure};

use super::keys::sentence;
use crate::contract::problem::{Problem, ProblemCode};

impl From<&ArchiveError> for Problem {
    fn from(error: &ArchiveError) -> Self {
        let unusable = |title: &str, message: &str, next_step: &str| {
            Self::new(ProblemCode::ArchiveUnusable, title, message, next_step).with_detail(error.to_string())
        };
        match error {
            ArchiveError::NotFound { name } => Self::not_found("The archive").with_detail(name.clone()),
            ArchiveError::Exists { name } => file(
                "There is a file already",
                format!("There is already a file named {name}, and nothing was written over it."),
                "Choose another name or folder.",
            ),
            ArchiveError::NotAnArchive => unusable(
                "This is not an archive",
                "The file is not an archive of a session, whatever its name says. It was left as it is.",
                "Choose a file that Assurance Desk wrote. If it should be one, ask for it again where it came from.",
            ),
            ArchiveError::NewerVersion { .. } => unusable(
                "The archive is too new",
                "A newer version of Assurance Desk wrote this archive, and this one does not know its format. It was left as it is.",
                "Install the newest version of Assurance Desk, and open it with that.",
            ),
            ArchiveError::Damaged => unusable(
                "The archive is damaged",
                "A part of the file is not what was written, as after a failing disk or a copy that broke off. What can still be read is shown, and nothing is written to it.",
                "Export what is left. To follow the session anew, delete the archive: Adobe keeps its own events until the session's 30 days are over.",
            ),
            ArchiveError::DiskFull => disk_full(),
            ArchiveError::ReadOnly => file(
                "The archive cannot be written",
                "The file or its folder is read-only, so no events can be added.".to_owned(),
                "Allow writing to the file and its folder, or move them to where that is allowed, then open it again.",
            )
            .with_detail(error.to_string()),
            ArchiveError::InUse => Self::new(
                ProblemCode::ArchiveInUse,
                "Another window writes to this archive",
                "One program at a time can add events to an archive. What the other one adds is shown here too.",
                "To follow the session here, close it in the other window or program, then open it here again.",
            ),
            ArchiveError::NoAccess => no_access().with_detail(error.to_string()),
            ArchiveError::CalledOff => called_off(),
            ArchiveError::Query { message } => Self::new(
                ProblemCode::Query,
                "The query cannot be understood",
                sentence(message),
                "Correct it there. Until then the list shows what it showed before.",
            ),
            ArchiveError::File { reason } => file(
                "The archive could not be used",
                "The system reported an error while the file was read or written. What is in it was left as it is."
                    .to_owned(),
                "Try again. If it happens again, check the disk, and that no other program keeps the file for itself.",
            )
            .with_detail(reason.clone()),
        }
    }
}

impl From<ArchiveError> for Problem {
    fn from(error: ArchiveError) -> Self {
        (&error).into()
    }
}

impl From<&QueryError> for Problem {
    fn from(error: &QueryError) -> Self {
        let expected = match error.expected.as_slice() {
            [] => String::new(),
            [one] => format!(" Expected: {one}."),
            [most @ .., last] => format!(" Expected: {} or {last}.", most.join(", ")),
        };
        Self::new(
            ProblemCode::Query,
            "The query cannot be understood",
            format!("At column {}: {}.{expected}", error.column, error.message),
            "Correct it there. Until then the list shows what it showed before.",
        )
        .with_detail(error.to_string())
    }
}

impl From<&ImportFailure> for Problem {
    fn from(failure: &ImportFailure) -> Self {
        match failure {
            ImportFailure::Read(error) => error.into(),
            ImportFailure::Write(error) => error.into(),
        }
    }
}

impl From<&ImportError> for Problem {
    fn from(error: &ImportError) -> Self {
        const EXPORT_AGAIN: &str = "Export or download the session again, and import that file.";
        let detail = error.to_string();
        match error {
            ImportError::File { source } => file(
                "The file could not be read",
                match source.kind() {
                    std::io::ErrorKind::NotFound => "There is no such file any more.".to_owned(),
                    std::io::ErrorKind::PermissionDenied => "You are not allowed to read this file.".to_owned(),
                    std::io::ErrorKind::IsADirectory => "This is a folder, not a file.".to_owned(),
                    _ => "The system reported an error while it was read.".to_owned(),
                },
                "Choose another file, or change its permissions, and try again.",
            ),
            ImportError::Empty => file("The file is empty", "There is nothing in it.".to_owned(), EXPORT_AGAIN),
            ImportError::Utf16 => file(
                "The file is in another encoding",
                "Its text is UTF-16, and events are read as UTF-8.".to_owned(),
                "Save it as UTF-8 in a text editor, and import that.",
            ),
            ImportError::SomethingElse(what) => something_else(*what),
            ImportError::NoEvents { fields } => file(
                "There are no events in the file",
                if fields.is_empty() {
                    "It can be read, and there is nothing in it that an event could be.".to_owned()
                } else {
                    format!(
                        "It can be read, and there are no events in it: its fields are {}.",
                        fields.join(", ")
                    )
                },
                "Choose a session that Assurance has exported, or a file with one event a line.",
            ),
            ImportError::Unexpected {
                place, found, expected, ..
            } => file(
                "The file is damaged, or not a file of events",
                format!("In line {} there is {found}, where {expected} should be.", place.line),
                "If it was edited, correct that place; otherwise export the session again.",
            ),
            ImportError::Cut { place, .. } => file(
                "The end of the file is missing",
                format!(
                    "It ends in the middle, in line {}, as after a download that broke off.",
                    place.line
                ),
                EXPORT_AGAIN,
            ),
            ImportError::EventTooLarge { place, .. } => file(
                "An event is too large",
                format!("The event in line {} is longer than any that Adobe sends.", place.line),
                "Take it out of the file, and import the rest.",
            ),
            ImportError::SessionTooLarge { place, .. } => file(
                "The session's description is too large",
                format!(
                    "Before line {} there is more beside the events than any session has.",
                    place.line
                ),
                "Export the session again, and import that file.",
            ),
            ImportError::SecondSession { place, .. } => file(
                "There is more than one session in the file",
                format!(
                    "In line {} another session begins, and an archive holds one.",
                    place.line
                ),
                "Put each session into a file of its own, and import them one by one.",
            ),
            ImportError::Damaged { packing, cut, .. } => file(
                "The packed file is damaged",
                if *cut {
                    format!("The end of the {packing} file is missing.")
                } else {
                    format!("What is packed in the {packing} file was changed, or is damaged.")
                },
                "Download or pack it again, and import that.",
            ),
            ImportError::Zip(mistake) => zip(*mistake),
            other => file(
                "The file could not be imported",
                "It is not a file of events that this program knows.".to_owned(),
                EXPORT_AGAIN,
            )
            .with_detail(other.to_string()),
        }
        .with_detail(detail)
    }
}

impl From<&ExportError> for Problem {
    fn from(error: &ExportError) -> Self {
        match error {
            ExportError::Archive(error) => error.into(),
            ExportError::Exists { name } => file(
                "There is an export already",
                format!("There is already {name}, and nothing was written over it."),
                "Choose another name or folder.",
            ),
            ExportError::NoFolder { name } => file(
                "There is no such folder",
                format!("The folder {name} is not there any more."),
                "Choose another folder, and export again.",
            ),
            ExportError::DiskFull => disk_full(),
            ExportError::ReadOnly => file(
                "Nothing can be written there",
                "The folder or its disk is read-only.".to_owned(),
                "Choose another folder, and export again.",
            ),
            ExportError::NoAccess => no_access(),
            ExportError::CalledOff => called_off(),
            ExportError::File { reason } => file(
                "The export could not be written",
                "The system reported an error. Nothing of the export was left behind.".to_owned(),
                "Choose another folder, and export again.",
            )
            .with_detail(reason.clone()),
        }
    }
}

impl From<NotAColumn> for Problem {
    fn from(column: NotAColumn) -> Self {
        Self::invalid_input(
            format!("There is no column {}.", column.text),
            "Choose one of the columns, or write a path such as payload.name.",
        )
        .with_detail(column.to_string())
    }
}

/// No record of a file was an event.
pub(crate) fn nothing_imported(refused: u64, places: &str) -> Problem {
    let message = match refused {
        0 => "The session in it has no events.".to_owned(),
        _ => format!("None of its records is an event: {places}."),
    };
    file(
        "There are no events in the file",
        message,
        "Choose a session that Assurance has exported, or a file with one event a line.",
    )
}

fn file(title: &str, message: String, next_step: &str) -> Problem {
    Problem::new(ProblemCode::File, title, message, next_step)
}

fn disk_full() -> Problem {
    Problem::new(
        ProblemCode::DiskFull,
        "The disk is full",
        "There is no room for more. What was kept before is whole.",
        "Make room, for example by deleting archives that you no longer need, then try again.",
    )
}

fn no_access() -> Problem {
    file(
        "The system does not give access",
        "You are not allowed to use that file or its folder.".to_owned(),
        "Change the permissions of the file and its folder, or choose another one.",
    )
}

fn called_off() -> Problem {
    Problem {
        title: "It was called off".to_owned(),
        message: "You called the work off. Nothing of it is left behind.".to_owned(),
        next_step: "Begin again when you like.".to_owned(),
        ..Problem::cancelled()
    }
}

fn something_else(what: SomethingElse) -> Problem {
    let next_step = match what {
        SomethingElse::WebPage => {
            "It may be a sign-in page that was saved instead of the file: sign in, and export the session again."
        }
        SomethingElse::Key => "Keys and certificates belong to an integration: import them on the page Integrations.",
        SomethingElse::Database => "If it is an archive, check that it was copied as a whole, and import it again.",
        SomethingElse::Parquet => "Import the session's JSON or NDJSON instead.",
        SomethingElse::Packed => "Unpack it first, and import the file of events in it.",
        _ => "Choose a session that Assurance has exported, or a file with one event a line.",
    };
    file("This is not a file of events", format!("It is {what}."), next_step)
}

fn zip(mistake: ZipMistake) -> Problem {
    let next_step = match mistake {
        ZipMistake::Damaged => "Download or pack it again, and import that.",
        ZipMistake::NotOneFile { files: 0 } => "Choose the zip with the exported session in it.",
        _ => "Unpack it first, and import the file of events in it.",
    };
    let message = sentence(&mistake.to_string().split(':').next().unwrap_or_default());
    file("The zip cannot be used", message, next_step)
}

#[cfg(test)]
mod tests {
    use std::io;

    use archive::export::CsvColumn;
    use archive::import::{Found, Packing, Place};
    use archive::query::Query;
    use time::UtcOffset;

    use super::*;

    const PLACE: Place = Place { offset: 90, line: 7 };

    fn assert_is_helpful(problem: &Problem) {
        assert!(!problem.title.is_empty(), "{problem:?}");
        for sentence in [&problem.message, &problem.next_step] {
            assert!(sentence.ends_with('.') && sentence.len() > 9, "{problem:?}");
            assert!(sentence.starts_with(char::is_uppercase), "{problem:?}");
        }
    }

    #[test]
    fn every_error_of_an_archive_says_what_to_do() {
        let name = || "a.assurance".to_owned();
        let reason = || "disk I/O error".to_owned();
        for (error, code) in [
            (ArchiveError::NotFound { name: name() }, ProblemCode::NotFound),
            (ArchiveError::Exists { name: name() }, ProblemCode::File),
            (ArchiveError::NotAnArchive, ProblemCode::ArchiveUnusable),
            (
                ArchiveError::NewerVersion { found: 9, known: 1 },
                ProblemCode::ArchiveUnusable,
            ),
            (ArchiveError::Damaged, ProblemCode::ArchiveUnusable),
            (ArchiveError::DiskFull, ProblemCode::DiskFull),
            (ArchiveError::ReadOnly, ProblemCode::File),
            (ArchiveError::InUse, ProblemCode::ArchiveInUse),
            (ArchiveError::NoAccess, ProblemCode::File),
            (ArchiveError::CalledOff, ProblemCode::Cancelled),
            (ArchiveError::Query { message: reason() }, ProblemCode::Query),
            (ArchiveError::File { reason: reason() }, ProblemCode::File),
        ] {
            let problem = Problem::from(&error);
            assert_is_helpful(&problem);
            assert_eq!(problem.code, code, "{error}");
            assert_is_helpful(&Problem::from(&ImportFailure::Write(error.clone())));
            assert_is_helpful(&Problem::from(&ExportError::from(error)));
        }
    }

    #[test]
    fn events_that_are_followed_and_cannot_be_kept_say_why() {
        let not_kept = |problem| Problem::from(assurance::AssuranceError::NotKept(problem));
        let problem = not_kept(event::SinkProblem::new(ArchiveError::DiskFull));
        assert_eq!(problem.code, ProblemCode::DiskFull);
        let problem = not_kept(event::SinkProblem::new(io::Error::other("another keeper")));
        assert_is_helpful(&problem);
        assert_eq!(problem.code, ProblemCode::File);
    }

    #[test]
    fn every_error_of_an_import_says_what_to_do() {
        let events = 3;
        let mut errors = vec![
            ImportError::Empty,
            ImportError::Utf16,
            ImportError::NoEvents { fields: Vec::new() },
            ImportError::NoEvents {
                fields: vec!["clientId".to_owned()],
            },
            ImportError::Unexpected {
                place: PLACE,
                found: Found::Character('x'),
                expected: "an event",
                events,
            },
            ImportError::Cut { place: PLACE, events },
            ImportError::EventTooLarge { place: PLACE, events },
            ImportError::SessionTooLarge { place: PLACE, events },
            ImportError::SecondSession { place: PLACE, events },
        ];
        errors.extend([false, true].map(|cut| ImportError::Damaged {
            packing: Packing::Gzip,
            cut,
            offset: 1,
            events,
        }));
        for kind in [
            io::ErrorKind::NotFound,
            io::ErrorKind::PermissionDenied,
            io::ErrorKind::IsADirectory,
            io::ErrorKind::Other,
        ] {
            errors.push(ImportError::File { source: kind.into() });
        }
        errors.extend(
            [
                SomethingElse::WebPage,
                SomethingElse::Key,
                SomethingElse::Database,
                SomethingElse::Parquet,
                SomethingElse::Packed,
                SomethingElse::Pdf,
                SomethingElse::Picture,
            ]
            .map(ImportError::SomethingElse),
        );
        errors.extend(
            [
                ZipMistake::Damaged,
                ZipMistake::Encrypted,
                ZipMistake::NotOneFile { files: 0 },
                ZipMistake::NotOneFile { files: 2 },
                ZipMistake::Unknown,
                ZipMistake::Streamed,
            ]
            .map(ImportError::Zip),
        );
        for error in errors {
            let problem = Problem::from(&error);
            assert_is_helpful(&problem);
            assert_eq!(problem.code, ProblemCode::File, "{error}");
            assert_eq!(problem.detail, Some(error.to_string()));
        }
        assert_is_helpful(&nothing_imported(0, ""));
        assert!(nothing_imported(2, "lines 1 and 2").message.contains("lines 1 and 2"));
    }

    #[test]
    fn every_error_of_an_export_or_a_query_says_what_to_do() {
        let name = || "out.json".to_owned();
        for error in [
            ExportError::Exists { name: name() },
            ExportError::NoFolder { name: name() },
            ExportError::DiskFull,
            ExportError::ReadOnly,
            ExportError::NoAccess,
            ExportError::CalledOff,
            ExportError::File { reason: name() },
        ] {
            assert_is_helpful(&Problem::from(&error));
        }
        for query in ["name:", "(", "a AND", "/[/", "time>nonsense", "\"open"] {
            let problem = Problem::from(&Query::parse(query, UtcOffset::UTC).unwrap_err());
            assert_is_helpful(&problem);
            assert!(problem.detail.is_some_and(|detail| detail.contains('^')), "{query}");
        }
        assert_is_helpful(&"no column (".parse::<CsvColumn>().unwrap_err().into());
    }
}
