//! The migration of a service account to OAuth Server-to-Server. Adobe calls what it adds a
//! "binding": an OAuth credential with the same client ID, technical account and client secrets.

use axum::Json;
use axum::extract::{Path, State};
use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};

use crate::clock::now_milliseconds;
use crate::console::{ConsoleRefusal, Need, check_caller};
use crate::credentials::{Credential, CredentialKind, Credentials, Migration};
use crate::lock::lock;
use crate::state::{self, Shared};

/// How far it has come; `NONE` for a credential that never was a service account.
pub(super) async fn status(
    State(state): State<Shared>,
    Path((organization, credential)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Json<Value>, ConsoleRefusal> {
    check_caller(&state, &organization, &headers, Need::Migrate)?;
    let mut credentials = lock(&state.credentials);
    let credential = credentials
        .by_number(&credential)
        .ok_or(ConsoleRefusal::UnknownIntegration)?;
    let status = match credential.kind {
        CredentialKind::ServiceAccount => credential.migration.status(),
        CredentialKind::OauthServerToServer => "NONE",
    };
    Ok(Json(json!({ "migrationStatus": status })))
}

/// Starts it: from now on both ways to a token work.
pub(super) async fn start(
    State(state): State<Shared>,
    Path((organization, credential)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<(StatusCode, Json<Value>), ConsoleRefusal> {
    check_caller(&state, &organization, &headers, Need::Migrate)?;
    let mut credentials = lock(&state.credentials);
    let credential = service_account(&mut credentials, &credential)?;
    match credential.migration {
        Migration::Started { .. } => return Err(ConsoleRefusal::MigrationUnderWay),
        Migration::Completed { .. } => return Err(ConsoleRefusal::MigrationFinished),
        Migration::NotStarted => {}
    }
    credential.migration = Migration::Started { at: now_milliseconds() };
    state.changed();
    Ok((StatusCode::CREATED, described(&state, credential)?))
}

/// What was added when it started.
pub(super) async fn inspect(
    State(state): State<Shared>,
    Path((organization, credential)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Json<Value>, ConsoleRefusal> {
    check_caller(&state, &organization, &headers, Need::Migrate)?;
    let mut credentials = lock(&state.credentials);
    described(&state, service_account(&mut credentials, &credential)?)
}

/// Cancels it: the credential is a service account alone again.
pub(super) async fn cancel(
    State(state): State<Shared>,
    Path((organization, credential)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<StatusCode, ConsoleRefusal> {
    check_caller(&state, &organization, &headers, Need::Migrate)?;
    end(&state, &credential, |_| Migration::NotStarted)?;
    Ok(StatusCode::NO_CONTENT)
}

/// Finishes it: JWTs are refused from now on, and there is no way back.
pub(super) async fn finish(
    State(state): State<Shared>,
    Path((organization, credential)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<StatusCode, ConsoleRefusal> {
    check_caller(&state, &organization, &headers, Need::Migrate)?;
    end(&state, &credential, |at| Migration::Completed { at })?;
    Ok(StatusCode::OK)
}

/// Ends a migration that has started, one way or the other; `next` is told when it started.
fn end(state: &state::State, number: &str, next: impl FnOnce(i64) -> Migration) -> Result<(), ConsoleRefusal> {
    let mut credentials = lock(&state.credentials);
    let credential = service_account(&mut credentials, number)?;
    credential.migration = next(started(credential)?);
    state.changed();
    Ok(())
}

fn service_account<'a>(credentials: &'a mut Credentials, number: &str) -> Result<&'a mut Credential, ConsoleRefusal> {
    let credential = credentials
        .by_number(number)
        .ok_or(ConsoleRefusal::UnknownIntegration)?;
    if credential.kind != CredentialKind::ServiceAccount {
        return Err(ConsoleRefusal::NotAServiceAccount);
    }
    Ok(credential)
}

fn started(credential: &Credential) -> Result<i64, ConsoleRefusal> {
    match credential.migration {
        Migration::NotStarted => Err(ConsoleRefusal::MigrationNotStarted),
        Migration::Started { at } => Ok(at),
        Migration::Completed { .. } => Err(ConsoleRefusal::MigrationFinished),
    }
}

/// The field names and types are those of Adobe's specification of this API; it says of `allowedScopes`
/// only that it is text, so the commas are this workspace's own.
fn described(state: &state::State, credential: &Credential) -> Result<Json<Value>, ConsoleRefusal> {
    let at = credential
        .migration
        .started_at()
        .ok_or(ConsoleRefusal::MigrationNotStarted)?;
    Ok(Json(json!({
        "organizationId": state.identity.organization_id,
        "clientId": credential.client_id,
        "allowedScopes": credential.allowed_scopes().join(","),
        "servicePrincipalId": credential.technical_account_id,
        "createdByUser": credential.technical_account_id,
        "createdAt": at.to_string(),
    })))
}
