use axum::Json;
use axum::extract::{Path, State};
use http::{HeaderMap, StatusCode};
use serde_json::{Map, Value, json};
use time::OffsetDateTime;
use time::macros::format_description;
use uuid::Uuid;

use crate::console::{ConsoleRefusal, Need, check_caller};
use crate::credentials::{ClientSecret, Credential, Credentials};
use crate::lock::lock;
use crate::state::Shared;

/// Lists the client secrets, without their values.
pub(super) async fn list(
    State(state): State<Shared>,
    Path((organization, credential)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Json<Value>, ConsoleRefusal> {
    check_caller(&state, &organization, &headers, Need::ReadSecrets)?;
    let mut credentials = lock(&state.credentials);
    let credential = credentials
        .by_number(&credential)
        .ok_or(ConsoleRefusal::UnknownIntegration)?;
    let secrets: Vec<Value> = credential
        .secrets
        .iter()
        .map(|secret| Value::Object(described(secret)))
        .collect();
    Ok(Json(
        json!({ "client_id": credential.client_id, "client_secrets": secrets }),
    ))
}

/// Adds a second client secret; its value is in this answer and nowhere else.
pub(super) async fn add(
    State(state): State<Shared>,
    Path((organization, credential)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<(StatusCode, Json<Value>), ConsoleRefusal> {
    check_caller(&state, &organization, &headers, Need::ManageSecrets)?;
    let mut credentials = lock(&state.credentials);
    let credential = changeable(&mut credentials, &credential)?;
    let client_id = credential.client_id.clone();
    let secret = credential
        .add_secret(&mut rand::rng())
        .ok_or(ConsoleRefusal::TooManySecrets)?;
    let mut answer = described(secret);
    answer.insert("client_id".into(), client_id.into());
    answer.insert("client_secret".into(), secret.value.clone().into());
    state.changed();
    Ok((StatusCode::CREATED, Json(Value::Object(answer))))
}

/// Deletes a client secret for good; the only one stays.
pub(super) async fn delete(
    State(state): State<Shared>,
    Path((organization, credential, secret)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Result<StatusCode, ConsoleRefusal> {
    check_caller(&state, &organization, &headers, Need::ManageSecrets)?;
    let mut credentials = lock(&state.credentials);
    let secrets = &mut changeable(&mut credentials, &credential)?.secrets;
    let position = Uuid::parse_str(&secret)
        .ok()
        .and_then(|uuid| secrets.iter().position(|known| known.uuid == uuid))
        .ok_or(ConsoleRefusal::UnknownSecret)?;
    if secrets.len() == 1 {
        return Err(ConsoleRefusal::LastSecret);
    }
    secrets.remove(position);
    state.changed();
    Ok(StatusCode::NO_CONTENT)
}

/// A credential whose secrets may change: "secret rotation is blocked while a migration is in progress".
fn changeable<'a>(credentials: &'a mut Credentials, number: &str) -> Result<&'a mut Credential, ConsoleRefusal> {
    let credential = credentials
        .by_number(number)
        .ok_or(ConsoleRefusal::UnknownIntegration)?;
    if credential.migration.is_under_way() {
        return Err(ConsoleRefusal::MigrationUnderWay);
    }
    Ok(credential)
}

fn described(secret: &ClientSecret) -> Map<String, Value> {
    let usages = secret
        .last_used
        .as_ref()
        .map(|(at, grant_type)| json!([{ "last_used_at": at.to_string(), "grant_type": grant_type }]));
    let mut fields = Map::new();
    fields.insert("expires_at".into(), "PERMANENT".into());
    fields.insert("expires_at_str".into(), "PERMANENT".into());
    fields.insert("created_at".into(), secret.created_at.to_string().into());
    fields.insert("created_at_str".into(), written_out(secret.created_at).into());
    fields.insert("uuid".into(), secret.uuid.to_string().into());
    fields.insert("secret_usages".into(), usages.unwrap_or(Value::Null));
    fields
}

/// As Adobe writes it: `Tue, Apr 25 2023 18:48:05.000 UTC`.
fn written_out(milliseconds: i64) -> String {
    let format = format_description!(
        "[weekday repr:short], [month repr:short] [day padding:none] [year] \
         [hour]:[minute]:[second].[subsecond digits:3] UTC"
    );
    OffsetDateTime::from_unix_timestamp_nanos(i128::from(milliseconds) * 1_000_000)
        .ok()
        .and_then(|moment| moment.format(&format).ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_as_adobe_writes_them() {
        assert_eq!(written_out(1_682_448_485_000), "Tue, Apr 25 2023 18:48:05.000 UTC");
    }
}
