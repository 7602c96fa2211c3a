use axum::Json;
use axum::extract::RawQuery;
use serde_json::{Value, json};

use crate::platform::refusal::PlatformRefusal;
use crate::platform::{PlatformCaller, query_parameter};

/// The sandboxes that the caller can use: production and one for development.
pub(super) async fn list(_caller: PlatformCaller, RawQuery(query): RawQuery) -> Result<Json<Value>, PlatformRefusal> {
    let limit = number(query.as_deref(), "limit", 50)?;
    if limit == 0 {
        return Err(PlatformRefusal::BadPageParameter);
    }
    let offset = number(query.as_deref(), "offset", 0)?;
    let page: Vec<Value> = [
        sandbox("prod", "Production", "production", true),
        sandbox("dev", "Development", "development", false),
    ]
    .into_iter()
    .skip(page_start(offset))
    .take(limit)
    .collect();
    Ok(Json(json!({
        "_page": { "limit": limit, "count": page.len() },
        "sandboxes": page,
        "_links": {
            "page": {
                "href": "/data/foundation/sandbox-management/?limit={limit}&offset={offset}",
                "templated": true,
            },
        },
    })))
}

/// Adobe's example asks for its first page with `offset=1`, so 0 and 1 both mean the beginning.
fn page_start(offset: usize) -> usize {
    offset.saturating_sub(1)
}

fn number(query: Option<&str>, name: &str, default: usize) -> Result<usize, PlatformRefusal> {
    query_parameter(query, name).map_or(Ok(default), |text| {
        text.parse().map_err(|_| PlatformRefusal::BadPageParameter)
    })
}

fn sandbox(name: &str, title: &str, kind: &str, is_default: bool) -> Value {
    json!({
        "name": name,
        "title": title,
        "state": "active",
        "type": kind,
        "region": "VA7",
        "isDefault": is_default,
        "eTag": 2,
        "createdDate": "2019-09-04 04:57:24",
        "lastModifiedDate": "2019-09-04 04:57:24",
        "createdBy": "practice@techacct.adobe.com",
        "modifiedBy": "practice@techacct.adobe.com",
    })
}
