//! A keychain for tests, with faults on demand.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use zeroize::Zeroizing;

use super::{Keychain, KeychainError};

/// A keychain that lives in memory: for tests, which never touch the real one.
#[derive(Default)]
pub struct MemoryKeychain(Mutex<Entry>);

#[derive(Default)]
struct Entry {
    key: Option<Zeroizing<[u8; 32]>>,
    generations: BTreeMap<String, u64>,
    fault: Option<KeychainError>,
    loads: usize,
}

impl MemoryKeychain {
    /// An empty keychain that works.
    pub fn new() -> Self {
        Self::default()
    }

    /// A keychain that is not there, as on a machine without one.
    pub fn unavailable() -> Self {
        let keychain = Self::default();
        keychain.fail_with(Some(KeychainError::Unavailable {
            reason: "no session bus".to_owned(),
        }));
        keychain
    }

    /// Makes every later call fail with `fault`, or work again with `None`.
    pub fn fail_with(&self, fault: Option<KeychainError>) {
        self.entry().fault = fault;
    }

    /// How often the key was asked for: each time could be a prompt.
    pub fn loads(&self) -> usize {
        self.entry().loads
    }

    fn entry(&self) -> MutexGuard<'_, Entry> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn working_entry(&self) -> Result<MutexGuard<'_, Entry>, KeychainError> {
        let entry = self.entry();
        match &entry.fault {
            Some(fault) => Err(fault.clone()),
            None => Ok(entry),
        }
    }
}

impl Keychain for MemoryKeychain {
    fn load(&self) -> Result<Option<Zeroizing<[u8; 32]>>, KeychainError> {
        self.entry().loads += 1;
        Ok(self.working_entry()?.key.clone())
    }

    fn store(&self, key: &Zeroizing<[u8; 32]>) -> Result<(), KeychainError> {
        self.working_entry()?.key = Some(key.clone());
        Ok(())
    }

    fn remove(&self) -> Result<(), KeychainError> {
        let mut entry = self.working_entry()?;
        entry.key = None;
        entry.generations.clear();
        Ok(())
    }

    fn noted_generation(&self, vault: &str) -> Result<Option<u64>, KeychainError> {
        Ok(self.working_entry()?.generations.get(vault).copied())
    }

    fn note_generation(&self, vault: &str, generation: u64) -> Result<(), KeychainError> {
        self.working_entry()?.generations.insert(vault.to_owned(), generation);
        Ok(())
    }
}
