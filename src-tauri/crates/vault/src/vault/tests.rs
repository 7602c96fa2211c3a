//! What a person or another program sees of a vault, with faults.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::thread;

use secrecy::ExposeSecret;
use tempfile::TempDir;
use zeroize::Zeroizing;

use super::*;
use crate::keychain::memory::MemoryKeychain;

mod faults;
mod keychains;
mod older;

const OPEN_WITH_KEYCHAIN: VaultStatus = VaultStatus::Open {
    protection: Protection::Keychain,
};
const OPEN_WITH_PASSPHRASE: VaultStatus = VaultStatus::Open {
    protection: Protection::Passphrase,
};
const PASSPHRASE: &str = "correct horse";

/// A directory and a keychain that several vaults share.
struct Machine {
    directory: TempDir,
    keychain: Arc<MemoryKeychain>,
}

impl Machine {
    fn with(keychain: MemoryKeychain) -> Self {
        Self {
            directory: TempDir::new().unwrap(),
            keychain: Arc::new(keychain),
        }
    }

    fn vault(&self) -> Vault {
        Vault::new(self.directory.path().join("data"), self.keychain.clone())
    }

    fn path(&self) -> std::path::PathBuf {
        self.directory.path().join("data/vault.sealed")
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(self.path()).unwrap()
    }
}

fn locked() -> KeychainError {
    KeychainError::Locked {
        reason: "prompt dismissed".to_owned(),
    }
}

fn shown(vault: &Vault, name: &str) -> Option<String> {
    vault
        .read(name)
        .unwrap()
        .map(|secret| secret.expose_secret().to_owned())
}

#[test]
fn keeps_secrets_for_the_next_start() {
    let machine = Machine::with(MemoryKeychain::new());
    let vault = machine.vault();
    assert_eq!(vault.status(), VaultStatus::Closed);
    assert!(!machine.path().exists(), "a new vault touches nothing");
    assert_eq!(vault.open().unwrap(), OPEN_WITH_KEYCHAIN);
    vault.write("a/key", &"first".into()).unwrap();
    vault.write("a/key", &"second".into()).unwrap();
    vault.write("a/token", &"".into()).unwrap();
    vault.write("b/key", &"ünïcode\n".repeat(1000).into()).unwrap();

    let next = machine.vault();
    assert_eq!(shown(&next, "a/key").as_deref(), Some("second"));
    assert_eq!(shown(&next, "a/token").as_deref(), Some(""));
    assert_eq!(shown(&next, "b/key").unwrap().len(), 10_000);
    assert_eq!(shown(&next, "c"), None);
    assert_eq!(next.names().unwrap(), ["a/key", "a/token", "b/key"]);
    assert_eq!(next.status(), OPEN_WITH_KEYCHAIN);

    next.remove("a/key").unwrap();
    next.remove("not there").unwrap();
    assert_eq!(vault.names().unwrap(), ["a/token", "b/key"]);
    vault.remove_prefix("a/").unwrap();
    assert_eq!(next.names().unwrap(), ["b/key"]);
}

#[test]
fn writes_no_secret_in_the_clear_and_for_nobody_else() {
    let machine = Machine::with(MemoryKeychain::new());
    let vault = machine.vault();
    vault.write("name", &"plain text secret".into()).unwrap();
    let bytes = machine.bytes();
    let key = machine.keychain.load().unwrap().unwrap();
    for secret in [b"plain text secret".as_slice(), key.as_slice()] {
        assert!(!bytes.windows(secret.len()).any(|window| window == secret));
    }
    assert!(!format!("{vault:?}").contains("plain text secret"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&machine.path()), 0o600);
        assert_eq!(mode(machine.path().parent().unwrap()), 0o700);
    }
    let files: Vec<_> = fs::read_dir(machine.path().parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(
        files.len(),
        3,
        "the vault, its lock and its note, nothing left over: {files:?}"
    );
}

#[test]
fn asks_the_keychain_once() {
    let machine = Machine::with(MemoryKeychain::new());
    let vault = machine.vault();
    thread::scope(|scope| {
        for number in 0..8 {
            let vault = &vault;
            scope.spawn(move || vault.write(&format!("{number}"), &"x".into()).unwrap());
        }
    });
    vault.open().unwrap();
    assert_eq!(vault.names().unwrap().len(), 8);
    assert_eq!(
        machine.keychain.loads(),
        2,
        "once more, to see whether it keeps what it is given"
    );
    let next = machine.vault();
    assert_eq!(next.names().unwrap().len(), 8);
    assert_eq!(machine.keychain.loads(), 3);
}

