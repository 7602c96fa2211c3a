use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use crate::ims::ADOBE_IMS;
use crate::state::Shared;

/// Where the endpoints are. The issuer is Adobe's own, as in the JWT claims; the endpoints are here.
pub(super) async fn openid_configuration(State(state): State<Shared>) -> Json<Value> {
    let base = &state.ready.ims;
    Json(json!({
        "issuer": ADOBE_IMS,
        "token_endpoint": format!("{base}/ims/token/v3"),
        "jwks_uri": format!("{base}/ims/keys"),
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        "grant_types_supported": ["client_credentials"],
    }))
}

/// The published keys. The one that signs access tokens is not among Adobe's, so there is none here:
/// clients are to decode access tokens and never verify them.
pub(super) async fn keys() -> Json<Value> {
    Json(json!({ "keys": [] }))
}
