//! The one way a GraphQL document goes out and its answer comes back.

use gateway::{Answer, Gateway, Retry};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use url::Url;

use crate::error::AssuranceError;

/// A document with the name that errors and logs call it by.
#[derive(Clone, Copy)]
pub(crate) struct Operation {
    pub(crate) name: &'static str,
    pub(crate) document: &'static str,
    pub(crate) retry: Retry,
}

#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(borrow, default)]
    data: Option<&'a RawValue>,
    #[serde(borrow, default)]
    errors: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct GraphqlError {
    #[serde(default)]
    message: String,
    #[serde(default)]
    extensions: Option<serde_json::Value>,
}

/// Sends a document and reads `data` as `D`.
pub(crate) async fn post<V: Serialize, D: DeserializeOwned>(
    gateway: &Gateway,
    endpoint: &Url,
    operation: Operation,
    variables: V,
) -> Result<D, AssuranceError> {
    let unsendable = |error: serde_json::Error| AssuranceError::Unreadable {
        operation: operation.name,
        reason: error.to_string(),
        request_id: None,
    };
    let body = serde_json::json!({
        "query": operation.document,
        "operationName": operation.name,
        "variables": serde_json::to_value(variables).map_err(unsendable)?,
    });
    let answer = gateway.post_json(endpoint, &body, operation.retry).await?;
    read(operation.name, &answer)
}

pub(crate) fn read<D: DeserializeOwned>(operation: &'static str, answer: &Answer) -> Result<D, AssuranceError> {
    let unreadable = |reason: String| AssuranceError::Unreadable {
        operation,
        reason,
        request_id: answer.request_id.clone(),
    };
    let envelope: Envelope<'_> = serde_json::from_slice(&answer.body).map_err(|error| unreadable(error.to_string()))?;
    if let Some(errors) = envelope.errors
        && errors.get() != "[]"
    {
        return Err(refused(operation, errors.get(), answer.request_id.clone()));
    }
    let Some(data) = envelope.data else {
        return Err(unreadable("it has neither data nor errors".to_owned()));
    };
    serde_json::from_str(data.get()).map_err(|error| unreadable(error.to_string()))
}

fn refused(operation: &'static str, errors: &str, request_id: Option<String>) -> AssuranceError {
    let errors: Vec<GraphqlError> = serde_json::from_str(errors).unwrap_or_default();
    let further = errors.len().saturating_sub(1);
    let first = errors.into_iter().next();
    let code = first
        .as_ref()
        .and_then(|error| error.extensions.as_ref()?.get("code"))
        .map(|code| code.as_str().map_or_else(|| code.to_string(), str::to_owned));
    let message = first
        .map(|error| error.message)
        .filter(|message| !message.is_empty())
        .unwrap_or_else(|| "Adobe gave no reason".to_owned());
    AssuranceError::Refused {
        operation,
        message,
        code,
        further,
        request_id,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn read_text(body: &str) -> Result<Value, AssuranceError> {
        let answer = Answer {
            status: 200,
            body: body.to_owned().into(),
            content_type: None,
            request_id: Some("R1".to_owned()),
        };
        read("sessions", &answer)
    }

    #[test]
    fn errors_with_status_200_are_a_failure_with_code_and_request_id() {
        let body = r#"{"data":{"sessions":[]},"errors":[{"message":"no","extensions":{"code":"X"}},{"message":"2"}]}"#;
        match read_text(body) {
            Err(AssuranceError::Refused {
                message,
                code,
                further,
                request_id,
                ..
            }) => {
                assert_eq!((message.as_str(), code.as_deref(), further), ("no", Some("X"), 1));
                assert_eq!(request_id.as_deref(), Some("R1"));
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn malformed_errors_are_still_a_failure() {
        for body in [
            r#"{"errors":"boom"}"#,
            r#"{"errors":[{"message":7}]}"#,
            r#"{"errors":[{}]}"#,
        ] {
            assert!(matches!(read_text(body), Err(AssuranceError::Refused { .. })), "{body}");
        }
    }

    #[test]
    fn an_answer_of_another_shape_is_unreadable() {
        for body in ["{}", r#"{"data":null}"#, "[]", "7", r#"{"data":"#] {
            assert!(
                matches!(read_text(body), Err(AssuranceError::Unreadable { .. })),
                "{body}"
            );
        }
        let empty_errors = read_text(r#"{"data":{"sessions":[]},"errors":[]}"#);
        assert!(empty_errors.is_ok(), "an empty list of errors is no error");
    }
}
