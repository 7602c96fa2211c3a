//! Importing credentials that other tools have written.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use api::contract::imports::{ImportCandidate, ImportPreview, ImportedFile};
use api::contract::problem::Problem;
use archive::import::{EventReader, ImportError, SomethingElse};
use integration::import::{FileState, Import};
use integration::{Drafts, Integration, Registry};
use serde::Serialize;
use time::OffsetDateTime;
use uuid::Uuid;
use vault::{Vault, VaultError, VaultStatus};
use zeroize::Zeroizing;

use crate::arguments::ImportArguments;
use crate::headless::Refusal;
use crate::headless::integration::open_vault;
use crate::headless::output::print;
use crate::{passphrase, startup};

/// What was read, and what was made of it. Holds no secret.
#[derive(Serialize)]
struct Report {
    files: Vec<ImportedFile>,
    candidates: Vec<ImportCandidate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    saved: Option<Saved>,
}

#[derive(Serialize)]
struct Saved {
    id: Uuid,
    name: String,
}

/// Shows what the files hold; saves it where that was asked for.
pub(super) fn run(arguments: &ImportArguments, data: Option<PathBuf>) -> Result<(), Refusal> {
    let data = startup::data_folder(data).map_err(Refusal::of)?;
    let vault = Arc::new(Vault::new(data.clone(), startup::keychain()));
    let registry = Arc::new(Registry::new(&data, Arc::clone(&vault)));
    let taken = registry
        .names(None)
        .map_err(|error| Refusal::Problem((&error).into()))?;

    let mut import = Import::new();
    import
        .add_files(&arguments.files)
        .map_err(|error| Refusal::Problem(error.into()))?;
    if import.candidates().is_empty() {
        for file in &arguments.files {
            check_no_events(file)?;
        }
    }
    if let Some(variable) = &arguments.passphrase_env {
        unlock(&mut import, &passphrase(variable)?);
    }
    let preview = ImportPreview::of(Uuid::nil(), &import, &taken);
    let saved = if arguments.save {
        let saved = save(&import, arguments.name.as_deref(), &taken, &data, &registry)?;
        Some(Saved {
            id: saved.id,
            name: saved.name,
        })
    } else {
        None
    };
    print(&Report {
        files: preview.files,
        candidates: preview.candidates,
        saved,
    })
}

/// What holds events is meant for an archive.
fn check_no_events(file: &Path) -> Result<(), Refusal> {
    let file_name = file.display();
    match EventReader::open(file) {
        Ok(_) => Err(Refusal::Plain(format!(
            "{file_name} holds no credentials but events; import them into an archive with --out NAME.assurance"
        ))),
        Err(ImportError::SomethingElse(SomethingElse::Database)) => Err(Refusal::Plain(format!(
            "{file_name} holds no credentials; an archive is used as it is, see `assurance-desk query --help`"
        ))),
        Err(_) => Ok(()),
    }
}

fn passphrase(variable: &str) -> Result<Zeroizing<String>, Refusal> {
    std::env::var(variable)
        .map(Zeroizing::new)
        .map_err(|_| Refusal::Plain(format!("there is no passphrase in the environment variable {variable}")))
}

/// Tries the passphrase on every file that is locked.
fn unlock(import: &mut Import, passphrase: &str) {
    for (place, file) in import.files().iter().enumerate() {
        if matches!(file.state, FileState::Locked { .. }) {
            import.unlock(place, passphrase);
        }
    }
}

/// Saves the only credentials as an integration. Refuses what could not be used as it is.
fn save(
    import: &Import,
    name: Option<&str>,
    taken: &[String],
    data: &Path,
    registry: &Arc<Registry>,
) -> Result<Integration, Refusal> {
    let mut candidates = import.candidates();
    let (Some(mut candidate), None) = (candidates.pop(), candidates.pop()) else {
        return Err(none_to_save(import));
    };
    candidate.name = name.map(str::to_owned).or(candidate.name);
    if let Some(finding) = candidate.findings(taken).into_iter().next() {
        return Err(Refusal::Problem(Problem::invalid_input(
            finding.message,
            finding.next_step,
        )));
    }
    let refusal = |error: integration::IntegrationError| Refusal::Problem((&error).into());
    whole_files::create_private_folder(data)
        .map_err(|error| Refusal::Plain(format!("the folder {} cannot be made: {error}", data.display())))?;
    make_vault(registry.vault())?;
    open_vault(registry.vault())?;
    let drafts = Drafts::new(data, Arc::clone(registry));
    let draft = drafts.take_over(None, &candidate).map_err(refusal)?;
    drafts
        .save_as_integration(draft.id, OffsetDateTime::now_utc())
        .inspect_err(|_| {
            // The error that is told matters more than a draft that stays.
            drafts.discard(draft.id).ok();
        })
        .map_err(refusal)
}

/// Makes the vault of a machine without a keychain, with the passphrase in the environment.
fn make_vault(vault: &Vault) -> Result<(), Refusal> {
    let refusal = |error: VaultError| Refusal::Problem(error.into());
    let status = vault.open().map_err(refusal)?;
    if let (VaultStatus::NeedsPassphrase { .. }, Some(passphrase)) = (status, passphrase::given()) {
        vault.create_with_passphrase(&passphrase).map_err(refusal)?;
    }
    Ok(())
}

/// Why there are no credentials, or which of several are meant is not known.
fn none_to_save(import: &Import) -> Refusal {
    let candidates = import.candidates().len();
    if candidates > 1 {
        return Refusal::Plain(format!(
            "the files hold {candidates} credentials, and one can be saved; give fewer files, or import them in the window"
        ));
    }
    for file in import.files() {
        match file.state {
            FileState::Unusable(unusable) => return Refusal::Problem((&unusable).into()),
            FileState::Locked { .. } => {
                return Refusal::Plain(format!(
                    "{} needs its passphrase; give the name of a variable that holds it with --passphrase-env",
                    file.name
                ));
            }
            FileState::Understood => {}
        }
    }
    Refusal::Plain("the files hold no credentials".to_owned())
}
