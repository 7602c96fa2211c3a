//! The client secrets of a credential. A credential has two at most, they never end, and a deleted one is gone for good.

use reqwest::Method;
use secrecy::SecretString;
use serde_json::Value;
use time::OffsetDateTime;

use super::reading::{id, moment};
use super::{Console, ConsoleError};

/// The most client secrets that a credential can have.
pub(crate) const MOST_SECRETS: usize = 2;

/// A client secret as the console lists it: without its value, which it shows once and never again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedSecret {
    /// The console's id of it, used to delete it.
    pub uuid: String,
    /// When it was made.
    pub created_at: Option<OffsetDateTime>,
    /// When it ends; Adobe's do not.
    pub expires_at: Option<OffsetDateTime>,
    /// When it was last used, in whichever way.
    pub last_used_at: Option<OffsetDateTime>,
}

/// A client secret that was made just now.
#[derive(Clone, Debug)]
pub struct AddedSecret {
    /// The console's id of it, where the answer tells.
    pub uuid: Option<String>,
    /// Its value.
    pub client_secret: SecretString,
}

impl Console {
    /// The client secrets.
    ///
    /// # Errors
    /// See [`ConsoleError`].
    pub async fn secrets(&self) -> Result<Vec<ListedSecret>, ConsoleError> {
        let answer = self
            .send(Method::GET, self.secrets_address(&[]), |request| request)
            .await?;
        answer.read(read_list)
    }

    /// Adds a client secret. When the answer is lost the secret exists, and nobody knows its value.
    ///
    /// # Errors
    /// See [`ConsoleError`].
    pub async fn add_secret(&self) -> Result<AddedSecret, ConsoleError> {
        let answer = self
            .send(Method::POST, self.secrets_address(&[]), |request| request)
            .await?;
        // The body holds the secret, so nothing of one that cannot be read is told.
        answer.read(read_added).map_err(|_| ConsoleError::NotConsole {
            status: answer.status,
            excerpt: String::new(),
        })
    }

    /// Deletes a client secret for good.
    ///
    /// # Errors
    /// See [`ConsoleError`].
    pub async fn delete_secret(&self, uuid: &str) -> Result<(), ConsoleError> {
        self.send(Method::DELETE, self.secrets_address(&[uuid]), |request| request)
            .await
            .map(|_| ())
    }

    fn secrets_address(&self, below: &[&str]) -> url::Url {
        let segments = ["credentials", &self.credential, "secrets"];
        self.address(&[&segments, below].concat())
    }
}

pub(super) fn read_list(value: &Value) -> Option<Vec<ListedSecret>> {
    let list = value.get("client_secrets").unwrap_or(value).as_array()?;
    list.iter().map(listed).collect()
}

/// The value stands beside the other fields, or in the list of the one secret that was made.
pub(super) fn read_added(value: &Value) -> Option<AddedSecret> {
    let within = value["client_secrets"].as_array().into_iter().flatten();
    let made = std::iter::once(value)
        .chain(within)
        .find(|made| made["client_secret"].as_str().is_some_and(|text| !text.is_empty()))?;
    Some(AddedSecret {
        uuid: id(&made["uuid"]),
        client_secret: made["client_secret"].as_str()?.into(),
    })
}

fn listed(value: &Value) -> Option<ListedSecret> {
    let usages = value["secret_usages"].as_array().into_iter().flatten();
    Some(ListedSecret {
        uuid: id(&value["uuid"])?,
        created_at: moment(&value["created_at"]),
        expires_at: moment(&value["expires_at"]),
        last_used_at: usages.filter_map(|usage| moment(&usage["last_used_at"])).max(),
    })
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;
    use serde_json::json;

    use super::*;

    #[test]
    fn a_list_is_read_with_and_without_uses() {
        let list = read_list(&json!({"client_id": "c", "client_secrets": [
            {"uuid": "a", "created_at": "1682448485000", "expires_at": "PERMANENT", "secret_usages": [
                {"last_used_at": "1683162010101", "grant_type": "client_credentials"},
                {"last_used_at": "1683162010102", "grant_type": "exchange_jwt"}]},
            {"uuid": "b", "expires_at": "1999999999000", "secret_usages": null},
        ]}))
        .unwrap();
        let seconds = |moment: Option<OffsetDateTime>| moment.map(OffsetDateTime::unix_timestamp);
        assert_eq!(seconds(list[0].created_at), Some(1_682_448_485));
        assert_eq!(list[0].last_used_at.unwrap().millisecond(), 102);
        assert_eq!((list[0].expires_at, list[1].last_used_at), (None, None));
        assert_eq!(seconds(list[1].expires_at), Some(1_999_999_999));
        assert_eq!(read_list(&json!({"client_secrets": [{"created_at": "1"}]})), None);
        assert_eq!(read_list(&json!({"error": "no"})), None);
    }

    #[test]
    fn an_added_secret_is_found_beside_the_fields_or_in_the_list() {
        for value in [
            json!({"uuid": "u", "client_secret": "hidden"}),
            json!({"client_id": "c", "client_secrets": [{"uuid": "u", "client_secret": "hidden"}]}),
        ] {
            let added = read_added(&value).unwrap();
            assert_eq!(added.uuid.as_deref(), Some("u"));
            assert_eq!(added.client_secret.expose_secret(), "hidden");
            assert!(!format!("{added:?}").contains("hidden"));
        }
        assert!(read_added(&json!({"uuid": "u", "client_secret": ""})).is_none());
    }
}
