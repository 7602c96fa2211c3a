//! Adobe's API gateway: what every call to Assurance, Experience Platform and tags passes first.
//! A handler asks for a [`Caller`] and gets one only when the key, the token, the organization and
//! the rate all hold; otherwise the client reads the gateway's own error (Adobe's gateway table).

mod refusal;
mod row;

use axum::extract::FromRequestParts;
use http::HeaderMap;
use http::header::AUTHORIZATION;
use http::request::Parts;

pub(crate) use refusal::{GatewayRefusal, whole_seconds};
pub use row::GatewayRow;

use crate::grant::TokenGrant;
use crate::lock::lock;
use crate::state::{Shared, State};

/// The key that Adobe's own tags tools send instead of their client ID.
const TAGS_TOOL_KEY: &str = "Activation-DTM";

/// A caller whom the gateway let through.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    /// The organization ID that the call named, which is also the token's.
    pub(crate) organization_id: String,
    /// What the token allows.
    pub(crate) grant: TokenGrant,
}

impl FromRequestParts<Shared> for Caller {
    type Rejection = GatewayRefusal;

    async fn from_request_parts(parts: &mut Parts, state: &Shared) -> Result<Self, Self::Rejection> {
        let of_tags = crate::tags::owns(parts.uri.path());
        let grant = keyed_grant(state, &parts.headers, of_tags.then_some(TAGS_TOOL_KEY))?;
        let organization_id = header(&parts.headers, "x-gw-ims-org-id").ok_or(GatewayRow::HeaderMissing)?;
        if !crate::identity::is_organization_id(organization_id) {
            return Err(GatewayRow::RegionMissing.into());
        }
        if organization_id != grant.organization_id {
            return Err(GatewayRow::OrganizationNotYours.into());
        }

        Ok(Self {
            organization_id: organization_id.to_owned(),
            grant,
        })
    }
}

/// The grant of a call whose key is known, within its rate, and whose token belongs to that key.
/// The tool key, where there is one, may carry the token of any client.
pub(crate) fn keyed_grant(
    state: &State,
    headers: &HeaderMap,
    tool_key: Option<&str>,
) -> Result<TokenGrant, GatewayRefusal> {
    let key = header(headers, "x-api-key").ok_or(GatewayRow::KeyMissing)?;
    let of_tool = tool_key == Some(key);
    if !of_tool && !lock(&state.credentials).knows(key) {
        return Err(GatewayRow::KeyInvalid.into());
    }
    if let Err(wait) = state.requests.admit(key) {
        return Err(GatewayRefusal::after(GatewayRow::TooManyRequests, Some(wait)));
    }
    let grant = bearer_grant(state, headers)?;
    if !of_tool && grant.client_id != key {
        return Err(GatewayRow::TokenOfAnotherClient.into());
    }
    Ok(grant)
}

/// The grant behind the `Authorization: Bearer` header.
pub(crate) fn bearer_grant(state: &State, headers: &HeaderMap) -> Result<TokenGrant, GatewayRefusal> {
    let token = bearer(headers).ok_or(GatewayRow::TokenMissing)?;
    Ok(state.tokens.grant(token).ok_or(GatewayRow::TokenInvalid)?)
}

/// The token of an `Authorization: Bearer` header.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = header(headers, AUTHORIZATION.as_str())?;
    let (scheme, token) = value.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let value = headers.get(name)?.to_str().ok()?.trim();
    (!value.is_empty()).then_some(value)
}
