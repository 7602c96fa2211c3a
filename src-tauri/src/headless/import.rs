//! `assurance-desk import`

mod credentials;
mod events;

use std::path::PathBuf;

use super::Refusal;
use crate::arguments::ImportArguments;

/// Imports events where an archive is named, and credentials otherwise.
pub(super) async fn run(arguments: &ImportArguments, data: Option<PathBuf>) -> Result<(), Refusal> {
    match &arguments.out {
        Some(archive) => events::run(&arguments.files, archive).await,
        None => credentials::run(arguments, data),
    }
}