#[test]
fn a_locked_keychain_keeps_the_vault_shut_until_it_is_unlocked() {
    let machine = Machine::with(MemoryKeychain::new());
    machine.vault().write("name", &"secret".into()).unwrap();
    let before = machine.bytes();
    machine.keychain.fail_with(Some(locked()));

    let vault = machine.vault();
    let status = VaultStatus::KeychainLocked { reason: locked() };
    assert_eq!(vault.open().unwrap(), status);
    let asked = machine.keychain.loads();
    for result in [
        vault.read("name").map(drop),
        vault.write("name", &"new".into()),
        vault.remove("name"),
    ] {
        assert!(matches!(result, Err(VaultError::NotOpen { status: found }) if found == status));
    }
    assert_eq!(machine.keychain.loads(), asked, "no new prompt for each call");
    assert!(matches!(
        vault.create_with_passphrase(PASSPHRASE),
        Err(VaultError::AlreadyExists)
    ));
    assert_eq!(machine.bytes(), before);

    machine.keychain.fail_with(None);
    assert_eq!(vault.open().unwrap(), OPEN_WITH_KEYCHAIN);
    assert_eq!(shown(&vault, "name").as_deref(), Some("secret"));
}

#[test]
fn a_lost_or_foreign_key_is_told_and_the_vault_can_be_set_aside() {
    let machine = Machine::with(MemoryKeychain::new());
    machine.vault().write("name", &"secret".into()).unwrap();
    let before = machine.bytes();
    let right = machine.keychain.load().unwrap().unwrap();

    machine.keychain.remove().unwrap();
    assert_eq!(machine.vault().open().unwrap(), VaultStatus::KeychainKeyMissing);
    machine.keychain.store(&Zeroizing::new([7; 32])).unwrap();
    let vault = machine.vault();
    assert_eq!(vault.open().unwrap(), VaultStatus::KeychainKeyMissing);
    assert_eq!(machine.bytes(), before, "the file is kept");

    let aside = vault.set_aside().unwrap().unwrap();
    assert_eq!(fs::read(&aside).unwrap(), before);
    assert_eq!(vault.open().unwrap(), OPEN_WITH_KEYCHAIN);
    assert_eq!(vault.names().unwrap(), Vec::<String>::new());

    assert_ne!(
        vault.set_aside().unwrap().unwrap(),
        aside,
        "an earlier one is not overwritten"
    );
    assert_eq!(vault.set_aside().unwrap(), None);
    fs::rename(aside, machine.path()).unwrap();
    machine.keychain.store(&right).unwrap();
    assert_eq!(shown(&machine.vault(), "name").as_deref(), Some("secret"));
}

#[test]
fn without_a_keychain_a_passphrase_guards_the_vault() {
    let machine = Machine::with(MemoryKeychain::unavailable());
    let vault = machine.vault();
    assert!(matches!(vault.open().unwrap(), VaultStatus::NeedsPassphrase { .. }));
    assert!(matches!(
        vault.write("name", &"x".into()),
        Err(VaultError::NotOpen { .. })
    ));
    assert!(!machine.path().exists(), "nothing is written without protection");
    assert!(matches!(
        vault.create_with_passphrase("short 7"),
        Err(VaultError::PassphraseTooShort)
    ));
    assert_eq!(
        vault.create_with_passphrase("ä".repeat(8).as_str()).unwrap(),
        OPEN_WITH_PASSPHRASE
    );
    vault.write("name", &"secret".into()).unwrap();

    let next = machine.vault();
    assert_eq!(next.open().unwrap(), VaultStatus::Locked);
    assert!(matches!(
        next.read("name"),
        Err(VaultError::NotOpen {
            status: VaultStatus::Locked
        })
    ));
    assert!(matches!(
        next.unlock("ä".repeat(9).as_str()),
        Err(VaultError::WrongPassphrase)
    ));
    assert!(matches!(next.unlock(""), Err(VaultError::WrongPassphrase)));
    assert_eq!(next.status(), VaultStatus::Locked);
    assert_eq!(next.unlock("ä".repeat(8).as_str()).unwrap(), OPEN_WITH_PASSPHRASE);
    assert_eq!(shown(&next, "name").as_deref(), Some("secret"));
}

