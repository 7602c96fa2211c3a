//! The signature of a service account's JWT against a certificate.

use jsonwebtoken::crypto::verify;
use jsonwebtoken::{Algorithm, DecodingKey};
use keys::Certificate;
use time::OffsetDateTime;
use x509_parser::parse_x509_certificate;

use super::text::Token;
use super::{Expectation, Finding};

pub(super) fn check(token: &Token, now: OffsetDateTime, expected: Option<&Expectation>, found: &mut Vec<Finding>) {
    let algorithm = match token.header.text("alg") {
        Some("RS256") => Algorithm::RS256,
        Some("RS384") => Algorithm::RS384,
        Some("RS512") => Algorithm::RS512,
        // What is wrong with the algorithm has been said, and there is nothing to check with a certificate.
        _ => return,
    };
    let Some(signature) = &token.signature else {
        return;
    };
    let Some(certificate) = expected.and_then(|expected| expected.certificate.as_ref()) else {
        found.push(Finding::NoCertificate);
        return;
    };
    let sha1_fingerprint = certificate.sha1_fingerprint();
    if certificate.not_after() < now {
        found.push(Finding::CertificateExpired {
            sha1_fingerprint: sha1_fingerprint.clone(),
        });
    }
    found.push(if fits(&token.signed, signature, algorithm, certificate) {
        Finding::SignatureFits { sha1_fingerprint }
    } else {
        Finding::SignatureWrong { sha1_fingerprint }
    });
}

fn fits(signed: &str, signature: &[u8], algorithm: Algorithm, certificate: &Certificate) -> bool {
    use base64::Engine;
    let Ok((_, parsed)) = parse_x509_certificate(certificate.der()) else {
        return false;
    };
    let key = DecodingKey::from_rsa_der(&parsed.public_key().subject_public_key.data);
    let signature = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(signature);
    verify(&signature, signed.as_bytes(), &key, algorithm).unwrap_or(false)
}
