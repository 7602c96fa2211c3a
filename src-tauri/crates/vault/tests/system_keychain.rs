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
