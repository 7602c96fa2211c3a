//! The secrets of integrations and drafts.

use std::fmt;
use std::sync::Arc;

use ims::AccessToken;
use keys::KeyPair;
use secrecy::{ExposeSecret, SecretString};
use uuid::Uuid;
use vault::Vault;

use crate::IntegrationError;

/// A kind of secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretKind {
    /// The client secret.
    ClientSecret,
    /// The private key, as PEM.
    PrivateKey,
    /// The access token in use with its end, so that a restart need not ask for another.
    AccessToken,
    /// The client secret that a guide is about to put in the place of the one in use.
    NewClientSecret,
    /// The client secret that a guide put aside.
    OldClientSecret,
    /// The private key that a guide is about to put in the place of the one in use, as PEM.
    NewPrivateKey,
    /// The private key that a guide put aside, as PEM.
    OldPrivateKey,
}

impl fmt::Display for SecretKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::ClientSecret => "client secret",
            Self::PrivateKey => "private key",
            Self::AccessToken => "access token",
            Self::NewClientSecret => "new client secret",
            Self::OldClientSecret => "old client secret",
            Self::NewPrivateKey => "new private key",
            Self::OldPrivateKey => "old private key",
        })
    }
}

/// Whose secrets they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecretOwner {
    /// A saved integration.
    Integration(Uuid),
    /// A draft.
    Draft(Uuid),
}

impl SecretOwner {
    /// The name of a secret in the vault, for example `integration/<id>/client-secret`.
    #[must_use]
    pub fn name_of(self, kind: SecretKind) -> String {
        let kind = match kind {
            SecretKind::ClientSecret => "client-secret",
            SecretKind::PrivateKey => "private-key",
            SecretKind::AccessToken => "access-token",
            SecretKind::NewClientSecret => "new-client-secret",
            SecretKind::OldClientSecret => "old-client-secret",
            SecretKind::NewPrivateKey => "new-private-key",
            SecretKind::OldPrivateKey => "old-private-key",
        };
        format!("{}{kind}", self.prefix())
    }

    /// What the names of all secrets of this owner begin with.
    #[must_use]
    pub fn prefix(self) -> String {
        match self {
            Self::Integration(id) => format!("integration/{id}/"),
            Self::Draft(id) => format!("draft/{id}/"),
        }
    }
}

/// Secrets that are held in memory, for a program without a vault or on their way into one.
#[derive(Clone, Debug)]
pub struct HeldSecrets {
    /// The client secret.
    pub client_secret: SecretString,
    /// The private key as PEM, for a service account.
    pub private_key_pem: Option<SecretString>,
}

/// Where the secrets of an integration or draft come from. Its calls may block.
#[derive(Clone)]
pub enum SecretSource {
    /// From the vault.
    Vault {
        /// The vault, open.
        vault: Arc<Vault>,
        /// Whose secrets.
        owner: SecretOwner,
    },
    /// From memory; nothing is kept.
    Held(HeldSecrets),
}

impl SecretSource {
    /// The client secret.
    ///
    /// # Errors
    /// When it is missing, or the vault does not open.
    pub fn client_secret(&self) -> Result<SecretString, IntegrationError> {
        self.read(SecretKind::ClientSecret)?
            .ok_or(IntegrationError::SecretMissing {
                kind: SecretKind::ClientSecret,
            })
    }

    /// The private key.
    ///
    /// # Errors
    /// When it is missing or unusable, or the vault does not open.
    pub fn key_pair(&self) -> Result<KeyPair, IntegrationError> {
        let pem = self
            .read(SecretKind::PrivateKey)?
            .ok_or(IntegrationError::SecretMissing {
                kind: SecretKind::PrivateKey,
            })?;
        Ok(KeyPair::from_bytes(pem.expose_secret().as_bytes())?)
    }

    /// Client secret and private key, as far as they are kept, in memory.
    ///
    /// # Errors
    /// When the client secret is missing, or the vault does not open.
    pub fn held(&self) -> Result<HeldSecrets, IntegrationError> {
        Ok(HeldSecrets {
            client_secret: self.client_secret()?,
            private_key_pem: self.read(SecretKind::PrivateKey)?,
        })
    }

    /// The access token that was kept, if it can be read; a lost one is simply asked for again.
    #[must_use]
    pub fn kept_token(&self) -> Option<AccessToken> {
        AccessToken::from_record(&self.read(SecretKind::AccessToken).ok()??)
    }

    /// Keeps an access token over a restart, as far as the vault allows it.
    pub fn keep_token(&self, token: &AccessToken) {
        if let Self::Vault { vault, owner } = self
            && let Err(error) = vault.write(&owner.name_of(SecretKind::AccessToken), &token.to_record())
        {
            tracing::warn!(%error, "the access token could not be kept");
        }
    }

    /// Forgets the access token that was kept.
    pub fn drop_token(&self) {
        if let Self::Vault { vault, owner } = self
            && let Err(error) = vault.remove(&owner.name_of(SecretKind::AccessToken))
        {
            tracing::warn!(%error, "the access token could not be removed");
        }
    }

    fn read(&self, kind: SecretKind) -> Result<Option<SecretString>, IntegrationError> {
        match self {
            Self::Vault { vault, owner } => Ok(vault.read(&owner.name_of(kind))?),
            Self::Held(held) => Ok(match kind {
                SecretKind::ClientSecret => Some(held.client_secret.clone()),
                SecretKind::PrivateKey => held.private_key_pem.clone(),
                SecretKind::AccessToken
                | SecretKind::NewClientSecret
                | SecretKind::OldClientSecret
                | SecretKind::NewPrivateKey
                | SecretKind::OldPrivateKey => None,
            }),
        }
    }
}
