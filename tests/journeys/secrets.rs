//! What the real window leaves behind: no secret, in whatever form, and none in what its processes are told.

#[path = "../../src-tauri/crates/api/tests/router/secrets/forms.rs"]
mod forms;

use std::path::Path;

use crate::desktop::{Desk, Screen};

const SECRET: &str = "p8e-typed-in-the-window-and-never-seen-again";
const PASSPHRASE: &str = "seven unrelated words that nobody knows";

#[tokio::test]
#[ignore = "opens the real window; `cargo xtask test` runs it"]
async fn nothing_that_was_typed_stays_in_the_web_view_or_with_its_processes() {
    let mut desk = Desk::open_with_passphrase(Screen::LAPTOP, PASSPHRASE).await;
    desk.click_button("Connect my organization…").await;
    desk.click_button("Practice workspace: OAuth Server-to-Server").await;
    desk.wait_for_text("client secret kept").await;
    desk.click("button", "Done Credentials…").await;
    desk.click_button("Replace").await;
    desk.type_into("Client secret", SECRET).await;
    desk.press("Tab").await;
    desk.wait_for_value("Client secret", "•••• kept").await;
    desk.click("link", "Home").await;
    desk.click_button("Try it…").await;
    desk.by_role("row", "Configuration Response").await;

    let search = forms::Search::new([SECRET, PASSPHRASE]);
    // WebDriver, which set the passphrase, has it still.
    let named = ["assurance-desk", "WebKitWebProces", "WebKitNetworkPr"].map(|name| desk.processes(name));
    assert!(
        named.iter().all(|found| !found.is_empty()),
        "the program and its web view: {named:?}"
    );
    let nothing_in = |file: &Path| {
        // What has ended meanwhile cannot be read, and tells nothing.
        let bytes = std::fs::read(file).unwrap_or_default();
        assert!(search.find(&bytes).is_none(), "a secret is in {}", file.display());
        is_with_token(&bytes)
    };
    for process in named.iter().flatten() {
        for told in ["cmdline", "environ"] {
            assert!(!nothing_in(&process.join(told)), "a token is in {}", process.display());
        }
    }
    desk.close_window().await;
    let mut searched = 0;
    let sealed = ["vault.sealed", "practice"].map(|name| desk.data().join(name));
    each_file(desk.home(), &mut |file| {
        if !sealed.iter().any(|sealed| file.starts_with(sealed)) {
            searched += 1;
            assert!(!nothing_in(file), "a token or a key is in {}", file.display());
        }
    });
    assert!(searched > 10, "the web view keeps files: {searched}");
}

/// Whether there is what looks like a token or a private key, whosoever it is.
fn is_with_token(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let looks_signed = |place: usize| {
        let mut words = text[place..].split(|letter: char| !(letter.is_ascii_alphanumeric() || "-_.".contains(letter)));
        words
            .next()
            .is_some_and(|word| word.len() > 100 && word.matches('.').count() == 2)
    };
    text.contains("PRIVATE KEY-----") || text.match_indices("eyJ").any(|(place, _)| looks_signed(place))
}

fn each_file(folder: &Path, look: &mut impl FnMut(&Path)) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let kind = entry.file_type().expect("a kind");
        if kind.is_dir() {
            each_file(&entry.path(), look);
        } else if kind.is_file() {
            look(&entry.path());
        }
    }
}
