//! The step that asks Assurance.

use std::sync::Arc;

use async_trait::async_trait;
use gateway::{Gateway, GatewayIdentity, Retry, TokenFailure, TokenSource};
use ims::AccessToken;
use secrecy::SecretString;
use serde_json::{Value, json};
use url::Url;

use super::{CheckTarget, StepDetail, StepError, StepState};

/// A gateway that always sends this token.
pub(super) fn gateway(target: &CheckTarget, url: &Url, token: &AccessToken) -> Gateway {
    let identity = GatewayIdentity {
        client_id: target.integration.client_id.clone(),
        organization_id: target.integration.organization_id.clone(),
    };
    Gateway::new(
        target.clients.for_address(url),
        identity,
        Arc::new(OneToken(token.secret.clone())),
    )
}

/// Asks for the sessions.
pub(super) async fn assurance(target: &CheckTarget, token: &AccessToken) -> StepState {
    let url = &target.endpoints.assurance;
    let gateway = target.gateway(url, token);
    let question = json!({ "query": "query { sessions { uuid } }" });
    let answer = match gateway.post_json(url, &question, Retry::Safe).await {
        Ok(answer) => answer,
        Err(error) => return StepState::Failed(error.into()),
    };
    let body: Value = match answer.json() {
        Ok(body) => body,
        Err(error) => return StepState::Failed(error.into()),
    };
    if let Some(error) = body["errors"].as_array().and_then(|errors| errors.first()) {
        return StepState::Failed(StepError::Assurance {
            message: error["message"].as_str().unwrap_or("it gave no reason").to_owned(),
            code: error["extensions"]["code"].as_str().map(str::to_owned),
        });
    }
    match body["data"]["sessions"].as_array() {
        Some(sessions) => StepState::Passed(StepDetail::AssuranceAnswered {
            sessions: sessions.len(),
        }),
        None => StepState::Failed(answer.not_json("it lists no sessions").into()),
    }
}

struct OneToken(SecretString);

#[async_trait]
impl TokenSource for OneToken {
    async fn access_token(&self) -> Result<SecretString, TokenFailure> {
        Ok(self.0.clone())
    }

    async fn token_refused(&self, _token: &SecretString) {}
}
