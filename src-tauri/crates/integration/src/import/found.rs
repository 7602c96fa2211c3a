//! Credentials as one file has them: whole or in parts.

use std::sync::Arc;

use ims::metascope_names;
use keys::{Certificate, KeyPair};
use secrecy::SecretString;
use zeroize::Zeroizing;

use super::addresses::{self, Named};
use super::material::{self, Lock, Material, MaterialError};
use super::names::{Part, part};
use super::tree::Tree;
use super::unusable::{Ignored, Reason};
use super::value::{self, Reading};
use crate::{Environment, KindName, scope_names};

/// What one file says about one credential.
#[derive(Clone, Default)]
pub(super) struct Found {
    /// The name of the project, the environment or the credential.
    pub(super) name: Option<String>,
    /// The name of the credential in its project.
    pub(super) credential_name: Option<String>,
    /// The kind, where the file says it.
    pub(super) kind: Option<KindName>,
    pub(super) environment: Option<Environment>,
    pub(super) organization_id: Option<String>,
    pub(super) client_id: Option<String>,
    pub(super) client_secrets: Vec<SecretString>,
    pub(super) technical_account_id: Option<String>,
    pub(super) scopes: Vec<String>,
    pub(super) metascopes: Vec<String>,
    pub(super) keys: Vec<Arc<KeyPair>>,
    pub(super) certificates: Vec<Certificate>,
    /// SHA-1 fingerprints of the certificates that are registered for it.
    pub(super) fingerprints: Vec<String>,
    pub(super) console_link: Option<String>,
    pub(super) integration_id: Option<String>,
    pub(super) ignored: Vec<Ignored>,
    /// Names of key files that have to be brought too; forgotten once there is a key.
    pub(super) key_files: Vec<Ignored>,
    pub(super) names_service_account: bool,
    pub(super) names_oauth: bool,
}

impl Found {
    /// What a file of keys and certificates holds.
    pub(super) fn of_material(material: Material) -> Self {
        Self {
            keys: material.keys,
            certificates: material.certificates,
            ..Self::default()
        }
    }

    /// Whether it is nothing but keys and certificates.
    pub(super) fn is_bare(&self) -> bool {
        self.client_id.is_none()
            && self.organization_id.is_none()
            && self.technical_account_id.is_none()
            && self.client_secrets.is_empty()
            && self.scopes.is_empty()
            && self.metascopes.is_empty()
            && self.fingerprints.is_empty()
    }

    /// Whether there is nothing in it that an integration is made of.
    pub(super) fn is_empty(&self) -> bool {
        self.is_bare() && self.keys.is_empty() && self.certificates.is_empty()
    }

    /// The kind: as the file says, else by what is there, else by the names that are there without a value.
    pub(super) fn kind(&self) -> Option<KindName> {
        let has_key = !self.keys.is_empty() || !self.certificates.is_empty() || !self.fingerprints.is_empty();
        let by_values = match (has_key || !self.metascopes.is_empty(), !self.scopes.is_empty()) {
            (true, false) => Some(KindName::ServiceAccount),
            (false, true) => Some(KindName::OauthServerToServer),
            (true, true) if has_key => Some(KindName::ServiceAccount),
            _ => None,
        };
        self.kind
            .or(by_values)
            .or(match (self.names_service_account, self.names_oauth) {
                (true, false) => Some(KindName::ServiceAccount),
                (false, true) => Some(KindName::OauthServerToServer),
                _ => None,
            })
    }

    pub(super) fn ignore(&mut self, what: impl Into<String>, why: Reason) {
        const MOST: usize = 60;
        let what = value::shown_name(&what.into()).unwrap_or_else(|| "a value without a name".to_owned());
        if self.ignored.len() < MOST && !self.ignored.iter().any(|known| known.what == what) {
            self.ignored.push(Ignored { what, why });
        }
    }
}

/// Takes the parts of one credential as they come, and makes a [`Found`] of them at the end: a passphrase may stand
/// behind its key.
#[derive(Default)]
pub(super) struct Collector {
    found: Found,
    keys: Vec<(String, Zeroizing<String>)>,
    passphrases: Vec<Zeroizing<String>>,
}

impl Collector {
    pub(super) fn new(name: Option<String>) -> Self {
        let mut collector = Self::default();
        collector.found.name = name;
        collector
    }

    /// What is known beyond the parts.
    pub(super) fn found(&mut self) -> &mut Found {
        &mut self.found
    }

