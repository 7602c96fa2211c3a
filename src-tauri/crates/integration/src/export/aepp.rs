//! The configuration of `aepp`, the Python library for Experience Platform.

use serde_json::json;

use super::{Export, ExportNote, Subject, pretty};
use crate::{Kind, SecretKind};

pub(super) fn export(subject: &Subject<'_>) -> Export {
    let integration = subject.integration;
    let (configuration, notes) = match &integration.kind {
        Kind::OauthServerToServer { scopes } => (
            json!({
                "org_id": integration.organization_id,
                "client_id": integration.client_id,
                "secret": subject.client_secret(),
                "sandbox-name": "prod",
                "environment": "prod",
                "scopes": scopes.join(","),
            }),
            Vec::new(),
        ),
        Kind::ServiceAccount { .. } => (
            json!({
                "org_id": integration.organization_id,
                "client_id": integration.client_id,
                "tech_id": subject.technical_account_id(),
                "secret": subject.client_secret(),
                "pathToKey": "private.key",
                "sandbox-name": "prod",
                "environment": "prod",
            }),
            vec![ExportNote::AeppOldForJwt, ExportNote::KeyBeside],
        ),
    };
    Export {
        file_name: format!("{}.aepp.json", subject.file_stem()),
        text: pretty(&configuration),
        secrets: vec![SecretKind::ClientSecret],
        notes,
    }
}
