//! The program itself: information, settings, vault, clipboard, pages.

use std::sync::Mutex;
use std::time::Duration;

use ::integration::{METASCOPE_PRESETS, SCOPE_PRESETS};
use vault::{VaultError, VaultStatus};
use zeroize::Zeroizing;

use super::{Desk, lock};
use crate::contract::app::{AppInfo, CopyRequest, KnownPage, PassphraseRequest, Preset, Settings, VaultState};
use crate::contract::problem::{Problem, ProblemCode};
use crate::contract::tick::Tick;

/// How long a copied secret stays on the clipboard.
const SECRET_ON_CLIPBOARD: Duration = Duration::from_secs(60);

impl Desk {
    pub(crate) async fn app_info(&self, (): ()) -> Result<AppInfo, Problem> {
        Ok(AppInfo {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            desktop: self.desktop.is_window(),
            settings: self.settings.settings(),
            vault: self.open_vault().await?,
            metascopes: METASCOPE_PRESETS.iter().map(preset).collect(),
            scopes: SCOPE_PRESETS.iter().map(preset).collect(),
            has_proxy_password: self.has_proxy_password().await,
        })
    }

    pub(crate) async fn settings_save(&self, settings: Settings) -> Result<Settings, Problem> {
        if settings.network != self.settings.settings().network {
            self.use_network(&settings.network).await?;
        }
        self.settings.save(&settings)?;
        self.forget_other_proxy_password(&settings.network).await;
        Ok(settings)
    }

    pub(crate) async fn vault_unlock(&self, request: PassphraseRequest) -> Result<VaultState, Problem> {
        let vault = self.vault.clone();
        let passphrase = Zeroizing::new(request.passphrase);
        let status = self.blocking(move || Ok(vault.unlock(&passphrase)?)).await?;
        Ok(self.vault_changed(&status).await)
    }

    pub(crate) async fn vault_create(&self, request: PassphraseRequest) -> Result<VaultState, Problem> {
        let vault = self.vault.clone();
        let passphrase = Zeroizing::new(request.passphrase);
        let status = self
            .blocking(move || Ok(vault.create_with_passphrase(&passphrase)?))
            .await?;
        Ok(self.vault_changed(&status).await)
    }

    pub(crate) async fn vault_retry(&self, (): ()) -> Result<VaultState, Problem> {
        let state = self.open_vault().await?;
        self.ticks.send(Tick::Vault);
        Ok(state)
    }

    pub(crate) async fn vault_use_older(&self, (): ()) -> Result<VaultState, Problem> {
        let vault = self.vault.clone();
        let status = self.blocking(move || Ok(vault.use_older()?)).await?;
        Ok(self.vault_changed(&status).await)
    }

    pub(crate) async fn vault_set_aside(&self, (): ()) -> Result<VaultState, Problem> {
        let vault = self.vault.clone();
        self.blocking(move || Ok(vault.set_aside()?)).await?;
        self.vault_retry(()).await
    }

    pub(crate) async fn copy_text(&self, request: CopyRequest) -> Result<(), Problem> {
        self.desktop.copy(&request.text, false)
    }

    pub(crate) async fn page_open(&self, page: KnownPage) -> Result<(), Problem> {
        self.desktop.open_page(match page {
            KnownPage::DeveloperConsole => "https://developer.adobe.com/console",
            KnownPage::AdminConsole => "https://adminconsole.adobe.com/",
            KnownPage::Assurance => "https://experience.adobe.com/assurance",
            KnownPage::ExperienceCloud => "https://experience.adobe.com/",
        })
    }

    /// Copies a secret and takes it off the clipboard again after a minute, unless something else was copied since.
    pub(super) fn copy_secret(&self, secret: Zeroizing<String>) -> Result<(), Problem> {
        self.desktop.copy(&secret, true)?;
        let (desktop, ticks) = (self.desktop.clone(), self.ticks.clone());
        tokio::spawn(async move {
            tokio::time::sleep(SECRET_ON_CLIPBOARD).await;
            desktop.forget_copied(&secret);
            ticks.send(Tick::ClipboardCleared);
        });
        Ok(())
    }

    /// Opens the vault if it can be opened without the user: with the keychain, or with the passphrase that was given.
    ///
    /// # Errors
    /// When the vault file cannot be used. What the user can mend is a state, not an error.
    pub async fn open_vault(&self) -> Result<VaultState, Problem> {
        let vault = self.vault.clone();
        let passphrase = self.passphrase.clone();
        let status = self
            .blocking(move || {
                let status = match vault.open() {
                    Ok(status) => status,
                    Err(VaultError::Damaged { .. }) => return Ok(Err(VaultState::Damaged)),
                    Err(VaultError::TooNew { .. }) => return Ok(Err(VaultState::TooNew)),
                    Err(error) => return Err(error.into()),
                };
                Ok(Ok(match (&status, passphrase) {
                    (VaultStatus::Locked, Some(passphrase)) => vault.unlock(&passphrase)?,
                    (VaultStatus::NeedsPassphrase { .. }, Some(passphrase)) => {
                        vault.create_with_passphrase(&passphrase)?
                    }
                    _ => status,
                }))
            })
            .await?;
        let state = match status {
            Ok(status) => {
                self.sign_in_to_proxy(&status).await;
                (&status).into()
            }
            Err(unusable) => unusable,
        };
        self.vault_told.note(state);
        Ok(state)
    }

    /// Lets the page ask how the vault is, when a command found it to be otherwise than the page was told.
    pub(crate) fn tell_of_the_vault(&self, problem: &Problem) {
        let is_news = match problem.code {
            ProblemCode::VaultLocked => self.vault_told.note((&self.vault.status()).into()),
            ProblemCode::VaultDamaged => self.vault_told.was_open(),
            _ => false,
        };
        if is_news {
            self.ticks.send(Tick::Vault);
        }
    }

    async fn vault_changed(&self, status: &VaultStatus) -> VaultState {
        self.vault_told.note(status.into());
        self.sign_in_to_proxy(status).await;
        self.ticks.send(Tick::Vault);
        self.ticks.send(Tick::Integrations);
        status.into()
    }
}

/// How the page was told that the vault is.
#[derive(Default)]
pub(super) struct VaultTold(Mutex<Option<VaultState>>);

impl VaultTold {
    /// Notes what is told now; whether something else was told before.
    fn note(&self, state: VaultState) -> bool {
        lock(&self.0).replace(state) != Some(state)
    }

    /// Whether it was told to be open; from now on that is not known.
    fn was_open(&self) -> bool {
        let told = lock(&self.0).take();
        matches!(
            told,
            Some(VaultState::OpenWithKeychain | VaultState::OpenWithPassphrase)
        )
    }
}

fn preset(preset: &::integration::Preset) -> Preset {
    Preset {
        service: preset.service.to_owned(),
        values: preset.values.iter().map(|value| (*value).to_owned()).collect(),
    }
}
