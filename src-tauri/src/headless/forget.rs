//! `assurance-desk forget`

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::{Refusal, print};
use crate::arguments::ForgetArguments;
use crate::{one_window, startup};

/// What was deleted.
#[derive(Serialize)]
struct Report {
    deleted: Vec<PathBuf>,
    /// Whether the keychain was asked to forget the vault's key; where there is no keychain there is none in it.
    keychain: bool,
}

/// Deletes what the program keeps in its usual places.
pub(super) fn run(arguments: &ForgetArguments, chosen: Option<PathBuf>) -> Result<(), Refusal> {
    if !arguments.yes {
        return Err(Refusal::Usage("say --yes".to_owned()));
    }
    let data = startup::usual_data_folder().map_err(Refusal::of)?;
    if let Some(chosen) = chosen.filter(|chosen| *chosen != data) {
        return Err(Refusal::Plain(format!(
            "{} was chosen by you and may hold other things; delete it yourself",
            chosen.display()
        )));
    }
    if one_window::is_open(&data) {
        return Err(Refusal::Plain(
            "a window of Assurance Desk is open; close it, and try again".to_owned(),
        ));
    }
    // First the key: without it, what could not be deleted cannot be read either.
    let keychain = startup::keychain().remove();
    if let Err(error) = &keychain {
        tracing::info!(%error, "the keychain was not asked");
    }
    let mut deleted = Vec::new();
    for folder in [vec![data], startup::web_view_folders()].concat() {
        if delete(&folder)? {
            deleted.push(folder);
        }
    }
    print(&Report {
        deleted,
        keychain: keychain.is_ok(),
    })
}

fn delete(folder: &Path) -> Result<bool, Refusal> {
    match std::fs::remove_dir_all(folder) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(Refusal::Plain(format!(
            "{} could not be deleted: {error}",
            folder.display()
        ))),
    }
}
