//! Company networks: proxies, and certificates of their own.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use api::contract::problem::{Problem, ProblemCode};
use practice::{Options, Practice, TlsFiles};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::desk::Desk;

/// A proxy that notes the first line of each request and answers all in the same way.
struct Proxy {
    address: String,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    async fn start(answer: &'static str) -> Self {
        Self::start_with(move |_| answer).await
    }

    /// Answers by the head of the request.
    async fn start_with(answer: impl Fn(&str) -> &'static str + Clone + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::<Mutex<Vec<String>>>::default();
        let noted = Arc::clone(&seen);
        tokio::spawn(async move {
            loop {
                let (mut connection, _) = listener.accept().await.unwrap();
                let (noted, answer) = (Arc::clone(&noted), answer.clone());
                tokio::spawn(async move {
                    let mut head = Vec::new();
                    let mut piece = [0; 4096];
                    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
                        match connection.read(&mut piece).await {
                            Ok(0) | Err(_) => return,
                            Ok(length) => head.extend_from_slice(&piece[..length]),
                        }
                    }
                    let head = String::from_utf8_lossy(&head).into_owned();
                    noted
                        .lock()
                        .unwrap()
                        .push(head.lines().next().unwrap_or_default().to_owned());
                    let _ = connection.write_all(answer(&head).as_bytes()).await;
                });
            }
        });
        Self { address, seen }
    }

    fn seen(&self) -> Vec<String> {
        self.seen.lock().unwrap().clone()
    }

    fn settings(&self) -> Value {
        json!({ "proxy": { "use": "custom", "url": self.address }, "certificateAuthorities": null })
    }
}

