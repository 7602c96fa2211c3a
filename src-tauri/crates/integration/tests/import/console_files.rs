//! What Developer Console, the AEM Developer Console and the PDF Services API let people download.

use integration::import::{Format, Import, Reason, Unusable};
use integration::{Environment, KindName};
use serde_json::{Value, json};

use crate::samples::{
    ACCOUNT, CLIENT, EMAIL, ORGANIZATION, OTHER_CLIENT, SECRET, assert_is_whole, has_key, import, only, pair, refused,
    secret, why,
};

fn workspace(credentials: &Value) -> String {
    json!({"project": {
        "id": "4566206088344859311", "name": "acme", "title": "Acme Mobile", "description": "",
        "org": {"id": "25591", "name": "Acme", "ims_org_id": ORGANIZATION},
        "workspace": {
            "id": "4566206088344859312", "name": "Production", "title": "", "description": "",
            "action_url": "https://acme.adobeioruntime.net", "app_url": "https://acme.adobeio-static.net",
            "details": {
                "credentials": credentials,
                "services": [{"code": "AdobeIOManagementAPISDK", "name": "I/O Management API"}],
                "runtime": {"namespaces": [{"name": "acme", "auth": "runtime-secret"}]},
                "events": {"registrations": []},
            },
        },
    }})
    .to_string()
}

fn jwt_block(client: &str) -> Value {
    json!({
        "client_id": client, "client_secret": SECRET, "technical_account_email": EMAIL,
        "technical_account_id": ACCOUNT, "meta_scopes": ["ent_dataservices_sdk", "assurance_automation"],
    })
}

fn oauth_block(client: &str) -> Value {
    json!({
        "client_id": client, "client_secrets": [SECRET, "p8e-the-older"], "technical_account_email": EMAIL,
        "technical_account_id": ACCOUNT, "scopes": ["AdobeID", "openid", "read_organizations"],
    })
}

#[test]
fn a_workspace_with_a_service_account() {
    let text = workspace(&json!([
        {"id": "12345", "name": "Account", "integration_type": "service", "jwt": jwt_block(CLIENT)},
        {"id": "12346", "name": "Sign in", "integration_type": "oauthweb",
            "oauth2": {"client_id": "w", "client_secret": "p8e-web", "redirect_uri": ["https://acme.example"]}},
        {"id": "12347", "name": "Key", "integration_type": "apikey", "api_key": {"client_id": "k"}},
    ]));
    let candidate = only(&text, Format::Workspace);
    assert_is_whole(&candidate);
    assert_eq!(candidate.kind, KindName::ServiceAccount);
    assert_eq!(candidate.name.as_deref(), Some("Acme Mobile"));
    assert_eq!(candidate.metascopes, ["ent_dataservices_sdk", "assurance_automation"]);
    assert_eq!(candidate.integration_id.as_deref(), Some("12345"));
    assert_eq!(candidate.environment, Some(Environment::Adobe));
    assert_eq!(
        candidate.console_link.as_deref(),
        Some("https://developer.adobe.com/console/projects/25591/4566206088344859311/credentials/12345/details")
    );
    for (what, reason) in [
        ("Sign in", Reason::OtherKind),
        ("Key", Reason::OtherKind),
        ("runtime", Reason::NotNeeded),
        ("services", Reason::NotNeeded),
        ("technical_account_email", Reason::NotNeeded),
    ] {
        assert_eq!(why(&candidate, what), Some(reason), "{what}");
    }
    let missing: Vec<_> = candidate.findings(&[]).into_iter().map(|found| found.field).collect();
    assert_eq!(missing, [integration::Field::Key], "the key is never in this file");
}

