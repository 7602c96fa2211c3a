//! An access token against an integration. It is decoded and never verified.

use time::OffsetDateTime;

use super::members::{Members, shown};
use super::service_account::{ACCOUNT_SUFFIX, compare};
use super::times::{self, Times};
use super::{AsksFor, Expectation, Finding, TokenPart};

/// The domain of Adobe's IMS, before which its environment stands, as in `ims-na1`.
const ADOBE_DOMAIN: &str = ".adobelogin.com";

pub(super) fn check(
    claims: &Members,
    now: OffsetDateTime,
    expected: Option<&Expectation>,
    found: &mut Vec<Finding>,
) -> Times {
    found.push(Finding::NotVerified);
    if let Some(kind) = claims.value("type")
        && kind != "access_token"
    {
        found.push(Finding::WrongType { found: shown(kind) });
    }
    if claims
        .text("user_id")
        .is_some_and(|user| !user.ends_with(ACCOUNT_SUFFIX))
    {
        found.push(Finding::Personal);
    }
    if let Some(expected) = expected {
        against(claims, expected, found);
    }
    times::of_access_token(claims, now, found)
}

fn against(claims: &Members, expected: &Expectation, found: &mut Vec<Finding>) {
    match claims.value("client_id") {
        None => found.push(Finding::Missing {
            part: TokenPart::Client,
        }),
        Some(client) => match client.as_str() {
            Some(client) => compare(TokenPart::Client, client, &expected.client_id, found),
            None => found.push(Finding::Malformed {
                part: TokenPart::Client,
                found: shown(client),
            }),
        },
    }
    if let Some(organization) = claims.text("org") {
        compare(TokenPart::Organization, organization, &expected.organization_id, found);
    }
    let account = claims.text("user_id").filter(|user| user.ends_with(ACCOUNT_SUFFIX));
    if let (Some(account), Some(expected)) = (account, &expected.technical_account_id) {
        compare(TokenPart::TechnicalAccount, account, expected, found);
    }
    let environment = expected.ims.host_str().and_then(|host| host.strip_suffix(ADOBE_DOMAIN));
    if let (Some(theirs), Some(ours)) = (claims.text("as"), environment) {
        compare(TokenPart::Ims, theirs, ours, found);
    }
    // A service account's metascopes are not written into its tokens: IMS gives what they stand for.
    let AsksFor::Scopes(asked) = &expected.asks_for else {
        return;
    };
    let granted: Vec<&str> = claims
        .text("scope")
        .unwrap_or_default()
        .split([',', ' '])
        .filter(|scope| !scope.is_empty())
        .collect();
    let names: Vec<String> = asked
        .iter()
        .filter(|asked| !granted.contains(&asked.as_str()))
        .cloned()
        .collect();
    found.push(if names.is_empty() {
        Finding::ScopesAgree
    } else {
        Finding::ScopesMissing { names }
    });
}
