//! Names of variables: those that the integration fills in, and those that hold secrets.

use crate::identity::Identity;

/// A variable that the integration fills in. Adobe's Postman environments and collections use these names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FilledName {
    /// The name of the variable.
    pub name: &'static str,
    /// What it stands for.
    pub meaning: &'static str,
    source: Source,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    ClientId,
    OrganizationId,
    TechnicalAccountId,
    ImsHost,
    Sandbox,
    PlatformHost,
    PlatformUrl,
    TagsUrl,
    AssuranceUrl,
}

const fn name(name: &'static str, meaning: &'static str, source: Source) -> FilledName {
    FilledName { name, meaning, source }
}

const NAMES: [FilledName; 18] = [
    name("API_KEY", "The client ID", Source::ClientId),
    name("CLIENT_ID", "The client ID", Source::ClientId),
    name("IMS_ORG", "The organization ID", Source::OrganizationId),
    name("IMS_ORG_ID", "The organization ID", Source::OrganizationId),
    name("ORG_ID", "The organization ID", Source::OrganizationId),
    name("ORGANIZATION_ID", "The organization ID", Source::OrganizationId),
    name("ISS", "The organization ID", Source::OrganizationId),
    name(
        "TECHNICAL_ACCOUNT_ID",
        "The technical account ID",
        Source::TechnicalAccountId,
    ),
    name("SUB", "The technical account ID", Source::TechnicalAccountId),
    name("IMS", "The host of IMS", Source::ImsHost),
    name("IMS_HOST", "The host of IMS", Source::ImsHost),
    name("SANDBOX_NAME", "The sandbox", Source::Sandbox),
    name("PLATFORM_URL", "The host of Experience Platform", Source::PlatformHost),
    name(
        "PLATFORM_GATEWAY",
        "The address of Experience Platform",
        Source::PlatformUrl,
    ),
    name("HOST", "The address of tags", Source::TagsUrl),
    name("REACTOR_URL", "The address of tags", Source::TagsUrl),
    name("TAGS_URL", "The address of tags", Source::TagsUrl),
    name("ASSURANCE_URL", "The address of Assurance", Source::AssuranceUrl),
];

/// All variables that the integration fills in.
#[must_use]
pub fn filled_names() -> &'static [FilledName] {
    &NAMES
}

/// Whether the integration takes the place of a variable's value: it has a text for it, or it is a secret.
#[must_use]
pub fn fills_in(name: &str) -> bool {
    is_secret(name) || NAMES.iter().any(|filled| filled.name == name)
}

impl FilledName {
    /// The text of an integration, where it has one.
    pub(crate) fn text(&self, identity: &Identity) -> Option<String> {
        let text = match self.source {
            Source::ClientId => identity.client_id.clone(),
            Source::OrganizationId => identity.organization_id.clone(),
            Source::TechnicalAccountId => identity.technical_account_id.clone()?,
            Source::ImsHost => identity.ims_host.clone(),
            Source::Sandbox => identity.sandbox.clone()?,
            Source::PlatformHost => without_scheme(identity.platform.as_str()).to_owned(),
            Source::PlatformUrl => identity.platform.as_str().trim_end_matches('/').to_owned(),
            Source::TagsUrl => identity.tags.as_str().trim_end_matches('/').to_owned(),
            Source::AssuranceUrl => identity.assurance.to_string(),
        };
        Some(text).filter(|text| !text.is_empty())
    }
}

fn without_scheme(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.trim_end_matches('/')
}

/// Names that hold secrets however they are run together.
const SECRET_PARTS: [&str; 9] = [
    "clientsecret",
    "privatekey",
    "accesstoken",
    "refreshtoken",
    "jwttoken",
    "apisecret",
    "secretkey",
    "password",
    "passphrase",
];
/// Words that name a secret wherever they stand.
const SECRET_WORDS: [&str; 6] = ["secret", "secrets", "jwt", "passwd", "pwd", "credentials"];
/// What a name ends with that tells of a secret, and does not hold it.
const ABOUT: [&str; 13] = [
    "url",
    "uri",
    "endpoint",
    "type",
    "expires",
    "expiry",
    "expiration",
    "name",
    "id",
    "path",
    "file",
    "header",
    "lifetime",
];
/// Tokens that open nothing.
const HARMLESS_TOKENS: [&str; 9] = [
    "page",
    "next",
    "previous",
    "continuation",
    "cursor",
    "sync",
    "push",
    "device",
    "csrf",
];

