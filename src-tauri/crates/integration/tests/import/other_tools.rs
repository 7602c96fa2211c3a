//! Files of Postman and other tools, and of this program.

use integration::import::{Format, Reason};
use integration::{Endpoints, Environment, ExportFormat, HeldSecrets, Integration, JwtOptions, Kind, KindName, export};
use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};
use time::OffsetDateTime;
use url::Url;
use uuid::Uuid;

use crate::samples::{
    ACCOUNT, CLIENT, EMAIL, ORGANIZATION, SECRET, assert_is_whole, has_key, import, only, pair, secret, why,
};

fn postman(values: &[(&str, Value)]) -> String {
    let values: Vec<_> = values
        .iter()
        .map(|(key, value)| json!({"key": key, "value": value, "enabled": true, "type": "text"}))
        .collect();
    json!({"id": Uuid::new_v4(), "name": "Acme environment", "values": values,
        "_postman_variable_scope": "environment", "_postman_exported_using": "Postman/9.23.1"})
    .to_string()
}

#[test]
fn a_postman_environment_of_a_service_account() {
    for metascope in [json!(["ent_dataservices_sdk"]), json!("ent_dataservices_sdk")] {
        let text = postman(&[
            ("CLIENT_SECRET", json!(SECRET)),
            ("API_KEY", json!(CLIENT)),
            ("META_SCOPE", metascope),
            ("ACCESS_TOKEN", json!("eyJhbGciOiJSUzI1NiJ9.eyJ.x")),
            ("PRIVATE_KEY", json!(pair(0).key_pem())),
            ("JWT_TOKEN", json!("eyJ.x.y")),
            ("TECHNICAL_ACCOUNT_ID", json!(ACCOUNT)),
            ("IMS", json!("ims-na1.adobelogin.com")),
            ("IMS_ORG", json!(ORGANIZATION)),
            ("ADOBE_IO_ACCESS_TOKEN__JS_RSA_SIGN_LIBRARY", json!({"script": "eval"})),
            ("MINE", json!("1")),
        ]);
        let candidate = only(&text, Format::PostmanEnvironment);
        assert_is_whole(&candidate);
        assert_eq!(candidate.kind, KindName::ServiceAccount);
        assert_eq!(candidate.name.as_deref(), Some("Acme environment"));
        assert_eq!(candidate.metascopes, ["ent_dataservices_sdk"]);
        assert_eq!(candidate.environment, Some(Environment::Adobe));
        assert!(has_key(&candidate, pair(0)));
        for (what, reason) in [
            ("ACCESS_TOKEN", Reason::Token),
            ("JWT_TOKEN", Reason::Token),
            ("ADOBE_IO_ACCESS_TOKEN__JS_RSA_SIGN_LIBRARY", Reason::NotNeeded),
            ("MINE", Reason::Unknown),
        ] {
            assert_eq!(why(&candidate, what), Some(reason), "{what}");
        }
    }
}

#[test]
fn a_postman_environment_of_oauth_server_to_server() {
    let values = [
        ("CLIENT_SECRET", SECRET),
        ("API_KEY", CLIENT),
        ("SCOPES", "openid,AdobeID, read_organizations"),
        ("ACCESS_TOKEN", ""),
        ("TECHNICAL_ACCOUNT_ID", ACCOUNT),
        ("IMS", "ims-na1-stg1.adobelogin.com"),
        ("IMS_ORG", ORGANIZATION),
        ("SANDBOX_NAME", "prod"),
    ];
    // Made by hand, it has only a name and values, and one of them is switched off.
    let mut list: Vec<_> = values
        .iter()
        .map(|(key, value)| json!({"key": key, "value": value}))
        .collect();
    list.insert(0, json!({"key": "API_KEY", "value": "of last year", "enabled": false}));
    let candidate = only(
        &json!({"name": "x", "values": list}).to_string(),
        Format::PostmanEnvironment,
    );
    assert_is_whole(&candidate);
    assert_eq!(candidate.kind, KindName::OauthServerToServer);
    assert_eq!(candidate.scopes, ["openid", "AdobeID", "read_organizations"]);
    assert_eq!(why(&candidate, "IMS"), Some(Reason::OtherServices));
    assert_eq!(candidate.environment, Some(Environment::Adobe));
}

