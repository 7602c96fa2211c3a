//! Newer versions of the program that cannot be had.

use gateway::{Cause, FetchError, Unreachable};

use crate::contract::problem::{Problem, ProblemCode};
use crate::updates::UpdateError;

impl From<&FetchError> for Problem {
    fn from(error: &FetchError) -> Self {
        match error {
            FetchError::Unreachable(unreachable) => unreachable_for_updates(unreachable),
            FetchError::Refused { host, status } => Self::new(
                ProblemCode::ServiceFailed,
                "No update was given out",
                format!("{host} answered with status {status}. There may be no published version there yet."),
                "Try again later. If it goes on, look at the page where you downloaded the program.",
            ),
            FetchError::Insecure { host } => unexpected(format!(
                "The way to it leads to {host} without https, and updates are taken over secure connections alone."
            )),
            FetchError::Astray { host } => {
                unexpected(format!("{host} sends on from one address to the next, without an end."))
            }
            FetchError::TooLarge { host, limit } => unexpected(format!(
                "What {host} sends is larger than {} MB, which an update never is.",
                limit / 1_000_000
            )),
        }
    }
}

/// The sentences about Adobe's hosts are of no help here.
fn unreachable_for_updates(unreachable: &Unreachable) -> Problem {
    let problem = Problem::from(unreachable);
    let host = &unreachable.host;
    let next_step = match unreachable.cause {
        Cause::Untrusted => Some(
            "Ask your network team for the file of their certificate authority, and choose it in Settings, Network."
                .to_owned(),
        ),
        Cause::ProxyRefused => Some(format!(
            "Ask your network team to allow {host}, or download the new version in a browser."
        )),
        Cause::Timeout => Some("Try again. If it goes on, check the network or the proxy.".to_owned()),
        _ => None,
    };
    Problem {
        title: "The place of updates could not be reached".to_owned(),
        next_step: next_step.unwrap_or(problem.next_step),
        ..problem
    }
}

fn unexpected(message: String) -> Problem {
    Problem::new(
        ProblemCode::UnexpectedAnswer,
        "What was sent is no update",
        message,
        "Open a web page to see whether the network asks you to sign in, then try again. Nothing was installed.",
    )
}

impl From<&UpdateError> for Problem {
    fn from(error: &UpdateError) -> Self {
        match error {
            UpdateError::List(why) => unexpected(
                "The list of the newest version cannot be understood. A proxy or a sign-in page of the network may have answered instead."
                    .to_owned(),
            )
            .with_detail(why.chars().take(300).collect::<String>()),
            UpdateError::NoPackage => Self::new(
                ProblemCode::NotFound,
                "There is no package for this system",
                "A newer version was published, but not for this kind of computer.",
                "Look at the page where you downloaded the program.",
            ),
            UpdateError::Signature(why) => Self::new(
                ProblemCode::UnexpectedAnswer,
                "The package is not from whom it should be",
                "Its signature does not fit: it was made by somebody else, or was changed or cut on its way. It was thrown away, and nothing was installed.",
                "Try again. If it happens again, do not install it by hand either, and report it.",
            )
            .with_detail(why.as_str()),
            UpdateError::AnotherVersion(why) => Self::new(
                ProblemCode::UnexpectedAnswer,
                "The package is not the version that was offered",
                "It was signed as another version than the list says. Somebody may want an older program to be installed. It was thrown away.",
                "Try again. If it happens again, do not install it by hand either, and report it.",
            )
            .with_detail(why.as_str()),
            UpdateError::NotInPlace(why) => Self::new(
                ProblemCode::File,
                "The new version could not be put in place",
                "The system refused to replace this copy of the program, which stays as it was.",
                "Check that you may write where the program lies and that the disk has room, or download the new version in a browser.",
            )
            .with_detail(why.as_str()),
        }
    }
}

/// The offer has changed, or is gone.
pub(crate) fn not_offered() -> Problem {
    Problem::new(
        ProblemCode::NotFound,
        "This version is no longer offered",
        "Another one is, or there was no look since the program started.",
        "Look again in Settings, Updates.",
    )
}

/// This build asks nobody.
pub(crate) fn no_updates() -> Problem {
    Problem::new(
        ProblemCode::NotFound,
        "This build has no place to get updates from",
        "It was built without the address and the key that updates need.",
        "Get new versions the way that this one came.",
    )
}
