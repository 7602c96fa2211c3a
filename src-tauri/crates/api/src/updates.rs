//! What the router needs from the shell to put a newer version in the place of this one. Asking the network, and when, is
//! the desk's part.

use serde_json::Value;
use time::OffsetDateTime;
use url::Url;

/// Reads the list of the newest version, checks a package's signature and puts it in place; the shell implements it in
/// builds that have a place to get updates from. All of it may block.
pub trait Updates: Send + Sync {
    /// Where the list of the newest version is.
    fn list(&self) -> &Url;

    /// The page where people download the program.
    fn page(&self) -> Option<&Url>;

    /// Whether this copy of the program can be replaced from within. One that a package manager installed cannot.
    fn replaces_itself(&self) -> bool;

    /// The version that the list offers to this copy; none when it is not newer.
    ///
    /// # Errors
    /// When the list cannot be understood, or holds nothing for this system.
    fn newer(&self, list: &Value) -> Result<Option<NewerVersion>, UpdateError>;

    /// Checks that the package is the one that the list offers, and from whom it should be.
    ///
    /// # Errors
    /// When it is not.
    fn check(&self, list: &Value, package: &[u8]) -> Result<(), UpdateError>;

    /// Checks the package once more and puts it in the place of this copy. On Windows this ends the program.
    ///
    /// # Errors
    /// When it is not the right one, or cannot be put there; then this copy stays as it was.
    fn install(&self, list: &Value, package: &[u8]) -> Result<(), UpdateError>;

    /// Ends the program as the person would, and starts the one that is in its place now.
    fn restart(&self);
}

/// A version that is newer than this one. Its words are whoever's wrote the list: nobody has signed them.
#[derive(Clone, Debug)]
pub struct NewerVersion {
    /// Its number.
    pub version: String,
    /// When it was published.
    pub date: Option<OffsetDateTime>,
    /// What is new in it.
    pub notes: String,
    /// Where the package for this copy is.
    pub package: Url,
}

/// Why a newer version cannot be had.
#[derive(Clone, Debug, thiserror::Error)]
pub enum UpdateError {
    /// The list of the newest version is no such list.
    #[error("the list cannot be understood: {0}")]
    List(String),
    /// The list names no package for this system.
    #[error("the list holds no package for this system")]
    NoPackage,
    /// The package is not signed with the key that this build trusts, or was changed since.
    #[error("the signature does not fit: {0}")]
    Signature(String),
    /// The package is signed, but as another version than the list says, or as none.
    #[error("the package was signed for another version: {0}")]
    AnotherVersion(String),
    /// It could not be put in place.
    #[error("it could not be put in place: {0}")]
    NotInPlace(String),
}
