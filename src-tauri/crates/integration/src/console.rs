//! Adobe's console API, as far as one credential needs it: its certificates, its client secrets, its migration to OAuth
//! Server-to-Server.

mod bindings;
mod migration;
mod place;
mod reading;
mod secrets;

use gateway::{BodyError, Unreachable, excerpt, read_body};
use reqwest::{Client, Method, RequestBuilder};
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use url::Url;

pub use bindings::Binding;
pub use migration::{MigrationBinding, MigrationStatus};
pub use place::ConsolePlace;
pub use secrets::{AddedSecret, ListedSecret};

pub(crate) use place::check_link;
pub(crate) use secrets::MOST_SECRETS;

const BODY_LIMIT: usize = 1024 * 1024;

/// Why the console did not do it. No variant ever holds a secret.
#[derive(Clone, Debug, thiserror::Error)]
pub enum ConsoleError {
    /// The console said no.
    #[error("the console refused with status {status}: {message}")]
    Refused {
        /// The HTTP status.
        status: u16,
        /// The gateway's code, for example `403003`, where it was the gateway that said no.
        code: Option<String>,
        /// Its words.
        message: String,
        /// Adobe's id of the request, for its support.
        request_id: Option<String>,
    },
    /// The console could not be reached, or the connection broke. It may have done what was asked.
    #[error(transparent)]
    Unreachable(#[from] Unreachable),
    /// The answer is not one of the console. It may have done what was asked.
    #[error("the answer with status {status} is not one of the console: {excerpt}")]
    NotConsole {
        /// The HTTP status.
        status: u16,
        /// The beginning of the body as plain text, long values removed.
        excerpt: String,
    },
}

impl ConsoleError {
    /// Whether the access token was not accepted, so that a new one may help.
    pub(crate) fn is_token_refused(&self) -> bool {
        matches!(self, Self::Refused { status: 401, .. })
    }

    /// Whether the console certainly did nothing.
    pub(crate) fn is_refusal(&self) -> bool {
        matches!(self, Self::Refused { status: 400..500, .. })
    }

    /// Whether the thing asked for is not there.
    pub(crate) fn is_not_found(&self) -> bool {
        matches!(self, Self::Refused { status: 404, .. })
    }
}

/// One credential in the console.
#[derive(Clone, Debug)]
pub struct Console {
    organization: Url,
    credential: String,
    client: Client,
    authorization: Option<(String, SecretString)>,
}

/// An answer that says yes.
struct Accepted {
    status: u16,
    body: Vec<u8>,
}

impl Console {
    /// The credential number `credential` of the organization at the console `base`.
    #[must_use]
    pub fn new(base: &Url, client: Client, organization: &str, credential: &str) -> Self {
        Self {
            organization: below(base, &["console", "organizations", organization]),
            credential: credential.to_owned(),
            client,
            authorization: None,
        }
    }

    /// Sends a client ID and an access token, which Adobe's console asks for and the practice console does not always.
    #[must_use]
    pub fn with_authorization(mut self, client_id: String, access_token: SecretString) -> Self {
        self.authorization = Some((client_id, access_token));
        self
    }

    fn address(&self, segments: &[&str]) -> Url {
        below(&self.organization, segments)
    }

    async fn send(
        &self,
        method: Method,
        url: Url,
        fill: impl FnOnce(RequestBuilder) -> RequestBuilder,
    ) -> Result<Accepted, ConsoleError> {
        let mut request = fill(
            self.client
                .request(method, url.clone())
                .header("accept", "application/json"),
        );
        if let Some((client_id, token)) = &self.authorization {
            request = request
                .header("x-api-key", client_id)
                .bearer_auth(token.expose_secret());
        }
        let response = request.send().await.map_err(|error| Unreachable::new(&url, &error))?;
        let status = response.status();
        let request_id = response
            .headers()
            .get("x-request-id")
            .and_then(|id| id.to_str().ok())
            .map(str::to_owned);
        let body = read_body(response, BODY_LIMIT).await.map_err(|error| match error {
            BodyError::Unreachable(unreachable) => ConsoleError::Unreachable(unreachable),
            BodyError::TooLarge { .. } => ConsoleError::NotConsole {
                status: status.as_u16(),
                excerpt: error.to_string(),
            },
        })?;
        if status.is_success() {
            return Ok(Accepted {
                status: status.as_u16(),
                body: body.to_vec(),
            });
        }
        let (code, message) = words(&body);
        Err(ConsoleError::Refused {
            status: status.as_u16(),
            code,
            message,
            request_id,
        })
    }
}

impl Accepted {
    /// What is read from the body; an answer that is not one of the console when nothing is.
    fn read<T>(&self, read: impl FnOnce(&Value) -> Option<T>) -> Result<T, ConsoleError> {
        let value: Option<Value> = serde_json::from_slice(&self.body).ok();
        value.as_ref().and_then(read).ok_or_else(|| ConsoleError::NotConsole {
            status: self.status,
            excerpt: excerpt(&self.body),
        })
    }
}

fn below(base: &Url, segments: &[&str]) -> Url {
    let mut url = base.clone();
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().extend(segments);
    }
    url
}

