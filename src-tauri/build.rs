//! Reads `tauri.conf.json` and the capabilities, both in the root.

use std::path::Path;

fn main() {
    println!("cargo:rerun-if-changed=capabilities");
    println!("cargo:rerun-if-changed=ui/dist");
    placeholder_page(Path::new("ui/dist"));
    placeholder_parts(Path::new("gen"));
    let attributes =
        tauri_build::Attributes::new().app_manifest(tauri_build::AppManifest::new().commands(&["rpc", "ticks"]));
    fold_alike_functions();
    if let Err(error) = tauri_build::try_build(attributes) {
        panic!("tauri-build: {error:#}");
    }
}

/// Has the linker keep one of functions that are alike, to the byte, in the program that people download. Rust promises no
/// function an address of its own. Only the linker that Rust brings on this system is known to take the option.
fn fold_alike_functions() {
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|own| own == value);
    if is("PROFILE", "release") && is("TARGET", "x86_64-unknown-linux-gnu") {
        println!("cargo:rustc-link-arg-bins=-Wl,--icf=all");
    }
}

/// What packages carry along is listed by `cargo xtask`; without it (`cargo check` in a fresh clone) the lists are empty.
fn placeholder_parts(folder: &Path) {
    for name in ["licences.txt", "sbom.cdx.json"] {
        let list = folder.join(name);
        if !list.exists() {
            std::fs::create_dir_all(folder).expect("gen can be made");
            std::fs::write(list, "").expect("gen can be written");
        }
    }
}

/// The program embeds `ui/dist`; without a built UI (`cargo check` in a fresh clone) it embeds a page that says so.
fn placeholder_page(dist: &Path) {
    let page = dist.join("index.html");
    if page.exists() {
        return;
    }
    std::fs::create_dir_all(dist).expect("ui/dist can be made");
    std::fs::write(
        page,
        "<!doctype html><title>Assurance Desk</title><p>Build the UI first: cargo xtask run</p>\n",
    )
    .expect("ui/dist can be written");
}
