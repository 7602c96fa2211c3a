//! A new key pair and certificate in place of the old ones. The keys of all registered certificates may sign, so the new
//! one is tried beside the old.

use keys::{Certificate, KeyPair};
use secrecy::SecretString;
use time::OffsetDateTime;

use super::record::held;
use super::{
    Blocked, ConsoleEntry, GuideAction, GuideError, GuideKind, GuideState, Guides, Kept, LeftOver, Standing, gone,
};
use crate::{Binding, Integration, IntegrationError, Kind, SecretKind};

impl Guides {
    pub(super) async fn look_at_certificates(&self, kept: &Kept) -> Result<GuideState, GuideError> {
        let listed = self.bindings(kept).await;
        let (new, old) = (new_certificate(kept)?, old_certificate(kept));
        let is_listed = |certificate: &Option<Certificate>| {
            let sha1 = certificate.as_ref().map(Certificate::sha1_fingerprint);
            let bindings = listed.as_ref().ok()?;
            let sha1 = sha1?;
            Some(bindings.iter().any(|binding| binding.certificate_fingerprint == sha1))
        };
        let registered = kept.record.registered || is_listed(&new) == Some(true);
        let switched = is_switched(kept);
        let retired = kept.record.retired || (switched && is_listed(&old) == Some(false));
        Ok(GuideState {
            has_new: kept.new_private_key.is_some() && new.is_some(),
            registered,
            switched,
            retired,
            new_certificate: new,
            ..GuideState::new(kept).with_console(listed.map(|bindings| standings(kept, &bindings)))
        })
    }

    pub(super) async fn act_on_certificates(&self, kept: Kept, action: GuideAction) -> Result<(), GuideError> {
        match action {
            GuideAction::TakePair(pair) => self.take_pair(&kept, &pair.0, &pair.1).await,
            GuideAction::RegisterCertificate => self.register_certificate(&kept).await,
            GuideAction::Confirm => self.confirm_certificate(&kept).await,
            GuideAction::Prove => self.prove_certificate(&kept).await,
            GuideAction::Switch => self.switch_certificate(&kept).await,
            GuideAction::SwitchBack => self.switch_certificate_back(&kept).await,
            GuideAction::RetireOld(id) => self.retire_certificate(&kept, &id).await,
            GuideAction::Cancel => self.cancel_certificate(&kept).await,
            GuideAction::Finish => self.finish_certificate(&kept).await,
            _ => Err(Blocked::NotOfThisGuide.into()),
        }
    }

    async fn take_pair(&self, kept: &Kept, key: &KeyPair, certificate: &Certificate) -> Result<(), GuideError> {
        if is_switched(kept) {
            return Err(Blocked::AlreadySwitched.into());
        }
        if let Some(new) = new_certificate(kept)? {
            // Sent twice, or made anew: only what the console does not have can be thrown away.
            let has_it = self
                .bindings(kept)
                .await
                .is_ok_and(|bindings| is_among(&bindings, &new));
            if kept.record.registered || has_it {
                return Err(Blocked::AlreadyRegistered.into());
            }
        }
        self.begin(kept).await?;
        let (id, pem) = (kept.integration.id, certificate.pem());
        let key = SecretString::from(key.private_key_pem().as_str());
        self.stored(move |store| {
            store.write_secret(id, SecretKind::NewPrivateKey, Some(&key))?;
            store.change(id, GuideKind::Certificate, |record| {
                record.new_certificate_pem = Some(pem);
                record.registered = false;
                record.proven = false;
            })
        })
        .await
    }

    async fn register_certificate(&self, kept: &Kept) -> Result<(), GuideError> {
        let new = new_certificate(kept)?.ok_or(Blocked::NothingNew)?;
        // An answer may have been lost: what the console has is not sent again.
        if !is_among(&self.bindings(kept).await?, &new) {
            let certificate = &new;
            self.ask(&kept.integration, |console| async move {
                console.register(certificate).await
            })
            .await?;
        }
        self.note(kept, |record| record.registered = true).await
    }

    /// Before the switch the user says that the new certificate was uploaded, after it that the old one was deleted.
    async fn confirm_certificate(&self, kept: &Kept) -> Result<(), GuideError> {
        if kept.record.new_certificate_pem.is_none() {
            return Err(Blocked::NothingNew.into());
        }
        if is_switched(kept) {
            return self.note(kept, |record| record.retired = true).await;
        }
        self.note(kept, |record| record.registered = true).await
    }

