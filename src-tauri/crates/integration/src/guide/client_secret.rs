//! A new client secret in place of the old one. Adobe allows two at a time: list, add, try, switch, look when the old
//! one was last used, delete it.

use secrecy::SecretString;
use time::{Duration, OffsetDateTime};

use super::record::{held, is_same};
use super::{
    Blocked, ConsoleEntry, GuideAction, GuideError, GuideKind, GuideState, Guides, Kept, LeftOver, Standing, gone,
    typed_client_secret,
};
use crate::console::MOST_SECRETS;
use crate::{ListedSecret, MigrationStatus, SecretKind};

/// How far the console's time of a use may be from when this program had its token.
const SAME_USE: Duration = Duration::minutes(1);

impl Guides {
    pub(super) async fn look_at_client_secrets(&self, kept: &Kept) -> Result<GuideState, GuideError> {
        let listed = match self.migration_in_the_way(kept).await {
            Ok(()) => self.listed_secrets(kept).await,
            Err(error) => Err(error),
        };
        let last_token = self.last_token(kept).await;
        let listed = listed.map(|secrets| standings(kept, &secrets, last_token));
        Ok(GuideState {
            has_new: kept.new_client_secret.is_some(),
            switched: kept.uses_new_client_secret(),
            ..GuideState::new(kept).with_console(listed)
        })
    }

    pub(super) async fn act_on_client_secrets(&self, kept: Kept, action: GuideAction) -> Result<(), GuideError> {
        match action {
            GuideAction::AddSecret => self.add_secret(&kept).await,
            GuideAction::EnterSecret(secret) => self.enter_secret(&kept, secret).await,
            GuideAction::Prove => self.prove_secret(&kept).await,
            GuideAction::Switch => self.switch_secret(&kept).await,
            GuideAction::SwitchBack => self.switch_secret_back(&kept).await,
            GuideAction::RetireOld(id) => self.retire_secret(&kept, &id).await,
            GuideAction::Confirm if kept.uses_new_client_secret() => {
                self.note(&kept, |record| record.retired = true).await
            }
            GuideAction::Confirm => Err(Blocked::NotSwitched.into()),
            GuideAction::Cancel => self.cancel_secret(&kept).await,
            GuideAction::Finish => self.finish_secret(&kept).await,
            _ => Err(Blocked::NotOfThisGuide.into()),
        }
    }

    async fn add_secret(&self, kept: &Kept) -> Result<(), GuideError> {
        if kept.new_client_secret.is_some() {
            return Ok(());
        }
        self.migration_in_the_way(kept).await?;
        let listed = self.listed_secrets(kept).await?;
        if listed.len() >= MOST_SECRETS {
            return Err(Blocked::TwoSecrets.into());
        }
        let had_begun = kept.record.begun;
        self.begin(kept).await?;
        let before: Vec<String> = listed.into_iter().map(|secret| secret.uuid).collect();
        let only = Some(before.clone()).filter(|before| before.len() == 1);
        self.note(kept, move |record| {
            record.old_id = only.and_then(|mut only| only.pop());
            // From here on one secret more than these may exist, whatever is heard of it.
            record.adding = Some(before);
        })
        .await?;
        let added = self
            .ask(&kept.integration, |console| async move { console.add_secret().await })
            .await;
        let added = match added {
            Ok(added) => added,
            Err(error) => {
                if matches!(&error, GuideError::Console(console) if console.is_refusal()) {
                    self.note(kept, move |record| {
                        record.adding = None;
                        record.begun = had_begun;
                    })
                    .await?;
                }
                return Err(error);
            }
        };
        let id = kept.integration.id;
        self.stored(move |store| {
            store.write_secret(id, SecretKind::NewClientSecret, Some(&added.client_secret))?;
            store.change(id, GuideKind::ClientSecret, |record| {
                record.new_id = added.uuid;
                record.adding = record.adding.take().filter(|_| record.new_id.is_none());
                record.proven = false;
            })
        })
        .await
    }

