use axum::extract::State;
use axum::response::{IntoResponse, Response};

use crate::certificate::Certificate;
use crate::conditions::MigratedAnswer;
use crate::credentials::{Credential, CredentialKind};
use crate::ims::assertion::Assertion;
use crate::ims::claims::{Claims, growing_number};
use crate::ims::parameters::Parameters;
use crate::ims::refusal::ImsRefusal;
use crate::ims::row::ImsRow;
use crate::ims::{TOKEN_LIFE_MILLISECONDS, issue, throttle, token_answer};
use crate::lock::lock;
use crate::scopes::METASCOPES;
use crate::state::Shared;

/// What Adobe's samples show: the milliseconds that are left when the answer is written.
const SPENT_MILLISECONDS: i64 = 8;

/// Exchanges a signed JWT for an access token.
pub(super) async fn exchange(State(state): State<Shared>, parameters: Parameters) -> Response {
    exchanged(&state, &parameters).unwrap_or_else(IntoResponse::into_response)
}

fn exchanged(state: &Shared, parameters: &Parameters) -> Result<Response, ImsRefusal> {
    let client_id = parameters.client_id().ok_or(ImsRow::UnknownClient)?;
    let mut credentials = lock(&state.credentials);
    let credential = credentials.by_client_id(client_id).ok_or(ImsRow::UnknownClient)?;
    throttle(state, client_id)?;
    let secret = parameters.client_secret().unwrap_or_default();
    if !credential.accepts_secret(secret, "jwt_exchange") {
        return Err(ImsRow::WrongSecretInExchange.into());
    }
    if credential.kind != CredentialKind::ServiceAccount {
        return Err(ImsRow::NotForJwt.into());
    }
    if credential.migration.is_completed() {
        let row = match lock(&state.conditions).migrated_answer {
            MigratedAnswer::InternalError => ImsRow::InternalError,
            MigratedAnswer::InvalidClient => ImsRow::NotForJwt,
        };
        return Err(row.into());
    }

    let assertion = Assertion::decode(parameters.value("jwt_token").ok_or(ImsRow::TokenMissing)?)?;
    let claims = Claims::read(&assertion.claims, &own_bases(state))?;
    check_audience(state, client_id, &claims.audience_client_id)?;
    check_binding(state, credential, &assertion, &claims)?;
    check_metascopes(&claims.metascopes)?;
    if credential.requires_jti {
        credential.last_jti = Some(growing_number(&assertion.claims, credential.last_jti)?);
    }

    let access_token = issue(state, credential, claims.metascopes).map_err(|_| ImsRow::InternalError)?;
    state.changed();
    let expires_in = TOKEN_LIFE_MILLISECONDS - SPENT_MILLISECONDS;
    Ok(token_answer(&access_token, expires_in).into_response())
}

fn check_audience(state: &Shared, client_id: &str, audience: &str) -> Result<(), ImsRow> {
    if audience == client_id {
        return Ok(());
    }
    let known = [&state.ready.oauth.client_id, &state.ready.service_account.client_id];
    if known.iter().any(|known| *known == audience) {
        Err(ImsRow::AudienceOfAnotherClient)
    } else {
        Err(ImsRow::UnknownClient)
    }
}

/// The URLs under which a client on this machine may know this IMS.
fn own_bases(state: &Shared) -> [String; 2] {
    let base = state.ready.ims.clone();
    let by_name = base.replacen("127.0.0.1", "localhost", 1);
    [base, by_name]
}

/// A binding is a certificate for one organization and technical account; a JWT of any other pair
/// matches none.
fn check_binding(
    state: &Shared,
    credential: &Credential,
    assertion: &Assertion<'_>,
    claims: &Claims,
) -> Result<(), ImsRow> {
    let bound = claims.issuer == state.identity.organization_id && claims.subject == credential.technical_account_id;
    let certificates: Vec<Certificate> = if bound {
        credential.valid_certificates().collect()
    } else {
        Vec::new()
    };
    assertion.check_signature(&certificates)
}

fn check_metascopes(metascopes: &[String]) -> Result<(), ImsRow> {
    if metascopes.is_empty() {
        return Err(ImsRow::MetascopeMissing);
    }
    let bound = metascopes
        .iter()
        .all(|metascope| METASCOPES.contains(&metascope.as_str()));
    if bound { Ok(()) } else { Err(ImsRow::MetascopeNotBound) }
}