    async fn prove_certificate(&self, kept: &Kept) -> Result<(), GuideError> {
        if kept.record.new_certificate_pem.is_none() || kept.new_private_key.is_none() {
            return Err(Blocked::NothingNew.into());
        }
        let secrets = held(kept.client_secret.as_ref(), kept.new_private_key.as_ref())?;
        let tried = self.try_token(kept.integration.clone(), secrets).await;
        let proven = tried.is_ok();
        self.note(kept, move |record| record.proven = proven).await?;
        tried
    }

    async fn switch_certificate(&self, kept: &Kept) -> Result<(), GuideError> {
        let (Some(key), Some(pem)) = (kept.new_private_key.clone(), kept.record.new_certificate_pem.clone()) else {
            return Err(Blocked::NothingNew.into());
        };
        if !kept.record.proven && !is_switched(kept) {
            return Err(Blocked::NotProven.into());
        }
        let id = kept.integration.id;
        let is_key_done = kept.uses_new_private_key();
        let (old_key, old_pem) = (
            kept.private_key.clone(),
            kept.integration.kind.certificate_pem().map(str::to_owned),
        );
        self.exchange(id, move |store| {
            if !is_key_done {
                store.write_secret(id, SecretKind::OldPrivateKey, old_key.as_ref())?;
                store.change(id, GuideKind::Certificate, |record| {
                    record.old_certificate_pem = old_pem;
                })?;
                store.write_secret(id, SecretKind::PrivateKey, Some(&key))?;
            }
            store
                .registry
                .change(id, |integration| set_certificate(integration, Some(pem)))?;
            store.change(id, GuideKind::Certificate, |record| {
                record.switched_at.get_or_insert_with(OffsetDateTime::now_utc);
            })
        })
        .await
    }

    async fn switch_certificate_back(&self, kept: &Kept) -> Result<(), GuideError> {
        if !kept.uses_new_private_key() {
            return Ok(());
        }
        if kept.record.retired {
            return Err(Blocked::NoWayBack.into());
        }
        let Some(key) = kept.old_private_key.clone() else {
            return Err(Blocked::NoWayBack.into());
        };
        let old = held(kept.client_secret.as_ref(), Some(&key))?;
        self.try_token(kept.integration.clone(), old).await?;
        let (id, pem) = (kept.integration.id, kept.record.old_certificate_pem.clone());
        self.exchange(id, move |store| {
            store
                .registry
                .change(id, |integration| set_certificate(integration, pem))?;
            store.write_secret(id, SecretKind::PrivateKey, Some(&key))?;
            store.change(id, GuideKind::Certificate, |record| record.switched_at = None)
        })
        .await
    }

    async fn retire_certificate(&self, kept: &Kept, id: &str) -> Result<(), GuideError> {
        let bindings = self.bindings(kept).await?;
        let old = old_certificate(kept).map(|certificate| certificate.sha1_fingerprint());
        let is_old = move |binding: &Binding| old.as_ref().is_none_or(|old| binding.certificate_fingerprint == *old);
        let entry = standings(kept, &bindings).into_iter().find(|entry| entry.id == id);
        let Some(entry) = entry else {
            // It is gone already; whether it was the old one shows in what is left.
            let is_left = bindings.iter().any(is_old);
            return self.note_certificate_retired(kept, !is_left).await;
        };
        if bindings.len() == 1 {
            return Err(Blocked::OnlyOne.into());
        }
        match entry.standing {
            _ if entry.can_retire => {}
            Standing::InUse => return Err(Blocked::InUse.into()),
            Standing::New => return Err(Blocked::IsNew.into()),
            _ => return Err(Blocked::Unknown.into()),
        }
        // The one in use has to work at this moment.
        self.connections.open(kept.integration.id).await?.renew_token().await?;
        let was_old = bindings
            .iter()
            .any(|binding| binding.binding_id == id && is_old(binding));
        self.delete_binding(kept, id).await?;
        self.note_certificate_retired(kept, was_old).await
    }

    async fn note_certificate_retired(&self, kept: &Kept, is_gone: bool) -> Result<(), GuideError> {
        if !kept.record.begun || !is_switched(kept) || !is_gone {
            return Ok(());
        }
        self.note(kept, |record| record.retired = true).await
    }

    async fn cancel_certificate(&self, kept: &Kept) -> Result<(), GuideError> {
        if !kept.record.begun {
            return Ok(());
        }
        if kept.record.retired {
            return Err(Blocked::NoWayBack.into());
        }
        self.switch_certificate_back(kept).await?;
        let is_left = self.is_certificate_left(kept).await?;
        self.end(kept, Some(LeftOver::Certificate).filter(|_| is_left)).await
    }

