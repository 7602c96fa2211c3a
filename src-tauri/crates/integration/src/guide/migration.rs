//! From service account to OAuth Server-to-Server. The client ID stays the same; while the migration is in progress both
//! ways to a token work, and finishing it ends the JWT for good.

use secrecy::SecretString;
use time::OffsetDateTime;

use super::record::{held, is_same};
use super::{
    Blocked, GuideAction, GuideError, GuideKind, GuideState, Guides, Kept, LeftOver, gone, typed_client_secret,
};
use crate::{Field, Integration, IntegrationError, Kind, MigrationStatus, SecretKind, check, scope_names};

impl Guides {
    pub(super) async fn look_at_migration(&self, kept: &Kept) -> Result<GuideState, GuideError> {
        let state = GuideState {
            has_new: kept.new_client_secret.is_some(),
            switched: is_switched(kept),
            ..GuideState::new(kept)
        };
        if is_oauth(&kept.integration) && !kept.record.begun {
            return Ok(GuideState { over: true, ..state });
        }
        let status = self.migration_status(kept).await;
        let (is_started, is_finished) = match &status {
            Ok(MigrationStatus::Started) => (true, false),
            Ok(MigrationStatus::Completed) => (true, true),
            _ => (false, false),
        };
        let started = kept.record.started || is_started;
        let mut scopes = state.scopes.clone();
        if scopes.is_empty() && is_started {
            scopes = self.allowed_scopes(kept).await;
        }
        Ok(GuideState {
            started,
            scopes,
            retired: kept.record.finished || is_finished,
            console_error: status.err(),
            ..state
        })
    }

    pub(super) async fn act_on_migration(&self, kept: Kept, action: GuideAction) -> Result<(), GuideError> {
        match action {
            GuideAction::StartMigration => self.start_migration(&kept).await,
            GuideAction::SetScopes(scopes) => self.set_scopes(&kept, &scopes).await,
            GuideAction::EnterSecret(secret) => self.enter_migrated_secret(&kept, secret).await,
            GuideAction::Confirm => self.confirm_migration(&kept).await,
            GuideAction::Prove => self.prove_migration(&kept).await,
            GuideAction::Switch => self.switch_migration(&kept).await,
            GuideAction::SwitchBack => self.switch_migration_back(&kept).await,
            GuideAction::FinishMigration => self.finish_migration(&kept).await,
            GuideAction::Cancel => self.cancel_migration(&kept).await,
            GuideAction::Finish => self.finish_guide(&kept).await,
            _ => Err(Blocked::NotOfThisGuide.into()),
        }
    }

    async fn start_migration(&self, kept: &Kept) -> Result<(), GuideError> {
        let status = self.migration_status(kept).await?;
        let is_started = matches!(status, MigrationStatus::Started | MigrationStatus::Completed);
        let had_begun = kept.record.begun;
        self.begin(kept).await?;
        let scopes = if is_started {
            self.allowed_scopes(kept).await
        } else {
            let started = self
                .ask(
                    &kept.integration,
                    |console| async move { console.start_migration().await },
                )
                .await;
            match started {
                Ok(binding) => binding.allowed_scopes,
                Err(error) => {
                    if matches!(&error, GuideError::Console(console) if console.is_refusal()) {
                        self.note(kept, move |record| record.begun = had_begun).await?;
                    }
                    return Err(error);
                }
            }
        };
        self.note(kept, move |record| {
            record.started = true;
            if record.scopes.is_empty() {
                record.scopes = scopes;
            }
        })
        .await
    }

    async fn set_scopes(&self, kept: &Kept, scopes: &[String]) -> Result<(), GuideError> {
        let scopes = scope_names(&scopes.join(","));
        if let Some(problem) = check(Field::Scopes, &scopes.join(",")) {
            return Err(IntegrationError::Fields(vec![problem]).into());
        }
        if kept.record.scopes == scopes {
            return Ok(());
        }
        if is_switched(kept) {
            return Err(Blocked::AlreadySwitched.into());
        }
        self.begin(kept).await?;
        self.note(kept, move |record| {
            record.scopes = scopes;
            record.proven = false;
        })
        .await
    }

    /// The one in use means that the new credential has the same.
    async fn enter_migrated_secret(&self, kept: &Kept, secret: SecretString) -> Result<(), GuideError> {
        let secret = typed_client_secret(&secret)?;
        if is_same(kept.new_client_secret.as_ref(), Some(&secret)) {
            return Ok(());
        }
        if is_switched(kept) {
            return Err(Blocked::AlreadySwitched.into());
        }
        self.begin(kept).await?;
        let id = kept.integration.id;
        let new = Some(secret).filter(|secret| !is_same(kept.client_secret.as_ref(), Some(secret)));
        self.stored(move |store| {
            store.write_secret(id, SecretKind::NewClientSecret, new.as_ref())?;
            store.change(id, GuideKind::Migration, |record| record.proven = false)
        })
        .await
    }

    /// First the user says that the credential was added in Developer Console, and after the switch that the old one was
    /// deleted there.
    async fn confirm_migration(&self, kept: &Kept) -> Result<(), GuideError> {
        if is_switched(kept) {
            return self.note(kept, |record| record.finished = true).await;
        }
        self.begin(kept).await?;
        self.note(kept, |record| record.started = true).await
    }

    async fn prove_migration(&self, kept: &Kept) -> Result<(), GuideError> {
        let migrated = self.migrated(kept).await?;
        let secret = kept.new_client_secret.as_ref().or(kept.client_secret.as_ref());
        let tried = self.try_token(migrated.clone(), held(secret, None)?).await;
        let proven = tried.is_ok();
        self.begin(kept).await?;
        self.note(kept, move |record| {
            record.proven = proven;
            if proven {
                // What was tried is what will be used.
                record.scopes = migrated.kind.scopes().to_vec();
            }
        })
        .await?;
        tried
    }

