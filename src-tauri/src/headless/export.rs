//! `assurance-desk export`

mod events;
mod integration;

use std::path::PathBuf;

use super::Refusal;
use crate::arguments::ExportArguments;

/// Exports the events of an archive where one is named, and an integration otherwise.
pub(super) async fn run(arguments: &ExportArguments, data: Option<PathBuf>) -> Result<(), Refusal> {
    match &arguments.archive {
        Some(archive) => events::run(archive, arguments).await,
        None => integration::run(arguments, data).await,
    }
}
