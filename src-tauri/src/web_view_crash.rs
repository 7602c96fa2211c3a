//! When the process that shows the page ends, the page is loaded again: it comes back where it was, for its place is in its
//! address and everything else is on this side.

mod ends;
#[cfg(any(windows, test))]
mod pulse;

use std::time::Instant;

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

/// Tauri tells of it on macOS.
#[cfg(target_os = "macos")]
pub(crate) fn watch(_window: &tauri::WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

/// `WebView2` tells of it too, but nothing of that can be asked for here without unsafe code: the page is asked whether it is there.
#[cfg(windows)]
pub(crate) fn watch(window: &tauri::WebviewWindow) -> tauri::Result<()> {
    tauri::async_runtime::spawn(pulse::follow(window.clone()));
    Ok(())
}

/// Watches all web views, where the system tells the program and not the view.
#[cfg(target_os = "macos")]
pub(crate) fn watch_all(builder: tauri::Builder<tauri::Wry>) -> tauri::Builder<tauri::Wry> {
    let ends = Ends::default();
    builder.on_web_content_process_terminate(move |view| load_again(view, &ends))
}

#[cfg(not(target_os = "macos"))]
pub(crate) fn watch_all(builder: tauri::Builder<tauri::Wry>) -> tauri::Builder<tauri::Wry> {
    builder
}

/// Loads the page again where it was or, when that place is what ends it, at its first one.
#[cfg(not(target_os = "linux"))]
fn load_again(view: &tauri::Webview, ends: &Ends) {
    let may_return = ends.may_return(Instant::now());
    tracing::error!(may_return, "the process of the page ended");
    let loaded = match view.url() {
        Ok(url) if !may_return => view.navigate(home_of(url.as_str()).parse().unwrap_or(url)),
        _ => view.reload(),
    };
    if let Err(error) = loaded {
        tracing::error!(%error, "the page could not be loaded again");
    }
}