#[test]
fn the_names_of_the_tags_collection() {
    let text = postman(&[
        ("IMS_HOST", json!("ims-na1.adobelogin.com")),
        ("CLIENT_ID", json!(CLIENT)),
        ("CLIENT_SECRET", json!(SECRET)),
        ("ISS", json!(ORGANIZATION)),
        ("SUB", json!(ACCOUNT)),
        ("METASCOPE", json!("https://ims-na1.adobelogin.com/s/ent_reactor_sdk")),
        ("HOST", json!("https://reactor.adobe.io")),
        ("COMPANY_ID", json!("COdb0cd64ad4524440be94b8496416ec7d")),
    ]);
    let candidate = only(&text, Format::PostmanEnvironment);
    assert_is_whole(&candidate);
    assert_eq!(candidate.metascopes, ["ent_reactor_sdk"]);
}

#[test]
fn an_aio_context_with_its_key_in_every_form() {
    let context = |key: Value| {
        json!({"client_id": CLIENT, "client_secret": SECRET, "technical_account_id": ACCOUNT,
            "meta_scopes": ["ent_dataservices_sdk"], "ims_org_id": ORGANIZATION, "private_key": key})
    };
    let pem = pair(0).key_pem();
    let lines: Vec<_> = pem.lines().collect();
    for key in [
        json!(pem),
        json!(lines),
        json!(pem.replace('\n', "\\n")),
        json!(pem.replace('\n', "\r\n")),
    ] {
        let candidate = only(&context(key).to_string(), Format::AioContext);
        assert_is_whole(&candidate);
        assert!(has_key(&candidate, pair(0)));
    }
    let candidate = only(
        &context(json!("/home/jane/keys/private.key")).to_string(),
        Format::AioContext,
    );
    assert_eq!(candidate.kind, KindName::ServiceAccount);
    let file = Some("private.key".to_owned());
    assert_eq!(why(&candidate, "private_key"), Some(Reason::NamesFile { file }));

    let own_file = json!({"ims": {"contexts": {"work": context(json!(pem)), "$cli": {"client_id": "aio-cli"}}}});
    let candidates = import(&[(".aio", own_file.to_string().as_bytes())]).candidates();
    assert_eq!(candidates[0].name.as_deref(), Some("work"));
    assert_is_whole(&candidates[0]);

    let oauth = json!({"client_id": CLIENT, "client_secrets": [SECRET], "technical_account_email": EMAIL,
        "technical_account_id": ACCOUNT, "scopes": ["openid"], "ims_org_id": ORGANIZATION});
    let candidate = only(&oauth.to_string(), Format::AioContext);
    assert_is_whole(&candidate);
    assert_eq!(candidate.kind, KindName::OauthServerToServer);
}

#[test]
fn a_key_with_its_passphrase_beside_it_is_opened() {
    let sealed = pair(0).key.to_encrypted_pem("correct horse").unwrap();
    let context = json!({"client_id": CLIENT, "client_secret": SECRET, "technical_account_id": ACCOUNT,
        "ims_org_id": ORGANIZATION, "private_key": sealed.as_str(), "passphrase": "correct horse"});
    assert!(has_key(&only(&context.to_string(), Format::AioContext), pair(0)));
}

