//! A newer version, from the look for it to the program in its place: Tauri's own tool signs, Tauri's updater checks and
//! replaces an AppImage.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum_server::tls_rustls::RustlsConfig;
use serde_json::json;

use crate::desktop::{Desk, Screen};

/// A program that says what is around it, and ends: what stands for the newer version.
const NEWER: &str = "/usr/bin/env";

#[tokio::test]
#[ignore = "opens the real window; `cargo xtask test` runs it"]
async fn a_newer_version_takes_the_place_of_this_one_only_if_it_is_signed_as_what_it_is() {
    let place = Place::open().await;
    let image = AppImage::new();
    let mut desk = Desk::open(Screen::LAPTOP).await;
    desk.click("link", "Settings").await;
    desk.wait_for_text("no place to get updates from").await;
    let network = json!({ "network": { "proxy": { "use": "direct" }, "certificateAuthorities": place.authority() } });
    std::fs::write(desk.data().join("settings.json"), network.to_string()).expect("settings");
    for (name, value) in [
        ("ASSURANCE_DESK_UPDATES", format!("{}/latest.json", place.base)),
        ("ASSURANCE_DESK_UPDATE_KEY", place.keys.public()),
        ("APPIMAGE", image.path().display().to_string()),
        ("APPDIR", image.mount().display().to_string()),
    ] {
        desk.surround_with(name, &value);
    }
    desk.open_program(&image.program()).await;
    desk.click("link", "Settings").await;
    desk.by_role("switch", "Look for updates when the program starts").await;
    assert_eq!(place.asked(), 0, "nobody is asked before somebody agreed or pressed");

    let newer = std::fs::read(NEWER).expect("a program of this system");
    let older = place.keys.sign(&newer, "0.0.1");
    let right = place.keys.sign(&newer, "999.0.0");
    let mut changed = newer.clone();
    *changed.last_mut().expect("a program has bytes") ^= 1;
    for (package, signature, told) in [
        (&newer, &older, "The package is not the version that was offered"),
        (&changed, &right, "The package is not from whom it should be"),
    ] {
        place.publish("999.0.0", package, signature);
        desk.click_button("Look now").await;
        desk.wait_for_text("Version 999.0.0 is available").await;
        desk.click_button("Download…").await;
        desk.wait_for_text(told).await;
    }
    assert_eq!(image.bytes(), AppImage::OLD, "nothing was replaced");

    place.publish("0.0.1", &newer, &older);
    desk.click_button("Look now").await;
    desk.wait_for_text("This is the newest version.").await;

    place.publish("999.0.0", &newer, &right);
    desk.click_button("Look now").await;
    desk.click_button("Download…").await;
    desk.wait_for_text("Version 999.0.0 is ready to be installed").await;
    assert_eq!(
        image.bytes(),
        AppImage::OLD,
        "nothing is replaced before the second press"
    );
    desk.click_button("Install and restart").await;
    // The newer version, in the place and with the surroundings of the older one.
    desk.wait_until_said(&format!("APPIMAGE={}", image.path().display()), 0)
        .await;
    assert_eq!(image.bytes(), newer);
    let log = std::fs::read_to_string(desk.data().join("logs/window.log")).expect("a log");
    assert!(log.contains("installed a newer version"), "{log}");
}

/// What an AppImage looks like from within: the program in a folder, and the file that it came from.
struct AppImage(tempfile::TempDir);

impl AppImage {
    const OLD: &[u8] = b"the version before";

    fn new() -> Self {
        // Beside the program, so that it needs no copy of its own.
        let built = Path::new(env!("CARGO_BIN_EXE_assurance-desk"));
        let folder = tempfile::tempdir_in(built.parent().expect("a folder")).expect("a folder");
        let image = Self(folder);
        std::fs::create_dir(image.mount()).expect("a folder");
        std::fs::hard_link(built, image.program()).expect("a link to the program");
        std::fs::write(image.path(), Self::OLD).expect("a file");
        let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        std::fs::set_permissions(image.path(), mode).expect("a mode");
        image
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("Assurance Desk.AppImage")
    }

