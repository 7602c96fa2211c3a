//! The body of a request.

use serde_json::{Map, Value, json};
use url::form_urlencoded;
use uuid::Uuid;

use super::filling::Filling;
use crate::error::RequestError;
use crate::request::{Body, Field};

/// A body as it would be sent.
#[derive(Clone, Debug, PartialEq)]
pub enum PreparedBody {
    /// A text.
    Text(String),
    /// A form, as `application/x-www-form-urlencoded`.
    Form(Vec<(String, String)>),
    /// A form, as `multipart/form-data`.
    Multipart {
        /// Its fields.
        fields: Vec<(String, String)>,
        /// What stands between its parts.
        boundary: String,
    },
    /// A GraphQL query.
    GraphQl {
        /// The query.
        query: String,
        /// Its variables.
        variables: Option<Map<String, Value>>,
    },
}

impl PreparedBody {
    /// The text that is sent.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Form(fields) => form_urlencoded::Serializer::new(String::new())
                .extend_pairs(fields)
                .finish(),
            Self::Multipart { fields, boundary } => multipart(fields, boundary),
            Self::GraphQl { query, variables } => match variables {
                Some(variables) => json!({"query": query, "variables": variables}).to_string(),
                None => json!({"query": query}).to_string(),
            },
        }
    }

    /// Its media type, where its kind decides it.
    pub(super) fn media_type(&self) -> Option<String> {
        match self {
            Self::Text(_) => None,
            Self::Form(_) => Some("application/x-www-form-urlencoded".to_owned()),
            Self::Multipart { boundary, .. } => Some(format!("multipart/form-data; boundary={boundary}")),
            Self::GraphQl { .. } => Some("application/json".to_owned()),
        }
    }
}

/// Fills in a body. An empty text is none.
pub(super) fn fill(body: &Body, filling: &mut Filling<'_>) -> Result<Option<PreparedBody>, RequestError> {
    let place = "the body";
    let prepared = match body {
        Body::None => return Ok(None),
        Body::Text { text, .. } if text.is_empty() => return Ok(None),
        Body::Text { text, .. } => PreparedBody::Text(filling.text(text, place)),
        Body::Form { fields, multipart } => {
            let fields = form(fields, filling);
            match multipart {
                false => PreparedBody::Form(fields),
                true => PreparedBody::Multipart {
                    fields,
                    boundary: Uuid::new_v4().simple().to_string(),
                },
            }
        }
        Body::GraphQl { query, variables } => PreparedBody::GraphQl {
            query: filling.text(query, place),
            variables: graphql_variables(&filling.text(variables, place))?,
        },
    };
    Ok(Some(prepared))
}

/// The media type that the user chose; empty for none.
pub(super) fn media_type(body: &Body) -> &str {
    match body {
        Body::Text { media_type, .. } => media_type.trim(),
        _ => "",
    }
}

fn form(fields: &[Field], filling: &mut Filling<'_>) -> Vec<(String, String)> {
    let sent = fields.iter().filter(|field| field.enabled && !field.name.is_empty());
    sent.map(|field| {
        let name = filling.text(&field.name, "the name of a field of the form");
        let value = filling.text(&field.value, &format!("the field {name} of the form"));
        (name, value)
    })
    .collect()
}

fn graphql_variables(text: &str) -> Result<Option<Map<String, Value>>, RequestError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    serde_json::from_str(text).map_err(|error| RequestError::GraphQlVariables {
        reason: error.to_string(),
    })
}

/// A form in parts (RFC 7578); names are quoted as browsers quote them.
fn multipart(fields: &[(String, String)], boundary: &str) -> String {
    let part = |(name, value): &(String, String)| {
        let name = name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
        format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let parts: String = fields.iter().map(part).collect();
    format!("{parts}--{boundary}--\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_its_text() {
        let fields = vec![("a b".to_owned(), "1&2".to_owned()), ("q\"".to_owned(), "z".to_owned())];
        assert_eq!(PreparedBody::Form(fields.clone()).text(), "a+b=1%262&q%22=z");
        let form = PreparedBody::Multipart {
            fields,
            boundary: "B".to_owned(),
        };
        assert_eq!(
            form.text(),
            "--B\r\nContent-Disposition: form-data; name=\"a b\"\r\n\r\n1&2\r\n\
             --B\r\nContent-Disposition: form-data; name=\"q%22\"\r\n\r\nz\r\n--B--\r\n"
        );
        assert_eq!(form.media_type().unwrap(), "multipart/form-data; boundary=B");
        let query = PreparedBody::GraphQl {
            query: "{a}".to_owned(),
            variables: graphql_variables(r#"{"z": 1, "a": null}"#).unwrap(),
        };
        assert_eq!(query.text(), r#"{"query":"{a}","variables":{"z":1,"a":null}}"#);
    }
}
