//! What is kept of a guide, so that it goes on where it was after a restart.

use std::path::Path;
use std::sync::Arc;

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use time::OffsetDateTime;
use uuid::Uuid;

use super::{Blocked, GuideError, GuideKind};
use crate::list_file::ListFile;
use crate::{Drafts, HeldSecrets, Integration, IntegrationError, Kind, Registry, SecretKind, SecretOwner, StoreError};

/// What is left at Adobe's side after a guide was cancelled, because this program could not remove it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum LeftOver {
    /// A client secret.
    ClientSecret,
    /// A certificate.
    Certificate,
    /// The OAuth Server-to-Server credential of a migration.
    Migration,
}

/// How the last try at a step failed, as it was told to the user.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Failure {
    /// The step, by whatever name the teller has for it.
    pub step: String,
    /// What was told. Holds no secret.
    pub told: Value,
}

/// One guide of one integration. Its secrets are in the vault, never here.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Record {
    pub(super) integration: Uuid,
    pub(super) kind: GuideKind,
    /// Whether something was done that leaving would leave half done.
    pub(super) begun: bool,
    /// The console's id of the new client secret, where it is known.
    pub(super) new_id: Option<String>,
    /// The console's id of the client secret that was in use when the guide began, where it is known.
    pub(super) old_id: Option<String>,
    /// The client secrets that there were before one was asked for, while no answer has come.
    pub(super) adding: Option<Vec<String>>,
    pub(super) proven: bool,
    #[serde(with = "time::serde::rfc3339::option")]
    pub(super) switched_at: Option<OffsetDateTime>,
    pub(super) retired: bool,
    pub(super) new_certificate_pem: Option<String>,
    pub(super) old_certificate_pem: Option<String>,
    pub(super) registered: bool,
    pub(super) started: bool,
    pub(super) finished: bool,
    pub(super) scopes: Vec<String>,
    /// What the integration was before it was switched to OAuth Server-to-Server.
    pub(super) kind_before: Option<Kind>,
    pub(super) left_over: Option<LeftOver>,
    pub(super) failure: Option<Failure>,
    /// Fields that another version of the program wrote; kept as they are.
    #[serde(flatten)]
    pub(super) extra: Map<String, Value>,
}

/// The records, in the file `guides.json` of a directory, and what else a guide changes. Its calls block.
pub(super) struct Store {
    file: ListFile,
    pub(super) registry: Arc<Registry>,
    drafts: Arc<Drafts>,
}

/// Everything that is kept about a guide and its integration.
pub(super) struct Kept {
    pub(super) integration: Integration,
    pub(super) record: Record,
    pub(super) client_secret: Option<SecretString>,
    pub(super) new_client_secret: Option<SecretString>,
    pub(super) old_client_secret: Option<SecretString>,
    pub(super) private_key: Option<SecretString>,
    pub(super) new_private_key: Option<SecretString>,
    pub(super) old_private_key: Option<SecretString>,
}

/// The secrets that only guides keep.
const OF_GUIDES: [SecretKind; 4] = [
    SecretKind::NewClientSecret,
    SecretKind::OldClientSecret,
    SecretKind::NewPrivateKey,
    SecretKind::OldPrivateKey,
];

impl Store {
    pub(super) fn new(directory: &Path, registry: Arc<Registry>, drafts: Arc<Drafts>) -> Self {
        Self {
            file: ListFile::new(directory, "guides.json"),
            registry,
            drafts,
        }
    }

    pub(super) fn list(&self) -> Result<Vec<Record>, StoreError> {
        self.file.read()
    }

    /// Everything about a guide; nothing of it is done when there is no record.
    pub(super) fn kept(&self, id: Uuid, kind: GuideKind) -> Result<Kept, GuideError> {
        let integration = self.registry.find(id)?;
        let record = self.list()?.into_iter().find(|record| record.is(id, kind));
        let record = record.unwrap_or_else(|| Record::new(id, kind));
        let read = |secret: SecretKind| -> Result<Option<SecretString>, GuideError> {
            // What an ended guide left in the vault belongs to nobody.
            if OF_GUIDES.contains(&secret) && !record.begun {
                return Ok(None);
            }
            let name = SecretOwner::Integration(id).name_of(secret);
            Ok(self.registry.vault().read(&name).map_err(IntegrationError::from)?)
        };
        Ok(Kept {
            client_secret: read(SecretKind::ClientSecret)?,
            new_client_secret: read(SecretKind::NewClientSecret)?,
            old_client_secret: read(SecretKind::OldClientSecret)?,
            private_key: read(SecretKind::PrivateKey)?,
            new_private_key: read(SecretKind::NewPrivateKey)?,
            old_private_key: read(SecretKind::OldPrivateKey)?,
            integration,
            record,
        })
    }

