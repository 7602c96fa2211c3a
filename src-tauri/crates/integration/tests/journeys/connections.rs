//! Integrations in use.

use std::sync::Arc;
use std::time::Duration;

use gateway::{GatewayError, Retry};
use ims::{ImsError, RefusalCause, TokenStatus};
use integration::{Connection, Connections, Environment, Integration, IntegrationError, KindName, SecretSource};
use practice::{FaultKind, FaultRule};
use secrecy::ExposeSecret;
use serde_json::json;

use crate::desk::{BOTH, Desk, Workspace, pair};

async fn sessions(connection: &Connection) -> Result<serde_json::Value, GatewayError> {
    let question = json!({"query": "query { sessions { uuid } }"});
    let url = &connection.endpoints().assurance;
    connection
        .gateway()
        .post_json(url, &question, Retry::Safe)
        .await?
        .json()
}

#[tokio::test]
async fn both_kinds_get_a_token_and_reach_assurance() {
    let desk = Desk::new();
    let workspace = Workspace::start(&desk).await;
    let connections = Connections::new(Arc::clone(&desk.registry), desk.clients.clone());
    for kind in BOTH {
        let (integration, secrets) = workspace.credential(kind);
        desk.registry.save_with_secrets(&integration, &secrets).unwrap();
        let connection = connections.open(integration.id).await.unwrap();
        let token = connection.access_token().await.unwrap();
        let lifetime = token.lifetime().whole_hours();
        assert!((23..=24).contains(&lifetime), "{kind:?}: {lifetime} h");
        assert_eq!(
            sessions(&connection).await.unwrap()["data"]["sessions"],
            json!([]),
            "{kind:?}"
        );
        assert!(matches!(*connection.token_status().borrow(), TokenStatus::Ready { .. }));
        assert!(desk.registry.find(integration.id).unwrap().last_used_at.is_some());
    }
}

#[tokio::test]
async fn a_restart_does_not_ask_for_another_token_and_callers_share_one_connection() {
    let desk = Desk::new();
    let workspace = Workspace::start(&desk).await;
    let (integration, secrets) = workspace.oauth.clone();
    desk.registry.save_with_secrets(&integration, &secrets).unwrap();
    let connections = Connections::new(Arc::clone(&desk.registry), desk.clients.clone());
    let connection = connections.open(integration.id).await.unwrap();
    let first = connection.access_token().await.unwrap();
    assert!(Arc::ptr_eq(
        &connection,
        &connections.open(integration.id).await.unwrap()
    ));

    // From here on IMS gives no token any more.
    workspace.practice.faults().add(FaultRule::new(
        "/ims",
        FaultKind::Status {
            status: 500,
            retry_after: None,
        },
    ));
    let restarted = Connections::new(Arc::clone(&desk.registry), desk.clients.clone());
    let second = restarted
        .open(integration.id)
        .await
        .unwrap()
        .access_token()
        .await
        .unwrap();
    assert_eq!(first.secret.expose_secret(), second.secret.expose_secret());
    assert!(!desk.plain_files().contains(first.secret.expose_secret()));
}

#[tokio::test]
async fn a_revoked_token_is_replaced_in_the_middle_of_a_call() {
    let desk = Desk::new();
    let workspace = Workspace::start(&desk).await;
    let (integration, secrets) = workspace.service_account.clone();
    desk.registry.save_with_secrets(&integration, &secrets).unwrap();
    let connections = Connections::new(Arc::clone(&desk.registry), desk.clients.clone());
    let connection = connections.open(integration.id).await.unwrap();
    let first = connection.access_token().await.unwrap();
    workspace
        .practice
        .faults()
        .add(FaultRule::new("/graffias", FaultKind::TokenRevoked).times(1));
    sessions(&connection).await.unwrap();
    let second = connection.access_token().await.unwrap();
    assert_ne!(first.secret.expose_secret(), second.secret.expose_secret());
}

