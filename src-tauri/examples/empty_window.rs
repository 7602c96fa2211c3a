//! The smallest window that the program's own framework opens, for `cargo xtask bench --only window`: what starting costs
//! anybody.

use tauri::http::Response;
use tauri::{WebviewUrl, WebviewWindowBuilder};

const PAGE: &str = "<!doctype html><meta charset=utf-8><title>Empty</title><h1>Ready</h1>";

fn main() -> tauri::Result<()> {
    let mut context = tauri::generate_context!("tauri.conf.json");
    // The program's own rules know nothing of this page.
    context.config_mut().app.security.csp = None;
    tauri::Builder::default()
        .register_uri_scheme_protocol("empty", |_, _| {
            Response::builder()
                .header("Content-Type", "text/html")
                .body(PAGE.as_bytes().to_vec())
                .unwrap_or_default()
        })
        .setup(|app| {
            let page = WebviewUrl::CustomProtocol("empty://localhost/".parse()?);
            WebviewWindowBuilder::new(app, "main", page).build()?;
            Ok(())
        })
        .run(context)
}