#[test]
fn a_keychain_that_takes_no_key_leads_to_a_passphrase() {
    struct ReadOnly;
    impl Keychain for ReadOnly {
        fn load(&self) -> Result<Option<Zeroizing<[u8; 32]>>, KeychainError> {
            Ok(None)
        }
        fn store(&self, _: &Zeroizing<[u8; 32]>) -> Result<(), KeychainError> {
            Err(locked())
        }
        fn remove(&self) -> Result<(), KeychainError> {
            Ok(())
        }
    }
    let directory = TempDir::new().unwrap();
    let vault = Vault::new(directory.path().to_owned(), Arc::new(ReadOnly));
    assert_eq!(vault.open().unwrap(), VaultStatus::NeedsPassphrase { reason: locked() });
}

#[test]
fn any_change_to_the_file_is_noticed_and_the_file_kept() {
    let machine = Machine::with(MemoryKeychain::new());
    let vault = machine.vault();
    vault.write("one", &"first".into()).unwrap();
    vault.write("two", &"second".into()).unwrap();
    let whole = String::from_utf8(machine.bytes()).unwrap();
    let parsed: serde_json::Value = serde_json::from_str(&whole).unwrap();
    let record = |name: &str| parsed["records"][name].as_str().unwrap();
    let seal = parsed["seal"].as_str().unwrap();
    let without_a_record = {
        let mut changed = parsed.clone();
        changed["records"].as_object_mut().unwrap().remove("one");
        changed.to_string()
    };

    let changes = [
        ("nothing left", String::new()),
        ("cut in the middle", whole[..whole.len() / 2].to_owned()),
        ("cut at the end", whole[..whole.len() - 3].to_owned()),
        ("another file", "{\"integrations\":[]}".to_owned()),
        (
            "another format",
            whole.replace("assurance-desk vault", "assurance-desk safe"),
        ),
        ("an older version", whole.replace("\"version\": 1", "\"version\": 0")),
        (
            "a record changed",
            whole.replace(record("one"), &flipped(record("one"))),
        ),
        (
            "two records exchanged",
            whole
                .replace("\"one\"", "\"x\"")
                .replace("\"two\"", "\"one\"")
                .replace("\"x\"", "\"two\""),
        ),
        ("a record renamed", whole.replace("\"one\"", "\"uno\"")),
        ("a record taken away", without_a_record),
        ("the seal changed", whole.replace(seal, &flipped(seal))),
        ("a base64 letter lost", whole.replace(seal, &seal[1..])),
    ];
    for (change, contents) in changes {
        fs::write(machine.path(), &contents).unwrap();
        for result in [
            machine.vault().open().map(drop),
            vault.read("one").map(drop),
            vault.write("three", &"third".into()),
            vault.remove_prefix(""),
        ] {
            let error = result.expect_err(change);
            assert!(matches!(error, VaultError::Damaged { .. }), "{change}: {error}");
            assert!(!error.to_string().contains("first"), "{change}");
        }
        assert_eq!(machine.bytes(), contents.as_bytes(), "{change}: the file is kept");
    }

    fs::write(machine.path(), &whole).unwrap();
    assert_eq!(shown(&vault, "one").as_deref(), Some("first"));
}

/// Base64 with one bit changed in its middle.
fn flipped(base64: &str) -> String {
    let middle = base64.len() / 2;
    let letter = if &base64[middle..=middle] == "A" { "B" } else { "A" };
    format!("{}{letter}{}", &base64[..middle], &base64[middle + 1..])
}

#[test]
fn changed_passphrase_settings_open_nothing_and_cost_nothing() {
    let machine = Machine::with(MemoryKeychain::unavailable());
    machine.vault().create_with_passphrase(PASSPHRASE).unwrap();
    let whole = String::from_utf8(machine.bytes()).unwrap();
    let parsed: serde_json::Value = serde_json::from_str(&whole).unwrap();
    let guard = |field: &str| parsed["guard"][field].as_str().unwrap();
    for (change, contents) in [
        ("salt", whole.replace(guard("salt"), &flipped(guard("salt")))),
        (
            "sealed key",
            whole.replace(guard("sealed_key"), &flipped(guard("sealed_key"))),
        ),
        (
            "memory",
            whole.replace("\"memory_kib\": 1024", "\"memory_kib\": 4000000000"),
        ),
        ("passes", whole.replace("\"passes\": 3", "\"passes\": 4000000000")),
        ("no passes", whole.replace("\"passes\": 3", "\"passes\": 0")),
        ("kind", whole.replace("\"passphrase\"", "\"keychain\"")),
        (
            "key check",
            whole.replace(guard("key_check"), &flipped(guard("key_check"))),
        ),
    ] {
        assert_ne!(contents, whole, "{change}");
        fs::write(machine.path(), &contents).unwrap();
        let opened = machine.vault().unlock(PASSPHRASE);
        assert!(!matches!(opened, Ok(VaultStatus::Open { .. })), "{change}: {opened:?}");
        assert_eq!(machine.bytes(), contents.as_bytes(), "{change}");
    }
}

