//! A server whose certificate the system does not trust, as behind a company proxy.

use std::time::Duration;

use gateway::{Cause, ClientOptions};
use ims::ImsError;
use integration::{Clients, Connection, IntegrationError, SecretSource, from_ready_json};
use practice::{Options, Practice, TlsFiles};

#[tokio::test]
async fn a_certificate_authority_is_trusted_once_the_user_added_it() {
    let directory = tempfile::tempdir().unwrap();
    let own = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
    let files = TlsFiles {
        cert: directory.path().join("cert.pem"),
        key: directory.path().join("key.pem"),
    };
    std::fs::write(&files.cert, own.cert.pem()).unwrap();
    std::fs::write(&files.key, own.signing_key.serialize_pem()).unwrap();
    let practice = Practice::start(Options {
        tls: Some(files),
        ..Options::default()
    })
    .await
    .unwrap();
    let ready = from_ready_json(&serde_json::to_string(practice.ready()).unwrap()).unwrap();
    assert_eq!(ready.endpoints.ims.scheme(), "https");

    let token_with = async |extra: Vec<Vec<u8>>| {
        let options = ClientOptions {
            extra_certificate_authorities: extra,
            timeout: Duration::from_secs(20),
            ..ClientOptions::default()
        };
        let clients = Clients::new(&options).unwrap();
        let (integration, secrets) = ready.oauth.clone();
        let secrets = SecretSource::Held(secrets);
        Connection::unsaved(integration, ready.endpoints.clone(), &clients, secrets)
            .access_token()
            .await
    };
    match token_with(Vec::new()).await.unwrap_err() {
        IntegrationError::Ims(ImsError::Unreachable(unreachable)) => assert_eq!(unreachable.cause, Cause::Untrusted),
        other => panic!("{other}"),
    }
    token_with(vec![own.cert.pem().into_bytes()]).await.unwrap();
}
