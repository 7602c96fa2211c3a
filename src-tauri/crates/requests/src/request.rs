//! A request as it is written.

use serde::{Deserialize, Serialize};

use crate::leaks;

/// One call, as it is written: `{{name}}` in any text stands for a variable.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Request {
    /// What it is called; may be empty.
    pub name: String,
    /// `GET`, `POST`, and so on; empty for `GET`.
    pub method: String,
    /// The whole address, with its query.
    pub url: String,
    /// Headers beside those that are filled in; one of the same name takes the place of one that is filled in.
    pub headers: Vec<Field>,
    /// The body.
    pub body: Body,
}

/// A header, or a field of a form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Its value.
    #[serde(default)]
    pub value: String,
    /// Whether it is sent.
    #[serde(default = "enabled")]
    pub enabled: bool,
}

/// The body of a request.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "mode")]
#[serde(rename_all_fields = "camelCase")]
pub enum Body {
    /// None.
    #[default]
    None,
    /// A text, sent as it is.
    Text {
        /// The text.
        text: String,
        /// Its media type; empty for `application/json`.
        #[serde(default)]
        media_type: String,
    },
    /// A form.
    Form {
        /// Its fields.
        fields: Vec<Field>,
        /// Whether it is sent as `multipart/form-data`, rather than `application/x-www-form-urlencoded`.
        #[serde(default)]
        multipart: bool,
    },
    /// A GraphQL query.
    GraphQl {
        /// The query.
        query: String,
        /// Its variables as JSON; empty for none.
        #[serde(default)]
        variables: String,
    },
}

fn enabled() -> bool {
    true
}

impl Request {
    /// A `GET` of an address, without more.
    #[must_use]
    pub fn get(url: &str) -> Self {
        Self {
            method: "GET".to_owned(),
            url: url.to_owned(),
            ..Self::default()
        }
    }

    /// The same request with variables in the place of its secrets, and the names of those. It is what may be kept.
    #[must_use]
    pub fn without_secrets(&self) -> (Self, Vec<String>) {
        let mut left_out = Vec::new();
        let mut text = |text: &str| leaks::text(text, &mut left_out);
        let mut request = Self {
            name: text(&self.name),
            method: text(&self.method),
            url: text(&self.url),
            headers: self.headers.clone(),
            body: match &self.body {
                Body::None => Body::None,
                Body::Text { text: body, media_type } => Body::Text {
                    text: text(body),
                    media_type: text(media_type),
                },
                form @ Body::Form { .. } => form.clone(),
                Body::GraphQl { query, variables } => Body::GraphQl {
                    query: text(query),
                    variables: text(variables),
                },
            },
        };
        let form = match &mut request.body {
            Body::Form { fields, .. } => fields.as_mut_slice(),
            _ => &mut [],
        };
        for field in request.headers.iter_mut().chain(form) {
            field.name = leaks::text(&field.name, &mut left_out);
            field.value = leaks::value(&field.name, &field.value, &mut left_out);
        }
        (request, left_out)
    }
}

impl Field {
    /// A field that is sent.
    #[must_use]
    pub fn new(name: &str, value: &str) -> Self {
        Self {
            name: name.to_owned(),
            value: value.to_owned(),
            enabled: true,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn it_is_the_json_of_the_boundary() {
        let request = Request {
            name: "Sessions".to_owned(),
            method: "POST".to_owned(),
            url: "https://graffias.adobe.io/graffias/graphql".to_owned(),
            headers: vec![Field::new("Accept", "application/json")],
            body: Body::GraphQl {
                query: "query { sessions { uuid } }".to_owned(),
                variables: String::new(),
            },
        };
        let written = json!(request);
        assert_eq!(written["body"]["mode"], "graphQl");
        assert_eq!(written["headers"][0]["enabled"], true);
        let text = Body::Text {
            text: "{}".to_owned(),
            media_type: String::new(),
        };
        assert_eq!(json!(text), json!({"mode": "text", "text": "{}", "mediaType": ""}));
        assert_eq!(serde_json::from_value::<Request>(written).unwrap(), request);
        assert_eq!(serde_json::from_str::<Request>("{}").unwrap(), Request::default());
    }

    #[test]
    fn secrets_in_it_become_variables() {
        let token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln";
        let request = Request {
            url: format!("https://ims-na1.adobelogin.com/ims/token/v3?client_secret=hidden-1&scope=openid#{token}"),
            headers: vec![
                Field::new("Authorization", &format!("Bearer {token}")),
                Field::new("X-Api-Key", "not-a-secret"),
            ],
            body: Body::Form {
                fields: vec![Field::new("jwt_token", token), Field::new("client_id", "id")],
                multipart: true,
            },
            ..Request::default()
        };
        let (kept, left_out) = request.without_secrets();
        let text = json!(kept).to_string();
        assert!(!text.contains(token) && !text.contains("hidden-1"), "{text}");
        assert!(text.contains("not-a-secret") && text.contains("scope=openid"));
        assert_eq!(kept.headers[0].value, "Bearer {{ACCESS_TOKEN}}");
        assert_eq!(left_out, ["client_secret", "JWT", "Authorization", "jwt_token"]);
        let again = kept.without_secrets();
        assert_eq!(again, (kept, Vec::new()));
    }
}
