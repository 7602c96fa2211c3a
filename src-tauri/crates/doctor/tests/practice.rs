//! Every failure that the practice workspace can make, and what the lines say of it.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::HashSet;
use std::sync::Mutex;

use doctor::{Check, Failure, Found, Line, NotApplicable, Service, State, examine};
use gateway::{Cause, ClientOptions, GatewayError};
use integration::{
    CheckTarget, Clients, Console, HeldSecrets, Integration, Kind, KindName, ReadyCredentials, SecretSource,
    from_ready_json,
};
use keys::{Certificate, KeyBits, KeyPair, Subject};
use platform::PlatformError;
use practice::{FaultKind, FaultRule, GatewayRow, ImsRow, Options, Practice};
use tags::{Role, TagsError};
use time::OffsetDateTime;

struct Workspace {
    practice: Practice,
    clients: Clients,
    ready: ReadyCredentials,
}

impl Workspace {
    async fn start() -> Self {
        let options = Options {
            events_per_second: 0.0,
            autoconnect: false,
            ..Options::default()
        };
        let practice = Practice::start(options).await.unwrap();
        Self {
            clients: Clients::new(&ClientOptions::default()).unwrap(),
            ready: from_ready_json(&serde_json::to_string(practice.ready()).unwrap()).unwrap(),
            practice,
        }
    }

    fn oauth(&self) -> CheckTarget {
        self.target(self.ready.oauth.clone())
    }

    fn target(&self, (integration, secrets): (Integration, HeldSecrets)) -> CheckTarget {
        let endpoints = self.ready.endpoints.clone();
        CheckTarget::saved(
            integration,
            SecretSource::Held(secrets),
            endpoints,
            self.clients.clone(),
        )
    }

    /// The service account with a key of its own, whose certificate is registered or not.
    async fn service_account(&self, registers: bool) -> CheckTarget {
        let key = KeyPair::generate(KeyBits::Rsa2048).unwrap();
        let begin = OffsetDateTime::now_utc() - time::Duration::MINUTE;
        let certificate = Certificate::self_signed(&key, &Subject::parse("/CN=test").unwrap(), 30, begin).unwrap();
        let (mut integration, mut secrets) = self.ready.service_account.clone();
        let Kind::ServiceAccount {
            certificate_pem,
            integration_id: Some(number),
            ..
        } = &mut integration.kind
        else {
            panic!("a service account with a number");
        };
        *certificate_pem = Some(certificate.pem());
        let console = &self.ready.endpoints.console;
        let client = self.clients.for_address(console);
        if registers {
            let console = Console::new(console, client, &integration.organization_id, number);
            console.register(&certificate).await.unwrap();
        }
        secrets.private_key_pem = Some(key.private_key_pem().as_str().into());
        self.target((integration, secrets))
    }

    fn fault(&self, path: &str, kind: FaultKind) {
        self.practice.faults().add(FaultRule::new(path, kind));
    }
}

fn state(lines: &[Line], check: Check) -> &State {
    &lines.iter().find(|line| line.check == check).unwrap().state
}

fn failed(lines: &[Line]) -> HashSet<Check> {
    let failed = lines.iter().filter(|line| matches!(line.state, State::Failed(_)));
    failed.map(|line| line.check).collect()
}

#[tokio::test]
async fn all_is_well_for_both_kinds_and_everything_was_seen_running() {
    let workspace = Workspace::start().await;
    for target in [workspace.oauth(), workspace.service_account(true).await] {
        let seen = Mutex::new(HashSet::new());
        let lines = examine(&target, |lines| {
            let running = lines.iter().filter(|line| matches!(line.state, State::Running));
            seen.lock().unwrap().extend(running.map(|line| line.check));
        })
        .await;
        assert_eq!(failed(&lines), HashSet::new(), "{lines:#?}");
        let State::Passed(Found::Tags(tags)) = state(&lines, Check::TagsCompanies) else {
            panic!("{lines:#?}");
        };
        assert_eq!(tags.companies, ["Practice Company"]);
        assert_eq!(Role::matching(&tags.rights.all()), Some(Role::Admin));
        assert!(
            matches!(state(&lines, Check::Sandboxes), State::Passed(Found::Sandboxes(names)) if names == &["prod", "dev"])
        );
        assert!(matches!(
            state(&lines, Check::TokenOrganization),
            State::Passed(Found::Organization(_))
        ));
        let seen = seen.lock().unwrap();
        for check in [
            Check::Reach(Service::Tags),
            Check::Platform,
            Check::TagsCompanies,
            Check::Assurance,
        ] {
            assert!(seen.contains(&check), "{check:?} was seen running");
        }
        let has_key = target.integration.kind.name() == KindName::ServiceAccount;
        let registered = state(&lines, Check::CertificateRegistered);
        assert_eq!(has_key, matches!(registered, State::Passed(Found::Registered)));
        assert_eq!(
            !has_key,
            matches!(registered, State::NotApplicable(NotApplicable::OtherKind))
        );
    }
}

