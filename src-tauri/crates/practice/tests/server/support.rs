//! A running workspace, and the keys and JWTs of a client.

use std::sync::OnceLock;
use std::time::{SystemTime, UNIX_EPOCH};

use jsonwebtoken::{Algorithm, EncodingKey, Header};
use practice::{Options, Practice, Ready};
use rcgen::{CertificateParams, KeyPair, PKCS_RSA_SHA256, RsaKeySize};
use reqwest::multipart::{Form, Part};
use reqwest::{Client, RequestBuilder, Response};
use serde_json::{Map, Value, json};

pub(crate) const ADOBE_IMS: &str = "https://ims-na1.adobelogin.com";

pub(crate) struct Workspace {
    pub(crate) practice: Practice,
    pub(crate) http: Client,
}

/// A key pair and its self-signed certificate.
pub(crate) struct Signer {
    pub(crate) key_pem: String,
    pub(crate) certificate_pem: String,
    pub(crate) certificate_der: Vec<u8>,
}

impl Signer {
    pub(crate) fn first() -> &'static Self {
        static SIGNER: OnceLock<Signer> = OnceLock::new();
        SIGNER.get_or_init(|| Self::generate(|_| {}))
    }

    pub(crate) fn second() -> &'static Self {
        static SIGNER: OnceLock<Signer> = OnceLock::new();
        SIGNER.get_or_init(|| Self::generate(|_| {}))
    }

    pub(crate) fn expired() -> &'static Self {
        static SIGNER: OnceLock<Signer> = OnceLock::new();
        SIGNER.get_or_init(|| Self::generate(|parameters| parameters.not_after = rcgen::date_time_ymd(2020, 1, 1)))
    }

    fn generate(change: impl FnOnce(&mut CertificateParams)) -> Self {
        let key = KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, RsaKeySize::_2048).unwrap();
        let mut parameters = CertificateParams::new(vec!["localhost".into(), "127.0.0.1".into()]).unwrap();
        change(&mut parameters);
        let certificate = parameters.self_signed(&key).unwrap();
        Self {
            key_pem: key.serialize_pem(),
            certificate_pem: certificate.pem(),
            certificate_der: certificate.der().to_vec(),
        }
    }

    pub(crate) fn sign(&self, algorithm: Algorithm, claims: &Value) -> String {
        let key = EncodingKey::from_rsa_pem(self.key_pem.as_bytes()).unwrap();
        jsonwebtoken::encode(&Header::new(algorithm), claims, &key).unwrap()
    }
}

impl Workspace {
    pub(crate) async fn start() -> Self {
        Self::with(Options {
            autoconnect: false,
            ..Options::default()
        })
        .await
    }

    pub(crate) async fn with(options: Options) -> Self {
        Self {
            practice: Practice::start(options).await.unwrap(),
            http: Client::new(),
        }
    }

    /// A workspace whose service account knows the first signer's certificate.
    pub(crate) async fn with_certificate() -> Self {
        let workspace = Self::start().await;
        let answer = workspace.register(Signer::first().certificate_pem.as_bytes()).await;
        assert_eq!(answer.status(), 200);
        workspace
    }

    pub(crate) fn ready(&self) -> &Ready {
        self.practice.ready()
    }

    pub(crate) fn bindings_url(&self) -> String {
        let ready = self.ready();
        format!(
            "{}/console/organizations/{}/integrations/entp/{}/bindings",
            ready.console, ready.organization_id, ready.service_account.integration_id
        )
    }

    pub(crate) async fn register(&self, certificate: &[u8]) -> Response {
        let part = Part::bytes(certificate.to_vec()).file_name("certificate_pub.crt");
        let form = Form::new().part("certificate", part);
        self.http
            .post(self.bindings_url())
            .multipart(form)
            .send()
            .await
            .unwrap()
    }

    /// Good claims for the service account.
    pub(crate) fn claims(&self) -> Map<String, Value> {
        let ready = self.ready();
        let claims = json!({
            "exp": now() + 300,
            "iss": ready.organization_id,
            "sub": ready.service_account.technical_account_id,
            "aud": format!("{ADOBE_IMS}/c/{}", ready.service_account.client_id),
            format!("{ADOBE_IMS}/s/assurance_automation"): true,
        });
        claims.as_object().unwrap().clone()
    }

