//! Files that were cut or changed anywhere, disks that are full, programs that are killed.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::Stdio;

use super::*;

#[test]
fn a_file_that_was_cut_or_changed_anywhere_opens_nothing_wrong_and_stays() {
    for keychain in [MemoryKeychain::new(), MemoryKeychain::unavailable()] {
        let machine = Machine::with(keychain);
        let vault = machine.vault();
        if !matches!(vault.open().unwrap(), VaultStatus::Open { .. }) {
            vault.create_with_passphrase(PASSPHRASE).unwrap();
        }
        vault.write("one", &"first".into()).unwrap();
        vault.write("two", &"second".into()).unwrap();
        let whole = machine.bytes();
        let cut = (0..whole.len()).map(|length| whole[..length].to_vec());
        let changed = (0..whole.len()).map(|place| {
            let mut bytes = whole.clone();
            bytes[place] ^= 1;
            bytes
        });
        // White space alone may differ: it says nothing.
        let says_the_same = |bytes: &[u8]| {
            let json = |bytes| serde_json::from_slice::<serde_json::Value>(bytes).ok();
            json(bytes) == json(&whole)
        };
        let key = lock(&vault.opened).as_ref().unwrap().key.clone();
        for (place, bytes) in cut.chain(changed).enumerate() {
            let opens = SealedFile::parse(&bytes).is_ok_and(|file| file.verify(&key).is_ok());
            assert_eq!(opens, says_the_same(&bytes), "{}", String::from_utf8_lossy(&bytes));
            // All in memory, and some of them as files: these take a while.
            if place % 50 > 0 {
                continue;
            }
            fs::write(machine.path(), &bytes).unwrap();
            let shown = vault.read("one");
            assert_eq!(shown.is_ok(), opens, "{shown:?}");
            assert_eq!(vault.write("one", &"first".into()).is_ok(), opens);
            if !opens {
                assert_eq!(machine.bytes(), bytes, "the file is kept");
            }
            fs::write(machine.path(), &whole).unwrap();
            fs::remove_file(machine.path().with_file_name("vault.newest")).ok();
            // A file with another guard is taken for another vault; this looks again.
            vault.unlock(PASSPHRASE).unwrap();
        }
        assert_eq!(shown(&vault, "two").as_deref(), Some("second"));
    }
}

const DIRECTORY: &str = "VAULT_FAULT_DIRECTORY";

/// This test once more, in a process of its own that a shell starts with `limits`.
#[cfg(unix)]
fn as_program(machine: &Machine, test: &str, limits: &str) -> Command {
    let mut shell = Command::new("sh");
    shell
        .args(["-c", &format!("{limits} exec \"$0\" \"$@\"")])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", &format!("vault::tests::faults::{test}"), "--nocapture"])
        .env(DIRECTORY, machine.directory.path().join("data"));
    shell
}

#[cfg(unix)]
#[test]
fn a_full_disk_keeps_what_was_there() {
    if let Some(directory) = std::env::var_os(DIRECTORY) {
        let vault = Vault::new(directory.into(), Arc::new(MemoryKeychain::unavailable()));
        assert_eq!(vault.unlock(PASSPHRASE).unwrap(), OPEN_WITH_PASSPHRASE);
        let refused = vault.write("large", &"x".repeat(100_000).into());
        assert!(matches!(refused, Err(VaultError::File { .. })), "{refused:?}");
        assert_eq!(
            shown(&vault, "small").as_deref(),
            Some("kept"),
            "the vault is open still"
        );
        return;
    }
    let machine = Machine::with(MemoryKeychain::unavailable());
    let vault = machine.vault();
    vault.create_with_passphrase(PASSPHRASE).unwrap();
    vault.write("small", &"kept".into()).unwrap();
    let before = machine.bytes();
    // No file may grow over 20 KB: writing ends in the middle, as where no room is left.
    let mut program = as_program(
        &machine,
        "a_full_disk_keeps_what_was_there",
        "trap '' XFSZ; ulimit -f 40;",
    );
    assert!(program.stdout(Stdio::null()).status().unwrap().success());
    assert_eq!(machine.bytes(), before);
    assert_eq!(shown(&machine.vault_opened(), "small").as_deref(), Some("kept"));
    assert_eq!(machine.unfinished(), 0);
}

