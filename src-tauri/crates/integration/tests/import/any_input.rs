//! Any input gives an answer: no panic, no hang, no secret shown.

use integration::import::Import;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::samples::{ACCOUNT, CLIENT, ORGANIZATION, SECRET, pair};

/// Looks at everything that can be asked.
fn look(import: &mut Import) {
    import.unlock(0, "passphrase");
    let printed = format!("{import:?}");
    for candidate in import.candidates() {
        let findings = candidate.findings(&["Acme".to_owned()]);
        assert!(!format!("{candidate:?}{findings:?}{printed}").contains(SECRET));
    }
    import.remove(0);
}

fn read(bytes: Vec<u8>) {
    let mut import = Import::new();
    import.add("file", bytes).unwrap();
    look(&mut import);
}

/// Valid files of several formats.
fn samples() -> Vec<Vec<u8>> {
    let key = pair(0).key_pem();
    let certificate = pair(0).certificate.pem();
    vec![
        json!({"project": {"id": "1", "title": "Acme", "org": {"id": "2", "ims_org_id": ORGANIZATION},
            "workspace": {"details": {"credentials": [{"id": "3", "jwt": {"client_id": CLIENT, "client_secret": SECRET,
                "meta_scopes": ["a"]}}]}}}})
        .to_string()
        .into_bytes(),
        json!({"name": "x", "values": [{"key": "API_KEY", "value": CLIENT}, {"key": "CLIENT_SECRET", "value": SECRET},
            {"key": "PRIVATE_KEY", "value": key}]})
        .to_string()
        .into_bytes(),
        format!("technicalAccount:\n  id: {ACCOUNT}\n  clientId: {CLIENT}\n  clientSecret: {SECRET}\n").into_bytes(),
        format!("CLIENT_ID={CLIENT}\nCLIENT_SECRET=\"{SECRET}\"\nPRIVATE_KEY='{key}'\n").into_bytes(),
        format!("{certificate}{key}").into_bytes(),
        pair(0).certificate.der().to_vec(),
    ]
}

/// Any JSON value, with secrets and near misses among the texts.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,20}".prop_map(Value::from),
        Just(json!(SECRET)),
        Just(json!("{{X}}")),
        Just(json!(CLIENT)),
        Just(json!("private.key")),
        Just(json!("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((known_name(), inner), 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// Names that mean something to the reader.
fn known_name() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "project",
        "org",
        "id",
        "ims_org_id",
        "workspace",
        "details",
        "credentials",
        "jwt",
        "oauth_server_to_server",
        "CLIENT_ID",
        "API_KEY",
        "client_secret",
        "CLIENT_SECRETS",
        "ORG_ID",
        "META_SCOPE",
        "meta_scopes",
        "SCOPES",
        "PUBLIC_KEYS_WITH_EXPIRY",
        "private_key",
        "passphrase",
        "values",
        "key",
        "value",
        "enabled",
        "integration",
        "technicalAccount",
        "imsEndpoint",
        "client_credentials",
        "service_account_credentials",
        "ims",
        "contexts",
        "publicKey",
        "pathToKey",
        "name",
        "title",
        "info",
        "item",
        "events",
        "access_token",
    ])
    .prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        read(bytes);
    }

    #[test]
    fn any_bytes_that_begin_as_something_known(
        start in prop::sample::select(vec!["PK\x03\x04", "PK\x05\x06", "0\u{7f}", "{", "[", "{\"project\":", "-----BEGIN ", "CLIENT_ID=", "clientId: ", "<html"]),
        bytes in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        read([start.as_bytes(), &bytes].concat());
    }

    #[test]
    fn any_text(text in "\\PC{0,400}") {
        read(text.into_bytes());
    }

    #[test]
    fn any_lines(text in "((CLIENT_ID|ORG_ID|clientId|PRIVATE_KEY|x)( ?[=:] ?)(\"|'|\\||-----BEGIN )?[a-z\\\\\"' \n#-]{0,20}\n){0,8}") {
        read(text.into_bytes());
    }

    #[test]
    fn any_json_in_known_places(values in prop::collection::vec((known_name(), any_json()), 0..6)) {
        read(Value::Object(values.into_iter().collect()).to_string().into_bytes());
    }

    #[test]
    fn a_file_with_a_part_changed_or_cut_off(
        which in 0_usize..6,
        cut in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        truncate in any::<bool>(),
    ) {
        let mut bytes = samples().swap_remove(which);
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if truncate {
            bytes.truncate(cut.index(bytes.len()));
        }
        read(bytes);
    }

    #[test]
    fn any_files_together(files in prop::collection::vec((0_usize..6, any_json()), 0..6)) {
        let mut import = Import::new();
        for (which, value) in files {
            import.add("a", samples().swap_remove(which)).unwrap();
            import.add("b", json!({"CLIENT_ID": CLIENT, "ORG_ID": value}).to_string().into_bytes()).unwrap();
        }
        look(&mut import);
    }
}

