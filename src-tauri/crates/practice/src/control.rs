//! The workspace's own calls under `/practice`: what it holds, faults, revoked tokens, settings. They
//! answer only this machine, and no web page.

use std::net::SocketAddr;

use axum::extract::rejection::JsonRejection;
use axum::extract::{ConnectInfo, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use axum::{Json, Router};
use http::StatusCode;
use http::header::ORIGIN;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::faults::FaultRule;
use crate::lock::lock;
use crate::state::Shared;

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/practice", get(overview))
        .route(
            "/practice/faults",
            put(set_faults).get(list_faults).delete(clear_faults),
        )
        .route("/practice/tokens/revoke", post(revoke_tokens))
        .route("/practice/settings", put(change_settings).get(list_settings))
}

/// Turns away callers from other machines, and web pages (which send an `Origin`).
pub(crate) async fn this_machine_only(request: Request, next: Next) -> Response {
    let local = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .is_some_and(|ConnectInfo(caller)| caller.ip().to_canonical().is_loopback());
    if !local || request.headers().contains_key(ORIGIN) {
        return problem(StatusCode::FORBIDDEN, "only programs on this machine may do this");
    }
    next.run(request).await
}

async fn overview(State(state): State<Shared>) -> Json<Value> {
    let credentials = lock(&state.credentials);
    let describe = |credential: &crate::credentials::Credential| {
        json!({
            "clientId": credential.client_id,
            "credentialId": credential.number,
            "clientSecrets": credential.secrets.len(),
            "certificates": credential.bindings.len(),
        })
    };
    Json(json!({
        "organizationId": state.identity.organization_id,
        "organizationNumber": state.identity.organization_number,
        "seed": state.options.seed,
        "eventsPerSecond": state.options.events_per_second,
        "kept": state.options.state_dir.is_some(),
        "accessTokens": state.tokens.count(),
        "faults": state.faults.rules().len(),
        "oauth": describe(&credentials.oauth),
        "serviceAccount": describe(&credentials.service_account),
    }))
}

async fn set_faults(State(state): State<Shared>, rules: Result<Json<Vec<FaultRule>>, JsonRejection>) -> Response {
    match rules {
        Ok(Json(rules)) => {
            state.faults.set(rules);
            list_faults(State(state)).await.into_response()
        }
        Err(rejection) => problem(StatusCode::BAD_REQUEST, &rejection.body_text()),
    }
}

async fn list_faults(State(state): State<Shared>) -> Json<Vec<FaultRule>> {
    Json(state.faults.rules())
}

async fn clear_faults(State(state): State<Shared>) -> StatusCode {
    state.faults.clear();
    StatusCode::NO_CONTENT
}

async fn revoke_tokens(State(state): State<Shared>) -> Json<Value> {
    Json(json!({ "revoked": state.tokens.revoke_all() }))
}

/// What can be changed while the workspace runs; fields that are left out stay as they are.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Settings {
    /// Gateway calls per second and client ID.
    requests_per_second: Option<f64>,
    /// Gateway calls at once.
    burst: Option<f64>,
    /// Tokens per second and client ID.
    tokens_per_second: Option<f64>,
    /// Tokens at once.
    token_burst: Option<f64>,
    /// Whether the service account's bindings ask for a growing `jti`.
    requires_jti: Option<bool>,
    /// Whether the service account was converted to OAuth Server-to-Server.
    migrated: Option<bool>,
}

async fn change_settings(State(state): State<Shared>, settings: Result<Json<Settings>, JsonRejection>) -> Response {
    let settings = match settings {
        Ok(Json(settings)) => settings,
        Err(rejection) => return problem(StatusCode::BAD_REQUEST, &rejection.body_text()),
    };
    let limits = [
        (&state.requests, settings.requests_per_second, settings.burst),
        (&state.token_requests, settings.tokens_per_second, settings.token_burst),
    ];
    for (limit, per_second, burst) in limits {
        if per_second.is_some() || burst.is_some() {
            let (old_rate, old_burst) = limit.numbers();
            limit.set(per_second.unwrap_or(old_rate), burst.unwrap_or(old_burst));
        }
    }
    {
        let mut credentials = lock(&state.credentials);
        let account = &mut credentials.service_account;
        account.requires_jti = settings.requires_jti.unwrap_or(account.requires_jti);
        account.migrated = settings.migrated.unwrap_or(account.migrated);
    }
    state.changed();
    list_settings(State(state)).await.into_response()
}

async fn list_settings(State(state): State<Shared>) -> Json<Value> {
    let (requests_per_second, burst) = state.requests.numbers();
    let (tokens_per_second, token_burst) = state.token_requests.numbers();
    let credentials = lock(&state.credentials);
    Json(json!({
        "requestsPerSecond": requests_per_second,
        "burst": burst,
        "tokensPerSecond": tokens_per_second,
        "tokenBurst": token_burst,
        "requiresJti": credentials.service_account.requires_jti,
        "migrated": credentials.service_account.migrated,
    }))
}

fn problem(status: StatusCode, message: &str) -> Response {
    (status, Json(json!({ "message": message }))).into_response()
}
