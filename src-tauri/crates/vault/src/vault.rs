//! The vault as its callers see it.

use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use secrecy::SecretString;

use crate::cipher::Key;
use crate::error::VaultError;
use crate::keychain::{Keychain, KeychainError};
use crate::newest::Newest;
use crate::sealed_file::{Guard, SealedFile};
use crate::status::{Protection, VaultStatus};
use crate::storage::{Lock, Storage};

/// Named secrets in one sealed file. Several vaults, also of several programs, may use the same directory at the same
/// time; none loses what another wrote.
///
/// Names are paths such as `integration/<uuid>/client-secret`. They are not secret: the file shows them.
pub struct Vault {
    storage: Storage,
    keychain: Arc<dyn Keychain>,
    /// Held across each whole operation, also while the keychain asks the person: one prompt, not one per thread.
    opened: Mutex<Option<Opened>>,
    /// The key of a file that is older than it should be, until the person says what to do with it.
    older: Mutex<Option<Key>>,
    /// Apart from `opened`, so that the status can be shown while a prompt is open.
    status: Mutex<VaultStatus>,
}

/// The key, for as long as the vault is open.
struct Opened {
    key: Key,
    guard: Guard,
    /// Which vault this is, and its last writing that was seen.
    id: String,
    generation: u64,
}

impl Vault {
    /// A vault in `directory`, whose key `keychain` keeps. Touches neither of them yet.
    pub fn new(directory: PathBuf, keychain: Arc<dyn Keychain>) -> Self {
        Self {
            storage: Storage::new(directory),
            keychain,
            opened: Mutex::new(None),
            older: Mutex::new(None),
            status: Mutex::new(VaultStatus::Closed),
        }
    }

    /// The state as the last call left it. Never blocks.
    pub fn status(&self) -> VaultStatus {
        lock(&self.status).clone()
    }

    /// Opens the vault with the key of the keychain, and makes a new vault and key when there is none. Call it again
    /// after the person unlocked the keychain. A vault that is open stays so while its file is sound, and the keychain is not
    /// asked again.
    ///
    /// # Errors
    /// When the file is damaged, too new, or cannot be read or made. What a person can mend is no error, but a status.
    pub fn open(&self) -> Result<VaultStatus, VaultError> {
        let mut opened = lock(&self.opened);
        if opened.is_some() {
            match self.current(&mut opened) {
                Ok(_) => return Ok(self.status()),
                Err(VaultError::NotOpen { status }) => return Ok(status),
                Err(VaultError::Replaced) => {}
                Err(error) => return Err(error),
            }
        }
        self.open_once(&mut opened)
    }

    /// Opens a vault that is guarded by a passphrase. Slow by design: Argon2id over 64 MiB, seconds in a debug build.
    ///
    /// # Errors
    /// [`VaultError::WrongPassphrase`]; else as [`Vault::open`].
    pub fn unlock(&self, passphrase: &str) -> Result<VaultStatus, VaultError> {
        let mut opened = lock(&self.opened);
        if opened.is_some() {
            return Ok(self.status());
        }
        let Some(file) = self.load()? else {
            return self.open_once(&mut opened);
        };
        let Some(passphrase_lock) = file.guard().passphrase_lock() else {
            return self.open_once(&mut opened);
        };
        let key = passphrase_lock.open(passphrase)?;
        // Stretching the passphrase took a while: another program may have written meanwhile.
        let file_lock = self.storage.lock()?;
        let file = self.load()?.filter(|file| file.guard().fits(&key));
        let file = file.ok_or(VaultError::Replaced)?;
        self.finish(&mut opened, &file, key, &file_lock)
    }

    /// Makes a new vault guarded by a passphrase of at least [`crate::SHORTEST_PASSPHRASE`] characters. Nobody can open
    /// it without.
    ///
    /// # Errors
    /// When there is a vault already, the passphrase is too short, or the file cannot be written.
    pub fn create_with_passphrase(&self, passphrase: &str) -> Result<VaultStatus, VaultError> {
        let mut opened = lock(&self.opened);
        let file_lock = self.storage.lock()?;
        if self.storage.read()?.is_some() {
            return Err(VaultError::AlreadyExists);
        }
        let key = Key::random()?;
        let file = SealedFile::empty(Guard::passphrase(passphrase, &key)?, &key)?;
        self.replace(&file, &key, &file_lock)?;
        self.finish(&mut opened, &file, key, &file_lock)
    }

