//! The format of `vault.sealed`: JSON with a header, one sealed record per secret, and a seal over all of it, so that no
//! record can be changed, moved, added or taken away unseen.

use std::collections::BTreeMap;
use std::fmt;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

use crate::cipher::Key;
use crate::error::VaultError;
use crate::passphrase::PassphraseLock;
use crate::status::Protection;

/// One version of the file, in memory. The secrets in it stay sealed.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct SealedFile {
    format: String,
    version: u64,
    /// Which vault this is, and how often it was written. The first files had neither.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    id: String,
    #[serde(default, skip_serializing_if = "is_zero")]
    generation: u64,
    guard: Guard,
    records: BTreeMap<String, Encoded>,
    seal: Encoded,
}

/// What guards the vault's key, with all that is needed to get at it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Guard {
    key_check: Encoded,
    #[serde(flatten)]
    kind: GuardKind,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum GuardKind {
    Keychain,
    Passphrase(PassphraseLock),
}

/// Bytes that are base64 in the file.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub(crate) struct Encoded(pub(crate) Vec<u8>);

impl SealedFile {
    /// A vault without secrets.
    pub(crate) fn empty(guard: Guard, key: &Key) -> Result<Self, VaultError> {
        let mut file = Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            id: String::new(),
            generation: 0,
            guard,
            records: BTreeMap::new(),
            seal: Encoded::default(),
        };
        file.reseal(key)?;
        Ok(file)
    }

    /// An empty vault as the first versions of the program wrote it.
    #[cfg(test)]
    pub(crate) fn first_format(guard: Guard, key: &Key) -> Result<Self, VaultError> {
        let mut file = Self::empty(guard, key)?;
        file.id.clear();
        file.generation = 0;
        file.seal = Encoded(key.seal(&file.seal_context()?, b"")?);
        Ok(file)
    }

    /// Reads the form of a file; whether it was changed is known only when its key is, by [`SealedFile::verify`].
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, VaultError> {
        #[derive(Deserialize)]
        struct Header {
            format: String,
            version: u64,
        }
        let header: Header = serde_json::from_slice(bytes).map_err(|_| damaged("it is not a vault, or was cut off"))?;
        if header.format != FORMAT || header.version == 0 {
            return Err(damaged("it is not a vault"));
        }
        if header.version > VERSION {
            return Err(VaultError::TooNew {
                found: header.version,
                supported: VERSION,
            });
        }
        serde_json::from_slice(bytes).map_err(|_| damaged("a part of it is missing"))
    }

    pub(crate) fn to_bytes(&self) -> Result<Vec<u8>, VaultError> {
        let mut bytes = serde_json::to_vec_pretty(self).map_err(|_| VaultError::Encryption)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    pub(crate) fn guard(&self) -> &Guard {
        &self.guard
    }

    /// Which vault this is; empty for one of the first files.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// How often the vault was written.
    pub(crate) fn generation(&self) -> u64 {
        self.generation
    }

    /// # Errors
    /// When anything in the file is not as the holder of the key wrote it.
    pub(crate) fn verify(&self, key: &Key) -> Result<(), VaultError> {
        key.open(&self.seal_context()?, &self.seal.0)
            .map(drop)
            .ok_or(damaged("its seal is broken"))
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.records.keys().map(String::as_str)
    }

    pub(crate) fn secret(&self, name: &str, key: &Key) -> Result<Option<SecretString>, VaultError> {
        let Some(sealed) = self.records.get(name) else {
            return Ok(None);
        };
        let opened = key
            .open(&record_context(name), &sealed.0)
            .ok_or(damaged("a secret in it cannot be opened"))?;
        let text = std::str::from_utf8(&opened).map_err(|_| damaged("a secret in it is not text"))?;
        Ok(Some(text.into()))
    }

    pub(crate) fn put(&mut self, name: &str, secret: &SecretString, key: &Key) -> Result<(), VaultError> {
        let sealed = key.seal(&record_context(name), secret.expose_secret().as_bytes())?;
        self.records.insert(name.to_owned(), Encoded(sealed));
        self.reseal(key)
    }

    /// Removes the records whose names are chosen; says whether there were any.
    pub(crate) fn remove(&mut self, chosen: impl Fn(&str) -> bool, key: &Key) -> Result<bool, VaultError> {
        let before = self.records.len();
        self.records.retain(|name, _| !chosen(name));
        if self.records.len() == before {
            return Ok(false);
        }
        self.reseal(key)?;
        Ok(true)
    }

    fn reseal(&mut self, key: &Key) -> Result<(), VaultError> {
        if self.id.is_empty() {
            self.id = new_id()?;
        }
        self.generation = self.generation.saturating_add(1);
        self.seal = Encoded(key.seal(&self.seal_context()?, b"")?);
        Ok(())
    }

    /// All that the seal covers, each part with its length in front so that none can flow into the next.
    fn seal_context(&self) -> Result<Vec<u8>, VaultError> {
        let guard = serde_json::to_vec(&self.guard).map_err(|_| VaultError::Encryption)?;
        let mut context = match self.generation {
            0 => context("seal"),
            generation => context(&format!("seal {generation}")),
        };
        if self.generation > 0 {
            append(&mut context, self.id.as_bytes());
        }
        append(&mut context, &guard);
        for (name, sealed) in &self.records {
            append(&mut context, name.as_bytes());
            append(&mut context, &sealed.0);
        }
        Ok(context)
    }
}

