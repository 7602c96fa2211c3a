//! The drafts, kept from the first key press.

use std::path::Path;
use std::sync::Arc;

use keys::{Certificate, KeyPair, Subject};
use secrecy::{ExposeSecret, SecretString};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::import::Candidate;
use crate::list_file::ListFile;
use crate::{
    Draft, DraftChange, Environment, Field, FieldProblem, HeldSecrets, Integration, IntegrationError, Kind, KindName,
    Registry, SecretKind, SecretOwner, SecretSource, StoreError, check,
};

/// The drafts, in the file `drafts.json` of a directory; their secrets are in the vault. Its calls block.
pub struct Drafts {
    file: ListFile,
    registry: Arc<Registry>,
}

impl Drafts {
    /// The drafts in `directory`, which need not exist yet. They become integrations of `registry`.
    #[must_use]
    pub fn new(directory: &Path, registry: Arc<Registry>) -> Self {
        Self {
            file: ListFile::new(directory, "drafts.json"),
            registry,
        }
    }

    /// All drafts, the oldest first.
    ///
    /// # Errors
    /// When the file is unreadable.
    pub fn list(&self) -> Result<Vec<Draft>, StoreError> {
        self.file.read()
    }

    /// One draft.
    ///
    /// # Errors
    /// [`IntegrationError::NoDraft`] when it is not there.
    pub fn find(&self, id: Uuid) -> Result<Draft, IntegrationError> {
        self.list()?
            .into_iter()
            .find(|draft| draft.id == id)
            .ok_or(IntegrationError::NoDraft { id })
    }

    /// What is wrong or missing in a draft, the names of the saved integrations considered.
    ///
    /// # Errors
    /// When the integrations are unreadable.
    pub fn findings(&self, draft: &Draft) -> Result<Vec<FieldProblem>, StoreError> {
        Ok(draft.findings(&self.registry.names(draft.integration)?))
    }

    /// Where the secrets of a draft come from.
    #[must_use]
    pub fn secrets(&self, id: Uuid) -> SecretSource {
        SecretSource::Vault {
            vault: Arc::clone(self.registry.vault()),
            owner: SecretOwner::Draft(id),
        }
    }