    /// Takes all members of an object by their names.
    pub(super) fn take_members(&mut self, tree: &Tree) {
        for (name, value) in tree.members() {
            self.take_named(name, value);
        }
    }

    /// Takes a value by its name; what is not known is noted.
    pub(super) fn take_named(&mut self, name: &str, value: &Tree) {
        match part(name) {
            Some(part) => self.take(part, name, value),
            None if value.is_empty() => {}
            None => self.found.ignore(name, Reason::Unknown),
        }
    }

    /// Takes a value whose meaning is known.
    pub(super) fn take(&mut self, part: Part, name: &str, value: &Tree) {
        self.found.names_service_account |= matches!(
            part,
            Part::Metascopes | Part::PrivateKey | Part::KeyFile | Part::Passphrase | Part::Fingerprints
        );
        self.found.names_oauth |= part == Part::Scopes;
        match part {
            Part::OrganizationId | Part::ClientId | Part::TechnicalAccountId | Part::ConsoleLink => {
                if let Some(text) = self.shown(name, value) {
                    self.set(part, name, text);
                }
            }
            Part::ClientSecret => self.client_secret(name, value),
            Part::Scopes | Part::Metascopes => self.scopes(part, name, value),
            Part::PrivateKey => self.private_key(name, value),
            Part::KeyFile => self.key_file(name, value),
            Part::Passphrase => {
                if let Some(text) = self.secret(name, value) {
                    self.passphrases.push(text);
                }
            }
            Part::Certificate => self.certificate(name, value),
            Part::Fingerprints => self.fingerprints(name, value),
            Part::Ims => self.ims(name, value),
            Part::Stage => {
                let is_production = value.is_empty() || value.is_text(&["prod", "production"]);
                let why = if is_production {
                    Reason::NotNeeded
                } else {
                    Reason::OtherServices
                };
                self.found.ignore(name, why);
            }
            Part::Token if !value.is_empty() => self.found.ignore(name, Reason::Token),
            Part::NotNeeded if !value.is_empty() => self.found.ignore(name, Reason::NotNeeded),
            Part::Token | Part::NotNeeded => {}
        }
    }

    /// The credential, its keys opened with the passphrases that are there; and whether one is still locked.
    pub(super) fn finish(mut self, passphrase: Option<&str>) -> (Found, Option<Lock>) {
        let mut lock = None;
        for (name, text) in std::mem::take(&mut self.keys) {
            let own = self.passphrases.iter().map(|own| own.as_str());
            match material::read_with(text.as_bytes(), own.chain(passphrase)) {
                Ok(material) => {
                    for unusable in material.unusable {
                        self.found.ignore(&name, Reason::Key(unusable));
                    }
                    self.found.keys.extend(material.keys);
                    self.found.certificates.extend(material.certificates);
                }
                Err(MaterialError::Locked(needed)) => {
                    // A wrong passphrase of the file itself is nothing that the user typed.
                    lock = Some(if passphrase.is_some() { needed } else { Lock::Needed });
                    self.found.ignore(&name, Reason::Locked);
                }
                Err(MaterialError::Unusable(unusable)) => self.found.ignore(&name, Reason::Key(unusable)),
                Err(MaterialError::Nothing) => self.found.ignore(&name, Reason::NoKey),
            }
        }
        (self.found, lock)
    }

    fn set(&mut self, part: Part, name: &str, text: String) {
        let found = &mut self.found;
        let place = match part {
            Part::OrganizationId => &mut found.organization_id,
            Part::ClientId => &mut found.client_id,
            Part::TechnicalAccountId => &mut found.technical_account_id,
            _ => &mut found.console_link,
        };
        match place {
            None => *place = Some(text),
            Some(kept) if *kept == text => {}
            Some(_) => found.ignore(name, Reason::Differs { kept: String::new() }),
        }
    }

    /// A text that is shown to the user, and so must not be a secret.
    fn shown(&mut self, name: &str, value: &Tree) -> Option<String> {
        const LONGEST: usize = 2_000;
        let text = self.secret(name, value)?;
        if text.len() > LONGEST {
            self.found.ignore(name, Reason::TooLong);
            return None;
        }
        if value::looks_secret(&text) {
            self.found.ignore(name, Reason::LooksSecret);
            return None;
        }
        Some(text.as_str().to_owned())
    }

    /// A text that may be anything; empty texts and placeholders are noted as such.
    fn secret(&mut self, name: &str, value: &Tree) -> Option<Zeroizing<String>> {
        match value::text(value) {
            Reading::Value(text) => Some(text),
            Reading::Nothing(why) => {
                self.found.ignore(name, why);
                None
            }
        }
    }

