//! What the token workbench finds in tokens as people paste them.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::sync::OnceLock;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ims::{
    AsksFor, Claims, Expectation, Finding, InspectError, Inspection, JwtTerms, LooksLike, ServiceAccount, Severity,
    TokenKind, TokenPart, inspect,
};
use keys::{Certificate, KeyBits, KeyPair, Subject};
use proptest::prelude::*;
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use time::{Duration, OffsetDateTime};

const IMS: &str = "https://ims-na1.adobelogin.com";
const ORGANIZATION: &str = "0123456789ABCDEF01234567@AdobeOrg";
const ACCOUNT: &str = "89ABCDEF0123456701234567@techacct.adobe.com";
const CLIENT: &str = "0123456789abcdef0123456789abcdef";
const KNOWN: [&str; 2] = ["assurance_automation", "ent_dataservices_sdk"];

fn now() -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp(1_800_000_000).unwrap()
}

fn pair() -> &'static (KeyPair, Certificate) {
    static PAIR: OnceLock<(KeyPair, Certificate)> = OnceLock::new();
    PAIR.get_or_init(|| new_pair(30))
}

fn new_pair(days: u32) -> (KeyPair, Certificate) {
    let key = KeyPair::generate(KeyBits::Rsa2048).unwrap();
    let subject = Subject::parse("/CN=test").unwrap();
    let certificate = Certificate::self_signed(&key, &subject, days, now()).unwrap();
    (key, certificate)
}

fn expectation() -> Expectation {
    Expectation {
        ims: IMS.parse().unwrap(),
        client_id: CLIENT.to_owned(),
        organization_id: ORGANIZATION.to_owned(),
        technical_account_id: Some(ACCOUNT.to_owned()),
        asks_for: AsksFor::Metascopes(vec!["assurance_automation".to_owned()]),
        certificate: Some(pair().1.clone()),
    }
}

fn oauth() -> Expectation {
    Expectation {
        asks_for: AsksFor::Scopes(vec!["openid".to_owned(), "AdobeID".to_owned()]),
        certificate: None,
        ..expectation()
    }
}

fn signed() -> String {
    static SIGNED: OnceLock<String> = OnceLock::new();
    SIGNED.get_or_init(sign).clone()
}

fn sign() -> String {
    let account = ServiceAccount {
        organization_id: ORGANIZATION.to_owned(),
        technical_account_id: ACCOUNT.to_owned(),
        client_id: CLIENT.to_owned(),
        client_secret: "".into(),
        metascopes: vec!["assurance_automation".to_owned()],
        jwt: JwtTerms::default(),
    };
    let jwt = Claims::new(&account, &IMS.parse().unwrap(), now())
        .sign(&pair().0)
        .unwrap();
    jwt.expose_secret().to_owned()
}

fn token(header: &Value, claims: &str, signature: &str) -> String {
    let part = |text: &str| URL_SAFE_NO_PAD.encode(text);
    format!("{}.{}.{signature}", part(&header.to_string()), part(claims))
}

fn good_claims() -> Value {
    json!({
        "exp": 1_800_000_300, "iss": ORGANIZATION, "sub": ACCOUNT, "aud": format!("{IMS}/c/{CLIENT}"),
        format!("{IMS}/s/assurance_automation"): true,
    })
}

/// The good claims with some replaced, or taken out by null.
fn claims(changes: &Value) -> String {
    let mut claims = good_claims();
    for (name, value) in changes.as_object().unwrap() {
        let object = claims.as_object_mut().unwrap();
        if value.is_null() {
            object.remove(name);
        } else {
            object.insert(name.clone(), value.clone());
        }
    }
    claims.to_string()
}

/// What is found in a JWT with these claims whose signature is not looked at.
fn found_unsigned(changes: &Value) -> Inspection {
    let text = token(&json!({"alg": "RS256"}), &claims(changes), "c2ln");
    let expected = Expectation {
        certificate: None,
        ..expectation()
    };
    found(&text, Some(&expected))
}