    /// Notes that a guide has begun. Two at once would be in each other's way.
    pub(super) fn begin(&self, id: Uuid, kind: GuideKind) -> Result<(), GuideError> {
        let records = self.list()?;
        if let Some(other) = records.iter().find(|record| record.integration == id && record.begun) {
            return if other.kind == kind {
                Ok(())
            } else {
                Err(Blocked::OtherGuide { kind: other.kind }.into())
            };
        }
        for secret in OF_GUIDES {
            self.write_secret(id, secret, None)?;
        }
        self.change(id, kind, |record| {
            *record = Record {
                begun: true,
                old_id: record.old_id.take(),
                ..Record::new(id, kind)
            };
        })
    }

    /// Changes the record of a guide; makes one if there is none.
    pub(super) fn change(&self, id: Uuid, kind: GuideKind, change: impl FnOnce(&mut Record)) -> Result<(), GuideError> {
        let changed: Result<(), StoreError> = self.file.change(|records: &mut Vec<Record>| {
            let place = records.iter().position(|record| record.is(id, kind));
            let place = place.unwrap_or_else(|| {
                records.push(Record::new(id, kind));
                records.len() - 1
            });
            change(&mut records[place]);
            Ok(())
        });
        Ok(changed?)
    }

    /// Ends a guide and forgets its secrets; what is left at Adobe's side stays noted.
    pub(super) fn end(&self, id: Uuid, kind: GuideKind, left_over: Option<LeftOver>) -> Result<(), GuideError> {
        let changed: Result<(), StoreError> = self.file.change(|records: &mut Vec<Record>| {
            records.retain(|record| !record.is(id, kind));
            if left_over.is_some() {
                records.push(Record {
                    left_over,
                    ..Record::new(id, kind)
                });
            }
            Ok(())
        });
        changed?;
        for secret in OF_GUIDES {
            self.write_secret(id, secret, None)?;
        }
        Ok(())
    }

    /// Forgets the guides of an integration that is removed.
    pub(super) fn forget(&self, id: Uuid) -> Result<(), StoreError> {
        self.file.change(|records: &mut Vec<Record>| {
            records.retain(|record| record.integration != id);
            Ok(())
        })
    }

    pub(super) fn write_secret(
        &self,
        id: Uuid,
        kind: SecretKind,
        secret: Option<&SecretString>,
    ) -> Result<(), GuideError> {
        Ok(self.registry.write_secret(SecretOwner::Integration(id), kind, secret)?)
    }

    /// After secrets or kind of an integration changed: its token is forgotten, and a draft that edits it follows, so
    /// that saving the draft does not bring the old back.
    pub(super) fn changed(&self, id: Uuid) -> Result<(), GuideError> {
        self.write_secret(id, SecretKind::AccessToken, None)?;
        Ok(self.drafts.follow(id)?)
    }
}

impl Record {
    fn new(integration: Uuid, kind: GuideKind) -> Self {
        Self {
            integration,
            kind,
            ..Self::default()
        }
    }

    fn is(&self, integration: Uuid, kind: GuideKind) -> bool {
        self.integration == integration && self.kind == kind
    }
}

impl Kept {
    /// Whether the new client secret is the one in use.
    pub(super) fn uses_new_client_secret(&self) -> bool {
        is_same(self.client_secret.as_ref(), self.new_client_secret.as_ref())
    }

    /// Whether the new private key is the one in use.
    pub(super) fn uses_new_private_key(&self) -> bool {
        is_same(self.private_key.as_ref(), self.new_private_key.as_ref())
    }
}

/// Secrets in memory.
pub(super) fn held(
    client_secret: Option<&SecretString>,
    private_key_pem: Option<&SecretString>,
) -> Result<HeldSecrets, GuideError> {
    Ok(HeldSecrets {
        client_secret: client_secret.cloned().ok_or(IntegrationError::SecretMissing {
            kind: SecretKind::ClientSecret,
        })?,
        private_key_pem: private_key_pem.cloned(),
    })
}

/// Whether both are there and equal.
pub(super) fn is_same(one: Option<&SecretString>, other: Option<&SecretString>) -> bool {
    one.zip(other)
        .is_some_and(|(one, other)| one.expose_secret() == other.expose_secret())
}
