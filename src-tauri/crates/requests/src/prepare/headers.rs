//! The headers of a request: the user's, and those that are filled in.

use url::Url;

use super::filling::Filling;
use super::{FilledIn, PreparedBody, PreparedHeader, TokenUse};
use crate::error::RequestError;
use crate::hosts::Service;
use crate::identity::Identity;
use crate::request::Field;
use crate::variables::reference;

/// Headers that belong to the connection, or to how a body is packed. The program's own HTTP writes them.
const NOT_THE_USERS: [&str; 13] = [
    "host",
    "content-length",
    "connection",
    "transfer-encoding",
    "accept-encoding",
    "content-encoding",
    "keep-alive",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "upgrade",
    "expect",
];
const JSON: &str = "application/json";
/// JSON:API, as tags take it.
const JSON_API: &str = "application/vnd.api+json";
const JSON_API_REVISION: &str = "application/vnd.api+json;revision=1";
/// What the Schema Registry lists: identifiers, titles and versions.
const IDENTIFIERS: &str = "application/vnd.adobe.xed-id+json";
/// One resource of the Schema Registry, with what it refers to.
const DETAILS: &str = "application/vnd.adobe.xed-full+json; version=1";

/// What the headers depend on.
pub(super) struct Call<'a> {
    pub(super) method: &'a str,
    pub(super) url: &'a Url,
    pub(super) service: Option<Service>,
    pub(super) body: Option<&'a PreparedBody>,
    /// The media type that the user chose for the body; empty for none.
    pub(super) media_type: &'a str,
    pub(super) token: TokenUse,
    pub(super) identity: &'a Identity,
}

impl Call<'_> {
    /// All headers, and whether the access token is among them.
    pub(super) fn headers(
        &self,
        written: &[Field],
        filling: &mut Filling<'_>,
    ) -> Result<(Vec<PreparedHeader>, TokenUse), RequestError> {
        let mut headers = Vec::new();
        let mut signed = false;
        for field in written.iter().filter(|field| field.enabled) {
            let name = filling.text(&field.name, "the name of a header").trim().to_owned();
            if name.is_empty() || self.is_dropped(&name) {
                continue;
            }
            if !is_token(&name) {
                return Err(RequestError::HeaderName { name });
            }
            let filled = filling.look(&field.value);
            if name.eq_ignore_ascii_case("authorization") && is_own_token(&filled.text) {
                if self.token == TokenUse::Sent && !signed {
                    headers.push(access_token(name));
                    signed = true;
                }
                continue;
            }
            let value = filling.take(filled, &format!("the header {name}")).trim().to_owned();
            if value
                .chars()
                .any(|character| character.is_control() && character != '\t')
            {
                return Err(RequestError::HeaderValue { name });
            }
            headers.push(PreparedHeader {
                name,
                value,
                filled_in: FilledIn::No,
            });
        }
        let token = self.complete(&mut headers, signed);
        Ok((headers, token))
    }

    fn is_dropped(&self, name: &str) -> bool {
        let lower = name.to_ascii_lowercase();
        // A form in parts has its boundary in its media type.
        let is_packed = lower == "content-type" && matches!(self.body, Some(PreparedBody::Multipart { .. }));
        is_packed || NOT_THE_USERS.contains(&lower.as_str())
    }

    fn complete(&self, headers: &mut Vec<PreparedHeader>, signed: bool) -> TokenUse {
        let has_own = !signed
            && headers
                .iter()
                .any(|header| header.name.eq_ignore_ascii_case("authorization"));
        if self.token == TokenUse::Sent {
            if !has_own && !signed {
                headers.push(access_token("Authorization".to_owned()));
            }
            fill_in(headers, "x-api-key", &self.identity.client_id);
            fill_in(headers, "x-gw-ims-org-id", &self.identity.organization_id);
            if let Some(sandbox) = self.sandbox() {
                fill_in(headers, "x-sandbox-name", sandbox);
            }
        }
        fill_in(headers, "Accept", self.accept());
        if let Some(content) = self.content_type() {
            fill_in(headers, "Content-Type", &content);
        }
        if has_own { TokenUse::NotNeeded } else { self.token }
    }

    /// The sandbox, for calls that lie within one: the list of sandboxes does not.
    fn sandbox(&self) -> Option<&str> {
        let is_inside = !self.url.path().contains("/sandbox-management");
        let sandbox = self.identity.sandbox.as_deref().filter(|sandbox| !sandbox.is_empty())?;
        (self.service == Some(Service::Platform) && is_inside).then_some(sandbox)
    }

    fn accept(&self) -> &'static str {
        match self.service {
            Some(Service::Tags) => JSON_API_REVISION,
            Some(Service::Platform) if matches!(self.method, "GET" | "HEAD") => {
                schema_registry(self.url).unwrap_or(JSON)
            }
            _ => JSON,
        }
    }

    fn content_type(&self) -> Option<String> {
        let body = self.body?;
        if let Some(own) = body.media_type() {
            return Some(own);
        }
        let usual = if self.service == Some(Service::Tags) {
            JSON_API
        } else {
            JSON
        };
        let chosen = Some(self.media_type).filter(|chosen| !chosen.is_empty());
        Some(chosen.unwrap_or(usual).to_owned())
    }
}

/// Whether a text can be the name of a header or a method (a token of RFC 9110, section 5.6.2).
pub(super) fn is_token(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(is_part)
}

fn access_token(name: String) -> PreparedHeader {
    PreparedHeader {
        name,
        value: String::new(),
        filled_in: FilledIn::AccessToken,
    }
}

fn fill_in(headers: &mut Vec<PreparedHeader>, name: &str, value: &str) {
    if value.is_empty() || headers.iter().any(|header| header.name.eq_ignore_ascii_case(name)) {
        return;
    }
    headers.push(PreparedHeader {
        name: name.to_owned(),
        value: value.to_owned(),
        filled_in: FilledIn::Yes,
    });
}

/// Whether the value of an Authorization header stands for the integration's access token: `Bearer {{ACCESS_TOKEN}}`,
/// whatever the variable for the token is called.
fn is_own_token(value: &str) -> bool {
    let value = value.trim();
    let token = match value.split_at_checked(6) {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("bearer") => rest,
        _ => value,
    };
    reference(token).is_some_and(crate::names::is_secret)
}

/// What the Schema Registry is asked for: `/{container}/{kind}` is a list, and what follows names one of it.
fn schema_registry(url: &Url) -> Option<&'static str> {
    let (_, path) = url.path().split_once("/schemaregistry/")?;
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        ["global" | "tenant", _] => Some(IDENTIFIERS),
        ["global" | "tenant", _, _] => Some(DETAILS),
        _ => None,
    }
}