fn access_token(changes: &Value) -> String {
    let mut claims = json!({
        "id": "1", "org": ORGANIZATION, "type": "access_token", "client_id": CLIENT, "user_id": ACCOUNT,
        "as": "ims-na1", "created_at": "1800000000000", "expires_in": "86400000", "scope": "openid,AdobeID",
    });
    for (name, value) in changes.as_object().unwrap() {
        claims[name] = value.clone();
    }
    token(
        &json!({"alg": "RS256", "itt": "at"}),
        &claims.to_string(),
        "c2lnbmF0dXJl",
    )
}

fn found(text: &str, expected: Option<&Expectation>) -> Inspection {
    inspect(text, now(), &KNOWN, expected).unwrap()
}

fn wrong(inspection: &Inspection) -> Vec<&Finding> {
    let findings = inspection.findings.iter();
    findings
        .filter(|finding| finding.severity() == Severity::Wrong)
        .collect()
}

#[test]
fn our_own_jwt_is_right_in_everything() {
    let inspection = found(&signed(), Some(&expectation()));
    assert_eq!(inspection.kind, TokenKind::ServiceAccountJwt);
    let all_good = inspection
        .findings
        .iter()
        .all(|finding| finding.severity() == Severity::Good);
    assert!(all_good, "{:?}", inspection.findings);
    assert!(inspection.findings.contains(&Finding::SignatureFits {
        sha1_fingerprint: pair().1.sha1_fingerprint()
    }));
    assert_eq!(inspection.expires_at, Some(1_800_000_300_000));
    assert_eq!(inspection.issued_at, Some(1_800_000_000_000));
    let names: Vec<&str> = inspection.claims.iter().map(|claim| claim.name.as_str()).collect();
    let metascope = format!("{IMS}/s/assurance_automation");
    assert_eq!(names, ["exp", "iss", "sub", "aud", "iat", metascope.as_str()]);
    assert_eq!(inspection.claims[0].at, Some(1_800_000_300_000));
}

#[test]
fn every_way_of_pasting_gives_the_same() {
    let jwt = signed();
    let lines = |width: usize, end: &str| {
        let lines: Vec<&str> = jwt
            .as_bytes()
            .chunks(width)
            .map(|line| std::str::from_utf8(line).unwrap())
            .collect();
        lines.join(end)
    };
    let texts = [
        format!("  {jwt}\n"),
        format!("Bearer {jwt}"),
        format!("Authorization: Bearer {jwt}\r\n"),
        format!("\"{jwt}\""),
        format!("'{jwt}',"),
        lines(64, "\n"),
        lines(76, "\r\n   "),
        format!("Bearer {}", lines(60, "\\n")),
        lines(80, "\\\n"),
        lines(80, "\u{200b}"),
        format!("Here it is: {jwt}\nThanks, Bob"),
        format!("{jwt} Thanks"),
        format!("client_id=a&client_secret=b&jwt_token={jwt}"),
        format!("jwt_token={jwt}&client_id=a"),
        json!({"token_type": "bearer", "access_token": jwt, "expires_in": 1}).to_string(),
        format!("HTTP/1.1 200 OK\n\n{{\"access_token\":\"{jwt}\", \"expires_in\": 86399"),
        format!("curl -d 'jwt_token={jwt}' https://example.com"),
        format!("every eye on eyJust a word, eyJ and then {jwt}"),
    ];
    let plain = found(&jwt, Some(&expectation()));
    for text in texts {
        let inspection =
            inspect(&text, now(), &KNOWN, Some(&expectation())).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(inspection.findings, plain.findings, "{text}");
        assert_eq!(inspection.claims, plain.claims, "{text}");
    }
}

