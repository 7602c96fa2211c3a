//! An older copy of the file, put in the place of the newer one.

use super::*;

const OLDER: VaultStatus = VaultStatus::OlderFile { changes_missing: 1 };

/// A vault with two secrets, and its file from before the second was there.
fn written_twice(machine: &Machine, vault: &Vault) -> Vec<u8> {
    vault.write("first", &"one".into()).unwrap();
    let older = machine.bytes();
    vault.write("second", &"two".into()).unwrap();
    older
}

#[test]
fn an_older_file_is_told_and_not_used_until_the_person_says_so() {
    let machine = Machine::with(MemoryKeychain::new());
    let older = written_twice(&machine, &machine.vault());
    let newer = machine.bytes();

    fs::write(machine.path(), &older).unwrap();
    let vault = machine.vault();
    assert_eq!(vault.open().unwrap(), OLDER);
    assert_eq!(vault.open().unwrap(), OLDER, "asked again, it still waits");
    for refused in [
        vault.read("first").map(drop),
        vault.write("third", &"three".into()),
        vault.remove_prefix(""),
    ] {
        assert!(matches!(refused, Err(VaultError::NotOpen { status: OLDER })));
    }
    assert_eq!(machine.bytes(), older, "the file is kept");

    // The newer file is brought back.
    fs::write(machine.path(), &newer).unwrap();
    assert_eq!(vault.open().unwrap(), OPEN_WITH_KEYCHAIN);
    assert_eq!(shown(&vault, "second").as_deref(), Some("two"));

    // There is no newer file, and the person goes on with the older one.
    fs::write(machine.path(), &older).unwrap();
    let vault = machine.vault();
    assert_eq!(vault.open().unwrap(), OLDER);
    assert_eq!(vault.use_older().unwrap(), OPEN_WITH_KEYCHAIN);
    assert_eq!(shown(&vault, "first").as_deref(), Some("one"));
    assert_eq!(shown(&vault, "second"), None);
    assert_eq!(machine.vault().open().unwrap(), OPEN_WITH_KEYCHAIN, "it is told once");
}

#[test]
fn an_older_file_is_noticed_while_the_vault_is_open() {
    let machine = Machine::with(MemoryKeychain::new());
    let vault = machine.vault();
    let older = written_twice(&machine, &vault);
    fs::write(machine.path(), &older).unwrap();
    let refused = vault.write("third", &"three".into());
    assert!(
        matches!(refused, Err(VaultError::NotOpen { status: OLDER })),
        "{refused:?}"
    );
    assert_eq!(machine.bytes(), older);
    assert_eq!(vault.use_older().unwrap(), OPEN_WITH_KEYCHAIN);
    vault.write("third", &"three".into()).unwrap();
    assert_eq!(machine.vault().names().unwrap(), ["first", "third"]);
}

#[test]
fn older_files_of_everything_are_noticed_by_the_keychain() {
    let machine = Machine::with(MemoryKeychain::new());
    written_twice(&machine, &machine.vault());
    let copy = |name: &str| fs::read(machine.path().with_file_name(name)).unwrap();
    let names = ["vault.sealed", "vault.newest"];
    let older = names.map(copy);
    machine.vault().write("third", &"three".into()).unwrap();
    assert_eq!(machine.vault().open().unwrap(), OPEN_WITH_KEYCHAIN);

    for (name, bytes) in names.iter().zip(&older) {
        fs::write(machine.path().with_file_name(name), bytes).unwrap();
    }
    assert_eq!(machine.vault().open().unwrap(), OLDER);
}

#[test]
fn a_passphrase_vault_notices_an_older_file_by_the_note_beside_it() {
    let machine = Machine::with(MemoryKeychain::unavailable());
    let vault = machine.vault();
    vault.create_with_passphrase(PASSPHRASE).unwrap();
    let older = written_twice(&machine, &vault);
    fs::write(machine.path(), &older).unwrap();

    let next = machine.vault();
    assert_eq!(next.open().unwrap(), VaultStatus::Locked);
    assert_eq!(next.unlock(PASSPHRASE).unwrap(), OLDER);
    assert_eq!(next.open().unwrap(), OLDER, "the passphrase is not asked again");
    assert_eq!(next.use_older().unwrap(), OPEN_WITH_PASSPHRASE);
    assert_eq!(shown(&next, "first").as_deref(), Some("one"));
}

#[test]
fn a_note_that_is_damaged_gone_or_of_another_vault_says_nothing() {
    let machine = Machine::with(MemoryKeychain::unavailable());
    let other = Machine::with(MemoryKeychain::unavailable());
    other.vault().create_with_passphrase(PASSPHRASE).unwrap();
    let vault = machine.vault();
    vault.create_with_passphrase(PASSPHRASE).unwrap();
    let note = machine.path().with_file_name("vault.newest");
    let genuine = fs::read_to_string(&note).unwrap();
    let foreign = fs::read_to_string(other.path().with_file_name("vault.newest")).unwrap();
    let raised = genuine.replace("\"generation\":1", "\"generation\":900");
    assert_ne!(raised, genuine);
    for text in ["", "{", &foreign, &raised] {
        fs::write(&note, text).unwrap();
        assert_eq!(machine.vault().unlock(PASSPHRASE).unwrap(), OPEN_WITH_PASSPHRASE);
    }
    fs::remove_file(&note).unwrap();
    assert_eq!(machine.vault().unlock(PASSPHRASE).unwrap(), OPEN_WITH_PASSPHRASE);
}

#[test]
fn a_vault_that_did_not_change_is_opened_without_writing() {
    let machine = Machine::with(MemoryKeychain::new());
    written_twice(&machine, &machine.vault());
    assert_eq!(machine.vault().open().unwrap(), OPEN_WITH_KEYCHAIN);
    let files = || ["vault.sealed", "vault.newest"].map(|name| fs::read(machine.path().with_file_name(name)).unwrap());

    let before = files();
    assert_eq!(machine.vault().open().unwrap(), OPEN_WITH_KEYCHAIN);
    assert_eq!(files(), before);
}

#[test]
fn a_vault_that_was_set_aside_can_be_brought_back() {
    let machine = Machine::with(MemoryKeychain::new());
    let vault = machine.vault();
    written_twice(&machine, &vault);
    let aside = vault.set_aside().unwrap().unwrap();
    assert_eq!(vault.names().unwrap(), Vec::<String>::new());
    vault.write("new", &"x".into()).unwrap();
    fs::rename(aside, machine.path()).unwrap();
    assert_eq!(machine.vault().names().unwrap(), ["first", "second"]);
}

#[test]
fn a_file_from_before_writings_were_counted_opens_and_is_counted_from_then_on() {
    let machine = Machine::with(MemoryKeychain::new());
    machine.vault().open().unwrap();
    let key = Key::from(machine.keychain.load().unwrap().unwrap());
    let first = SealedFile::first_format(Guard::keychain(&key), &key).unwrap();
    fs::remove_file(machine.path().with_file_name("vault.newest")).unwrap();
    fs::write(machine.path(), first.to_bytes().unwrap()).unwrap();
    let first = machine.bytes();
    assert!(!String::from_utf8_lossy(&first).contains("generation"));

    machine.vault().write("name", &"secret".into()).unwrap();
    assert_eq!(shown(&machine.vault(), "name").as_deref(), Some("secret"));
    fs::write(machine.path(), first).unwrap();
    assert_eq!(machine.vault().open().unwrap(), OLDER);
}
