//! The options of `@adobe/jwt-auth`.

use serde_json::json;

use super::{Export, ExportError, Subject, pretty};
use crate::Kind;

pub(super) fn export(subject: &Subject<'_>) -> Result<Export, ExportError> {
    let integration = subject.integration;
    let Kind::ServiceAccount { metascopes, .. } = &integration.kind else {
        return Err(ExportError::ServiceAccountsOnly);
    };
    Ok(Export {
        file_name: format!("{}.jwt-auth.json", subject.file_stem()),
        text: pretty(&json!({
            "clientId": integration.client_id,
            "clientSecret": subject.client_secret(),
            "technicalAccountId": subject.technical_account_id(),
            "orgId": integration.organization_id,
            "privateKey": subject.private_key(),
            "metaScopes": metascopes,
            "ims": subject.ims(),
        })),
        secrets: subject.all_secrets(),
        notes: Vec::new(),
    })
}
