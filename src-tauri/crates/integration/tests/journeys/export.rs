//! An integration written for other tools.

use integration::{
    Endpoints, Environment, ExportError, ExportFormat, ExportNote, HeldSecrets, Integration, JwtOptions, Kind, export,
};
use secrecy::ExposeSecret;
use serde_json::{Map, Value, json};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::desk::pair;

const FORMATS: [ExportFormat; 6] = [
    ExportFormat::PostmanEnvironment,
    ExportFormat::DotEnv,
    ExportFormat::AioContext,
    ExportFormat::Aepp,
    ExportFormat::JwtAuthOptions,
    ExportFormat::Curl,
];
const SECRET: &str = "p8e-'to \"hide\" $HOME";

fn integration(kind: Kind) -> Integration {
    Integration {
        id: Uuid::nil(),
        name: "Acme: Mobile/42".to_owned(),
        organization_id: "8C6767C25245AD1A0A490D4C@AdobeOrg".to_owned(),
        client_id: "0123456789abcdef0123456789abcdef".to_owned(),
        technical_account_id: Some("8C6767C25245AD1A0A490D4D@techacct.adobe.com".to_owned()),
        environment: Environment::Adobe,
        console_link: None,
        kind,
        sandbox: None,
        created_at: OffsetDateTime::UNIX_EPOCH,
        last_used_at: None,
        extra: Map::new(),
    }
}

fn oauth() -> Integration {
    integration(Kind::OauthServerToServer {
        scopes: vec!["openid".to_owned(), "AdobeID".to_owned()],
    })
}

fn service_account() -> Integration {
    integration(Kind::ServiceAccount {
        metascopes: vec!["assurance_automation".to_owned(), "ent_dataservices_sdk".to_owned()],
        certificate_pem: None,
        integration_id: None,
        jwt: JwtOptions::default(),
    })
}

fn secrets() -> HeldSecrets {
    HeldSecrets {
        client_secret: SECRET.into(),
        private_key_pem: Some(pair(0).0.private_key_pem().as_str().into()),
    }
}

fn written(integration: &Integration, format: ExportFormat, secrets: Option<&HeldSecrets>) -> String {
    let export = export(integration, &Endpoints::adobe(), format, secrets).unwrap();
    export.text.expose_secret().to_owned()
}

fn json_of(integration: &Integration, format: ExportFormat, secrets: &HeldSecrets) -> Value {
    serde_json::from_str(&written(integration, format, Some(secrets))).unwrap()
}

/// The value of a variable in a Postman environment.
fn variable<'a>(environment: &'a Value, key: &str) -> &'a Value {
    let values = environment["values"].as_array().unwrap();
    let variable = values.iter().find(|variable| variable["key"] == key).unwrap();
    assert_eq!(
        (&variable["enabled"], &variable["type"]),
        (&json!(true), &json!("text"))
    );
    &variable["value"]
}

#[test]
fn without_secrets_no_format_holds_one() {
    for integration in [oauth(), service_account()] {
        for format in FORMATS {
            let Ok(export) = export(&integration, &Endpoints::adobe(), format, None) else {
                continue;
            };
            let text = export.text.expose_secret();
            assert!(
                !text.contains("p8e-") && !text.contains("PRIVATE KEY-----"),
                "{format:?}: {text}"
            );
            assert!(text.contains("0123456789abcdef0123456789abcdef"), "{format:?}: {text}");
            assert!(export.file_name.contains("acme-mobile-42") || export.file_name == ".env");
        }
    }
}

#[test]
fn debug_output_of_an_export_holds_no_secret() {
    let export = export(&oauth(), &Endpoints::adobe(), ExportFormat::DotEnv, Some(&secrets())).unwrap();
    assert!(!format!("{export:?}").contains("p8e-"));
}