    /// Whether the console keeps the new certificate although it was asked to delete it.
    async fn is_certificate_left(&self, kept: &Kept) -> Result<bool, GuideError> {
        let Some(new) = new_certificate(kept)? else {
            return Ok(false);
        };
        let Ok(bindings) = self.bindings(kept).await else {
            // Where the console cannot be asked, only what was registered can be left there.
            return Ok(kept.record.registered);
        };
        let sha1 = new.sha1_fingerprint();
        let own = bindings.iter().find(|binding| binding.certificate_fingerprint == sha1);
        match own {
            Some(binding) => Ok(self.delete_binding(kept, &binding.binding_id).await.is_err()),
            None => Ok(false),
        }
    }

    async fn delete_binding(&self, kept: &Kept, id: &str) -> Result<(), GuideError> {
        gone(
            self.ask(&kept.integration, |console| async move { console.delete(id).await })
                .await,
        )
    }

    async fn finish_certificate(&self, kept: &Kept) -> Result<(), GuideError> {
        if !kept.record.begun {
            return Ok(());
        }
        if !is_switched(kept) {
            return Err(Blocked::NotSwitched.into());
        }
        if !self.look_at_certificates(kept).await?.retired {
            return Err(Blocked::OldStillThere.into());
        }
        self.end(kept, None).await
    }

    async fn bindings(&self, kept: &Kept) -> Result<Vec<Binding>, GuideError> {
        self.ask(&kept.integration, |console| async move { console.list().await })
            .await
    }
}

/// Both halves count: a program that ended between the two goes on with the other half.
fn is_switched(kept: &Kept) -> bool {
    let pem = kept.record.new_certificate_pem.as_deref();
    kept.uses_new_private_key() && pem.is_some() && kept.integration.kind.certificate_pem() == pem
}

fn new_certificate(kept: &Kept) -> Result<Option<Certificate>, GuideError> {
    let pem = kept.record.new_certificate_pem.as_deref();
    let certificate = pem.map(|pem| Certificate::from_bytes(pem.as_bytes())).transpose();
    Ok(certificate.map_err(IntegrationError::from)?)
}

/// The certificate that was in use before the switch, where it is known.
fn old_certificate(kept: &Kept) -> Option<Certificate> {
    let pem = if is_switched(kept) {
        kept.record.old_certificate_pem.as_deref()
    } else {
        kept.integration.kind.certificate_pem()
    };
    Certificate::from_bytes(pem?.as_bytes()).ok()
}

fn is_among(bindings: &[Binding], certificate: &Certificate) -> bool {
    let sha1 = certificate.sha1_fingerprint();
    bindings.iter().any(|binding| binding.certificate_fingerprint == sha1)
}

fn set_certificate(integration: &mut Integration, pem: Option<String>) {
    if let Kind::ServiceAccount { certificate_pem, .. } = &mut integration.kind {
        *certificate_pem = pem;
    }
}

fn standings(kept: &Kept, bindings: &[Binding]) -> Vec<ConsoleEntry> {
    let sha1_of = |pem: Option<&str>| {
        let certificate = Certificate::from_bytes(pem?.as_bytes()).ok()?;
        Some(certificate.sha1_fingerprint())
    };
    let in_use = sha1_of(kept.integration.kind.certificate_pem());
    let new = sha1_of(kept.record.new_certificate_pem.as_deref());
    let old = sha1_of(kept.record.old_certificate_pem.as_deref());
    let standing = |binding: &Binding| {
        let is = |sha1: &Option<String>| sha1.as_deref() == Some(binding.certificate_fingerprint.as_str());
        if is(&in_use) || (in_use.is_none() && !is(&new) && bindings.len() == 1) {
            Standing::InUse
        } else if is(&new) {
            Standing::New
        } else if is(&old) {
            Standing::Old
        } else if in_use.is_none() {
            Standing::Unknown
        } else {
            Standing::Other
        }
    };
    let entries = bindings.iter().map(|binding| ConsoleEntry {
        id: binding.binding_id.clone(),
        created_at: None,
        last_used_at: None,
        expires_at: binding.not_after,
        sha1: Some(binding.certificate_fingerprint.clone()),
        standing: standing(binding),
        can_retire: false,
    });
    ConsoleEntry::mark(entries.collect())
}