    /// A new, empty draft.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn create(&self, environment: Environment) -> Result<Draft, IntegrationError> {
        self.insert(Draft {
            environment,
            ..Draft::default()
        })
    }

    /// A new draft filled with what is known already, for example the credentials of a practice workspace.
    ///
    /// # Errors
    /// When the file or the vault cannot be read or written.
    pub fn create_with(&self, integration: &Integration, secrets: &HeldSecrets) -> Result<Draft, IntegrationError> {
        let mut draft = Draft::of(integration);
        self.take_secrets(&mut draft, &SecretSource::Held(secrets.clone()))?;
        self.insert(draft)
    }

    /// A draft that edits a saved integration; one that was begun before is taken up again.
    ///
    /// # Errors
    /// When there is no such integration, or files or vault cannot be read or written.
    pub fn from_integration(&self, id: Uuid) -> Result<Draft, IntegrationError> {
        if let Some(begun) = self.list()?.into_iter().find(|draft| draft.integration == Some(id)) {
            return Ok(begun);
        }
        let mut draft = Draft {
            integration: Some(id),
            ..Draft::of(&self.registry.find(id)?)
        };
        self.take_secrets(&mut draft, &self.registry.secrets(id))?;
        self.insert(draft)
    }

    /// Changes some fields. Blanks around the client secret are cut off; the other fields stay as they are typed.
    ///
    /// # Errors
    /// When there is no such draft, or file or vault cannot be read or written.
    pub fn change(&self, id: Uuid, change: &DraftChange) -> Result<Draft, IntegrationError> {
        let secret = change
            .client_secret
            .as_ref()
            .map(|secret| SecretString::from(secret.expose_secret().trim()));
        self.update(id, |draft| {
            draft.apply(change);
            let Some(secret) = secret else {
                return Ok(());
            };
            draft.has_client_secret = !secret.expose_secret().is_empty();
            draft.client_secret_problem =
                check(Field::ClientSecret, secret.expose_secret()).filter(|problem| !problem.missing);
            let secret = draft.has_client_secret.then_some(&secret);
            self.registry
                .write_secret(SecretOwner::Draft(id), SecretKind::ClientSecret, secret)
        })
    }

    /// Takes a key pair and its certificate, in place of what the draft had.
    ///
    /// # Errors
    /// When there is no such draft, or file or vault cannot be read or written.
    pub fn take_pair(&self, id: Uuid, key: &KeyPair, certificate: &Certificate) -> Result<Draft, IntegrationError> {
        self.update(id, |draft| self.take_key(draft, Some(key), Some(certificate)))
    }

    /// Makes a self-signed certificate for the key that the draft has.
    ///
    /// # Errors
    /// When there is no such draft or no key, the validity is out of range, or file or vault cannot be read or written.
    pub fn make_certificate(
        &self,
        id: Uuid,
        subject: &Subject,
        days: u32,
        now: OffsetDateTime,
    ) -> Result<Draft, IntegrationError> {
        let certificate = Certificate::self_signed(&self.secrets(id).key_pair()?, subject, days, now)?;
        self.update(id, |draft| self.take_key(draft, None, Some(&certificate)))
    }

    /// Takes credentials that were found in files over into a draft, or into a new one. Only what was found is changed, and
    /// a name that the draft has already stays.
    ///
    /// # Errors
    /// When there is no such draft, or file or vault cannot be read or written.
    pub fn take_over(&self, id: Option<Uuid>, candidate: &Candidate) -> Result<Draft, IntegrationError> {
        let Some(id) = id else {
            let draft = self.create(Environment::Adobe)?;
            return self.take_over(Some(draft.id), candidate).inspect_err(|_| {
                // What could not be filled is not left behind half; the error that is told matters more than another one.
                self.discard(draft.id).ok();
            });
        };
        let mut change = candidate.change();
        change.name = change
            .name
            .filter(|_| self.find(id).is_ok_and(|draft| draft.name.trim().is_empty()));
        self.change(id, &change)?;
        if candidate.key.is_none() && candidate.certificate.is_none() {
            return self.find(id);
        }
        self.update(id, |draft| {
            self.take_key(draft, candidate.key.as_deref(), candidate.certificate.as_ref())
        })
    }

    /// Notes that the certificate of the draft was registered with the console.
    ///
    /// # Errors
    /// When there is no such draft, or its file cannot be written.
    pub fn note_registered(&self, id: Uuid) -> Result<Draft, IntegrationError> {
        self.update(id, |draft| {
            draft.registered_certificate = draft.certificate()?.map(|certificate| certificate.sha1_fingerprint());
            Ok(())
        })
    }

    /// Throws a draft away, with its secrets. One that is gone already is no error.
    ///
    /// # Errors
    /// When file or vault cannot be written.
    pub fn discard(&self, id: Uuid) -> Result<(), IntegrationError> {
        self.registry.vault().remove_prefix(&SecretOwner::Draft(id).prefix())?;
        self.file.change(|drafts: &mut Vec<Draft>| {
            drafts.retain(|draft| draft.id != id);
            Ok(())
        })
    }

    /// Saves the draft as an integration, or over the one that it edits, and throws the draft away. Only the name must
    /// be right; the rest may be saved as it is.
    ///
    /// # Errors
    /// [`IntegrationError::Fields`] when the name is empty or taken; and when files or vault cannot be read or written.
    /// The draft then stays.
    pub fn save_as_integration(&self, id: Uuid, now: OffsetDateTime) -> Result<Integration, IntegrationError> {
        let draft = self.find(id)?;
        let findings = self.findings(&draft)?;
        if let Some(name) = findings.into_iter().find(|finding| finding.field == Field::Name) {
            return Err(IntegrationError::Fields(vec![name]));
        }
        let mut integration = draft.to_integration(now);
        if let Some(edited) = draft.integration.and_then(|id| self.registry.find(id).ok()) {
            integration.created_at = edited.created_at;
            integration.last_used_at = edited.last_used_at;
            integration.sandbox = edited.sandbox;
            integration.extra = edited.extra;
        }
        let vault = self.registry.vault();
        let owner = SecretOwner::Integration(integration.id);
        for kind in [SecretKind::ClientSecret, SecretKind::PrivateKey] {
            let needed = kind == SecretKind::ClientSecret || matches!(integration.kind, Kind::ServiceAccount { .. });
            let secret = if needed {
                vault.read(&SecretOwner::Draft(id).name_of(kind))?
            } else {
                None
            };
            self.registry.write_secret(owner, kind, secret.as_ref())?;
        }
        self.registry.write_secret(owner, SecretKind::AccessToken, None)?;
        self.registry.save(&integration)?;
        self.discard(id)?;
        Ok(integration)
    }

    /// Brings the draft that edits a saved integration, if there is one, up to how the integration gets its tokens now.
    ///
    /// # Errors
    /// When the integration is gone, or files or vault cannot be read or written.
    pub(crate) fn follow(&self, integration: Uuid) -> Result<(), IntegrationError> {
        let edits = |draft: &Draft| draft.integration == Some(integration);
        let Some(begun) = self.list()?.into_iter().find(edits) else {
            return Ok(());
        };
        let saved = Draft::of(&self.registry.find(integration)?);
        let source = self.registry.secrets(integration);
        self.update(begun.id, |draft| {
            draft.kind = saved.kind;
            draft.console_link = saved.console_link;
            match saved.kind {
                KindName::OauthServerToServer => draft.scopes = saved.scopes,
                KindName::ServiceAccount => draft.metascopes = saved.metascopes,
            }
            draft.certificate_pem = saved.certificate_pem;
            draft.client_secret_problem = None;
            draft.key_bits = None;
            self.take_secrets(draft, &source)
        })
        .map(|_| ())
    }

    fn insert(&self, draft: Draft) -> Result<Draft, IntegrationError> {
        self.file.change(|drafts: &mut Vec<Draft>| {
            drafts.push(draft.clone());
            Ok(draft)
        })
    }

    fn update(
        &self,
        id: Uuid,
        change: impl FnOnce(&mut Draft) -> Result<(), IntegrationError>,
    ) -> Result<Draft, IntegrationError> {
        self.file.change(|drafts: &mut Vec<Draft>| {
            let draft = drafts
                .iter_mut()
                .find(|draft| draft.id == id)
                .ok_or(IntegrationError::NoDraft { id })?;
            change(draft)?;
            Ok(draft.clone())
        })
    }

    fn take_secrets(&self, draft: &mut Draft, source: &SecretSource) -> Result<(), IntegrationError> {
        match source.client_secret() {
            Ok(secret) => {
                self.registry
                    .write_secret(SecretOwner::Draft(draft.id), SecretKind::ClientSecret, Some(&secret))?;
                draft.has_client_secret = true;
            }
            Err(IntegrationError::SecretMissing { .. }) => {}
            Err(error) => return Err(error),
        }
        match source.key_pair() {
            Ok(key) => {
                let certificate = draft.certificate()?;
                self.take_key(draft, Some(&key), certificate.as_ref())
            }
            Err(IntegrationError::SecretMissing { .. }) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Puts a key or certificate in the draft and notes whether the two belong together.
    fn take_key(
        &self,
        draft: &mut Draft,
        key: Option<&KeyPair>,
        certificate: Option<&Certificate>,
    ) -> Result<(), IntegrationError> {
        let kept;
        let key = match key {
            Some(key) => {
                let pem = SecretString::from(key.private_key_pem().as_str());
                self.registry
                    .write_secret(SecretOwner::Draft(draft.id), SecretKind::PrivateKey, Some(&pem))?;
                draft.key_bits = Some(key.bits());
                Some(key)
            }
            None if draft.key_bits.is_some() => {
                kept = self.secrets(draft.id).key_pair()?;
                Some(&kept)
            }
            None => None,
        };
        if let Some(certificate) = certificate {
            draft.certificate_pem = Some(certificate.pem());
        }
        let certificate = draft.certificate()?;
        draft.certificate_matches_key = key.zip(certificate).map(|(key, certificate)| certificate.matches(key));
        Ok(())
    }
}
