//! A context for Adobe's `aio` command, for `aio config set ims.contexts.NAME FILE --file --json`.

use serde_json::json;

use super::{Export, ExportNote, Subject, pretty};
use crate::Kind;

pub(super) fn export(subject: &Subject<'_>) -> Export {
    let integration = subject.integration;
    let context = match &integration.kind {
        Kind::OauthServerToServer { scopes } => json!({
            "client_id": integration.client_id,
            "client_secrets": [subject.client_secret()],
            "technical_account_id": subject.technical_account_id(),
            // aio asks for an address to show; the two are the same account.
            "technical_account_email": subject.technical_account_id(),
            "scopes": scopes,
            "ims_org_id": integration.organization_id,
        }),
        Kind::ServiceAccount { metascopes, .. } => json!({
            "client_id": integration.client_id,
            "client_secret": subject.client_secret(),
            "technical_account_id": subject.technical_account_id(),
            "meta_scopes": metascopes,
            "ims_org_id": integration.organization_id,
            "private_key": subject.private_key().lines().collect::<Vec<_>>(),
        }),
    };
    Export {
        file_name: format!("{}.aio.json", subject.file_stem()),
        text: pretty(&context),
        secrets: subject.all_secrets(),
        notes: vec![ExportNote::AioImport],
    }
}
