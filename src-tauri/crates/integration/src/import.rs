//! Taking over what people have: files of Developer Console, Postman, AEM and other tools, keys and certificates, each
//! recognised by what is in it. Several files can make up one integration.

mod addresses;
mod archive;
mod candidate;
mod combine;
mod dot_env;
mod format;
mod formats;
mod found;
mod json;
mod material;
mod names;
mod text;
mod tree;
mod unusable;
mod value;
mod yaml;

use std::fmt;
use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

use zeroize::Zeroizing;

pub use candidate::Candidate;
pub use format::Format;
pub use unusable::{Ignored, JsonMistake, Reason, SomethingElse, Unusable, ZipMistake};

use archive::Unpacked;
use formats::{Recognised, recognise};
use found::Found;
use material::Lock;

/// The largest file that is read, in bytes. The files that are meant have a few kilobytes.
pub const LARGEST_FILE: usize = 5 * 1024 * 1024;

/// How many files one import can have, those in a zip counted.
pub const MOST_FILES: usize = 20;

/// More than [`MOST_FILES`] were brought; none of the last ones was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an import has at most {MOST_FILES} files")]
pub struct TooManyFiles;

/// Files and texts that were brought, and the credentials in them. All secrets stay in memory and are wiped with it.
///
/// ```
/// use integration::import::Import;
///
/// let mut import = Import::new();
/// let file = br#"{"ORG_ID": "8C6767C25245AD1A0A490D4C@AdobeOrg", "CLIENT_ID": "0123abcd",
///     "CLIENT_SECRETS": ["p8e-never-shown"], "SCOPES": ["openid", "AdobeID"]}"#;
/// import.add("credential.json", file.to_vec())?;
/// let candidates = import.candidates();
/// assert_eq!(candidates[0].client_id.as_deref(), Some("0123abcd"));
/// assert!(!format!("{import:?}{candidates:?}").contains("never-shown"));
/// # Ok::<(), integration::import::TooManyFiles>(())
/// ```
#[derive(Default)]
pub struct Import {
    files: Vec<File>,
}

/// One file or text.
struct File {
    name: String,
    format: Option<Format>,
    /// Whether its name may become the name of an integration.
    is_named: bool,
    found: Vec<Found>,
    /// What of its zip is not listed as a file.
    ignored: Vec<Ignored>,
    state: Held,
}

enum Held {
    Understood,
    /// Kept until it is opened.
    Locked {
        bytes: Zeroizing<Vec<u8>>,
        is_wrong: bool,
    },
    Unusable(Unusable),
}

/// One file or text, as it may be shown.
#[derive(Clone, Debug)]
pub struct ImportedFile {
    /// Its name, with its folder inside a zip.
    pub name: String,
    /// What it is, once recognised.
    pub format: Option<Format>,
    /// Whether it could be used.
    pub state: FileState,
}

/// Whether a file could be used.
#[derive(Clone, Debug)]
pub enum FileState {
    /// It was understood.
    Understood,
    /// It asks for a passphrase.
    Locked {
        /// Whether the last passphrase did not open it.
        wrong_passphrase: bool,
    },
    /// Nothing in it is of use.
    Unusable(Unusable),
}