    /// Good claims with one of them replaced, or removed by `null`.
    pub(crate) fn claims_with(&self, name: &str, value: Value) -> Value {
        let mut claims = self.claims();
        claims.remove(name);
        if !value.is_null() {
            claims.insert(name.into(), value);
        }
        Value::Object(claims)
    }

    pub(crate) fn jwt(&self) -> String {
        Signer::first().sign(Algorithm::RS256, &Value::Object(self.claims()))
    }

    pub(crate) async fn exchange(&self, jwt: &str) -> Response {
        let account = &self.ready().service_account;
        self.exchange_as(&account.client_id, &account.client_secret, jwt).await
    }

    pub(crate) async fn exchange_as(&self, client_id: &str, secret: &str, jwt: &str) -> Response {
        self.http
            .post(format!("{}/ims/exchange/jwt", self.ready().ims))
            .form(&[("client_id", client_id), ("client_secret", secret), ("jwt_token", jwt)])
            .send()
            .await
            .unwrap()
    }

    pub(crate) async fn oauth(&self, changes: &[(&str, Option<&str>)]) -> Response {
        let oauth = &self.ready().oauth;
        let mut fields = vec![
            ("grant_type", "client_credentials".to_owned()),
            ("client_id", oauth.client_id.clone()),
            ("client_secret", oauth.client_secret.clone()),
            ("scope", oauth.scopes.join(",")),
        ];
        for (name, value) in changes {
            fields.retain(|(known, _)| known != name);
            if let Some(value) = value {
                fields.push((*name, (*value).to_owned()));
            }
        }
        let url = format!("{}/ims/token/v3", self.ready().ims);
        self.http.post(url).form(&fields).send().await.unwrap()
    }

    /// An access token of the OAuth credential with all its scopes, or with these.
    pub(crate) async fn token(&self, scopes: Option<&str>) -> String {
        let changes: Vec<_> = scopes.map(|scopes| ("scope", Some(scopes))).into_iter().collect();
        access_token(self.oauth(&changes).await).await
    }

    /// A call through the gateway with all three headers right.
    pub(crate) fn call(&self, path: &str, token: &str) -> RequestBuilder {
        self.http
            .get(format!("{}{path}", self.ready().platform))
            .bearer_auth(token)
            .header("x-api-key", &self.ready().oauth.client_id)
            .header("x-gw-ims-org-id", &self.ready().organization_id)
    }

    pub(crate) fn control(&self, path: &str) -> String {
        format!("{}/practice{path}", self.ready().ims)
    }

    pub(crate) async fn settings(&self, settings: Value) {
        let answer = self
            .http
            .put(self.control("/settings"))
            .json(&settings)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), 200);
    }
}

pub(crate) async fn access_token(answer: Response) -> String {
    assert_eq!(answer.status(), 200);
    let body: Value = answer.json().await.unwrap();
    body["access_token"].as_str().unwrap().to_owned()
}

/// Status, code and text of an IMS refusal, and that it carries a debug ID.
pub(crate) async fn ims_refusal(answer: Response) -> (u16, String, String) {
    let status = answer.status().as_u16();
    assert!(answer.headers().contains_key("x-debug-id"));
    let body: Value = answer.json().await.unwrap();
    let text = |name: &str| body[name].as_str().unwrap().to_owned();
    (status, text("error"), text("error_description"))
}

/// Status, code and text of a gateway refusal, and that it carries a request ID.
pub(crate) async fn gateway_refusal(answer: Response) -> (u16, String, String) {
    let status = answer.status().as_u16();
    assert!(answer.headers().contains_key("x-request-id"));
    let body: Value = answer.json().await.unwrap();
    let text = |name: &str| body[name].as_str().unwrap().to_owned();
    (status, text("error_code"), text("message"))
}

pub(crate) fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    i64::try_from(since.as_secs()).unwrap()
}
