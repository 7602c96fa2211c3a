//! What IMS tells about the account behind a token: the technical account and its organization. The
//! fields are those that clients read; Adobe sends more.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};

use crate::gateway::bearer;
use crate::grant::TokenGrant;
use crate::state::Shared;

/// The name that people see; organizations and sessions of the workspace bear it too.
const FIRST_NAME: &str = "Practice";
const LAST_NAME: &str = "Workspace";

pub(super) async fn profile(State(state): State<Shared>, headers: HeaderMap) -> Result<Json<Value>, NoAccount> {
    let grant = account(&state, &headers)?;
    Ok(Json(json!({
        "userId": grant.technical_account_id,
        "authId": grant.technical_account_id,
        "account_type": "type2e",
        "displayName": format!("{FIRST_NAME} {LAST_NAME}"),
        "name": format!("{FIRST_NAME} {LAST_NAME}"),
        "first_name": FIRST_NAME,
        "last_name": LAST_NAME,
        "email": grant.technical_account_id,
        "emailVerified": "false",
        "countryCode": "US",
    })))
}

pub(super) async fn user_information(
    State(state): State<Shared>,
    headers: HeaderMap,
) -> Result<Json<Value>, NoAccount> {
    let grant = account(&state, &headers)?;
    Ok(Json(json!({
        "sub": grant.technical_account_id,
        "name": format!("{FIRST_NAME} {LAST_NAME}"),
        "given_name": FIRST_NAME,
        "family_name": LAST_NAME,
        "email": grant.technical_account_id,
        "email_verified": false,
    })))
}

pub(super) async fn organizations(State(state): State<Shared>, headers: HeaderMap) -> Result<Json<Value>, NoAccount> {
    let grant = account(&state, &headers)?;
    let ident = grant.organization_id.trim_end_matches("@AdobeOrg");
    Ok(Json(json!([{
        "orgName": "Practice workspace",
        "orgRef": { "ident": ident, "authSrc": "AdobeOrg" },
        "orgType": "Enterprise",
        "countryCode": "US",
        "groups": [],
    }])))
}

/// The token is missing, wrong, expired or revoked. The code is Adobe's, the text this workspace's own.
pub(super) struct NoAccount;

impl IntoResponse for NoAccount {
    fn into_response(self) -> Response {
        let body = json!({ "error": "invalid_token", "error_description": "The access token is not valid." });
        (StatusCode::UNAUTHORIZED, Json(body)).into_response()
    }
}

fn account(state: &Shared, headers: &HeaderMap) -> Result<TokenGrant, NoAccount> {
    bearer(headers)
        .and_then(|token| state.tokens.grant(token))
        .ok_or(NoAccount)
}
