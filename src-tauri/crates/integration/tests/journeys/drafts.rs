//! The wizard's drafts.

use integration::import::Import;
use integration::{
    Draft, DraftChange, Drafts, Environment, Field, FieldProblem, IntegrationError, Kind, KindName, SecretKind,
};
use keys::Subject;
use secrecy::ExposeSecret;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::desk::{Desk, pair};

fn fields(findings: &[FieldProblem]) -> Vec<(Field, bool)> {
    findings
        .iter()
        .map(|finding| (finding.field, finding.missing))
        .collect()
}

fn typed() -> DraftChange {
    DraftChange {
        name: Some("Acme".to_owned()),
        organization_id: Some("8C6767C25245AD1A0A490D4C@AdobeOrg".to_owned()),
        client_id: Some("0123456789abcdef0123456789abcdef".to_owned()),
        client_secret: Some(" p8e-hidden\n".into()),
        technical_account_id: Some("8C6767C25245AD1A0A490D4D@techacct.adobe.com".to_owned()),
        kind: Some(KindName::ServiceAccount),
        metascopes: Some(vec!["https://ims-na1.adobelogin.com/s/assurance_automation".to_owned()]),
        ..DraftChange::default()
    }
}

fn generate(desk: &Desk, draft: &Draft) -> Draft {
    let (key, certificate) = pair(0);
    desk.drafts.take_pair(draft.id, &key, &certificate).unwrap()
}

#[test]
fn an_empty_draft_lists_what_is_missing_for_its_kind() {
    let desk = Desk::new();
    let draft = desk.drafts.create(Environment::Adobe).unwrap();
    let missing = [
        Field::Name,
        Field::OrganizationId,
        Field::ClientId,
        Field::ClientSecret,
        Field::Scopes,
    ];
    assert_eq!(
        fields(&desk.drafts.findings(&draft).unwrap()),
        missing.map(|field| (field, true))
    );
    let change = DraftChange {
        kind: Some(KindName::ServiceAccount),
        ..DraftChange::default()
    };
    let draft = desk.drafts.change(draft.id, &change).unwrap();
    let findings = fields(&desk.drafts.findings(&draft).unwrap());
    assert_eq!(
        findings[4..],
        [Field::TechnicalAccountId, Field::Metascopes, Field::Key].map(|field| (field, true))
    );
}

#[test]
fn what_was_typed_is_there_after_a_restart_and_the_secret_is_only_in_the_vault() {
    let desk = Desk::new();
    let draft = desk.drafts.create(Environment::Adobe).unwrap();
    let changed = desk.drafts.change(draft.id, &typed()).unwrap();
    let again = Drafts::new(desk.directory.path(), desk.registry.clone());
    assert_eq!(again.list().unwrap(), std::slice::from_ref(&changed));
    assert_eq!(changed.metascopes, ["assurance_automation"]);
    assert!(changed.has_client_secret);
    assert_eq!(
        again.secrets(draft.id).client_secret().unwrap().expose_secret(),
        "p8e-hidden"
    );
    assert!(!desk.plain_files().contains("p8e-hidden"));
}

#[test]
fn a_malformed_secret_is_kept_and_complained_about_and_an_empty_one_removed() {
    let desk = Desk::new();
    let id = desk.drafts.create(Environment::Adobe).unwrap().id;
    let secret = |text: &str| DraftChange {
        client_secret: Some(text.into()),
        ..DraftChange::default()
    };
    let draft = desk.drafts.change(id, &secret("two words")).unwrap();
    assert!(
        desk.drafts
            .findings(&draft)
            .unwrap()
            .iter()
            .any(|found| found.field == Field::ClientSecret && !found.missing)
    );
    assert!(!desk.plain_files().contains("two words"));
    let draft = desk.drafts.change(id, &secret("")).unwrap();
    assert!(!draft.has_client_secret);
    assert!(desk.vault.names().unwrap().is_empty());
}