/// Serves as key set and as token at once.
const TOKEN: &str = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 43\r\nconnection: close\r\n\r\n{\"access_token\":\"opaque\",\"expires_in\":3600}";
const WANTS_PASSWORD: &str =
    "HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
const FORBIDS: &str = "HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";

fn direct() -> Value {
    json!({ "proxy": { "use": "direct" }, "certificateAuthorities": null })
}

/// What asks to try settings.
fn trial(network: &Value) -> Value {
    json!({ "network": network })
}

fn settings(network: &Value) -> Value {
    json!({ "theme": "dark", "closedHints": [], "dismissedAnnouncements": [], "network": network })
}

#[tokio::test]
async fn a_chosen_proxy_sees_the_request_and_none_does_when_it_is_direct() {
    let desk = Desk::open();
    let id = desk.integration().await;
    desk.point_at(&id, "http://ims.invalid:8080").await;
    let proxy = Proxy::start(TOKEN).await;
    let report = desk.ask("network_try", trial(&proxy.settings())).await;
    assert_eq!(report["host"], "ims.invalid:8080");
    assert_eq!(report["proxy"], proxy.address);
    assert_eq!(proxy.seen(), ["GET http://ims.invalid:8080/ims/keys HTTP/1.1"]);

    let problem = desk.refused("network_try", trial(&direct())).await;
    assert_eq!(problem.code, ProblemCode::Unreachable);
    assert_eq!(proxy.seen().len(), 1);
}

#[tokio::test]
async fn saved_settings_count_at_once_and_after_a_restart_and_never_on_this_computer() {
    let mut desk = Desk::open();
    let id = desk.integration().await;
    desk.point_at(&id, "http://ims.invalid:8080").await;
    let practice = desk.ask("practice_try", Value::Null).await["integration"].clone();
    let (far, here) = (json!({ "integration": id }), json!({ "integration": practice }));
    let proxy = Proxy::start(TOKEN).await;
    desk.refused("token_renew", far.clone()).await;

    desk.ask("settings_save", settings(&proxy.settings())).await;
    desk.ask("token_renew", far.clone()).await;
    desk.ask("token_renew", here.clone()).await;
    assert_eq!(proxy.seen(), ["POST http://ims.invalid:8080/ims/token/v3 HTTP/1.1"]);

    desk.restart();
    desk.ask("token_renew", far.clone()).await;
    assert_eq!(proxy.seen().len(), 2);

    desk.ask("settings_save", settings(&direct())).await;
    desk.refused("token_renew", far).await;
    desk.ask("token_renew", here).await;
    assert_eq!(proxy.seen().len(), 2);
}

#[tokio::test]
async fn each_way_in_which_a_proxy_fails_is_told() {
    let desk = Desk::open();
    let id = desk.integration().await;
    let nobody = {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        json!({ "proxy": { "use": "custom", "url": format!("http://{address}") }, "certificateAuthorities": null })
    };
    let (password, forbidden) = (Proxy::start(WANTS_PASSWORD).await, Proxy::start(FORBIDS).await);
    for (ims, settings, says) in [
        ("https://ims.invalid", password.settings(), "user name and password"),
        ("http://ims.invalid", password.settings(), "user name and password"),
        ("https://ims.invalid", forbidden.settings(), "does not let"),
        (
            "https://ims.invalid",
            nobody,
            "The proxy on the way to ims.invalid could not be reached",
        ),
    ] {
        desk.point_at(&id, ims).await;
        let problem = desk.refused("network_try", trial(&settings)).await;
        assert!(problem.message.contains(says), "{ims}: {problem:?}");
        assert_eq!(problem.code, ProblemCode::Unreachable);
    }
    assert!(
        password.seen()[0].starts_with("CONNECT ims.invalid:443"),
        "{:?}",
        password.seen()
    );
}

#[tokio::test]
async fn an_address_that_is_no_proxy_is_not_kept_and_its_password_not_repeated() {
    let desk = Desk::open();
    for url in [
        "http://jane:a-pass-word@proxy:8080",
        "socks4://proxy:1080",
        "",
        "http://",
    ] {
        let network = json!({ "proxy": { "use": "custom", "url": url }, "certificateAuthorities": null });
        for (command, request) in [("settings_save", settings(&network)), ("network_try", trial(&network))] {
            let problem = desk.refused(command, request).await;
            assert!(problem.next_step.contains("http://host:port"), "{problem:?}");
        }
    }
    assert!(!desk.heard().contains("a-pass-word"));
    let kept = desk.ask("app_info", Value::Null).await["settings"]["network"].take();
    assert_eq!(kept["proxy"]["use"], "system");
}

/// Practice over HTTPS, with a certificate of a network's own authority.
struct Secure {
    folder: tempfile::TempDir,
    practice: Practice,
}

impl Secure {
    async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let own = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
        let files = TlsFiles {
            cert: folder.path().join("ca.pem"),
            key: folder.path().join("key.pem"),
        };
        std::fs::write(&files.cert, own.cert.pem()).unwrap();
        std::fs::write(folder.path().join("ca.cer"), own.cert.der()).unwrap();
        std::fs::write(&files.key, own.signing_key.serialize_pem()).unwrap();
        std::fs::write(folder.path().join("hello.txt"), "hello").unwrap();
        let options = Options {
            tls: Some(files),
            ..Options::default()
        };
        let practice = Practice::start(options).await.unwrap();
        Self { folder, practice }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn ims(&self) -> String {
        serde_json::to_value(self.practice.ready()).unwrap()["ims"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    fn settings(&self, name: &str) -> Value {
        json!({ "proxy": { "use": "system" }, "certificateAuthorities": self.path(name) })
    }
}

#[tokio::test]
async fn a_networks_own_authority_is_trusted_once_its_file_was_chosen() {
    let desk = Desk::open();
    let id = desk.integration().await;
    let secure = Secure::start().await;
    desk.point_at(&id, &secure.ims()).await;
    desk.refused("token_renew", json!({ "integration": id })).await;
    let untrusted = desk.refused("network_try", trial(&direct())).await;
    assert!(untrusted.next_step.contains("Settings, Network"), "{untrusted:?}");
    for name in ["ca.pem", "ca.cer"] {
        desk.desktop.will_choose(&secure.path(name));
        let chosen = desk.ask("network_choose_authorities", Value::Null).await;
        assert_eq!(chosen["path"], secure.path(name).to_str().unwrap());
        let report = desk.ask("network_try", trial(&secure.settings(name))).await;
        assert_eq!(
            report["proxy"],
            Value::Null,
            "nothing is between this computer and itself"
        );
        assert!(report["clockAheadSeconds"].as_i64().unwrap().abs() < 5, "{report}");
    }
    desk.ask("settings_save", settings(&secure.settings("ca.pem"))).await;
    desk.ask("token_renew", json!({ "integration": id })).await;
}

#[tokio::test]
async fn a_file_that_holds_no_authority_is_told_by_what_it_is() {
    let desk = Desk::open();
    let secure = Secure::start().await;
    let is = |problem: &Problem, words: &str| assert!(problem.message.contains(words), "{problem:?}");
    for (name, words) in [
        ("key.pem", "private key"),
        ("hello.txt", "no certificate"),
        ("gone.pem", "does not exist"),
    ] {
        is(&desk.refused("network_try", trial(&secure.settings(name))).await, words);
        is(
            &desk.refused("settings_save", settings(&secure.settings(name))).await,
            words,
        );
        desk.desktop.will_choose(&secure.path(name));
        is(&desk.refused("network_choose_authorities", Value::Null).await, words);
    }
}

#[tokio::test]
async fn a_file_of_authorities_that_has_gone_does_not_keep_the_program_from_starting() {
    let mut desk = Desk::open();
    let secure = Secure::start().await;
    desk.ask("settings_save", settings(&secure.settings("ca.pem"))).await;
    std::fs::remove_file(secure.path("ca.pem")).unwrap();
    desk.restart();
    desk.ask("app_info", Value::Null).await;
    desk.ask("practice_try", Value::Null).await;
}

const PASSWORD: &str = "a pass:word of äcme %41";
/// `jane:` and the password, as `Proxy-Authorization: Basic` has them.
const SIGNED_IN: &str = "Basic amFuZTphIHBhc3M6d29yZCBvZiDDpGNtZSAlNDE=";

fn signs_in(head: &str) -> bool {
    let header = |line: &str| {
        let (name, value) = line.split_once(':')?;
        (name.eq_ignore_ascii_case("proxy-authorization")).then(|| value.trim() == SIGNED_IN)
    };
    head.lines().find_map(header).unwrap_or_default()
}

#[tokio::test]
async fn a_proxy_gets_user_name_and_password_and_nobody_else_does() {
    let mut desk = Desk::open();
    let id = desk.integration().await;
    desk.point_at(&id, "http://ims.invalid:8080").await;
    let far = json!({ "integration": id });
    let proxy = Proxy::start_with(|head| if signs_in(head) { TOKEN } else { WANTS_PASSWORD }).await;
    let mut network = proxy.settings();
    let problem = desk.refused("network_try", trial(&network)).await;
    assert!(problem.next_step.contains("Settings, Network"), "{problem:?}");
    network["proxy"]["userName"] = "jane".into();
    desk.refused("network_try", trial(&network)).await;
    for (typed, works) in [("wrong", false), (PASSWORD, true)] {
        let trial = json!({ "network": network, "password": typed });
        assert_eq!(desk.try_to("network_try", trial).await.is_ok(), works, "{typed}");
    }

    let password = |url: &str, user: &str| json!({ "url": url, "userName": user, "password": PASSWORD });
    for user in ["", "jane:x"] {
        desk.refused("proxy_password_save", password(&proxy.address, user))
            .await;
    }
    desk.ask("proxy_password_save", password(&proxy.address, "jane")).await;
    desk.ask("settings_save", settings(&network)).await;
    desk.ask("network_try", trial(&network)).await;
    desk.ask("token_renew", far.clone()).await;
    desk.restart();
    let info = desk.ask("app_info", Value::Null).await;
    assert_eq!(info["hasProxyPassword"], true);
    assert_eq!(info["settings"]["network"]["proxy"]["userName"], "jane");
    desk.ask("token_renew", far.clone()).await;

    // Whoever changes the address or the name does not get the password sent there.
    let other = Proxy::start_with(|head| if signs_in(head) { TOKEN } else { WANTS_PASSWORD }).await;
    let mut elsewhere = network.clone();
    elsewhere["proxy"]["url"] = other.address.as_str().into();
    desk.refused("network_try", trial(&elsewhere)).await;
    let mut somebody = network.clone();
    somebody["proxy"]["userName"] = "joe".into();
    desk.refused("network_try", trial(&somebody)).await;
    desk.ask("settings_save", settings(&elsewhere)).await;
    desk.refused("token_renew", far.clone()).await;
    // It was for the proxy before, and is gone with it.
    desk.ask("settings_save", settings(&network)).await;
    assert_eq!(desk.ask("app_info", Value::Null).await["hasProxyPassword"], false);
    desk.refused("token_renew", far).await;

    let encoded = SIGNED_IN.trim_start_matches("Basic ");
    for secret in [PASSWORD, encoded] {
        assert!(!desk.heard().contains(secret));
        for entry in std::fs::read_dir(desk.folder()).unwrap() {
            let bytes = std::fs::read(entry.unwrap().path()).unwrap_or_default();
            assert!(!String::from_utf8_lossy(&bytes).contains(secret));
        }
    }
}