impl Import {
    /// An import without any file.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the contents of a file, or of all files in a zip. Takes up to some seconds for a hostile one.
    ///
    /// # Errors
    /// [`TooManyFiles`]; any other trouble is told by [`Import::files`].
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) -> Result<(), TooManyFiles> {
        self.take(name, Zeroizing::new(bytes), true)
    }

    /// Adds a text that was pasted.
    ///
    /// # Errors
    /// [`TooManyFiles`].
    pub fn add_text(&mut self, title: &str, text: &str) -> Result<(), TooManyFiles> {
        self.take(title, Zeroizing::new(text.as_bytes().to_vec()), false)
    }

    /// Reads files from the disk and adds them; all or, when they are too many, none.
    ///
    /// # Errors
    /// [`TooManyFiles`]; a file that cannot be read is listed as such.
    pub fn add_files<P: AsRef<Path>>(&mut self, paths: &[P]) -> Result<(), TooManyFiles> {
        let before = self.files.len();
        let added = paths.iter().try_for_each(|path| self.add_file(path.as_ref()));
        if added.is_err() {
            self.files.truncate(before);
        }
        added
    }

    fn add_file(&mut self, path: &Path) -> Result<(), TooManyFiles> {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let mut bytes = Zeroizing::new(Vec::new());
        let read = std::fs::File::open(path).and_then(|file| {
            // One allocation of the right size, so that no copy of a key is left behind by growing.
            let size = file.metadata()?.len().min(LARGEST_FILE as u64 + 1);
            bytes.reserve_exact(usize::try_from(size).unwrap_or(LARGEST_FILE) + 1);
            file.take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes)
        });
        match read {
            Ok(_) => self.take(&name, bytes, true),
            Err(error) => {
                let unusable = Unusable::NotRead {
                    path: path.to_owned(),
                    error: Arc::new(error),
                };
                self.list(vec![File::unusable(value::printable(&name), unusable)])
            }
        }
    }

    /// Opens the file at this place with a passphrase. Nothing happens when it is not locked.
    pub fn unlock(&mut self, place: usize, passphrase: &str) {
        let Some(file) = self.files.get_mut(place) else { return };
        let Held::Locked { bytes, .. } = &mut file.state else {
            return;
        };
        let bytes = std::mem::take(bytes);
        let opened = File::read(std::mem::take(&mut file.name), bytes, file.is_named, Some(passphrase));
        let ignored = std::mem::take(&mut file.ignored);
        *file = File { ignored, ..opened };
    }

    /// Leaves out the file at this place.
    pub fn remove(&mut self, place: usize) {
        if place < self.files.len() {
            self.files.remove(place);
        }
    }

    /// The files, in the order they came.
    #[must_use]
    pub fn files(&self) -> Vec<ImportedFile> {
        let files = self.files.iter().map(|file| ImportedFile {
            name: file.name.clone(),
            format: file.format,
            state: match &file.state {
                Held::Understood => FileState::Understood,
                Held::Locked { is_wrong, .. } => FileState::Locked {
                    wrong_passphrase: *is_wrong,
                },
                Held::Unusable(unusable) => FileState::Unusable(unusable.clone()),
            },
        });
        files.collect()
    }

    /// The credentials that are in the files.
    #[must_use]
    pub fn candidates(&self) -> Vec<Candidate> {
        let sources: Vec<_> = self
            .files
            .iter()
            .map(|file| combine::Source {
                file: &file.name,
                name: file.own_name(),
                found: &file.found,
                ignored: &file.ignored,
            })
            .collect();
        combine::combine(&sources)
    }

    fn take(&mut self, name: &str, bytes: Zeroizing<Vec<u8>>, is_named: bool) -> Result<(), TooManyFiles> {
        let name = value::printable(name);
        if bytes.len() > LARGEST_FILE {
            return self.list(vec![File::unusable(name, Unusable::TooLarge)]);
        }
        if !archive::is_zip(&bytes) {
            return self.list(vec![File::read(name, bytes, is_named, None)]);
        }
        let files = match archive::unpack(&bytes) {
            Ok(unpacked) => of_zip(&name, unpacked),
            Err(mistake) => vec![File::unusable(name, Unusable::Zip(mistake))],
        };
        self.list(files)
    }

    fn list(&mut self, files: Vec<File>) -> Result<(), TooManyFiles> {
        if self.files.len() + files.len() > MOST_FILES {
            return Err(TooManyFiles);
        }
        self.files.extend(files);
        Ok(())
    }
}

impl fmt::Debug for Import {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Import").field("files", &self.files()).finish()
    }
}

impl File {
    fn read(name: String, bytes: Zeroizing<Vec<u8>>, is_named: bool, passphrase: Option<&str>) -> Self {
        match recognise(&bytes, passphrase) {
            Ok(Recognised { format, found, lock }) => Self {
                name,
                is_named,
                format: Some(format),
                found,
                ignored: Vec::new(),
                state: match lock {
                    None => Held::Understood,
                    Some(lock) => Held::Locked {
                        bytes,
                        is_wrong: lock == Lock::Wrong,
                    },
                },
            },
            Err(unusable) => Self::unusable(name, unusable),
        }
    }

    fn unusable(name: String, unusable: Unusable) -> Self {
        Self {
            name,
            is_named: false,
            format: None,
            found: Vec::new(),
            ignored: Vec::new(),
            state: Held::Unusable(unusable),
        }
    }

    fn is_unrecognised(&self) -> bool {
        matches!(
            self.state,
            Held::Unusable(Unusable::Unknown | Unusable::Empty | Unusable::NoCredentials | Unusable::SomethingElse(_))
        )
    }

    /// The name of the file without its endings, where it may name an integration.
    fn own_name(&self) -> Option<String> {
        let file = self.name.rsplit('/').next().unwrap_or_default();
        let stem = file.split('.').next().unwrap_or_default().trim();
        (self.is_named && !stem.is_empty()).then(|| stem.to_owned())
    }
}

/// The files of a zip. What is not recognised is a note, unless it is all there is.
fn of_zip(name: &str, unpacked: Unpacked) -> Vec<File> {
    let mut ignored = unpacked.ignored;
    let mut files = Vec::new();
    for (inner, bytes) in unpacked.files {
        let file = File::read(format!("{name}/{inner}"), bytes, true, None);
        if file.is_unrecognised() {
            ignored.push(Ignored {
                what: file.name,
                why: Reason::NotRecognised,
            });
        } else {
            files.push(file);
        }
    }
    match files.first_mut() {
        Some(first) => first.ignored = ignored,
        None => files.push(File::unusable(name.to_owned(), Unusable::Zip(ZipMistake::NothingOfUse))),
    }
    files
}
