//! When the process that shows the page ends, the page is loaded again: it comes back where it was, for its place is in its
//! address and everything else is on this side.

#[cfg(not(windows))]
mod ends;

#[cfg(not(windows))]
use std::time::Instant;

#[cfg(not(windows))]
use ends::{Ends, home_of};

/// Watches the web view of the window.
#[cfg(target_os = "linux")]
pub(crate) fn watch(window: &tauri::WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::WebViewExt as _;

    let ends = Ends::default();
    window.with_webview(move |view| {
        view.inner().connect_web_process_terminated(move |view, reason| {
            let may_return = ends.may_return(Instant::now());
            tracing::error!(?reason, may_return, "the process of the page ended");
            match view.uri() {
                Some(uri) if !may_return => view.load_uri(&home_of(&uri)),
                _ => view.reload(),
            }
        });
    })
}

/// Tauri tells of it on macOS; on Windows WebView2 offers to load the page again, and nothing of it can be asked for here
/// without unsafe code.
#[cfg(not(target_os = "linux"))]
pub(crate) fn watch(_window: &tauri::WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

/// Watches all web views, where the system tells the program and not the view.
#[cfg(target_os = "macos")]
pub(crate) fn watch_all(builder: tauri::Builder<tauri::Wry>) -> tauri::Builder<tauri::Wry> {
    let ends = Ends::default();
    builder.on_web_content_process_terminate(move |view| {
        let may_return = ends.may_return(Instant::now());
        tracing::error!(may_return, "the process of the page ended");
        let loaded = match view.url() {
            Ok(url) if !may_return => view.navigate(home_of(url.as_str()).parse().unwrap_or(url)),
            _ => view.reload(),
        };
        if let Err(error) = loaded {
            tracing::error!(%error, "the page could not be loaded again");
        }
    })
}

#[cfg(not(target_os = "macos"))]
pub(crate) fn watch_all(builder: tauri::Builder<tauri::Wry>) -> tauri::Builder<tauri::Wry> {
    builder
}
