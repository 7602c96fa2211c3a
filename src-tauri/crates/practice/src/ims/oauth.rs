use axum::extract::State;
use axum::response::{IntoResponse, Response};

use crate::ims::parameters::Parameters;
use crate::ims::refusal::ImsRefusal;
use crate::ims::row::ImsRow;
use crate::ims::{TOKEN_LIFE_MILLISECONDS, issue, throttle, token_answer};
use crate::lock::lock;
use crate::state::Shared;

/// Gives a token for a client ID and secret (the client_credentials grant).
pub(super) async fn token(State(state): State<Shared>, parameters: Parameters) -> Response {
    granted(&state, &parameters, parameters.client_id()).unwrap_or_else(IntoResponse::into_response)
}

/// The same at version 4, which clients are only seen to call with the client ID in the address.
pub(super) async fn token_v4(State(state): State<Shared>, parameters: Parameters) -> Response {
    granted(&state, &parameters, parameters.query_value("client_id")).unwrap_or_else(IntoResponse::into_response)
}

fn granted(state: &Shared, parameters: &Parameters, client_id: Option<&str>) -> Result<Response, ImsRefusal> {
    let grant_type = parameters.value("grant_type").ok_or(ImsRow::GrantTypeMissing)?;
    if grant_type != "client_credentials" {
        return Err(ImsRow::GrantTypeUnsupported.into());
    }
    let client_id = client_id.ok_or(ImsRow::UnknownClient)?;
    let mut credentials = lock(&state.credentials);
    let credential = credentials.by_client_id(client_id).ok_or(ImsRow::UnknownClient)?;
    throttle(state, client_id)?;
    let secret = parameters.client_secret().unwrap_or_default();
    if !credential.accepts_secret(secret, grant_type) {
        return Err(ImsRow::WrongSecret.into());
    }
    if !credential.takes_client_credentials() {
        return Err(ImsRow::NotForClientCredentials.into());
    }
    let scopes = scopes(parameters.value("scope"), &credential.allowed_scopes())?;

    let access_token = issue(state, credential, scopes).map_err(|_| ImsRow::InternalError)?;
    state.changed();
    // Seconds here, milliseconds in the JWT exchange; one short of a day, as in Adobe's samples.
    Ok(token_answer(&access_token, TOKEN_LIFE_MILLISECONDS / 1000 - 1).into_response())
}

fn scopes(parameter: Option<&str>, allowed: &[&str]) -> Result<Vec<String>, ImsRow> {
    let scopes: Vec<String> = parameter
        .unwrap_or_default()
        .split([',', ' '])
        .filter(|scope| !scope.is_empty())
        .map(ToOwned::to_owned)
        .collect();
    if scopes.is_empty() {
        return Err(ImsRow::ScopeMissing);
    }
    if scopes.iter().any(|scope| !allowed.contains(&scope.as_str())) {
        return Err(ImsRow::ScopeUnknown);
    }
    Ok(scopes)
}
