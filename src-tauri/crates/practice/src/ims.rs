//! IMS: the JWT exchange on all its paths, the OAuth token endpoint, token validation and revocation,
//! the account behind a token, and discovery.
//! Bodies may be urlencoded or multipart and parameters may stand in the query string, because
//! Adobe's own clients use all three.

mod account;
mod assertion;
mod claims;
mod discovery;
mod exchange;
mod oauth;
mod parameters;

mod refusal;
mod revocation;
mod row;
mod validation;

use axum::routing::{get, post};
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::clock::now_milliseconds;
use crate::credentials::Credential;
use crate::error::PracticeError;
use crate::grant::TokenGrant;
use crate::state::{Shared, State};

pub(crate) use refusal::ImsRefusal;
pub use row::ImsRow;

/// The host whose name stands in `aud` and in metascope claims.
const ADOBE_IMS: &str = "https://ims-na1.adobelogin.com";

/// Adobe's tokens live for a day.
const TOKEN_LIFE_MILLISECONDS: i64 = 86_400_000;

pub(crate) fn routes() -> Router<Shared> {
    let mut router = Router::new()
        .route("/ims/validate_token/v1", post(validation::validate))
        .route("/ims/invalidate_token/v2", post(revocation::invalidate))
        .route("/ims/revoke", post(revocation::revoke))
        .route("/ims/profile/v1", get(account::profile))
        .route("/ims/userinfo/v2", get(account::user_information))
        .route("/ims/organizations/v6", get(account::organizations))
        .route("/ims/keys", get(discovery::keys))
        .route(
            "/ims/.well-known/openid-configuration",
            get(discovery::openid_configuration),
        );
    for path in ["/ims/exchange/jwt", "/ims/exchange/jwt/", "/ims/exchange/v1/jwt"] {
        router = router.route(path, post(exchange::exchange));
    }
    for slash in ["", "/"] {
        router = router
            .route(&format!("/ims/token/v2{slash}"), post(oauth::token))
            .route(&format!("/ims/token/v3{slash}"), post(oauth::token))
            .route(&format!("/ims/token/v4{slash}"), post(oauth::token_v4));
    }
    router
}

/// Refuses a client that asks for too many tokens ("Adobe can throttle your integration").
fn throttle(state: &State, client_id: &str) -> Result<(), ImsRefusal> {
    state
        .token_requests
        .admit(client_id)
        .map_err(|wait| ImsRefusal::after(ImsRow::TooManyRequests, Some(wait)))
}

/// Makes a token for exactly these scopes.
fn issue(
    state: &State,
    credential: &Credential,
    scopes: impl IntoIterator<Item = String>,
) -> Result<String, PracticeError> {
    state.tokens.issue(TokenGrant {
        client_id: credential.client_id.clone(),
        organization_id: state.identity.organization_id.clone(),
        technical_account_id: credential.technical_account_id.clone(),
        scopes: scopes.into_iter().collect(),
        created_at: now_milliseconds(),
        expires_in: TOKEN_LIFE_MILLISECONDS,
    })
}

fn token_answer(access_token: &str, expires_in: i64) -> Json<Value> {
    Json(json!({
        "token_type": "bearer",
        "access_token": access_token,
        "expires_in": expires_in,
    }))
}
