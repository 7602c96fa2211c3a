//! Tags (the Reactor API): the profile, the one company of the organization and its two properties,
//! in JSON:API, with the rights that the token's roles give.

mod documents;
mod pages;
mod refusal;
mod rights;

use axum::Router;
use axum::extract::{FromRequestParts, Path, RawQuery, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::request::Parts;
use serde_json::{Value, json};

use crate::gateway::Caller;
use crate::lock::lock;
use crate::state::Shared;
use crate::tags::documents::Documents;
use crate::tags::pages::{Page, pagination};
use crate::tags::refusal::TagsRefusal;
use crate::tags::rights::Rights;

const MEDIA_TYPE: &str = "application/vnd.api+json";

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/profile", get(profile))
        .route("/companies", get(companies))
        .route("/companies/{company}", get(company))
        .route("/companies/{company}/properties", get(properties))
        .route("/properties/{property}", get(property))
}

/// Whether a path belongs to tags.
pub(crate) fn owns(path: &str) -> bool {
    ["/profile", "/companies", "/properties"].iter().any(|root| {
        path.strip_prefix(root)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}

type Answer = Result<Response, TagsRefusal>;

async fn profile(caller: TagsCaller, State(state): State<Shared>) -> Answer {
    Ok(document(&json!({ "data": caller.documents(&state).profile() })))
}

async fn companies(caller: TagsCaller, State(state): State<Shared>, query: RawQuery) -> Answer {
    let companies = vec![caller.documents(&state).company()];
    listed(companies, query.0.as_deref())
}

async fn company(caller: TagsCaller, State(state): State<Shared>, Path(company): Path<String>) -> Answer {
    check_company(&state, &company)?;
    Ok(document(&json!({ "data": caller.documents(&state).company() })))
}

async fn properties(
    caller: TagsCaller,
    State(state): State<Shared>,
    Path(company): Path<String>,
    query: RawQuery,
) -> Answer {
    check_company(&state, &company)?;
    listed(caller.documents(&state).properties(), query.0.as_deref())
}

async fn property(caller: TagsCaller, State(state): State<Shared>, Path(property): Path<String>) -> Answer {
    let found = caller
        .documents(&state)
        .properties()
        .into_iter()
        .find(|known| known["id"] == property.as_str());
    Ok(document(&json!({ "data": found.ok_or(TagsRefusal::NotFound)? })))
}

fn check_company(state: &Shared, company: &str) -> Result<(), TagsRefusal> {
    if company == state.identity.company_id {
        Ok(())
    } else {
        Err(TagsRefusal::NotFound)
    }
}

fn listed(all: Vec<Value>, query: Option<&str>) -> Answer {
    let page = Page::from_query(query).ok_or(TagsRefusal::BadPage)?;
    let total = all.len();
    let data: Vec<Value> = all.into_iter().skip(page.start()).take(page.size).collect();
    Ok(document(
        &json!({ "data": data, "meta": { "pagination": pagination(page, total) } }),
    ))
}

fn document(body: &Value) -> Response {
    ([(CONTENT_TYPE, MEDIA_TYPE)], body.to_string()).into_response()
}

/// A caller whom tags knows: past the gateway, asking for this version of JSON:API, and with a role.
struct TagsCaller {
    rights: Rights,
}

impl TagsCaller {
    fn documents<'a>(&'a self, state: &'a Shared) -> Documents<'a> {
        Documents {
            identity: &state.identity,
            base: &state.ready.tags,
            rights: &self.rights,
        }
    }
}

impl FromRequestParts<Shared> for TagsCaller {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &Shared) -> Result<Self, Self::Rejection> {
        let caller = Caller::from_request_parts(parts, state)
            .await
            .map_err(IntoResponse::into_response)?;
        if !accepts_this_version(parts) {
            return Err(TagsRefusal::NotAcceptable.into_response());
        }
        let profiled = lock(&state.conditions).product_profile;
        let rights = Rights::of(&caller.grant)
            .filter(|_| profiled)
            .ok_or_else(|| TagsRefusal::NoAvailableOrgs.into_response())?;
        Ok(Self { rights })
    }
}

fn accepts_this_version(parts: &Parts) -> bool {
    let accept = parts.headers.get(ACCEPT).and_then(|value| value.to_str().ok());
    accept.unwrap_or_default().split(',').any(|range| {
        let mut pieces = range.split(';').map(str::trim);
        pieces.next().is_some_and(|kind| kind.eq_ignore_ascii_case(MEDIA_TYPE))
            && pieces.any(|piece| piece == "revision=1")
    })
}
