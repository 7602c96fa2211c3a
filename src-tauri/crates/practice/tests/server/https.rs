//! HTTPS with given files.

use practice::{Options, Practice, PracticeError, TlsFiles};
use reqwest::Certificate;

use crate::support::Signer;

#[tokio::test]
async fn a_client_that_trusts_the_certificate_is_served() {
    let directory = tempfile::tempdir().unwrap();
    let (cert, key) = (directory.path().join("c.pem"), directory.path().join("k.pem"));
    let signer = Signer::first();
    std::fs::write(&cert, &signer.certificate_pem).unwrap();
    std::fs::write(&key, &signer.key_pem).unwrap();
    let tls = Some(TlsFiles { cert, key });
    let practice = Practice::start(Options {
        tls,
        ..Options::default()
    })
    .await
    .unwrap();

    let url = format!("{}/practice", practice.ready().ims);
    assert!(url.starts_with("https://127.0.0.1:"));
    let trusted = Certificate::from_pem(signer.certificate_pem.as_bytes()).unwrap();
    let http = reqwest::Client::builder().tls_certs_only([trusted]).build().unwrap();
    assert_eq!(http.get(&url).send().await.unwrap().status(), 200);
    assert!(reqwest::Client::new().get(&url).send().await.is_err());
}

#[tokio::test]
async fn files_that_cannot_be_used_are_named() {
    let directory = tempfile::tempdir().unwrap();
    let missing = directory.path().join("missing.pem");
    let tls = Some(TlsFiles {
        cert: missing.clone(),
        key: missing,
    });
    let Err(error) = Practice::start(Options {
        tls,
        ..Options::default()
    })
    .await
    else {
        panic!("served with no certificate")
    };
    assert!(matches!(error, PracticeError::Tls { .. }));
    assert!(error.to_string().contains("missing.pem"));
}
