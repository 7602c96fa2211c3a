//! From service account to OAuth Server-to-Server: started, looked at, cancelled, finished.

use reqwest::Method;
use serde_json::Value;

use super::{Console, ConsoleError};
use crate::scope_names;

/// How far the migration of a credential is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MigrationStatus {
    /// It can be started.
    NotStarted,
    /// Both credentials work.
    Started,
    /// Only OAuth Server-to-Server works; there is no way back.
    Completed,
    /// The credential is not one that can be migrated.
    NotApplicable,
    /// A word that Adobe's specification does not list.
    Other(String),
}

/// The OAuth Server-to-Server credential that a migration adds to a service account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MigrationBinding {
    /// Client ID; that of the service account.
    pub client_id: Option<String>,
    /// The scopes that it may ask for; they mean what the metascopes meant.
    pub allowed_scopes: Vec<String>,
}

impl Console {
    /// How far the migration is.
    ///
    /// # Errors
    /// See [`ConsoleError`].
    pub async fn migration_status(&self) -> Result<MigrationStatus, ConsoleError> {
        let answer = self.send(Method::GET, self.oauth("status"), |request| request).await?;
        answer.read(read_status)
    }

    /// Starts the migration: adds the OAuth Server-to-Server credential beside the service account.
    ///
    /// # Errors
    /// See [`ConsoleError`].
    pub async fn start_migration(&self) -> Result<MigrationBinding, ConsoleError> {
        let answer = self
            .send(Method::POST, self.oauth("binding"), |request| request)
            .await?;
        answer.read(read_binding)
    }

    /// The OAuth Server-to-Server credential of a migration that was started.
    ///
    /// # Errors
    /// See [`ConsoleError`].
    pub async fn migration(&self) -> Result<MigrationBinding, ConsoleError> {
        let answer = self.send(Method::GET, self.oauth("binding"), |request| request).await?;
        answer.read(read_binding)
    }

    /// Cancels a migration that was started: deletes the OAuth Server-to-Server credential.
    ///
    /// # Errors
    /// See [`ConsoleError`].
    pub async fn cancel_migration(&self) -> Result<(), ConsoleError> {
        self.send(Method::DELETE, self.oauth("binding"), |request| request)
            .await
            .map(|_| ())
    }

    /// Finishes the migration: the service account ends, for good.
    ///
    /// # Errors
    /// See [`ConsoleError`].
    pub async fn finish_migration(&self) -> Result<(), ConsoleError> {
        self.send(Method::PATCH, self.oauth("finalize"), |request| request)
            .await
            .map(|_| ())
    }

    fn oauth(&self, what: &str) -> url::Url {
        self.address(&["credentials", "oauth-server-to-server", &self.credential, what])
    }
}

pub(super) fn read_status(value: &Value) -> Option<MigrationStatus> {
    Some(match value["migrationStatus"].as_str()? {
        "NOT_STARTED" => MigrationStatus::NotStarted,
        "STARTED" => MigrationStatus::Started,
        "COMPLETED" => MigrationStatus::Completed,
        "NONE" => MigrationStatus::NotApplicable,
        other => MigrationStatus::Other(other.to_owned()),
    })
}

/// Adobe's specification has the scopes as one text; a list is read as well.
pub(super) fn read_binding(value: &Value) -> Option<MigrationBinding> {
    let object = value.as_object()?;
    let client_id = object.get("clientId").and_then(Value::as_str).map(str::to_owned);
    let scopes = object.get("allowedScopes");
    if client_id.is_none() && scopes.is_none() {
        return None;
    }
    let allowed_scopes = match scopes {
        Some(Value::String(text)) => scope_names(text),
        Some(Value::Array(names)) => {
            let names: Vec<_> = names.iter().filter_map(Value::as_str).collect();
            scope_names(&names.join(","))
        }
        _ => Vec::new(),
    };
    Some(MigrationBinding {
        client_id,
        allowed_scopes,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn scopes_are_read_as_text_and_as_a_list() {
        for scopes in [
            json!("openid,AdobeID"),
            json!("openid AdobeID"),
            json!(["openid", "AdobeID"]),
        ] {
            let binding = read_binding(&json!({"clientId": "c", "allowedScopes": scopes})).unwrap();
            assert_eq!(binding.allowed_scopes, ["openid", "AdobeID"]);
        }
        assert_eq!(read_binding(&json!({"message": "no"})), None);
        assert_eq!(read_binding(&json!([])), None);
    }

    #[test]
    fn every_status_of_the_specification_is_known() {
        let read = |word: &str| read_status(&json!({"migrationStatus": word})).unwrap();
        assert_eq!(read("NOT_STARTED"), MigrationStatus::NotStarted);
        assert_eq!(read("STARTED"), MigrationStatus::Started);
        assert_eq!(read("COMPLETED"), MigrationStatus::Completed);
        assert_eq!(read("NONE"), MigrationStatus::NotApplicable);
        assert_eq!(read("PAUSED"), MigrationStatus::Other("PAUSED".to_owned()));
    }
}