#[test]
fn each_wrong_claim_has_its_own_finding() {
    let exact = |part, found: &str| Finding::Malformed {
        part,
        found: found.to_owned(),
    };
    let other = |part, found: &str, expected: &str| Finding::Other {
        part,
        found: found.to_owned(),
        expected: expected.to_owned(),
    };
    let missing = |part| Finding::Missing { part };
    let metascope = format!("{IMS}/s/assurance_automation");
    let name = || "assurance_automation".to_owned();
    let stage = "https://ims-na1-stg1.adobelogin.com";
    let table = [
        (
            json!({"aud": format!("{stage}/c/{CLIENT}")}),
            other(TokenPart::Ims, stage, IMS),
        ),
        (
            json!({"aud": format!("{IMS}/c/another")}),
            other(TokenPart::Client, "another", CLIENT),
        ),
        (
            json!({"aud": [format!("{IMS}/c/{CLIENT}")]}),
            exact(TokenPart::Audience, &format!("[\"{IMS}/c/{CLIENT}\"]")),
        ),
        (
            json!({"aud": CLIENT}),
            exact(TokenPart::Audience, &format!("\"{CLIENT}\"")),
        ),
        (json!({"aud": null}), missing(TokenPart::Audience)),
        (
            json!({"iss": "OTHER@AdobeOrg"}),
            other(TokenPart::Organization, "OTHER@AdobeOrg", ORGANIZATION),
        ),
        (
            json!({"iss": "OTHER@Adobe.Org"}),
            exact(TokenPart::Organization, "\"OTHER@Adobe.Org\""),
        ),
        (json!({"iss": null}), missing(TokenPart::Organization)),
        (
            json!({"sub": "x@techacct.adobe.com"}),
            other(TokenPart::TechnicalAccount, "x@techacct.adobe.com", ACCOUNT),
        ),
        (
            json!({"sub": ORGANIZATION}),
            exact(TokenPart::TechnicalAccount, &format!("\"{ORGANIZATION}\"")),
        ),
        (json!({"sub": null}), missing(TokenPart::TechnicalAccount)),
        (json!({"exp": null}), missing(TokenPart::Expiry)),
        (json!({"exp": "1800000300"}), exact(TokenPart::Expiry, "\"1800000300\"")),
        (
            json!({"exp": 1_800_000_300.5}),
            exact(TokenPart::Expiry, "1800000300.5"),
        ),
        (
            json!({"exp": 1_800_000_300_000_i64}),
            Finding::Milliseconds {
                part: TokenPart::Expiry,
            },
        ),
        (
            json!({"exp": 1_799_999_999}),
            Finding::Expired { at: 1_799_999_999_000 },
        ),
        (json!({"exp": 1_800_090_000}), Finding::TooLong { seconds: 90_000 }),
        (
            json!({"iat": 1_800_000_200}),
            Finding::IssuedLater { at: 1_800_000_200_000 },
        ),
        (
            json!({"nbf": 1_800_000_200}),
            Finding::NotYetValid { at: 1_800_000_200_000 },
        ),
        (json!({"jti": 17}), exact(TokenPart::Number, "17")),
        (json!({"jti": "a"}), exact(TokenPart::Number, "\"a\"")),
        (
            json!({metascope.clone(): "true"}),
            Finding::MetascopeNotTrue {
                name: name(),
                found: "\"true\"".to_owned(),
            },
        ),
        (json!({metascope.clone(): null}), Finding::NoMetascope),
        (
            json!({metascope.clone(): null, "assurance_automation": true}),
            Finding::MetascopeBare { name: name() },
        ),
        (
            json!({metascope: null, format!("{stage}/s/assurance_automation"): true}),
            Finding::MetascopeElsewhere {
                name: name(),
                found: stage.to_owned(),
                expected: IMS.to_owned(),
            },
        ),
    ];
    for (changes, finding) in table {
        let inspection = found_unsigned(&changes);
        assert_eq!(wrong(&inspection), [&finding], "{changes}");
        assert_eq!(inspection.findings[0], finding, "the worst comes first: {changes}");
    }
}

