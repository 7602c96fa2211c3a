//! Several files make up one integration, in any order.

use integration::import::{Candidate, Import, MOST_FILES, Reason};
use integration::{Environment, Field, KindName};
use serde_json::json;

use crate::samples::{
    ACCOUNT, CLIENT, ORGANIZATION, OTHER_CLIENT, Pair, SECRET, assert_is_discreet, assert_is_whole, has_key, import,
    pair, secret, why,
};

fn service_account(client: &str, pairs: &[&Pair]) -> String {
    let known: serde_json::Map<_, _> = pairs
        .iter()
        .map(|pair| (pair.certificate.sha1_fingerprint().to_uppercase(), json!("08/27/2027")))
        .collect();
    json!({"CLIENT_SECRET": SECRET, "ORG_ID": ORGANIZATION, "API_KEY": client, "TECHNICAL_ACCOUNT_ID": ACCOUNT,
        "PUBLIC_KEYS_WITH_EXPIRY": known})
    .to_string()
}

fn oauth(client: &str) -> String {
    json!({"CLIENT_SECRETS": [SECRET], "ORG_ID": ORGANIZATION, "CLIENT_ID": client, "SCOPES": ["openid"]}).to_string()
}

fn fields(candidate: &Candidate) -> Vec<(Field, bool)> {
    let findings = candidate.findings(&[]);
    findings.iter().map(|found| (found.field, found.missing)).collect()
}

#[test]
fn json_key_and_certificate_complete_each_other_in_any_order() {
    let (json, key, certificate) = (
        service_account(CLIENT, &[]),
        pair(0).key_pem(),
        pair(0).certificate.pem(),
    );
    let files = [
        ("a.json", &json),
        ("private.key", &key),
        ("certificate_pub.crt", &certificate),
    ];
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let mut import = Import::new();
        for place in order {
            import.add(files[place].0, files[place].1.as_bytes().to_vec()).unwrap();
        }
        let candidates = import.candidates();
        assert_eq!(candidates.len(), 1, "{order:?}");
        assert_is_whole(&candidates[0]);
        assert_eq!(candidates[0].key_matches_certificate(), Some(true));
        assert_eq!(
            fields(&candidates[0]),
            [(Field::Metascopes, true)],
            "they are in no such file"
        );
        assert_is_discreet(&import);
    }
}

#[test]
fn a_file_that_is_removed_takes_what_it_brought_with_it() {
    let (json, key) = (service_account(CLIENT, &[]), pair(0).key_pem());
    let mut import = import(&[("private.key", key.as_bytes()), ("a.json", json.as_bytes())]);
    import.remove(0);
    import.remove(9);
    let candidates = import.candidates();
    assert_is_whole(&candidates[0]);
    assert!(candidates[0].key.is_none());
}

#[test]
fn a_certificate_finds_its_credentials_by_the_fingerprint_and_brings_its_key() {
    let (first, second) = (
        service_account(CLIENT, &[pair(0)]),
        service_account(OTHER_CLIENT, &[pair(1), pair(2)]),
    );
    let (key, certificate) = (pair(1).key_pem(), pair(1).certificate.pem());
    let files: [(&str, &[u8]); 4] = [
        ("private.key", key.as_bytes()),
        ("a.json", first.as_bytes()),
        ("b.json", second.as_bytes()),
        ("certificate_pub.crt", certificate.as_bytes()),
    ];
    let candidates = import(&files).candidates();
    assert_eq!(candidates.len(), 2);
    assert!(candidates[0].key.is_none() && candidates[0].certificate.is_none());
    assert!(has_key(&candidates[1], pair(1)));
    assert_eq!(candidates[1].key_matches_certificate(), Some(true));
}

#[test]
fn a_key_that_nothing_tells_goes_to_every_service_account_without_one() {
    let (first, second, third) = (
        service_account(CLIENT, &[]),
        service_account(OTHER_CLIENT, &[]),
        oauth("o"),
    );
    let key = pair(0).key_pem();
    let files: [(&str, &[u8]); 4] = [
        ("a.json", first.as_bytes()),
        ("b.json", second.as_bytes()),
        ("c.json", third.as_bytes()),
        ("private.key", key.as_bytes()),
    ];
    let candidates = import(&files).candidates();
    assert_eq!(candidates.len(), 3);
    assert!(has_key(&candidates[0], pair(0)) && has_key(&candidates[1], pair(0)));
    assert!(candidates[2].key.is_none());
}

