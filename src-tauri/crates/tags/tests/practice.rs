//! Against the practice workspace, well-behaved and not.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::sync::Arc;

use async_trait::async_trait;
use gateway::{ClientOptions, Gateway, GatewayError, GatewayIdentity, TokenFailure, TokenSource, http_client};
use practice::{FaultKind, FaultRule, Options, Practice};
use secrecy::SecretString;
use serde_json::{Value, json};
use tags::{PropertyFilter, Right, RightsFound, Role, Tags, TagsError};

struct Token(SecretString);

#[async_trait]
impl TokenSource for Token {
    async fn access_token(&self) -> Result<SecretString, TokenFailure> {
        Ok(self.0.clone())
    }

    async fn token_refused(&self, _: &SecretString) {}
}

async fn workspace() -> (Practice, Tags) {
    let practice = Practice::start(Options::default()).await.unwrap();
    let tags = tags_of(&practice, &practice.ready().oauth.scopes.join(",")).await;
    (practice, tags)
}

async fn tags_of(practice: &Practice, scopes: &str) -> Tags {
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
    Tags::new(Arc::new(gateway), ready.tags.parse().unwrap())
}

#[tokio::test]
async fn profile_company_and_properties_are_read_with_their_rights() {
    let (_practice, tags) = workspace().await;
    let profile = tags.profile().await.unwrap();
    assert_eq!(profile.name(), "Practice Technical Account");
    let companies = tags.companies().await.unwrap();
    let company = &companies.items[0];
    let properties = tags.properties(&company.id, &PropertyFilter::default()).await.unwrap();
    assert_eq!(properties.items.len(), 2);
    let web = PropertyFilter {
        name: "STORE".to_owned(),
        platform: Some("web".to_owned()),
    };
    let only_web = tags.properties(&company.id, &web).await.unwrap();
    assert_eq!(only_web.items.len(), 1);
    let seen = tags.overview().await.unwrap();
    assert_eq!(seen.companies.len(), 1);
    assert_eq!((seen.companies[0].name(), seen.rights.properties), (company.name(), 2));
    assert_eq!(Role::matching(&seen.rights.all()), Some(Role::Admin));
    assert_eq!(
        tags.property(&only_web.items[0].id).await.unwrap().id,
        only_web.items[0].id
    );
}

#[tokio::test]
async fn too_few_scopes_are_told_in_adobes_words() {
    let (practice, _) = workspace().await;
    let poor = tags_of(&practice, "openid,AdobeID").await;
    let error = poor.companies().await.unwrap_err();
    assert!(!error.proves_credentials());
    let TagsError::Gateway(GatewayError::Refused {
        status: 403,
        error_code,
        ..
    }) = &error
    else {
        panic!("{error:?}");
    };
    assert_eq!(error_code.as_deref(), Some("no-available-orgs"));
}

#[tokio::test]
async fn a_404_proves_that_the_credentials_work() {
    let (_practice, tags) = workspace().await;
    let error = tags.properties("CO00", &PropertyFilter::default()).await.unwrap_err();
    assert!(error.proves_credentials());
}

#[tokio::test]
async fn a_page_that_comes_again_and_rights_nobody_knows_do_no_harm() {
    let (practice, tags) = workspace().await;
    let body = json!({ "data": [{ "id": "CO1", "type": "companies", "meta": { "rights": ["develop_extensions", "fly"] } }, 5],
        "meta": { "pagination": { "next_page": 1_000_000 } } });
    practice
        .faults()
        .add(FaultRule::new("/companies", FaultKind::Answer { status: 200, body }));
    let companies = tags.companies().await.unwrap();
    // The number does not go on after the second page.
    assert_eq!(companies.items.len(), 1);
    let found = RightsFound::of(&companies.items);
    assert_eq!(found.company, [Right::DevelopExtensions]);
    assert_eq!(found.other, ["fly"]);
}
