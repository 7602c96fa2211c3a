//! Registering certificates.

use integration::{Console, ConsoleError};

use crate::desk::{Desk, Workspace, console, pair};

#[tokio::test]
async fn certificates_are_registered_listed_and_deleted() {
    let desk = Desk::new();
    let workspace = Workspace::start(&desk).await;
    let console = console(&desk, &workspace.endpoints, &workspace.service_account.0);
    let (_, second) = pair(0);
    let binding = console.register(&second).await.unwrap();
    assert_eq!(binding.certificate_fingerprint, second.sha1_fingerprint());
    let listed = console.list().await.unwrap();
    assert_eq!(listed.len(), 2);
    assert!(listed.contains(&binding));
    console.delete(&binding.binding_id).await.unwrap();
    assert_eq!(console.list().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_refusal_of_the_console_keeps_its_words() {
    let desk = Desk::new();
    let workspace = Workspace::start(&desk).await;
    let base = &workspace.endpoints.console;
    let elsewhere = Console::new(base, desk.clients.for_address(base), "NOBODY@AdobeOrg", "1");
    match elsewhere.list().await.unwrap_err() {
        ConsoleError::Refused {
            status,
            code,
            message,
            request_id,
        } => {
            assert_eq!((status, message.as_str()), (403, "Not allowed in this organization"));
            assert_eq!(code, None, "these are words of the console, not of the gateway");
            assert!(request_id.is_some());
        }
        other => panic!("{other}"),
    }
    let console = console(&desk, &workspace.endpoints, &workspace.service_account.0);
    let error = console.delete("no-such-binding").await.unwrap_err();
    assert!(matches!(error, ConsoleError::Refused { status: 404, .. }), "{error}");
}
