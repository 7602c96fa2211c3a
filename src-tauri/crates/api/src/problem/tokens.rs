//! The token workbench in words: what the parts of a token mean and what was found in it.

use ims::{Finding, InspectError, Inspection, LooksLike, Member, Severity, TokenKind, TokenPart};

use crate::contract::problem::{Problem, ProblemCode};
use crate::contract::tokens::{
    Severity as ShownSeverity, TokenClaim, TokenFinding, TokenKind as ShownKind, TokenReport,
};

/// A token as the window shows it.
pub(crate) fn token_report(inspection: &Inspection) -> TokenReport {
    let shown = |members: &[Member]| members.iter().map(claim).collect();
    TokenReport {
        kind: match inspection.kind {
            TokenKind::ServiceAccountJwt => ShownKind::ServiceAccountJwt,
            TokenKind::AccessToken => ShownKind::AccessToken,
            TokenKind::OtherJwt => ShownKind::OtherJwt,
        },
        header: shown(&inspection.header),
        claims: shown(&inspection.claims),
        issued_at: inspection.issued_at,
        expires_at: inspection.expires_at,
        findings: inspection.findings.iter().map(finding).collect(),
    }
}

fn claim(member: &Member) -> TokenClaim {
    TokenClaim {
        name: member.name.clone(),
        value: member.value.clone(),
        meaning: meaning(&member.name).map(str::to_owned),
        at: member.at,
    }
}

fn meaning(name: &str) -> Option<&'static str> {
    Some(match name {
        "alg" => "How it is signed",
        "typ" => "What it is",
        "kid" => "Name of the key that signed it",
        "x5u" => "Name of the certificate of that key",
        "itt" => "Kind of token: at is an access token",
        "exp" => "End",
        "iat" => "Made at",
        "nbf" => "Not valid before",
        "iss" => "Organization ID",
        "sub" => "Technical account ID",
        "aud" => "For whom: the IMS address and the client ID",
        "jti" => "Number, so that it can be used only once",
        "id" => "Adobe's id of the token",
        "type" => "Kind of token",
        "client_id" => "Client ID",
        "user_id" => "Whose token it is: the technical account ID",
        "aa_id" => "Account ID",
        "org" => "Organization ID",
        "as" => "The IMS that made it",
        "scope" => "Scopes that were granted",
        "created_at" => "Made at",
        "expires_in" => "Lifetime in milliseconds",
        "auth_time" => "Signed in at",
        _ if name.contains("://") && name.contains("/s/") => "Metascope",
        _ => return None,
    })
}

impl From<InspectError> for Problem {
    fn from(error: InspectError) -> Self {
        let (message, next_step) = match error {
            InspectError::TooLarge => (
                "The text is longer than 256 KB, and tokens have a few thousand characters.",
                "Paste the token alone.",
            ),
            InspectError::Empty => (
                "There is no text.",
                "Paste a JWT or an access token; it stays on this computer.",
            ),
            InspectError::NoToken { looks_like: None } => (
                "There is no token in this text. A token is three parts of letters and digits, joined by dots.",
                "Copy the whole token, or the whole answer that it came in, and paste it again.",
            ),
            InspectError::NoToken {
                looks_like: Some(LooksLike::KeyOrCertificate),
            } => (
                "This is a key or a certificate and not a token.",
                "Choose it in the key step of an integration. If it is a private key, empty the clipboard.",
            ),
            InspectError::NoToken {
                looks_like: Some(LooksLike::Refusal),
            } => (
                "This is an answer that refuses a token and holds none.",
                "Test the integration to have the refusal explained, or paste the token itself.",
            ),
            InspectError::Undecodable {
                part: TokenPart::Header,
            } => (
                "This has the outside of a token, but its first part cannot be decoded.",
                "Copy the token again from its beginning, which is usually eyJ.",
            ),
            InspectError::Undecodable { .. } => (
                "The token begins as one does, but its second part is missing or cannot be decoded.",
                "Copy the whole token again; its end is missing or characters in it were changed.",
            ),
            InspectError::Encrypted => (
                "This token is encrypted, so only who it was made for can read it.",
                "Paste an access token or a service account's JWT; Adobe encrypts neither.",
            ),
        };
        Self::new(
            ProblemCode::InvalidInput,
            "The token cannot be read",
            message,
            next_step,
        )
    }
}

