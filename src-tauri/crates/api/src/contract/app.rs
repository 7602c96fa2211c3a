//! The program itself: version, settings, vault, clipboard, links.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the window needs to know once, when it opens.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AppInfo {
    /// Version of the program, as in `Cargo.toml`.
    pub version: String,
    /// True in the desktop window; false where the same UI runs in a browser and has no file dialogs.
    pub desktop: bool,
    /// What the user chose.
    pub settings: Settings,
    /// Whether secrets can be read.
    pub vault: VaultState,
    /// Metascopes by service name, for the picker.
    pub metascopes: Vec<Preset>,
    /// OAuth scopes by service name, for the picker.
    pub scopes: Vec<Preset>,
    /// Whether the vault holds the password of the proxy that was chosen.
    pub has_proxy_password: bool,
}

/// A named list of metascopes or scopes of one Adobe service.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Preset {
    /// The service, in Adobe's words.
    pub service: String,
    /// What to request for it.
    pub values: Vec<String>,
}

/// What the user chose and the program remembers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// Light, dark, or what the system says.
    pub theme: Theme,
    /// Hints that the user has read and closed.
    pub closed_hints: Vec<String>,
    /// Announcements that the user has put away.
    pub dismissed_announcements: Vec<String>,
    /// How to reach Adobe from this network.
    pub network: NetworkSettings,
    /// Keep every session of every integration on this computer, also those that nobody opens.
    pub archive_always: bool,
}

/// How to reach Adobe from this network.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct NetworkSettings {
    /// The proxy.
    pub proxy: ProxyChoice,
    /// A PEM file with certificate authorities that are trusted beside the system's own.
    pub certificate_authorities: Option<String>,
}

/// The proxy between this computer and Adobe.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "use")]
#[serde(rename_all_fields = "camelCase")]
pub enum ProxyChoice {
    /// What the system or the environment says.
    #[default]
    System,
    /// None.
    Direct,
    /// This one.
    Custom {
        /// Its address, `http://host:port` or `socks5://host:port`. It carries no user name and no password.
        url: String,
        /// The user name that it asks for; empty where it asks for none. Its password is in the vault.
        #[serde(default)]
        user_name: String,
    },
}

/// Network settings to try.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TryNetworkRequest {
    /// The settings.
    pub network: NetworkSettings,
    /// The password of the proxy, where one was typed; the one in the vault otherwise, if it is for this proxy and this
    /// user name.
    pub password: Option<String>,
}

/// The password of a proxy; travels to Rust only.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProxyPasswordRequest {
    /// The address of the proxy. The password goes to no other.
    pub url: String,
    /// The user name that it belongs to.
    pub user_name: String,
    /// The password.
    pub password: String,
}

/// What came of trying the network settings.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NetworkReport {
    /// The host that answered.
    pub host: String,
    /// The proxy in between, without user name and password.
    pub proxy: Option<String>,
    /// Seconds by which its clock is ahead of this computer's.
    pub clock_ahead_seconds: Option<i64>,
}

/// Colours of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Theme {
    /// What the system says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// Whether secrets can be read and written now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum VaultState {
    /// Open, its key is in the system keychain.
    OpenWithKeychain,
    /// Open, its key comes from the user's passphrase.
    OpenWithPassphrase,
    /// The user must enter the passphrase.
    Locked,
    /// No keychain on this machine: the user must choose a passphrase.
    NeedsPassphrase,
    /// The vault's key is in a keychain that does not answer or is locked.
    KeychainUnavailable,
    /// The keychain answers but no longer holds the vault's key.
    KeychainKeyMissing,
    /// The vault file is older than the newest that was seen: the user must say whether it is to be used.
    OlderFile,
    /// The vault file was cut off, or changed by something else than this program.
    Damaged,
    /// A newer version of this program wrote the vault file.
    TooNew,
}

/// A passphrase typed by the user; travels to Rust only.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PassphraseRequest {
    /// At least eight characters when it is chosen.
    pub passphrase: String,
}

/// A text for the clipboard that is not a secret.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CopyRequest {
    /// Exactly what lands on the clipboard.
    pub text: String,
}

/// A page of Adobe's to open in the user's browser.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum KnownPage {
    /// Adobe Developer Console, where credentials are made.
    DeveloperConsole,
    /// Adobe Admin Console, where access is granted.
    AdminConsole,
    /// Assurance in Experience Cloud.
    Assurance,
    /// Experience Cloud, where Experience Platform and its permissions are.
    ExperienceCloud,
}
