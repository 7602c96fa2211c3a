//! Asking IMS for access tokens.

use std::time::SystemTime;

use gateway::{BodyError, SharedClient, Unreachable, excerpt, noted, read_body, retry_after, server_time};
use keys::KeyPair;
use reqwest::{Method, Response};
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use time::OffsetDateTime;
use url::Url;

use crate::access_token::number;
use crate::{
    AccessToken, Claims, Clocks, Grant, ImsCode, ImsError, NOTABLE_SKEW, OauthCredentials, RefusalCause,
    ServiceAccount, SigningError, TokenVersion,
};

/// The largest answer that is read. An access token has under two thousand characters.
const BODY_LIMIT: usize = 1024 * 1024;

const SECRET_FIELDS: [&str; 2] = ["client_secret", "jwt_token"];

/// IMS at one address.
#[derive(Clone, Debug)]
pub struct ImsClient {
    base: Url,
    client: SharedClient,
    clocks: Clocks,
}

impl ImsClient {
    /// IMS at `base`: Adobe's is `https://ims-na1.adobelogin.com`. The claims of a JWT name the same address.
    #[must_use]
    pub fn new(base: Url, client: impl Into<SharedClient>) -> Self {
        Self {
            base,
            client: client.into(),
            clocks: Clocks::default(),
        }
    }

    /// Shares what is known of the clocks of IMS, so that one client's answer corrects the other's JWTs.
    #[must_use]
    pub fn with_clocks(mut self, clocks: Clocks) -> Self {
        self.clocks = clocks;
        self
    }

    /// Signs a JWT for the service account, dated `now` by this computer and corrected by what is known of the clock of
    /// IMS.
    ///
    /// # Errors
    /// When the signing library does not take the key.
    pub fn sign(
        &self,
        account: &ServiceAccount,
        key: &KeyPair,
        now: OffsetDateTime,
    ) -> Result<SecretString, SigningError> {
        Claims::new(account, &self.base, self.clocks.by_ims(&self.base, now)).sign(key)
    }

    /// Signs a JWT dated `now` for the service account and exchanges it for an access token. When IMS refuses it and
    /// its answer shows that the clocks differ by more than was known, it is tried once more, dated by the clock of
    /// IMS.
    ///
    /// # Errors
    /// See [`ImsError`]. Its `clock_skew` is the difference that was not corrected.
    pub async fn exchange(
        &self,
        account: &ServiceAccount,
        key: &KeyPair,
        now: OffsetDateTime,
    ) -> Result<AccessToken, ImsError> {
        match self.exchange_once(account, key, now).await {
            Err(ImsError::Refused {
                clock_skew: Some(skew),
                cause,
                ..
            }) if cause.may_be_the_clock() => {
                tracing::debug!(skew, ?cause, "the exchange is tried again by the clock of IMS");
                self.exchange_once(account, key, now).await
            }
            answer => answer,
        }
    }

    async fn exchange_once(
        &self,
        account: &ServiceAccount,
        key: &KeyPair,
        now: OffsetDateTime,
    ) -> Result<AccessToken, ImsError> {
        let corrected = self.clocks.ahead(&self.base);
        let jwt = self.sign(account, key, now)?;
        let fields = [
            ("client_id", account.client_id.as_str()),
            ("client_secret", account.client_secret.expose_secret()),
            ("jwt_token", jwt.expose_secret()),
        ];
        let mut answer = self
            .ask(Grant::Exchange, self.address("ims/exchange/jwt"), &fields)
            .await;
        if let Err(ImsError::Refused { clock_skew, .. }) = &mut answer {
            *clock_skew = clock_skew
                .map(|skew| skew.saturating_sub(corrected))
                .filter(|skew| skew.abs() > NOTABLE_SKEW);
        }
        answer
    }

    /// Asks for an access token with OAuth Server-to-Server credentials (`client_credentials`).
    ///
    /// # Errors
    /// See [`ImsError`].
    pub async fn client_credentials(&self, credentials: &OauthCredentials) -> Result<AccessToken, ImsError> {
        let scopes = credentials.scopes.join(",");
        let fields = [
            ("grant_type", "client_credentials"),
            ("client_id", credentials.client_id.as_str()),
            ("client_secret", credentials.client_secret.expose_secret()),
            ("scope", scopes.as_str()),
        ];
        let grant = Grant::ClientCredentials;
        match credentials.version {
            TokenVersion::V2 => self.ask(grant, self.address("ims/token/v2"), &fields).await,
            TokenVersion::V3 => self.ask(grant, self.address("ims/token/v3"), &fields).await,
            TokenVersion::V4 => {
                let mut url = self.address("ims/token/v4");
                url.query_pairs_mut().append_pair("client_id", &credentials.client_id);
                let without_id: Vec<_> = fields.into_iter().filter(|(name, _)| *name != "client_id").collect();
                self.ask(grant, url, &without_id).await
            }
        }
    }

    /// The difference of clocks in seconds, positive when IMS is ahead of this computer, from the `Date` of any answer.
    /// Nothing when IMS sends no readable date. Later JWTs are corrected by it.
    ///
    /// # Errors
    /// When IMS cannot be reached.
    pub async fn clock_skew(&self) -> Result<Option<i64>, ImsError> {
        let response = self.keys().await?;
        let skew = skew(&response);
        // Something else than IMS, as a network's sign-in page, may have a clock of its own.
        if let (true, Some(skew)) = (response.status().is_success(), skew) {
            self.clocks.note(&self.base, skew);
        }
        Ok(skew)
    }

