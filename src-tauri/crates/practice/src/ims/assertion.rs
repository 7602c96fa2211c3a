use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

use crate::certificate::{Certificate, RsaHash};
use crate::ims::ImsRow;

/// A JWT that could be taken apart; nothing about it is believed yet.
pub(super) struct Assertion<'a> {
    algorithm: String,
    message: &'a [u8],
    signature: Vec<u8>,
    pub(super) claims: Map<String, Value>,
}

impl<'a> Assertion<'a> {
    /// Takes a compact JWS apart.
    pub(super) fn decode(token: &'a str) -> Result<Self, ImsRow> {
        Self::parts(token).ok_or(ImsRow::TokenUndecodable)
    }

    fn parts(token: &'a str) -> Option<Self> {
        let (message, signature) = token.rsplit_once('.')?;
        let (header, payload) = message.split_once('.')?;
        let signature = URL_SAFE_NO_PAD.decode(signature).ok()?;
        if signature.is_empty() {
            return None;
        }
        let algorithm = object(header)?.get("alg")?.as_str()?.to_owned();
        Some(Self {
            algorithm,
            message: message.as_bytes(),
            signature,
            claims: object(payload)?,
        })
    }

    /// Checks the signature against the certificates bound to the technical account.
    pub(super) fn check_signature(&self, certificates: &[Certificate]) -> Result<(), ImsRow> {
        let Some(stated) = RsaHash::from_algorithm(&self.algorithm) else {
            return Err(ImsRow::SignatureAlgorithm);
        };
        let fits = |hash: RsaHash| {
            certificates
                .iter()
                .any(|certificate| certificate.verifies(hash, self.message, &self.signature))
        };
        if fits(stated) {
            return Ok(());
        }
        if RsaHash::ALL.into_iter().any(fits) {
            return Err(ImsRow::SignatureAlgorithm);
        }
        Err(ImsRow::NoBindingMatches)
    }
}

fn object(part: &str) -> Option<Map<String, Value>> {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_three_readable_parts_cannot_be_decoded() {
        let object = URL_SAFE_NO_PAD.encode("{}");
        let header = URL_SAFE_NO_PAD.encode(r#"{"alg":"RS256"}"#);
        for token in [
            String::new(),
            "rubbish".into(),
            "a.b".into(),
            format!("{header}.{object}"),
            format!("{header}.{object}."),
            format!("{header}.{object}.c2ln.c2ln"),
            format!("{object}.{object}.c2ln"),
            format!("{header}.bm8.c2ln"),
        ] {
            assert!(
                matches!(Assertion::decode(&token), Err(ImsRow::TokenUndecodable)),
                "{token}"
            );
        }
        assert!(Assertion::decode(&format!("{header}.{object}.c2ln")).is_ok());
    }
}
