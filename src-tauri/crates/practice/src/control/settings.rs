use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::problem;
use crate::clock::now_milliseconds;
use crate::conditions::MigratedAnswer;
use crate::credentials::Migration;
use crate::lock::lock;
use crate::state::Shared;

/// What can be changed while the workspace runs; fields that are left out stay as they are.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Settings {
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
    /// Whether the service account was converted to OAuth Server-to-Server, as Adobe does by itself
    /// at the end of its life; `false` also cancels a migration that is under way.
    migrated: Option<bool>,
    /// How the JWT exchange refuses a service account that was converted.
    migrated_answer: Option<MigratedAnswer>,
    /// Whether the technical accounts are in a product profile.
    product_profile: Option<bool>,
}

pub(super) async fn change(State(state): State<Shared>, settings: Result<Json<Settings>, JsonRejection>) -> Response {
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
        match settings.migrated {
            Some(true) => {
                let at = account.migration.started_at().unwrap_or_else(now_milliseconds);
                account.migration = Migration::Completed { at };
            }
            Some(false) => account.migration = Migration::NotStarted,
            None => {}
        }
    }
    {
        let mut conditions = lock(&state.conditions);
        conditions.migrated_answer = settings.migrated_answer.unwrap_or(conditions.migrated_answer);
        conditions.product_profile = settings.product_profile.unwrap_or(conditions.product_profile);
    }
    state.changed();
    list(State(state)).await.into_response()
}

pub(super) async fn list(State(state): State<Shared>) -> Json<Value> {
    let (requests_per_second, burst) = state.requests.numbers();
    let (tokens_per_second, token_burst) = state.token_requests.numbers();
    let credentials = lock(&state.credentials);
    let conditions = lock(&state.conditions);
    Json(json!({
        "requestsPerSecond": requests_per_second,
        "burst": burst,
        "tokensPerSecond": tokens_per_second,
        "tokenBurst": token_burst,
        "requiresJti": credentials.service_account.requires_jti,
        "migrated": credentials.service_account.migration.is_completed(),
        "migratedAnswer": conditions.migrated_answer,
        "productProfile": conditions.product_profile,
    }))
}
