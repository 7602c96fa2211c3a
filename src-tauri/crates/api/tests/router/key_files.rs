//! Keys and certificates from files, as people have them.

use api::contract::problem::ProblemCode;
use serde_json::json;

use crate::desk::{Desk, DraftOnDesk, ImportOnDesk, OpenSsl, assert_is_helpful, outcome, texts};

#[tokio::test]
async fn a_key_that_cannot_be_used_is_refused_in_words() {
    let Some(openssl) = OpenSsl::find() else { return };
    openssl.run("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out elliptic.key");
    openssl.run("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024 -out small.key");
    openssl.run("pkey -in small.key -pubout -out public.key");
    openssl.run("rsa -in small.key -traditional -aes128 -passout pass:correcthorse -out old.key");
    openssl.write("note.txt", b"the key is in the other mail");
    openssl.write("empty.key", b"");
    openssl.write("cut.key", b"-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg");
    openssl.write("large.key", &vec![b'A'; 6 * 1024 * 1024]);

    let desk = Desk::open();
    for (file, code, words) in [
        ("elliptic.key", ProblemCode::KeyUnusable, "elliptic curve"),
        ("small.key", ProblemCode::KeyUnusable, "1024 bits"),
        ("old.key", ProblemCode::KeyUnusable, "Proc-Type"),
        ("public.key", ProblemCode::KeyUnusable, "public key"),
        ("note.txt", ProblemCode::File, "neither a private key nor a certificate"),
        ("empty.key", ProblemCode::File, "nothing in it"),
        ("cut.key", ProblemCode::KeyUnusable, "damaged"),
        ("large.key", ProblemCode::File, "megabytes"),
        ("missing.key", ProblemCode::File, "does not exist"),
        (".", ProblemCode::File, "error"),
    ] {
        let import = ImportOnDesk::files(&desk, &[&openssl.path(file)]).await;
        assert_eq!(import.state(0)["state"], "unusable", "{file}");
        let problem = import.problem(0);
        assert_is_helpful(&problem);
        assert_eq!(problem.code, code, "{file}: {problem:?}");
        assert!(problem.message.contains(words), "{file}: {problem:?}");
        assert_eq!(import.preview["candidates"], json!([]), "{file}");
    }
}

#[tokio::test]
async fn a_key_with_a_passphrase_waits_for_it() {
    const PASSPHRASE: &str = "correct-horse-battery-staple";
    let Some(openssl) = OpenSsl::find() else { return };
    openssl.key_and_certificate();
    openssl.run(&format!(
        "pkcs8 -topk8 -in private.key -passout pass:{PASSPHRASE} -out sealed.key"
    ));
    openssl.run(&format!(
        "pkcs12 -export -inkey private.key -in certificate_pub.crt -passout pass:{PASSPHRASE} -out both.p12"
    ));
    let desk = Desk::open();
    for (file, has_certificate) in [("sealed.key", false), ("both.p12", true)] {
        let draft = DraftOnDesk::practice(&desk, "serviceAccount").await;
        let mut import = ImportOnDesk::files(&desk, &[&openssl.path(file)]).await;
        assert_eq!(import.state(0), &json!({ "state": "locked", "wrongPassphrase": false }));
        assert_eq!(import.preview["candidates"], json!([]));
        import.unlock(0, "wrong").await;
        assert_eq!(import.state(0), &json!({ "state": "locked", "wrongPassphrase": true }));
        import.unlock(0, PASSPHRASE).await;
        assert_eq!(import.state(0)["state"], "understood");
        let filled = import.accept(Some(&draft)).await;
        assert_eq!(filled["keyBits"], 2048, "{file}");
        assert_eq!(filled["certificate"].is_object(), has_certificate, "{file}");
        desk.ask("draft_discard", draft.reference()).await;
    }
    assert!(!desk.heard().contains(PASSPHRASE));
}

#[tokio::test]
async fn the_files_of_adobes_guides_are_taken_in_any_order() {
    let Some(openssl) = OpenSsl::find() else { return };
    openssl.key_and_certificate();
    let (key, certificate) = (openssl.path("private.key"), openssl.path("certificate_pub.crt"));
    let desk = Desk::open();

    let draft = DraftOnDesk::practice(&desk, "serviceAccount").await;
    // The certificate is recognised although the key was asked for, and the key is still missing.
    let half = ImportOnDesk::files(&desk, &[&certificate])
        .await
        .accept(Some(&draft))
        .await;
    assert_eq!(half["certificate"]["subject"], "/CN=Jane");
    assert_eq!(
        (&half["keyBits"], texts(&half["findings"], "field")),
        (&json!(null), vec!["key"])
    );
    desk.desktop.will_choose(&key);
    let whole = ImportOnDesk::dialog(&desk).await.accept(Some(&draft)).await;
    assert_eq!((&whole["keyBits"], &whole["findings"]), (&json!(2048), &json!([])));
    assert_eq!(
        whole["environment"], "practice",
        "a key says nothing about the services"
    );
    draft.register().await;
    assert_eq!(outcome(&draft.test().await, "assurance"), "passed");

    let request = json!({ "import": null, "source": { "from": "dialog" } });
    let problem = desk.refused("import_read", request).await;
    assert_eq!(problem.code, ProblemCode::Cancelled, "the dialog was closed");
}