    async fn enter_secret(&self, kept: &Kept, secret: SecretString) -> Result<(), GuideError> {
        let secret = typed_client_secret(&secret)?;
        if is_same(kept.new_client_secret.as_ref(), Some(&secret)) {
            return Ok(());
        }
        if is_same(kept.client_secret.as_ref(), Some(&secret)) {
            return Err(Blocked::SameSecret.into());
        }
        if kept.uses_new_client_secret() {
            return Err(Blocked::AlreadySwitched.into());
        }
        self.begin(kept).await?;
        let id = kept.integration.id;
        self.stored(move |store| {
            store.write_secret(id, SecretKind::NewClientSecret, Some(&secret))?;
            store.change(id, GuideKind::ClientSecret, |record| {
                record.new_id = None;
                record.adding = None;
                record.proven = false;
            })
        })
        .await
    }

    /// Tries the new client secret, and finds out by the way which of those in the list it is. Without a new one, or once
    /// it is in use, the one in use is tried, for the same.
    async fn prove_secret(&self, kept: &Kept) -> Result<(), GuideError> {
        let before = self.listed_secrets(kept).await.ok();
        let is_new = kept.new_client_secret.is_some();
        if !is_new {
            let last_token = self.last_token(kept).await;
            let is_told = |listed: &Vec<_>| standings(kept, listed, last_token).iter().any(is_in_use);
            if before.as_ref().is_none_or(is_told) {
                return Err(Blocked::NothingNew.into());
            }
        }
        if is_new && !kept.uses_new_client_secret() {
            let secrets = held(kept.new_client_secret.as_ref(), None)?;
            if let Err(error) = self.try_token(kept.integration.clone(), secrets).await {
                self.note(kept, |record| record.proven = false).await?;
                return Err(error);
            }
        } else {
            self.connections.open(kept.integration.id).await?.renew_token().await?;
        }
        let after = self.listed_secrets(kept).await.ok();
        let used = before
            .zip(after)
            .and_then(|(before, after)| used_between(&before, &after));
        if let Some((used, other)) = used {
            self.note(kept, move |record| {
                if !is_new {
                    record.old_id = Some(used);
                } else if record.new_id.is_none() {
                    record.new_id = Some(used);
                    record.old_id = other;
                }
                record.adding = record.adding.take().filter(|_| record.new_id.is_none());
            })
            .await?;
        } else if !is_new {
            return Err(Blocked::Unknown.into());
        }
        if is_new {
            self.note(kept, |record| record.proven = true).await?;
        }
        Ok(())
    }

    async fn switch_secret(&self, kept: &Kept) -> Result<(), GuideError> {
        let Some(new) = kept.new_client_secret.clone() else {
            return Err(Blocked::NothingNew.into());
        };
        let is_done = kept.uses_new_client_secret();
        if !is_done && !kept.record.proven {
            return Err(Blocked::NotProven.into());
        }
        let (id, current) = (kept.integration.id, kept.client_secret.clone());
        self.exchange(id, move |store| {
            if !is_done {
                store.write_secret(id, SecretKind::OldClientSecret, current.as_ref())?;
                store.write_secret(id, SecretKind::ClientSecret, Some(&new))?;
            }
            store.change(id, GuideKind::ClientSecret, |record| {
                record.switched_at.get_or_insert_with(OffsetDateTime::now_utc);
            })
        })
        .await
    }

    async fn switch_secret_back(&self, kept: &Kept) -> Result<(), GuideError> {
        if !kept.uses_new_client_secret() {
            return Ok(());
        }
        if kept.record.retired {
            return Err(Blocked::NoWayBack.into());
        }
        let old = held(kept.old_client_secret.as_ref(), None)?;
        self.try_token(kept.integration.clone(), old.clone()).await?;
        let id = kept.integration.id;
        self.exchange(id, move |store| {
            store.write_secret(id, SecretKind::ClientSecret, Some(&old.client_secret))?;
            store.change(id, GuideKind::ClientSecret, |record| record.switched_at = None)
        })
        .await
    }

