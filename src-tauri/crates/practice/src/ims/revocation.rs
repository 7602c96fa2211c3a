use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;

use crate::ims::parameters::Parameters;
use crate::ims::refusal::ImsRefusal;
use crate::ims::row::ImsRow;
use crate::lock::lock;
use crate::state::Shared;

/// Makes a token invalid for the client that it belongs to. An unknown token is as good as invalid.
pub(super) async fn invalidate(State(state): State<Shared>, parameters: Parameters) -> Response {
    let client_id = parameters.client_id();
    ended(&state, &parameters, client_id).map_or_else(IntoResponse::into_response, IntoResponse::into_response)
}

/// The same in the form of RFC 7009: the client proves itself with its secret.
pub(super) async fn revoke(State(state): State<Shared>, parameters: Parameters) -> Response {
    proven(&state, &parameters)
        .and_then(|client_id| ended(&state, &parameters, Some(client_id)))
        .map_or_else(IntoResponse::into_response, IntoResponse::into_response)
}

fn proven<'a>(state: &Shared, parameters: &'a Parameters) -> Result<&'a str, ImsRefusal> {
    let client_id = parameters.client_id().ok_or(ImsRow::UnknownClient)?;
    let mut credentials = lock(&state.credentials);
    let credential = credentials.by_client_id(client_id).ok_or(ImsRow::UnknownClient)?;
    let secret = parameters.client_secret().unwrap_or_default();
    if !credential.has_secret(secret) {
        return Err(ImsRow::WrongSecret.into());
    }
    Ok(client_id)
}

fn ended(state: &Shared, parameters: &Parameters, client_id: Option<&str>) -> Result<StatusCode, ImsRefusal> {
    let client_id = client_id.ok_or(ImsRow::UnknownClient)?;
    if !lock(&state.credentials).knows(client_id) {
        return Err(ImsRow::UnknownClient.into());
    }
    let token = parameters
        .value("token")
        .or(parameters.bearer.as_deref())
        .ok_or(ImsRow::TokenMissing)?;
    state.tokens.revoke(token, client_id);
    Ok(StatusCode::OK)
}