#[tokio::test]
async fn a_changed_integration_gets_a_new_connection_and_a_removed_one_none() {
    let desk = Desk::new();
    let workspace = Workspace::start(&desk).await;
    let (mut integration, secrets) = workspace.oauth.clone();
    desk.registry.save_with_secrets(&integration, &secrets).unwrap();
    let connections = Connections::new(Arc::clone(&desk.registry), desk.clients.clone());
    let before = connections.open(integration.id).await.unwrap();
    integration.name = "Another name".to_owned();
    desk.registry.save(&integration).unwrap();
    assert!(
        Arc::ptr_eq(&before, &connections.open(integration.id).await.unwrap()),
        "a name changes nothing"
    );
    integration.kind = integration::Kind::OauthServerToServer {
        scopes: vec!["openid".to_owned()],
    };
    desk.registry.save(&integration).unwrap();
    assert!(!Arc::ptr_eq(&before, &connections.open(integration.id).await.unwrap()));
    desk.registry.remove(integration.id).unwrap();
    let error = connections.open(integration.id).await.err().unwrap();
    assert!(matches!(error, IntegrationError::NoIntegration { .. }), "{error}");
    assert!(connections.opened(integration.id).is_none());
}

#[tokio::test]
async fn a_connection_that_outlives_its_integration_leaves_nothing_in_the_vault() {
    let desk = Desk::new();
    let workspace = Workspace::start(&desk).await;
    let (integration, secrets) = workspace.oauth.clone();
    desk.registry.save_with_secrets(&integration, &secrets).unwrap();
    let connections = Connections::new(Arc::clone(&desk.registry), desk.clients.clone());
    let connection = connections.open(integration.id).await.unwrap();
    // A rule that is used up tells that the request has arrived; its answer is held back meanwhile.
    let faults = workspace.practice.faults();
    faults.add(FaultRule::new("/ims", FaultKind::Latency { milliseconds: 500 }).times(1));
    let asking = tokio::spawn(async move { connection.access_token().await });
    while !faults.rules().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    desk.registry.remove(integration.id).unwrap();
    asking.await.unwrap().unwrap();
    assert_eq!(desk.vault.names().unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn a_practice_integration_works_while_the_workspace_runs_wherever_it_listens() {
    let desk = Desk::new();
    let workspace = Workspace::start(&desk).await;
    let (integration, secrets) = workspace.oauth.clone();
    let integration = Integration {
        environment: Environment::Practice,
        ..integration
    };
    desk.registry.save_with_secrets(&integration, &secrets).unwrap();
    let connections = Connections::new(Arc::clone(&desk.registry), desk.clients.clone());
    let error = connections.open(integration.id).await.err().unwrap();
    assert!(matches!(error, IntegrationError::PracticeNotRunning), "{error}");
    connections.set_practice(Some(workspace.endpoints.clone()));
    let first = connections.open(integration.id).await.unwrap();
    sessions(&first).await.unwrap();

    workspace.practice.stop().await.unwrap();
    let workspace = Workspace::start(&desk).await;
    connections.set_practice(Some(workspace.endpoints.clone()));
    let second = connections.open(integration.id).await.unwrap();
    // The token from before is unknown to the new workspace, and is replaced.
    sessions(&second).await.unwrap();
}

#[tokio::test]
async fn a_connection_in_use_asks_with_what_is_saved_by_now() {
    let desk = Desk::new();
    let workspace = Workspace::start(&desk).await;
    let (integration, secrets) = workspace.credential(KindName::OauthServerToServer);
    desk.registry.save_with_secrets(&integration, &secrets).unwrap();
    let connections = Connections::new(Arc::clone(&desk.registry), desk.clients.clone());
    let in_use = connections.open(integration.id).await.unwrap();
    assert!(in_use.access_token().await.unwrap().scopes.len() > 1);

    let fewer = Integration {
        kind: integration::Kind::OauthServerToServer {
            scopes: vec!["openid".to_owned()],
        },
        ..integration.clone()
    };
    desk.registry.save(&fewer).unwrap();
    connections.close(integration.id);
    assert_eq!(in_use.renew_token().await.unwrap().scopes, ["openid"]);

    // Another client's token would not do for what the connection says of itself.
    let other = Integration {
        client_id: "f".repeat(32),
        ..integration
    };
    desk.registry.save(&other).unwrap();
    assert!(in_use.renew_token().await.unwrap().scopes.len() > 1);
}

async fn refusal(
    desk: &Desk,
    workspace: &Workspace,
    integration: Integration,
    secrets: SecretSource,
) -> IntegrationError {
    let connection = Connection::unsaved(integration, workspace.endpoints.clone(), &desk.clients, secrets);
    connection.access_token().await.unwrap_err()
}

#[tokio::test]
async fn what_ims_refuses_is_told_by_its_cause() {
    let desk = Desk::new();
    let workspace = Workspace::start(&desk).await;
    for kind in BOTH {
        let (integration, secrets) = workspace.credential(kind);
        let mut wrong_secret = secrets.clone();
        wrong_secret.client_secret = "p8e-wrong".into();
        let wrong_client = Integration {
            client_id: "f".repeat(32),
            ..integration.clone()
        };
        let mut wrong_scope = integration.clone();
        match &mut wrong_scope.kind {
            integration::Kind::OauthServerToServer { scopes } => *scopes = vec!["no_such_scope".to_owned()],
            integration::Kind::ServiceAccount { metascopes, .. } => *metascopes = vec!["no_such_scope".to_owned()],
        }
        for (integration, secrets, expected) in [
            (integration.clone(), wrong_secret, RefusalCause::WrongSecret),
            (wrong_client, secrets.clone(), RefusalCause::UnknownClient),
            (wrong_scope, secrets.clone(), RefusalCause::ScopeNotGranted),
        ] {
            match refusal(&desk, &workspace, integration, SecretSource::Held(secrets)).await {
                IntegrationError::Ims(ImsError::Refused { cause, debug_id, .. }) => {
                    assert_eq!(cause, expected, "{kind:?}");
                    assert!(debug_id.is_some(), "{kind:?}");
                }
                other => panic!("{kind:?}, {expected:?}: {other}"),
            }
        }
    }
}

#[tokio::test]
async fn a_signature_that_fits_no_certificate_is_told_so() {
    let desk = Desk::new();
    let workspace = Workspace::start(&desk).await;
    let (integration, mut secrets) = workspace.service_account.clone();
    let other_organization = Integration {
        organization_id: "0123456789ABCDEF01234567@AdobeOrg".to_owned(),
        ..integration.clone()
    };
    let error = refusal(
        &desk,
        &workspace,
        other_organization,
        SecretSource::Held(secrets.clone()),
    )
    .await;
    assert!(
        matches!(error, IntegrationError::Ims(ImsError::Refused { .. })),
        "{error}"
    );
    secrets.private_key_pem = Some(pair(0).0.private_key_pem().as_str().into());
    match refusal(&desk, &workspace, integration, SecretSource::Held(secrets)).await {
        IntegrationError::Ims(ImsError::Refused { cause, description, .. }) => {
            assert_eq!(cause, RefusalCause::NoMatchingCertificate);
            assert_eq!(description, "Could not match JWT signature to any of the bindings");
        }
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn a_missing_secret_is_told_before_anything_is_sent_and_through_the_gateway() {
    let desk = Desk::new();
    let workspace = Workspace::start(&desk).await;
    let (integration, _) = workspace.oauth.clone();
    desk.registry.save(&integration).unwrap();
    let connections = Connections::new(Arc::clone(&desk.registry), desk.clients.clone());
    let connection = connections.open(integration.id).await.unwrap();
    match sessions(&connection).await.unwrap_err() {
        GatewayError::Token(failure) => assert!(matches!(
            failure.downcast_ref::<IntegrationError>(),
            Some(IntegrationError::SecretMissing {
                kind: integration::SecretKind::ClientSecret
            })
        )),
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn the_faults_of_a_service_are_told_apart_or_survived() {
    let desk = Desk::new();
    let workspace = Workspace::start(&desk).await;
    let (integration, secrets) = workspace.oauth.clone();
    let secrets = SecretSource::Held(secrets);
    let connection = Connection::unsaved(integration, workspace.endpoints.clone(), &desk.clients, secrets);
    let faults = workspace.practice.faults();
    let once = |kind| faults.set(vec![FaultRule::new("/graffias", kind).times(1)]);
    for survived in [
        FaultKind::Status {
            status: 503,
            retry_after: None,
        },
        FaultKind::Status {
            status: 429,
            retry_after: Some(0),
        },
        FaultKind::CutBeforeAnswer,
        FaultKind::CutWithinBody,
        FaultKind::WrongContentType,
    ] {
        once(survived.clone());
        let answer = tokio::time::timeout(Duration::from_secs(20), sessions(&connection))
            .await
            .unwrap();
        assert!(answer.is_ok(), "{survived:?}: {answer:?}");
    }
    for told in [FaultKind::HtmlBody, FaultKind::MalformedBody] {
        once(told.clone());
        let error = sessions(&connection).await.unwrap_err();
        assert!(matches!(error, GatewayError::NotJson { .. }), "{told:?}: {error}");
    }
    once(FaultKind::Status {
        status: 500,
        retry_after: None,
    });
    let error = sessions(&connection).await.unwrap_err();
    assert_eq!(error.status(), Some(500), "{error}");
}
