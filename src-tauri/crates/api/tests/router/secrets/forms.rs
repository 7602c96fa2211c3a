//! The forms in which a secret could be written down, and a search for all of them at once.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use aho_corasick::AhoCorasick;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};

/// Finds secrets in whatever form.
pub(crate) struct Search {
    forms: AhoCorasick,
    /// Whose form each one is.
    owners: Vec<usize>,
}

impl Search {
    pub(crate) fn new<'a>(secrets: impl IntoIterator<Item = &'a str>) -> Self {
        let mut owners = Vec::new();
        let mut all = Vec::new();
        for (owner, secret) in secrets.into_iter().enumerate() {
            for form in forms(secret) {
                owners.push(owner);
                all.push(form);
            }
        }
        Self {
            forms: AhoCorasick::new(all).unwrap(),
            owners,
        }
    }

    /// The number of the first secret that is found, and where.
    pub(crate) fn find(&self, bytes: &[u8]) -> Option<(usize, usize)> {
        let found = self.forms.find(bytes)?;
        Some((self.owners[found.pattern().as_usize()], found.start()))
    }
}

/// As it is, escaped for JSON and addresses, as hexadecimal digits, in base64 wherever it begins in what was encoded, and as
/// a web view keeps texts.
pub(crate) fn forms(secret: &str) -> Vec<Vec<u8>> {
    let bytes = secret.as_bytes();
    let json = serde_json::to_string(secret).unwrap();
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let address: String = url::form_urlencoded::byte_serialize(bytes).collect();
    let mut forms = vec![
        bytes.to_vec(),
        json.trim_matches('"').as_bytes().to_vec(),
        address.replace('+', "%20").into_bytes(),
        address.into_bytes(),
        hex.to_uppercase().into_bytes(),
        hex.into_bytes(),
        secret.encode_utf16().flat_map(u16::to_le_bytes).collect(),
    ];
    for before in 0..3 {
        let shifted = [&vec![0; before], bytes].concat();
        // Letters at both ends are also made of what stands beside the secret.
        let own = (before * 8).div_ceil(6)..shifted.len() * 8 / 6;
        for engine in [STANDARD_NO_PAD, URL_SAFE_NO_PAD] {
            forms.push(engine.encode(&shifted).as_bytes()[own.clone()].to_vec());
        }
    }
    forms.sort();
    forms.dedup();
    forms
}

#[test]
fn a_secret_is_found_in_every_form() {
    let secret = "a /secret+with \"signs\"";
    let search = Search::new(["something else that is not there", secret]);
    let found = |text: String| search.find(text.as_bytes()).map(|(owner, _)| owner);
    for around in ["", "x", "xy"] {
        for engine in [STANDARD_NO_PAD, URL_SAFE_NO_PAD] {
            assert_eq!(found(engine.encode(format!("{around}{secret}{around}"))), Some(1));
        }
    }
    assert_eq!(found(format!("before {secret} after")), Some(1));
    assert_eq!(found(serde_json::json!({ "key": secret }).to_string()), Some(1));
    let mut address = url::Url::parse("https://x.example/").unwrap();
    address.query_pairs_mut().append_pair("key", secret);
    assert_eq!(found(address.to_string()), Some(1));
    assert_eq!(found("a /secret+with other signs".to_owned()), None);
}
