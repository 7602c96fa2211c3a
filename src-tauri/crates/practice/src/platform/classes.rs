use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Response};
use http::HeaderMap;
use http::header::{ACCEPT, CONTENT_TYPE};
use serde_json::{Value, json};

use crate::platform::refusal::PlatformRefusal;
use crate::platform::{PlatformCaller, query_parameter};
use crate::state::Shared;

const ACCEPTED: [&str; 2] = ["application/vnd.adobe.xed-id+json", "application/vnd.adobe.xdm-id+json"];

/// Title, `$id` and `meta:altId` of standard classes.
const GLOBAL: [(&str, &str, &str); 6] = [
    (
        "XDM ExperienceEvent",
        "https://ns.adobe.com/xdm/context/experienceevent",
        "_xdm.context.experienceevent",
    ),
    (
        "XDM Individual Profile",
        "https://ns.adobe.com/xdm/context/profile",
        "_xdm.context.profile",
    ),
    (
        "XDM Business Account",
        "https://ns.adobe.com/xdm/context/account",
        "_xdm.context.account",
    ),
    (
        "XDM Business Campaign",
        "https://ns.adobe.com/xdm/classes/campaign",
        "_xdm.classes.campaign",
    ),
    (
        "Product",
        "https://ns.adobe.com/xdm/classes/product",
        "_xdm.classes.product",
    ),
    (
        "Summary Metrics",
        "https://ns.adobe.com/xdm/classes/summarymetrics",
        "_xdm.classes.summarymetrics",
    ),
];

/// The classes that Adobe defines.
pub(super) async fn global(_caller: PlatformCaller, headers: HeaderMap, query: RawQuery) -> Response {
    let classes = global_classes();
    answer(classes, &headers, query.0.as_deref()).unwrap_or_else(IntoResponse::into_response)
}

/// The classes of this organization.
pub(super) async fn tenant(
    _caller: PlatformCaller,
    State(state): State<Shared>,
    headers: HeaderMap,
    query: RawQuery,
) -> Response {
    let classes = tenant_classes(&state);
    answer(classes, &headers, query.0.as_deref()).unwrap_or_else(IntoResponse::into_response)
}

/// One class with its fields, by `meta:altId` or `$id`. The media type has to name the class's major version.
pub(super) async fn one(
    _caller: PlatformCaller,
    State(state): State<Shared>,
    Path((container, wanted)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, PlatformRefusal> {
    let classes = match container.as_str() {
        "global" => global_classes(),
        "tenant" => tenant_classes(&state),
        _ => return Err(PlatformRefusal::NotFound),
    };
    let found = classes
        .into_iter()
        .find(|class| class["$id"] == wanted.as_str() || class["meta:altId"] == wanted.as_str());
    let mut class = found.ok_or(PlatformRefusal::NotFound)?;
    let accept = headers
        .get(ACCEPT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let (kind, version) = accept.split_once(';').unwrap_or((accept, ""));
    let is_full = ["application/vnd.adobe.xed-full+json", "application/vnd.adobe.xed+json"].contains(&kind.trim());
    if !is_full || version.trim() != "version=1" {
        return Err(PlatformRefusal::AcceptMissing);
    }
    class["type"] = "object".into();
    class["description"] = "A class of the practice workspace's library.".into();
    class["meta:resourceType"] = "classes".into();
    class["meta:containerId"] = container.into();
    class["allOf"] = json!([{ "type": "object", "meta:xdmType": "object", "properties": {
        "_id": { "title": "Identifier", "type": "string", "format": "uri-reference", "meta:xdmType": "string",
            "description": "A unique identifier of the record." },
        "timestamp": { "title": "Timestamp", "type": "string", "format": "date-time", "meta:xdmType": "date-time",
            "description": "When it happened." },
        "productListItems": { "title": "Product list items", "type": "array", "meta:xdmType": "array",
            "items": { "type": "object", "meta:xdmType": "object", "properties": {
                "SKU": { "title": "SKU", "type": "string", "meta:xdmType": "string" },
                "quantity": { "title": "Quantity", "type": "integer", "meta:xdmType": "int" },
            } } },
    } }]);
    Ok(([(CONTENT_TYPE, kind.trim().to_owned())], class.to_string()).into_response())
}

fn global_classes() -> Vec<Value> {
    GLOBAL
        .iter()
        .map(|(title, id, alternate)| class(title, id, alternate))
        .collect()
}

fn tenant_classes(state: &Shared) -> Vec<Value> {
    let tenant = &state.identity.tenant;
    let hash = state.identity.company_id.trim_start_matches("CO");
    vec![class(
        "Practice Store Visit",
        &format!("https://ns.adobe.com/{tenant}/classes/{hash}"),
        &format!("_{tenant}.classes.{hash}"),
    )]
}

fn class(title: &str, id: &str, alternate: &str) -> Value {
    json!({ "title": title, "$id": id, "meta:altId": alternate, "version": "1" })
}

/// One page; `start` is the `$id` of its first class and `_page.next` that of the page after it.
fn answer(classes: Vec<Value>, headers: &HeaderMap, query: Option<&str>) -> Result<Response, PlatformRefusal> {
    let accepted = accepted(headers).ok_or(PlatformRefusal::AcceptMissing)?;
    let limit = match query_parameter(query, "limit") {
        Some(limit) => limit
            .parse()
            .ok()
            .filter(|limit| *limit > 0)
            .ok_or(PlatformRefusal::BadPageParameter)?,
        None => 300,
    };
    let first = query_parameter(query, "start")
        .map_or(Some(0), |start| {
            classes.iter().position(|class| class["$id"] == start.as_str())
        })
        .unwrap_or(classes.len());
    let next = classes
        .get(first.saturating_add(limit))
        .map(|class| class["$id"].clone());
    let page: Vec<Value> = classes.into_iter().skip(first).take(limit).collect();
    let body = json!({
        "_page": { "orderby": "updated", "next": next, "count": page.len() },
        "results": page,
        "_links": {},
    });
    Ok(([(CONTENT_TYPE, accepted)], body.to_string()).into_response())
}

fn accepted(headers: &HeaderMap) -> Option<&'static str> {
    let accept = headers.get(ACCEPT)?.to_str().ok()?;
    accept.split(',').find_map(|range| {
        let range = range.split(';').next().unwrap_or_default().trim();
        ACCEPTED
            .into_iter()
            .find(|accepted| accepted.eq_ignore_ascii_case(range))
    })
}
