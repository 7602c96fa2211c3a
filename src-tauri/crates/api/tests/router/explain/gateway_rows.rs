//! The table of Adobe's API gateway.

use practice::{FaultKind, GatewayRow};

use super::{Said, problem_at};
use crate::desk::{Desk, DraftOnDesk};

/// What helps at a row.
fn fix(row: GatewayRow) -> &'static str {
    match row {
        GatewayRow::KeyMissing => "send the client ID",
        GatewayRow::KeyInvalid => "add the API to the project",
        GatewayRow::KeyUnchecked => "wait: client ID",
        GatewayRow::TokenMissing => "send the token",
        GatewayRow::TokenInvalid | GatewayRow::TokenMissingOrInvalid => "renew the token",
        GatewayRow::TokenOfAnotherClient => "use the token of this client ID",
        GatewayRow::ScopeMismatch | GatewayRow::ScopeMismatchOfToken => "add scopes",
        GatewayRow::TokenUnchecked => "wait: token",
        GatewayRow::ProfileInvalid | GatewayRow::OrganizationNotYours => "compare the organization ID",
        GatewayRow::ProfileForbidden => "add scopes of the profile",
        GatewayRow::ProfileUnread => "wait: profile",
        GatewayRow::RegionMissing => "add to a product profile",
        GatewayRow::AddressBlocked | GatewayRow::AddressNotAllowed => "allow this network",
        GatewayRow::SignatureMissing
        | GatewayRow::SignatureInvalid
        | GatewayRow::DigestSourceMissing
        | GatewayRow::DigestSecretMissing => "set the service up without signatures",
        GatewayRow::SignatureUnchecked => "wait: signature",
        GatewayRow::ServiceLimit => "a larger plan",
        GatewayRow::KeyLimit => "other programs of this client ID",
        GatewayRow::TooManyRequests => "wait",
        GatewayRow::ClientDelayed => "slow down",
        GatewayRow::LinkInvalid | GatewayRow::LinkNotFound => "check the addresses",
        GatewayRow::HeaderMissing => "send the organization ID",
        GatewayRow::ClientNotAllowed => "have the client ID allowed",
    }
}

#[tokio::test]
async fn every_row_of_the_gateway_is_explained() {
    let desk = Desk::open();
    let draft = DraftOnDesk::good(&desk, "oauthServerToServer").await;
    let mut said = Said::default();
    for row in GatewayRow::ALL.iter().copied() {
        desk.trouble("/graffias", FaultKind::Gateway { row, retry_after: None })
            .await;
        let problem = problem_at(&draft, "assurance").await;
        said.check(&format!("{row:?}"), fix(row), &problem);
        let detail = problem.detail.as_deref().unwrap();
        for told in [row.code(), row.text(), "request "] {
            assert!(detail.contains(told), "{row:?}: {told} is not in {detail}");
        }
        desk.all_is_well().await;
    }
}
