//! A request made ready: filled in, judged, and completed with what Adobe's services ask for.

mod address;
mod body;
mod filling;
mod headers;

use url::Url;

pub use body::PreparedBody;

use crate::error::RequestError;
use crate::hosts::{Hosts, Service, authority};
use crate::identity::Identity;
use crate::leaks::hidden;
use crate::replaced::{Replacement, replacement};
use crate::request::Request;
use crate::variables::Variables;
use filling::Filling;

/// A request as it would be sent. It holds no secret of the integration's: where the access token goes is marked.
#[derive(Clone, Debug, PartialEq)]
pub struct Prepared {
    /// The method.
    pub method: String,
    /// Where it goes.
    pub url: Url,
    /// The address as it was written, filled in. Where nothing stands in for its host it is that of `url`; of a secret
    /// in it the name is left.
    pub address: String,
    /// The host that the address names, with its port, as a host is allowed.
    pub host: String,
    /// The service that answers, where it is one of the integration's.
    pub service: Option<Service>,
    /// The headers, in order.
    pub headers: Vec<PreparedHeader>,
    /// The body.
    pub body: Option<PreparedBody>,
    /// Whether the access token goes along.
    pub token: TokenUse,
    /// Names of variables that have no value.
    pub missing: Vec<String>,
    /// What is done instead of sending it.
    pub replaced_by: Option<Replacement>,
    /// The host it goes to, when that is not the one that it names.
    pub stands_in: Option<String>,
}

/// A header as it would be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreparedHeader {
    /// Its name.
    pub name: String,
    /// Its value; empty for the access token.
    pub value: String,
    /// Where it comes from.
    pub filled_in: FilledIn,
}

/// Where a header comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilledIn {
    /// The user wrote it.
    No,
    /// The program filled it in.
    Yes,
    /// It is `Authorization: Bearer`, and the access token belongs in it when it is sent.
    AccessToken,
}

/// Whether the access token goes along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenUse {
    /// It goes along: the host is one of Adobe's, or one that the user allowed.
    Sent,
    /// The host was not allowed, so it stays here.
    HostNotAllowed,
    /// The call does not need it.
    NotNeeded,
}

impl Prepared {
    /// The value of a header, by its name in any case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let header = self
            .headers
            .iter()
            .find(|header| header.name.eq_ignore_ascii_case(name))?;
        Some(&header.value)
    }
}

impl PreparedHeader {
    /// The value as it may be shown: a secret is told by what it is.
    #[must_use]
    pub fn shown(&self) -> String {
        if self.filled_in == FilledIn::AccessToken {
            return "Bearer, the access token".to_owned();
        }
        crate::leaks::value(&self.name, &self.value, &mut Vec::new())
    }
}

/// Makes a request ready for an integration. It serves to look at, to send and to copy the request alike.
///
/// Adobe's headers are filled in where the user wrote none: Authorization, `x-api-key` and `x-gw-ims-org-id` for hosts
/// that may have the access token, `x-sandbox-name` for Experience Platform, `Accept` and `Content-Type` by service.
///
/// # Errors
/// When it cannot be sent as it is written. Variables without a value are no error, but for one in the host.
pub fn prepare(
    request: &Request,
    variables: &Variables,
    hosts: &Hosts,
    identity: &Identity,
) -> Result<Prepared, RequestError> {
    let mut filling = Filling::new(variables);
    let named = address::read(&filling.text(&request.url, "the address"))?;
    let route = hosts.route(named);
    let replaced_by = replacement(request, &route.named, route.service);
    if replaced_by.is_none() {
        address::check(&route.url)?;
    }
    let method = method(&filling.text(&request.method, "the method"))?;
    let body = body::fill(&request.body, &mut filling)?;
    let token = if replaced_by.is_some() {
        TokenUse::NotNeeded
    } else {
        route.token
    };
    let call = headers::Call {
        method: &method,
        url: &route.named,
        service: route.service,
        body: body.as_ref(),
        media_type: body::media_type(&request.body),
        token,
        identity,
    };
    let (headers, token) = call.headers(&request.headers, &mut filling)?;
    let missing = match replaced_by {
        Some(_) => Vec::new(),
        None => filling.finish()?,
    };
    Ok(Prepared {
        method,
        address: hidden(&address::readable(&route.named)),
        host: authority(&route.named),
        url: route.url,
        service: route.service,
        headers,
        body,
        token,
        missing,
        replaced_by,
        stands_in: route.stands_in,
    })
}