#[test]
fn the_configuration_of_aepp_in_both_ages() {
    let oauth = json!({"org_id": ORGANIZATION, "client_id": CLIENT, "secret": SECRET, "tech_id": ACCOUNT,
        "sandbox-name": "prod", "environment": "prod", "scopes": "openid,AdobeID"});
    let candidate = only(&oauth.to_string(), Format::Aepp);
    assert_is_whole(&candidate);
    assert_eq!(candidate.kind, KindName::OauthServerToServer);
    let jwt = json!({"org_id": ORGANIZATION, "client_id": CLIENT, "secret": SECRET, "tech_id": ACCOUNT,
        "pathToKey": "<path to your privatekey.key>", "sandbox-name": "prod", "environment": "prod"});
    let candidate = only(&jwt.to_string(), Format::Aepp);
    assert_is_whole(&candidate);
    assert_eq!(candidate.kind, KindName::ServiceAccount);
    assert_eq!(why(&candidate, "pathToKey"), Some(Reason::Placeholder));
}

#[test]
fn the_options_of_jwt_auth() {
    let options = json!({"clientId": CLIENT, "technicalAccountId": ACCOUNT, "orgId": ORGANIZATION,
        "clientSecret": SECRET, "privateKey": pair(0).key_pem(), "ims": "https://ims-na1.adobelogin.com",
        "metaScopes": "https://ims-na1.adobelogin.com/s/ent_dataservices_sdk"});
    let candidate = only(&options.to_string(), Format::JwtAuthOptions);
    assert_is_whole(&candidate);
    assert_eq!(candidate.metascopes, ["ent_dataservices_sdk"]);
    assert!(has_key(&candidate, pair(0)));
}

#[test]
fn the_yaml_of_asset_compute() {
    let key: String = pair(0).key_pem().lines().map(|line| format!("    {line}\n")).collect();
    let text = format!(
        "# mine\nmetascopes:\n  - event_receiver_api\n  - asset_compute_meta\ntechnicalAccount:\n  id: {ACCOUNT}\n  \
         org: {ORGANIZATION}\n  clientId: {CLIENT}\n  clientSecret: {SECRET}\n  privateKey: |\n{key}"
    );
    let candidate = only(&text, Format::AssetCompute);
    assert_is_whole(&candidate);
    assert_eq!(candidate.metascopes, ["event_receiver_api", "asset_compute_meta"]);
    assert!(has_key(&candidate, pair(0)));

    let flat = format!("client_id: {CLIENT}\nclient_secret: {SECRET}\norg: {ORGANIZATION}\ntech_id: {ACCOUNT}\n");
    assert_is_whole(&only(&flat, Format::Yaml));
}

#[test]
fn variables_of_the_environment() {
    let text = format!(
        "# tags\nexport REACTOR_IO_INTEGRATION_CLIENT_ID={CLIENT}\nREACTOR_IO_INTEGRATION_CLIENT_SECRET='{SECRET}'\n\
         REACTOR_IO_INTEGRATION_PRIVATE_KEY=./private.key\nREACTOR_IO_INTEGRATION_ACCESS_TOKEN=eyJ.a.b\n"
    );
    let candidate = only(&text, Format::DotEnv);
    assert_eq!(candidate.client_id.as_deref(), Some(CLIENT));
    assert_eq!(secret(&candidate).as_deref(), Some(SECRET));
    assert_eq!(candidate.kind, KindName::ServiceAccount);
    assert!(why(&candidate, "REACTOR_IO_INTEGRATION_PRIVATE_KEY").is_some());
    assert_eq!(
        why(&candidate, "REACTOR_IO_INTEGRATION_ACCESS_TOKEN"),
        Some(Reason::Token)
    );
}

