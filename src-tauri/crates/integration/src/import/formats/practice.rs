//! The line that `assurance-desk practice` prints.

use super::super::found::Found;
use crate::{HeldSecrets, Integration, Kind, from_ready_json};

/// Reads such a line, with other lines around it; nothing when there is none.
pub(super) fn read(text: &str) -> Option<Vec<Found>> {
    if !text.contains("\"serviceAccount\"") || !text.contains("\"assurance\"") {
        return None;
    }
    let ready = from_ready_json(text).ok()?;
    Some(vec![found(ready.oauth), found(ready.service_account)])
}

fn found((integration, secrets): (Integration, HeldSecrets)) -> Found {
    let mut found = Found {
        name: Some(integration.name),
        environment: Some(integration.environment),
        organization_id: Some(integration.organization_id),
        client_id: Some(integration.client_id),
        client_secrets: vec![secrets.client_secret],
        technical_account_id: integration.technical_account_id,
        console_link: integration.console_link,
        kind: Some(integration.kind.name()),
        ..Found::default()
    };
    match integration.kind {
        Kind::OauthServerToServer { scopes } => found.scopes = scopes,
        Kind::ServiceAccount {
            metascopes,
            integration_id,
            ..
        } => {
            found.metascopes = metascopes;
            found.integration_id = integration_id;
        }
    }
    found
}
