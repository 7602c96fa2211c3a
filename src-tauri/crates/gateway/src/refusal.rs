//! Adobe's shapes of saying no.

use std::time::SystemTime;

use http::{HeaderMap, StatusCode};
use serde_json::Value;

use crate::{GatewayError, excerpt, retry_after};

/// What a refusal says, whichever shape it came in.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// Adobe's code, where it gave one.
    pub(crate) error_code: Option<String>,
    /// Adobe's words.
    pub(crate) message: String,
}

/// Reads the body of a failure. Known shapes: the API gateway's `{"error_code","message"}`, Experience Platform's
/// `{"type","title","detail"}`, a list of `errors` as JSON:API and GraphQL write it, and IMS's
/// `{"error","error_description"}`.
pub(crate) fn read(body: &[u8]) -> Option<Refusal> {
    let value: Value = serde_json::from_slice(body).ok()?;
    let first_error = value
        .get("errors")
        .and_then(Value::as_array)
        .and_then(|errors| errors.first());
    let object = first_error.unwrap_or(&value);
    let error_code = ["error_code", "code", "type", "error"]
        .iter()
        .find_map(|key| text(object.get(*key)))
        .or_else(|| text(object.pointer("/extensions/code")));
    let title = ["message", "title", "error_description"]
        .iter()
        .find_map(|key| text(object.get(*key)));
    let message = match (title, text(object.get("detail"))) {
        (Some(title), Some(detail)) if title != detail => format!("{title}: {detail}"),
        (Some(words), _) | (None, Some(words)) => words,
        (None, None) => error_code.clone()?,
    };
    Some(Refusal { error_code, message })
}

/// The error that a failure status with this body is.
pub(crate) fn error(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> GatewayError {
    let header = |name: &str| {
        headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .map(str::to_owned)
    };
    let request_id = header("x-request-id");
    let refusal = read(body);
    if status == StatusCode::TOO_MANY_REQUESTS {
        let (error_code, message) = refusal.map_or_else(
            || (None, "no further explanation".to_owned()),
            |refusal| (refusal.error_code, refusal.message),
        );
        return GatewayError::RateLimited {
            retry_after: retry_after(headers, SystemTime::now()),
            error_code,
            message,
            request_id,
        };
    }
    match refusal {
        Some(refusal) => GatewayError::Refused {
            status: status.as_u16(),
            error_code: refusal.error_code,
            message: refusal.message,
            request_id,
        },
        None => GatewayError::Unexpected {
            status: status.as_u16(),
            content_type: header("content-type"),
            excerpt: excerpt(body),
            request_id,
        },
    }
}

fn text(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shape_gives_code_and_words() {
        let cases = [
            (
                r#"{"error_code":"403000","message":"Api Key is required"}"#,
                Some("403000"),
                "Api Key is required",
            ),
            (
                r#"{"error_code":403003,"message":"Api Key is invalid"}"#,
                Some("403003"),
                "Api Key is invalid",
            ),
            (
                r#"{"type":"http://ns.adobe.com/aep/errors/SMS-2074-400","title":"Bad","detail":"No sandbox","status":400}"#,
                Some("http://ns.adobe.com/aep/errors/SMS-2074-400"),
                "Bad: No sandbox",
            ),
            (
                r#"{"errors":[{"status":"404","code":"not-found","title":"Record Not Found"}]}"#,
                Some("not-found"),
                "Record Not Found",
            ),
            (
                r#"{"errors":[{"message":"Syntax Error","extensions":{"code":"BAD"}}],"data":null}"#,
                Some("BAD"),
                "Syntax Error",
            ),
            (r#"{"error":"invalid_token"}"#, Some("invalid_token"), "invalid_token"),
        ];
        for (body, code, words) in cases {
            let refusal = read(body.as_bytes()).unwrap();
            assert_eq!(
                (refusal.error_code.as_deref(), refusal.message.as_str()),
                (code, words),
                "{body}"
            );
        }
    }

    #[test]
    fn other_bodies_are_no_refusal() {
        for body in [
            "<html></html>",
            "{}",
            "[]",
            "null",
            "",
            r#"{"message":""}"#,
            r#"{"errors":[]}"#,
        ] {
            assert_eq!(read(body.as_bytes()), None, "{body}");
        }
    }
}
