//! The part of Adobe's console API that registers certificates for a service account.

use gateway::{BodyError, Unreachable, excerpt, read_body};
use keys::Certificate;
use reqwest::multipart::{Form, Part};
use reqwest::{Client, Method, RequestBuilder};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde_json::Value;
use url::Url;

const BODY_LIMIT: usize = 1024 * 1024;

/// A certificate that is registered for a service account.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Binding {
    /// The console's id of it, used to delete it.
    pub binding_id: String,
    /// SHA-1 of the certificate's DER, lowercase hex without colons.
    pub certificate_fingerprint: String,
    /// When the certificate ends, as the console writes it.
    #[serde(default)]
    pub not_after: Value,
}

/// Why the console did not do it.
#[derive(Clone, Debug, thiserror::Error)]
pub enum ConsoleError {
    /// The console said no.
    #[error("the console refused with status {status}: {message}")]
    Refused {
        /// The HTTP status.
        status: u16,
        /// Its words.
        message: String,
        /// Adobe's id of the request, for its support.
        request_id: Option<String>,
    },
    /// The console could not be reached, or the connection broke.
    #[error(transparent)]
    Unreachable(#[from] Unreachable),
    /// The answer is not one of the console.
    #[error("the answer with status {status} is not one of the console: {excerpt}")]
    NotConsole {
        /// The HTTP status.
        status: u16,
        /// The beginning of the body as plain text, long values removed.
        excerpt: String,
    },
}

/// The certificates of one service account in the console.
#[derive(Clone, Debug)]
pub struct Console {
    bindings: Url,
    client: Client,
    authorization: Option<(String, SecretString)>,
}

impl Console {
    /// The service account number `integration_id` of the organization at the console `base`.
    #[must_use]
    pub fn new(base: &Url, client: Client, organization: &str, integration_id: &str) -> Self {
        let mut bindings = base.clone();
        if let Ok(mut path) = bindings.path_segments_mut() {
            path.pop_if_empty().extend([
                "console",
                "organizations",
                organization,
                "integrations",
                "entp",
                integration_id,
                "bindings",
            ]);
        }
        Self {
            bindings,
            client,
            authorization: None,
        }
    }

    /// Sends a client ID and an access token, which Adobe's console asks for and the practice console does not.
    #[must_use]
    pub fn with_authorization(mut self, client_id: String, access_token: SecretString) -> Self {
        self.authorization = Some((client_id, access_token));
        self
    }

    /// Registers a certificate.
    ///
    /// # Errors
    /// See [`ConsoleError`].
    pub async fn register(&self, certificate: &Certificate) -> Result<Binding, ConsoleError> {
        let part = Part::bytes(certificate.pem().into_bytes()).file_name("certificate_pub.crt");
        let form = Form::new().part("certificate", part);
        let answer = self
            .send(Method::POST, self.bindings.clone(), |request| request.multipart(form))
            .await?;
        // Adobe answers the new binding alone or the list with it; the practice console does the same.
        let fingerprint = certificate.sha1_fingerprint();
        let bindings = bindings(answer)?;
        let own = bindings
            .iter()
            .find(|binding| binding.certificate_fingerprint.eq_ignore_ascii_case(&fingerprint));
        own.or(bindings.last())
            .cloned()
            .ok_or_else(|| ConsoleError::NotConsole {
                status: 200,
                excerpt: String::new(),
            })
    }

    /// The registered certificates.
    ///
    /// # Errors
    /// See [`ConsoleError`].
    pub async fn list(&self) -> Result<Vec<Binding>, ConsoleError> {
        bindings(self.send(Method::GET, self.bindings.clone(), |request| request).await?)
    }

    /// Deletes a registered certificate; its key can no longer sign.
    ///
    /// # Errors
    /// See [`ConsoleError`].
    pub async fn delete(&self, binding_id: &str) -> Result<(), ConsoleError> {
        let mut url = self.bindings.clone();
        if let Ok(mut path) = url.path_segments_mut() {
            path.push(binding_id);
        }
        self.send(Method::DELETE, url, |request| request).await.map(|_| ())
    }

    async fn send(
        &self,
        method: Method,
        url: Url,
        fill: impl FnOnce(RequestBuilder) -> RequestBuilder,
    ) -> Result<(u16, Vec<u8>), ConsoleError> {
        let mut request = fill(
            self.client
                .request(method, url.clone())
                .header("accept", "application/json"),
        );
        if let Some((client_id, token)) = &self.authorization {
            request = request
                .header("x-api-key", client_id)
                .bearer_auth(token.expose_secret());
        }
        let response = request.send().await.map_err(|error| Unreachable::new(&url, &error))?;
        let status = response.status();
        let request_id = response
            .headers()
            .get("x-request-id")
            .and_then(|id| id.to_str().ok())
            .map(str::to_owned);
        let body = read_body(response, BODY_LIMIT).await.map_err(|error| match error {
            BodyError::Unreachable(unreachable) => ConsoleError::Unreachable(unreachable),
            BodyError::TooLarge { .. } => ConsoleError::NotConsole {
                status: status.as_u16(),
                excerpt: error.to_string(),
            },
        })?;
        if status.is_success() {
            return Ok((status.as_u16(), body.to_vec()));
        }
        Err(ConsoleError::Refused {
            status: status.as_u16(),
            message: words(&body),
            request_id,
        })
    }
}

/// Its refusals are bare JSON text, or the gateway's object with a message.
fn words(body: &[u8]) -> String {
    match serde_json::from_slice(body) {
        Ok(Value::String(text)) => text,
        Ok(Value::Object(object)) => {
            let message = ["message", "error_description", "detail"]
                .iter()
                .find_map(|key| object.get(*key)?.as_str());
            message.map_or_else(|| excerpt(body), str::to_owned)
        }
        _ => excerpt(body),
    }
}

fn bindings((status, body): (u16, Vec<u8>)) -> Result<Vec<Binding>, ConsoleError> {
    let read = |value: Value| match value {
        Value::Array(_) => serde_json::from_value(value),
        single => serde_json::from_value(single).map(|binding| vec![binding]),
    };
    serde_json::from_slice(&body)
        .and_then(read)
        .map_err(|_| ConsoleError::NotConsole {
            status,
            excerpt: excerpt(&body),
        })
}
