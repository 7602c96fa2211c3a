//! What the access token says of itself.

use ims::{AccessToken, Member, inspect};
use secrecy::ExposeSecret;
use time::OffsetDateTime;

use crate::line::{Check, Failure, Found, NotApplicable, State};
use crate::sheet::Sheet;

/// Scopes without which no session can be seen, from Adobe's list.
const NEEDED: [&str; 2] = ["assurance_manage_sessions", "assurance_read_events"];
/// Scopes of Assurance whose lack costs something small.
const USEFUL: [&str; 4] = [
    "assurance_read_annotations",
    "assurance_read_session_annotations",
    "assurance_read_plugins",
    "assurance_read_clients",
];
/// The metascope that stands for all of them.
const METASCOPE: &str = "assurance_automation";

/// Compares the token's organization and scopes with what the integration needs. Adobe's tokens are decoded, never
/// verified.
pub(crate) fn look(token: &AccessToken, organization: &str, sheet: &Sheet<'_>) {
    sheet.set(Check::TokenOrganization, organization_of(token, organization));
    sheet.set(Check::TokenScopes, scopes_of(token));
}

fn organization_of(token: &AccessToken, expected: &str) -> State {
    let claims = inspect(token.secret.expose_secret(), OffsetDateTime::now_utc(), &[], None)
        .map(|inspection| inspection.claims)
        .unwrap_or_default();
    let said = |name: &str| {
        let found: Option<&Member> = claims.iter().find(|claim| claim.name == name);
        found.map(|claim| claim.value.trim_matches('"').to_owned())
    };
    match said("org") {
        None => State::NotApplicable(NotApplicable::NotTold),
        Some(organization) if organization.eq_ignore_ascii_case(expected) => {
            State::Passed(Found::Organization(organization))
        }
        Some(organization) => State::Failed(Failure::OtherOrganization {
            token: organization,
            expected: expected.to_owned(),
        }),
    }
}

fn scopes_of(token: &AccessToken) -> State {
    let granted = &token.scopes;
    if granted.is_empty() {
        return State::NotApplicable(NotApplicable::NotTold);
    }
    let has = |scope: &&str| granted.iter().any(|granted| granted == scope);
    if granted.iter().any(|scope| scope.ends_with(METASCOPE)) {
        return State::Passed(Found::Scopes {
            granted: granted.len(),
            left_out: Vec::new(),
        });
    }
    let lacking = |wanted: &[&str]| -> Vec<String> {
        let lacking = wanted.iter().filter(|scope| !has(scope));
        lacking.map(|scope| (*scope).to_owned()).collect()
    };
    let missing = lacking(&NEEDED);
    if missing.is_empty() {
        State::Passed(Found::Scopes {
            granted: granted.len(),
            left_out: lacking(&USEFUL),
        })
    } else {
        State::Failed(Failure::ScopesMissing(missing))
    }
}
