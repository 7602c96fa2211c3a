//! Bringing together what several files say about the same credentials. The order of the files does not matter, but for
//! conflicts: the first file wins.

mod materials;

use keys::Certificate;
use secrecy::{ExposeSecret, SecretString};

use super::candidate::Candidate;
use super::found::Found;
use super::material::is_same;
use super::unusable::{Ignored, Reason};
use crate::KindName;

/// What was found in one file.
pub(super) struct Source<'a> {
    pub(super) file: &'a str,
    /// What to call credentials of this file that have no name of their own.
    pub(super) name: Option<String>,
    pub(super) found: &'a [Found],
    pub(super) ignored: &'a [Ignored],
}

/// The credentials that are in these files.
pub(super) fn combine(sources: &[Source<'_>]) -> Vec<Candidate> {
    let mut credentials: Vec<Credential> = Vec::new();
    let mut loose = Vec::new();
    let mut bare = materials::Materials::default();
    let mut notes = Vec::new();
    let has_several = sources.len() > 1;
    for source in sources {
        let place = Place {
            file: source.file,
            is_one_of_several: has_several,
        };
        notes.extend(source.ignored.iter().map(|ignored| place.note(ignored)));
        for found in source.found {
            if found.client_id.is_some() {
                let known = credentials.iter_mut().find(|credential| credential.is_of(found));
                match known {
                    Some(credential) => credential.merge(found, &place),
                    None => credentials.push(Credential::new(found, source.name.clone(), &place)),
                }
            } else if found.is_bare() {
                notes.extend(found.ignored.iter().map(|ignored| place.note(ignored)));
                bare.add(found, source.file);
            } else {
                loose.push((found, source.name.clone(), place));
            }
        }
    }
    for (found, name, place) in loose {
        let fitting: Vec<_> = (0..credentials.len())
            .filter(|index| credentials[*index].fits(found))
            .collect();
        match fitting.as_slice() {
            [only] => credentials[*only].merge(found, &place),
            _ => credentials.push(Credential::new(found, name, &place)),
        }
    }
    bare.distribute(&mut credentials);
    if let Some(first) = credentials.first_mut() {
        first.ignored.splice(0..0, notes);
    }
    tell_apart(&mut credentials);
    credentials.into_iter().map(Credential::finish).collect()
}

/// Where something was found.
#[derive(Clone, Copy)]
struct Place<'a> {
    file: &'a str,
    is_one_of_several: bool,
}

impl Place<'_> {
    /// The name of something in this file.
    fn name_of(&self, what: &str) -> String {
        if self.is_one_of_several && !what.is_empty() && what != self.file {
            format!("{what} ({})", self.file)
        } else {
            what.to_owned()
        }
    }

    fn note(&self, ignored: &Ignored) -> Ignored {
        let why = match &ignored.why {
            Reason::Differs { kept } if kept.is_empty() => Reason::Differs {
                kept: self.file.to_owned(),
            },
            why => why.clone(),
        };
        Ignored {
            what: self.name_of(&ignored.what),
            why,
        }
    }
}

/// One credential, growing.
#[derive(Default)]
struct Credential {
    found: Found,
    kind: Option<KindName>,
    /// The file of the first value, for what is said about conflicts.
    file: String,
    file_name: Option<String>,
    ignored: Vec<Ignored>,
}

impl Credential {
    fn new(found: &Found, file_name: Option<String>, place: &Place<'_>) -> Self {
        let mut credential = Self {
            file: place.file.to_owned(),
            file_name,
            ..Self::default()
        };
        credential.merge(found, place);
        credential
    }

    /// Whether both are about the same client and may be of the same kind.
    fn is_of(&self, found: &Found) -> bool {
        self.found.client_id == found.client_id && self.may_be(found.kind())
    }

    /// Whether something without a client ID may belong here.
    fn fits(&self, found: &Found) -> bool {
        let agree = |one: &Option<String>, other: &Option<String>| one.is_none() || other.is_none() || one == other;
        self.may_be(found.kind())
            && agree(&self.found.organization_id, &found.organization_id)
            && agree(&self.found.technical_account_id, &found.technical_account_id)
    }

    fn may_be(&self, kind: Option<KindName>) -> bool {
        self.kind.is_none() || kind.is_none() || self.kind == kind
    }

    /// Takes over what is new; what differs is noted.
    fn merge(&mut self, other: &Found, place: &Place<'_>) {
        self.kind = self.kind.or(other.kind());
        let found = &mut self.found;
        found.name = found.name.take().or_else(|| other.name.clone());
        found.credential_name = found.credential_name.take().or_else(|| other.credential_name.clone());
        found.environment = found.environment.take().or_else(|| other.environment.clone());
        for (kept, new, what) in [
            (&mut found.organization_id, &other.organization_id, "organization ID"),
            (&mut found.client_id, &other.client_id, "client ID"),
            (
                &mut found.technical_account_id,
                &other.technical_account_id,
                "technical account ID",
            ),
            (
                &mut found.console_link,
                &other.console_link,
                "place in Developer Console",
            ),
            (
                &mut found.integration_id,
                &other.integration_id,
                "number in Developer Console",
            ),
        ] {
            match (kept.as_ref(), new) {
                (None, Some(new)) => *kept = Some(new.clone()),
                (Some(kept), Some(new)) if kept != new => self.ignored.push(Ignored {
                    what: place.name_of(what),
                    why: Reason::Differs {
                        kept: self.file.clone(),
                    },
                }),
                _ => {}
            }
        }
        for (kept, new, what) in [
            (&mut found.scopes, &other.scopes, "scopes"),
            (&mut found.metascopes, &other.metascopes, "metascopes"),
        ] {
            if kept.is_empty() {
                kept.clone_from(new);
            } else if !new.is_empty() && new.iter().any(|name| !kept.contains(name)) {
                self.ignored.push(Ignored {
                    what: place.name_of(what),
                    why: Reason::Differs {
                        kept: self.file.clone(),
                    },
                });
            }
        }
        found.fingerprints.extend(other.fingerprints.iter().cloned());
        found
            .key_files
            .extend(other.key_files.iter().map(|file| place.note(file)));
        self.ignored
            .extend(other.ignored.iter().map(|ignored| place.note(ignored)));
        for secret in &other.client_secrets {
            self.take_secret(secret, place);
        }
        for key in &other.keys {
            self.take_key(key, place.file);
        }
        for certificate in &other.certificates {
            self.take_certificate(certificate, place.file);
        }
    }

