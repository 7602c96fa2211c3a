//! Access tokens: made in the shape of Adobe's (a JWT with its own header fields and no `exp`), and
//! remembered, so that expiry and revocation are really checked.

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock};

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::RSA_PKCS1_SHA256;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::Rng;
use serde_json::json;

use crate::clock::now_milliseconds;
use crate::error::PracticeError;
use crate::grant::TokenGrant;
use crate::lock::lock;

/// The name of the key that signs access tokens. Adobe's is not in its published key set, and `x5u`
/// is a bare file name; both are so here.
const KEY_NAME: &str = "ims_na1-key-at-1";

#[derive(Default)]
pub(crate) struct Tokens {
    issued: Mutex<HashMap<String, TokenGrant>>,
}

impl Tokens {
    /// Makes and remembers a token.
    pub(crate) fn issue(&self, grant: TokenGrant) -> Result<String, PracticeError> {
        let token = sign(signing_key()?, &payload(&grant))?;
        let mut issued = lock(&self.issued);
        let now = now_milliseconds();
        issued.retain(|_, earlier| earlier.expires_at() > now);
        issued.insert(token.clone(), grant);
        Ok(token)
    }

    /// What the token allows, unless it is unknown, expired or revoked.
    pub(crate) fn grant(&self, token: &str) -> Option<TokenGrant> {
        let grant = lock(&self.issued).get(token).cloned()?;
        (grant.expires_at() > now_milliseconds()).then_some(grant)
    }

    /// Forgets the token, if it was made for this client.
    pub(crate) fn revoke(&self, token: &str, client_id: &str) {
        let mut issued = lock(&self.issued);
        if issued.get(token).is_some_and(|grant| grant.client_id == client_id) {
            issued.remove(token);
        }
    }

    /// Forgets every token; returns how many there were.
    pub(crate) fn revoke_all(&self) -> usize {
        std::mem::take(&mut *lock(&self.issued)).len()
    }

    /// How many tokens are valid.
    pub(crate) fn count(&self) -> usize {
        let now = now_milliseconds();
        lock(&self.issued)
            .values()
            .filter(|grant| grant.expires_at() > now)
            .count()
    }
}

/// The key that signs access tokens: one per process, made when it is first needed, which takes about
/// a tenth of a second.
pub(crate) fn signing_key() -> Result<&'static KeyPair, PracticeError> {
    static KEY: OnceLock<Option<KeyPair>> = OnceLock::new();
    KEY.get_or_init(|| KeyPair::generate(KeySize::Rsa2048).ok())
        .as_ref()
        .ok_or(PracticeError::SigningKey)
}

fn payload(grant: &TokenGrant) -> String {
    let mut random = rand::rng();
    let mut identifier = |length: usize| -> String {
        let bytes: Vec<u8> = (0..length).map(|_| random.random()).collect();
        URL_SAFE_NO_PAD.encode(bytes)
    };
    let scopes: Vec<&str> = grant.scopes.iter().map(String::as_str).collect();
    // `id` to `expires_in` are the documented fields; the others stand for what Adobe's tokens carry
    // besides, and bring the token to their usual length.
    json!({
        "id": format!("{}_{}_ue1", grant.created_at, uuid::Uuid::new_v4()),
        "org": grant.organization_id,
        "type": "access_token",
        "client_id": grant.client_id,
        "user_id": grant.technical_account_id,
        "as": "ims-na1",
        "aa_id": grant.technical_account_id,
        "ctp": 3,
        "fg": identifier(42),
        "sid": format!("{}_{}_ue1", grant.created_at, uuid::Uuid::new_v4()),
        "moi": identifier(6),
        "rtid": format!("{}_{}_ue1", grant.created_at, uuid::Uuid::new_v4()),
        "state": json!({ "session": identifier(48) }).to_string(),
        "created_at": grant.created_at.to_string(),
        "expires_in": grant.expires_in.to_string(),
        "scope": scopes.join(","),
    })
    .to_string()
}

fn sign(key: &KeyPair, payload: &str) -> Result<String, PracticeError> {
    let header = json!({
        "alg": "RS256",
        "x5u": format!("{KEY_NAME}.cer"),
        "kid": KEY_NAME,
        "itt": "at",
    });
    let message = format!(
        "{}.{}",
        URL_SAFE_NO_PAD.encode(header.to_string()),
        URL_SAFE_NO_PAD.encode(payload)
    );
    let mut signature = vec![0; key.public_modulus_len()];
    key.sign(
        &RSA_PKCS1_SHA256,
        &SystemRandom::new(),
        message.as_bytes(),
        &mut signature,
    )
    .map_err(|_| PracticeError::SigningKey)?;
    Ok(format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn grant() -> TokenGrant {
        TokenGrant {
            client_id: "0123456789abcdef0123456789abcdef".into(),
            organization_id: "0123456789ABCDEF01234567@AdobeOrg".into(),
            technical_account_id: "0123456789ABCDEF01234567@techacct.adobe.com".into(),
            scopes: ["assurance_automation".to_owned()].into(),
            created_at: now_milliseconds(),
            expires_in: 86_400_000,
        }
    }

    fn part(token: &str, index: usize) -> Value {
        let text = token.split('.').nth(index).unwrap();
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).unwrap()).unwrap()
    }

    #[test]
    fn a_token_has_the_shape_and_length_of_adobes() {
        let token = Tokens::default().issue(grant()).unwrap();
        assert!(token.len() > 1100, "{} characters", token.len());
        let header = part(&token, 0);
        assert_eq!(header["alg"], "RS256");
        assert_eq!(header["x5u"], "ims_na1-key-at-1.cer");
        assert_eq!(header["itt"], "at");
        let payload = part(&token, 1);
        assert_eq!(payload["type"], "access_token");
        assert_eq!(payload["as"], "ims-na1");
        assert_eq!(payload["expires_in"], "86400000");
        assert!(payload["created_at"].is_string());
        assert!(payload.get("exp").is_none());
    }

    #[test]
    fn expired_revoked_and_unknown_tokens_give_nothing() {
        let tokens = Tokens::default();
        let good = tokens.issue(grant()).unwrap();
        let expired = TokenGrant {
            expires_in: -1,
            ..grant()
        };
        let expired = tokens.issue(expired).unwrap();
        assert!(tokens.grant(&good).is_some());
        assert!(tokens.grant(&expired).is_none());
        assert!(tokens.grant("rubbish").is_none());
        assert_eq!(tokens.revoke_all(), 2);
        assert!(tokens.grant(&good).is_none());
    }
}