#[test]
fn the_line_of_a_practice_workspace() {
    let line = json!({
        "ims": "http://127.0.0.1:1", "assurance": "http://127.0.0.1:1/graffias/graphql",
        "platform": "http://127.0.0.1:1", "tags": "http://127.0.0.1:1", "console": "http://127.0.0.1:1",
        "organizationId": ORGANIZATION,
        "oauth": {"clientId": "a", "clientSecret": SECRET, "technicalAccountId": ACCOUNT, "scopes": ["openid"]},
        "serviceAccount": {"clientId": "b", "clientSecret": SECRET, "technicalAccountId": ACCOUNT,
            "metascopes": ["assurance_automation"], "integrationId": "12345"},
    });
    let text = format!("listening\n{line}\n");
    let import = import(&[("practice.json", text.as_bytes())]);
    assert_eq!(import.files()[0].format, Some(Format::Practice));
    let candidates = import.candidates();
    assert_eq!(candidates.len(), 2);
    for candidate in &candidates {
        let Some(Environment::Custom(endpoints)) = &candidate.environment else {
            panic!()
        };
        assert_eq!(endpoints.tags.as_str(), "http://127.0.0.1:1/");
    }
    assert_eq!(candidates[1].integration_id.as_deref(), Some("12345"));
}

/// Everything that this program writes, it reads again.
#[test]
fn our_own_exports_come_back() {
    let base = Url::parse("http://127.0.0.1:4711").unwrap();
    let practice = Endpoints {
        ims: base.clone(),
        assurance: base.join("graffias/graphql").unwrap(),
        platform: base.clone(),
        tags: base.clone(),
        console: base,
    };
    for (kind, endpoints) in [
        (KindName::OauthServerToServer, Endpoints::adobe()),
        (KindName::ServiceAccount, practice),
    ] {
        let is_service_account = kind == KindName::ServiceAccount;
        let integration = Integration {
            id: Uuid::new_v4(),
            name: "Acme".to_owned(),
            organization_id: ORGANIZATION.to_owned(),
            client_id: CLIENT.to_owned(),
            technical_account_id: Some(ACCOUNT.to_owned()),
            environment: Environment::Custom(Box::new(endpoints.clone())),
            console_link: None,
            kind: if is_service_account {
                Kind::ServiceAccount {
                    metascopes: vec!["ent_dataservices_sdk".to_owned(), "assurance_automation".to_owned()],
                    certificate_pem: None,
                    integration_id: None,
                    jwt: JwtOptions::default(),
                }
            } else {
                Kind::OauthServerToServer {
                    scopes: vec!["openid".to_owned(), "AdobeID".to_owned()],
                }
            },
            sandbox: None,
            created_at: OffsetDateTime::now_utc(),
            last_used_at: None,
            extra: serde_json::Map::new(),
        };
        let secrets = HeldSecrets {
            client_secret: SECRET.into(),
            private_key_pem: is_service_account.then(|| SecretString::from(pair(2).key_pem())),
        };
        for (format, recognised) in [
            (ExportFormat::PostmanEnvironment, Format::PostmanEnvironment),
            (ExportFormat::DotEnv, Format::DotEnv),
            (ExportFormat::AioContext, Format::AioContext),
            (ExportFormat::Aepp, Format::Aepp),
            (ExportFormat::JwtAuthOptions, Format::JwtAuthOptions),
        ] {
            let Ok(written) = export(&integration, &endpoints, format, Some(&secrets)) else {
                continue;
            };
            let candidate = only(written.text.expose_secret(), recognised);
            assert_eq!(candidate.kind, kind, "{format:?}");
            assert_eq!(candidate.client_id.as_deref(), Some(CLIENT), "{format:?}");
            assert_eq!(secret(&candidate).as_deref(), Some(SECRET), "{format:?}");
            assert_eq!(candidate.organization_id.as_deref(), Some(ORGANIZATION), "{format:?}");
            if format == ExportFormat::Aepp {
                continue;
            }
            let scopes = if is_service_account {
                &candidate.metascopes
            } else {
                &candidate.scopes
            };
            assert_eq!(scopes.as_slice(), integration.kind.scopes(), "{format:?}");
            assert_eq!(has_key(&candidate, pair(2)), is_service_account, "{format:?}");
            if format != ExportFormat::AioContext {
                let expected = match is_service_account {
                    true => Environment::Custom(Box::new(endpoints.clone())),
                    false => Environment::Adobe,
                };
                assert_eq!(candidate.environment, Some(expected), "{format:?}");
            }
        }
    }
}