#[tokio::test]
async fn a_key_of_another_certificate_is_told_at_once_and_by_the_test() {
    let Some(openssl) = OpenSsl::find() else { return };
    openssl.key_and_certificate();
    openssl.run("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out other.key");
    let (other, certificate) = (openssl.path("other.key"), openssl.path("certificate_pub.crt"));
    let desk = Desk::open();
    let mut import = ImportOnDesk::files(&desk, &[&other, &certificate]).await;
    assert_eq!(import.candidate()["keyMatchesCertificate"], false);
    assert_eq!(texts(&import.candidate()["findings"], "field"), ["certificate"]);
    import.remove(0).await;
    assert_eq!(import.candidate()["keyMatchesCertificate"], json!(null));

    let draft = DraftOnDesk::practice(&desk, "serviceAccount").await;
    draft.generate_key().await;
    let mixed = import.accept(Some(&draft)).await;
    assert_eq!(texts(&mixed["findings"], "field"), ["certificate"]);
    assert!(
        mixed["findings"][0]["message"]
            .as_str()
            .unwrap()
            .contains("another key")
    );
    let steps = draft.test().await;
    assert_eq!(outcome(&steps, "fields"), "invalid-input", "{steps}");
}

#[tokio::test]
async fn a_certificate_is_saved_and_dragged_as_the_file_that_adobe_takes() {
    let desk = Desk::open();
    let draft = DraftOnDesk::practice(&desk, "serviceAccount").await;
    for command in [
        "draft_save_certificate",
        "draft_drag_certificate",
        "draft_register_certificate",
    ] {
        let problem = desk.refused(command, draft.reference()).await;
        assert_eq!(problem.code, ProblemCode::CertificateUnusable, "{command}");
    }
    let shown = draft.generate_key().await["certificate"].take();

    let problem = desk.refused("draft_save_certificate", draft.reference()).await;
    assert_eq!(problem.code, ProblemCode::Cancelled);
    let place = desk.folder().join("saved.crt");
    desk.desktop.will_save_at(&place);
    desk.ask("draft_save_certificate", draft.reference()).await;
    desk.ask("draft_drag_certificate", draft.reference()).await;
    let dragged = desk.desktop.dragged();
    assert_eq!(dragged[0].file_name().unwrap(), "certificate_pub.crt");
    for path in [&place, &dragged[0]] {
        let certificate = keys::Certificate::from_bytes(&std::fs::read(path).unwrap()).unwrap();
        assert_eq!(certificate.sha1_fingerprint(), shown["sha1"].as_str().unwrap());
    }
    desk.desktop
        .will_save_at(&desk.folder().join("no such folder/saved.crt"));
    let problem = desk.refused("draft_save_certificate", draft.reference()).await;
    assert_eq!(problem.code, ProblemCode::File);
}

#[tokio::test]
async fn what_no_key_can_be_made_of_is_refused() {
    let desk = Desk::open();
    let draft = DraftOnDesk::practice(&desk, "serviceAccount").await;
    for (field, value, code) in [
        ("bits", json!(1024), ProblemCode::KeyUnusable),
        ("days", json!(0), ProblemCode::CertificateUnusable),
        ("subject", json!("no slash"), ProblemCode::InvalidInput),
    ] {
        let mut request = draft.key_request();
        request[field] = value;
        assert_eq!(desk.refused("draft_generate_key", request).await.code, code, "{field}");
    }
    assert_eq!(draft.read().await["certificate"], json!(null));
}

#[tokio::test]
async fn adobes_own_console_is_not_reached_from_here() {
    let desk = Desk::open();
    let draft = DraftOnDesk::new(&desk).await;
    draft.change(json!({ "kind": "serviceAccount" })).await;
    draft.generate_key().await;
    let problem = desk.refused("draft_register_certificate", draft.reference()).await;
    assert_eq!(problem.code, ProblemCode::InvalidInput);
    assert!(problem.next_step.contains("Developer Console"), "{problem:?}");
}
