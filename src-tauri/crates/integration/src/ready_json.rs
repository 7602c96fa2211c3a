//! Reading the line that `assurance-desk practice` prints.

use secrecy::SecretString;
use serde::Deserialize;
use serde_json::{Map, Value};
use time::OffsetDateTime;
use url::Url;
use uuid::Uuid;

use crate::{Endpoints, Environment, HeldSecrets, Integration, JwtOptions, Kind};

/// The two credentials of a practice workspace that runs elsewhere, ready to be used.
#[derive(Clone, Debug)]
pub struct ReadyCredentials {
    /// Where its services answer.
    pub endpoints: Endpoints,
    /// The OAuth Server-to-Server credential.
    pub oauth: (Integration, HeldSecrets),
    /// The service account; its private key is for the caller to bring.
    pub service_account: (Integration, HeldSecrets),
}

/// Why a text is not what `assurance-desk practice` prints.
#[derive(Debug, thiserror::Error)]
#[error("this is not the line that `assurance-desk practice` prints: {reason}")]
pub struct ReadyJsonError {
    reason: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Ready {
    ims: Url,
    assurance: Url,
    platform: Url,
    tags: Url,
    console: Url,
    organization_id: String,
    oauth: Credential,
    service_account: Credential,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Credential {
    client_id: String,
    client_secret: SecretText,
    technical_account_id: String,
    #[serde(default)]
    scopes: Vec<String>,
    #[serde(default)]
    metascopes: Vec<String>,
    #[serde(default)]
    integration_id: Option<Value>,
    #[serde(default)]
    credential_id: Option<Value>,
}

#[derive(Deserialize)]
#[serde(from = "String")]
struct SecretText(SecretString);

impl From<String> for SecretText {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

/// Reads the line that `assurance-desk practice` prints. Other lines before and after it do not matter.
///
/// # Errors
/// When there is no such line.
pub fn from_ready_json(text: &str) -> Result<ReadyCredentials, ReadyJsonError> {
    let start = text.find('{').ok_or_else(|| ReadyJsonError {
        reason: "it holds no JSON object".to_owned(),
    })?;
    let mut objects = serde_json::Deserializer::from_str(&text[start..]).into_iter::<Ready>();
    let ready = match objects.next() {
        Some(Ok(ready)) => ready,
        Some(Err(error)) => {
            return Err(ReadyJsonError {
                reason: error.to_string(),
            });
        }
        None => {
            return Err(ReadyJsonError {
                reason: "it is empty".to_owned(),
            });
        }
    };
    let endpoints = Endpoints {
        ims: ready.ims,
        assurance: ready.assurance,
        platform: ready.platform,
        tags: ready.tags,
        console: ready.console,
    };
    let build = |name: &str, credential: Credential, is_service_account: bool| {
        // The console's number of a credential has one name for a service account and another for OAuth.
        let number = credential
            .integration_id
            .or(credential.credential_id)
            .as_ref()
            .and_then(plain_text);
        let console_link = number
            .as_ref()
            .map(|number| format!("{}/{number}", ready.organization_id));
        let kind = if is_service_account {
            Kind::ServiceAccount {
                metascopes: credential.metascopes,
                certificate_pem: None,
                integration_id: number,
                jwt: JwtOptions::default(),
            }
        } else {
            Kind::OauthServerToServer {
                scopes: credential.scopes,
            }
        };
        let integration = Integration {
            console_link,
            id: Uuid::new_v4(),
            name: name.to_owned(),
            organization_id: ready.organization_id.clone(),
            client_id: credential.client_id,
            technical_account_id: Some(credential.technical_account_id),
            environment: Environment::Custom(Box::new(endpoints.clone())),
            kind,
            sandbox: None,
            created_at: OffsetDateTime::now_utc(),
            last_used_at: None,
            extra: Map::new(),
        };
        (
            integration,
            HeldSecrets {
                client_secret: credential.client_secret.0,
                private_key_pem: None,
            },
        )
    };
    Ok(ReadyCredentials {
        oauth: build("Practice workspace", ready.oauth, false),
        service_account: build("Practice workspace (service account)", ready.service_account, true),
        endpoints: endpoints.clone(),
    })
}

fn plain_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_line_gives_both_credentials_and_shows_no_secret() {
        let line = json!({
            "ims": "http://127.0.0.1:1", "assurance": "http://127.0.0.1:1/graffias/graphql",
            "platform": "http://127.0.0.1:1", "tags": "http://127.0.0.1:1", "console": "http://127.0.0.1:1",
            "organizationId": "X@AdobeOrg",
            "oauth": {"clientId": "a", "clientSecret": "hidden-1", "technicalAccountId": "t", "scopes": ["openid"],
                "credentialId": "678"},
            "serviceAccount": {"clientId": "b", "clientSecret": "hidden-2", "technicalAccountId": "u",
                "metascopes": ["assurance_automation"], "integrationId": 12345, "later": true},
        });
        let ready = from_ready_json(&format!("listening\n{line}\nbye\n")).unwrap();
        assert_eq!(ready.oauth.0.kind.scopes(), ["openid"]);
        assert_eq!(ready.oauth.0.console_link.as_deref(), Some("X@AdobeOrg/678"));
        assert_eq!(
            ready.service_account.0.console_link.as_deref(),
            Some("X@AdobeOrg/12345")
        );
        let Kind::ServiceAccount { integration_id, .. } = &ready.service_account.0.kind else {
            panic!()
        };
        assert_eq!(integration_id.as_deref(), Some("12345"));
        assert!(!format!("{ready:?}").contains("hidden"));
    }

    #[test]
    fn other_texts_are_refused_without_a_panic() {
        for text in ["", "{}", "hello", "{\"ims\":\"not a url\"}", "[1]"] {
            assert!(from_ready_json(text).is_err(), "{text}");
        }
    }
}