impl Guard {
    pub(crate) fn keychain(key: &Key) -> Self {
        Self {
            key_check: Encoded(key.check_value()),
            kind: GuardKind::Keychain,
        }
    }

    pub(crate) fn passphrase(passphrase: &str, key: &Key) -> Result<Self, VaultError> {
        Ok(Self {
            key_check: Encoded(key.check_value()),
            kind: GuardKind::Passphrase(PassphraseLock::new(passphrase, key)?),
        })
    }

    pub(crate) fn protection(&self) -> Protection {
        match self.kind {
            GuardKind::Keychain => Protection::Keychain,
            GuardKind::Passphrase(_) => Protection::Passphrase,
        }
    }

    /// The passphrase's part, when a passphrase guards the key.
    pub(crate) fn passphrase_lock(&self) -> Option<&PassphraseLock> {
        match &self.kind {
            GuardKind::Keychain => None,
            GuardKind::Passphrase(lock) => Some(lock),
        }
    }

    /// Whether `key` is the key of this vault.
    pub(crate) fn fits(&self, key: &Key) -> bool {
        self.key_check.0 == key.check_value()
    }
}

impl From<Encoded> for String {
    fn from(bytes: Encoded) -> Self {
        BASE64_STANDARD.encode(bytes.0)
    }
}

impl TryFrom<String> for Encoded {
    type Error = base64::DecodeError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        BASE64_STANDARD.decode(text).map(Self)
    }
}

impl fmt::Debug for Encoded {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} bytes", self.0.len())
    }
}

fn new_id() -> Result<String, VaultError> {
    let mut bytes = [0; 16];
    aws_lc_rs::rand::fill(&mut bytes).map_err(|_| VaultError::Encryption)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}

fn record_context(name: &str) -> Vec<u8> {
    let mut context = context("record");
    append(&mut context, name.as_bytes());
    context
}

fn context(purpose: &str) -> Vec<u8> {
    format!("{FORMAT} {VERSION} {purpose}\0").into_bytes()
}

fn append(context: &mut Vec<u8>, part: &[u8]) {
    context.extend_from_slice(&(part.len() as u64).to_be_bytes());
    context.extend_from_slice(part);
}

fn damaged(part: &'static str) -> VaultError {
    VaultError::Damaged { part }
}

const FORMAT: &str = "assurance-desk vault";
const VERSION: u64 = 1;
