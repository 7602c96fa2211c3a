//! The console API: the certificates bound to a service account, and the client secrets of a
//! credential (Adobe's "Transporter API" and I/O Management API).
//!
//! A fresh service account cannot have a token before its first certificate is registered, so the
//! bindings calls work with no `Authorization` header; a token that is sent must be valid. The calls
//! about secrets and migration need the client ID as key and a token of the I/O Management API: the
//! scopes that Adobe asks for, or the metascope `ent_adobeio_sdk`, which stands for them all.
//! Credentials go by their number; that of a service account is also its integration's.

mod bindings;
mod migration;
mod secrets;

use axum::Json;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, patch};
use http::{HeaderMap, StatusCode};

use crate::gateway::{GatewayRefusal, GatewayRow, keyed_grant};
use crate::state::{Shared, State};

pub(crate) fn routes() -> Router<Shared> {
    let bindings = "/console/organizations/{organization}/integrations/entp/{integration}/bindings";
    let secrets = "/console/organizations/{organization}/credentials/{credential}/secrets";
    let migration = "/console/organizations/{organization}/credentials/oauth-server-to-server/{credential}";
    Router::new()
        .route(&format!("{migration}/status"), get(migration::status))
        .route(
            &format!("{migration}/binding"),
            get(migration::inspect).post(migration::start).delete(migration::cancel),
        )
        .route(&format!("{migration}/finalize"), patch(migration::finish))
        .route(bindings, get(bindings::list).post(bindings::upload))
        .route(&format!("{bindings}/{{binding}}"), delete(bindings::delete))
        .route(secrets, get(secrets::list).post(secrets::add))
        .route(&format!("{secrets}/{{secret}}"), delete(secrets::delete))
}

/// Why the console API refused. Its bodies are a bare JSON string, as Adobe's own command-line tool
/// shows them; only the first two texts are Adobe's.
enum ConsoleRefusal {
    Gateway(GatewayRefusal),
    NoCertificateAttached,
    NotACertificate,
    UnknownOrganization,
    UnknownIntegration,
    UnknownBinding,
    UnknownSecret,
    TooManySecrets,
    LastSecret,
    MigrationUnderWay,
    MigrationNotStarted,
    MigrationFinished,
    NotAServiceAccount,
}

impl From<GatewayRefusal> for ConsoleRefusal {
    fn from(refusal: GatewayRefusal) -> Self {
        Self::Gateway(refusal)
    }
}

impl IntoResponse for ConsoleRefusal {
    fn into_response(self) -> Response {
        let (status, text) = match self {
            Self::Gateway(refusal) => return refusal.into_response(),
            Self::NoCertificateAttached => (StatusCode::BAD_REQUEST, "No certificate attached".to_owned()),
            Self::NotACertificate => {
                let debug_id = uuid::Uuid::new_v4();
                let text = format!(
                    "Argh, your certificate is not valid! Please check the file and try again. \
                     (request debug id {debug_id})"
                );
                (StatusCode::BAD_REQUEST, text)
            }
            Self::UnknownOrganization => (StatusCode::FORBIDDEN, "Not allowed in this organization".to_owned()),
            Self::UnknownIntegration => (StatusCode::NOT_FOUND, "Credential Not Found".to_owned()),
            Self::UnknownBinding => (StatusCode::NOT_FOUND, "Binding Not Found".to_owned()),
            Self::UnknownSecret => (StatusCode::NOT_FOUND, "Client secret Not Found".to_owned()),
            Self::TooManySecrets => (
                StatusCode::BAD_REQUEST,
                "A credential can have at most 2 client secrets".to_owned(),
            ),
            Self::LastSecret => (
                StatusCode::BAD_REQUEST,
                "The only client secret cannot be deleted".to_owned(),
            ),
            Self::MigrationUnderWay => (
                StatusCode::BAD_REQUEST,
                "This is not possible while a migration is in progress".to_owned(),
            ),
            Self::MigrationNotStarted => (StatusCode::NOT_FOUND, "Migration Not Found".to_owned()),
            Self::MigrationFinished => (
                StatusCode::BAD_REQUEST,
                "The migration of this credential is finished".to_owned(),
            ),
            Self::NotAServiceAccount => (
                StatusCode::BAD_REQUEST,
                "This credential is not a Service Account (JWT) credential".to_owned(),
            ),
        };
        (status, Json(text)).into_response()
    }
}

/// Accepts the organization's number or its ID.
fn check_organization(state: &State, organization: &str) -> Result<(), ConsoleRefusal> {
    let identity = &state.identity;
    if organization == identity.organization_number || organization == identity.organization_id {
        Ok(())
    } else {
        Err(ConsoleRefusal::UnknownOrganization)
    }
}

/// The scopes of the I/O Management API, by what a call does.
#[derive(Clone, Copy)]
enum Need {
    ReadSecrets,
    ManageSecrets,
    Migrate,
}

/// Lets through a caller with a known key, a token of that key that meets the need, and the right
/// organization.
fn check_caller(state: &State, organization: &str, headers: &HeaderMap, need: Need) -> Result<(), ConsoleRefusal> {
    let grant = keyed_grant(state, headers, None)?;
    let scope = match need {
        Need::ReadSecrets => "read_client_secret",
        Need::ManageSecrets => "manage_client_secrets",
        Need::Migrate => "adobeio_api",
    };
    if !grant.has(scope) && !grant.has("ent_adobeio_sdk") {
        return Err(GatewayRefusal::from(GatewayRow::ScopeMismatch).into());
    }
    check_organization(state, organization)
}
