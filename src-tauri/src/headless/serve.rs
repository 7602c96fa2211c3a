//! `assurance-desk serve`

use std::sync::Arc;

use api::desk::{Desk, DeskOptions};
use api::desktop::NoDesktop;
use api::http::{HttpHost, Pages};
use tauri::utils::assets::AssetKey;

use super::stop::StopRequest;
use super::{Refusal, print};
use crate::arguments::ServeArguments;
use crate::practice_host::InProgramPractice;
use crate::{passphrase, startup};

/// Prints `{"url"}` and serves the window's pages there until stopped.
pub(super) async fn run(arguments: ServeArguments, data: Option<std::path::PathBuf>) -> Result<(), Refusal> {
    let data = startup::data_folder(data).map_err(Refusal::of)?;
    let desk = Desk::open(DeskOptions {
        practice: Arc::new(InProgramPractice::new(data.join("practice"))),
        desktop: Arc::new(NoDesktop),
        keychain: startup::keychain(),
        passphrase: passphrase::given(),
        data,
    })
    .map_err(Refusal::of)?;
    // What is wrong with the vault is shown in the pages.
    let _ = desk.open_vault().await;
    let context = startup::context();
    let policy = context
        .config()
        .app
        .security
        .csp
        .as_ref()
        .map(ToString::to_string)
        .unwrap_or_default();
    let pages: Pages = Arc::new(move |path| {
        let bytes = context.assets().get(&AssetKey::from(path))?.into_owned();
        Some((bytes, media_type(path).to_owned()))
    });
    let host = HttpHost::start(Arc::new(desk), pages, policy, arguments.port)
        .await
        .map_err(Refusal::of)?;
    let stop = StopRequest::listen().map_err(Refusal::of)?;
    print(&serde_json::json!({ "url": host.url }))?;
    tokio::select! {
        ended = host.run() => ended.map_err(Refusal::of),
        () = stop.received() => Ok(()),
    }
}

/// Media types of the files that the UI is built into.
fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, extension)| extension) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