#[test]
fn a_newer_file_is_left_alone() {
    let machine = Machine::with(MemoryKeychain::new());
    machine.vault().open().unwrap();
    let newer = "{\"format\":\"assurance-desk vault\",\"version\":2,\"anything\":{}}";
    fs::write(machine.path(), newer).unwrap();
    let error = machine.vault().write("name", &"x".into()).unwrap_err();
    assert!(matches!(error, VaultError::TooNew { found: 2, supported: 1 }));
    assert_eq!(machine.bytes(), newer.as_bytes());
}

#[test]
fn a_vault_that_was_exchanged_is_opened_anew() {
    let machine = Machine::with(MemoryKeychain::unavailable());
    let vault = machine.vault();
    vault.create_with_passphrase(PASSPHRASE).unwrap();
    let other = machine.vault();
    other.set_aside().unwrap();
    other.create_with_passphrase("another one").unwrap();
    assert!(matches!(vault.read("name"), Err(VaultError::Replaced)));
    assert!(matches!(
        vault.read("name"),
        Err(VaultError::NotOpen {
            status: VaultStatus::Locked
        })
    ));
    assert_eq!(vault.unlock("another one").unwrap(), OPEN_WITH_PASSPHRASE);
}

#[test]
fn refuses_names_that_no_file_should_show() {
    let machine = Machine::with(MemoryKeychain::new());
    for name in ["", "line\nend", &"x".repeat(257)] {
        assert!(matches!(
            machine.vault().write(name, &"x".into()),
            Err(VaultError::InvalidName)
        ));
    }
}

#[test]
fn says_which_file_operation_the_system_refused() {
    let machine = Machine::with(MemoryKeychain::new());
    fs::write(
        machine.directory.path().join("data"),
        "a file where the directory should be",
    )
    .unwrap();
    let error = machine.vault().open().unwrap_err();
    assert!(matches!(error, VaultError::File { .. }), "{error}");
    assert!(
        error.to_string().starts_with("making the vault's directory failed: "),
        "{error}"
    );
}

#[test]
fn vaults_that_start_and_write_at_once_lose_nothing() {
    let machine = Machine::with(MemoryKeychain::new());
    thread::scope(|scope| {
        for writer in 0..4 {
            let vault = machine.vault();
            scope.spawn(move || {
                for number in 0..10 {
                    vault.write(&format!("{writer}/{number}"), &"x".into()).unwrap();
                }
                vault.remove(&format!("{writer}/0")).unwrap();
            });
        }
    });
    assert_eq!(machine.vault().names().unwrap().len(), 36);
}

#[test]
fn programs_that_write_at_once_lose_nothing() {
    const DIRECTORY: &str = "VAULT_TEST_DIRECTORY";
    const WRITER: &str = "VAULT_TEST_WRITER";
    if let Some(directory) = std::env::var_os(DIRECTORY) {
        let writer = std::env::var(WRITER).unwrap();
        let vault = Vault::new(directory.into(), Arc::new(MemoryKeychain::unavailable()));
        assert_eq!(vault.unlock(PASSPHRASE).unwrap(), OPEN_WITH_PASSPHRASE);
        for number in 0..10 {
            vault.write(&format!("{writer}/{number}"), &"x".into()).unwrap();
        }
        return;
    }
    let machine = Machine::with(MemoryKeychain::unavailable());
    let vault = machine.vault();
    vault.create_with_passphrase(PASSPHRASE).unwrap();
    let programs: Vec<_> = (0..3)
        .map(|writer| {
            Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "vault::tests::programs_that_write_at_once_lose_nothing"])
                .env(DIRECTORY, machine.directory.path().join("data"))
                .env(WRITER, writer.to_string())
                .spawn()
                .unwrap()
        })
        .collect();
    for number in 0..10 {
        vault.write(&format!("self/{number}"), &"x".into()).unwrap();
    }
    for mut program in programs {
        assert!(program.wait().unwrap().success());
    }
    assert_eq!(vault.names().unwrap().len(), 40);
}
