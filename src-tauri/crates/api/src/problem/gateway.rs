//! The network and Adobe's API gateway. Codes are those of its public error table.

use gateway::{Cause, ClientError, GatewayError, NoAuthorities, Unreachable};
use ims::ImsError;

use super::detail;
use crate::contract::problem::{Problem, ProblemCode};

impl From<&Unreachable> for Problem {
    fn from(error: &Unreachable) -> Self {
        let host = &error.host;
        let (message, next_step) = match error.cause {
            Cause::Dns => (
                format!("The name {host} could not be found. This computer may be offline."),
                "Check the network connection, then try again.",
            ),
            Cause::Refused => (
                format!("Nothing accepts connections at {host}."),
                "Check the address and whether the service is running, then try again.",
            ),
            Cause::Untrusted => (
                format!(
                    "The certificate of {host} is from nobody whom this computer trusts. A company proxy that inspects traffic is the usual reason."
                ),
                "Ask your network team for the file of their certificate authority, and choose it in Settings, Network. Or ask them to exempt Adobe's hosts.",
            ),
            Cause::CertificateTime => (
                format!("The certificate of {host} is not valid at the time that this computer's clock shows."),
                "Check the date and time of this computer, then try again.",
            ),
            Cause::CertificateName => (
                format!("The certificate that {host} shows is for another name, so something else may have answered."),
                "Check the address. If it is right, ask your network team whether a proxy stands in between.",
            ),
            Cause::Tls => (
                format!("No secure connection to {host} could be agreed on. TLS 1.2 or newer is needed."),
                "Check the address. If it is right, ask your network team whether a proxy stands in between.",
            ),
            Cause::ProxyUnreachable => (
                format!("The proxy on the way to {host} could not be reached."),
                "Check the proxy in Settings, Network, or choose no proxy there if this network has none.",
            ),
            Cause::ProxyAuthorization => (
                format!(
                    "The proxy on the way to {host} wants a user name and password, and none are kept here that it accepts."
                ),
                "In Settings, Network, choose This address, and enter them beside the address of the proxy.",
            ),
            Cause::ProxyRefused => (
                format!("The proxy does not let connections to {host} through."),
                "Ask your network team to allow Adobe's hosts: ims-na1.adobelogin.com and those that end in adobe.io.",
            ),
            Cause::Timeout => (
                format!("{host} did not answer in time."),
                "Try again. If it goes on, check the network or proxy, and status.adobe.com.",
            ),
            Cause::Cut => (
                format!("The connection to {host} broke before the answer was complete."),
                "Try again. If it goes on, check the network or proxy.",
            ),
            Cause::Other => (
                format!("{host} could not be reached."),
                "Check the network connection, then try again.",
            ),
        };
        Self::new(
            ProblemCode::Unreachable,
            "Adobe could not be reached",
            message,
            next_step,
        )
        .with_detail(error.detail.clone())
    }
}

impl From<&ClientError> for Problem {
    fn from(error: &ClientError) -> Self {
        match error {
            ClientError::AuthoritiesFile { path, source } => Self {
                next_step: "In Settings, Network, choose the file of certificate authorities again, or take it out."
                    .to_owned(),
                ..Self::file(path, source, "read")
            },
            ClientError::Authorities(why) => {
                let (message, next_step) = match why {
                    NoAuthorities::NoCertificate => (
                        "There is no certificate in this file.",
                        "Ask your network team for the file of their certificate authority, in PEM form; it begins with BEGIN CERTIFICATE.",
                    ),
                    NoAuthorities::IsKey => (
                        "This file holds a private key, which does not belong here.",
                        "Choose the file of the certificate authority, which holds certificates alone.",
                    ),
                    NoAuthorities::Unreadable => (
                        "A certificate in this file cannot be read.",
                        "Ask your network team for the file again; it may have been cut or changed on its way.",
                    ),
                    NoAuthorities::TooLarge => (
                        "This file is larger than 4 MB, and certificates need far less.",
                        "Choose the file of the certificate authority.",
                    ),
                };
                Self::new(
                    ProblemCode::CertificateUnusable,
                    "The certificate authorities cannot be used",
                    message,
                    next_step,
                )
            }
            ClientError::Proxy { reason } => Self::new(
                ProblemCode::InvalidInput,
                "The proxy cannot be used",
                format!("As the address of a proxy this does not do: {reason}."),
                "Write it as http://host:port or socks5://host:port. User name and password have fields of their own.",
            ),
            ClientError::Setup(_) => Self::internal(error.to_string()),
        }
    }
}