    /// Goes on with a file that is older than the newest that this computer has seen, as after bringing back a copy. Does
    /// nothing where no such file waits.
    ///
    /// # Errors
    /// When the file is damaged or cannot be read.
    pub fn use_older(&self) -> Result<VaultStatus, VaultError> {
        let mut opened = lock(&self.opened);
        let Some(key) = lock(&self.older).take() else {
            return self.open_once(&mut opened);
        };
        let file_lock = self.storage.lock()?;
        let Some(file) = self.load()?.filter(|file| file.guard().fits(&key)) else {
            drop(file_lock);
            return self.open_once(&mut opened);
        };
        file.verify(&key)?;
        let noted = self.noted(&file, &key);
        Ok(self.admit(&mut opened, &file, key, noted, &file_lock))
    }

    /// Renames a vault that nobody can open any more (its key or passphrase is lost, or it is damaged), so that a new
    /// one can be made. Nothing is deleted; the new path is returned, or nothing when there was no vault.
    ///
    /// # Errors
    /// When the file system refuses.
    pub fn set_aside(&self) -> Result<Option<PathBuf>, VaultError> {
        let mut opened = lock(&self.opened);
        let path = self.storage.set_aside(&self.storage.lock()?)?;
        *opened = None;
        *lock(&self.older) = None;
        self.report(VaultStatus::Closed);
        Ok(path)
    }

    /// The secret of that name, or nothing when there is none. Opens the vault if nobody did.
    ///
    /// # Errors
    /// When the vault is not open, or the file is damaged or cannot be read.
    pub fn read(&self, name: &str) -> Result<Option<SecretString>, VaultError> {
        let mut opened = lock(&self.opened);
        let (file, current) = self.current(&mut opened)?;
        file.secret(name, &current.key)
    }

    /// Keeps `secret` under `name`, in place of an earlier one. Opens the vault if nobody did. When this returns, the
    /// secret is on the disk.
    ///
    /// # Errors
    /// When the vault is not open, the name cannot be used, or the file is damaged or cannot be written.
    pub fn write(&self, name: &str, secret: &SecretString) -> Result<(), VaultError> {
        if name.is_empty() || name.len() > LONGEST_NAME || name.chars().any(char::is_control) {
            return Err(VaultError::InvalidName);
        }
        self.change(|file, key| file.put(name, secret, key).map(|()| true))
    }

    /// Forgets the secret of that name; nothing happens when there is none.
    ///
    /// # Errors
    /// As [`Vault::write`].
    pub fn remove(&self, name: &str) -> Result<(), VaultError> {
        self.change(|file, key| file.remove(|present| present == name, key))
    }

    /// Forgets every secret whose name begins with `prefix`: all of one integration, say.
    ///
    /// # Errors
    /// As [`Vault::write`].
    pub fn remove_prefix(&self, prefix: &str) -> Result<(), VaultError> {
        self.change(|file, key| file.remove(|present| present.starts_with(prefix), key))
    }

    /// The names of all secrets, sorted.
    ///
    /// # Errors
    /// As [`Vault::read`].
    pub fn names(&self) -> Result<Vec<String>, VaultError> {
        let mut opened = lock(&self.opened);
        let (file, _) = self.current(&mut opened)?;
        Ok(file.names().map(str::to_owned).collect())
    }

    /// Reads, changes and writes the file while no other program can; `change` says whether there is something to write.
    fn change(&self, change: impl FnOnce(&mut SealedFile, &Key) -> Result<bool, VaultError>) -> Result<(), VaultError> {
        let mut opened = lock(&self.opened);
        // Opened before the lock is taken: the opening takes it too.
        self.opened_now(&mut opened)?;
        let file_lock = self.storage.lock()?;
        let (mut file, current) = self.current(&mut opened)?;
        if change(&mut file, &current.key)? {
            self.replace(&file, &current.key, &file_lock)?;
            if let Some(opened) = opened.as_mut() {
                opened.saw(&file);
            }
        }
        Ok(())
    }

    fn replace(&self, file: &SealedFile, key: &Key, file_lock: &Lock) -> Result<(), VaultError> {
        self.storage.replace(&file.to_bytes()?, file_lock)?;
        self.note_newest_beside(file, key, file_lock);
        Ok(())
    }