/// Whatever is asked for as a name or an ID may have been mixed up with the secret.
#[test]
fn a_secret_in_any_place_is_never_shown() {
    for text in [
        json!({"project": {"id": SECRET, "title": SECRET, "org": {"id": SECRET, "ims_org_id": SECRET},
            "workspace": {"details": {"credentials": [{"id": SECRET, "name": SECRET, "jwt": {"client_id": SECRET,
                "client_secret": SECRET, "technical_account_id": SECRET, "meta_scopes": [SECRET], SECRET: SECRET}},
                {"name": SECRET, "api_key": {"client_id": SECRET}}]}}}}),
        json!({"name": SECRET, "values": [{"key": "API_KEY", "value": SECRET}, {"key": SECRET, "value": SECRET},
            {"key": "CLIENT_SECRET", "value": SECRET}, {"key": "IMS", "value": SECRET}]}),
        json!({"ims": {"contexts": {SECRET: {"client_id": CLIENT, "private_key": SECRET, "passphrase": SECRET}}}}),
        json!({"ORG_ID": ORGANIZATION, "CLIENT_ID": CLIENT, "PUBLIC_KEYS_WITH_EXPIRY": {SECRET: SECRET},
            "PRIVATE_KEY": SECRET, "pathToKey": format!("/{SECRET}"), "publicKey": SECRET, "environment": SECRET}),
    ] {
        read(text.to_string().into_bytes());
    }
    read(format!("{SECRET}={SECRET}\nCLIENT_ID={SECRET}\nSCOPES={SECRET}\nORG_ID={ORGANIZATION}\n").into_bytes());
}

#[test]
fn large_and_repetitive_files_end_soon() {
    const SIZE: usize = 256 * 1024;
    for piece in [
        "[",
        "{\"a\":",
        "[1,",
        "A=-----BEGIN x\n",
        "CLIENT_ID=\"\n",
        "CLIENT_ID=a\n",
        "clientId: a\n",
        "- ",
        "a: &a [*a]\n",
        "-----BEGIN CERTIFICATE-----\n",
        "{{",
        "scopes: a,b\n",
        "\\n",
        "eyJ.",
    ] {
        read(piece.repeat(SIZE / piece.len()).into_bytes());
    }
    let names: Vec<_> = (0..50_000).map(|number| format!("s{number}")).collect();
    read(
        json!({"CLIENT_ID": CLIENT, "ORG_ID": ORGANIZATION, "SCOPES": names})
            .to_string()
            .into_bytes(),
    );
    let members: serde_json::Map<_, _> = (0..50_000).map(|number| (format!("k{number}"), json!("v"))).collect();
    let mut value = json!({"CLIENT_ID": CLIENT, "PUBLIC_KEYS_WITH_EXPIRY": members});
    value["x"] = json!(1);
    read(value.to_string().into_bytes());
}