#[test]
fn what_is_only_worth_knowing_is_a_note() {
    let table = [
        (json!({"exp": 1_800_080_000}), Finding::Long { seconds: 80_000 }),
        (
            json!({format!("{IMS}/s/ent_user_sdk"): true}),
            Finding::MetascopeNotAsked {
                name: "ent_user_sdk".to_owned(),
            },
        ),
    ];
    for (changes, finding) in table {
        let inspection = found_unsigned(&changes);
        assert!(wrong(&inspection).is_empty(), "{changes}: {:?}", inspection.findings);
        assert!(
            inspection.findings.contains(&finding),
            "{changes}: {:?}",
            inspection.findings
        );
    }
    // Without an integration, Adobe's own list is what a metascope is compared with.
    let text = token(
        &json!({"alg": "RS256"}),
        &claims(&json!({format!("{IMS}/s/ent_dataservice_sdk"): true})),
        "c2ln",
    );
    assert!(found(&text, None).findings.contains(&Finding::MetascopeUnknown {
        name: "ent_dataservice_sdk".to_owned()
    }));
    let oauth = found(&signed(), Some(&oauth()));
    assert!(oauth.findings.contains(&Finding::NotForOauth), "{:?}", oauth.findings);
}

#[test]
fn headers_that_adobe_does_not_take_are_wrong() {
    let finding = |header: Value| {
        let inspection = found(&token(&header, &claims(&json!({})), "c2ln"), None);
        inspection.findings[0].clone()
    };
    let hs256 = "HS256".to_owned();
    assert_eq!(finding(json!({"alg": "none"})), Finding::Unsigned);
    assert_eq!(finding(json!({})), Finding::Unsigned);
    assert_eq!(finding(json!({"alg": "HS256"})), Finding::Algorithm { found: hs256 });
    let old = finding(json!({"alg": "RS512"}));
    assert_eq!(
        old,
        Finding::OldAlgorithm {
            found: "RS512".to_owned()
        }
    );
    assert_eq!(old.severity(), Severity::Note);
}

#[test]
fn the_signature_is_compared_with_the_certificate() {
    let jwt = signed();
    let sha1_fingerprint = pair().1.sha1_fingerprint();
    let (header_and_claims, signature) = jwt.rsplit_once('.').unwrap();
    let (header, _) = header_and_claims.split_once('.').unwrap();
    let changed = format!("{header}.{}.{signature}", URL_SAFE_NO_PAD.encode(claims(&json!({}))));
    assert_eq!(
        wrong(&found(&changed, Some(&expectation()))),
        [&Finding::SignatureWrong {
            sha1_fingerprint: sha1_fingerprint.clone()
        }]
    );
    for cut in [
        format!("{header_and_claims}."),
        header_and_claims.to_owned(),
        format!("{header_and_claims} and so on"),
    ] {
        assert_eq!(
            wrong(&found(&cut, Some(&expectation()))),
            [&Finding::SignatureMissing],
            "{cut}"
        );
    }
    let shortened = &jwt[..jwt.len() - 20];
    assert_eq!(
        wrong(&found(shortened, Some(&expectation()))),
        [&Finding::SignatureWrong { sha1_fingerprint }]
    );
    let other = Expectation {
        certificate: Some(new_pair(30).1),
        ..expectation()
    };
    assert!(matches!(
        wrong(&found(&jwt, Some(&other)))[..],
        [Finding::SignatureWrong { .. }]
    ));
    assert!(found(&jwt, None).findings.contains(&Finding::NoCertificate));
    // The certificate has ended although the signature fits.
    let later = inspect(&jwt, now() + Duration::days(31), &KNOWN, Some(&expectation())).unwrap();
    assert!(
        later
            .findings
            .iter()
            .any(|finding| matches!(finding, Finding::CertificateExpired { .. }))
    );
    assert!(
        later
            .findings
            .iter()
            .any(|finding| matches!(finding, Finding::SignatureFits { .. }))
    );
}

#[test]
fn an_access_token_is_decoded_and_never_called_verified() {
    let inspection = found(&access_token(&json!({})), Some(&oauth()));
    assert_eq!(inspection.kind, TokenKind::AccessToken);
    assert!(wrong(&inspection).is_empty(), "{:?}", inspection.findings);
    assert!(inspection.findings.contains(&Finding::NotVerified));
    assert!(inspection.findings.contains(&Finding::ScopesAgree));
    assert_eq!(
        (inspection.issued_at, inspection.expires_at),
        (Some(1_800_000_000_000), Some(1_800_086_400_000))
    );
    let created = inspection
        .claims
        .iter()
        .find(|claim| claim.name == "created_at")
        .unwrap();
    assert_eq!(created.at, Some(1_800_000_000_000));
}