    /// The file as it is now, verified, with the key that opens it. A file that is gone counts as one without secrets.
    fn current<'a>(&self, opened: &'a mut Option<Opened>) -> Result<(SealedFile, &'a Opened), VaultError> {
        let key = &self.opened_now(opened)?.key;
        let file = self.load()?;
        if file.as_ref().is_some_and(|file| !file.guard().fits(key)) {
            *opened = None;
            self.report(VaultStatus::Closed);
            return Err(VaultError::Replaced);
        }
        let Some(file) = file else {
            let current = self.opened_now(opened)?;
            return Ok((SealedFile::empty(current.guard.clone(), &current.key)?, current));
        };
        let current = self.opened_now(opened)?;
        file.verify(&current.key)?;
        let changes_missing = current.changes_missing(&file);
        if changes_missing > 0 {
            *lock(&self.older) = opened.take().map(|opened| opened.key);
            let status = self.report(VaultStatus::OlderFile { changes_missing });
            return Err(VaultError::NotOpen { status });
        }
        let current = opened
            .as_mut()
            .ok_or_else(|| VaultError::NotOpen { status: self.status() })?;
        current.saw(&file);
        Ok((file, current))
    }

    /// The key; the vault is opened for it at most once, so that a refused prompt does not come back with each call.
    fn opened_now<'a>(&self, opened: &'a mut Option<Opened>) -> Result<&'a Opened, VaultError> {
        if opened.is_none() && self.status() == VaultStatus::Closed {
            self.open_once(opened)?;
        }
        opened
            .as_ref()
            .ok_or_else(|| VaultError::NotOpen { status: self.status() })
    }

    fn open_once(&self, opened: &mut Option<Opened>) -> Result<VaultStatus, VaultError> {
        if opened.is_some() {
            return Ok(self.status());
        }
        self.report(VaultStatus::Closed);
        // Two programs that start together must not each make a key: the second finds what the first made.
        let file_lock = self.storage.lock()?;
        self.storage.sweep(&file_lock);
        let older = lock(&self.older).take();
        if let Some(key) = older
            && let Some(file) = self.load()?.filter(|file| file.guard().fits(&key))
        {
            // It still waits for the person, or the newer file was brought back.
            return self.finish(opened, &file, key, &file_lock);
        }
        let Some(file) = self.load()? else {
            return self.create_with_keychain(opened, &file_lock);
        };
        if file.guard().protection() == Protection::Passphrase {
            return Ok(self.report(VaultStatus::Locked));
        }
        match self.keychain.load() {
            Ok(Some(bytes)) => {
                let key = Key::from(bytes);
                if !file.guard().fits(&key) {
                    return Ok(self.report(VaultStatus::KeychainKeyMissing));
                }
                self.finish(opened, &file, key, &file_lock)
            }
            Ok(None) => Ok(self.report(VaultStatus::KeychainKeyMissing)),
            Err(reason) => Ok(self.report(VaultStatus::KeychainLocked { reason })),
        }
    }

    fn create_with_keychain(&self, opened: &mut Option<Opened>, file_lock: &Lock) -> Result<VaultStatus, VaultError> {
        let key = match self.keychain_key()? {
            Ok(key) => key,
            Err(reason) => return Ok(self.report(VaultStatus::NeedsPassphrase { reason })),
        };
        let file = SealedFile::empty(Guard::keychain(&key), &key)?;
        self.replace(&file, &key, file_lock)?;
        self.finish(opened, &file, key, file_lock)
    }

    /// The key that an earlier vault left in the keychain, or a new one put there.
    fn keychain_key(&self) -> Result<Result<Key, KeychainError>, VaultError> {
        match self.keychain.load() {
            Ok(Some(bytes)) => Ok(Ok(Key::from(bytes))),
            Ok(None) => {
                let key = Key::random()?;
                Ok(self.store_and_look(&key).map(|()| key))
            }
            Err(reason) => Ok(Err(reason)),
        }
    }

    /// A key that a keychain says it keeps, and does not, would take every secret with it at the next start.
    fn store_and_look(&self, key: &Key) -> Result<(), KeychainError> {
        self.keychain.store(key.bytes())?;
        if self.keychain.load()?.as_ref() == Some(key.bytes()) {
            return Ok(());
        }
        Err(KeychainError::Failed {
            reason: "it did not keep the key that it was given".to_owned(),
        })
    }

    fn finish(
        &self,
        opened: &mut Option<Opened>,
        file: &SealedFile,
        key: Key,
        file_lock: &Lock,
    ) -> Result<VaultStatus, VaultError> {
        file.verify(&key)?;
        let noted = self.noted(file, &key);
        let changes_missing = noted.newest().saturating_sub(file.generation());
        if changes_missing > 0 {
            *lock(&self.older) = Some(key);
            return Ok(self.report(VaultStatus::OlderFile { changes_missing }));
        }
        Ok(self.admit(opened, file, key, noted, file_lock))
    }

    /// Opens what was verified, and notes that it is the newest.
    fn admit(
        &self,
        opened: &mut Option<Opened>,
        file: &SealedFile,
        key: Key,
        noted: Noted,
        file_lock: &Lock,
    ) -> VaultStatus {
        let guard = file.guard().clone();
        let protection = guard.protection();
        self.note_newest(file, &key, noted, file_lock);
        let (id, generation) = (file.id().to_owned(), file.generation());
        *opened = Some(Opened {
            key,
            guard,
            id,
            generation,
        });
        self.report(VaultStatus::Open { protection })
    }

    fn noted(&self, file: &SealedFile, key: &Key) -> Noted {
        let beside = self.storage.newest();
        Noted {
            beside: beside.and_then(|bytes| Newest::generation(&bytes, file, key)),
            // A keychain that does not say is no reason to keep the vault shut.
            in_keychain: is_in_keychain(file)
                .then(|| self.keychain.noted_generation(file.id()).ok().flatten())
                .flatten(),
        }
    }

    /// Notes the newest writing where it is looked for at the next start, and is not noted yet. In the keychain only here, right
    /// after it gave the key: asked at any other time, it may prompt the person.
    fn note_newest(&self, file: &SealedFile, key: &Key, noted: Noted, file_lock: &Lock) {
        let generation = Some(file.generation());
        if noted.beside != generation {
            self.note_newest_beside(file, key, file_lock);
        }
        if is_in_keychain(file) && noted.in_keychain != generation {
            // What is not noted is noted at the next start.
            let _ = self.keychain.note_generation(file.id(), file.generation());
        }
    }

    fn note_newest_beside(&self, file: &SealedFile, key: &Key, file_lock: &Lock) {
        if let Some(bytes) = Newest::of(file, key).and_then(|newest| newest.to_bytes()) {
            // On a full disk the vault itself counts.
            let _ = self.storage.note_newest(&bytes, file_lock);
        }
    }

    fn load(&self) -> Result<Option<SealedFile>, VaultError> {
        self.storage.read()?.map(|bytes| SealedFile::parse(&bytes)).transpose()
    }

    fn report(&self, status: VaultStatus) -> VaultStatus {
        lock(&self.status).clone_from(&status);
        status
    }
}