    fn take_secret(&mut self, secret: &SecretString, place: &Place<'_>) {
        match self.found.client_secrets.first() {
            None => self.found.client_secrets.push(secret.clone()),
            Some(kept) if kept.expose_secret() == secret.expose_secret() => {}
            Some(_) => self.ignored.push(Ignored {
                what: place.name_of("client secret"),
                why: Reason::AnotherSecret,
            }),
        }
    }

    fn take_key(&mut self, key: &std::sync::Arc<keys::KeyPair>, file: &str) {
        match self.found.keys.first() {
            None => self.found.keys.push(std::sync::Arc::clone(key)),
            Some(kept) if is_same(kept, key) => {}
            Some(_) => self.ignored.push(Ignored {
                what: file.to_owned(),
                why: Reason::AnotherKey,
            }),
        }
    }

    fn take_certificate(&mut self, certificate: &Certificate, file: &str) {
        match self.found.certificates.first() {
            None => self.found.certificates.push(certificate.clone()),
            Some(kept) if kept == certificate => {}
            Some(_) => self.ignored.push(Ignored {
                what: file.to_owned(),
                why: Reason::AnotherCertificate,
            }),
        }
    }

    /// Whether it is, or may still become, a service account.
    fn may_sign(&self) -> bool {
        self.kind != Some(KindName::OauthServerToServer)
    }

    fn has_fingerprint(&self, certificate: &Certificate) -> bool {
        self.found.fingerprints.contains(&certificate.sha1_fingerprint())
    }

    fn finish(self) -> Candidate {
        let Self {
            mut found,
            kind,
            file_name,
            mut ignored,
            ..
        } = self;
        let has_key_material = !found.keys.is_empty() || !found.certificates.is_empty();
        let kind = kind.unwrap_or(if has_key_material || !found.metascopes.is_empty() {
            KindName::ServiceAccount
        } else {
            KindName::OauthServerToServer
        });
        if kind == KindName::OauthServerToServer {
            if has_key_material {
                ignored.push(Ignored {
                    what: "private key and certificate".to_owned(),
                    why: Reason::KeyNotUsed,
                });
            }
            found.keys.clear();
            found.certificates.clear();
            found.key_files.clear();
        }
        if found.keys.is_empty() {
            ignored.append(&mut found.key_files);
        }
        let certificate = found.certificates.into_iter().next();
        let is_certificate_foreign = !found.fingerprints.is_empty()
            && certificate
                .as_ref()
                .is_some_and(|certificate| !found.fingerprints.contains(&certificate.sha1_fingerprint()));
        // Adobe's own files name no services; a key alone says nothing about them.
        let environment = found
            .environment
            .or_else(|| found.client_id.is_some().then_some(crate::Environment::Adobe));
        Candidate {
            name: found.name.or(file_name),
            kind,
            environment,
            organization_id: found.organization_id,
            client_id: found.client_id,
            client_secret: found.client_secrets.into_iter().next(),
            technical_account_id: found.technical_account_id,
            scopes: found.scopes,
            metascopes: found.metascopes,
            key: found.keys.into_iter().next(),
            certificate,
            console_link: found.console_link,
            integration_id: found.integration_id,
            is_certificate_foreign,
            ignored,
        }
    }
}

/// Gives credentials of one project names that differ.
fn tell_apart(credentials: &mut [Credential]) {
    const LONGEST: usize = 80;
    let names: Vec<_> = credentials
        .iter()
        .map(|credential| credential.found.name.clone())
        .collect();
    for (place, credential) in credentials.iter_mut().enumerate() {
        let Some(name) = &names[place] else { continue };
        let is_shared = names.iter().filter(|other| other.as_ref() == Some(name)).count() > 1;
        let own = credential.found.credential_name.as_deref().filter(|own| own != name);
        if let (true, Some(own)) = (is_shared, own) {
            let joined = format!("{name} – {own}");
            credential.found.name = Some(joined.chars().take(LONGEST).collect());
        }
    }
    let mut seen: Vec<String> = Vec::new();
    for credential in credentials {
        let Some(name) = &credential.found.name else { continue };
        let kind = match credential.kind {
            Some(KindName::ServiceAccount) => " (service account)",
            _ => "",
        };
        let free = std::iter::once(name.clone())
            .chain(std::iter::once(format!("{name}{kind}")))
            .chain((2..).map(|number| format!("{name} {number}")))
            .find(|free| !seen.contains(free));
        if let Some(free) = free {
            seen.push(free.clone());
            credential.found.name = Some(free);
        }
    }
}
