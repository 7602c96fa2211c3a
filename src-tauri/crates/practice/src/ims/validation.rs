use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use crate::ims::parameters::Parameters;
use crate::state::Shared;

/// Says whether an access token is valid. The client ID, when given, must be the token's.
pub(super) async fn validate(State(state): State<Shared>, parameters: Parameters) -> Json<Value> {
    let token = parameters
        .value("token")
        .or(parameters.bearer.as_deref())
        .unwrap_or_default();
    let grant = state.tokens.grant(token).filter(|grant| {
        parameters
            .client_id()
            .is_none_or(|client_id| client_id == grant.client_id)
    });
    // Only `valid` is documented; the reason is this workspace's own.
    Json(match grant {
        Some(grant) => json!({
            "valid": true,
            "expires_at": grant.expires_at(),
            "token": {
                "type": "access_token",
                "client_id": grant.client_id,
                "user_id": grant.technical_account_id,
                "as": "ims-na1",
                "scope": grant.scopes.iter().cloned().collect::<Vec<_>>().join(","),
                "created_at": grant.created_at.to_string(),
                "expires_in": grant.expires_in.to_string(),
            },
        }),
        None => json!({ "valid": false, "reason": "bad_token" }),
    })
}