    /// Makes sure that it is IMS that answers at this address, without any credentials. Gives the difference of clocks
    /// as [`ImsClient::clock_skew`] does.
    ///
    /// # Errors
    /// When IMS cannot be reached, or something else answers.
    pub async fn reach(&self) -> Result<Option<i64>, ImsError> {
        let response = self.keys().await?;
        let (skew, status, wait) = (
            skew(&response),
            response.status(),
            retry_after(response.headers(), SystemTime::now()),
        );
        let kind = response
            .headers()
            .get("content-type")
            .and_then(|kind| kind.to_str().ok());
        let content_type = kind.map(str::to_owned);
        let body = read_body(response, BODY_LIMIT).await.map_err(|error| match error {
            BodyError::Unreachable(unreachable) => ImsError::Unreachable(unreachable),
            BodyError::TooLarge { .. } => ImsError::NotIms {
                host: self.host(),
                status: status.as_u16(),
                content_type: content_type.clone(),
                excerpt: error.to_string(),
                retry_after: wait,
            },
        })?;
        let is_ims =
            status.is_success() && serde_json::from_slice::<Value>(&body).is_ok_and(|answer| answer.is_object());
        if !is_ims {
            return Err(ImsError::NotIms {
                host: self.host(),
                status: status.as_u16(),
                content_type,
                excerpt: excerpt(&body),
                retry_after: wait,
            });
        }
        if let Some(skew) = skew {
            self.clocks.note(&self.base, skew);
        }
        Ok(skew)
    }

    /// The key set, which IMS gives to everybody.
    async fn keys(&self) -> Result<Response, ImsError> {
        let url = self.address("ims/keys");
        let sent = self.client.current().get(url.clone()).send().await;
        let response = sent.map_err(|error| not_sent(&url, error))?;
        match Unreachable::behind_proxy(&response) {
            Some(unreachable) => Err(unreachable.into()),
            None => Ok(response),
        }
    }

    fn host(&self) -> String {
        self.base.host_str().unwrap_or_default().to_owned()
    }

    fn address(&self, path: &str) -> Url {
        let mut url = self.base.clone();
        url.set_path(&format!("{}/{path}", self.base.path().trim_end_matches('/')));
        url
    }

    async fn ask(&self, grant: Grant, url: Url, fields: &[(&str, &str)]) -> Result<AccessToken, ImsError> {
        let call = self
            .client
            .current()
            .post(url.clone())
            .header("accept", "application/json")
            .form(fields);
        let sent = noted(&Method::POST, &url, call.send()).await;
        let response = sent.map_err(|error| not_sent(&url, error))?;
        if let Some(unreachable) = Unreachable::behind_proxy(&response) {
            return Err(unreachable.into());
        }
        let skew = skew(&response);
        let clock_skew = skew.filter(|skew| skew.abs() > NOTABLE_SKEW);
        let status = response.status();
        let headers = response.headers().clone();
        let header = |name: &str| {
            headers
                .get(name)
                .and_then(|value| value.to_str().ok())
                .map(str::to_owned)
        };
        let not_ims = |excerpt: String| ImsError::NotIms {
            host: self.host(),
            status: status.as_u16(),
            content_type: header("content-type"),
            excerpt: hide(excerpt, fields),
            retry_after: retry_after(&headers, SystemTime::now()),
        };
        let body = read_body(response, BODY_LIMIT).await.map_err(|error| match error {
            BodyError::Unreachable(unreachable) => ImsError::Unreachable(unreachable),
            BodyError::TooLarge { .. } => not_ims(error.to_string()),
        })?;
        let answer: Value = serde_json::from_slice(&body).unwrap_or(Value::Null);
        let error = answer["error"].as_str().filter(|code| !code.trim().is_empty());
        let is_ims = error.is_some() || answer["access_token"].is_string();
        if let (true, Some(skew)) = (is_ims, skew) {
            self.clocks.note(&self.base, skew);
        }
        if let (true, None, Some(token)) = (status.is_success(), error, answer["access_token"].as_str()) {
            let secret = SecretString::from(token);
            return Ok(AccessToken::received(
                secret,
                number(&answer["expires_in"]),
                OffsetDateTime::now_utc(),
                clock_skew,
            ));
        }
        let code = match (status.as_u16(), error) {
            (429, _) => ImsCode::Throttled,
            (_, Some(code)) => ImsCode::new(code),
            (_, None) => return Err(not_ims(excerpt(&body))),
        };
        let words = ["error_description", "message"]
            .iter()
            .find_map(|key| answer[*key].as_str())
            .unwrap_or_default();
        Err(ImsError::Refused {
            status: status.as_u16(),
            cause: RefusalCause::new(grant, status.as_u16(), &code, words),
            description: hide(
                if words.trim().is_empty() {
                    code.as_str()
                } else {
                    words.trim()
                }
                .to_owned(),
                fields,
            ),
            code,
            debug_id: header("x-debug-id"),
            clock_skew,
            retry_after: retry_after(&headers, SystemTime::now()),
        })
    }
}

fn skew(response: &Response) -> Option<i64> {
    let theirs = OffsetDateTime::from(server_time(response.headers())?);
    Some((theirs - OffsetDateTime::now_utc()).whole_seconds())
}

/// A server may send back what it was sent; the secrets among it stay out of errors.
fn hide(text: String, fields: &[(&str, &str)]) -> String {
    let secrets = fields
        .iter()
        .filter(|(name, value)| SECRET_FIELDS.contains(name) && !value.is_empty());
    secrets.fold(text, |text, (_, secret)| text.replace(secret, "…"))
}

fn not_sent(url: &Url, error: reqwest::Error) -> ImsError {
    if error.is_builder() {
        return ImsError::NotSendable {
            reason: error.without_url().to_string(),
        };
    }
    Unreachable::new(url, &error).into()
}
