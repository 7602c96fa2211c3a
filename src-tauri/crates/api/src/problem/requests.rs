//! Answers to calls of any API: what a person should know of them.

use gateway::{Exchange, GatewayError};
use requests::postman::ReadError;
use requests::{HostError, RequestError, ShelfError};
use serde::Deserialize;
use serde_json::Value;

use super::detail;
use super::gateway::request;
use crate::contract::problem::{Problem, ProblemCode};

/// Characters of a service's words that are told.
const LONGEST_WORDS: usize = 300;
/// Errors of one answer that are told.
const MOST_ERRORS: usize = 3;

impl From<&RequestError> for Problem {
    fn from(error: &RequestError) -> Self {
        Self::new(
            ProblemCode::InvalidInput,
            "The request cannot be sent like this",
            error.to_string(),
            error.next_step(),
        )
    }
}

impl From<&ReadError> for Problem {
    fn from(error: &ReadError) -> Self {
        Self::new(
            ProblemCode::InvalidInput,
            "This cannot be imported",
            error.to_string(),
            error.next_step(),
        )
    }
}

impl From<ReadError> for Problem {
    fn from(error: ReadError) -> Self {
        (&error).into()
    }
}

impl From<ShelfError> for Problem {
    fn from(error: ShelfError) -> Self {
        match error {
            ShelfError::Gone { what } => Self::not_found(what),
            ShelfError::BuiltIn => Self::invalid_input(
                "This collection belongs to the program and stays as it is.",
                "Keep the request in a collection of your own.",
            ),
            ShelfError::File(error) => error.into(),
            ShelfError::Host(HostError::NotAHost { .. }) => Self::invalid_input(
                "This is not a host.",
                "Write the host alone, such as api.example.com, or api.example.com:8443.",
            ),
            ShelfError::Host(HostError::Ims { host }) => Self::invalid_input(
                format!("{host} is Adobe's sign-in service. It gives access tokens, and takes none from this program."),
                "Send the request as it is. A request for an access token is done by the program itself.",
            ),
        }
    }
}

/// What was called.
#[derive(Clone, Copy)]
pub(crate) struct Called<'a> {
    /// The host.
    pub(crate) host: &'a str,
    /// The path of the address.
    pub(crate) path: &'a str,
    /// Whether it is one of Adobe's services, or what stands in for it.
    pub(crate) is_adobe: bool,
    /// Whether the access token went along.
    pub(crate) token_sent: bool,
    /// Whether a sandbox was named.
    pub(crate) names_sandbox: bool,
    /// Whether an answer without a body is usual.
    pub(crate) is_head: bool,
}

/// Why no answer came.
pub(crate) fn no_answer(error: &GatewayError, is_adobe: bool) -> Problem {
    let problem = Problem::from(error);
    match error {
        GatewayError::Unreachable(_) if !is_adobe => Problem {
            title: "The host could not be reached".to_owned(),
            ..problem
        },
        GatewayError::TooLarge { limit } => Problem {
            next_step: "Ask for less at once, for example with a limit or a page in the address.".to_owned(),
            message: format!(
                "More than {} MB arrived, and reading stopped there.",
                limit / (1024 * 1024)
            ),
            ..problem
        },
        GatewayError::NotSendable { .. } => Problem {
            message: "The address, a header or a field of the integration holds a character that cannot be sent."
                .to_owned(),
            next_step: "Correct the request, or the client ID and organization ID of the integration.".to_owned(),
            ..problem
        },
        _ => problem,
    }
}

/// What a person should know of an answer. Its secrets must have been taken out.
pub(crate) fn remark(exchange: &Exchange, called: &Called<'_>) -> Option<Problem> {
    let status = exchange.status;
    if let Some(error) = exchange.refusal() {
        return Some(if called.is_adobe {
            of_adobe(&error, called)
        } else {
            of_another(&error, called)
        });
    }
    if status.is_redirection() {
        return redirect(exchange, called);
    }
    if exchange.body.is_empty() {
        let is_usual = called.is_head || matches!(status.as_u16(), 202 | 204 | 205);
        return (!is_usual).then(empty);
    }
    let kind = header(exchange, "content-type")
        .unwrap_or_default()
        .to_ascii_lowercase();
    let first = exchange.body.iter().find(|byte| !byte.is_ascii_whitespace());
    match first {
        Some(b'{') => errors_in_success(&exchange.body).or_else(|| not_whole(exchange, &kind)),
        Some(b'<') if called.is_adobe && !kind.contains("xml") => Some(
            (&GatewayError::NotJson {
                status: status.as_u16(),
                content_type: Some(kind).filter(|kind| !kind.is_empty()),
                reason: "a web page".to_owned(),
                excerpt: gateway::excerpt(&exchange.body),
                request_id: header(exchange, "x-request-id"),
            })
                .into(),
        ),
        _ => not_whole(exchange, &kind),
    }
}

