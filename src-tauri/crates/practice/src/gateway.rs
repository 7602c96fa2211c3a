//! Adobe's API gateway: what every call to Assurance, Experience Platform and tags passes first.
//! A handler asks for a [`Caller`] and gets one only when the key, the token, the organization and
//! the rate all hold; otherwise the client reads the gateway's own error (Adobe's gateway table).

mod refusal;

use axum::extract::FromRequestParts;
use http::HeaderMap;
use http::header::AUTHORIZATION;
use http::request::Parts;

pub(crate) use refusal::GatewayRefusal;

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
        let key = header(&parts.headers, "x-api-key").ok_or(GatewayRefusal::KeyMissing)?;
        let tags_tool = key == TAGS_TOOL_KEY && crate::tags::owns(parts.uri.path());
        if !tags_tool && !lock(&state.credentials).knows(key) {
            return Err(GatewayRefusal::KeyInvalid);
        }
        if let Err(wait) = state.requests.admit(key) {
            return Err(GatewayRefusal::TooManyRequests { wait });
        }

        let grant = bearer_grant(state, &parts.headers)?;
        if !tags_tool && grant.client_id != key {
            return Err(GatewayRefusal::TokenOfAnotherClient);
        }

        let organization_id = header(&parts.headers, "x-gw-ims-org-id").ok_or(GatewayRefusal::OrganizationMissing)?;
        if !crate::identity::is_organization_id(organization_id) {
            return Err(GatewayRefusal::OrganizationMalformed);
        }
        if organization_id != grant.organization_id {
            return Err(GatewayRefusal::OrganizationNotYours);
        }

        Ok(Self {
            organization_id: organization_id.to_owned(),
            grant,
        })
    }
}

/// The grant behind the `Authorization: Bearer` header.
pub(crate) fn bearer_grant(state: &State, headers: &HeaderMap) -> Result<TokenGrant, GatewayRefusal> {
    let token = bearer(headers).ok_or(GatewayRefusal::TokenMissing)?;
    state.tokens.grant(token).ok_or(GatewayRefusal::TokenInvalid)
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