/// Whether a variable or field of this name holds a secret. Such a variable has no text here and is never filled in
/// with one.
#[must_use]
pub fn is_secret(name: &str) -> bool {
    let words = words(name);
    let Some(last) = words.last() else {
        return false;
    };
    if ABOUT.contains(&last.as_str()) {
        return false;
    }
    let joined = words.concat();
    let ends_about = ABOUT[..3].iter().any(|about| joined.ends_with(about));
    let is_token = ["token", "tokens"].contains(&last.as_str())
        && !words.iter().any(|word| HARMLESS_TOKENS.contains(&word.as_str()));
    let has_part = !ends_about && SECRET_PARTS.iter().any(|part| joined.contains(part));
    is_token || has_part || words.iter().any(|word| SECRET_WORDS.contains(&word.as_str()))
}

/// The name of the variable that takes the place of a secret in a field of the given name.
pub(crate) fn variable_for(field: &str) -> String {
    let words = words(field);
    let joined = words.concat();
    let known = [
        ("clientsecret", "CLIENT_SECRET"),
        ("privatekey", "PRIVATE_KEY"),
        ("jwt", "JWT_TOKEN"),
        ("refreshtoken", "REFRESH_TOKEN"),
        ("accesstoken", "ACCESS_TOKEN"),
        ("authorization", "ACCESS_TOKEN"),
    ];
    if let Some((_, variable)) = known.iter().find(|(part, _)| joined.contains(part)) {
        return (*variable).to_owned();
    }
    match joined.as_str() {
        "" | "token" | "bearer" | "bearertoken" => "ACCESS_TOKEN".to_owned(),
        "secret" => "CLIENT_SECRET".to_owned(),
        _ => words.join("_").to_uppercase(),
    }
}

/// `clientSecret`, `client-secret` and `CLIENT_SECRET` are two words.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = None;
    for character in name.chars() {
        if character.is_alphanumeric() {
            let begins = before.is_none_or(|before: char| {
                !before.is_alphanumeric() || (before.is_lowercase() && character.is_uppercase())
            });
            if begins {
                words.push(String::new());
            }
            if let Some(word) = words.last_mut() {
                word.extend(character.to_lowercase());
            }
        }
        before = Some(character);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secret_names_are_known_in_every_spelling() {
        for name in [
            "CLIENT_SECRET",
            "client_secret",
            "clientSecret",
            "client-secret",
            "clientsecret",
            "PRIVATE_KEY",
            "privateKey",
            "ACCESS_TOKEN",
            "accessToken",
            "token",
            "TOKEN",
            "JWT_TOKEN",
            "jwt",
            "refresh_token",
            "password",
            "db.password",
            "x-api-secret",
            "user_token",
            "ADOBE_IO_ACCESS_TOKEN__JS_RSA_SIGN_LIBRARY",
            "mySecret",
        ] {
            assert!(is_secret(name), "{name}");
        }
    }

    #[test]
    fn other_names_are_none() {
        for name in [
            "API_KEY",
            "x-api-key",
            "IMS_ORG",
            "META_SCOPE",
            "SCOPES",
            "TENANT_ID",
            "accessTokenUrl",
            "access_token_url",
            "token_type",
            "nextPageToken",
            "continuation_token",
            "tokenization",
            "",
            "secret_name",
            "monkey",
        ] {
            assert!(!is_secret(name), "{name}");
        }
    }

    #[test]
    fn what_takes_the_place_of_a_secret_is_a_secret_too() {
        for field in [
            "client_secret",
            "clientsecret",
            "Authorization",
            "token",
            "jwt_token",
            "password",
            "PrivateKey",
            "api-secret",
        ] {
            assert!(is_secret(&variable_for(field)), "{field}");
        }
        assert_eq!(variable_for("x-partner-secret"), "X_PARTNER_SECRET");
    }

    #[test]
    fn every_name_is_said_once() {
        for (place, filled) in NAMES.iter().enumerate() {
            assert!(!filled.meaning.is_empty() && !is_secret(filled.name));
            assert!(
                NAMES[..place].iter().all(|earlier| earlier.name != filled.name),
                "{}",
                filled.name
            );
        }
        assert!(fills_in("API_KEY") && fills_in("ACCESS_TOKEN") && !fills_in("TENANT_ID"));
    }
}
