//! One call of any API, with its answer as it came: whatever the status and whatever the body.

use std::time::{Duration, Instant};

use bytes::Bytes;
use http::header::AUTHORIZATION;
use http::{HeaderMap, HeaderName, Method, StatusCode};
use secrecy::SecretString;
use url::Url;

use crate::error::is_about_the_token;
use crate::noted::noted;
use crate::requests::{bearer, header_value};
use crate::{BodyError, Gateway, GatewayError, SharedClient, Unreachable, read_body, refusal};

/// The largest body of an [`Exchange`]: 32 MB.
pub const EXCHANGE_BODY_LIMIT: usize = 32 * 1024 * 1024;

/// A call that is sent as it is written.
#[derive(Clone)]
pub struct RawRequest {
    /// The method.
    pub method: Method,
    /// The whole address.
    pub url: Url,
    /// The headers. One of the same name takes the place of one that the gateway fills in.
    pub headers: HeaderMap,
    /// The body.
    pub body: Option<Bytes>,
    /// Whether the access token, the client ID and the organization ID go along.
    pub with_identity: bool,
    /// The HTTP client that sends it; none for the gateway's own. Another one is needed where a proxy is on the way to
    /// one of two hosts only.
    pub client: Option<SharedClient>,
}

/// What came back. Its body may hold a secret, so it is not in what is printed for debugging.
#[derive(Clone)]
pub struct Exchange {
    /// The HTTP status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, decompressed.
    pub body: Bytes,
    /// From sending to the last byte. Waiting for the pace or an access token does not count.
    pub took: Duration,
    /// The access token that went along.
    pub token_sent: Option<SecretString>,
}

impl std::fmt::Debug for Exchange {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Exchange")
            .field("status", &self.status)
            .field("bytes", &self.body.len())
            .field("took", &self.took)
            .finish_non_exhaustive()
    }
}

impl Gateway {
    /// Sends a call once and gives its answer, whatever it is: a refusal and a redirect are answers, too. It keeps the
    /// pace of all calls. An access token that Adobe refuses is replaced once; otherwise nothing is tried again.
    ///
    /// # Errors
    /// When there is no access token, the call cannot be written as HTTP, nothing answers, or the answer is larger than
    /// [`EXCHANGE_BODY_LIMIT`].
    pub async fn exchange(&self, request: RawRequest) -> Result<Exchange, GatewayError> {
        let mut headers = request.headers.clone();
        if request.with_identity {
            let identity = self.identity();
            fill_in(&mut headers, "x-api-key", "the client ID", &identity.client_id)?;
            let organization = &identity.organization_id;
            fill_in(&mut headers, "x-gw-ims-org-id", "the organization ID", organization)?;
        }
        let with_token = request.with_identity && !headers.contains_key(AUTHORIZATION);
        let mut token_replaced = false;
        loop {
            let mut token_sent = None;
            if with_token {
                let token = self.tokens.access_token().await.map_err(GatewayError::Token)?;
                headers.insert(AUTHORIZATION, bearer(&token)?);
                token_sent = Some(token);
            }
            self.pace.turn().await;
            let exchange = self.exchange_once(&request, headers.clone(), token_sent).await?;
            match &exchange.token_sent {
                Some(token) if !token_replaced && exchange.is_token_refused() => {
                    self.tokens.token_refused(token).await;
                    token_replaced = true;
                }
                _ => return Ok(exchange),
            }
        }
    }

    async fn exchange_once(
        &self,
        request: &RawRequest,
        headers: HeaderMap,
        token_sent: Option<SecretString>,
    ) -> Result<Exchange, GatewayError> {
        let client = request.client.as_ref().unwrap_or(&self.client).current();
        let mut call = client
            .request(request.method.clone(), request.url.clone())
            .headers(headers);
        if let Some(body) = &request.body {
            call = call.body(body.clone());
        }
        let begun = Instant::now();
        let response = noted(&request.method, &request.url, call.send())
            .await
            .map_err(|error| {
                if error.is_builder() {
                    return GatewayError::NotSendable {
                        reason: error.without_url().to_string(),
                    };
                }
                Unreachable::new(&request.url, &error).into()
            })?;
        let (status, headers) = (response.status(), response.headers().clone());
        let limit = self.body_limit.min(EXCHANGE_BODY_LIMIT);
        let body = read_body(response, limit).await.map_err(|error| match error {
            BodyError::TooLarge { limit } => GatewayError::TooLarge { limit },
            BodyError::Unreachable(unreachable) => unreachable.into(),
        })?;
        Ok(Exchange {
            status,
            headers,
            body,
            took: begun.elapsed(),
            token_sent,
        })
    }
}

impl Exchange {
    /// The answer as the error that it is in one of Adobe's shapes, or in none of them; none for a success or a redirect.
    #[must_use]
    pub fn refusal(&self) -> Option<GatewayError> {
        let failed = self.status.is_client_error() || self.status.is_server_error();
        failed.then(|| refusal::error(self.status, &self.headers, &self.body))
    }

    /// Whether Adobe's gateway says, with a code, that the access token is not good. Other hosts answer 401 for reasons of
    /// their own.
    fn is_token_refused(&self) -> bool {
        self.status == StatusCode::UNAUTHORIZED
            && refusal::read(&self.body)
                .and_then(|refusal| refusal.error_code)
                .is_some_and(|code| is_about_the_token(Some(&code)))
    }
}

fn fill_in(headers: &mut HeaderMap, name: &'static str, what: &str, value: &str) -> Result<(), GatewayError> {
    let name = HeaderName::from_static(name);
    if !headers.contains_key(&name) {
        headers.insert(name, header_value(what, value)?);
    }
    Ok(())
}