    async fn switch_migration(&self, kept: &Kept) -> Result<(), GuideError> {
        if is_switched(kept) {
            return Ok(());
        }
        if !kept.record.proven {
            return Err(Blocked::NotProven.into());
        }
        let migrated = self.migrated(kept).await?.kind;
        let id = kept.integration.id;
        let before = kept.integration.kind.clone();
        let (key, current) = (kept.private_key.clone(), kept.client_secret.clone());
        let new = kept.new_client_secret.clone();
        // A program that ended within this has the new secret in use already, and the old one aside.
        let is_secret_done = kept.uses_new_client_secret();
        self.exchange(id, move |store| {
            store.write_secret(id, SecretKind::OldPrivateKey, key.as_ref())?;
            if !is_secret_done {
                store.write_secret(id, SecretKind::OldClientSecret, current.as_ref())?;
            }
            store.change(id, GuideKind::Migration, |record| {
                record.kind_before = Some(before);
                record.switched_at = Some(OffsetDateTime::now_utc());
            })?;
            if let Some(new) = &new {
                store.write_secret(id, SecretKind::ClientSecret, Some(new))?;
            }
            store.registry.change(id, |integration| integration.kind = migrated)?;
            Ok(())
        })
        .await
    }

    async fn switch_migration_back(&self, kept: &Kept) -> Result<(), GuideError> {
        if !is_switched(kept) {
            return Ok(());
        }
        let (Some(before), false) = (kept.record.kind_before.clone(), kept.record.finished) else {
            return Err(Blocked::NoWayBack.into());
        };
        let old = held(kept.old_client_secret.as_ref(), kept.old_private_key.as_ref())?;
        let service_account = Integration {
            kind: before.clone(),
            ..kept.integration.clone()
        };
        self.try_token(service_account, old.clone()).await?;
        let id = kept.integration.id;
        self.exchange(id, move |store| {
            store.write_secret(id, SecretKind::PrivateKey, old.private_key_pem.as_ref())?;
            store.write_secret(id, SecretKind::ClientSecret, Some(&old.client_secret))?;
            store.registry.change(id, |integration| integration.kind = before)?;
            store.change(id, GuideKind::Migration, |record| record.switched_at = None)
        })
        .await
    }

    async fn finish_migration(&self, kept: &Kept) -> Result<(), GuideError> {
        if !is_switched(kept) {
            return Err(Blocked::NotSwitched.into());
        }
        if self.migration_status(kept).await? != MigrationStatus::Completed {
            // What stays has to work at this moment: the other way ends for good.
            self.try_token(kept.integration.clone(), held(kept.client_secret.as_ref(), None)?)
                .await?;
            self.ask(
                &kept.integration,
                |console| async move { console.finish_migration().await },
            )
            .await?;
        }
        self.note(kept, |record| record.finished = true).await
    }

    async fn cancel_migration(&self, kept: &Kept) -> Result<(), GuideError> {
        if !kept.record.begun {
            return Ok(());
        }
        let status = self.migration_status(kept).await;
        if kept.record.finished || matches!(status, Ok(MigrationStatus::Completed)) {
            return Err(Blocked::NoWayBack.into());
        }
        self.switch_migration_back(kept).await?;
        let is_left = match status {
            Ok(MigrationStatus::Started) => {
                let cancelled = self
                    .ask(
                        &kept.integration,
                        |console| async move { console.cancel_migration().await },
                    )
                    .await;
                gone(cancelled).is_err()
            }
            Ok(_) => false,
            Err(_) => kept.record.started,
        };
        self.end(kept, Some(LeftOver::Migration).filter(|_| is_left)).await
    }

    async fn finish_guide(&self, kept: &Kept) -> Result<(), GuideError> {
        if !kept.record.begun {
            return Ok(());
        }
        if !is_switched(kept) {
            return Err(Blocked::NotSwitched.into());
        }
        if !self.look_at_migration(kept).await?.retired {
            return Err(Blocked::OldStillThere.into());
        }
        let id = kept.integration.id;
        self.stored(move |store| store.write_secret(id, SecretKind::PrivateKey, None))
            .await?;
        self.end(kept, None).await
    }

    /// The integration as it will be.
    async fn migrated(&self, kept: &Kept) -> Result<Integration, GuideError> {
        let state = self.look_at_migration(kept).await?;
        if !state.started {
            return Err(Blocked::NotStarted.into());
        }
        if state.scopes.is_empty() {
            return Err(Blocked::NoScopes.into());
        }
        Ok(Integration {
            kind: Kind::OauthServerToServer { scopes: state.scopes },
            ..kept.integration.clone()
        })
    }

    async fn migration_status(&self, kept: &Kept) -> Result<MigrationStatus, GuideError> {
        self.ask(
            &kept.integration,
            |console| async move { console.migration_status().await },
        )
        .await
    }

    /// The scopes that the console allows; none when it does not say.
    async fn allowed_scopes(&self, kept: &Kept) -> Vec<String> {
        let binding = self
            .ask(&kept.integration, |console| async move { console.migration().await })
            .await;
        binding.map(|binding| binding.allowed_scopes).unwrap_or_default()
    }
}

fn is_oauth(integration: &Integration) -> bool {
    matches!(integration.kind, Kind::OauthServerToServer { .. })
}

fn is_switched(kept: &Kept) -> bool {
    kept.record.kind_before.is_some() && is_oauth(&kept.integration)
}
