//! The certificate and key that the workspace serves HTTPS with.

use std::io;
use std::path::Path;
use std::sync::Arc;

use rustls::ServerConfig;
use rustls::crypto::aws_lc_rs;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};

use crate::error::PracticeError;
use crate::options::TlsFiles;

/// Reads the files and makes of them what a server needs to speak TLS, and HTTP/1.1 over it.
///
/// # Errors
/// [`PracticeError::Tls`] when a file cannot be read, is not what it should be, or does not go with the other.
pub(crate) async fn server_config(files: &TlsFiles) -> Result<Arc<ServerConfig>, PracticeError> {
    read(files).await.map(Arc::new).map_err(|source| PracticeError::Tls {
        cert: files.cert.clone(),
        key: files.key.clone(),
        source,
    })
}

async fn read(files: &TlsFiles) -> io::Result<ServerConfig> {
    let cert = contents(&files.cert, "certificate").await?;
    let chain: Vec<_> = CertificateDer::pem_slice_iter(&cert)
        .collect::<Result<_, _>>()
        .map_err(|error| io::Error::other(format!("the certificate is not in PEM form: {error}")))?;
    let key = contents(&files.key, "key").await?;
    let key = PrivateKeyDer::from_pem_slice(&key)
        .map_err(|error| io::Error::other(format!("the key is not in PEM form: {error}")))?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|config| config.with_no_client_auth().with_single_cert(chain, key))
        .map_err(io::Error::other)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}

/// What is in the file. The system's errors name no file, so this one says which of the two it is.
async fn contents(path: &Path, what: &str) -> io::Result<Vec<u8>> {
    tokio::fs::read(path)
        .await
        .map_err(|error| io::Error::new(error.kind(), format!("the {what} cannot be read: {error}")))
}
