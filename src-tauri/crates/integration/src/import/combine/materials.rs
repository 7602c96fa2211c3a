//! Keys and certificates that came in files of their own, and whose credentials they are.

use std::sync::Arc;

use keys::{Certificate, KeyPair};

use super::super::found::Found;
use super::super::material::is_same;
use super::super::unusable::{Ignored, Reason};
use super::Credential;

/// All keys and certificates that came alone, each once.
#[derive(Default)]
pub(super) struct Materials {
    keys: Vec<(Arc<KeyPair>, String)>,
    certificates: Vec<(Certificate, String)>,
}

/// A key, its certificate, or both, with the file that they came from.
struct Pair {
    key: Option<Arc<KeyPair>>,
    certificate: Option<Certificate>,
    file: String,
}

impl Materials {
    pub(super) fn add(&mut self, found: &Found, file: &str) {
        for key in &found.keys {
            if !self.keys.iter().any(|(known, _)| is_same(known, key)) {
                self.keys.push((Arc::clone(key), file.to_owned()));
            }
        }
        for certificate in &found.certificates {
            if !self.certificates.iter().any(|(known, _)| known == certificate) {
                self.certificates.push((certificate.clone(), file.to_owned()));
            }
        }
    }

    /// Gives each to the credentials that it belongs to. What belongs to none in particular goes to every service account
    /// that lacks it, and makes credentials of its own where there are no others.
    pub(super) fn distribute(self, credentials: &mut Vec<Credential>) {
        let are_alone = credentials.is_empty();
        for pair in self.pairs() {
            let owners = owners(&pair, credentials);
            for owner in &owners {
                pair.give_to(&mut credentials[*owner]);
            }
            if !owners.is_empty() {
                continue;
            }
            if are_alone {
                credentials.push(pair.alone());
                continue;
            }
            for credential in credentials.iter_mut() {
                let why = match (credential.may_sign(), &pair.key) {
                    (false, _) => Reason::KeyNotUsed,
                    (true, Some(_)) => Reason::AnotherKey,
                    (true, None) => Reason::AnotherCertificate,
                };
                credential.ignored.push(Ignored {
                    what: pair.file.clone(),
                    why,
                });
            }
        }
    }

    /// Each certificate with its key. One key and one certificate that are left over were meant to belong together.
    fn pairs(mut self) -> Vec<Pair> {
        let mut pairs = Vec::new();
        let mut single = Vec::new();
        for (certificate, file) in self.certificates {
            match self.keys.iter().position(|(key, _)| certificate.matches(key)) {
                Some(place) => pairs.push(Pair {
                    key: Some(self.keys.remove(place).0),
                    certificate: Some(certificate),
                    file,
                }),
                None => single.push((certificate, file)),
            }
        }
        // A renewed certificate of a key that has one already comes second.
        let (renewed, mut single): (Vec<_>, Vec<_>) = single.into_iter().partition(|(certificate, _)| {
            let keys = pairs.iter().filter_map(|pair: &Pair| pair.key.as_deref());
            keys.into_iter().any(|key| certificate.matches(key))
        });
        if let ([_], [_]) = (self.keys.as_slice(), single.as_slice())
            && pairs.is_empty()
        {
            pairs.extend(
                self.keys
                    .pop()
                    .zip(single.pop())
                    .map(|((key, _), (certificate, file))| Pair {
                        key: Some(key),
                        certificate: Some(certificate),
                        file,
                    }),
            );
        }
        pairs.extend(self.keys.into_iter().map(|(key, file)| Pair {
            key: Some(key),
            certificate: None,
            file,
        }));
        pairs.extend(single.into_iter().chain(renewed).map(|(certificate, file)| Pair {
            key: None,
            certificate: Some(certificate),
            file,
        }));
        pairs
    }
}

impl Pair {
    fn give_to(&self, credential: &mut Credential) {
        if let Some(key) = &self.key {
            credential.take_key(key, &self.file);
        }
        if let Some(certificate) = &self.certificate {
            credential.take_certificate(certificate, &self.file);
        }
    }

    fn alone(&self) -> Credential {
        let mut credential = Credential {
            kind: Some(crate::KindName::ServiceAccount),
            file: self.file.clone(),
            ..Credential::default()
        };
        self.give_to(&mut credential);
        credential
    }

    /// Whether credentials are known to have this certificate or key.
    fn belongs_to(&self, credential: &Credential) -> bool {
        let found = &credential.found;
        let by_certificate = self.certificate.as_ref().is_some_and(|certificate| {
            credential.has_fingerprint(certificate)
                || found.certificates.contains(certificate)
                || found.keys.iter().any(|key| certificate.matches(key))
        });
        let by_key = self.key.as_deref().is_some_and(|key| {
            found.certificates.iter().any(|certificate| certificate.matches(key))
                || found.keys.iter().any(|known| is_same(known, key))
        });
        by_certificate || by_key
    }

    fn is_lacked_by(&self, credential: &Credential) -> bool {
        credential.may_sign()
            && (self.key.is_some() && credential.found.keys.is_empty()
                || self.key.is_none() && credential.found.certificates.is_empty())
    }
}

/// Whom a pair goes to.
fn owners(pair: &Pair, credentials: &[Credential]) -> Vec<usize> {
    let which = |test: &dyn Fn(&Credential) -> bool| -> Vec<usize> {
        let all = credentials.iter().enumerate();
        all.filter(|(_, credential)| test(credential))
            .map(|(place, _)| place)
            .collect()
    };
    let known = which(&|credential| credential.may_sign() && pair.belongs_to(credential));
    if !known.is_empty() {
        return known;
    }
    // One that names its certificates, and not this one, comes after those that name none.
    let open = which(&|credential| {
        pair.is_lacked_by(credential)
            && credential.found.certificates.is_empty()
            && credential.found.fingerprints.is_empty()
    });
    if !open.is_empty() {
        return open;
    }
    which(&|credential| pair.is_lacked_by(credential))
}
