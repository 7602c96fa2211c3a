//! Secrets at rest: private keys, client secrets and tokens, sealed in one file under one random key. The key lies in
//! the system keychain, or, where a machine has none, behind a passphrase. Nothing is ever written as plain text.
//!
//! Every call blocks on files and perhaps on a person who answers the keychain's prompt: call it off the UI thread.
//!
//! ```
//! use std::sync::Arc;
//! use secrecy::{ExposeSecret, SecretString};
//! use vault::{MemoryKeychain, Protection, Vault, VaultStatus};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let directory = tempfile::tempdir()?;
//! let vault = Vault::new(directory.path().to_owned(), Arc::new(MemoryKeychain::new()));
//! assert_eq!(vault.open()?, VaultStatus::Open { protection: Protection::Keychain });
//!
//! vault.write("integration/1/client-secret", &SecretString::from("p8e-example"))?;
//! let secret = vault.read("integration/1/client-secret")?.ok_or("gone")?;
//! assert_eq!(secret.expose_secret(), "p8e-example");
//! # Ok(())
//! # }
//! ```

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]

mod cipher;
mod error;
mod keychain;
mod newest;
mod passphrase;
mod sealed_file;
mod status;
mod storage;
mod vault;

pub use error::VaultError;
pub use keychain::memory::MemoryKeychain;
pub use keychain::system::SystemKeychain;
pub use keychain::{Keychain, KeychainError};
pub use passphrase::SHORTEST_PASSPHRASE;
pub use status::{Protection, VaultStatus};
pub use vault::Vault;