#[tokio::test]
async fn a_certificate_that_adobe_does_not_know_is_the_line_that_fails() {
    let workspace = Workspace::start().await;
    let lines = examine(&workspace.service_account(false).await, |_| {}).await;
    assert!(matches!(
        state(&lines, Check::CertificateRegistered),
        State::Failed(Failure::NotRegistered {
            sha1_fingerprint: Some(_)
        })
    ));
    assert!(matches!(state(&lines, Check::KeyMatchesCertificate), State::Passed(_)));
    assert!(matches!(
        state(&lines, Check::TagsProfile),
        State::NotApplicable(NotApplicable::Needs(Check::AccessToken))
    ));
}

#[tokio::test]
async fn each_service_fails_alone() {
    let workspace = Workspace::start().await;
    workspace.fault("/data/foundation/schemaregistry", FaultKind::HtmlBody);
    workspace.fault(
        "/companies",
        FaultKind::Gateway {
            row: GatewayRow::KeyInvalid,
            retry_after: None,
        },
    );
    let lines = examine(&workspace.oauth(), |_| {}).await;
    assert_eq!(failed(&lines), HashSet::from([Check::Platform, Check::TagsCompanies]));
    assert!(matches!(
        state(&lines, Check::Platform),
        State::Failed(Failure::Platform(PlatformError::Gateway(
            GatewayError::Unexpected { .. } | GatewayError::NotJson { .. }
        )))
    ));
    assert!(matches!(
        state(&lines, Check::TagsCompanies),
        State::Failed(Failure::Tags(TagsError::Gateway(GatewayError::Refused {
            status: 403,
            ..
        })))
    ));
}

#[tokio::test]
async fn a_404_of_companies_still_means_that_the_credentials_work() {
    let workspace = Workspace::start().await;
    let body = serde_json::json!({ "errors": [{ "status": "404", "code": "not-found", "title": "Record Not Found" }] });
    workspace.fault("/companies", FaultKind::Answer { status: 404, body });
    let lines = examine(&workspace.oauth(), |_| {}).await;
    assert!(matches!(
        state(&lines, Check::TagsCompanies),
        State::Passed(Found::CredentialsWork)
    ));
}

#[tokio::test]
async fn a_host_that_is_not_there_is_told_by_its_line() {
    let workspace = Workspace::start().await;
    let mut target = workspace.oauth();
    target.endpoints.tags = "http://127.0.0.1:9".parse().unwrap();
    let lines = examine(&target, |_| {}).await;
    let State::Failed(Failure::Unreachable(unreachable)) = state(&lines, Check::Reach(Service::Tags)) else {
        panic!("{lines:#?}");
    };
    assert_eq!(unreachable.cause, Cause::Refused);
    assert!(matches!(
        state(&lines, Check::Reach(Service::Platform)),
        State::Passed(_)
    ));
}

#[tokio::test]
async fn a_token_for_another_organization_and_with_too_few_scopes_is_seen() {
    let workspace = Workspace::start().await;
    let (mut integration, secrets) = workspace.ready.oauth.clone();
    integration.organization_id = "0123456789ABCDEF01234567@AdobeOrg".to_owned();
    if let Kind::OauthServerToServer { scopes, .. } = &mut integration.kind {
        scopes.retain(|scope| scope != "assurance_manage_sessions");
    }
    let lines = examine(&workspace.target((integration, secrets)), |_| {}).await;
    assert!(matches!(
        state(&lines, Check::TokenOrganization),
        State::Failed(Failure::OtherOrganization { .. })
    ));
    let State::Failed(Failure::ScopesMissing(missing)) = state(&lines, Check::TokenScopes) else {
        panic!("{lines:#?}");
    };
    assert_eq!(missing, &["assurance_manage_sessions"]);
}

