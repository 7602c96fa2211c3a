//! The keychain of the operating system: Keychain Services on macOS, the Credential Manager on Windows, the Secret
//! Service (GNOME Keyring, KWallet) elsewhere.

use keyring::{Entry, Error};
use zeroize::Zeroizing;

use super::generations::Generations;
use super::{Keychain, KeychainError};

/// The keychain of the operating system, with two entries of the service "Assurance Desk": the key, and beside it how often
/// each vault was written.
///
/// Whether there is a keychain at all is found out once per process: one that is started later is seen after a restart.
/// A keychain that is there but locked can be tried again at any time.
#[derive(Clone, Debug)]
pub struct SystemKeychain {
    account: String,
    generations: String,
}

impl SystemKeychain {
    /// The entry of one `profile`: the empty string for the person's own, any other word for tests and development, so
    /// that these never meet the real key.
    pub fn new(profile: &str) -> Self {
        let named = |name: &str| match profile {
            "" => name.to_owned(),
            _ => format!("{name} ({profile})"),
        };
        Self {
            account: named("vault key"),
            generations: named("vault generations"),
        }
    }

    fn entry(&self, account: &str) -> Result<Entry, KeychainError> {
        if let Err(error) = Entry::store_status() {
            return Err(KeychainError::Unavailable {
                reason: error.to_string(),
            });
        }
        Entry::new(SERVICE, account).map_err(explained)
    }
}

impl Keychain for SystemKeychain {
    fn load(&self) -> Result<Option<Zeroizing<[u8; 32]>>, KeychainError> {
        let secret = match self.entry(&self.account)?.get_secret() {
            Ok(secret) => Zeroizing::new(secret),
            Err(Error::NoEntry) => return Ok(None),
            Err(error) => return Err(explained(error)),
        };
        let mut key = Zeroizing::new([0; 32]);
        if secret.len() != key.len() {
            return Err(KeychainError::Failed {
                reason: format!("the entry \"{}\" of {SERVICE} is not a vault key", self.account),
            });
        }
        key.copy_from_slice(&secret);
        Ok(Some(key))
    }

    fn store(&self, key: &Zeroizing<[u8; 32]>) -> Result<(), KeychainError> {
        self.entry(&self.account)?.set_secret(key.as_slice()).map_err(explained)
    }

    fn remove(&self) -> Result<(), KeychainError> {
        for account in [&self.account, &self.generations] {
            match self.entry(account)?.delete_credential() {
                Ok(()) | Err(Error::NoEntry) => {}
                Err(error) => return Err(explained(error)),
            }
        }
        Ok(())
    }

    fn noted_generation(&self, vault: &str) -> Result<Option<u64>, KeychainError> {
        Ok(Generations::parse(&self.generations()?).of(vault))
    }

    fn note_generation(&self, vault: &str, generation: u64) -> Result<(), KeychainError> {
        let mut noted = Generations::parse(&self.generations()?);
        noted.note(vault, generation);
        let entry = self.entry(&self.generations)?;
        entry.set_password(&noted.to_text()).map_err(explained)
    }
}

impl SystemKeychain {
    fn generations(&self) -> Result<String, KeychainError> {
        match self.entry(&self.generations)?.get_password() {
            Ok(text) => Ok(text),
            Err(Error::NoEntry) => Ok(String::new()),
            Err(error) => Err(explained(error)),
        }
    }
}

/// Taken by value, so that what a store returned with the error is dropped here and not passed on.
fn explained(error: Error) -> KeychainError {
    match error {
        Error::NoStorageAccess(cause) => KeychainError::Locked {
            reason: cause.to_string(),
        },
        Error::PlatformFailure(cause) => KeychainError::Unavailable {
            reason: cause.to_string(),
        },
        Error::NoDefaultStore => KeychainError::Unavailable {
            reason: "none is supported on this system".to_owned(),
        },
        Error::Ambiguous(entries) => KeychainError::Failed {
            reason: format!("it holds {} entries of {SERVICE}", entries.len()),
        },
        Error::BadEncoding(secret) | Error::BadDataFormat(secret, _) => {
            drop(Zeroizing::new(secret));
            KeychainError::Failed {
                reason: "its entry cannot be read".to_owned(),
            }
        }
        other => KeychainError::Failed {
            reason: other.to_string(),
        },
    }
}

const SERVICE: &str = "Assurance Desk";