    async fn retire_secret(&self, kept: &Kept, id: &str) -> Result<(), GuideError> {
        let listed = self.listed_secrets(kept).await?;
        let Some(target) = listed.iter().find(|secret| secret.uuid == id) else {
            return self.note_retired(kept, id).await;
        };
        if listed.len() == 1 {
            return Err(Blocked::OnlyOne.into());
        }
        let standing = standings(kept, &listed, self.last_token(kept).await)
            .into_iter()
            .find(|entry| entry.id == id)
            .map(|entry| (entry.standing, entry.can_retire));
        match standing {
            Some((_, true)) => {}
            Some((Standing::InUse, _)) => return Err(Blocked::InUse.into()),
            Some((Standing::New, _)) => return Err(Blocked::IsNew.into()),
            _ => return Err(Blocked::Unknown.into()),
        }
        // The one in use has to work at this moment, and not by being the one that is about to go.
        self.connections.open(kept.integration.id).await?.renew_token().await?;
        let used_before = target.last_used_at;
        let after = self.listed_secrets(kept).await?;
        if after
            .iter()
            .any(|secret| secret.uuid == id && secret.last_used_at != used_before)
        {
            return Err(Blocked::UsedJustNow.into());
        }
        self.delete_secret(kept, id).await?;
        self.note_retired(kept, id).await
    }

    async fn delete_secret(&self, kept: &Kept, id: &str) -> Result<(), GuideError> {
        gone(
            self.ask(
                &kept.integration,
                |console| async move { console.delete_secret(id).await },
            )
            .await,
        )
    }

    async fn note_retired(&self, kept: &Kept, id: &str) -> Result<(), GuideError> {
        if !kept.record.begun {
            return Ok(());
        }
        let is_switched = kept.uses_new_client_secret();
        let is_new = kept.record.new_id.as_deref() == Some(id);
        self.note(kept, move |record| {
            record.adding = None;
            record.retired = record.retired || (is_switched && !is_new);
        })
        .await
    }

    async fn cancel_secret(&self, kept: &Kept) -> Result<(), GuideError> {
        if !kept.record.begun {
            return Ok(());
        }
        if kept.record.retired {
            return Err(Blocked::NoWayBack.into());
        }
        let new_id = new_id(kept, self.listed_secrets(kept).await.ok().as_deref());
        self.switch_secret_back(kept).await?;
        let may_exist = kept.new_client_secret.is_some() || kept.record.adding.is_some();
        let deleted = match new_id {
            Some(id) => self.delete_secret(kept, &id).await.is_ok(),
            None => false,
        };
        self.end(kept, Some(LeftOver::ClientSecret).filter(|_| may_exist && !deleted))
            .await
    }

    async fn finish_secret(&self, kept: &Kept) -> Result<(), GuideError> {
        if !kept.record.begun {
            return Ok(());
        }
        if !kept.uses_new_client_secret() {
            return Err(Blocked::NotSwitched.into());
        }
        if !kept.record.retired {
            let listed = self.listed_secrets(kept).await.map_err(|_| Blocked::OldStillThere)?;
            if listed.len() > 1 {
                return Err(Blocked::OldStillThere.into());
            }
        }
        self.end(kept, None).await
    }

    async fn listed_secrets(&self, kept: &Kept) -> Result<Vec<ListedSecret>, GuideError> {
        self.ask(&kept.integration, |console| async move { console.secrets().await })
            .await
    }

    /// Adobe rotates no client secrets while a migration of the credential is in progress.
    async fn migration_in_the_way(&self, kept: &Kept) -> Result<(), GuideError> {
        let id = kept.integration.id;
        let is_begun = move |store: &super::Store| {
            let records = store.list()?;
            Ok(records
                .iter()
                .any(|record| record.integration == id && record.kind == GuideKind::Migration && record.begun))
        };
        if self.stored(is_begun).await? {
            return Err(Blocked::MigrationUnderWay.into());
        }
        if kept.new_client_secret.is_some() {
            return Ok(());
        }
        // A credential that never was a service account has no such status, and the console says so in its own way.
        let status = self
            .ask(
                &kept.integration,
                |console| async move { console.migration_status().await },
            )
            .await;
        match status {
            Ok(MigrationStatus::Started) => Err(Blocked::MigrationUnderWay.into()),
            _ => Ok(()),
        }
    }