#[test]
fn the_files_of_adobes_tools_have_the_names_that_those_read() {
    let secrets = secrets();
    let key = secrets.private_key_pem.as_ref().unwrap().expose_secret();

    let postman = json_of(&oauth(), ExportFormat::PostmanEnvironment, &secrets);
    assert_eq!(postman["_postman_variable_scope"], "environment");
    for (name, value) in [
        ("CLIENT_SECRET", SECRET),
        ("API_KEY", "0123456789abcdef0123456789abcdef"),
        ("SCOPES", "openid,AdobeID"),
        ("TECHNICAL_ACCOUNT_ID", "8C6767C25245AD1A0A490D4D@techacct.adobe.com"),
        ("IMS", "ims-na1.adobelogin.com"),
        ("IMS_ORG", "8C6767C25245AD1A0A490D4C@AdobeOrg"),
        ("PLATFORM_URL", "platform.adobe.io"),
        ("ACCESS_TOKEN", ""),
    ] {
        assert_eq!(variable(&postman, name), value, "{name}");
    }
    let postman = json_of(&service_account(), ExportFormat::PostmanEnvironment, &secrets);
    assert_eq!(
        variable(&postman, "META_SCOPE"),
        &json!(["assurance_automation", "ent_dataservices_sdk"])
    );
    assert_eq!(variable(&postman, "PRIVATE_KEY"), key);

    let aio = json_of(&service_account(), ExportFormat::AioContext, &secrets);
    let lines: Vec<_> = aio["private_key"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line.as_str().unwrap())
        .collect();
    assert_eq!(lines.join("\n") + "\n", key);
    assert_eq!(aio["meta_scopes"][1], "ent_dataservices_sdk");
    let aio = json_of(&oauth(), ExportFormat::AioContext, &secrets);
    assert_eq!(
        (&aio["client_secrets"], &aio["scopes"]),
        (&json!([SECRET]), &json!(["openid", "AdobeID"]))
    );

    let aepp = json_of(&oauth(), ExportFormat::Aepp, &secrets);
    assert_eq!(
        (&aepp["secret"], &aepp["scopes"]),
        (&json!(SECRET), &json!("openid,AdobeID"))
    );

    let options = json_of(&service_account(), ExportFormat::JwtAuthOptions, &secrets);
    assert_eq!(
        (&options["privateKey"], &options["ims"]),
        (&json!(key), &json!("https://ims-na1.adobelogin.com"))
    );
}

#[test]
fn a_format_for_service_accounts_refuses_oauth() {
    let refused = export(&oauth(), &Endpoints::adobe(), ExportFormat::JwtAuthOptions, None);
    assert_eq!(refused.unwrap_err(), ExportError::ServiceAccountsOnly);
}

#[test]
fn what_an_older_tool_needs_besides_is_noted() {
    let notes = |format| {
        export(&service_account(), &Endpoints::adobe(), format, None)
            .unwrap()
            .notes
    };
    assert_eq!(
        notes(ExportFormat::Aepp),
        [ExportNote::AeppOldForJwt, ExportNote::KeyBeside]
    );
    assert!(notes(ExportFormat::Curl).contains(&ExportNote::CurlJwt));
}

/// A shell and its own `.env` reader are the judges of the quoting.
#[cfg(unix)]
mod shell {
    use std::process::Command;

    use super::*;

    fn shell(script: &str) -> String {
        let output = Command::new("sh").arg("-c").arg(script).output().unwrap();
        assert!(
            output.status.success(),
            "{script}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }

    #[test]
    fn the_curl_lines_are_words_that_a_shell_gives_to_curl_unchanged() {
        let text = written(&oauth(), ExportFormat::Curl, Some(&secrets()));
        // A function in curl's place prints what it was given, a line each.
        let said = shell(&format!(
            "curl() {{ printf '%s\\n' \"$@\"; }}\nACCESS_TOKEN=token\n{text}"
        ));
        for argument in [
            "https://ims-na1.adobelogin.com/ims/token/v3",
            &format!("client_secret={SECRET}"),
            "scope=openid,AdobeID",
            "Authorization: Bearer token",
            "x-gw-ims-org-id: 8C6767C25245AD1A0A490D4C@AdobeOrg",
            r#"{"query":"query { sessions { name uuid orgId } }"}"#,
            "https://platform.adobe.io/data/foundation/schemaregistry/global/classes",
            "https://reactor.adobe.io/profile",
        ] {
            assert!(said.lines().any(|line| line == argument), "{argument}: {said}");
        }
        let without = written(&service_account(), ExportFormat::Curl, None);
        let said = shell(&format!(
            "curl() {{ printf '%s\\n' \"$@\"; }}\nCLIENT_SECRET=from-outside JWT_TOKEN=signed\n{without}"
        ));
        assert!(
            said.contains("client_secret=from-outside\n") && said.contains("jwt_token=signed\n"),
            "{said}"
        );
    }
}
