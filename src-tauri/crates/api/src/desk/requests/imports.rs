//! Postman collections and environments from files and from the clipboard.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

use requests::Shelf;
use requests::postman::{Read, ReadError, read};
use zeroize::Zeroizing;

use crate::contract::problem::Problem;
use crate::contract::requests::{CollectionSource, ImportedCollections};
use crate::contract::tick::Tick;
use crate::desk::Desk;

/// Bytes of a file that are read; one that is longer is refused by its length.
const LARGEST: u64 = 16 * 1024 * 1024;

impl Desk {
    pub(crate) async fn collection_import(&self, request: CollectionSource) -> Result<ImportedCollections, Problem> {
        let shelf = Arc::clone(&self.requests.shelf);
        let imported = match request {
            CollectionSource::Text { text } => {
                let text = Zeroizing::new(text);
                self.blocking(move || {
                    let mut imported = nothing();
                    add(&shelf, read(&text)?, &mut imported)?;
                    Ok(imported)
                })
                .await
            }
            CollectionSource::Dialog => {
                let paths = self
                    .desktop
                    .choose_files("Postman collections and environments")
                    .await?;
                self.blocking(move || from_files(&shelf, &paths)).await
            }
        };
        self.ticks.send(Tick::Requests);
        imported
    }
}

fn nothing() -> ImportedCollections {
    ImportedCollections {
        collections: Vec::new(),
        environments: Vec::new(),
        left_out: Vec::new(),
        remarks: Vec::new(),
    }
}

/// Takes what can be taken, and tells of the rest by the names of the files.
///
/// # Errors
/// When nothing can be taken: why not the first of them.
fn from_files(shelf: &Shelf, paths: &[impl AsRef<Path>]) -> Result<ImportedCollections, Problem> {
    let mut imported = nothing();
    let mut first_problem = None;
    for path in paths {
        let path = path.as_ref();
        let problem = match from_file(path) {
            Ok(read) => {
                add(shelf, read, &mut imported)?;
                continue;
            }
            Err(problem) => problem,
        };
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        imported
            .remarks
            .push(format!("{name} was left out. {}", problem.message));
        first_problem.get_or_insert(problem);
    }
    match first_problem {
        Some(problem) if imported.collections.is_empty() && imported.environments.is_empty() => Err(problem),
        _ => Ok(imported),
    }
}

fn from_file(path: &Path) -> Result<Read, Problem> {
    let mut bytes = Zeroizing::new(Vec::new());
    File::open(path)
        .and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
        .map_err(|error| Problem::file(path, &error, "read"))?;
    if bytes.len() as u64 > LARGEST {
        return Err((&ReadError::TooLarge).into());
    }
    Ok(read(&Zeroizing::new(String::from_utf8_lossy(&bytes).into_owned()))?)
}

fn add(shelf: &Shelf, read: Read, imported: &mut ImportedCollections) -> Result<(), Problem> {
    let (is_collection, left_out, remarks) = match &read {
        Read::Collection(collection) => (true, collection.left_out().to_vec(), collection.remarks()),
        Read::Environment(environment) => (false, environment.left_out().to_vec(), Vec::new()),
    };
    let id = shelf.add(read)?;
    if is_collection {
        imported.collections.push(id);
    } else {
        imported.environments.push(id);
    }
    for (new, known) in [(left_out, &mut imported.left_out), (remarks, &mut imported.remarks)] {
        for text in new {
            if !known.contains(&text) {
                known.push(text);
            }
        }
    }
    Ok(())
}