fn header(exchange: &Exchange, name: &str) -> Option<String> {
    let value = exchange.headers.get(name)?;
    Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
}

/// A refusal of one of Adobe's services. What every call can meet is told where all of that is told.
fn of_adobe(error: &GatewayError, called: &Called<'_>) -> Problem {
    let GatewayError::Refused {
        status,
        error_code,
        message,
        request_id,
    } = error
    else {
        return match error {
            GatewayError::Unexpected { status: 404, .. } => nothing_there(called, None).with_detail("HTTP 404"),
            other => other.into(),
        };
    };
    let code = error_code.as_deref().unwrap_or_default();
    let told = detail([
        Some(format!("HTTP {status}")),
        error_code.clone(),
        Some(message.clone()),
        request(request_id.as_deref()),
    ]);
    let is_of_gateway = code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit());
    let about_sandbox = format!("{code} {message}").to_ascii_lowercase().contains("sandbox");
    if is_of_gateway && *status != 404 {
        return error.into();
    }
    match status {
        400..=404 if about_sandbox && !called.names_sandbox => Problem::new(
            ProblemCode::InvalidInput,
            "Experience Platform wants to know the sandbox",
            format!(
                "The call names no sandbox, and this one needs one. Adobe says: {}.",
                words(message)
            ),
            "Choose a sandbox for the integration, or add the header x-sandbox-name, then send again.",
        ),
        404 if called.path.trim_end_matches('/') == "/companies" => Problem::new(
            ProblemCode::AccessRefused,
            "The credentials work, and no company is seen",
            "Tags answers 404 where the technical account sees no company. Credentials that are not accepted get a 403.",
            "Ask an administrator to add the technical account to a product profile of Data Collection in Admin Console.",
        ),
        404 | 410 => nothing_there(called, Some(message)),
        400 | 402 | 405..=409 | 411..=428 | 430..=499 => Problem::new(
            ProblemCode::UnexpectedAnswer,
            format!("The service does not take the request ({status})"),
            format!("Adobe says: {}.", words(message)),
            "Correct what it names in the address, the headers or the body, then send again.",
        ),
        _ => return error.into(),
    }
    .with_detail(told)
}

fn nothing_there(called: &Called<'_>, message: Option<&String>) -> Problem {
    let said = message.map_or_else(String::new, |message| format!(" Adobe says: {}.", words(message)));
    Problem::new(
        ProblemCode::UnexpectedAnswer,
        "Nothing is at this address",
        format!("{} answered, and has nothing under this path.{said}", called.host),
        "Compare the path and the ids in it with Adobe's documentation. What is in another sandbox is not found, either.",
    )
}

/// A refusal of a host that is not Adobe's.
fn of_another(error: &GatewayError, called: &Called<'_>) -> Problem {
    let host = called.host;
    let (status, message) = match error {
        GatewayError::Refused { status, message, .. } => (*status, message.as_str()),
        GatewayError::Unexpected { status, excerpt, .. } => (*status, excerpt.as_str()),
        GatewayError::RateLimited { message, .. } => (429, message.as_str()),
        other => return other.into(),
    };
    let (code, title, said, next_step) = match status {
        401 | 403 if called.token_sent => (
            ProblemCode::AccessRefused,
            "The host does not accept the access token",
            format!("{host} got the access token and answered with status {status}."),
            "Look into the documentation of the service for the credentials and headers that it wants.",
        ),
        401 | 403 => (
            ProblemCode::AccessRefused,
            "The host wants to know who calls",
            format!(
                "{host} answered with status {status}. It was not allowed to have the access token, so that stayed here."
            ),
            "If you trust this host with the access token, allow it, then send again.",
        ),
        404 | 410 => (
            ProblemCode::UnexpectedAnswer,
            "Nothing is at this address",
            format!("{host} answered with status {status}."),
            "Compare the address with the documentation of the service.",
        ),
        429 => (
            ProblemCode::RateLimited,
            "Too many requests",
            format!("{host} limits how often it may be called."),
            "Wait a minute, then send again.",
        ),
        500.. => (
            ProblemCode::ServiceFailed,
            "The service failed",
            format!("{host} answered with status {status}."),
            "Try again in a minute.",
        ),
        _ => (
            ProblemCode::UnexpectedAnswer,
            "The service does not take the request",
            format!("{host} answered with status {status}."),
            "Correct the address, the headers or the body, then send again.",
        ),
    };
    Problem::new(code, title, said, next_step).with_detail(words(message))
}