impl From<ClientError> for Problem {
    fn from(error: ClientError) -> Self {
        (&error).into()
    }
}

impl From<&GatewayError> for Problem {
    fn from(error: &GatewayError) -> Self {
        match error {
            GatewayError::Unreachable(unreachable) => unreachable.into(),
            GatewayError::Token(failure) => match failure.downcast_ref::<ImsError>() {
                Some(error) => error.into(),
                None => super::integration::token_failure(failure),
            },
            GatewayError::Refused { status, error_code, message, request_id } => {
                refused(*status, error_code.as_deref(), message, request_id.as_deref())
            }
            GatewayError::RateLimited { retry_after, error_code, message, request_id } => {
                let (said, next_step) = match error_code.as_deref() {
                    Some("429001") => (
                        "The service is used as much as the plan of your organization allows.",
                        "Ask an administrator which other programs use this service, or for a larger plan.",
                    ),
                    Some("429002") => (
                        "This client ID is used as much as Adobe allows, here and in other programs together.",
                        "Let other programs that use this client ID pause, or give them a credential of their own.",
                    ),
                    _ => ("Adobe limits how often an integration may call, and this one has called too often.", ""),
                };
                let wait = retry_after.map_or_else(
                    || "Wait a minute, then try again.".to_owned(),
                    |wait| format!("Wait {} seconds, then try again.", wait.as_secs().max(1)),
                );
                let next_step = if next_step.is_empty() { wait } else { format!("{next_step} {wait}") };
                Self::new(ProblemCode::RateLimited, "Too many requests", said, next_step).with_detail(detail([
                    error_code.clone(),
                    Some(message.clone()),
                    request(request_id.as_deref()),
                ]))
            }
            GatewayError::Unexpected { status, excerpt, request_id, .. } if *status >= 500 => {
                service_failed(*status, excerpt, request_id.as_deref())
            }
            GatewayError::Unexpected { status, content_type, excerpt, request_id } => {
                unexpected(*status, content_type.as_deref(), excerpt, request_id.as_deref())
            }
            GatewayError::NotJson { status, content_type, excerpt, request_id, .. } => {
                unexpected(*status, content_type.as_deref(), excerpt, request_id.as_deref())
            }
            GatewayError::TooLarge { limit } => Self::new(
                ProblemCode::UnexpectedAnswer,
                "The answer is too large",
                format!("More than {} MB arrived, and reading stopped there.", limit / 1_000_000),
                "Try again. If it goes on, report it with the time of day.",
            ),
            GatewayError::NotSendable { reason } => Self::invalid_input(
                "The request could not be sent: a field of the integration holds a character that is not allowed there.",
                "Open the integration and correct its client ID and organization ID.",
            )
            .with_detail(reason.clone()),
        }
    }
}

/// A refusal in one of the shapes of Adobe's gateway.
pub(super) fn refused(status: u16, code: Option<&str>, message: &str, request_id: Option<&str>) -> Problem {
    let (kind, title, said, next_step) = match code.and_then(known).or_else(|| by_status(status)) {
        Some(words) => words,
        None if status >= 500 => return service_failed(status, message, request_id),
        None => return unknown(status, code, message, request_id),
    };
    Problem::new(kind, title, said, next_step).with_detail(refusal_detail(status, code, message, request_id))
}

