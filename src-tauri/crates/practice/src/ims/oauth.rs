use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::StatusCode;

use crate::credentials::CredentialKind;
use crate::ims::parameters::Parameters;
use crate::ims::refusal::ImsRefusal;
use crate::ims::{TOKEN_LIFE_MILLISECONDS, issue, throttle, token_answer};
use crate::lock::lock;
use crate::scopes::OAUTH_SCOPES;
use crate::state::Shared;

/// Gives a token for a client ID and secret (the client_credentials grant).
pub(super) async fn token(State(state): State<Shared>, parameters: Parameters) -> Response {
    match granted(&state, &parameters) {
        Ok(response) => response,
        Err(refusal) => refusal.into_response(),
    }
}

fn granted(state: &Shared, parameters: &Parameters) -> Result<Response, ImsRefusal> {
    let grant_type = parameters.value("grant_type").ok_or(ImsRefusal::GrantTypeMissing)?;
    if grant_type != "client_credentials" {
        return Err(ImsRefusal::GrantTypeUnsupported);
    }
    let client_id = parameters.client_id().ok_or(ImsRefusal::UnknownClient)?;
    let mut credentials = lock(&state.credentials);
    let credential = credentials.by_client_id(client_id).ok_or(ImsRefusal::UnknownClient)?;
    throttle(state, client_id)?;
    let secret = parameters.client_secret().unwrap_or_default();
    if !credential.accepts_secret(secret, grant_type) {
        return Err(ImsRefusal::WrongSecret {
            status: StatusCode::BAD_REQUEST,
        });
    }
    if credential.kind != CredentialKind::OauthServerToServer {
        return Err(ImsRefusal::NotForClientCredentials);
    }
    let scopes = scopes(parameters.value("scope"))?;

    let access_token = issue(state, credential, scopes).map_err(|_| ImsRefusal::Internal)?;
    state.changed();
    // Seconds here, milliseconds in the JWT exchange; one short of a day, as in Adobe's samples.
    Ok(token_answer(&access_token, TOKEN_LIFE_MILLISECONDS / 1000 - 1).into_response())
}

fn scopes(parameter: Option<&str>) -> Result<Vec<String>, ImsRefusal> {
    let scopes: Vec<String> = parameter
        .unwrap_or_default()
        .split([',', ' '])
        .filter(|scope| !scope.is_empty())
        .map(ToOwned::to_owned)
        .collect();
    if scopes.is_empty() {
        return Err(ImsRefusal::ScopeMissing);
    }
    if scopes.iter().any(|scope| !OAUTH_SCOPES.contains(&scope.as_str())) {
        return Err(ImsRefusal::ScopeUnknown);
    }
    Ok(scopes)
}
