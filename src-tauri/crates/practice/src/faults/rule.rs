use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::gateway::GatewayRow;
use crate::ims::ImsRow;

/// Which requests meet a fault, which fault, and how often.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FaultRule {
    /// Requests whose path begins so; empty means every path. The `/practice` calls never misbehave.
    #[serde(default)]
    pub path: String,
    /// Only this HTTP method.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// Only GraphQL requests that name this operation or ask for this field, such as `createSession`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operation: Option<String>,
    /// What goes wrong.
    #[serde(flatten)]
    pub kind: FaultKind,
    /// How many requests meet it; `None` means all until the rule is removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u32>,
}

/// What goes wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum FaultKind {
    /// The answer comes this much later.
    Latency {
        /// Milliseconds to wait before the request is handled.
        milliseconds: u64,
    },
    /// An error of the service or of what stands before it, instead of the answer.
    Status {
        /// The HTTP status, such as 429, 500, 502, 503 or 504.
        status: u16,
        /// Seconds for the `Retry-After` header; none leaves the header out.
        #[serde(default)]
        retry_after: Option<u64>,
    },
    /// The same, but after the request was handled: what it asked for is done.
    StatusAfterwards {
        /// The HTTP status.
        status: u16,
    },
    /// The request is handled, and its answer comes this much later.
    LateAnswer {
        /// Milliseconds to wait after the request was handled.
        milliseconds: u64,
    },
    /// A connection closes as soon as it is opened, before anything is read of it, TLS included; one that is open already
    /// closes at its next request. Whose connection it is is not known then, so path, method and operation count for
    /// nothing, and calls under `/practice` meet it too: give it a number of times.
    CutAtAccept,
    /// The connection closes without an answer; the request is not handled.
    CutBeforeAnswer,
    /// The request is handled; the connection closes in the middle of the answer's headers.
    CutWithinHead,
    /// The request is handled; the connection closes half-way through the body.
    CutWithinBody,
    /// The request is handled; the body begins as it should and goes on for ever.
    EndlessBody,
    /// The request is handled; the body comes a byte a second.
    DrippingBody,
    /// The request is handled; a small compressed body grows to hundreds of megabytes of white space.
    Bomb {
        /// How it is compressed.
        encoding: Encoding,
    },
    /// Another address is named (status 307); the request is not handled.
    Redirect {
        /// The address.
        location: String,
    },
    /// The request is handled; a GraphQL answer says errors beside its data.
    ErrorsBesideData {
        /// The words of the error.
        message: String,
    },
    /// The request is handled; the body ends half-way, as if it were whole.
    MalformedBody,
    /// Whatever page of a list is asked for, the first one comes, and says that there is another behind it.
    EndlessPages,
    /// Status 200 with a page of HTML, as a company proxy or a captive portal sends.
    HtmlBody,
    /// The request is handled; the body is right and its content type is `text/plain`.
    WrongContentType,
    /// The server's clock is wrong: the `Date` header, the expiry of JWTs and of tokens.
    ClockSkew {
        /// Seconds ahead; negative is behind.
        seconds: i64,
    },
    /// IMS answers with this row of its tables; the request is not handled.
    Ims {
        /// The row, by its name in camel case.
        row: ImsRow,
        /// Seconds for the `Retry-After` header; none leaves the header out.
        #[serde(default)]
        retry_after: Option<u64>,
    },
    /// The gateway answers with this row of its table; the request is not handled.
    Gateway {
        /// The row, by its error code.
        row: GatewayRow,
        /// Seconds for the `Retry-After` header; none leaves the header out.
        #[serde(default)]
        retry_after: Option<u64>,
    },
    /// This JSON, whatever it is, instead of the answer: for errors that nobody has seen yet.
    Answer {
        /// The HTTP status.
        status: u16,
        /// The whole body.
        body: Value,
    },
    /// The gateway answers as if the access token had been revoked (401013).
    TokenRevoked,
}

/// How a body is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Encoding {
    /// Gzip.
    Gzip,
    /// Brotli.
    Brotli,
}

impl FaultRule {
    /// A rule for all requests whose path begins with `path`.
    #[must_use]
    pub fn new(path: impl Into<String>, kind: FaultKind) -> Self {
        Self {
            path: path.into(),
            method: None,
            operation: None,
            kind,
            times: None,
        }
    }

    /// Only for this HTTP method.
    #[must_use]
    pub fn method(mut self, method: impl Into<String>) -> Self {
        self.method = Some(method.into());
        self
    }

    /// Only for GraphQL requests with this operation or field.
    #[must_use]
    pub fn operation(mut self, operation: impl Into<String>) -> Self {
        self.operation = Some(operation.into());
        self
    }

    /// Only for this many requests.
    #[must_use]
    pub fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }

    pub(super) fn matches(&self, path: &str, method: &str, graphql: Option<&str>) -> bool {
        let method_matches = self
            .method
            .as_deref()
            .is_none_or(|wanted| wanted.eq_ignore_ascii_case(method));
        let operation_matches = self
            .operation
            .as_deref()
            .is_none_or(|wanted| graphql.is_some_and(|document| names(document, wanted)));
        !matches!(self.kind, FaultKind::CutAtAccept)
            && path.starts_with(&self.path)
            && method_matches
            && operation_matches
    }
}

fn names(document: &str, wanted: &str) -> bool {
    document
        .split(|character: char| !character.is_ascii_alphanumeric() && character != '_')
        .any(|word| word == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn rules_read_as_the_control_call_writes_them() {
        let rule: FaultRule = serde_json::from_value(json!({
            "path": "/graffias",
            "operation": "createSession",
            "kind": "status",
            "status": 429,
            "retryAfter": 2,
            "times": 3,
        }))
        .unwrap();
        assert_eq!(
            rule,
            FaultRule::new(
                "/graffias",
                FaultKind::Status {
                    status: 429,
                    retry_after: Some(2)
                }
            )
            .operation("createSession")
            .times(3)
        );
        let again = serde_json::from_value(serde_json::to_value(&rule).unwrap()).unwrap();
        assert_eq!(rule, again);
    }

    #[test]
    fn an_operation_matches_whole_words_of_the_document() {
        let rule = FaultRule::new("", FaultKind::HtmlBody).operation("session");
        assert!(!rule.matches("/graffias/graphql", "POST", Some("query { sessions { uuid } }")));
        assert!(rule.matches("/graffias/graphql", "POST", Some("{ session(uuid: 1) }")));
        assert!(!rule.matches("/graffias/graphql", "POST", None));
    }
}
