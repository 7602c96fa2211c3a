//! Giving an integration to other tools: previews without secrets, files for the owner only.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use api::contract::problem::ProblemCode;
use keys::{Certificate, KeyPair};
use serde_json::{Value, json};

use crate::desk::{Desk, DraftOnDesk, EXPORT_FORMATS, OpenSsl};

async fn service_account(desk: &Desk) -> String {
    let draft = DraftOnDesk::practice(desk, "serviceAccount").await;
    draft.generate_key().await;
    draft.save().await["id"].as_str().unwrap().to_owned()
}

fn request(integration: &str, format: &str, with_secrets: bool) -> Value {
    json!({ "integration": integration, "format": format, "withSecrets": with_secrets })
}

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[tokio::test]
async fn a_preview_names_the_secrets_and_shows_none() {
    let desk = Desk::open();
    let id = service_account(&desk).await;
    let secret = desk.workspace.ready().await["serviceAccount"]["clientSecret"].take();
    for format in EXPORT_FORMATS {
        let without = desk.ask("export_preview", request(&id, format, false)).await;
        assert_eq!(without["secrets"], json!([]), "{format}");
        let with = desk.ask("export_preview", request(&id, format, true)).await;
        assert_eq!(with["secrets"][0], "client secret", "{format}");
        let text = with["text"].as_str().unwrap();
        assert!(text.contains("••••••••"), "{format}: {text}");
        assert!(
            !text.contains(secret.as_str().unwrap()) && !text.contains("PRIVATE KEY"),
            "{format}"
        );
    }
}

#[tokio::test]
async fn an_export_is_saved_for_the_owner_only_and_over_nothing() {
    let desk = Desk::open();
    let id = service_account(&desk).await;
    let secret = desk.workspace.ready().await["serviceAccount"]["clientSecret"].take();
    let path = desk.folder().join("acme.json");

    let closed = desk.refused("export_save", request(&id, "jwtAuthOptions", true)).await;
    assert_eq!(closed.code, ProblemCode::Cancelled);
    desk.desktop.will_save_at(&path);
    desk.ask("export_save", request(&id, "jwtAuthOptions", true)).await;
    assert_eq!(mode(&path), 0o600);
    let options: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    assert_eq!(options["clientSecret"], secret);
    KeyPair::from_bytes(options["privateKey"].as_str().unwrap().as_bytes()).unwrap();

    desk.desktop.will_save_at(&path);
    let refused = desk.refused("export_save", request(&id, "jwtAuthOptions", false)).await;
    assert_eq!(refused.code, ProblemCode::File);
    assert!(refused.message.contains("never overwritten"), "{refused:?}");
    assert!(
        std::fs::read_to_string(&path).unwrap().contains("PRIVATE KEY"),
        "the first file is as it was"
    );
}

#[tokio::test]
async fn a_copied_export_is_a_secret_only_with_secrets() {
    let desk = Desk::open();
    let id = service_account(&desk).await;
    desk.ask("export_copy", request(&id, "dotEnv", false)).await;
    desk.ask("export_copy", request(&id, "dotEnv", true)).await;
    let copied = desk.desktop.copied();
    assert_eq!(
        copied.iter().map(|(_, secret)| *secret).collect::<Vec<_>>(),
        [false, true]
    );
    assert!(!copied[0].0.contains("PRIVATE KEY") && copied[1].0.contains("PRIVATE KEY"));
}

#[tokio::test]
async fn an_oauth_integration_is_told_which_format_is_not_for_it() {
    let desk = Desk::open();
    let tried = desk.ask("practice_try", Value::Null).await;
    let id = tried["integration"].as_str().unwrap();
    let refused = desk
        .refused("export_preview", request(id, "jwtAuthOptions", false))
        .await;
    assert_eq!(refused.code, ProblemCode::InvalidInput);
    let key = json!({ "integration": id, "format": "pem", "passphrase": null });
    desk.refused("key_export", key).await;
    let certificate = desk.refused("certificate_save", json!({ "integration": id })).await;
    assert_eq!(certificate.code, ProblemCode::CertificateUnusable);
}

#[tokio::test]
async fn a_private_key_leaves_plain_or_sealed_as_chosen() {
    let desk = Desk::open();
    let id = service_account(&desk).await;
    let certificate_path = desk.folder().join("certificate_pub.crt");
    desk.desktop.will_save_at(&certificate_path);
    desk.ask("certificate_save", json!({ "integration": id })).await;
    let certificate = Certificate::from_bytes(&std::fs::read(&certificate_path).unwrap()).unwrap();

    let passphrase = "correct horse battery";
    for (format, passphrase) in [
        ("pem", None),
        ("encryptedPem", Some(passphrase)),
        ("pkcs12", Some(passphrase)),
    ] {
        let path = desk.folder().join(format);
        let request = json!({ "integration": id, "format": format, "passphrase": passphrase });
        desk.desktop.will_save_at(&path);
        desk.ask("key_export", request.clone()).await;
        assert_eq!(mode(&path), 0o600, "{format}");
        let material = keys::read(&std::fs::read(&path).unwrap(), passphrase).unwrap();
        assert!(certificate.matches(&material.keys[0]), "{format}");
        desk.desktop.will_save_at(&path);
        let again = desk.refused("key_export", request).await;
        assert!(again.message.contains("never overwritten"), "{format}: {again:?}");
    }
    if let Some(openssl) = OpenSsl::find() {
        let sealed = openssl.write("sealed.p12", &std::fs::read(desk.folder().join("pkcs12")).unwrap());
        std::fs::write(openssl.path("passphrase"), passphrase).unwrap();
        openssl.run(&format!(
            "pkcs12 -in {} -passin file:passphrase -nodes -out out.pem",
            sealed.display()
        ));
    }

    for short in [json!(null), json!("1234567")] {
        let request = json!({ "integration": id, "format": "pkcs12", "passphrase": short });
        assert_eq!(
            desk.refused("key_export", request).await.code,
            ProblemCode::InvalidInput
        );
    }
}