#[test]
fn an_access_token_of_somebody_else_is_told() {
    let other = |part, found: &str, expected: &str| Finding::Other {
        part,
        found: found.to_owned(),
        expected: expected.to_owned(),
    };
    let table = [
        (
            json!({"client_id": "another"}),
            other(TokenPart::Client, "another", CLIENT),
        ),
        (
            json!({"org": "X@AdobeOrg"}),
            other(TokenPart::Organization, "X@AdobeOrg", ORGANIZATION),
        ),
        (
            json!({"user_id": "x@techacct.adobe.com"}),
            other(TokenPart::TechnicalAccount, "x@techacct.adobe.com", ACCOUNT),
        ),
        (
            json!({"as": "ims-na1-stg1"}),
            other(TokenPart::Ims, "ims-na1-stg1", "ims-na1"),
        ),
        (
            json!({"scope": "openid"}),
            Finding::ScopesMissing {
                names: vec!["AdobeID".to_owned()],
            },
        ),
        (
            json!({"type": "refresh_token"}),
            Finding::WrongType {
                found: "\"refresh_token\"".to_owned(),
            },
        ),
        (
            json!({"created_at": "1700000000000"}),
            Finding::Expired { at: 1_700_086_400_000 },
        ),
        (
            json!({"created_at": "1800000100000"}),
            Finding::IssuedLater { at: 1_800_000_100_000 },
        ),
        (
            json!({"expires_in": "soon"}),
            Finding::Malformed {
                part: TokenPart::Expiry,
                found: "\"soon\"".to_owned(),
            },
        ),
    ];
    for (changes, finding) in table {
        let inspection = found(&access_token(&changes), Some(&oauth()));
        assert_eq!(wrong(&inspection), [&finding], "{changes}");
    }
    let person = found(&access_token(&json!({"user_id": "x@AdobeID"})), Some(&oauth()));
    assert!(person.findings.contains(&Finding::Personal));
}

