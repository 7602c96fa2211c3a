//! The Debian package, as a person meets it: installed into this system, started, opened by files and links, updated in place
//! and removed. `ASSURANCE_DESK_PACKAGE` and `ASSURANCE_DESK_NEWER_PACKAGE` name two of them.

#![cfg(target_os = "linux")]

mod desktop;
#[path = "packages/installed.rs"]
mod installed;

use std::path::PathBuf;

use desktop::Desk;
use installed::{Installed, opened_by, type_of};

const ARCHIVES: &str = "application/vnd.assurance-desk.archive";
const LINKS: &str = "x-scheme-handler/assurance-desk";

#[tokio::test]
#[ignore = "installs a package into this system; `cargo xtask test` runs it"]
async fn the_package_is_installed_used_updated_and_removed() {
    let mut installed = Installed::install(&package("ASSURANCE_DESK_PACKAGE"));
    let first_version = installed.version();
    assert_eq!(installed.lines_of_entry("Exec"), ["assurance-desk %U"]);
    assert!(installed.files().iter().any(|file| file.ends_with("sbom.cdx.json")));
    for file in installed.files() {
        assert!(file.exists(), "{}", file.display());
    }
    for kind in [ARCHIVES, LINKS] {
        assert!(
            opened_by(kind).contains("assurance-desk.desktop"),
            "{kind}: {}",
            opened_by(kind)
        );
    }

    let mut desk = Desk::open_installed(&installed.program()).await;
    desk.wait_for_text("Inspect what your app tells Adobe.").await;
    let sent = desk.home().join("sent to me.assurance");
    installed.make_archive(&sent, "Checkout v42");
    assert_eq!(type_of(&sent), ARCHIVES);

    // What a double click does: the file lands in the window that is open.
    opens(&desk, sent.to_str().expect("a plain path"));
    desk.by_role("heading", "Checkout v42").await;
    opens(&desk, "assurance-desk://open?place=settings");
    desk.wait_for_text("A link from outside this program wants to show Settings.")
        .await;
    desk.click_button("Open").await;
    desk.by_role("heading", "Settings").await;
    opens(&desk, "assurance-desk://open?file=/etc/passwd");
    desk.wait_for_text("The link was not opened").await;
    desk.close_window().await;

    installed.update(&package("ASSURANCE_DESK_NEWER_PACKAGE"));
    assert_ne!(installed.version(), first_version);
    desk.reopen().await;
    desk.click("link", "Archives").await;
    desk.by_role("row", "Checkout v42").await;
    desk.close_window().await;

    let files = installed.files();
    installed.remove();
    for file in files {
        assert!(!file.exists(), "{} stayed", file.display());
    }
    assert!(!opened_by(ARCHIVES).contains("assurance-desk.desktop"));
    assert_ne!(type_of(&sent), ARCHIVES);
    let kept = desk.data().join("archives/Checkout v42.assurance");
    assert!(kept.is_file(), "what the person has is left alone");
}

fn package(variable: &str) -> PathBuf {
    let path = std::env::var_os(variable).unwrap_or_else(|| panic!("{variable} names no package"));
    PathBuf::from(path)
}

/// Opens a file or a link as the desktop does.
fn opens(desk: &Desk, what: &str) {
    let opened = desk.command("gio").args(["open", what]).status();
    assert!(
        opened.is_ok_and(|status| status.success()),
        "{what} is opened with something"
    );
}
