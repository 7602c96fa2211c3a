//! `assurance-desk token`

use std::path::PathBuf;

use secrecy::ExposeSecret as _;

use super::{Refusal, integration, print};
use crate::arguments::IntegrationArguments;

/// Prints an access token. This is the one place that shows one, and it is what the command was asked for.
pub(super) async fn run(arguments: &IntegrationArguments, data: Option<PathBuf>) -> Result<(), Refusal> {
    let connection = integration::connect(arguments, data).await?;
    let token = connection
        .access_token()
        .await
        .map_err(|error| Refusal::Problem((&error).into()))?;
    print(&serde_json::json!({
        "access_token": token.secret.expose_secret(),
        "token_type": "bearer",
        "expires_at": token.expires_at.unix_timestamp(),
        "expires_in": token.lifetime().whole_seconds(),
    }))
}
