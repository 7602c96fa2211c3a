//! What the tests share: keys, the parts of credentials, and looking at an import.

use std::sync::OnceLock;

use integration::import::{Candidate, FileState, Format, Import, Reason, Unusable};
use keys::{Certificate, KeyBits, KeyPair, Subject};
use secrecy::ExposeSecret as _;
use time::OffsetDateTime;

pub(crate) const ORGANIZATION: &str = "8C6767C25245AD1A0A490D4C@AdobeOrg";
pub(crate) const ACCOUNT: &str = "8C6767C25245AD1A0A490D4D@techacct.adobe.com";
pub(crate) const EMAIL: &str = "f94e1f5e-65d6-4d2c-9a0b-1a2b3c4d5e6f@techacct.adobe.com";
pub(crate) const CLIENT: &str = "0123456789abcdef0123456789abcdef";
pub(crate) const OTHER_CLIENT: &str = "fedcba9876543210fedcba9876543210";
pub(crate) const SECRET: &str = "p8e-hidden-and-never-to-be-shown";

/// A key with its certificate.
pub(crate) struct Pair {
    pub(crate) key: KeyPair,
    pub(crate) certificate: Certificate,
}

impl Pair {
    pub(crate) fn key_pem(&self) -> String {
        self.key.private_key_pem().to_string()
    }
}

/// One of a few pairs, made once, because making one takes time.
pub(crate) fn pair(number: usize) -> &'static Pair {
    static PAIRS: [OnceLock<Pair>; 3] = [const { OnceLock::new() }; 3];
    PAIRS[number].get_or_init(|| {
        let key = KeyPair::generate(KeyBits::Rsa2048).unwrap();
        let subject = Subject::parse("/CN=Jane").unwrap();
        let certificate = Certificate::self_signed(&key, &subject, 365, OffsetDateTime::now_utc()).unwrap();
        Pair { key, certificate }
    })
}

/// An import of these files.
pub(crate) fn import(files: &[(&str, &[u8])]) -> Import {
    let mut import = Import::new();
    for (name, bytes) in files {
        import.add(name, bytes.to_vec()).unwrap();
    }
    import
}

/// The only credentials of one file that was understood.
pub(crate) fn only(text: &str, format: Format) -> Candidate {
    let import = import(&[("file", text.as_bytes())]);
    let files = import.files();
    assert!(matches!(files[0].state, FileState::Understood), "{files:?}");
    assert_eq!(files[0].format, Some(format));
    assert_is_discreet(&import);
    let mut candidates = import.candidates();
    assert_eq!(candidates.len(), 1, "{candidates:?}");
    candidates.remove(0)
}

/// Why nothing of a file could be used.
pub(crate) fn refused(bytes: &[u8]) -> Unusable {
    let import = import(&[("file", bytes)]);
    assert!(import.candidates().is_empty());
    let mut files = import.files();
    assert_eq!(files.len(), 1);
    match files.remove(0).state {
        FileState::Unusable(unusable) => unusable,
        other => panic!("{other:?}"),
    }
}

/// The usual parts of credentials are all there.
pub(crate) fn assert_is_whole(candidate: &Candidate) {
    assert_eq!(candidate.organization_id.as_deref(), Some(ORGANIZATION));
    assert_eq!(candidate.client_id.as_deref(), Some(CLIENT));
    assert_eq!(secret(candidate).as_deref(), Some(SECRET));
    assert_eq!(candidate.technical_account_id.as_deref(), Some(ACCOUNT));
}

pub(crate) fn secret(candidate: &Candidate) -> Option<String> {
    let secret = candidate.client_secret.as_ref()?;
    Some(secret.expose_secret().to_owned())
}

/// Whether it is the key of this pair.
pub(crate) fn has_key(candidate: &Candidate, pair: &Pair) -> bool {
    candidate.key.as_ref().is_some_and(|key| pair.certificate.matches(key))
}

/// Why something was left out, by its name.
pub(crate) fn why(candidate: &Candidate, what: &str) -> Option<Reason> {
    let mut ignored = candidate.ignored.iter();
    ignored
        .find(|ignored| ignored.what == what)
        .map(|ignored| ignored.why.clone())
}

/// No secret is in what can be printed.
pub(crate) fn assert_is_discreet(import: &Import) {
    let printed = format!("{import:?}{:?}{:?}", import.files(), import.candidates());
    assert!(!printed.contains(SECRET), "{printed}");
    for number in 0..3 {
        let pem = pair(number).key_pem();
        assert!(!printed.contains(pem.lines().nth(2).unwrap()));
    }
}