fn method(text: &str) -> Result<String, RequestError> {
    let method = text.trim().to_ascii_uppercase();
    if method.is_empty() {
        return Ok("GET".to_owned());
    }
    // CONNECT is for proxies, and TRACE sends what it gets back, headers and all.
    if !headers::is_token(&method) || method == "CONNECT" || method == "TRACE" {
        return Err(RequestError::Method { method });
    }
    Ok(method)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hosts::Endpoints;
    use crate::request::{Body, Field};
    use crate::variables::Variable;

    fn identity() -> Identity {
        Identity {
            sandbox: Some("dev".to_owned()),
            ..Identity::new("the-key", "ORG@AdobeOrg", &Endpoints::adobe())
        }
    }

    fn ready(request: &Request) -> Result<Prepared, RequestError> {
        let variables = Variables::new(&identity(), &[Variable::new("LIMIT", "5")], &[]);
        let hosts = Hosts::new(Endpoints::adobe(), &["api.example.com".to_owned()]);
        prepare(request, &variables, &hosts, &identity())
    }

    fn posted(url: &str, body: Body) -> Request {
        Request {
            method: "post".to_owned(),
            body,
            ..Request::get(url)
        }
    }

    fn names(prepared: &Prepared) -> Vec<&str> {
        prepared.headers.iter().map(|header| header.name.as_str()).collect()
    }

    #[test]
    fn experience_platform_gets_what_adobes_guide_sends() {
        let prepared = ready(&Request::get(
            "{{PLATFORM_URL}}/data/foundation/schemaregistry/global/classes?limit={{LIMIT}}",
        ))
        .unwrap();
        assert_eq!(
            prepared.address,
            "https://platform.adobe.io/data/foundation/schemaregistry/global/classes?limit=5"
        );
        assert_eq!(
            (prepared.method.as_str(), prepared.host.as_str()),
            ("GET", "platform.adobe.io")
        );
        assert_eq!(
            names(&prepared),
            [
                "Authorization",
                "x-api-key",
                "x-gw-ims-org-id",
                "x-sandbox-name",
                "Accept"
            ]
        );
        assert_eq!(prepared.headers[0].filled_in, FilledIn::AccessToken);
        assert_eq!(prepared.headers[0].shown(), "Bearer, the access token");
        assert_eq!(
            (prepared.header("X-API-Key"), prepared.header("x-sandbox-name")),
            (Some("the-key"), Some("dev"))
        );
        assert_eq!(prepared.header("accept"), Some("application/vnd.adobe.xed-id+json"));
    }

    #[test]
    fn each_service_gets_its_own_media_types() {
        let accept = |url: &str| ready(&Request::get(url)).unwrap().header("Accept").unwrap().to_owned();
        let full = "application/vnd.adobe.xed-full+json; version=1";
        assert_eq!(
            accept("https://platform.adobe.io/data/foundation/schemaregistry/tenant/schemas/_x"),
            full
        );
        assert_eq!(
            accept("https://platform.adobe.io/data/foundation/schemaregistry/stats"),
            "application/json"
        );
        assert_eq!(
            accept("https://platform.adobe.io/data/foundation/sandbox-management/"),
            "application/json"
        );
        assert_eq!(
            accept("https://reactor.adobe.io/profile"),
            "application/vnd.api+json;revision=1"
        );
        let text = Body::Text {
            text: "{}".to_owned(),
            media_type: String::new(),
        };
        let tags = ready(&posted("https://reactor.adobe.io/properties", text.clone())).unwrap();
        assert_eq!(tags.header("content-type"), Some("application/vnd.api+json"));
        let platform = ready(&posted("https://platform.adobe.io/data/x", text)).unwrap();
        assert_eq!(platform.header("content-type"), Some("application/json"));
        let sandboxes = ready(&Request::get(
            "https://platform.adobe.io/data/foundation/sandbox-management/",
        ))
        .unwrap();
        assert_eq!(sandboxes.header("x-sandbox-name"), None);
    }

    #[test]
    fn what_the_user_wrote_wins() {
        let request = Request {
            headers: vec![
                Field::new("X-API-KEY", "mine"),
                Field::new("accept", "text/plain"),
                Field {
                    enabled: false,
                    ..Field::new("x-gw-ims-org-id", "off")
                },
                Field::new("Host", "evil.example"),
                Field::new("content-length", "7"),
                Field::new("authorization", "Bearer {{ACCESS_TOKEN}}"),
                Field::new("x-limit", "{{LIMIT}}"),
            ],
            ..Request::get("https://platform.adobe.io/data/x")
        };
        let prepared = ready(&request).unwrap();
        assert_eq!(
            names(&prepared),
            [
                "X-API-KEY",
                "accept",
                "authorization",
                "x-limit",
                "x-gw-ims-org-id",
                "x-sandbox-name"
            ]
        );
        assert_eq!(prepared.header("x-api-key"), Some("mine"));
        assert_eq!(prepared.headers[0].filled_in, FilledIn::No);
        assert_eq!(prepared.headers[2].filled_in, FilledIn::AccessToken);
        assert_eq!(prepared.header("x-limit"), Some("5"));
    }

    #[test]
    fn a_host_that_was_not_allowed_learns_nothing() {
        let request = Request {
            headers: vec![Field::new("Authorization", "Bearer {{TOKEN}}")],
            ..Request::get("https://other.example/x")
        };
        let prepared = ready(&request).unwrap();
        assert_eq!(prepared.token, TokenUse::HostNotAllowed);
        assert_eq!(names(&prepared), ["Accept"]);
        let allowed = ready(&Request::get("https://api.example.com/x")).unwrap();
        assert_eq!(allowed.token, TokenUse::Sent);
        assert_eq!(
            names(&allowed),
            ["Authorization", "x-api-key", "x-gw-ims-org-id", "Accept"]
        );
    }

    #[test]
    fn an_authorization_of_the_users_own_goes_in_the_place_of_the_token() {
        let request = Request {
            headers: vec![Field::new("Authorization", "Basic dXNlcjpwYXNz")],
            ..Request::get("https://platform.adobe.io/data/x")
        };
        let prepared = ready(&request).unwrap();
        assert_eq!(
            (prepared.token, prepared.header("authorization")),
            (TokenUse::NotNeeded, Some("Basic dXNlcjpwYXNz"))
        );
        assert_eq!(prepared.headers[0].shown(), "Basic {{PASSWORD}}");
    }

    #[test]
    fn secrets_go_nowhere_else() {
        let field = || Field::new("f", "{{CLIENT_SECRET}}");
        let here = "https://platform.adobe.io/data/x";
        for (request, place) in [
            (
                Request::get("https://platform.adobe.io/?t={{ACCESS_TOKEN}}"),
                "the address",
            ),
            (
                Request {
                    headers: vec![Field::new("x-token", "{{ACCESS_TOKEN}}")],
                    ..Request::get(here)
                },
                "the header x-token",
            ),
            (
                posted(
                    here,
                    Body::Text {
                        text: "{{PRIVATE_KEY}}".to_owned(),
                        media_type: String::new(),
                    },
                ),
                "the body",
            ),
            (
                posted(
                    here,
                    Body::Form {
                        fields: vec![field()],
                        multipart: true,
                    },
                ),
                "the field f of the form",
            ),
            (
                posted(
                    here,
                    Body::GraphQl {
                        query: "{{JWT_TOKEN}}".to_owned(),
                        variables: String::new(),
                    },
                ),
                "the body",
            ),
            (
                Request {
                    headers: vec![Field::new("Authorization", "Basic {{CLIENT_SECRET}}")],
                    ..Request::get(here)
                },
                "the header Authorization",
            ),
        ] {
            match ready(&request) {
                Err(RequestError::Secret { place: found, .. }) => assert_eq!(found, place),
                other => panic!("{place}: {other:?}"),
            }
        }
    }

    #[test]
    fn a_token_request_is_replaced_and_its_secrets_stay_names() {
        let form = Body::Form {
            fields: vec![
                Field::new("client_secret", "{{CLIENT_SECRET}}"),
                Field::new("jwt_token", "{{JWT_TOKEN}}"),
            ],
            multipart: true,
        };
        let prepared = ready(&posted("http://{{IMS}}/ims/exchange/jwt/?x={{SCOPES}}", form)).unwrap();
        assert_eq!(prepared.replaced_by, Some(Replacement::OwnToken));
        assert_eq!((prepared.token, prepared.missing), (TokenUse::NotNeeded, vec![]));
        assert!(prepared.body.unwrap().text().contains("{{JWT_TOKEN}}"));
    }

    #[test]
    fn what_cannot_be_sent_is_told() {
        let header = |name: &str, value: &str| Request {
            headers: vec![Field::new(name, value)],
            ..Request::get("https://platform.adobe.io/data/x")
        };
        let refused = |request: &Request| ready(request).unwrap_err();
        assert_eq!(refused(&Request::get(" ")), RequestError::NoAddress);
        assert!(matches!(
            refused(&Request::get("https://:80")),
            RequestError::Address { .. }
        ));
        assert!(matches!(
            refused(&Request::get("http://api.example.com/x")),
            RequestError::Scheme { .. }
        ));
        assert!(matches!(
            refused(&Request::get("ftp://api.example.com/x")),
            RequestError::Scheme { .. }
        ));
        assert_eq!(
            refused(&Request::get("https://me:pw@platform.adobe.io/")),
            RequestError::UserInfo
        );
        assert_eq!(
            refused(&Request::get("https://{{WHERE}}/x")),
            RequestError::HostMissing {
                names: vec!["WHERE".to_owned()]
            }
        );
        assert!(matches!(
            refused(&header("a", "b\r\nc: d")),
            RequestError::HeaderValue { .. }
        ));
        assert!(matches!(refused(&header("a b", "c")), RequestError::HeaderName { .. }));
        let trace = Request {
            method: "trace".to_owned(),
            ..header("a", "b")
        };
        assert!(matches!(refused(&trace), RequestError::Method { .. }));
        let query = Body::GraphQl {
            query: "{a}".to_owned(),
            variables: "[1]".to_owned(),
        };
        let error = refused(&posted("https://graffias.adobe.io/graffias/graphql", query));
        assert!(matches!(error, RequestError::GraphQlVariables { .. }) && !error.next_step().is_empty());
    }

    #[test]
    fn variables_without_a_value_are_told_and_do_not_stop_it() {
        let prepared = ready(&Request::get(
            "https://reactor.adobe.io/companies/{{COMPANY_ID}}/properties",
        ))
        .unwrap();
        assert_eq!(prepared.missing, ["COMPANY_ID"]);
        assert_eq!(
            prepared.address,
            "https://reactor.adobe.io/companies/{{COMPANY_ID}}/properties"
        );
    }
}
