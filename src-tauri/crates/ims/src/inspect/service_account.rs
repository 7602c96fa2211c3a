//! A service account's JWT against Adobe's rules and an integration.

use serde_json::Value;
use time::OffsetDateTime;

use super::members::{cut, shown};
use super::text::Token;
use super::times::{self, Times};
use super::{AsksFor, Expectation, Finding, TokenPart};

/// What every technical account ID ends with.
pub(super) const ACCOUNT_SUFFIX: &str = "@techacct.adobe.com";

const ORGANIZATION_SUFFIX: &str = "@AdobeOrg";

/// The address of Adobe's IMS for production.
const ADOBE_IMS: &str = "https://ims-na1.adobelogin.com";

/// The longest text of the token that a finding repeats.
const LONGEST_TEXT: usize = 200;

pub(super) fn check(
    token: &Token,
    now: OffsetDateTime,
    known_metascopes: &[&str],
    expected: Option<&Expectation>,
    found: &mut Vec<Finding>,
) -> Times {
    if expected.is_some_and(|expected| matches!(expected.asks_for, AsksFor::Scopes(_))) {
        found.push(Finding::NotForOauth);
    }
    algorithm(token, found);
    let ims = audience(token, expected, found);
    named(
        token.claims.value("iss"),
        (TokenPart::Organization, ORGANIZATION_SUFFIX),
        expected.map(|expected| expected.organization_id.as_str()),
        found,
    );
    named(
        token.claims.value("sub"),
        (TokenPart::TechnicalAccount, ACCOUNT_SUFFIX),
        expected.and_then(|expected| expected.technical_account_id.as_deref()),
        found,
    );
    metascopes(token, ims.as_deref(), known_metascopes, expected, found);
    if let Some(number) = token.claims.value("jti")
        && number.as_str().is_none_or(|digits| digits.parse::<u64>().is_err())
    {
        found.push(Finding::Malformed {
            part: TokenPart::Number,
            found: shown(number),
        });
    }
    times::of_jwt(&token.claims, now, true, found)
}

fn algorithm(token: &Token, found: &mut Vec<Finding>) {
    match token.header.text("alg") {
        Some("RS256") => {}
        None => found.push(Finding::Unsigned),
        Some(none) if none.eq_ignore_ascii_case("none") => found.push(Finding::Unsigned),
        Some(old @ ("RS384" | "RS512")) => found.push(Finding::OldAlgorithm { found: old.to_owned() }),
        Some(other) => found.push(Finding::Algorithm {
            found: cut(other, LONGEST_TEXT),
        }),
    }
}

/// Checks `aud`; gives the address of IMS that the metascopes must name too.
fn audience(token: &Token, expected: Option<&Expectation>, found: &mut Vec<Finding>) -> Option<String> {
    let expected_ims = expected.map(|expected| expected.ims.as_str().trim_end_matches('/').to_owned());
    let Some(value) = token.claims.value("aud") else {
        found.push(Finding::Missing {
            part: TokenPart::Audience,
        });
        return expected_ims;
    };
    let parts = value
        .as_str()
        .and_then(|audience| audience.rsplit_once("/c/"))
        .filter(|(ims, client)| ims.contains("://") && !client.is_empty());
    let Some((ims, client)) = parts else {
        found.push(Finding::Malformed {
            part: TokenPart::Audience,
            found: shown(value),
        });
        return expected_ims;
    };
    match (&expected_ims, expected) {
        (Some(expected_ims), Some(expected)) => {
            compare(TokenPart::Ims, ims, expected_ims, found);
            compare(TokenPart::Client, client, &expected.client_id, found);
            Some(expected_ims.clone())
        }
        _ => {
            if ims != ADOBE_IMS {
                found.push(Finding::NotProduction {
                    found: cut(ims, LONGEST_TEXT),
                });
            }
            Some(ims.to_owned())
        }
    }
}

pub(super) fn compare(part: TokenPart, text: &str, expected: &str, found: &mut Vec<Finding>) {
    found.push(if text == expected {
        Finding::Agrees { part }
    } else {
        Finding::Other {
            part,
            found: cut(text, LONGEST_TEXT),
            expected: expected.to_owned(),
        }
    });
}

/// An ID that ends as Adobe's do.
fn named(value: Option<&Value>, (part, suffix): (TokenPart, &str), expected: Option<&str>, found: &mut Vec<Finding>) {
    let Some(value) = value else {
        found.push(Finding::Missing { part });
        return;
    };
    let Some(id) = value
        .as_str()
        .filter(|id| id.len() > suffix.len() && id.ends_with(suffix))
    else {
        found.push(Finding::Malformed {
            part,
            found: shown(value),
        });
        return;
    };
    if let Some(expected) = expected {
        compare(part, id, expected, found);
    }
}

fn metascopes(
    token: &Token,
    ims: Option<&str>,
    known: &[&str],
    expected: Option<&Expectation>,
    found: &mut Vec<Finding>,
) {
    let asked = match expected.map(|expected| &expected.asks_for) {
        Some(AsksFor::Metascopes(asked)) => Some(asked),
        _ => None,
    };
    let before = found.len();
    let mut names: Vec<&str> = Vec::new();
    for (claim, value) in token.claims.iter() {
        let Some((address, name)) = metascope(claim, known) else {
            continue;
        };
        let shown_name = || cut(name, LONGEST_TEXT);
        if address.is_empty() {
            found.push(Finding::MetascopeBare { name: shown_name() });
        } else if let Some(ims) = ims.filter(|ims| *ims != address) {
            found.push(Finding::MetascopeElsewhere {
                name: shown_name(),
                found: cut(address, LONGEST_TEXT),
                expected: cut(ims, LONGEST_TEXT),
            });
        }
        if *value != Value::Bool(true) {
            found.push(Finding::MetascopeNotTrue {
                name: shown_name(),
                found: shown(value),
            });
        }
        match asked {
            Some(asked) if !asked.iter().any(|asked| asked == name) => {
                found.push(Finding::MetascopeNotAsked { name: shown_name() });
            }
            None if !known.contains(&name) => found.push(Finding::MetascopeUnknown { name: shown_name() }),
            _ => {}
        }
        names.push(name);
    }
    if names.is_empty() {
        found.push(Finding::NoMetascope);
        return;
    }
    let Some(asked) = asked else {
        return;
    };
    let left_out: Vec<String> = asked
        .iter()
        .filter(|asked| !names.contains(&asked.as_str()))
        .cloned()
        .collect();
    if !left_out.is_empty() {
        found.push(Finding::MetascopesLeftOut { names: left_out });
    }
    if found.len() == before {
        found.push(Finding::MetascopesAgree);
    }
}

/// The address and name of a claim that is a metascope, or is meant as one.
fn metascope<'a>(claim: &'a str, known: &[&str]) -> Option<(&'a str, &'a str)> {
    if claim.contains("://") {
        let (address, name) = claim.rsplit_once("/s/")?;
        return (!name.is_empty()).then_some((address, name));
    }
    known.contains(&claim).then_some(("", claim))
}
