use std::collections::HashMap;
use std::convert::Infallible;

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use url::form_urlencoded;

use crate::state::Shared;

/// The parameters of an IMS request, wherever they stood: body (urlencoded or multipart), query
/// string, or HTTP Basic for the client's ID and secret. The body wins over the query string.
/// A body that cannot be read counts as one without parameters, so the client reads which is missing.
#[derive(Default)]
pub(super) struct Parameters {
    values: HashMap<String, String>,
    query: HashMap<String, String>,
    basic: Option<(String, String)>,
    /// The token of an `Authorization: Bearer` header.
    pub(super) bearer: Option<String>,
}

impl Parameters {
    /// The value of a parameter that is there and not empty.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        let value = self.values.get(name).or_else(|| self.query.get(name))?.trim();
        (!value.is_empty()).then_some(value)
    }

    /// The same of the query string alone.
    pub(super) fn query_value(&self, name: &str) -> Option<&str> {
        let value = self.query.get(name)?.trim();
        (!value.is_empty()).then_some(value)
    }

    pub(super) fn client_id(&self) -> Option<&str> {
        self.value("client_id")
            .or_else(|| self.basic.as_ref().map(|(client_id, _)| client_id.as_str()))
    }

    pub(super) fn client_secret(&self) -> Option<&str> {
        self.value("client_secret")
            .or_else(|| self.basic.as_ref().map(|(_, secret)| secret.as_str()))
    }

    async fn read_multipart(&mut self, mut multipart: Multipart) {
        while let Ok(Some(field)) = multipart.next_field().await {
            let name = field.name().map(ToOwned::to_owned);
            if let (Some(name), Ok(text)) = (name, field.text().await) {
                self.values.insert(name, text);
            }
        }
    }
}

impl FromRequest<Shared> for Parameters {
    type Rejection = Infallible;

    async fn from_request(request: Request, state: &Shared) -> Result<Self, Self::Rejection> {
        let mut parameters = Self {
            basic: basic(&request),
            bearer: crate::gateway::bearer(request.headers()).map(ToOwned::to_owned),
            query: pairs(request.uri().query().unwrap_or_default().as_bytes()),
            ..Self::default()
        };

        let content_type = request
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .map(str::to_ascii_lowercase)
            .unwrap_or_default();
        if content_type.starts_with("multipart/form-data") {
            if let Ok(multipart) = Multipart::from_request(request, state).await {
                parameters.read_multipart(multipart).await;
            }
        } else if content_type.starts_with("application/x-www-form-urlencoded")
            && let Ok(body) = axum::body::Bytes::from_request(request, state).await
        {
            parameters.values = pairs(&body);
        }
        Ok(parameters)
    }
}

fn pairs(encoded: &[u8]) -> HashMap<String, String> {
    form_urlencoded::parse(encoded)
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect()
}

fn basic(request: &Request) -> Option<(String, String)> {
    let value = request.headers().get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, encoded) = value.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let decoded = String::from_utf8(STANDARD.decode(encoded.trim()).ok()?).ok()?;
    let (client_id, secret) = decoded.split_once(':')?;
    Some((client_id.to_owned(), secret.to_owned()))
}
