//! Newer versions of the program, in a build that was told where they are and who signs them. Tauri's updater reads the list,
//! checks signatures and puts a package in place; the desk fetches, so that proxy, certificate authorities and bounds are
//! those of every other call.

mod installed;

use std::sync::OnceLock;

use api::updates::{NewerVersion, UpdateError, Updates};
use serde_json::{Value, json};
use tauri::{AppHandle, Builder, Context, Wry};
use tauri_plugin_updater::{Error, Update, UpdaterExt as _};
use url::Url;

/// Where the list of the newest version is.
const LIST: Option<&str> = option_env!("ASSURANCE_DESK_UPDATES");
/// The public key of those who sign, as Tauri's `signer generate` writes it.
const KEY: Option<&str> = option_env!("ASSURANCE_DESK_UPDATE_KEY");
/// The page where people download the program.
const PAGE: Option<&str> = option_env!("ASSURANCE_DESK_DOWNLOADS");

/// Where this build gets updates from, and whom it believes.
#[derive(Clone)]
pub(crate) struct Source {
    list: Url,
    key: String,
    page: Option<Url>,
}

impl Source {
    /// What this build was told; none where it was told nothing, or nothing that can be used.
    pub(crate) fn of_this_build() -> Option<Self> {
        Self::read(
            told(LIST, "ASSURANCE_DESK_UPDATES"),
            told(KEY, "ASSURANCE_DESK_UPDATE_KEY"),
            told(PAGE, "ASSURANCE_DESK_DOWNLOADS"),
        )
    }

    fn read(list: Option<String>, key: Option<String>, page: Option<String>) -> Option<Self> {
        Some(Self {
            list: secure(&list?)?,
            key: key.filter(|key| !key.trim().is_empty())?.trim().to_owned(),
            page: page.and_then(|page| secure(&page)),
        })
    }

    /// Adds Tauri's updater to the program. The page gets no right to it.
    pub(crate) fn add_to(&self, program: Builder<Wry>, context: &mut Context) -> Builder<Wry> {
        let settings = json!({ "pubkey": self.key, "endpoints": [], "requireSignedVersion": true });
        context.config_mut().plugins.0.insert("updater".to_owned(), settings);
        program.plugin(tauri_plugin_updater::Builder::new().build())
    }
}

/// What was said when the program was built. Tests say it when they start a build that nobody gets.
fn told(built: Option<&str>, name: &str) -> Option<String> {
    let started = || cfg!(debug_assertions).then(|| std::env::var(name).ok()).flatten();
    built.map(str::to_owned).or_else(started)
}

fn secure(address: &str) -> Option<Url> {
    let url = Url::parse(address.trim()).ok()?;
    (url.scheme() == "https" && url.has_host()).then_some(url)
}

/// Tauri's updater, for the desk.
pub(crate) struct TauriUpdates {
    app: AppHandle,
    source: Source,
    replaces_itself: OnceLock<bool>,
}

impl TauriUpdates {
    pub(crate) fn new(app: AppHandle, source: Source) -> Self {
        Self {
            app,
            source,
            replaces_itself: OnceLock::new(),
        }
    }

    /// What the list offers, in Tauri's shape. The version that a package was signed as must be the one of the list.
    fn update(&self, list: &Value) -> Result<Option<Update>, UpdateError> {
        let updater = self.app.updater_builder().endpoints(vec![self.source.list.clone()]);
        let updater = updater.and_then(tauri_plugin_updater::UpdaterBuilder::build);
        let update = updater.and_then(|updater| updater.restore_update(list.clone()));
        update.map_err(|error| match error {
            Error::TargetNotFound(_) | Error::TargetsNotFound(_) => UpdateError::NoPackage,
            other => UpdateError::List(other.to_string()),
        })
    }

    fn expected(&self, list: &Value) -> Result<Update, UpdateError> {
        self.update(list)?
            .ok_or_else(|| UpdateError::List("the version is not newer".to_owned()))
    }
}

impl Updates for TauriUpdates {
    fn list(&self) -> &Url {
        &self.source.list
    }

    fn page(&self) -> Option<&Url> {
        self.source.page.as_ref()
    }

    fn replaces_itself(&self) -> bool {
        *self.replaces_itself.get_or_init(installed::replaces_itself)
    }

    fn newer(&self, list: &Value) -> Result<Option<NewerVersion>, UpdateError> {
        Ok(self.update(list)?.map(|update| NewerVersion {
            version: update.version,
            date: update.date,
            notes: update.body.unwrap_or_default(),
            package: update.download_url,
        }))
    }

    fn check(&self, list: &Value, package: &[u8]) -> Result<(), UpdateError> {
        self.expected(list)?.verify(package).map_err(refused)
    }

    fn install(&self, list: &Value, package: &[u8]) -> Result<(), UpdateError> {
        self.expected(list)?.install(package).map_err(refused)
    }

    fn restart(&self) {
        self.app.request_restart();
    }
}

fn refused(error: Error) -> UpdateError {
    match error {
        Error::SignedVersionMismatch { .. } | Error::MissingSignedVersion => {
            UpdateError::AnotherVersion(error.to_string())
        }
        Error::Minisign(_) | Error::Base64(_) | Error::SignatureUtf8(_) => UpdateError::Signature(error.to_string()),
        other => UpdateError::NotInPlace(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(list: &str, key: &str) -> Option<Source> {
        Source::read(Some(list.to_owned()), Some(key.to_owned()), None)
    }

    #[test]
    fn without_a_secure_address_and_a_key_there_are_no_updates() {
        assert!(read("https://example.org/latest.json", "a key").is_some());
        assert!(read("https://example.org/latest.json", " ").is_none());
        assert!(Source::read(Some("https://example.org".to_owned()), None, None).is_none());
        for list in [
            "",
            "latest.json",
            "http://example.org/latest.json",
            "file:///latest.json",
        ] {
            assert!(read(list, "a key").is_none(), "{list}");
        }
    }
}
