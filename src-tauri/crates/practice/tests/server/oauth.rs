//! The client_credentials grant.

use std::collections::HashMap;

use reqwest::multipart::Form;
use serde_json::Value;

use crate::support::{Workspace, access_token, ims_refusal};

#[tokio::test]
async fn every_version_takes_body_query_and_basic() {
    let workspace = Workspace::start().await;
    let oauth = workspace.ready().oauth.clone();
    let credentials = [
        ("client_id", oauth.client_id.as_str()),
        ("client_secret", &oauth.client_secret),
    ];
    let rest = [("grant_type", "client_credentials"), ("scope", "openid,AdobeID")];
    for version in ["v2", "v2/", "v3", "v3/"] {
        let url = format!("{}/ims/token/{version}", workspace.ready().ims);
        let multipart = rest
            .iter()
            .fold(Form::new(), |form, (name, value)| form.text(*name, *value));
        let post = || workspace.http.post(&url);
        let basic = || post().basic_auth(&oauth.client_id, Some(&oauth.client_secret));
        let requests = [
            post().form(&[credentials, rest].concat()),
            post().query(&[credentials, rest].concat()),
            post().query(&credentials).multipart(multipart),
            basic().form(&rest),
        ];
        for request in requests {
            let answer = request.send().await.unwrap();
            assert_eq!(answer.status(), 200, "{version}");
            assert!(answer.headers().contains_key("x-debug-id"));
            let body: Value = answer.json().await.unwrap();
            assert_eq!(body["token_type"], "bearer");
            assert_eq!(body["expires_in"], 86_399, "seconds");
        }
    }
}

#[tokio::test]
async fn version_4_reads_the_client_id_from_the_address_alone() {
    let workspace = Workspace::start().await;
    let oauth = workspace.ready().oauth.clone();
    let ask = async |query: &[(&str, &str)], changes: &[(&'static str, &str)]| {
        let mut fields = HashMap::from([
            ("grant_type", "client_credentials"),
            ("client_secret", oauth.client_secret.as_str()),
            ("scope", "openid"),
        ]);
        fields.extend(changes.iter().copied());
        let form = fields
            .into_iter()
            .fold(Form::new(), |form, (name, value)| form.text(name, value.to_owned()));
        let url = format!("{}/ims/token/v4", workspace.ready().ims);
        workspace
            .http
            .post(url)
            .query(query)
            .multipart(form)
            .send()
            .await
            .unwrap()
    };
    let address = [("client_id", oauth.client_id.as_str())];
    access_token(ask(&address, &[]).await).await;
    let refusal = ims_refusal(ask(&[], &address).await).await;
    assert_eq!(refusal.2, "invalid client_id parameter");
    let refusal = ims_refusal(ask(&address, &[("client_secret", "wrong")]).await).await;
    assert_eq!(
        refusal,
        (400, "invalid_client".into(), "invalid client_secret parameter".into())
    );
}

#[tokio::test]
async fn every_refusal_has_its_code() {
    type Row<'a> = (&'a [(&'a str, Option<&'a str>)], &'a str, Option<&'a str>);

    let workspace = Workspace::start().await;
    let account = workspace.ready().service_account.clone();
    let wrong_secret = Some("invalid client_secret parameter");
    let table: [Row<'_>; 10] = [
        (
            &[("client_id", Some("x"))],
            "invalid_client",
            Some("invalid client_id parameter"),
        ),
        (
            &[("client_id", None)],
            "invalid_client",
            Some("invalid client_id parameter"),
        ),
        (&[("client_secret", Some("x"))], "invalid_client", wrong_secret),
        (&[("client_secret", None)], "invalid_client", wrong_secret),
        (&[("scope", None)], "invalid_target_scope", None),
        (&[("scope", Some(" "))], "invalid_target_scope", None),
        (&[("scope", Some("openid,nonsense"))], "invalid_scope", None),
        (&[("grant_type", Some("password"))], "unsupported_grant_type", None),
        (&[("grant_type", None)], "invalid_request", None),
        (
            &[
                ("client_id", Some(account.client_id.as_str())),
                ("client_secret", Some(account.client_secret.as_str())),
            ],
            "unauthorized_client",
            None,
        ),
    ];
    for (changes, code, text) in table {
        let refusal = ims_refusal(workspace.oauth(changes).await).await;
        assert_eq!((refusal.0, refusal.1.as_str()), (400, code), "{changes:?}");
        if let Some(text) = text {
            assert_eq!(refusal.2, text);
        }
    }
}

#[tokio::test]
async fn every_listed_scope_is_granted_and_a_subset_exactly() {
    let workspace = Workspace::start().await;
    access_token(workspace.oauth(&[]).await).await;
    let token = workspace.token(Some("openid, assurance_read_events")).await;
    let answer = workspace
        .http
        .post(format!("{}/ims/validate_token/v1", workspace.ready().ims))
        .form(&[("type", "access_token"), ("token", token.as_str())])
        .send()
        .await
        .unwrap();
    let body: Value = answer.json().await.unwrap();
    assert_eq!(body["valid"], true);
    assert_eq!(body["token"]["scope"], "assurance_read_events,openid");
}