#[test]
fn a_generated_pair_belongs_together_and_the_draft_becomes_an_integration() {
    let desk = Desk::new();
    let draft = desk.drafts.create(Environment::Practice).unwrap();
    desk.drafts.change(draft.id, &typed()).unwrap();
    let draft = generate(&desk, &draft);
    assert_eq!(
        (draft.key_bits, draft.certificate_matches_key),
        (Some(2048), Some(true))
    );
    assert_eq!(desk.drafts.findings(&draft).unwrap(), []);
    assert!(!draft.is_certificate_registered());
    assert!(
        desk.drafts
            .note_registered(draft.id)
            .unwrap()
            .is_certificate_registered()
    );

    let saved = desk
        .drafts
        .save_as_integration(draft.id, OffsetDateTime::UNIX_EPOCH)
        .unwrap();
    assert_eq!(desk.registry.find(saved.id).unwrap(), saved);
    assert!(desk.drafts.list().unwrap().is_empty());
    assert_eq!(saved.kind.certificate_pem().map(str::to_owned), draft.certificate_pem);
    let key = desk.registry.key_pair(saved.id).unwrap();
    assert!(draft.certificate().unwrap().unwrap().matches(&key));
    assert!(
        desk.vault
            .names()
            .unwrap()
            .iter()
            .all(|name| name.starts_with("integration/"))
    );
    assert!(!desk.plain_files().contains("PRIVATE KEY"));
}

#[test]
fn a_draft_without_a_name_or_with_a_taken_one_is_not_saved_and_stays() {
    let desk = Desk::new();
    let draft = desk.drafts.create(Environment::Adobe).unwrap();
    let save = || desk.drafts.save_as_integration(draft.id, OffsetDateTime::UNIX_EPOCH);
    assert!(matches!(save().unwrap_err(), IntegrationError::Fields(_)));
    assert_eq!(desk.drafts.list().unwrap().len(), 1);
    let name = DraftChange {
        name: Some(" Acme ".to_owned()),
        ..DraftChange::default()
    };
    desk.drafts.change(draft.id, &name).unwrap();
    assert_eq!(save().unwrap().name, "Acme", "the rest may be saved as it is");
    let second = desk.drafts.create(Environment::Adobe).unwrap();
    let second = desk.drafts.change(second.id, &name).unwrap();
    assert_eq!(
        desk.drafts.findings(&second).unwrap()[0].suggestion.as_deref(),
        Some("Acme 2")
    );
}

#[test]
fn an_edit_starts_from_what_was_saved_and_goes_back_there() {
    let desk = Desk::new();
    let draft = desk.drafts.create(Environment::Adobe).unwrap();
    desk.drafts.change(draft.id, &typed()).unwrap();
    generate(&desk, &draft);
    let saved = desk
        .drafts
        .save_as_integration(draft.id, OffsetDateTime::UNIX_EPOCH)
        .unwrap();

    let edit = desk.drafts.from_integration(saved.id).unwrap();
    assert_eq!(
        desk.drafts.from_integration(saved.id).unwrap().id,
        edit.id,
        "an edit that was begun is taken up"
    );
    assert_eq!(desk.drafts.findings(&edit).unwrap(), [], "its own name is not taken");
    assert!(edit.has_client_secret);
    assert_eq!(edit.certificate_matches_key, Some(true));
    let change = DraftChange {
        client_secret: Some("p8e-newer".into()),
        ..DraftChange::default()
    };
    desk.drafts.change(edit.id, &change).unwrap();
    assert_eq!(
        desk.registry.secrets(saved.id).client_secret().unwrap().expose_secret(),
        "p8e-hidden"
    );
    let again = desk
        .drafts
        .save_as_integration(edit.id, OffsetDateTime::now_utc())
        .unwrap();
    assert_eq!((again.id, again.created_at), (saved.id, saved.created_at));
    assert_eq!(
        desk.registry.secrets(saved.id).client_secret().unwrap().expose_secret(),
        "p8e-newer"
    );
    assert_eq!(desk.registry.list().unwrap().len(), 1);
}

