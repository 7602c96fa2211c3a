use axum::Json;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, Path, State};
use http::header::AUTHORIZATION;
use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};

use crate::certificate::Certificate;
use crate::console::{ConsoleRefusal, check_organization};
use crate::credentials::{Credential, CredentialKind, Credentials};
use crate::gateway::bearer_grant;
use crate::lock::lock;
use crate::state::Shared;

type Answer = Result<Json<Value>, ConsoleRefusal>;

/// Lists the certificates bound to the service account.
pub(super) async fn list(
    State(state): State<Shared>,
    Path((organization, integration)): Path<(String, String)>,
    headers: HeaderMap,
) -> Answer {
    check_token(&state, &organization, &headers)?;
    let mut credentials = lock(&state.credentials);
    Ok(described(&state, service_account(&mut credentials, &integration)?))
}

/// Binds the certificate in the multipart field `certificate`; answers with all of them.
pub(super) async fn upload(
    State(state): State<Shared>,
    Path((organization, integration)): Path<(String, String)>,
    headers: HeaderMap,
    multipart: Result<Multipart, MultipartRejection>,
) -> Answer {
    check_token(&state, &organization, &headers)?;
    service_account(&mut lock(&state.credentials), &integration)?;
    let bytes = attached(multipart).await.ok_or(ConsoleRefusal::NoCertificateAttached)?;
    let certificate = Certificate::parse(&bytes).map_err(|_| ConsoleRefusal::NotACertificate)?;

    let mut credentials = lock(&state.credentials);
    let credential = service_account(&mut credentials, &integration)?;
    credential.bind(&certificate);
    state.changed();
    Ok(described(&state, credential))
}

/// Removes a certificate; JWTs signed with its key fail from now on.
pub(super) async fn delete(
    State(state): State<Shared>,
    Path((organization, integration, binding)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Result<StatusCode, ConsoleRefusal> {
    check_token(&state, &organization, &headers)?;
    let mut credentials = lock(&state.credentials);
    let bindings = &mut service_account(&mut credentials, &integration)?.bindings;
    let before = bindings.len();
    bindings.retain(|bound| bound.binding_id != binding);
    if bindings.len() == before {
        return Err(ConsoleRefusal::UnknownBinding);
    }
    state.changed();
    Ok(StatusCode::OK)
}

fn check_token(state: &Shared, organization: &str, headers: &HeaderMap) -> Result<(), ConsoleRefusal> {
    if headers.contains_key(AUTHORIZATION) {
        bearer_grant(state, headers)?;
    }
    check_organization(state, organization)
}

/// A service account that still is one: finishing its migration deletes the integration.
fn service_account<'a>(credentials: &'a mut Credentials, number: &str) -> Result<&'a mut Credential, ConsoleRefusal> {
    credentials
        .by_number(number)
        .filter(|credential| credential.kind == CredentialKind::ServiceAccount && !credential.migration.is_completed())
        .ok_or(ConsoleRefusal::UnknownIntegration)
}

async fn attached(multipart: Result<Multipart, MultipartRejection>) -> Option<Vec<u8>> {
    let mut multipart = multipart.ok()?;
    while let Ok(Some(field)) = multipart.next_field().await {
        if field.name() == Some("certificate") {
            let bytes = field.bytes().await.ok()?;
            return (!bytes.is_empty()).then(|| bytes.to_vec());
        }
    }
    None
}

fn described(state: &Shared, credential: &Credential) -> Json<Value> {
    let bindings: Vec<Value> = credential
        .bindings
        .iter()
        .filter_map(|binding| {
            let certificate = Certificate::from_base64(&binding.certificate).ok()?;
            Some(json!({
                "bindingId": binding.binding_id,
                "orgId": state.identity.organization_id,
                "technicalAccountId": credential.technical_account_id,
                "certificateFingerprint": certificate.fingerprint(),
                "notAfter": certificate.not_after() * 1000,
            }))
        })
        .collect();
    Json(Value::Array(bindings))
}
