//! Adobe's tables for the exchange and the token request.

use practice::{FaultKind, ImsRow};

use super::{Said, problem_at};
use crate::desk::{Desk, DraftOnDesk};

const EXCHANGE: (&str, &str) = ("serviceAccount", "/ims/exchange");
const TOKEN: (&str, &str) = ("oauthServerToServer", "/ims/token");

/// Where a row is met, and the fix that Adobe's table names for it.
fn met_at(row: ImsRow) -> (&'static [(&'static str, &'static str)], &'static str) {
    match row {
        ImsRow::UnknownClient => (&[EXCHANGE, TOKEN], "check the client ID"),
        ImsRow::Audience => (&[EXCHANGE], "production or stage host"),
        ImsRow::AudienceOfAnotherClient => (&[EXCHANGE], "rebuild aud from the client ID"),
        ImsRow::WrongSecretInExchange => (&[EXCHANGE], "copy the secret again"),
        ImsRow::WrongSecret => (&[TOKEN], "copy the secret again"),
        ImsRow::NotForJwt => (&[EXCHANGE], "use OAuth Server-to-Server"),
        ImsRow::TokenMissing => (&[EXCHANGE], "find what changes the request"),
        ImsRow::GrantTypeMissing => (&[TOKEN], "find what changes the request"),
        ImsRow::TokenUndecodable => (&[EXCHANGE], "mend the JWT"),
        ImsRow::TokenExpired => (&[EXCHANGE], "mend the clock"),
        ImsRow::JtiNotAnInteger | ImsRow::JtiFormat => (&[EXCHANGE], "write jti as a decimal number"),
        ImsRow::JtiMissing => (&[EXCHANGE], "send jti"),
        ImsRow::JtiUsed => (&[EXCHANGE], "send a greater jti"),
        ImsRow::NoBindingMatches | ImsRow::SignatureOfNoCertificate => (&[EXCHANGE], "use the key of a certificate"),
        ImsRow::SignatureAlgorithm => (&[EXCHANGE], "sign with RS256"),
        ImsRow::MetascopeNotBound | ImsRow::MetascopeNotOfClient => (&[EXCHANGE], "take the list from the page"),
        ImsRow::ScopeUnknown => (&[TOKEN], "take the list from the page"),
        ImsRow::MetascopeMissing => (&[EXCHANGE], "ask for something"),
        ImsRow::ScopeMissing => (&[TOKEN], "ask for something"),
        ImsRow::ExpiryFormat => (&[EXCHANGE], "check the formats"),
        ImsRow::ExpiryTooFar => (&[EXCHANGE], "a shorter life"),
        ImsRow::IssuerFormat => (&[EXCHANGE], "copy the organization ID"),
        ImsRow::SubjectFormat => (&[EXCHANGE], "copy the technical account ID"),
        ImsRow::InternalError => (&[EXCHANGE], "use OAuth Server-to-Server or wait"),
        ImsRow::TooManyRequests => (&[EXCHANGE, TOKEN], "wait"),
        ImsRow::GrantTypeUnsupported => (&[TOKEN], "check the IMS address"),
        ImsRow::NotForClientCredentials => (&[TOKEN], "use the service account"),
    }
}

#[tokio::test]
async fn every_row_of_ims_is_explained() {
    let desk = Desk::open();
    let mut said = Said::default();
    for (kind, path) in [EXCHANGE, TOKEN] {
        let draft = DraftOnDesk::good(&desk, kind).await;
        for row in ImsRow::ALL.iter().copied() {
            let (places, fix) = met_at(row);
            if !places.contains(&(kind, path)) {
                continue;
            }
            desk.trouble(path, FaultKind::Ims { row, retry_after: None }).await;
            let problem = problem_at(&draft, "accessToken").await;
            said.check(&format!("{row:?}"), fix, &problem);
            let detail = problem.detail.as_deref().unwrap();
            for told in [&row.status().to_string(), row.code(), row.text(), "debug id "] {
                assert!(detail.contains(told), "{row:?}: {told} is not in {detail}");
            }
            desk.all_is_well().await;
        }
    }
}

#[tokio::test]
async fn the_wait_that_ims_asks_for_is_told() {
    let desk = Desk::open();
    let draft = DraftOnDesk::good(&desk, "oauthServerToServer").await;
    let row = FaultKind::Ims {
        row: ImsRow::TooManyRequests,
        retry_after: Some(17),
    };
    desk.trouble("/ims/token", row).await;
    let problem = problem_at(&draft, "accessToken").await;
    assert!(problem.next_step.contains("17 seconds"), "{problem:?}");
}