type Words = (ProblemCode, &'static str, &'static str, &'static str);

/// The rows of the gateway's error table.
fn known(code: &str) -> Option<Words> {
    Some(match code {
        "403000" => (
            ProblemCode::ClientUnknown,
            "The client ID did not arrive",
            "Adobe received the call without a client ID (API key).",
            "Check that the integration has a client ID. If it has, a proxy takes headers out: ask your network team to exempt Adobe's hosts.",
        ),
        "403003" => (
            ProblemCode::ClientUnknown,
            "Adobe does not accept the client ID",
            "The client ID (API key) is unknown, or this API was not added to its project.",
            "In Developer Console, open the project, choose Add API, and add it. Then check the client ID here.",
        ),
        "403201" => (
            ProblemCode::AccessRefused,
            "The client ID may not use this service",
            "Adobe allows this service to chosen clients alone, and this client ID is not among them.",
            "Ask an administrator of your organization, or Adobe's support, to allow this client ID.",
        ),
        "403010" => (
            ProblemCode::TokenRefused,
            "The access token did not arrive",
            "Adobe received the call without an access token.",
            "Test the integration. If it passes, a proxy takes headers out: ask your network team to exempt Adobe's hosts.",
        ),
        "401013" | "403020" => (
            ProblemCode::TokenRefused,
            "Adobe does not accept the access token",
            "The access token is wrong, has expired or was revoked.",
            "Renew the token. If it goes on, test the integration.",
        ),
        "401014" => (
            ProblemCode::TokenRefused,
            "The access token is not for this call",
            "The access token was made for another client ID or another use.",
            "Compare the client ID with the credential's page in Developer Console, then renew the token.",
        ),
        "403011" | "401015" => (
            ProblemCode::ScopeRefused,
            "The access token does not cover this",
            "A scope or metascope that this call needs is missing from the integration.",
            "In Developer Console, add the API to the project, then add its scopes here and test again.",
        ),
        "403024" => (
            ProblemCode::ScopeRefused,
            "The access token may not read the profile",
            "This API looks up who is calling, and the token's scopes do not allow that.",
            "Add the scopes openid, AdobeID and additional_info.projectedProductContext to the integration, then test again.",
        ),
        "403023" | "403025" => (
            ProblemCode::AccessRefused,
            "Adobe does not accept the organization",
            "The organization ID does not belong to this access token, or that organization does not have this product.",
            "Compare the organization ID with the credential's page in Developer Console.",
        ),
        "400003" => (
            ProblemCode::AccessRefused,
            "The organization ID did not arrive",
            "Adobe received the call without an organization ID.",
            "Check that the integration has an organization ID. If it has, a proxy takes headers out: ask your network team to exempt Adobe's hosts.",
        ),
        "403027" => (
            ProblemCode::AccessRefused,
            "The technical account has no place in this organization",
            "The technical account is in no product profile of Experience Platform, or the organization ID is another's or misspelt.",
            "Ask an administrator to add the technical account to the product profile AEP-Default-All-Users in Admin Console. Also compare the organization ID.",
        ),
        "403012" | "403013" => (
            ProblemCode::AccessRefused,
            "Adobe does not allow calls from this network",
            "Your organization or Adobe allows calls only from chosen addresses, and this network's is not among them.",
            "Ask an administrator of your organization to allow the address of this network, or use the company's network or VPN.",
        ),
        "403030" | "403033" | "400001" | "400002" => (
            ProblemCode::AccessRefused,
            "This service wants signed calls",
            "The service is set up for calls that carry a signature of their own, which this program does not make.",
            "Ask whoever set up the service at Adobe to take calls with an access token alone.",
        ),
        "503000" => (
            ProblemCode::ServiceFailed,
            "Adobe could not check the client ID",
            "Adobe's gateway could not look up the client ID just now. Nothing is wrong with it as far as can be told.",
            "Try again in a minute, and look at status.adobe.com if it goes on.",
        ),
        "503010" => (
            ProblemCode::ServiceFailed,
            "Adobe could not check the access token",
            "Adobe's gateway could not look up the access token just now. Nothing is wrong with it as far as can be told.",
            "Try again in a minute, and look at status.adobe.com if it goes on.",
        ),
        "503020" => (
            ProblemCode::ServiceFailed,
            "Adobe could not read the profile",
            "Adobe's gateway could not look up who is calling just now.",
            "Try again in a minute, and look at status.adobe.com if it goes on.",
        ),
        "503030" => (
            ProblemCode::ServiceFailed,
            "Adobe could not check the signature of the call",
            "Adobe's gateway could not check the signature of the call just now.",
            "Try again in a minute, and look at status.adobe.com if it goes on.",
        ),
        "503071" => (
            ProblemCode::RateLimited,
            "Adobe slows this integration down",
            "It has called more often than Adobe likes just now.",
            "Wait a minute, then try again. Close what you do not need to follow live.",
        ),
        "403040" | "404040" => (
            ProblemCode::UnexpectedAnswer,
            "Adobe does not serve this address",
            "The gateway answered, but nothing is behind the address that was called.",
            "Compare the addresses of the integration with Adobe's. If they are right, update this program.",
        ),
        _ => return None,
    })
}

fn by_status(status: u16) -> Option<Words> {
    Some(match status {
        429 => (
            ProblemCode::RateLimited,
            "Too many requests",
            "Adobe limits how often an integration may call, and this one has called too often.",
            "Wait a minute, then try again.",
        ),
        401 => (
            ProblemCode::TokenRefused,
            "Adobe does not accept the access token",
            "The access token has expired or was revoked.",
            "Renew the token. If it goes on, test the integration.",
        ),
        403 => (
            ProblemCode::AccessRefused,
            "Adobe does not allow this",
            "The integration is known, but it has no right to do this.",
            "Ask an administrator of your organization to grant access in Admin Console.",
        ),
        _ => return None,
    })
}

/// A refusal that is in none of Adobe's tables, in Adobe's own words.
fn unknown(status: u16, code: Option<&str>, message: &str, request_id: Option<&str>) -> Problem {
    let words: String = message.chars().take(300).collect();
    Problem::new(
        ProblemCode::UnexpectedAnswer,
        "Adobe refused the request",
        format!(
            "The reason is not one that Adobe documents. Adobe says: {}.",
            words.trim_end_matches('.')
        ),
        "Try again. If it goes on, report it with the detail below.",
    )
    .with_detail(refusal_detail(status, code, message, request_id))
}

fn refusal_detail(status: u16, code: Option<&str>, message: &str, request_id: Option<&str>) -> String {
    detail([
        Some(format!("HTTP {status}")),
        code.map(str::to_owned),
        Some(message.to_owned()),
        request(request_id),
    ])
}

fn service_failed(status: u16, message: &str, request_id: Option<&str>) -> Problem {
    Problem::new(
        ProblemCode::ServiceFailed,
        "Adobe's service failed",
        format!("It answered with status {status}. Nothing is wrong on your side as far as can be told."),
        "Try again in a minute, and look at status.adobe.com if it goes on.",
    )
    .with_detail(detail([Some(message.to_owned()), request(request_id)]))
}

fn unexpected(status: u16, content_type: Option<&str>, excerpt: &str, request_id: Option<&str>) -> Problem {
    Problem::new(
        ProblemCode::UnexpectedAnswer,
        "Something other than Adobe answered",
        "The answer is not what Adobe's API sends. A proxy, a sign-in page of the network or a wrong address can do that.",
        "Open a web page to see whether the network asks you to sign in, then try again.",
    )
    .with_detail(detail([
        Some(format!("HTTP {status}")),
        content_type.map(str::to_owned),
        Some(excerpt.to_owned()).filter(|excerpt| !excerpt.is_empty()),
        request(request_id),
    ]))
}

/// Adobe's id of a request, as its support asks for it.
pub(super) fn request(id: Option<&str>) -> Option<String> {
    id.map(|id| format!("request {id}"))
}
