//! Saved integrations.

use integration::{HeldSecrets, Integration, IntegrationError, Kind, SecretKind, SecretOwner, StoreError};
use secrecy::ExposeSecret;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::desk::Desk;

fn integration(name: &str) -> Integration {
    Integration {
        console_link: None,
        id: Uuid::new_v4(),
        name: name.to_owned(),
        organization_id: "8C6767C25245AD1A0A490D4C@AdobeOrg".to_owned(),
        client_id: "client".to_owned(),
        technical_account_id: None,
        environment: integration::Environment::Adobe,
        kind: Kind::OauthServerToServer {
            scopes: vec!["openid".to_owned()],
        },
        sandbox: None,
        created_at: OffsetDateTime::UNIX_EPOCH,
        last_used_at: None,
        extra: serde_json::Map::new(),
    }
}

#[test]
fn an_integration_is_saved_found_changed_and_removed_with_its_secrets() {
    let desk = Desk::new();
    let mut acme = integration("Acme");
    let secrets = HeldSecrets {
        client_secret: "p8e-hidden".into(),
        private_key_pem: None,
    };
    desk.registry.save_with_secrets(&acme, &secrets).unwrap();
    assert_eq!(desk.registry.find_by_name(" acme ").unwrap().unwrap(), acme);
    assert_eq!(
        desk.registry.secrets(acme.id).client_secret().unwrap().expose_secret(),
        "p8e-hidden"
    );
    assert!(!desk.plain_files().contains("p8e-hidden"));

    acme.name = "Acme Mobile".to_owned();
    desk.registry.save(&acme).unwrap();
    desk.registry.note_use(acme.id, OffsetDateTime::UNIX_EPOCH).unwrap();
    let found = desk.registry.find(acme.id).unwrap();
    assert_eq!(
        (found.name.as_str(), found.last_used_at),
        ("Acme Mobile", Some(OffsetDateTime::UNIX_EPOCH))
    );

    desk.registry.remove(acme.id).unwrap();
    assert!(desk.registry.list().unwrap().is_empty());
    assert!(desk.vault.names().unwrap().is_empty());
    assert!(matches!(
        desk.registry.find(acme.id).unwrap_err(),
        IntegrationError::NoIntegration { .. }
    ));
}

#[test]
fn no_two_integrations_are_called_the_same() {
    let desk = Desk::new();
    desk.registry.save(&integration("Acme")).unwrap();
    let error = desk.registry.save(&integration("acme")).unwrap_err();
    let IntegrationError::Fields(problems) = error else {
        panic!("{error}")
    };
    assert_eq!(problems[0].suggestion.as_deref(), Some("acme 2"));
    assert_eq!(desk.registry.list().unwrap().len(), 1);
}

#[test]
fn a_damaged_file_is_reported_by_name_and_never_written_over() {
    let desk = Desk::new();
    let path = desk.directory.path().join("integrations.json");
    std::fs::write(&path, "{ half a fi").unwrap();
    let error = desk.registry.list().unwrap_err();
    assert!(matches!(error, StoreError::Damaged { .. }), "{error}");
    desk.registry.save(&integration("Acme")).unwrap_err();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "{ half a fi");
}

#[test]
fn the_names_in_the_vault_are_those_that_are_agreed() {
    let id = Uuid::nil();
    assert_eq!(
        SecretOwner::Integration(id).name_of(SecretKind::ClientSecret),
        "integration/00000000-0000-0000-0000-000000000000/client-secret"
    );
    assert_eq!(
        SecretOwner::Draft(id).name_of(SecretKind::PrivateKey),
        "draft/00000000-0000-0000-0000-000000000000/private-key"
    );
}
