//! Against the practice workspace, well-behaved and not.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::sync::Arc;

use async_trait::async_trait;
use gateway::{ClientOptions, Gateway, GatewayError, GatewayIdentity, TokenFailure, TokenSource, http_client};
use platform::{Container, Platform, PlatformError};
use practice::{FaultKind, FaultRule, Options, Practice};
use secrecy::SecretString;
use serde_json::{Value, json};

struct Token(SecretString);

#[async_trait]
impl TokenSource for Token {
    async fn access_token(&self) -> Result<SecretString, TokenFailure> {
        Ok(self.0.clone())
    }

    async fn token_refused(&self, _: &SecretString) {}
}

async fn workspace() -> (Practice, Platform) {
    let practice = Practice::start(Options::default()).await.unwrap();
    let platform = platform(&practice, &practice.ready().oauth.scopes.join(",")).await;
    (practice, platform)
}

async fn platform(practice: &Practice, scopes: &str) -> Platform {
    let web = http_client(&ClientOptions::default()).unwrap();
    let ready = practice.ready();
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", &ready.oauth.client_id),
        ("client_secret", &ready.oauth.client_secret),
        ("scope", scopes),
    ];
    let url = format!("{}/ims/token/v3", ready.ims);
    let answer: Value = web.post(url).form(&form).send().await.unwrap().json().await.unwrap();
    let token = answer["access_token"].as_str().unwrap().to_owned();
    let identity = GatewayIdentity {
        client_id: ready.oauth.client_id.clone(),
        organization_id: ready.organization_id.clone(),
    };
    let gateway = Gateway::new(web, identity, Arc::new(Token(token.into())));
    Platform::new(Arc::new(gateway), ready.platform.parse().unwrap())
}

#[tokio::test]
async fn classes_of_both_containers_and_the_sandboxes_are_listed() {
    let (_practice, platform) = workspace().await;
    assert!(platform.check().await.unwrap() > 1);
    let global = platform.in_sandbox("prod").classes(Container::Global).await.unwrap();
    assert!(!global.is_cut_short);
    let titles: Vec<_> = global.items.iter().filter_map(|class| class.title.as_deref()).collect();
    assert!(titles.contains(&"XDM ExperienceEvent") && titles.contains(&"XDM Individual Profile"));
    let tenant = platform.classes(Container::Tenant).await.unwrap();
    assert_eq!(tenant.items.len(), 1);
    for (container, class) in [
        (Container::Global, &global.items[0]),
        (Container::Tenant, &tenant.items[0]),
    ] {
        let document = platform.class(container, class).await.unwrap();
        assert_eq!(document["title"].as_str(), class.title.as_deref());
        assert!(document["allOf"].is_array());
    }
    let sandboxes = platform.sandboxes().await.unwrap();
    let names: Vec<_> = sandboxes.items.iter().map(|sandbox| sandbox.name.as_str()).collect();
    assert_eq!(names, ["prod", "dev"]);
    assert!(sandboxes.items[0].is_default);
}

#[tokio::test]
async fn a_refusal_is_told_in_adobes_words() {
    let (practice, _) = workspace().await;
    let poor = platform(&practice, "openid,AdobeID").await;
    let error = poor.check().await.unwrap_err();
    let PlatformError::Gateway(GatewayError::Refused {
        status: 403,
        error_code,
        ..
    }) = &error
    else {
        panic!("{error:?}");
    };
    assert_eq!(error_code.as_deref(), Some("403011"));
}

#[tokio::test]
async fn a_web_page_in_the_place_of_json_is_an_error_and_no_list() {
    let (practice, platform) = workspace().await;
    practice
        .faults()
        .add(FaultRule::new("/data", FaultKind::HtmlBody).times(9));
    let error = platform.classes(Container::Global).await.unwrap_err();
    assert!(matches!(
        error,
        PlatformError::Gateway(GatewayError::Unexpected { .. } | GatewayError::NotJson { .. })
    ));
}

#[tokio::test]
async fn pages_that_never_end_are_cut_short_and_said_to_be() {
    let (practice, platform) = workspace().await;
    let body = json!({ "results": [{ "$id": "x" }, 7], "_page": { "next": "x", "count": 2 } });
    practice
        .faults()
        .add(FaultRule::new("/data", FaultKind::Answer { status: 200, body }));
    let classes = platform.classes(Container::Global).await.unwrap();
    assert!(classes.is_cut_short);
    assert_eq!((classes.items.len(), classes.unreadable), (1, 2), "it is there once");
}

#[tokio::test]
async fn a_name_that_cannot_be_a_header_is_said_and_not_sent() {
    let (_practice, platform) = workspace().await;
    let error = platform.in_sandbox("a\nb").check().await.unwrap_err();
    assert!(matches!(error, PlatformError::NotSendable { .. }));
}