/// Its refusals are bare JSON text, or the gateway's object with a code and a message.
fn words(body: &[u8]) -> (Option<String>, String) {
    match serde_json::from_slice(body) {
        Ok(Value::String(text)) => (None, text),
        Ok(Value::Object(object)) => {
            let text = |keys: &[&str]| {
                keys.iter()
                    .find_map(|key| object.get(*key)?.as_str())
                    .map(str::to_owned)
            };
            let message = text(&["message", "error_description", "detail"]);
            (text(&["error_code"]), message.unwrap_or_else(|| excerpt(body)))
        }
        _ => (None, excerpt(body)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepted(body: &str) -> Accepted {
        Accepted {
            status: 200,
            body: body.into(),
        }
    }

    #[test]
    fn addresses_keep_what_stands_in_the_base_and_escape_what_is_odd() {
        let client = Client::builder().build().unwrap();
        let base = Url::parse("https://proxy.example/adobe/").unwrap();
        let console = Console::new(&base, client, "X@AdobeOrg", "a/b");
        assert_eq!(
            console
                .address(&["credentials", &console.credential, "secrets"])
                .as_str(),
            "https://proxy.example/adobe/console/organizations/X@AdobeOrg/credentials/a%2Fb/secrets"
        );
    }

    #[test]
    fn both_forms_of_a_refusal_are_read() {
        assert_eq!(
            words(br#""Credential Not Found""#),
            (None, "Credential Not Found".to_owned())
        );
        assert_eq!(
            words(br#"{"error_code":"403003","message":"Api Key is invalid"}"#),
            (Some("403003".to_owned()), "Api Key is invalid".to_owned())
        );
        assert_eq!(words(b"").0, None);
    }

    #[test]
    fn an_answer_that_is_no_json_is_not_one_of_the_console() {
        let error = accepted("<html>Sign in</html>")
            .read(|value| value.as_str().map(str::to_owned))
            .unwrap_err();
        assert!(matches!(error, ConsoleError::NotConsole { status: 200, .. }), "{error}");
    }

    mod any_answer {
        use proptest::prelude::*;

        use super::super::{bindings, migration, secrets, words};
        use super::accepted;

        /// JSON of the shapes that the readers look into, with anything in the places of the values.
        fn json() -> impl Strategy<Value = String> {
            let leaf = prop_oneof![
                Just("null".to_owned()),
                any::<i64>().prop_map(|number| number.to_string()),
                any::<f64>().prop_map(|number| number.to_string()),
                any::<String>().prop_map(|text| serde_json::Value::String(text).to_string()),
            ];
            let key = prop_oneof![
                Just("client_secrets"),
                Just("client_secret"),
                Just("uuid"),
                Just("created_at"),
                Just("expires_at"),
                Just("secret_usages"),
                Just("last_used_at"),
                Just("bindingId"),
                Just("certificateFingerprint"),
                Just("notAfter"),
                Just("migrationStatus"),
                Just("clientId"),
                Just("allowedScopes"),
            ];
            leaf.prop_recursive(4, 64, 6, move |inner| {
                prop_oneof![
                    prop::collection::vec(inner.clone(), 0..6).prop_map(|items| format!("[{}]", items.join(","))),
                    prop::collection::vec((key.clone(), inner), 0..6).prop_map(|fields| {
                        let fields: Vec<_> = fields.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
                        format!("{{{}}}", fields.join(","))
                    }),
                ]
            })
        }

        fn read_every_way(body: &str) {
            let answer = accepted(body);
            let _ = answer.read(bindings::read);
            let _ = answer.read(secrets::read_list);
            let _ = answer.read(secrets::read_added);
            let _ = answer.read(migration::read_status);
            let _ = answer.read(migration::read_binding);
            let _ = words(body.as_bytes());
        }

        proptest! {
            #[test]
            fn is_read_or_refused(body in json()) {
                read_every_way(&body);
            }

            #[test]
            fn of_any_text_is_read_or_refused(body in any::<String>()) {
                read_every_way(&body);
            }
        }
    }
}
