//! When the process that shows the page ends, the page is loaded again: it comes back where it was, for its place is in its
//! address and everything else is on this side.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// More ends than this in [`A_WHILE`], and the place itself is taken for the cause.
const MOST_ENDS: usize = 2;
const A_WHILE: Duration = Duration::from_secs(60);

/// When the page's process ended lately.
#[derive(Default)]
struct Ends(Mutex<Vec<Instant>>);

impl Ends {
    /// Notes one more end; whether the page can be shown at its place again.
    fn may_return(&self, now: Instant) -> bool {
        let mut ends = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        ends.retain(|end| now.duration_since(*end) < A_WHILE);
        ends.push(now);
        ends.len() <= MOST_ENDS
    }
}

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

/// Tauri tells of it on macOS; on Windows WebView2 offers to load the page again.
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

/// The same page at its first place.
fn home_of(address: &str) -> String {
    let page = address.split_once('#').map_or(address, |(page, _)| page);
    format!("{page}#/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_that_ends_the_page_again_and_again_is_left() {
        let (ends, now) = (Ends::default(), Instant::now());
        let asked = [0, 5, 10, 15, 200].map(|seconds| ends.may_return(now + Duration::from_secs(seconds)));
        assert_eq!(asked, [true, true, false, false, true]);
        assert_eq!(home_of("tauri://localhost/#/sessions"), "tauri://localhost/#/");
        assert_eq!(home_of("tauri://localhost"), "tauri://localhost#/");
    }
}