fn redirect(exchange: &Exchange, called: &Called<'_>) -> Option<Problem> {
    let to = header(exchange, "location")?;
    Some(
        Problem::new(
            ProblemCode::UnexpectedAnswer,
            "The service sends you to another address",
            format!(
                "{} answered with status {} and the address {}. Assurance Desk does not follow, so that the access token \
                 goes to no host that was not named.",
                called.host,
                exchange.status.as_u16(),
                words(&to)
            ),
            "If that address is right, put it in the place of this one, then send again.",
        )
        .with_detail(format!("Location: {to}")),
    )
}

fn empty() -> Problem {
    Problem::new(
        ProblemCode::UnexpectedAnswer,
        "The answer is empty",
        "The service answered, and sent nothing beside the headers.",
        "Compare the method and the path with the documentation of the service.",
    )
}

/// A success that says it is JSON and ends early, or is something else.
fn not_whole(exchange: &Exchange, kind: &str) -> Option<Problem> {
    if !kind.contains("json") {
        return None;
    }
    let error = serde_json::from_slice::<serde::de::IgnoredAny>(&exchange.body).err()?;
    Some(
        Problem::new(
            ProblemCode::UnexpectedAnswer,
            "The answer is not the JSON that it says it is",
            "It may have been cut on its way, or a proxy put something in its place. It is shown as text.",
            "Send it again. If it goes on, ask your network team whether a proxy stands in between.",
        )
        .with_detail(error.to_string()),
    )
}

/// Errors that GraphQL reports with status 200.
fn errors_in_success(body: &[u8]) -> Option<Problem> {
    #[derive(Deserialize)]
    struct Reported {
        errors: Vec<Value>,
    }

    memchr::memmem::find(body, b"\"errors\"")?;
    let reported: Reported = serde_json::from_slice(body).ok()?;
    let told: Vec<String> = reported
        .errors
        .iter()
        .filter_map(|error| error.get("message")?.as_str())
        .take(MOST_ERRORS)
        .map(words)
        .collect();
    if told.is_empty() {
        return None;
    }
    let title = match reported.errors.len() {
        1 => "The answer reports an error".to_owned(),
        many => format!("The answer reports {many} errors"),
    };
    Some(Problem::new(
        ProblemCode::UnexpectedAnswer,
        title,
        format!(
            "The status is that of a success, as is usual with GraphQL. The service says: {}.",
            told.join("; ")
        ),
        "Correct the query or its variables, or ask for the right that is missing. What stands beside the errors may be \
         incomplete.",
    ))
}

