//! The IDs of one practice workspace. They follow from the seed, so the same seed gives the same
//! organization and the same credentials on every machine.

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde::{Deserialize, Serialize};

/// IDs that never change in the life of a workspace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Identity {
    /// 24 hexadecimal digits and `@AdobeOrg`.
    pub(crate) organization_id: String,
    /// The organization's number in console URLs.
    pub(crate) organization_number: String,
    /// The company of the organization in tags.
    pub(crate) company_id: String,
    /// The web and the mobile property of that company.
    pub(crate) property_ids: Vec<String>,
    /// The technical user in tags.
    pub(crate) tags_user_id: String,
    /// The prefix of the organization's own schemas in Experience Platform.
    pub(crate) tenant: String,
}

/// The IDs of one credential, and its first client secret.
pub(crate) struct CredentialSeed {
    pub(crate) client_id: String,
    pub(crate) client_secret: String,
    pub(crate) technical_account_id: String,
    pub(crate) number: String,
}

/// Everything that a seed decides.
pub(crate) struct Seeded {
    pub(crate) identity: Identity,
    pub(crate) oauth: CredentialSeed,
    pub(crate) service_account: CredentialSeed,
}

impl Seeded {
    pub(crate) fn from_seed(seed: u64) -> Self {
        let mut random = StdRng::seed_from_u64(seed);
        let identity = Identity {
            organization_id: format!("{}@AdobeOrg", hex(&mut random, 24).to_uppercase()),
            organization_number: random.random_range(100_000..1_000_000_u32).to_string(),
            company_id: format!("CO{}", hex(&mut random, 32)),
            property_ids: (0..2).map(|_| format!("PR{}", hex(&mut random, 32))).collect(),
            tags_user_id: format!("UR{}", hex(&mut random, 32)),
            tenant: format!("practice{}", hex(&mut random, 6)),
        };
        Self {
            identity,
            oauth: CredentialSeed::random(&mut random),
            service_account: CredentialSeed::random(&mut random),
        }
    }
}

impl CredentialSeed {
    fn random(random: &mut StdRng) -> Self {
        Self {
            client_id: hex(random, 32),
            client_secret: client_secret(random),
            technical_account_id: format!("{}@techacct.adobe.com", hex(random, 24).to_uppercase()),
            number: random.random_range(100_000..10_000_000_u32).to_string(),
        }
    }
}

/// A client secret that looks like Adobe's.
pub(crate) fn client_secret(random: &mut impl Rng) -> String {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let body: String = (0..32)
        .map(|_| char::from(ALPHABET[random.random_range(0..ALPHABET.len())]))
        .collect();
    format!("p8e-{body}")
}

/// Whether the text has the form of an organization ID.
pub(crate) fn is_organization_id(text: &str) -> bool {
    is_id_with_suffix(text, "@AdobeOrg")
}

/// Whether the text has the form of a technical account ID.
pub(crate) fn is_technical_account_id(text: &str) -> bool {
    is_id_with_suffix(text, "@techacct.adobe.com")
}

fn is_id_with_suffix(text: &str, suffix: &str) -> bool {
    text.strip_suffix(suffix)
        .is_some_and(|id| !id.is_empty() && id.chars().all(|character| character.is_ascii_alphanumeric()))
}

fn hex(random: &mut impl Rng, digits: usize) -> String {
    (0..digits)
        .filter_map(|_| char::from_digit(random.random_range(0..16), 16))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_ids_and_another_seed_others() {
        let first = Seeded::from_seed(7);
        let again = Seeded::from_seed(7);
        let other = Seeded::from_seed(8);
        assert_eq!(first.identity, again.identity);
        assert_eq!(first.oauth.client_secret, again.oauth.client_secret);
        assert_ne!(first.identity, other.identity);
        assert_ne!(first.oauth.client_id, first.service_account.client_id);
    }

    #[test]
    fn ids_have_adobes_forms() {
        let seeded = Seeded::from_seed(1);
        assert!(is_organization_id(&seeded.identity.organization_id));
        assert_eq!(seeded.identity.organization_id.len(), 24 + "@AdobeOrg".len());
        assert!(is_technical_account_id(&seeded.oauth.technical_account_id));
        assert_eq!(seeded.oauth.client_id.len(), 32);
        assert!(seeded.oauth.client_secret.starts_with("p8e-"));
    }

    #[test]
    fn an_organization_id_needs_its_suffix() {
        assert!(!is_organization_id("ABC@Adobe.Org"));
        assert!(!is_organization_id("@AdobeOrg"));
        assert!(!is_organization_id("A B@AdobeOrg"));
    }
}