/// The last writing of a vault, as it is noted; each is missing where nothing is, or nothing that can be trusted.
#[derive(Clone, Copy)]
struct Noted {
    beside: Option<u64>,
    in_keychain: Option<u64>,
}

impl Noted {
    /// 0 when none is noted anywhere.
    fn newest(self) -> u64 {
        self.beside.max(self.in_keychain).unwrap_or_default()
    }
}

/// Whether the keychain is asked how often the vault was written.
fn is_in_keychain(file: &SealedFile) -> bool {
    file.guard().protection() == Protection::Keychain && !file.id().is_empty()
}

impl Opened {
    fn saw(&mut self, file: &SealedFile) {
        file.id().clone_into(&mut self.id);
        self.generation = file.generation();
    }

    /// How many writings of this vault, that were seen, the file does not have.
    fn changes_missing(&self, file: &SealedFile) -> u64 {
        if file.id() != self.id && !file.id().is_empty() {
            return 0;
        }
        self.generation.saturating_sub(file.generation())
    }
}

impl fmt::Debug for Vault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Vault")
            .field("storage", &self.storage)
            .field("status", &self.status())
            .finish_non_exhaustive()
    }
}

/// A thread that panicked leaves both values whole, so the lock can be used on.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

const LONGEST_NAME: usize = 256;

#[cfg(test)]
mod tests;
