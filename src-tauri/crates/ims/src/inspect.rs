//! Reading a token that somebody pasted: what it says, and what is wrong with it. Everything happens on this computer.

mod access_token;
mod finding;
mod members;
mod service_account;
mod signature;
mod text;
mod times;

use keys::Certificate;
use time::OffsetDateTime;
use url::Url;

pub use finding::{Finding, Severity, TokenPart};
pub use members::Member;

use members::Members;

/// The longest text that is read. Adobe's tokens have under two thousand characters.
pub const LONGEST_TEXT: usize = 256 * 1024;

/// What a token is compared with: an integration in Adobe's terms.
#[derive(Clone, Debug)]
pub struct Expectation {
    /// The address of IMS, which a JWT names in `aud` and in its metascopes.
    pub ims: Url,
    /// The client ID.
    pub client_id: String,
    /// The organization ID.
    pub organization_id: String,
    /// The technical account ID, where it is known.
    pub technical_account_id: Option<String>,
    /// What the integration asks for.
    pub asks_for: AsksFor,
    /// The certificate of a service account, where it is known.
    pub certificate: Option<Certificate>,
}

/// What an integration asks for, by its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AsksFor {
    /// OAuth Server-to-Server: scopes.
    Scopes(Vec<String>),
    /// A service account: metascopes, as bare names.
    Metascopes(Vec<String>),
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A service account's JWT, to be exchanged for an access token.
    ServiceAccountJwt,
    /// An access token of IMS.
    AccessToken,
    /// Some other JWT.
    OtherJwt,
}

/// What a token says and what was found. It holds no signature, so no token can be made of it.
#[derive(Clone, Debug)]
pub struct Inspection {
    /// What it is.
    pub kind: TokenKind,
    /// Its header, in its order.
    pub header: Vec<Member>,
    /// Its claims, in their order.
    pub claims: Vec<Member>,
    /// When it was issued, in epoch milliseconds, where it says so.
    pub issued_at: Option<i64>,
    /// When it ends, in epoch milliseconds, where it says so.
    pub expires_at: Option<i64>,
    /// What was checked, the worst first.
    pub findings: Vec<Finding>,
}

/// Why a text could not be read as a token. Holds nothing of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InspectError {
    /// The text is longer than [`LONGEST_TEXT`].
    #[error("the text is longer than {LONGEST_TEXT} bytes")]
    TooLarge,
    /// There is no text.
    #[error("there is no text")]
    Empty,
    /// There is no token in the text.
    #[error("there is no token in the text")]
    NoToken {
        /// What the text seems to be instead.
        looks_like: Option<LooksLike>,
    },
    /// Something has the outside of a token, but one of its parts cannot be decoded.
    #[error("the {part} of the token cannot be decoded")]
    Undecodable {
        /// Which part.
        part: TokenPart,
    },
    /// The token is encrypted (five parts), so only its receiver can read it.
    #[error("the token is encrypted")]
    Encrypted,
}

/// What a text without a token seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LooksLike {
    /// A private key, or something else between `BEGIN` and `END` lines.
    KeyOrCertificate,
    /// An answer of IMS that refuses to give a token.
    Refusal,
}

/// Reads the first token in a text: alone, after `Bearer`, in quotes, broken into lines, in a form field, or within the
/// JSON answer that brought it. `known_metascopes` is Adobe's list; `now` is the time by the clock of IMS.
///
/// A JWT's signature is checked against the certificate of the expectation. An access token is only decoded: Adobe does
/// not publish the keys that sign them.
///
/// # Errors
/// When there is no token in the text, or it cannot be decoded.
pub fn inspect(
    text: &str,
    now: OffsetDateTime,
    known_metascopes: &[&str],
    expected: Option<&Expectation>,
) -> Result<Inspection, InspectError> {
    let token = text::find(text)?;
    let mut found = Vec::new();
    form(&token, &mut found);
    let kind = kind(&token.header, &token.claims);
    let times = match kind {
        TokenKind::AccessToken => access_token::check(&token.claims, now, expected, &mut found),
        TokenKind::ServiceAccountJwt => {
            let times = service_account::check(&token, now, known_metascopes, expected, &mut found);
            signature::check(&token, now, expected, &mut found);
            times
        }
        TokenKind::OtherJwt => {
            found.push(Finding::NotAdobes);
            times::of_jwt(&token.claims, now, false, &mut found)
        }
    };
    found.sort_by_key(Finding::severity);
    Ok(Inspection {
        kind,
        header: token.header.shown(),
        claims: token.claims.shown(),
        issued_at: times.issued_at,
        expires_at: times.expires_at,
        findings: found,
    })
}

/// What holds for every token: no name twice, and a signature at its end.
fn form(token: &text::Token, found: &mut Vec<Finding>) {
    for members in [&token.header, &token.claims] {
        for name in members.repeated() {
            found.push(Finding::Repeated { name });
        }
        if members.left_out() > 0 {
            found.push(Finding::LeftOut {
                count: members.left_out(),
            });
        }
    }
    if token.signature.is_none() {
        found.push(Finding::SignatureMissing);
    }
}

fn kind(header: &Members, claims: &Members) -> TokenKind {
    let is_access_token = claims.text("type") == Some("access_token")
        || header.text("itt") == Some("at")
        || ["client_id", "created_at", "expires_in"]
            .iter()
            .all(|name| claims.value(name).is_some());
    if is_access_token {
        return TokenKind::AccessToken;
    }
    let for_ims = claims.text("aud").is_some_and(|audience| audience.contains("/c/"))
        || claims
            .text("sub")
            .is_some_and(|subject| subject.ends_with(service_account::ACCOUNT_SUFFIX))
        || claims
            .iter()
            .any(|(name, _)| name.contains("://") && name.contains("/s/"));
    if for_ims {
        TokenKind::ServiceAccountJwt
    } else {
        TokenKind::OtherJwt
    }
}
