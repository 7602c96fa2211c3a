//! The real keychain of this machine. Ignored unless asked for, because it may prompt the person at the screen:
//! `cargo test -p vault --test system_keychain -- --ignored`.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::sync::Arc;

use secrecy::ExposeSecret;
use vault::{Keychain, KeychainError, Protection, SystemKeychain, Vault, VaultStatus};

const OPEN: VaultStatus = VaultStatus::Open {
    protection: Protection::Keychain,
};

#[test]
#[ignore = "needs a keychain that is unlocked"]
fn guards_a_vault_with_the_keychain_of_this_machine() {
    let directory = tempfile::tempdir().unwrap();
    let keychain = Arc::new(SystemKeychain::new("test"));
    keychain.remove().unwrap();
    let start = || Vault::new(directory.path().to_owned(), keychain.clone());

    assert_eq!(start().open().unwrap(), OPEN);
    start().write("name", &"secret".into()).unwrap();
    assert_eq!(start().read("name").unwrap().unwrap().expose_secret(), "secret");

    // The keychain knows the last writing, also where nothing beside the vault does.
    let older = std::fs::read(directory.path().join("vault.sealed")).unwrap();
    start().write("name", &"newer".into()).unwrap();
    assert_eq!(start().open().unwrap(), OPEN);
    std::fs::write(directory.path().join("vault.sealed"), older).unwrap();
    std::fs::remove_file(directory.path().join("vault.newest")).unwrap();
    let vault = start();
    assert_eq!(vault.open().unwrap(), VaultStatus::OlderFile { changes_missing: 1 });
    assert_eq!(vault.use_older().unwrap(), OPEN);
    assert_eq!(start().read("name").unwrap().unwrap().expose_secret(), "secret");

    keychain.remove().unwrap();
    assert_eq!(start().open().unwrap(), VaultStatus::KeychainKeyMissing);
}

#[test]
#[ignore = "needs a login without a keychain"]
fn asks_for_a_passphrase_where_there_is_no_keychain() {
    let directory = tempfile::tempdir().unwrap();
    let vault = Vault::new(directory.path().to_owned(), Arc::new(SystemKeychain::new("test")));
    let status = vault.open().unwrap();
    assert!(
        matches!(
            status,
            VaultStatus::NeedsPassphrase {
                reason: KeychainError::Unavailable { .. } | KeychainError::Locked { .. }
            }
        ),
        "{status:?}"
    );
}
