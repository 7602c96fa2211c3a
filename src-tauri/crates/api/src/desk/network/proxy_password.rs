//! The password of a proxy, in the vault.

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use url::Url;
use vault::{Vault, VaultError};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// What it is called in the vault.
const NAME: &str = "network/proxy-password";

/// A password with the proxy and the user name that it is for. It goes to no other: else whoever changes the address in
/// the settings could have it sent anywhere.
#[derive(Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
#[serde(rename_all = "camelCase")]
pub(super) struct KeptPassword {
    proxy: String,
    user_name: String,
    password: String,
}

impl KeptPassword {
    pub(super) fn new(proxy: &Url, user_name: &str, password: &SecretString) -> Self {
        Self {
            proxy: proxy.to_string(),
            user_name: user_name.to_owned(),
            password: password.expose_secret().to_owned(),
        }
    }

    /// Nothing when there is none or the vault is not open.
    pub(super) fn read(vault: &Vault) -> Option<Self> {
        let record = vault.read(NAME).ok()??;
        serde_json::from_str(record.expose_secret()).ok()
    }

    pub(super) fn write(&self, vault: &Vault) -> Result<(), VaultError> {
        let record = serde_json::to_string(self).expect("texts cannot fail to serialise");
        vault.write(NAME, &SecretString::from(record))
    }

    pub(super) fn forget(vault: &Vault) -> Result<(), VaultError> {
        vault.remove(NAME)
    }

    pub(super) fn password_for(&self, proxy: &Url, user_name: &str) -> Option<SecretString> {
        let is_for = self.proxy == proxy.as_str() && self.user_name == user_name;
        is_for.then(|| SecretString::from(self.password.as_str()))
    }
}
