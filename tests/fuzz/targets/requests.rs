//! A Postman collection or environment, each of its calls made ready, and the lines for a terminal that it becomes.

use requests::postman::{Read, read, single, write, write_environment};
use requests::{Endpoints, Hosts, Identity, Request, Variables, curl, hidden, prepare};

/// Calls of a collection that are looked at.
const MOST: usize = 20;

pub(super) fn run(data: &[u8]) {
    let text = super::text(data);
    let endpoints = Endpoints::adobe();
    let identity = Identity::new("my-client-id", "0123456789ABCDEF01234567@AdobeOrg", &endpoints);
    let hosts = Hosts::new(endpoints, &[]);
    let _ = hidden(text);
    let mut requests = Vec::new();
    let variables = match read(text) {
        Ok(Read::Collection(collection)) => {
            assert!(read(&write(&collection)).is_ok(), "what is written can be read");
            let _ = (collection.items(), collection.left_out(), collection.remarks());
            requests.extend(
                collection
                    .calls(None)
                    .into_iter()
                    .take(MOST)
                    .map(|(_, call)| call.request),
            );
            Variables::new(&identity, &[], &collection.variables())
        }
        Ok(Read::Environment(environment)) => {
            assert!(
                read(&write_environment(&environment)).is_ok(),
                "what is written can be read"
            );
            Variables::new(&identity, &environment.variables(), &[])
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            requests.push(Request::get(text));
            Variables::new(&identity, &[], &[])
        }
    };
    for request in requests {
        if let Ok(prepared) = prepare(&request, &variables, &hosts, &identity) {
            let line = curl(&prepared);
            assert!(!line.contains('\0') && line.starts_with("curl"), "{line}");
            assert!(read(&single("one", &prepared)).is_ok(), "what is written can be read");
        }
    }
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    super::texts(&[
        r#"{"info":{"name":"c","schema":"https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},"item":[{"name":"f","item":[{"name":"r","request":{"method":"POST","url":{"raw":"https://platform.adobe.io/data?a={{b}}","query":[{"key":"a","value":"{{b}}"}]},"header":[{"key":"x-a","value":"it's"}],"body":{"mode":"urlencoded","urlencoded":[{"key":"k","value":"v"}]},"auth":{"type":"bearer","bearer":[{"key":"token","value":"t"}]}},"event":[{"listen":"test","script":{"exec":["x"]}}]}]}],"variable":[{"key":"b","value":"{{c}}"},{"key":"c","value":"1"}]}"#,
        r#"{"name":"e","values":[{"key":"IMS","value":"ims-na1.adobelogin.com","enabled":true},{"key":"CLIENT_SECRET","value":"s","type":"secret"}]}"#,
        r#"{"info":{"name":"g","schema":"v2.0.0/collection/v2"},"item":[{"name":"q","request":{"method":"POST","url":"https://graffias.adobe.io/graffias/graphql","body":{"mode":"graphql","graphql":{"query":"{ sessions { uuid } }","variables":"{}"}}}}]}"#,
        "https://platform.adobe.io/data/foundation/schemaregistry/{{name}}?limit=5#part",
    ])
}
