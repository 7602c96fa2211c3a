//! A computer whose clock is off, and how JWTs are made.

use integration::{Connection, IntegrationError, JwtOptions, Kind, SecretSource};
use practice::{FaultKind, FaultRule};
use serde_json::json;
use time::OffsetDateTime;

use crate::desk::{BOTH, Desk, Workspace};

const HOUR: i64 = 3600;

#[tokio::test]
async fn an_hour_or_two_days_off_does_no_harm_and_the_token_ends_by_this_clock() {
    for seconds in [HOUR, -HOUR, 48 * HOUR, -48 * HOUR] {
        let desk = Desk::new();
        let workspace = Workspace::start(&desk).await;
        let fault = FaultRule::new("", FaultKind::ClockSkew { seconds });
        workspace.practice.faults().add(fault);
        for kind in BOTH {
            let (integration, secrets) = workspace.credential(kind);
            let secrets = SecretSource::Held(secrets);
            let connection = Connection::unsaved(integration, workspace.endpoints.clone(), &desk.clients, secrets);
            let token = connection
                .access_token()
                .await
                .unwrap_or_else(|error| panic!("{kind:?}, {seconds}: {error}"));
            let left = (token.expires_at - OffsetDateTime::now_utc()).whole_minutes();
            assert!(
                (23 * 60..=24 * 60).contains(&left),
                "{kind:?}, {seconds}: {left} minutes"
            );
            let ahead = desk.clients.clocks().ahead(&workspace.endpoints.ims);
            assert!((ahead - seconds).abs() <= 5, "{ahead}");
            // What is known now dates the next JWT.
            connection.renew_token().await.unwrap();
        }
    }
}

#[tokio::test]
async fn a_binding_that_asks_for_numbers_gets_them_when_they_are_switched_on() {
    let desk = Desk::new();
    let workspace = Workspace::start(&desk).await;
    let settings = workspace.endpoints.ims.join("/practice/settings").unwrap();
    let client = desk.clients.for_address(&settings);
    let answer = client
        .post(settings)
        .json(&json!({"requiresJti": true}))
        .send()
        .await
        .unwrap();
    assert!(answer.status().is_success());
    for (lifetime_minutes, jti) in [(5, false), (5, true), (1440, true), (1, true)] {
        let (mut integration, secrets) = workspace.service_account.clone();
        if let Kind::ServiceAccount { jwt, .. } = &mut integration.kind {
            *jwt = JwtOptions { lifetime_minutes, jti };
        }
        let secrets = SecretSource::Held(secrets);
        let connection = Connection::unsaved(integration, workspace.endpoints.clone(), &desk.clients, secrets);
        let answer = connection.access_token().await;
        assert_eq!(answer.is_ok(), jti, "{lifetime_minutes}: {answer:?}");
        if jti {
            for _ in 0..3 {
                connection.renew_token().await.unwrap();
            }
        }
    }
}

#[tokio::test]
async fn an_oauth_integration_signs_no_jwt() {
    let desk = Desk::new();
    let workspace = Workspace::start(&desk).await;
    let (integration, secrets) = workspace.oauth.clone();
    let secrets = SecretSource::Held(secrets);
    let connection = Connection::unsaved(integration, workspace.endpoints.clone(), &desk.clients, secrets);
    let signed = connection.sign_jwt(JwtOptions::default(), None).await;
    assert!(matches!(signed, Err(IntegrationError::NoJwt)));
}