    fn mount(&self) -> PathBuf {
        self.0.path().join("mount")
    }

    fn program(&self) -> PathBuf {
        self.mount().join("assurance-desk")
    }

    fn bytes(&self) -> Vec<u8> {
        std::fs::read(self.path()).expect("the file is there")
    }
}

/// The keys of those who publish, made and used by Tauri's own tool.
struct Keys(tempfile::TempDir);

impl Keys {
    fn make() -> Self {
        let keys = Self(tempfile::tempdir().expect("a folder"));
        let path = keys.path("key");
        tauri(&["signer", "generate", "--ci", "--password", "", "--write-keys", &path]);
        keys
    }

    fn public(&self) -> String {
        std::fs::read_to_string(self.path("key.pub")).expect("a public key")
    }

    fn sign(&self, package: &[u8], version: &str) -> String {
        let (key, file) = (self.path("key"), self.path("package"));
        std::fs::write(&file, package).expect("a file");
        let sign = ["signer", "sign", "--private-key-path", &key, "--password", ""];
        tauri(&[&sign[..], &["--app-version", version, &file]].concat());
        std::fs::read_to_string(self.path("package.sig")).expect("a signature")
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).display().to_string()
    }
}

fn tauri(arguments: &[&str]) {
    let tool = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/@tauri-apps/cli/tauri.js");
    let output = Command::new("node")
        .arg(tool)
        .args(arguments)
        .output()
        .expect("Node is installed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// A place to get updates from, over TLS with an authority of its own.
struct Place {
    base: String,
    keys: Keys,
    files: tempfile::TempDir,
    shown: Arc<Mutex<Shown>>,
}

#[derive(Default)]
struct Shown {
    list: String,
    package: Vec<u8>,
    asked: usize,
}

impl Place {
    async fn open() -> Self {
        let own = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).expect("a certificate");
        let (certificate, key) = (own.cert.pem(), own.signing_key.serialize_pem());
        let files = tempfile::tempdir().expect("a folder");
        std::fs::write(files.path().join("ca.pem"), &certificate).expect("a file");
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
        let tls = RustlsConfig::from_pem(certificate.into_bytes(), key.into_bytes());
        let tls = tls.await.expect("a certificate and its key");
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        listener.set_nonblocking(true).expect("a listener");
        let base = format!("https://{}", listener.local_addr().expect("an address"));
        let shown = Arc::<Mutex<Shown>>::default();
        let pages = Router::new().fallback(answer).with_state(Arc::clone(&shown));
        let serving = axum_server::from_tcp_rustls(listener, tls).expect("a server");
        tokio::spawn(serving.serve(pages.into_make_service()));
        Self {
            base,
            keys: Keys::make(),
            files,
            shown,
        }
    }

    fn authority(&self) -> PathBuf {
        self.files.path().join("ca.pem")
    }

    fn publish(&self, version: &str, package: &[u8], signature: &str) {
        let target = format!("linux-{}", std::env::consts::ARCH);
        let entry = json!({ "url": format!("{}/package", self.base), "signature": signature });
        let list = json!({ "version": version, "notes": "New", "platforms": { target: entry } });
        let mut shown = self.shown.lock().expect("no test has failed");
        (shown.list, shown.package) = (list.to_string(), package.to_owned());
    }

    fn asked(&self) -> usize {
        self.shown.lock().expect("no test has failed").asked
    }
}

async fn answer(State(shown): State<Arc<Mutex<Shown>>>, request: Request) -> Response {
    let mut shown = shown.lock().expect("no test has failed");
    shown.asked += 1;
    match request.uri().path() {
        "/latest.json" => shown.list.clone().into_response(),
        "/package" => shown.package.clone().into_response(),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}