#[test]
fn a_key_beside_oauth_credentials_is_left_and_told() {
    let (json, key) = (oauth(CLIENT), pair(0).key_pem());
    let candidates = import(&[("private.key", key.as_bytes()), ("a.json", json.as_bytes())]).candidates();
    assert_eq!(candidates.len(), 1);
    assert_eq!(candidates[0].kind, KindName::OauthServerToServer);
    assert_eq!(why(&candidates[0], "private.key"), Some(Reason::KeyNotUsed));
}

#[test]
fn a_key_of_another_certificate_is_told() {
    let (key, certificate) = (pair(0).key_pem(), pair(1).certificate.pem());
    let candidates = import(&[("private.key", key.as_bytes()), ("c.crt", certificate.as_bytes())]).candidates();
    assert_eq!(candidates.len(), 1);
    assert_eq!(candidates[0].key_matches_certificate(), Some(false));
    assert!(fields(&candidates[0]).contains(&(Field::Certificate, false)));

    let json = service_account(CLIENT, &[pair(2)]);
    let certificate = pair(0).certificate.pem();
    let files: [(&str, &[u8]); 3] = [
        ("a.json", json.as_bytes()),
        ("private.key", key.as_bytes()),
        ("c.crt", certificate.as_bytes()),
    ];
    let candidates = import(&files).candidates();
    assert_eq!(candidates[0].key_matches_certificate(), Some(true));
    assert!(
        fields(&candidates[0]).contains(&(Field::Certificate, false)),
        "Adobe would not know this certificate"
    );
}

#[test]
fn several_pairs_without_credentials_stay_apart() {
    let texts = [
        pair(0).key_pem(),
        pair(1).certificate.pem(),
        pair(0).certificate.pem(),
        pair(1).key_pem(),
    ];
    let files: Vec<_> = texts.iter().map(|text| ("file", text.as_bytes())).collect();
    let candidates = import(&files).candidates();
    assert_eq!(candidates.len(), 2);
    assert!(
        candidates
            .iter()
            .all(|candidate| candidate.key_matches_certificate() == Some(true))
    );
}

#[test]
fn two_files_about_one_client_are_one_and_the_first_wins() {
    let first = service_account(CLIENT, &[]);
    let second = json!({"client_id": CLIENT, "client_secret": "p8e-another", "meta_scopes": ["ent_dataservices_sdk"],
        "ims_org_id": "0000000000000000000000AA@AdobeOrg", "technical_account_id": ACCOUNT})
    .to_string();
    let files: [(&str, &[u8]); 2] = [("a.json", first.as_bytes()), ("b.json", second.as_bytes())];
    let candidates = import(&files).candidates();
    assert_eq!(candidates.len(), 1);
    assert_is_whole(&candidates[0]);
    assert_eq!(candidates[0].metascopes, ["ent_dataservices_sdk"]);
    let kept = "a.json".to_owned();
    assert_eq!(
        why(&candidates[0], "organization ID (b.json)"),
        Some(Reason::Differs { kept })
    );
    assert_eq!(
        why(&candidates[0], "client secret (b.json)"),
        Some(Reason::AnotherSecret)
    );
    assert_eq!(secret(&candidates[0]).as_deref(), Some(SECRET));
}

#[test]
fn old_and_new_credentials_of_one_client_are_two() {
    let (old, new) = (service_account(CLIENT, &[]), oauth(CLIENT));
    let candidates = import(&[("a.json", old.as_bytes()), ("b.json", new.as_bytes())]).candidates();
    let kinds: Vec<_> = candidates.iter().map(|candidate| candidate.kind).collect();
    assert_eq!(kinds, [KindName::ServiceAccount, KindName::OauthServerToServer]);
}

#[test]
fn parts_without_a_client_join_the_only_credentials_they_fit() {
    let part = format!("SCOPES=openid\nORG_ID={ORGANIZATION}\nIMS=http://127.0.0.1:4711\n");
    let client = json!({"client_id": CLIENT, "client_secret": SECRET}).to_string();
    let files: [(&str, &[u8]); 2] = [(".env", part.as_bytes()), ("a.json", client.as_bytes())];
    let candidates = import(&files).candidates();
    assert_eq!(candidates.len(), 1);
    assert_eq!(candidates[0].scopes, ["openid"]);
    assert_eq!(candidates[0].organization_id.as_deref(), Some(ORGANIZATION));
    assert!(matches!(candidates[0].environment, Some(Environment::Custom(_))));
}

#[test]
fn the_number_of_files_is_bounded() {
    let mut import = Import::new();
    for number in 0..MOST_FILES {
        import.add(&number.to_string(), b"x".to_vec()).unwrap();
    }
    assert!(import.add("more", b"x".to_vec()).is_err());
    assert!(import.add_files(&["/"]).is_err());
    assert_eq!(import.files().len(), MOST_FILES);
}
