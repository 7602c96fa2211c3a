//! HTTPS with given files.

use practice::{Options, Practice, PracticeError, TlsFiles};
use reqwest::Certificate;
use tempfile::TempDir;

use crate::support::Signer;

/// A certificate and a key as files.
pub(crate) fn tls_files(directory: &TempDir, certificate: &Signer, key: &Signer) -> TlsFiles {
    let files = TlsFiles {
        cert: directory.path().join("c.pem"),
        key: directory.path().join("k.pem"),
    };
    std::fs::write(&files.cert, &certificate.certificate_pem).unwrap();
    std::fs::write(&files.key, &key.key_pem).unwrap();
    files
}

/// Why a workspace does not start with these files.
async fn refused(files: TlsFiles) -> PracticeError {
    let started = Practice::start(Options {
        tls: Some(files),
        ..Options::default()
    });
    match started.await {
        Ok(_) => panic!("served with files that cannot be used"),
        Err(error) => error,
    }
}

#[tokio::test]
async fn a_client_that_trusts_the_certificate_is_served() {
    let directory = tempfile::tempdir().unwrap();
    let signer = Signer::first();
    let tls = Some(tls_files(&directory, signer, signer));
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
    let error = refused(TlsFiles {
        cert: missing.clone(),
        key: missing,
    })
    .await;
    assert!(matches!(error, PracticeError::Tls { .. }));
    assert!(error.to_string().contains("missing.pem"));
}

#[tokio::test]
async fn a_key_of_another_certificate_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    let error = refused(tls_files(&directory, Signer::first(), Signer::second())).await;
    assert!(matches!(error, PracticeError::Tls { .. }));
}
