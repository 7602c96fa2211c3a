//! The workspace's own calls under `/practice`: what it holds, faults, revoked tokens, settings. They
//! answer only this machine, and no web page.

mod settings;

use std::collections::BTreeMap;
use std::net::SocketAddr;

use axum::extract::rejection::JsonRejection;
use axum::extract::{ConnectInfo, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use axum::{Json, Router};
use http::StatusCode;
use http::header::ORIGIN;
use serde_json::{Value, json};

use crate::faults::FaultRule;
use crate::lock::lock;
use crate::state::Shared;

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/practice", get(overview))
        .route("/practice/received", get(received))
        .route(
            "/practice/faults",
            put(set_faults).post(add_fault).get(list_faults).delete(clear_faults),
        )
        .route("/practice/tokens/revoke", post(revoke_tokens))
        .route(
            "/practice/settings",
            put(settings::change).post(settings::change).get(settings::list),
        )
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

/// How often each thing was asked for, with requests that met a fault after they were handled and without those that
/// met one before.
async fn received(State(state): State<Shared>) -> Json<BTreeMap<String, usize>> {
    Json(state.received.counts())
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

/// Adds one rule to those in force.
async fn add_fault(State(state): State<Shared>, rule: Result<Json<FaultRule>, JsonRejection>) -> Response {
    match rule {
        Ok(Json(rule)) => {
            state.faults.add(rule);
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

fn problem(status: StatusCode, message: &str) -> Response {
    (status, Json(json!({ "message": message }))).into_response()
}