#[test]
fn a_workspace_with_several_credentials_and_one_under_migration() {
    let text = workspace(&json!([
        {"id": 12345, "name": "First", "integration_type": "oauth_server_to_server_migrate",
            "jwt": jwt_block(CLIENT), "oauth_server_to_server": oauth_block(CLIENT)},
        {"id": "12346", "name": "Second", "integration_type": "of tomorrow",
            "oauth_server_to_server": oauth_block(OTHER_CLIENT)},
    ]));
    let candidates = import(&[("config.json", text.as_bytes())]).candidates();
    let shown: Vec<_> = candidates
        .iter()
        .map(|candidate| {
            (
                candidate.name.as_deref().unwrap(),
                candidate.kind,
                candidate.client_id.as_deref().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            ("Acme Mobile – First", KindName::OauthServerToServer, CLIENT),
            (
                "Acme Mobile – First (service account)",
                KindName::ServiceAccount,
                CLIENT
            ),
            ("Acme Mobile – Second", KindName::OauthServerToServer, OTHER_CLIENT),
        ]
    );
    assert_eq!(secret(&candidates[0]).as_deref(), Some(SECRET), "the first is used");
    assert_eq!(why(&candidates[0], "client secret"), Some(Reason::AnotherSecret));
    assert!(
        candidates[0].findings(&[]).is_empty(),
        "{:?}",
        candidates[0].findings(&[])
    );
}

#[test]
fn a_workspace_inside_its_organization_is_read_too() {
    let text = json!({"project": {"name": "acme", "org": {"id": "1", "ims_org_id": ORGANIZATION, "workspace": {
        "details": {"credentials": [{"jwt": jwt_block(CLIENT)}]},
    }}}});
    assert_is_whole(&only(&text.to_string(), Format::Workspace));
}

#[test]
fn a_workspace_without_credentials_for_servers_says_so() {
    for credentials in [
        json!([]),
        json!([{"api_key": {"client_id": "k"}}]),
        json!("none"),
        json!([1, null]),
    ] {
        let unusable = refused(workspace(&credentials).as_bytes());
        assert!(
            matches!(unusable, Unusable::NothingIn(Format::Workspace)),
            "{unusable:?}"
        );
    }
}

#[test]
fn the_download_of_one_service_account() {
    let sha1 = pair(0).certificate.sha1_fingerprint();
    let text = json!({
        "CLIENT_SECRET": SECRET, "ORG_ID": ORGANIZATION, "API_KEY": CLIENT, "TECHNICAL_ACCOUNT_ID": ACCOUNT,
        "TECHNICAL_ACCOUNT_EMAIL": EMAIL, "PUBLIC_KEYS_WITH_EXPIRY": {&sha1: "08/27/2027"},
    });
    let candidate = only(&text.to_string(), Format::ServiceAccount);
    assert_is_whole(&candidate);
    assert_eq!(candidate.kind, KindName::ServiceAccount);
    assert!(candidate.metascopes.is_empty());

    // Tools add the key by hand.
    let mut with_key = text;
    with_key["PRIVATE_Key"] = pair(0).key_pem().replace('\n', "\\n").into();
    let candidate = only(&with_key.to_string(), Format::ServiceAccount);
    assert!(has_key(&candidate, pair(0)));
}

#[test]
fn the_download_of_one_oauth_credential() {
    let text = json!({
        "ORG_ID": ORGANIZATION, "CLIENT_SECRETS": [SECRET], "CLIENT_ID": CLIENT, "SCOPES": ["openid", "AdobeID"],
        "TECHNICAL_ACCOUNT_ID": ACCOUNT, "TECHNICAL_ACCOUNT_EMAIL": EMAIL,
    });
    let candidate = only(&text.to_string(), Format::OauthServerToServer);
    assert_is_whole(&candidate);
    assert_eq!(candidate.kind, KindName::OauthServerToServer);
    assert_eq!(candidate.scopes, ["openid", "AdobeID"]);
    assert_eq!(candidate.name.as_deref(), Some("file"));
    assert!(candidate.findings(&[]).is_empty());
}

#[test]
fn pdf_services_and_the_key_beside_it() {
    let text = json!({
        "client_credentials": {"client_id": CLIENT, "client_secret": SECRET},
        "service_account_credentials": {
            "organization_id": ORGANIZATION, "account_id": ACCOUNT, "private_key_file": "private.key",
        },
    })
    .to_string();
    let candidate = only(&text, Format::PdfServices);
    assert_is_whole(&candidate);
    assert_eq!(candidate.kind, KindName::ServiceAccount);
    let file = Some("private.key".to_owned());
    assert_eq!(why(&candidate, "private_key_file"), Some(Reason::NamesFile { file }));

    let key = pair(1).key_pem();
    let both = import(&[("private.key", key.as_bytes()), ("pdf.json", text.as_bytes())]).candidates();
    assert_eq!(both.len(), 1);
    assert!(has_key(&both[0], pair(1)));
    assert!(both[0].ignored.is_empty(), "{:?}", both[0].ignored);
}

#[test]
fn service_credentials_of_aem() {
    let text = json!({"ok": true, "statusCode": 200, "integration": {
        "imsEndpoint": "ims-na1.adobelogin.com", "metascopes": "ent_aem_cloud_sdk,ent_cloudmgr_sdk",
        "technicalAccount": {"clientId": CLIENT, "clientSecret": SECRET},
        "email": EMAIL, "id": ACCOUNT, "org": ORGANIZATION,
        "privateKey": pair(0).key_pem().replace('\n', "\r\n"),
        "publicKey": pair(0).certificate.pem().replace('\n', "\r\n"),
        "certificateExpirationDate": "2027-11-21T10:00:00.000Z",
    }});
    let candidate = only(&text.to_string(), Format::AemServiceCredentials);
    assert_is_whole(&candidate);
    assert_eq!(candidate.kind, KindName::ServiceAccount);
    assert_eq!(candidate.metascopes, ["ent_aem_cloud_sdk", "ent_cloudmgr_sdk"]);
    assert_eq!(candidate.key_matches_certificate(), Some(true));
    assert!(candidate.findings(&[]).is_empty(), "one file is enough");

    let oauth = json!({"ok": true, "integration": {
        "imsEndpoint": "ims-na1.adobelogin.com", "technicalAccount": {"clientId": CLIENT, "clientSecret": SECRET},
        "scopes": ["aem.folders"], "org": ORGANIZATION, "id": ACCOUNT,
    }});
    let candidate = only(&oauth.to_string(), Format::AemServiceCredentials);
    assert_is_whole(&candidate);
    assert_eq!(candidate.kind, KindName::OauthServerToServer);
    assert_eq!(candidate.scopes, ["aem.folders"]);
}

#[test]
fn values_that_are_not_filled_in_or_of_another_type_are_absent_and_told() {
    let text = json!({
        "ORG_ID": format!("  {ORGANIZATION}\n"), "CLIENT_ID": "{{CLIENT_ID}}", "CLIENT_SECRETS": [],
        "SCOPES": {"openid": true}, "TECHNICAL_ACCOUNT_ID": "<your technical account ID>", "extra": 1,
        "TECHNICAL_ACCOUNT_EMAIL": null,
    });
    let candidate = only(&text.to_string(), Format::OauthServerToServer);
    assert_eq!(candidate.organization_id.as_deref(), Some(ORGANIZATION));
    assert_eq!((&candidate.client_id, &candidate.technical_account_id), (&None, &None));
    for (what, reason) in [
        ("CLIENT_ID", Reason::Placeholder),
        ("CLIENT_SECRETS", Reason::Empty),
        ("SCOPES", Reason::WrongType),
        ("TECHNICAL_ACCOUNT_ID", Reason::Placeholder),
        ("extra", Reason::Unknown),
    ] {
        assert_eq!(why(&candidate, what), Some(reason), "{what}");
    }
}

#[test]
fn a_name_that_stands_twice_keeps_its_first_value() {
    let text = format!(
        "{{\"ORG_ID\":\"{ORGANIZATION}\",\"CLIENT_ID\":\"{CLIENT}\",\"CLIENT_ID\":\"{OTHER_CLIENT}\",\"SCOPES\":\"openid,AdobeID\"}}"
    );
    let candidate = only(&text, Format::OauthServerToServer);
    assert_eq!(candidate.client_id.as_deref(), Some(CLIENT));
    assert_eq!(candidate.scopes, ["openid", "AdobeID"]);
    assert_eq!(
        why(&candidate, "CLIENT_ID"),
        Some(Reason::Differs {
            kept: "file".to_owned()
        })
    );
}

#[test]
fn a_secret_in_the_wrong_place_is_not_shown() {
    let text = json!({"ORG_ID": ORGANIZATION, "CLIENT_ID": SECRET, "SCOPES": [SECRET]}).to_string();
    let candidate = only(&text, Format::OauthServerToServer);
    assert_eq!(why(&candidate, "CLIENT_ID"), Some(Reason::LooksSecret));
    assert_eq!(why(&candidate, "SCOPES"), Some(Reason::LooksSecret));
}

#[test]
fn a_text_is_read_as_a_file_is_and_names_nothing() {
    let mut import = Import::new();
    let text = json!({"ORG_ID": ORGANIZATION, "CLIENT_ID": CLIENT, "SCOPES": "openid"}).to_string();
    import.add_text("Pasted text", &format!("\u{FEFF}\n {text}\n")).unwrap();
    assert_eq!(import.candidates()[0].name, None);
}
