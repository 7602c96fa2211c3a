//! Any request to the practice workspace. The first byte says which call it is, the rest is its body, or its address for
//! calls without one.

use std::sync::OnceLock;

use practice::{Options, Practice};
use reqwest::{Client, Method};
use tokio::runtime::Runtime;

struct Workspace {
    runtime: Runtime,
    client: Client,
    practice: Practice,
    token: String,
}

const FORM: &str = "application/x-www-form-urlencoded";
const JSON: &str = "application/json";

/// Calls with a body.
const CALLS: [(&str, &str, &str); 9] = [
    ("POST", "/ims/exchange/jwt/", FORM),
    ("POST", "/ims/token/v3", FORM),
    ("POST", "/ims/validate_token/v1", FORM),
    ("POST", "/ims/invalidate_token/v2", FORM),
    ("POST", "/graffias/graphql", JSON),
    ("POST", "/graffias/graphql", "multipart/form-data; boundary=x"),
    ("POST", "/practice/sessions/none/fill", JSON),
    ("PUT", "/practice/faults", JSON),
    ("PUT", "/practice/simulator", JSON),
];

pub(super) fn run(data: &[u8]) {
    let Some((call, rest)) = data.split_first() else {
        return;
    };
    let workspace = workspace();
    let base = &workspace.practice.ready().platform;
    let client = &workspace.client;
    let request = match CALLS.get(usize::from(*call) % (CALLS.len() + 1)) {
        Some((method, path, kind)) => {
            let method = Method::from_bytes(method.as_bytes()).expect("it is a method");
            let request = client.request(method, format!("{base}{path}"));
            request.header("content-type", *kind).body(rest.to_vec())
        }
        None => client.get(format!("{base}/{}", super::text(rest))),
    };
    let ready = &workspace.practice.ready().oauth;
    let request = request
        .header("x-api-key", &ready.client_id)
        .header("x-gw-ims-org-id", &workspace.practice.ready().organization_id)
        .bearer_auth(&workspace.token);
    // An address that is none is not sent.
    let Ok(request) = request.build() else { return };
    if !request.url().as_str().starts_with(base.as_str()) {
        return;
    }
    let answer = workspace.runtime.block_on(client.execute(request));
    // No next request shall meet the faults of this one.
    workspace.practice.faults().clear();
    let answer = answer.expect("whatever is asked is answered");
    assert_ne!(answer.status().as_u16(), 500, "{}", answer.url());
}

fn workspace() -> &'static Workspace {
    static WORKSPACE: OnceLock<Workspace> = OnceLock::new();
    WORKSPACE.get_or_init(|| {
        let runtime = Runtime::new().expect("a runtime starts");
        let client = Client::builder().no_proxy().build().expect("a client needs nothing");
        let (practice, token) = runtime.block_on(async {
            let options = Options {
                autoconnect: false,
                ..Options::default()
            };
            let practice = Practice::start(options).await.expect("a port is free");
            let base = practice.ready().platform.clone();
            let unlimited = r#"{"requestsPerSecond":1e9,"burst":1e9,"tokensPerSecond":1e9,"tokenBurst":1e9}"#;
            let settings = client
                .put(format!("{base}/practice/settings"))
                .header("content-type", JSON);
            settings.body(unlimited).send().await.expect("it answers");
            let oauth = &practice.ready().oauth;
            let form = format!(
                "grant_type=client_credentials&client_id={}&client_secret={}&scope={}",
                oauth.client_id,
                oauth.client_secret,
                oauth.scopes.join(",")
            );
            let token = client.post(format!("{base}/ims/token/v3")).header("content-type", FORM);
            let answer = token
                .body(form)
                .send()
                .await
                .expect("it answers")
                .text()
                .await
                .expect("it answers");
            let answer: serde_json::Value = serde_json::from_str(&answer).expect("it is JSON");
            let token = answer["access_token"].as_str().unwrap_or_default().to_owned();
            (practice, token)
        });
        assert!(!token.is_empty(), "the practice workspace gives a token");
        Workspace {
            runtime,
            client,
            practice,
            token,
        }
    })
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    let oauth = &workspace().practice.ready().oauth;
    let account = &workspace().practice.ready().service_account;
    let exchange = format!(
        "client_id={}&client_secret={}&jwt_token=eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJvIiwiZXhwIjoxfQ.c2ln",
        account.client_id, account.client_secret
    );
    let token = format!(
        "grant_type=client_credentials&client_id={}&client_secret={}&scope=openid,AdobeID",
        oauth.client_id, oauth.client_secret
    );
    let seeds: [(u8, &str); 13] = [
        (0, &exchange),
        (1, &token),
        (
            2,
            "type=access_token&client_id=c&token=eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJvIiwiZXhwIjoxfQ.c2ln",
        ),
        (3, "token_type=access_token&client_id=c&token=t&cascading=all"),
        (
            4,
            r#"{"query":"query S($a: Int) { sessions { uuid name token } }","variables":{"a":1},"operationName":"S"}"#,
        ),
        (
            4,
            r#"{"query":"mutation { createSession(session: {name: \"n\", link: \"a://\"}) { uuid token } }"}"#,
        ),
        (
            4,
            r#"{"query":"{ events(sessionUuid: \"x\", page: -1, size: 99999) { uuid payload } __schema { types { name } } }"}"#,
        ),
        (
            5,
            "--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{\"query\":\"{ sessions { uuid } }\"}\r\n--x--\r\n",
        ),
        (6, r#"{"events":3}"#),
        (
            7,
            r#"[{"path":"/data","kind":"latency","milliseconds":5,"times":1},{"path":"/ims","kind":"ims","row":"internalError"}]"#,
        ),
        (8, r#"{"eventsPerSecond":1}"#),
        (9, "data/foundation/schemaregistry/global/classes?limit=2&start=a#b"),
        (9, "companies/COabc/properties?page[number]=1&page[size]=3"),
    ];
    seeds.map(|(call, rest)| [&[call], rest.as_bytes()].concat()).to_vec()
}
