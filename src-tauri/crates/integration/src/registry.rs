//! The saved integrations.

use std::path::Path;
use std::sync::Arc;

use keys::KeyPair;
use secrecy::SecretString;
use time::OffsetDateTime;
use uuid::Uuid;
use vault::Vault;

use crate::list_file::ListFile;
use crate::{
    HeldSecrets, Integration, IntegrationError, SecretKind, SecretOwner, SecretSource, StoreError, check_name,
};

/// The saved integrations, in the file `integrations.json` of a directory; their secrets are in the vault. Its calls
/// block.
pub struct Registry {
    file: ListFile,
    vault: Arc<Vault>,
}

impl Registry {
    /// The integrations in `directory`, which need not exist yet.
    #[must_use]
    pub fn new(directory: &Path, vault: Arc<Vault>) -> Self {
        Self {
            file: ListFile::new(directory, "integrations.json"),
            vault,
        }
    }

    /// The vault with the secrets.
    #[must_use]
    pub fn vault(&self) -> &Arc<Vault> {
        &self.vault
    }

    /// All integrations, by name.
    ///
    /// # Errors
    /// When the file is unreadable.
    pub fn list(&self) -> Result<Vec<Integration>, StoreError> {
        let mut integrations: Vec<Integration> = self.file.read()?;
        integrations.sort_by_cached_key(|integration| integration.name.to_lowercase());
        Ok(integrations)
    }

    /// One integration.
    ///
    /// # Errors
    /// [`IntegrationError::NoIntegration`] when it is not there.
    pub fn find(&self, id: Uuid) -> Result<Integration, IntegrationError> {
        let found = self.list()?.into_iter().find(|integration| integration.id == id);
        found.ok_or(IntegrationError::NoIntegration { id })
    }

    /// The integration that is called so, whatever the case of its letters.
    ///
    /// # Errors
    /// When the file is unreadable.
    pub fn find_by_name(&self, name: &str) -> Result<Option<Integration>, StoreError> {
        let name = name.trim().to_lowercase();
        Ok(self
            .list()?
            .into_iter()
            .find(|integration| integration.name.to_lowercase() == name))
    }

    /// The names in use, but for that of `except`.
    ///
    /// # Errors
    /// When the file is unreadable.
    pub fn names(&self, except: Option<Uuid>) -> Result<Vec<String>, StoreError> {
        let others = self
            .list()?
            .into_iter()
            .filter(|integration| Some(integration.id) != except);
        Ok(others.map(|integration| integration.name).collect())
    }

    /// Saves an integration, in place of the one with its id if there is one. Secrets stay as they are.
    ///
    /// # Errors
    /// [`IntegrationError::Fields`] when its name is empty or taken.
    pub fn save(&self, integration: &Integration) -> Result<(), IntegrationError> {
        self.file.change(|integrations: &mut Vec<Integration>| {
            let others = integrations.iter().filter(|other| other.id != integration.id);
            let names: Vec<String> = others.map(|other| other.name.clone()).collect();
            if let Some(problem) = check_name(&integration.name, &names) {
                return Err(IntegrationError::Fields(vec![problem]));
            }
            match integrations.iter_mut().find(|other| other.id == integration.id) {
                Some(other) => *other = integration.clone(),
                None => integrations.push(integration.clone()),
            }
            Ok(())
        })
    }

    /// Saves an integration with its secrets, and forgets the access token that it may have had.
    ///
    /// # Errors
    /// As [`Registry::save`], and when the vault does not take the secrets.
    pub fn save_with_secrets(&self, integration: &Integration, secrets: &HeldSecrets) -> Result<(), IntegrationError> {
        let owner = SecretOwner::Integration(integration.id);
        self.write_secret(owner, SecretKind::ClientSecret, Some(&secrets.client_secret))?;
        self.write_secret(owner, SecretKind::PrivateKey, secrets.private_key_pem.as_ref())?;
        self.write_secret(owner, SecretKind::AccessToken, None)?;
        self.save(integration)
    }

    /// Changes some fields of an integration, whatever else changes it at the same time.
    ///
    /// # Errors
    /// [`IntegrationError::NoIntegration`] when it is not there.
    pub fn change(&self, id: Uuid, change: impl FnOnce(&mut Integration)) -> Result<Integration, IntegrationError> {
        self.file.change(|integrations: &mut Vec<Integration>| {
            let integration = integrations
                .iter_mut()
                .find(|integration| integration.id == id)
                .ok_or(IntegrationError::NoIntegration { id })?;
            change(integration);
            Ok(integration.clone())
        })
    }

    /// Removes an integration and its secrets.
    ///
    /// # Errors
    /// [`IntegrationError::NoIntegration`] when it is not there.
    pub fn remove(&self, id: Uuid) -> Result<(), IntegrationError> {
        self.vault.remove_prefix(&SecretOwner::Integration(id).prefix())?;
        self.file.change(|integrations: &mut Vec<Integration>| {
            let before = integrations.len();
            integrations.retain(|integration| integration.id != id);
            if integrations.len() == before {
                Err(IntegrationError::NoIntegration { id })
            } else {
                Ok(())
            }
        })
    }

    /// Notes that an integration was used at `when`; one that is gone is passed over.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn note_use(&self, id: Uuid, when: OffsetDateTime) -> Result<(), StoreError> {
        self.file.change(|integrations: &mut Vec<Integration>| {
            if let Some(integration) = integrations.iter_mut().find(|integration| integration.id == id) {
                integration.last_used_at = Some(when);
            }
            Ok(())
        })
    }

    /// Where the secrets of an integration come from.
    #[must_use]
    pub fn secrets(&self, id: Uuid) -> SecretSource {
        SecretSource::Vault {
            vault: Arc::clone(&self.vault),
            owner: SecretOwner::Integration(id),
        }
    }

    /// The private key of a service account, for an export on purpose.
    ///
    /// # Errors
    /// When it is missing or the vault does not open.
    pub fn key_pair(&self, id: Uuid) -> Result<KeyPair, IntegrationError> {
        self.secrets(id).key_pair()
    }

    pub(crate) fn write_secret(
        &self,
        owner: SecretOwner,
        kind: SecretKind,
        secret: Option<&SecretString>,
    ) -> Result<(), IntegrationError> {
        match secret {
            Some(secret) => self.vault.write(&owner.name_of(kind), secret)?,
            None => self.vault.remove(&owner.name_of(kind))?,
        }
        Ok(())
    }
}
