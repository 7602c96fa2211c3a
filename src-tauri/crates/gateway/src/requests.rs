//! Sending calls to Adobe's APIs.

use std::sync::Arc;
use std::time::Duration;

use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use reqwest::Response;
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use url::Url;

use crate::noted::noted;
use crate::pace::Pace;
use crate::{
    Answer, BodyError, DEFAULT_BODY_LIMIT, GatewayError, Retry, SharedClient, TokenSource, Unreachable, read_body,
    refusal,
};

/// Who is calling: what every call tells Adobe beside the access token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GatewayIdentity {
    /// The client ID (API key), sent as `x-api-key`.
    pub client_id: String,
    /// The organization ID, sent as `x-gw-ims-org-id`.
    pub organization_id: String,
}

/// Calls Adobe's APIs for one integration: Adobe's headers, a courteous pace of about ten calls a second, a fresh
/// access token when one is refused, and another try where that is safe. Share it in an `Arc`.
pub struct Gateway {
    pub(crate) client: SharedClient,
    identity: GatewayIdentity,
    pub(crate) tokens: Arc<dyn TokenSource>,
    pub(crate) pace: Pace,
    pub(crate) body_limit: usize,
    first_wait: Duration,
}

impl std::fmt::Debug for Gateway {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Gateway")
            .field("identity", &self.identity)
            .finish_non_exhaustive()
    }
}

impl Gateway {
    /// A gateway that calls as `identity`, with tokens from `tokens`.
    #[must_use]
    pub fn new(client: impl Into<SharedClient>, identity: GatewayIdentity, tokens: Arc<dyn TokenSource>) -> Self {
        Self {
            client: client.into(),
            identity,
            tokens,
            pace: Pace::new(Duration::from_millis(100), 10),
            body_limit: DEFAULT_BODY_LIMIT,
            first_wait: Duration::from_millis(500),
        }
    }

    /// Reads bodies of at most `bytes`.
    #[must_use]
    pub fn with_body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// Waits about this long before the second try, and twice as long before the third.
    #[must_use]
    pub fn with_first_wait(mut self, first_wait: Duration) -> Self {
        self.first_wait = first_wait;
        self
    }

    /// Who this gateway calls as.
    #[must_use]
    pub fn identity(&self) -> &GatewayIdentity {
        &self.identity
    }

    /// Posts a JSON body and expects JSON back.
    ///
    /// # Errors
    /// See [`GatewayError`]. A refused access token is replaced once before it counts as a failure.
    pub async fn post_json(&self, url: &Url, body: &Value, retry: Retry) -> Result<Answer, GatewayError> {
        let body = body.to_string();
        let headers = HeaderMap::from_iter([
            (ACCEPT, HeaderValue::from_static("application/json")),
            (CONTENT_TYPE, HeaderValue::from_static("application/json")),
        ]);
        self.send(Method::POST, url, headers, Some(body), retry).await
    }

    /// Gets JSON of the given media type. `headers` go out beside Adobe's own.
    ///
    /// # Errors
    /// See [`GatewayError`].
    pub async fn get(&self, url: &Url, accept: &str, mut headers: HeaderMap) -> Result<Answer, GatewayError> {
        headers.insert(ACCEPT, header_value("the media type", accept)?);
        self.send(Method::GET, url, headers, None, Retry::Safe).await
    }

    async fn send(
        &self,
        method: Method,
        url: &Url,
        mut headers: HeaderMap,
        body: Option<String>,
        retry: Retry,
    ) -> Result<Answer, GatewayError> {
        headers.insert(
            HeaderName::from_static("x-api-key"),
            header_value("the client ID", &self.identity.client_id)?,
        );
        headers.insert(
            HeaderName::from_static("x-gw-ims-org-id"),
            header_value("the organization ID", &self.identity.organization_id)?,
        );
        let mut tries = 0;
        let mut token_replaced = false;
        loop {
            let token = self.tokens.access_token().await.map_err(GatewayError::Token)?;
            headers.insert(AUTHORIZATION, bearer(&token)?);
            self.pace.turn().await;
            let error = match self.send_once(method.clone(), url, headers.clone(), body.clone()).await {
                Ok(answer) => return Ok(answer),
                Err(error) => error,
            };
            if error.is_token_refused() && !token_replaced {
                self.tokens.token_refused(&token).await;
                token_replaced = true;
                continue;
            }
            tries += 1;
            let Some(wait) = retry.wait(tries, self.first_wait, &error) else {
                return Err(error);
            };
            tracing::debug!(path = url.path(), tries, wait_ms = wait.as_millis(), %error, "trying again");
            tokio::time::sleep(wait).await;
        }
    }

    async fn send_once(
        &self,
        method: Method,
        url: &Url,
        headers: HeaderMap,
        body: Option<String>,
    ) -> Result<Answer, GatewayError> {
        let mut request = self
            .client
            .current()
            .request(method.clone(), url.clone())
            .headers(headers);
        if let Some(body) = body {
            request = request.body(body);
        }
        let response = noted(&method, url, request.send()).await.map_err(|error| {
            if error.is_builder() {
                return GatewayError::NotSendable {
                    reason: error.without_url().to_string(),
                };
            }
            Unreachable::new(url, &error).into()
        })?;
        self.read(response).await
    }

    async fn read(&self, response: Response) -> Result<Answer, GatewayError> {
        if let Some(unreachable) = Unreachable::behind_proxy(&response) {
            return Err(unreachable.into());
        }
        let headers = response.headers().clone();
        let header = |name: &str| {
            headers
                .get(name)
                .and_then(|value| value.to_str().ok())
                .map(str::to_owned)
        };
        let status = response.status();
        let body = read_body(response, self.body_limit)
            .await
            .map_err(|error| match error {
                BodyError::TooLarge { limit } => GatewayError::TooLarge { limit },
                BodyError::Unreachable(unreachable) => unreachable.into(),
            })?;
        let answer = Answer {
            status: status.as_u16(),
            body,
            content_type: header("content-type"),
            request_id: header("x-request-id"),
        };
        if status.is_success() {
            if answer.looks_like_json() {
                return Ok(answer);
            }
            return Err(answer.not_json("another kind of content"));
        }
        Err(refusal::error(status, &headers, &answer.body))
    }
}

pub(crate) fn header_value(what: &str, value: &str) -> Result<HeaderValue, GatewayError> {
    HeaderValue::from_str(value).map_err(|_| GatewayError::NotSendable {
        reason: format!("{what} holds characters that cannot be sent"),
    })
}

pub(crate) fn bearer(token: &SecretString) -> Result<HeaderValue, GatewayError> {
    let mut value = header_value("the access token", &format!("Bearer {}", token.expose_secret()))?;
    value.set_sensitive(true);
    Ok(value)
}