    /// When the token in use was received, by the clock of IMS.
    async fn last_token(&self, kept: &Kept) -> Option<OffsetDateTime> {
        let connection = self.connections.opened(kept.integration.id)?;
        let token = connection.access_token().await.ok()?;
        token
            .received_at
            .checked_add(Duration::seconds(token.clock_skew.unwrap_or(0)))
    }
}

/// The one secret that was used between two looks, and the other one where there are two.
fn used_between(before: &[ListedSecret], after: &[ListedSecret]) -> Option<(String, Option<String>)> {
    let was_used = |secret: &&ListedSecret| {
        let earlier = before.iter().find(|earlier| earlier.uuid == secret.uuid);
        secret.last_used_at.is_some() && earlier.is_some_and(|earlier| earlier.last_used_at != secret.last_used_at)
    };
    let mut used = after.iter().filter(was_used);
    let (Some(one), None) = (used.next(), used.next()) else {
        return None;
    };
    let mut others = after.iter().filter(|secret| secret.uuid != one.uuid);
    let other = others.next().filter(|_| after.len() == MOST_SECRETS);
    Some((one.uuid.clone(), other.map(|other| other.uuid.clone())))
}

/// The console's id of the new secret: as it was answered, or else the one that was not there before it was asked for.
fn new_id(kept: &Kept, listed: Option<&[ListedSecret]>) -> Option<String> {
    let record = &kept.record;
    if record.new_id.is_some() || kept.new_client_secret.is_none() {
        return record.new_id.clone();
    }
    let before = record.adding.as_ref()?;
    let mut added = listed?.iter().filter(|secret| !before.contains(&secret.uuid));
    let one = added.next()?;
    Some(one.uuid.clone()).filter(|_| added.next().is_none())
}

fn is_in_use(entry: &ConsoleEntry) -> bool {
    entry.standing == Standing::InUse
}

/// What each listed secret is, as far as that is certain.
fn standings(kept: &Kept, listed: &[ListedSecret], last_token: Option<OffsetDateTime>) -> Vec<ConsoleEntry> {
    let record = &kept.record;
    let is_switched = kept.uses_new_client_secret();
    let new_id = new_id(kept, Some(listed));
    let is_there = |id: &Option<String>| id.clone().filter(|id| listed.iter().any(|secret| secret.uuid == *id));
    let in_use = if is_switched {
        is_there(&new_id)
    } else {
        is_there(&record.old_id)
    };
    let in_use = in_use.or_else(|| match listed {
        [only] if new_id.as_deref() != Some(&only.uuid) || is_switched => Some(only.uuid.clone()),
        _ => None,
    });
    let in_use = in_use.or_else(|| {
        // The secret whose last use is that by which the token in use was had, if no other was used at that time.
        let at = last_token?;
        let mut fitting = listed
            .iter()
            .filter(|secret| secret.last_used_at.is_some_and(|used| (used - at).abs() <= SAME_USE));
        let one = fitting.next()?;
        Some(one.uuid.clone()).filter(|id| fitting.next().is_none() && (is_switched || Some(id) != new_id.as_ref()))
    });
    let standing = |secret: &ListedSecret| {
        let is = |id: &Option<String>| id.as_deref() == Some(secret.uuid.as_str());
        if is(&in_use) {
            Standing::InUse
        } else if is(&new_id) {
            Standing::New
        } else if is_switched && (is(&record.old_id) || (in_use.is_some() && listed.len() == MOST_SECRETS)) {
            Standing::Old
        } else if record
            .adding
            .as_ref()
            .is_some_and(|before| !before.contains(&secret.uuid))
            && kept.new_client_secret.is_none()
        {
            Standing::Lost
        } else if in_use.is_none() {
            Standing::Unknown
        } else if kept.new_client_secret.is_some() && !is_switched && new_id.is_none() {
            // The new one was made by hand and has not been tried: it is this, or was never made.
            Standing::New
        } else {
            Standing::Other
        }
    };
    let entries = listed.iter().map(|secret| ConsoleEntry {
        id: secret.uuid.clone(),
        created_at: secret.created_at,
        last_used_at: secret.last_used_at,
        expires_at: secret.expires_at,
        sha1: None,
        standing: standing(secret),
        can_retire: false,
    });
    ConsoleEntry::mark(entries.collect())
}
