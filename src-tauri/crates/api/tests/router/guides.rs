//! Guided changes: at every step the integration gets access tokens, whatever goes wrong.

mod certificate;
mod client_secret;
mod failures;
mod migration;

use serde_json::{Value, json};

use crate::desk::{Desk, DraftOnDesk};

/// The practice workspace's service account as an integration, with a key made and registered; gives its id.
async fn service_account(desk: &Desk) -> String {
    let draft = DraftOnDesk::practice(desk, "serviceAccount").await;
    draft.generate_key().await;
    draft.register().await;
    draft.save().await["id"].as_str().unwrap().to_owned()
}

/// The practice workspace's OAuth credential as an integration that knows no place in the console and has no scope for
/// its API; gives its id.
async fn without_console(desk: &Desk) -> String {
    let draft = DraftOnDesk::practice(desk, "oauthServerToServer").await;
    draft
        .change(json!({ "consoleLink": "", "scopes": ["openid", "AdobeID", "assurance_manage_sessions"] }))
        .await;
    draft.save().await["id"].as_str().unwrap().to_owned()
}

/// The row of the only integration.
async fn row(desk: &Desk) -> Value {
    desk.ask("integrations_list", Value::Null).await[0].take()
}

/// The names of what the vault keeps for integrations, without their ids.
fn kept(desk: &Desk) -> Vec<String> {
    let vault = ::vault::Vault::new(desk.folder().to_owned(), std::sync::Arc::clone(&desk.keychain) as _);
    vault.open().unwrap();
    let names = vault.names().unwrap();
    let last = |name: &String| name.rsplit('/').next().unwrap().to_owned();
    names.iter().map(last).filter(|name| name != "access-token").collect()
}