/// The sentences of one finding: title, message, next step.
fn finding(finding: &Finding) -> TokenFinding {
    let (title, message, next_step) = words(finding);
    TokenFinding {
        severity: match finding.severity() {
            Severity::Wrong => ShownSeverity::Wrong,
            Severity::Note => ShownSeverity::Note,
            Severity::Good => ShownSeverity::Good,
        },
        title,
        message,
        next_step,
    }
}

fn words(finding: &Finding) -> (String, String, Option<String>) {
    let said = |title: &str, message: String, next_step: &str| {
        (
            title.to_owned(),
            message,
            Some(next_step.to_owned()).filter(|step| !step.is_empty()),
        )
    };
    match finding {
        Finding::Unsigned => said(
            "It is not signed",
            "Its header names no signature, so anybody could have written it, and Adobe refuses it.".to_owned(),
            "Sign it with RS256 and the private key of the integration.",
        ),
        Finding::Algorithm { found } => said(
            "Signed in another way than Adobe takes",
            format!("Its header says {found}. Adobe takes RS256: the private key of an RSA certificate."),
            "Sign it with RS256 and the private key of the integration. A client secret cannot sign it.",
        ),
        Finding::OldAlgorithm { found } => said(
            "Signed in an unusual way",
            format!("Its header says {found}. Adobe's documentation named it until 2019, and only RS256 since."),
            "Sign it with RS256 to be sure.",
        ),
        Finding::SignatureMissing => said(
            "The signature is missing",
            "The third part, after the second dot, is not there.".to_owned(),
            "Copy the whole token again.",
        ),
        Finding::Repeated { name } => said(
            "A name stands twice",
            format!("{name} stands more than once, and readers disagree about which one counts."),
            "Write it once.",
        ),
        Finding::LeftOut { count } => said(
            "Not all is shown",
            format!("{count} more members of it are not shown."),
            "",
        ),
        Finding::Missing { part } => missing(*part),
        Finding::Malformed { part, found } => malformed(*part, found),
        Finding::Other { part, found, expected } => other(*part, found, expected),
        Finding::Agrees { part } => agrees(*part),
        Finding::NotProduction { found } => said(
            "It is not for Adobe's production",
            format!("It names the IMS address {found}. Adobe's for production is https://ims-na1.adobelogin.com."),
            "Choose an integration to compare it with.",
        ),
        Finding::Milliseconds { part } => said(
            "A time is in milliseconds",
            format!("The {part} is in milliseconds since 1970. A JWT has seconds, so Adobe reads it as a year far ahead."),
            "Divide the number by 1000.",
        ),
        Finding::Expired { .. } => said(
            "It has expired",
            "Its end has passed, so Adobe refuses it.".to_owned(),
            "Use a new one.",
        ),
        Finding::NotYetValid { .. } => said(
            "It is not valid yet",
            "It says that it must not be used before a time that is still to come.".to_owned(),
            "Leave nbf out, or check the clock of the computer that made it.",
        ),
        Finding::IssuedLater { .. } => said(
            "It was made in the future",
            "It says that it was made at a time that is still to come.".to_owned(),
            "Check the clock of the computer that made it.",
        ),
        Finding::TooLong { seconds } => said(
            "It is valid for too long",
            format!("It is valid for {}. Adobe accepts at most 24 hours.", hours(*seconds)),
            "Make it valid for five minutes.",
        ),
        Finding::Long { seconds } => said(
            "It is valid for long",
            format!(
                "It is valid for {}. It is needed only for the moment of the exchange, and until it ends whoever finds it can use it with the client secret.",
                hours(*seconds)
            ),
            "Make it valid for five minutes.",
        ),
        Finding::InTime { .. } => said("It has not expired", "Its end is still to come.".to_owned(), ""),
        Finding::NoMetascope => said(
            "It asks for nothing",
            "It names no metascope, and Adobe gives an access token only for at least one.".to_owned(),
            "Add a claim for each metascope: the IMS address, /s/ and its name, with the value true.",
        ),
        Finding::MetascopeNotTrue { name, found } => said(
            "A metascope is not true",
            format!("The value of {name} is {found}. Adobe takes the value true alone, without quotes."),
            "Write true.",
        ),
        Finding::MetascopeBare { name } => said(
            "A metascope has no address",
            format!("{name} stands alone. Its claim is named by the IMS address, /s/ and its name."),
            "Write the whole address.",
        ),
        Finding::MetascopeElsewhere { name, found, expected } => said(
            "A metascope names another address",
            format!("{name} is given with {found}, and the IMS of this JWT is {expected}."),
            "Use the same IMS address in aud and in every metascope.",
        ),
        Finding::MetascopeUnknown { name } => said(
            "A metascope is not on Adobe's list",
            format!("{name} is not among the metascopes that are known here. It may be misspelt, or new."),
            "Compare it with the credential's page.",
        ),
        Finding::MetascopeNotAsked { name } => said(
            "A metascope is not the integration's",
            format!("The integration does not ask for {name}. Adobe refuses the whole JWT if one metascope is not granted."),
            "Add it to the integration if the credential's page lists it, or take it out.",
        ),
        Finding::MetascopesLeftOut { names } => said(
            "Metascopes are left out",
            format!("The integration also asks for {}. The access token will not cover them.", names.join(", ")),
            "",
        ),
        Finding::MetascopesAgree => said(
            "The metascopes are right",
            "They are those of the integration.".to_owned(),
            "",
        ),
        Finding::SignatureFits { sha1_fingerprint } => said(
            "The signature is right",
            format!("It was made with the private key of certificate {sha1_fingerprint}."),
            "",
        ),
        Finding::SignatureWrong { sha1_fingerprint } => said(
            "The signature does not fit",
            format!(
                "It was not made with the private key of certificate {sha1_fingerprint}, or the JWT was changed afterwards."
            ),
            "Sign it with the private key of that certificate, or register the certificate of the key that signed it.",
        ),
        Finding::CertificateExpired { sha1_fingerprint } => said(
            "The certificate has expired",
            format!("Certificate {sha1_fingerprint} has ended. Adobe accepts no signature made with its key."),
            "Generate a new key and certificate, and register it.",
        ),
        Finding::NoCertificate => said(
            "The signature was not checked",
            "There is no certificate to check it with.".to_owned(),
            "Choose a service account integration whose certificate is kept here.",
        ),
        Finding::NotVerified => said(
            "Decoded, not verified",
            "Adobe does not publish the keys that sign its access tokens, so nobody else can check the signature. Only Adobe can tell whether it still accepts this one."
                .to_owned(),
            "",
        ),
        Finding::ScopesMissing { names } => said(
            "Scopes are missing",
            format!("The integration asks for {}, and the token was not granted that.", names.join(", ")),
            "Add the API to the project in Developer Console, then renew the token.",
        ),
        Finding::ScopesAgree => said(
            "The scopes are right",
            "It was granted all that the integration asks for.".to_owned(),
            "",
        ),
        Finding::WrongType { found } => said(
            "It is not an access token",
            format!("Its type is {found}. Adobe's APIs take access tokens alone."),
            "Use the value of access_token in the answer of IMS.",
        ),
        Finding::Personal => said(
            "It belongs to a person",
            "It was made for somebody who signed in, and not for a technical account.".to_owned(),
            "",
        ),
        Finding::NotForOauth => said(
            "The integration needs no JWT",
            "It uses OAuth Server-to-Server, which asks for access tokens with the client secret alone.".to_owned(),
            "Choose a service account integration to compare it with.",
        ),
        Finding::NotAdobes => said(
            "It is not one of IMS",
            "It is neither a service account's JWT nor an access token of IMS, so only its times were checked.".to_owned(),
            "",
        ),
    }
}

