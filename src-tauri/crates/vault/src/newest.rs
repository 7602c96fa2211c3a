//! `vault.newest`: which writing of the vault was the last, beside it and sealed under its key. An older copy of the vault
//! that is put in its place is noticed by it. Who puts an older copy of both in place is noticed by the keychain.

use serde::{Deserialize, Serialize};

use crate::cipher::Key;
use crate::sealed_file::{Encoded, SealedFile};

/// The last writing of one vault.
#[derive(Serialize, Deserialize)]
pub(crate) struct Newest {
    vault: String,
    generation: u64,
    seal: Encoded,
}

impl Newest {
    /// Notes that `file` is the newest; nothing when it does not count its writings, or the key cannot seal the note.
    pub(crate) fn of(file: &SealedFile, key: &Key) -> Option<Self> {
        if file.generation() == 0 {
            return None;
        }
        let seal = key.seal(&context(file.id(), file.generation()), b"").ok()?;
        Some(Self {
            vault: file.id().to_owned(),
            generation: file.generation(),
            seal: Encoded(seal),
        })
    }

    pub(crate) fn to_bytes(&self) -> Option<Vec<u8>> {
        serde_json::to_vec(self).ok()
    }

    /// The generation that was noted of this vault. A note that is damaged, or of another vault, says nothing.
    pub(crate) fn generation(bytes: &[u8], file: &SealedFile, key: &Key) -> Option<u64> {
        let noted: Self = serde_json::from_slice(bytes).ok()?;
        // A file that does not say which vault it is was written before any that does.
        if noted.vault != file.id() && !file.id().is_empty() {
            return None;
        }
        key.open(&context(&noted.vault, noted.generation), &noted.seal.0)?;
        Some(noted.generation)
    }
}

fn context(vault: &str, generation: u64) -> Vec<u8> {
    format!("assurance-desk vault 1 newest {generation}\0{vault}").into_bytes()
}