    fn client_secret(&mut self, name: &str, value: &Tree) {
        const LONGEST: usize = 2_000;
        match value {
            Tree::List(elements) => {
                self.found.names_oauth = true;
                if value.is_empty() {
                    self.found.ignore(name, Reason::Empty);
                }
                for element in elements.iter().take(20) {
                    self.client_secret(name, element);
                }
                return;
            }
            // The console's API gives secrets as objects.
            Tree::Object(_) => {
                for known in ["client_secret", "secret", "value"] {
                    if let Some(secret) = value.get(known) {
                        self.client_secret(name, secret);
                        return;
                    }
                }
            }
            _ => {}
        }
        let Some(text) = self.secret(name, value) else { return };
        if text.len() > LONGEST {
            self.found.ignore(name, Reason::TooLong);
            return;
        }
        self.found.client_secrets.push(SecretString::from(text.as_str()));
    }

    fn scopes(&mut self, part: Part, name: &str, value: &Tree) {
        const LONGEST: usize = 16_000;
        let mut texts = Vec::new();
        match value {
            Tree::List(elements) if !value.is_empty() => {
                for element in elements {
                    match value::text(element) {
                        Reading::Value(text) => texts.push(text),
                        Reading::Nothing(why) => self.found.ignore(name, why),
                    }
                }
            }
            _ => texts.extend(self.secret(name, value)),
        }
        if texts.iter().map(|text| text.len()).sum::<usize>() > LONGEST {
            self.found.ignore(name, Reason::TooLong);
            return;
        }
        if texts.iter().any(|text| value::looks_secret(text)) {
            self.found.ignore(name, Reason::LooksSecret);
            return;
        }
        let text = Zeroizing::new(texts.iter().map(|text| text.as_str()).collect::<Vec<_>>().join(","));
        let (list, names) = if part == Part::Scopes {
            (&mut self.found.scopes, scope_names(&text))
        } else {
            (&mut self.found.metascopes, metascope_names(&text))
        };
        for name in names {
            if !list.contains(&name) {
                list.push(name);
            }
        }
    }

    fn private_key(&mut self, name: &str, value: &Tree) {
        let text = match (value.lines(), value) {
            (Some(lines), Tree::List(_)) if !value.is_empty() => lines,
            _ => match self.secret(name, value) {
                Some(text) => text,
                None => return,
            },
        };
        if value::is_path(&text) {
            self.key_file(name, &Tree::Text(text));
        } else {
            self.keys.push((name.to_owned(), text));
        }
    }

    fn key_file(&mut self, name: &str, value: &Tree) {
        let Some(text) = self.secret(name, value) else { return };
        self.found.key_files.push(Ignored {
            what: value::printable(name),
            why: Reason::NamesFile {
                file: value::file_name(&text),
            },
        });
    }

    fn certificate(&mut self, name: &str, value: &Tree) {
        let Some(text) = self.secret(name, value) else { return };
        if value::is_path(&text) {
            self.found.ignore(
                name,
                Reason::NamesFile {
                    file: value::file_name(&text),
                },
            );
            return;
        }
        match Certificate::from_bytes(text.as_bytes()) {
            Ok(certificate) => self.found.certificates.push(certificate),
            Err(error) => self.found.ignore(name, Reason::Certificate(error)),
        }
    }

    fn fingerprints(&mut self, name: &str, value: &Tree) {
        if !matches!(value, Tree::Object(_) | Tree::Nothing) {
            self.found.ignore(name, Reason::WrongType);
        }
        let fingerprints = value.members().iter().take(100).map(|(fingerprint, _)| {
            let digits = fingerprint.chars().filter(char::is_ascii_hexdigit);
            digits.map(|digit| digit.to_ascii_lowercase()).collect::<String>()
        });
        self.found
            .fingerprints
            .extend(fingerprints.filter(|fingerprint| fingerprint.len() == 40));
    }

    fn ims(&mut self, name: &str, value: &Tree) {
        let Some(text) = self.shown(name, value) else { return };
        match addresses::named(&text) {
            Named::Adobe => self.found.environment = self.found.environment.take().or(Some(Environment::Adobe)),
            Named::ThisComputer(endpoints) => self.found.environment = Some(Environment::Custom(endpoints)),
            Named::Others => self.found.ignore(name, Reason::OtherServices),
        }
    }
}