fn three(title: &str, message: impl Into<String>, next_step: &str) -> (String, String, Option<String>) {
    (title.to_owned(), message.into(), Some(next_step.to_owned()))
}

fn missing(part: TokenPart) -> (String, String, Option<String>) {
    match part {
        TokenPart::Expiry => three(
            "It does not say when it ends",
            "Adobe needs the end: exp in a JWT; created_at and expires_in in an access token.",
            "Add exp: the time in seconds since 1970, five minutes ahead.",
        ),
        TokenPart::Audience => three(
            "It does not say for whom it is",
            "aud is missing.",
            "Add aud: the IMS address, /c/ and the client ID.",
        ),
        TokenPart::Organization => three(
            "It names no organization",
            "iss is missing.",
            "Add iss: the organization ID, which ends in @AdobeOrg.",
        ),
        TokenPart::TechnicalAccount => three(
            "It names no technical account",
            "sub is missing.",
            "Add sub: the technical account ID, which ends in @techacct.adobe.com.",
        ),
        _ => three(
            "Something is missing",
            format!("The {part} is missing."),
            "Copy the whole token again.",
        ),
    }
}

fn malformed(part: TokenPart, found: &str) -> (String, String, Option<String>) {
    match part {
        TokenPart::Expiry | TokenPart::Issue | TokenPart::NotBefore => three(
            "A time is not a whole number",
            format!(
                "The {part} is {found}. Adobe cannot decode a JWT whose times are anything but whole seconds since 1970, without quotes."
            ),
            "Write the seconds since 1970 as a number.",
        ),
        TokenPart::Number => three(
            "The number has the wrong form",
            format!("jti is {found}. Adobe takes a decimal number in quotes, greater than any used before."),
            "Write the time in seconds since 1970, in quotes.",
        ),
        TokenPart::Audience => three(
            "The audience has the wrong form",
            format!("aud is {found}. It is one text: the IMS address, /c/ and the client ID."),
            "Write it as https://ims-na1.adobelogin.com/c/ and the client ID.",
        ),
        TokenPart::Organization => three(
            "The organization ID has the wrong form",
            format!("iss is {found}. An organization ID ends in @AdobeOrg."),
            "Copy the organization ID from the credential's page.",
        ),
        TokenPart::TechnicalAccount => three(
            "The technical account ID has the wrong form",
            format!(
                "sub is {found}. A technical account ID ends in @techacct.adobe.com; its e-mail address is another thing."
            ),
            "Copy the technical account ID from the credential's page.",
        ),
        _ => three(
            "Something has the wrong form",
            format!("The {part} is {found}."),
            "Compare it with the credential's page.",
        ),
    }
}