/// A service's words, in short, to be followed by a full stop.
fn words(text: &str) -> String {
    let short: String = text.trim().chars().take(LONGEST_WORDS).collect();
    short.trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use http::{HeaderMap, HeaderName, StatusCode};

    use super::*;

    fn exchange(status: u16, headers: &[(&'static str, &str)], body: &str) -> Exchange {
        let headers = headers
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap()));
        Exchange {
            status: StatusCode::from_u16(status).unwrap(),
            headers: HeaderMap::from_iter(headers),
            body: body.to_owned().into(),
            took: Duration::ZERO,
            token_sent: None,
        }
    }

    const ADOBE: Called<'_> = Called {
        host: "platform.adobe.io",
        path: "/data/foundation/schemaregistry/tenant/classes",
        is_adobe: true,
        token_sent: true,
        names_sandbox: false,
        is_head: false,
    };

    fn told(status: u16, headers: &[(&'static str, &str)], body: &str, called: &Called<'_>) -> Option<Problem> {
        let remark = remark(&exchange(status, headers, body), called);
        if let Some(problem) = &remark {
            for sentence in [&problem.message, &problem.next_step] {
                assert!(sentence.ends_with('.') && !sentence.ends_with(".."), "{problem:?}");
            }
        }
        remark
    }

    #[test]
    fn a_good_answer_needs_no_remark() {
        let json = [("content-type", "application/json")];
        for (status, body) in [
            (200, r#"{"results":[]}"#),
            (200, "[]"),
            (201, "{\"errors\":[]}"),
            (204, ""),
        ] {
            assert!(told(status, &json, body, &ADOBE).is_none(), "{status} {body}");
        }
        let head = Called { is_head: true, ..ADOBE };
        assert!(told(200, &json, "", &head).is_none());
        assert!(told(304, &[], "", &ADOBE).is_none());
    }

    #[test]
    fn graphql_errors_in_a_success_are_told_in_its_words() {
        let body = r#"{"data":null,"errors":[{"message":"Session not found."},{"message":"Second"}]}"#;
        let problem = told(200, &[], body, &ADOBE).unwrap();
        assert_eq!(problem.title, "The answer reports 2 errors");
        assert!(
            problem.message.contains("Session not found; Second."),
            "{}",
            problem.message
        );
    }

    #[test]
    fn a_web_page_an_empty_answer_and_half_json_are_told() {
        let page = told(200, &[("content-type", "text/html")], "<html>Sign in</html>", &ADOBE).unwrap();
        assert_eq!(page.title, "Something other than Adobe answered");
        let other = Called {
            is_adobe: false,
            token_sent: false,
            ..ADOBE
        };
        assert!(told(200, &[("content-type", "text/html")], "<html>", &other).is_none());
        assert_eq!(told(200, &[], "", &ADOBE).unwrap().title, "The answer is empty");
        let half = told(200, &[("content-type", "application/json")], "{\"a\":", &ADOBE).unwrap();
        assert!(half.title.contains("not the JSON"));
    }

    #[test]
    fn a_404_is_told_by_what_was_called() {
        let tags = r#"{"errors":[{"status":"404","code":"not-found","title":"Record Not Found"}]}"#;
        let companies = Called {
            path: "/companies",
            ..ADOBE
        };
        assert!(
            told(404, &[], tags, &companies)
                .unwrap()
                .title
                .starts_with("The credentials work")
        );
        let other = told(404, &[], tags, &ADOBE).unwrap();
        assert!(other.title.starts_with("Nothing is at") && other.message.contains("Record Not Found"));
        assert!(
            told(404, &[], "<html>", &ADOBE)
                .unwrap()
                .title
                .starts_with("Nothing is at")
        );
    }

    #[test]
    fn both_shapes_of_errors_and_a_missing_sandbox_are_understood() {
        let platform = r#"{"type":"http://ns.adobe.com/aep/errors/SMS-2074-400","title":"Bad","detail":"Sandbox is missing.","status":400}"#;
        let problem = told(400, &[], platform, &ADOBE).unwrap();
        assert!(problem.next_step.contains("x-sandbox-name"), "{problem:?}");
        let named = Called {
            names_sandbox: true,
            ..ADOBE
        };
        assert!(
            told(400, &[], platform, &named)
                .unwrap()
                .title
                .contains("does not take")
        );
        let gateway = r#"{"error_code":"403003","message":"Api Key is invalid"}"#;
        assert_eq!(
            told(403, &[], gateway, &ADOBE).unwrap().code,
            ProblemCode::ClientUnknown
        );
    }

    #[test]
    fn a_limit_and_a_redirect_say_what_to_do() {
        let limited = told(429, &[("retry-after", "7")], "", &ADOBE).unwrap();
        assert!(limited.next_step.contains("7 seconds"));
        let moved = told(302, &[("location", "https://elsewhere.example/")], "", &ADOBE).unwrap();
        assert!(moved.message.contains("https://elsewhere.example/"));
    }

    #[test]
    fn a_host_that_was_not_allowed_is_not_taken_for_adobe() {
        let other = Called {
            host: "127.0.0.1:1",
            is_adobe: false,
            token_sent: false,
            ..ADOBE
        };
        let refused = told(401, &[], "{\"error\":\"who\"}", &other).unwrap();
        assert!(refused.message.contains("stayed here") && refused.next_step.contains("allow it"));
        let allowed = Called {
            token_sent: true,
            ..other
        };
        let refused = told(401, &[], "", &allowed).unwrap();
        assert!(refused.title.contains("does not accept") && !refused.next_step.contains("allow it"));
        for status in [400, 403, 404, 429, 500, 503] {
            let problem = told(status, &[], "no", &other).unwrap();
            assert!(!format!("{problem:?}").contains("Adobe "), "{problem:?}");
        }
    }
}