#[test]
fn a_jwt_of_others_is_read_and_called_so() {
    let text = token(&json!({"alg": "HS256"}), r#"{"iss":"me","exp":1700000000}"#, "c2ln");
    let inspection = found(&text, Some(&expectation()));
    assert_eq!(inspection.kind, TokenKind::OtherJwt);
    let expected = [Finding::Expired { at: 1_700_000_000_000 }, Finding::NotAdobes];
    assert_eq!(inspection.findings, expected);
}

#[test]
fn a_text_without_a_token_is_told_what_it_is() {
    let nothing = |looks_like| InspectError::NoToken { looks_like };
    let undecodable = |part| InspectError::Undecodable { part };
    let jwe = format!(
        "{}.a.b.c.d",
        URL_SAFE_NO_PAD.encode(r#"{"alg":"RSA-OAEP","enc":"A256GCM"}"#)
    );
    let header_alone = URL_SAFE_NO_PAD.encode(r#"{"alg":"RS256"}"#);
    let table = [
        (" \n".to_owned(), InspectError::Empty),
        ("hello".to_owned(), nothing(None)),
        ("eyJ".to_owned(), undecodable(TokenPart::Header)),
        (
            "-----BEGIN PRIVATE KEY-----\nMII".to_owned(),
            nothing(Some(LooksLike::KeyOrCertificate)),
        ),
        (
            r#"{"error":"invalid_token"}"#.to_owned(),
            nothing(Some(LooksLike::Refusal)),
        ),
        (header_alone.clone(), undecodable(TokenPart::Claims)),
        (format!("{header_alone}.e30x!.c2ln"), undecodable(TokenPart::Claims)),
        (
            format!("{0}.{0}.{0}", "abcdefghijklmnopqrstuvwxyz"),
            undecodable(TokenPart::Header),
        ),
        (jwe, InspectError::Encrypted),
        ("x".repeat(256 * 1024 + 1), InspectError::TooLarge),
    ];
    for (text, error) in table {
        assert_eq!(inspect(&text, now(), &KNOWN, None).unwrap_err(), error, "{text:.60}");
    }
}

#[test]
fn a_name_that_stands_twice_is_told_and_the_last_one_counts() {
    let text = token(
        &json!({"alg": "RS256"}),
        r#"{"aud":"a/c/b","exp":1,"exp":1800000300}"#,
        "c2ln",
    );
    let inspection = found(&text, None);
    assert!(
        inspection
            .findings
            .contains(&Finding::Repeated { name: "exp".to_owned() })
    );
    assert_eq!(inspection.expires_at, Some(1_800_000_300_000));
}

#[test]
fn many_claims_long_values_and_tokens_within_are_cut() {
    let jwt = signed();
    let many: Vec<String> = (0..500).map(|number| format!("\"n{number}\":1")).collect();
    let text = token(
        &json!({"alg": "RS256"}),
        &format!(
            r#"{{"long":"{}","inner":"see {jwt}",{}}}"#,
            "x".repeat(5000),
            many.join(",")
        ),
        "c2ln",
    );
    let inspection = found(&text, None);
    assert_eq!(inspection.claims.len(), 200);
    assert!(inspection.findings.contains(&Finding::LeftOut { count: 302 }));
    assert!(inspection.claims[0].value.chars().count() < 310);
    assert_eq!(inspection.claims[1].value, r#""see …""#);
}

#[test]
fn nothing_that_is_returned_holds_the_signature() {
    for text in [signed(), access_token(&json!({}))] {
        let signature = text.rsplit('.').next().unwrap();
        let said = format!("{:?}", found(&text, Some(&expectation())));
        assert!(!said.contains(signature), "{said}");
    }
}

fn mutated() -> impl Strategy<Value = String> {
    let edits = proptest::collection::vec((any::<prop::sample::Index>(), any::<char>(), 0..3_u8), 0..12);
    (any::<bool>(), edits).prop_map(|(jwt, edits)| {
        let text = if jwt { signed() } else { access_token(&json!({})) };
        let mut characters: Vec<char> = text.chars().collect();
        for (place, character, kind) in edits {
            let place = place.index(characters.len());
            match kind {
                0 => characters[place] = character,
                1 => characters.insert(place, character),
                _ => {
                    characters.remove(place);
                }
            }
        }
        characters.into_iter().collect()
    })
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,40}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 20, 5, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            proptest::collection::hash_map(".{0,12}", inner, 0..5).prop_map(Value::from_iter),
        ]
    })
}

proptest! {
    #[test]
    fn any_text_gives_an_answer_or_an_error(text in any::<String>()) {
        let _ = inspect(&text, now(), &KNOWN, Some(&expectation()));
    }

    #[test]
    fn a_damaged_token_gives_an_answer_or_an_error(text in mutated()) {
        let _ = inspect(&text, now(), &KNOWN, Some(&expectation()));
    }

    #[test]
    fn any_values_in_known_claims_give_an_answer(
        exp in any_json(), iat in any_json(), aud in any_json(), scope in any_json(), created_at in any_json(),
        expires_in in any_json(), kind in any_json(), alg in any_json(), header_alone in any::<bool>(),
    ) {
        let claims = json!({
            "exp": exp, "iat": iat, "nbf": iat, "aud": aud, "scope": scope, "created_at": created_at, "type": kind,
            "expires_in": expires_in, "client_id": aud, "sub": ACCOUNT, "jti": exp, format!("{IMS}/s/x"): aud,
        });
        let header = if header_alone { json!({"alg": alg}) } else { json!({"alg": "RS256", "itt": alg}) };
        for expected in [expectation(), oauth()] {
            let inspection = inspect(&token(&header, &claims.to_string(), "c2ln"), now(), &KNOWN, Some(&expected)).unwrap();
            prop_assert!(inspection.findings.is_sorted_by_key(Finding::severity));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn texts_full_of_beginnings_are_read_in_bounded_time(piece in "(eyJ|e30|ewo)[ .\\\\]{1,3}") {
        let text = piece.repeat(200 * 1024 / piece.len());
        let _ = inspect(&text, now(), &KNOWN, None);
    }
}