#[tokio::test]
async fn unfinished_fields_leave_only_the_ways_to_the_hosts() {
    let workspace = Workspace::start().await;
    let (mut integration, secrets) = workspace.ready.oauth.clone();
    integration.client_id.clear();
    let lines = examine(&workspace.target((integration, secrets)), |_| {}).await;
    assert!(matches!(state(&lines, Check::Fields), State::Failed(Failure::Step(_))));
    assert!(matches!(state(&lines, Check::Reach(Service::Ims)), State::Passed(_)));
    assert!(matches!(
        state(&lines, Check::Platform),
        State::NotApplicable(NotApplicable::Needs(_))
    ));
}

/// Each fault of Adobe's side, and the lines that fail for it.
#[tokio::test]
async fn each_line_has_a_fault_that_it_fails_for() {
    let html = || FaultKind::HtmlBody;
    let down = || FaultKind::Status {
        status: 503,
        retry_after: None,
    };
    let graphql_errors = FaultKind::Answer {
        status: 200,
        body: serde_json::json!({ "data": null, "errors": [{ "message": "Internal error" }] }),
    };
    let wrong_secret = FaultKind::Ims {
        row: ImsRow::WrongSecret,
        retry_after: None,
    };
    let cases = [
        ("/", FaultKind::ClockSkew { seconds: 7200 }, Check::Clock),
        ("/ims/token", wrong_secret, Check::AccessToken),
        ("/ims/token", FaultKind::CutBeforeAnswer, Check::AccessToken),
        ("/graffias", graphql_errors, Check::Assurance),
        ("/graffias", html(), Check::Assurance),
        (
            "/data/foundation/schemaregistry",
            FaultKind::MalformedBody,
            Check::Platform,
        ),
        ("/data/foundation/sandbox-management", down(), Check::Sandboxes),
        ("/profile", html(), Check::TagsProfile),
        ("/companies", down(), Check::TagsCompanies),
    ];
    for (path, fault, check) in cases {
        let workspace = Workspace::start().await;
        let said = format!("{path} {fault:?}");
        workspace.fault(path, fault);
        let lines = examine(&workspace.oauth(), |_| {}).await;
        assert!(failed(&lines).contains(&check), "{said}: {lines:#?}");
    }
}

#[tokio::test]
async fn each_host_that_is_not_there_is_told_by_its_own_line() {
    let workspace = Workspace::start().await;
    let nobody: url::Url = "http://127.0.0.1:9".parse().unwrap();
    for service in [Service::Ims, Service::Assurance, Service::Platform, Service::Tags] {
        let mut target = workspace.oauth();
        let endpoints = &mut target.endpoints;
        match service {
            Service::Ims => endpoints.ims = nobody.clone(),
            Service::Assurance => endpoints.assurance = nobody.clone(),
            Service::Platform => endpoints.platform = nobody.clone(),
            Service::Tags => endpoints.tags = nobody.clone(),
        }
        let lines = examine(&target, |_| {}).await;
        for other in [Service::Ims, Service::Assurance, Service::Platform, Service::Tags] {
            let is_unreachable = matches!(
                state(&lines, Check::Reach(other)),
                State::Failed(Failure::Unreachable(_))
            );
            assert_eq!(
                is_unreachable,
                other == service,
                "{other:?} without {service:?}: {lines:#?}"
            );
        }
    }
}

#[tokio::test]
async fn a_key_of_another_certificate_and_one_that_has_ended_are_seen_without_asking_adobe() {
    let workspace = Workspace::start().await;
    let (mut integration, mut secrets) = workspace.ready.service_account.clone();
    let key = KeyPair::generate(KeyBits::Rsa2048).unwrap();
    let other = KeyPair::generate(KeyBits::Rsa2048).unwrap();
    let begin = OffsetDateTime::now_utc() - time::Duration::days(60);
    let ended = Certificate::self_signed(&other, &Subject::parse("/CN=test").unwrap(), 30, begin).unwrap();
    let Kind::ServiceAccount { certificate_pem, .. } = &mut integration.kind else {
        panic!("a service account");
    };
    *certificate_pem = Some(ended.pem());
    secrets.private_key_pem = Some(key.private_key_pem().as_str().into());
    let lines = examine(&workspace.target((integration.clone(), secrets.clone())), |_| {}).await;
    assert!(failed(&lines).contains(&Check::KeyMatchesCertificate), "{lines:#?}");
    secrets.private_key_pem = Some(other.private_key_pem().as_str().into());
    let lines = examine(&workspace.target((integration, secrets)), |_| {}).await;
    assert!(failed(&lines).contains(&Check::CertificateValid), "{lines:#?}");
    assert!(!failed(&lines).contains(&Check::KeyMatchesCertificate), "{lines:#?}");
}
