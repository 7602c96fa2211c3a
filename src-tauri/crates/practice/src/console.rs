//! The console API: the certificates bound to a service account, and the client secrets of a
//! credential (Adobe's "Transporter API" and I/O Management API).
//!
//! A fresh service account cannot have a token before its first certificate is registered, so the
//! bindings calls work with no `Authorization` header; a token that is sent must be valid. The calls
//! about secrets need a token with the scopes that Adobe asks for.

mod bindings;
mod secrets;

use axum::Json;
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get};
use http::StatusCode;

use crate::gateway::GatewayRefusal;
use crate::state::{Shared, State};

pub(crate) fn routes() -> Router<Shared> {
    let bindings = "/console/organizations/{organization}/integrations/entp/{integration}/bindings";
    let secrets = "/console/organizations/{organization}/credentials/{credential}/secrets";
    Router::new()
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