#[cfg(unix)]
#[test]
fn a_program_that_is_killed_while_it_writes_loses_nothing_that_was_written() {
    if let Some(directory) = std::env::var_os(DIRECTORY) {
        let vault = Vault::new(directory.into(), Arc::new(MemoryKeychain::unavailable()));
        vault.unlock(PASSPHRASE).unwrap();
        for number in vault.names().unwrap().len().. {
            vault.write(&format!("{number:04}"), &"x".repeat(5_000).into()).unwrap();
            writeln!(std::io::stdout(), "\nwritten {number}").unwrap();
        }
    }
    let machine = Machine::with(MemoryKeychain::unavailable());
    machine.vault().create_with_passphrase(PASSPHRASE).unwrap();
    for round in 0..3 {
        let test = "a_program_that_is_killed_while_it_writes_loses_nothing_that_was_written";
        let mut program = as_program(&machine, test, "").stdout(Stdio::piped()).spawn().unwrap();
        let output = BufReader::new(program.stdout.take().unwrap()).lines();
        let mut written = output
            .map_while(Result::ok)
            .filter_map(|line| line.strip_prefix("written ")?.parse::<usize>().ok());
        let last = written.nth(4 + round).unwrap();
        program.kill().unwrap();
        program.wait().unwrap();
        let vault = machine.vault_opened();
        assert!(vault.names().unwrap().len() > last, "round {round}");
        assert_eq!(shown(&vault, &format!("{last:04}")).unwrap().len(), 5_000);
        assert_eq!(machine.unfinished(), 0, "what was left half written is cleared away");
    }
}

impl Machine {
    /// The vault with a passphrase, opened as at the next start.
    fn vault_opened(&self) -> Vault {
        let vault = self.vault();
        vault.open().unwrap();
        assert_eq!(vault.unlock(PASSPHRASE).unwrap(), OPEN_WITH_PASSPHRASE);
        vault
    }

    /// How many files lie in the folder that are no part of the vault.
    fn unfinished(&self) -> usize {
        let known = ["vault.sealed", "vault.lock", "vault.newest"];
        fs::read_dir(self.path().parent().unwrap())
            .unwrap()
            .filter(|entry| !known.contains(&entry.as_ref().unwrap().file_name().to_str().unwrap()))
            .count()
    }
}

#[cfg(unix)]
#[test]
fn what_a_killed_program_left_is_cleared_away() {
    let machine = Machine::with(MemoryKeychain::new());
    machine.vault().open().unwrap();
    fs::write(machine.path().with_file_name("vault.writing-abc"), "half").unwrap();
    machine.vault().open().unwrap();
    assert_eq!(machine.unfinished(), 0);
}

#[cfg(unix)]
#[test]
fn every_file_is_for_its_owner_whatever_the_system_allows_others() {
    use std::os::unix::fs::PermissionsExt as _;
    if let Some(directory) = std::env::var_os(DIRECTORY) {
        let vault = Vault::new(directory.into(), Arc::new(MemoryKeychain::new()));
        vault.write("name", &"secret".into()).unwrap();
        return;
    }
    let machine = Machine::with(MemoryKeychain::new());
    let test = "every_file_is_for_its_owner_whatever_the_system_allows_others";
    let mut program = as_program(&machine, test, "umask 000;");
    assert!(program.stdout(Stdio::null()).status().unwrap().success());
    let folder = machine.path().parent().unwrap().to_owned();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    let files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(files.len(), 3, "{files:?}");
    for file in files {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
}
