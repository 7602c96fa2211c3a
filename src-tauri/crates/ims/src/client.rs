//! Asking IMS for access tokens.

use std::time::SystemTime;

use gateway::{BodyError, Unreachable, excerpt, read_body, retry_after, server_time};
use keys::KeyPair;
use reqwest::{Client, Response};
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use time::OffsetDateTime;
use url::Url;

use crate::access_token::number;
use crate::{AccessToken, Claims, ImsCode, ImsError, OauthCredentials, RefusalCause, ServiceAccount};

/// The largest answer that is read. An access token has under two thousand characters.
const BODY_LIMIT: usize = 1024 * 1024;

/// A difference of clocks that is worth telling, in seconds.
const NOTABLE_SKEW: i64 = 60;

const SECRET_FIELDS: [&str; 2] = ["client_secret", "jwt_token"];

/// IMS at one address.
#[derive(Clone, Debug)]
pub struct ImsClient {
    base: Url,
    client: Client,
}

impl ImsClient {
    /// IMS at `base`: Adobe's is `https://ims-na1.adobelogin.com`. The claims of a JWT name the same address.
    #[must_use]
    pub fn new(base: Url, client: Client) -> Self {
        Self { base, client }
    }

    /// Signs a JWT dated `now` for the service account and exchanges it for an access token.
    ///
    /// # Errors
    /// See [`ImsError`].
    pub async fn exchange(
        &self,
        account: &ServiceAccount,
        key: &KeyPair,
        now: OffsetDateTime,
    ) -> Result<AccessToken, ImsError> {
        let jwt = Claims::new(account, &self.base, now).sign(key)?;
        let fields = [
            ("client_id", account.client_id.as_str()),
            ("client_secret", account.client_secret.expose_secret()),
            ("jwt_token", jwt.expose_secret()),
        ];
        self.ask("ims/exchange/jwt", &fields).await
    }

    /// Asks for an access token with OAuth Server-to-Server credentials (`client_credentials`, version 3).
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
        self.ask("ims/token/v3", &fields).await
    }

    /// The difference of clocks in seconds, positive when IMS is ahead of this computer, from the `Date` of any answer.
    /// Nothing when IMS sends no readable date.
    ///
    /// # Errors
    /// When IMS cannot be reached.
    pub async fn clock_skew(&self) -> Result<Option<i64>, ImsError> {
        let url = self.address("ims/keys");
        let response = self
            .client
            .get(url.clone())
            .send()
            .await
            .map_err(|error| not_sent(&url, error))?;
        Ok(skew(&response))
    }

    fn address(&self, path: &str) -> Url {
        let mut url = self.base.clone();
        url.set_path(&format!("{}/{path}", self.base.path().trim_end_matches('/')));
        url
    }

    async fn ask(&self, path: &str, fields: &[(&str, &str)]) -> Result<AccessToken, ImsError> {
        let url = self.address(path);
        let sent = self
            .client
            .post(url.clone())
            .header("accept", "application/json")
            .form(fields)
            .send()
            .await;
        let response = sent.map_err(|error| not_sent(&url, error))?;
        let clock_skew = skew(&response).filter(|skew| skew.abs() > NOTABLE_SKEW);
        let status = response.status();
        let headers = response.headers().clone();
        let header = |name: &str| {
            headers
                .get(name)
                .and_then(|value| value.to_str().ok())
                .map(str::to_owned)
        };
        let not_ims = |excerpt: String| ImsError::NotIms {
            host: url.host_str().unwrap_or_default().to_owned(),
            status: status.as_u16(),
            content_type: header("content-type"),
            excerpt: hide(excerpt, fields),
        };
        let body = read_body(response, BODY_LIMIT).await.map_err(|error| match error {
            BodyError::Unreachable(unreachable) => ImsError::Unreachable(unreachable),
            BodyError::TooLarge { .. } => not_ims(error.to_string()),
        })?;
        let answer: Value = serde_json::from_slice(&body).unwrap_or(Value::Null);
        let error = answer["error"].as_str().filter(|code| !code.trim().is_empty());
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
            cause: RefusalCause::new(status.as_u16(), &code, words),
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
