//! Keychains that lie.

use super::*;

type Kept = Option<Zeroizing<[u8; 32]>>;

/// A keychain whose answers are made up by the test.
struct Lying {
    load: fn(&Mutex<Kept>) -> Kept,
    kept: Mutex<Kept>,
    generation: Option<u64>,
}

impl Keychain for Lying {
    fn load(&self) -> Result<Option<Zeroizing<[u8; 32]>>, KeychainError> {
        Ok((self.load)(&self.kept))
    }

    fn store(&self, key: &Zeroizing<[u8; 32]>) -> Result<(), KeychainError> {
        *lock(&self.kept) = Some(key.clone());
        Ok(())
    }

    fn remove(&self) -> Result<(), KeychainError> {
        Ok(())
    }

    fn noted_generation(&self, _vault: &str) -> Result<Option<u64>, KeychainError> {
        match self.generation {
            None => Err(locked()),
            generation => Ok(generation),
        }
    }
}

fn lying(load: fn(&Mutex<Kept>) -> Kept) -> Lying {
    Lying {
        load,
        kept: Mutex::new(None),
        generation: None,
    }
}

#[test]
fn a_keychain_that_says_it_keeps_a_key_and_does_not_leads_to_a_passphrase() {
    for keychain in [
        lying(|_| None),
        lying(|kept| lock(kept).is_some().then(|| Zeroizing::new([9; 32]))),
    ] {
        let directory = TempDir::new().unwrap();
        let vault = Vault::new(directory.path().to_owned(), Arc::new(keychain));
        let status = vault.open().unwrap();
        assert!(
            matches!(&status, VaultStatus::NeedsPassphrase { reason: KeychainError::Failed { reason } }
                if reason.contains("did not keep")),
            "{status:?}"
        );
        assert!(
            !directory.path().join("vault.sealed").exists(),
            "nothing is sealed under a key that is lost"
        );
        assert_eq!(vault.create_with_passphrase(PASSPHRASE).unwrap(), OPEN_WITH_PASSPHRASE);
    }
}

#[test]
fn a_keychain_that_answers_with_another_key_opens_nothing_and_changes_nothing() {
    let machine = Machine::with(MemoryKeychain::new());
    machine.vault().write("name", &"secret".into()).unwrap();
    let before = machine.bytes();
    let vault = Vault::new(
        machine.directory.path().join("data"),
        Arc::new(lying(|_| Some(Zeroizing::new([9; 32])))),
    );
    assert_eq!(vault.open().unwrap(), VaultStatus::KeychainKeyMissing);
    let refused = vault.write("name", &"other".into());
    assert!(matches!(
        refused,
        Err(VaultError::NotOpen {
            status: VaultStatus::KeychainKeyMissing
        })
    ));
    assert_eq!(machine.bytes(), before);
}

#[test]
fn a_keychain_that_is_wrong_about_the_last_writing_locks_nobody_out() {
    let machine = Machine::with(MemoryKeychain::new());
    machine.vault().write("name", &"secret".into()).unwrap();
    for (generation, status) in [
        (None, OPEN_WITH_KEYCHAIN),
        (Some(0), OPEN_WITH_KEYCHAIN),
        (
            Some(u64::MAX),
            VaultStatus::OlderFile {
                changes_missing: u64::MAX - 2,
            },
        ),
    ] {
        let keychain = Lying {
            load: |kept| lock(kept).clone(),
            kept: Mutex::new(machine.keychain.load().unwrap()),
            generation,
        };
        let vault = Vault::new(machine.directory.path().join("data"), Arc::new(keychain));
        assert_eq!(vault.open().unwrap(), status);
        assert_eq!(shown_after_all(&vault).as_deref(), Some("secret"), "{generation:?}");
    }
}

/// What the vault shows when the person says to use it as it is.
fn shown_after_all(vault: &Vault) -> Option<String> {
    vault.use_older().unwrap();
    shown(vault, "name")
}
