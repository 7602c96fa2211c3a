//! A guided change, step by step, and what a person at Adobe's console does meanwhile.

use api::contract::problem::Problem;
use reqwest::Method;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use super::{Desk, Workspace, assert_is_helpful};

/// A guide of an integration.
pub(crate) struct GuideOnDesk<'a> {
    desk: &'a Desk,
    integration: String,
    kind: &'static str,
}

impl<'a> GuideOnDesk<'a> {
    pub(crate) fn new(desk: &'a Desk, integration: &str, kind: &'static str) -> Self {
        Self {
            desk,
            integration: integration.to_owned(),
            kind,
        }
    }

    pub(crate) async fn open(&self) -> Value {
        self.desk.ask("guide_open", self.reference()).await
    }

    pub(crate) async fn act(&self, action: Value) -> Value {
        self.desk.ask("guide_act", self.request(&action)).await
    }

    /// Does one thing that takes no input.
    pub(crate) async fn does(&self, action: &str) -> Value {
        self.act(json!({ "do": action })).await
    }

    /// Does one thing after the other, up to `last`.
    pub(crate) async fn does_until(&self, last: &str, actions: &[&str]) {
        for action in actions {
            self.does(action).await;
            if *action == last {
                break;
            }
        }
    }

    /// What cannot be done at all.
    pub(crate) async fn refused(&self, action: Value) -> Problem {
        let before = self.open().await;
        let problem = self.desk.refused("guide_act", self.request(&action)).await;
        assert_eq!(self.open().await["steps"], before["steps"], "nothing was changed");
        problem
    }

    /// What is tried and fails; the problem that the step then shows.
    pub(crate) async fn fails(&self, action: Value) -> Problem {
        let guide = self.act(action).await;
        let state = &current(&guide)["state"];
        assert_eq!(state["state"], "failed", "{guide}");
        let problem: Problem = serde_json::from_value(state["problem"].clone()).unwrap();
        assert_is_helpful(&problem);
        assert_eq!(
            self.open().await["steps"],
            guide["steps"],
            "it is shown until the next try"
        );
        problem
    }

    /// Asks for a fresh access token with what the integration uses now, and that works.
    pub(crate) async fn token_works(&self) {
        self.desk
            .ask("token_renew", json!({ "integration": self.integration }))
            .await;
    }

    pub(crate) fn reference(&self) -> Value {
        json!({ "integration": self.integration, "guide": self.kind })
    }

    fn request(&self, action: &Value) -> Value {
        json!({ "integration": self.integration, "guide": self.kind, "action": action })
    }
}

/// Whether every step is done.
pub(crate) fn is_done(guide: &Value) -> bool {
    let mut steps = guide["steps"].as_array().unwrap().iter();
    steps.all(|step| step["state"]["state"] == "done")
}

/// The step that is the next.
pub(crate) fn current(guide: &Value) -> &Value {
    let mut steps = guide["steps"].as_array().unwrap().iter();
    let step = steps.find(|step| step["state"]["state"] != "done");
    step.unwrap_or_else(|| panic!("nothing is left to do: {guide}"))
}

/// The number of the step that is the next, from one.
pub(crate) fn step_number(guide: &Value) -> usize {
    let mut steps = guide["steps"].as_array().unwrap().iter();
    steps
        .position(|step| step["state"]["state"] != "done")
        .unwrap_or(usize::MAX - 1)
        + 1
}

/// What the step that is the next offers.
pub(crate) fn offered(guide: &Value) -> Vec<&str> {
    let actions = current(guide)["actions"].as_array().unwrap().iter();
    actions.map(|action| action.as_str().unwrap()).collect()
}

/// What is offered beside the steps.
pub(crate) fn beside(guide: &Value) -> Vec<&str> {
    guide["actions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|action| action.as_str().unwrap())
        .collect()
}

/// The listed entries that are in use, or are not, or of which that is not known.
pub(crate) fn listed<'a>(guide: &'a Value, in_use: &Value) -> Vec<&'a Value> {
    let listed = guide["listed"]
        .as_array()
        .unwrap_or_else(|| panic!("nothing is listed: {guide}"));
    listed.iter().filter(|entry| entry["inUse"] == *in_use).collect()
}

pub(crate) fn id(entry: &Value) -> String {
    entry["id"].as_str().unwrap().to_owned()
}

/// Somebody else at Adobe's console.
impl Workspace {
    /// Adds a client secret; gives its value.
    pub(crate) async fn adds_secret(&self, credential: &str) -> String {
        let path = format!("credentials/{}/secrets", self.number(credential).await);
        let answer = self.console(Method::POST, &path, None).await;
        answer["client_secret"].as_str().unwrap().to_owned()
    }

    /// Uploads a certificate to the service account.
    pub(crate) async fn uploads(&self, pem: Vec<u8>) {
        let path = format!("integrations/entp/{}/bindings", self.number("serviceAccount").await);
        let form = Form::new().part("certificate", Part::bytes(pem).file_name("certificate_pub.crt"));
        self.console(Method::POST, &path, Some(form)).await;
    }

    /// Does something about the migration of the service account.
    pub(crate) async fn migration(&self, method: Method, what: &str) -> Value {
        let number = self.number("serviceAccount").await;
        self.console(
            method,
            &format!("credentials/oauth-server-to-server/{number}/{what}"),
            None,
        )
        .await
    }

    /// Whether IMS gives a token for these OAuth credentials.
    pub(crate) async fn accepts(&self, client_id: &str, secret: &str) -> bool {
        let ready = self.ready().await;
        let fields = [
            ("grant_type", "client_credentials"),
            ("client_id", client_id),
            ("client_secret", secret),
            ("scope", "openid"),
        ];
        let url = format!("{}/ims/token/v3", ready["ims"].as_str().unwrap());
        self.web
            .post(url)
            .form(&fields)
            .send()
            .await
            .unwrap()
            .status()
            .is_success()
    }

    async fn number(&self, credential: &str) -> String {
        let credential = &self.ready().await[credential];
        let number = credential.get("credentialId").or(credential.get("integrationId"));
        number.unwrap().as_str().unwrap().to_owned()
    }

    /// With a token of the workspace's OAuth credential, which may do everything.
    async fn console(&self, method: Method, path: &str, form: Option<Form>) -> Value {
        let ready = self.ready().await;
        let oauth = &ready["oauth"];
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let fields = [
            ("grant_type", "client_credentials".to_owned()),
            ("client_id", text(&oauth["clientId"])),
            ("client_secret", self.a_secret().await),
            (
                "scope",
                "openid,AdobeID,adobeio_api,read_client_secret,manage_client_secrets".to_owned(),
            ),
        ];
        let url = format!("{}/ims/token/v3", text(&ready["ims"]));
        let token: Value = self
            .web
            .post(url)
            .form(&fields)
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap();
        let url = format!(
            "{}/console/organizations/{}/{path}",
            text(&ready["console"]),
            text(&ready["organizationId"])
        );
        let mut request = self
            .web
            .request(method, url)
            .header("x-api-key", text(&oauth["clientId"]))
            .bearer_auth(text(&token["access_token"]));
        if let Some(form) = form {
            request = request.multipart(form);
        }
        let answer = request.send().await.unwrap();
        let (status, body) = (answer.status(), answer.text().await.unwrap());
        assert!(status.is_success(), "{path}: {status} {body}");
        serde_json::from_str(&body).unwrap_or(Value::Null)
    }

    async fn a_secret(&self) -> String {
        self.ready().await["oauth"]["clientSecret"].as_str().unwrap().to_owned()
    }
}