fn other(part: TokenPart, found: &str, expected: &str) -> (String, String, Option<String>) {
    let message = format!("It says {found}; the integration says {expected}.");
    match part {
        TokenPart::Ims => three(
            "It is for another IMS",
            message,
            "Use the IMS address of the integration; stage and production do not know each other's credentials.",
        ),
        TokenPart::Client => three(
            "It is for another client ID",
            message,
            "Choose the integration with that client ID, or make a new one with this client ID.",
        ),
        TokenPart::Organization => three(
            "It is for another organization",
            message,
            "Choose the integration of that organization, or correct the organization ID.",
        ),
        _ => three(
            "It is for another technical account",
            message,
            "Choose the integration of that account, or correct the technical account ID.",
        ),
    }
}

fn agrees(part: TokenPart) -> (String, String, Option<String>) {
    let title = match part {
        TokenPart::Ims => "The IMS address is right",
        TokenPart::Client => "The client ID is right",
        TokenPart::Organization => "The organization is right",
        _ => "The technical account is right",
    };
    (title.to_owned(), "It is that of the integration.".to_owned(), None)
}

/// A span in whole hours or minutes, whichever says more.
fn hours(seconds: i64) -> String {
    match seconds {
        ..7200 => format!("{} minutes", seconds / 60),
        7200..172_800 => format!("{} hours", seconds / 3600),
        _ => format!("{} days", seconds / 86_400),
    }
}
