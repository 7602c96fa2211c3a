//! `assurance-desk serve`

use serde_json::Value;

use crate::program::Program;
use crate::workspace::web;

#[tokio::test]
async fn it_serves_the_pages_and_the_router_on_this_computer_only() {
    let mut program = Program::new();
    program.set("ASSURANCE_DESK_PASSPHRASE", "four unrelated words");
    let serving = program.start(&["serve"]);
    let said = serving.json();
    assert_eq!(said.as_object().unwrap().len(), 1);
    let (address, token) = said["url"].as_str().unwrap().split_once("/#token=").unwrap();
    assert!(address.starts_with("http://127.0.0.1:"), "{address}");

    let page = web().get(address).send().await.unwrap();
    let policy = page.headers()["content-security-policy"].to_str().unwrap();
    assert!(
        policy.contains("default-src 'self'") && !policy.contains("unsafe-eval"),
        "{policy}"
    );
    assert!(page.text().await.unwrap().contains("Assurance Desk"));

    let call = || web().post(format!("{address}/rpc/app_info")).body("null");
    assert_eq!(call().send().await.unwrap().status(), 401);
    let answer = call().bearer_auth(token).send().await.unwrap();
    let info: Value = answer.json().await.unwrap();
    assert_eq!(
        (&info["desktop"], &info["vault"]),
        (&false.into(), &"openWithPassphrase".into())
    );

    let (status, said) = serving.stop();
    assert_eq!((status.code(), said), (Some(0), vec![]));
}