#[test]
fn a_kept_private_key_goes_when_the_kind_needs_none() {
    let desk = Desk::new();
    let draft = desk.drafts.create(Environment::Adobe).unwrap();
    desk.drafts.change(draft.id, &typed()).unwrap();
    generate(&desk, &draft);
    let oauth = DraftChange {
        kind: Some(KindName::OauthServerToServer),
        ..DraftChange::default()
    };
    desk.drafts.change(draft.id, &oauth).unwrap();
    let saved = desk
        .drafts
        .save_as_integration(draft.id, OffsetDateTime::UNIX_EPOCH)
        .unwrap();
    assert!(matches!(saved.kind, Kind::OauthServerToServer { .. }));
    assert!(matches!(
        desk.registry.key_pair(saved.id).unwrap_err(),
        IntegrationError::SecretMissing {
            kind: SecretKind::PrivateKey
        }
    ));
}

#[test]
fn keys_and_certificates_from_files_are_taken_in_any_order_and_a_mismatch_is_said() {
    let desk = Desk::new();
    let id = desk.drafts.create(Environment::Adobe).unwrap().id;
    desk.drafts
        .change(
            id,
            &DraftChange {
                kind: Some(KindName::ServiceAccount),
                ..DraftChange::default()
            },
        )
        .unwrap();
    let ((key, certificate), (other, _)) = (pair(0), pair(0));
    let take = |bytes: &[u8]| {
        let mut import = Import::new();
        import.add("file", bytes.to_vec()).unwrap();
        desk.drafts.take_over(Some(id), &import.candidates()[0]).unwrap()
    };
    let draft = take(certificate.der());
    assert_eq!((draft.key_bits, draft.certificate_matches_key), (None, None));
    let draft = take(other.private_key_pem().as_bytes());
    assert_eq!(draft.certificate_matches_key, Some(false));
    assert!(
        desk.drafts
            .findings(&draft)
            .unwrap()
            .iter()
            .any(|finding| finding.field == Field::Certificate)
    );
    let draft = take(key.private_key_pem().as_bytes());
    assert_eq!(draft.certificate_matches_key, Some(true));

    let both = format!("{}{}", other.private_key_pem().as_str(), certificate.pem());
    assert_eq!(take(both.as_bytes()).certificate_matches_key, Some(false));
    let subject = Subject::parse("/CN=again").unwrap();
    let made = desk
        .drafts
        .make_certificate(id, &subject, 30, OffsetDateTime::now_utc())
        .unwrap();
    assert_eq!(made.certificate_matches_key, Some(true));
}

#[test]
fn only_what_was_found_is_taken_over() {
    let desk = Desk::new();
    let draft = desk.drafts.create(Environment::Practice).unwrap();
    desk.drafts.change(draft.id, &typed()).unwrap();
    let before = desk.drafts.find(draft.id).unwrap();
    let (key, _) = pair(0);
    let mut import = Import::new();
    import
        .add("private.key", key.private_key_pem().as_bytes().to_vec())
        .unwrap();
    let after = desk.drafts.take_over(Some(draft.id), &import.candidates()[0]).unwrap();
    assert_eq!(
        after,
        Draft {
            kind: KindName::ServiceAccount,
            key_bits: Some(2048),
            ..before
        }
    );
    let nowhere = Uuid::new_v4();
    let error = desk
        .drafts
        .take_over(Some(nowhere), &import.candidates()[0])
        .unwrap_err();
    assert!(matches!(error, IntegrationError::NoDraft { .. }), "{error}");
}

#[test]
fn a_discarded_draft_leaves_nothing_behind() {
    let desk = Desk::new();
    let draft = desk.drafts.create(Environment::Adobe).unwrap();
    desk.drafts.change(draft.id, &typed()).unwrap();
    generate(&desk, &draft);
    desk.drafts.discard(draft.id).unwrap();
    desk.drafts.discard(draft.id).unwrap();
    assert!(desk.vault.names().unwrap().is_empty());
    assert!(matches!(
        desk.drafts.find(draft.id).unwrap_err(),
        IntegrationError::NoDraft { .. }
    ));
    let error = desk.drafts.change(draft.id, &typed()).unwrap_err();
    assert!(matches!(error, IntegrationError::NoDraft { .. }), "{error}");
    assert!(desk.vault.names().unwrap().is_empty());
}
