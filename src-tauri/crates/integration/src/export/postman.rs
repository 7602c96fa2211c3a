//! A Postman environment, as Adobe's console offers it ("Download for Postman").

use serde_json::{Value, json};

use super::{Export, ExportNote, Subject, pretty};
use crate::{Endpoints, Kind};

pub(super) fn export(subject: &Subject<'_>) -> Export {
    let integration = subject.integration;
    let mut values = vec![
        ("CLIENT_SECRET", json!(subject.client_secret())),
        ("API_KEY", json!(integration.client_id)),
        ("ACCESS_TOKEN", json!("")),
        ("TECHNICAL_ACCOUNT_ID", json!(subject.technical_account_id())),
        ("IMS", json!(authority(subject.ims()))),
        ("IMS_ORG", json!(integration.organization_id)),
    ];
    match &integration.kind {
        Kind::OauthServerToServer { scopes } => values.push(("SCOPES", json!(scopes.join(",")))),
        Kind::ServiceAccount { metascopes, .. } => {
            // Adobe's template has a list here, and scripts of the older collections a plain text.
            let metascopes = match metascopes.as_slice() {
                [one] => json!(one),
                several => json!(several),
            };
            values.push(("META_SCOPE", metascopes));
            values.push(("PRIVATE_KEY", json!(subject.private_key())));
            values.push(("JWT_TOKEN", json!("")));
        }
    }
    values.extend([
        ("SANDBOX_NAME", json!("prod")),
        ("CONTAINER_ID", json!("global")),
        ("PLATFORM_URL", json!(authority(subject.endpoints.platform.as_str()))),
    ]);
    let values: Vec<Value> = values
        .into_iter()
        .map(|(key, value)| json!({"key": key, "value": value, "type": "text", "enabled": true}))
        .collect();
    let mut notes = vec![ExportNote::PostmanSyncs];
    if subject.endpoints.ims != Endpoints::adobe().ims {
        notes.push(ExportNote::PostmanOutsideAdobe);
    }
    Export {
        file_name: format!("{}.postman_environment.json", subject.file_stem()),
        // The same id each time, so that Postman offers to replace what was imported before.
        text: pretty(&json!({
            "id": integration.id,
            "name": integration.name,
            "values": values,
            "_postman_variable_scope": "environment",
        })),
        secrets: subject.all_secrets(),
        notes,
    }
}

/// Host and port without a scheme, which the collections write themselves.
fn authority(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.trim_end_matches('/')
}
