//! Collections as Adobe and others write them, read and written again.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use proptest::prelude::*;
use requests::postman::{Collection, Read, read, single, write};
use requests::{Body, Endpoints, Field, Hosts, Identity, Request, ScriptTime, Variable, Variables, prepare};
use serde_json::{Value, json};

const TOKEN: &str = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl";

fn collection(json: &Value) -> Collection {
    match read(&json.to_string()).unwrap() {
        Read::Collection(collection) => collection,
        Read::Environment(_) => panic!("it is a collection"),
    }
}

fn written(collection: &Collection) -> Value {
    serde_json::from_str(&write(collection)).unwrap()
}

/// The calls of Adobe's collection for IMS, as its guides describe them, by somebody who left secrets in it.
fn adobes() -> Value {
    json!({
        "info": {
            "_postman_id": "0b1f7f0c-33a1-4d29-9d5b-4d8e0a9d3a11",
            "name": "Identity Management Service",
            "description": {"content": "Authenticate first.", "type": "text/markdown"},
            "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
            "_exporter_id": "42",
        },
        "item": [{
            "name": "Authenticate",
            "item": [{
                "name": "IMS: JWT Generate + Auth via User Token",
                "event": [
                    {"listen": "prerequest", "script": {"type": "text/javascript", "exec": [
                        "eval(pm.environment.get('JS_RSA_SIGN_LIBRARY'));",
                        "var jwt = KJUR.jws.JWS.sign('RS256', header, claims, pm.environment.get('PRIVATE_KEY'));",
                        "pm.environment.set('JWT_TOKEN', jwt);",
                        format!("// {TOKEN}"),
                    ]}},
                    {"listen": "test", "script": {"exec": [
                        "var data = JSON.parse(responseBody);",
                        "pm.environment.set('ACCESS_TOKEN', data.access_token);",
                    ]}},
                ],
                "request": {
                    "method": "POST",
                    "header": [{"key": "Cache-Control", "value": "no-cache", "description": "as documented"}],
                    "body": {"mode": "formdata", "formdata": [
                        {"key": "client_id", "value": "{{API_KEY}}", "type": "text"},
                        {"key": "client_secret", "value": "very-secret-1", "type": "text"},
                        {"key": "jwt_token", "value": "{{JWT_TOKEN}}", "type": "text"},
                    ]},
                    "url": {"raw": "https://{{IMS}}/ims/exchange/jwt/?client_secret=very-secret-2", "host": ["{{IMS}}"],
                        "path": ["ims", "exchange", "jwt", ""],
                        "query": [{"key": "client_secret", "value": "very-secret-2"}]},
                },
                "response": [{"name": "ok", "body": format!("{{\"access_token\": \"{TOKEN}\"}}")}],
                "protocolProfileBehavior": {"followRedirects": false},
            }],
        }, {
            "name": "Classes",
            "request": {
                "auth": {"type": "bearer", "bearer": [{"key": "token", "value": "very-secret-3", "type": "string"}]},
                "header": "Accept: application/vnd.adobe.xed-id+json\nAuthorization: Bearer very-secret-4",
                "url": "https://{{PLATFORM_URL}}/data/foundation/schemaregistry/{{CONTAINER_ID}}/classes",
            },
        }],
        "event": [{"listen": "prerequest", "script": {"exec": "console.log('all')"}}],
        "variable": [
            {"key": "CONTAINER_ID", "value": "global", "type": "string"},
            {"key": "PRIVATE_KEY", "value": "-----BEGIN PRIVATE KEY-----\nvery-secret-5\n-----END PRIVATE KEY-----"},
            {"id": "old", "value": 7},
        ],
        "auth": {"type": "basic", "basic": {"username": "me", "password": "very-secret-6"}},
    })
}

#[test]
fn adobes_collection_is_read_and_its_scripts_are_recognised() {
    let collection = collection(&adobes());
    assert_eq!(
        (collection.name().as_str(), collection.description().as_str()),
        ("Identity Management Service", "Authenticate first.")
    );
    let items = collection.items();
    let shape: Vec<(usize, Option<&str>, bool)> = items
        .iter()
        .map(|item| (item.depth, item.method.as_deref(), item.has_script))
        .collect();
    assert_eq!(
        shape,
        [(0, None, false), (1, Some("POST"), true), (0, Some("GET"), false)]
    );

    let opened = collection.open(&items[1].id).unwrap();
    assert_eq!(opened.path, "Authenticate / IMS: JWT Generate + Auth via User Token");
    let scripts: Vec<(ScriptTime, Option<&str>, bool)> = opened
        .scripts
        .iter()
        .map(|script| (script.runs, script.owner.as_deref(), script.replaced_by.is_some()))
        .collect();
    assert_eq!(
        scripts,
        [
            (ScriptTime::Before, Some("Identity Management Service"), false),
            (ScriptTime::Before, None, true),
            (ScriptTime::After, None, true),
        ]
    );
    let Body::Form {
        fields,
        multipart: true,
    } = &opened.request.body
    else {
        panic!("{:?}", opened.request.body)
    };
    assert_eq!(fields[1], Field::new("client_secret", "{{CLIENT_SECRET}}"));

    let classes = collection.open(&items[2].id).unwrap().request;
    assert_eq!(
        classes.headers,
        [
            Field::new("Accept", "application/vnd.adobe.xed-id+json"),
            Field::new("Authorization", "Bearer {{ACCESS_TOKEN}}"),
        ]
    );
    assert_eq!(collection.variables()[0], Variable::new("CONTAINER_ID", "global"));
    assert_eq!(collection.variables()[2], Variable::new("old", "7"));
    assert_eq!(collection.calls(None).len(), 2);
    assert_eq!(collection.calls(Some(&items[0].id))[0].0, items[1].id);
    assert_eq!(collection.calls(Some(&items[2].id)).len(), 1);
}

#[test]
fn no_secret_remains_and_each_is_told() {
    let collection = collection(&adobes());
    let text = write(&collection);
    assert!(!text.contains("very-secret") && !text.contains("eyJ"), "{text}");
    for name in [
        "client_secret",
        "token",
        "Authorization",
        "PRIVATE_KEY",
        "password",
        "JWT",
    ] {
        assert!(
            collection.left_out().iter().any(|left_out| left_out == name),
            "{name}: {:?}",
            collection.left_out()
        );
    }
    assert_eq!(
        collection.remarks(),
        [
            "1 request signs in in a way that is not supported. It gets the access token instead.",
            "1 script is shown and not run."
        ]
    );
}

#[test]
fn what_is_not_known_is_kept() {
    let collection = collection(&adobes());
    let written = written(&collection);
    assert_eq!(written["info"]["_exporter_id"], "42");
    let call = &written["item"][0]["item"][0];
    assert_eq!(call["protocolProfileBehavior"], json!({"followRedirects": false}));
    assert_eq!(
        call["request"]["header"],
        adobes()["item"][0]["item"][0]["request"]["header"]
    );
    let keys: Vec<&String> = written.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["info", "item", "event", "variable", "auth"]);
}

#[test]
fn a_request_that_is_kept_changes_only_what_changed() {
    let mut collection = collection(&adobes());
    let id = collection.items()[1].id.clone();
    let before = written(&collection);
    let request = collection.open(&id).unwrap().request;
    assert_eq!(collection.keep(Some(&id), &request), Some(id.clone()));
    assert_eq!(written(&collection), before);

    let changed = Request {
        name: "Renamed".to_owned(),
        headers: vec![
            Field {
                enabled: false,
                ..Field::new("Cache-Control", "none")
            },
            Field::new("x-token", TOKEN),
        ],
        ..request
    };
    collection.keep(Some(&id), &changed).unwrap();
    let call = written(&collection)["item"][0]["item"][0].clone();
    assert_eq!(
        call["request"]["header"],
        json!([
            {"key": "Cache-Control", "value": "none", "description": "as documented", "disabled": true},
            {"key": "x-token", "value": "{{X_TOKEN}}"},
        ])
    );
    assert_eq!(
        (&call["name"], &call["request"]["body"]),
        (&json!("Renamed"), &before["item"][0]["item"][0]["request"]["body"])
    );
    assert_eq!(call["request"]["url"], before["item"][0]["item"][0]["request"]["url"]);
    assert_eq!(collection.keep(Some("gone"), &changed), None);
}

#[test]
fn requests_of_every_kind_are_kept_and_opened_again() {
    let mut collection = Collection::new("Mine");
    let bodies = [
        Body::None,
        Body::Text {
            text: "{}".to_owned(),
            media_type: String::new(),
        },
        Body::Text {
            text: "<a/>".to_owned(),
            media_type: "application/xml".to_owned(),
        },
        Body::Form {
            fields: vec![
                Field::new("a", "1"),
                Field {
                    enabled: false,
                    ..Field::new("b", "")
                },
            ],
            multipart: false,
        },
        Body::Form {
            fields: vec![Field::new("a", "1")],
            multipart: true,
        },
        Body::GraphQl {
            query: "{a}".to_owned(),
            variables: "{\"b\": 1}".to_owned(),
        },
    ];
    let mut last = None;
    for body in bodies {
        let request = Request {
            name: "n".to_owned(),
            method: "PUT".to_owned(),
            url: "https://x/{{y}}?z=1".to_owned(),
            headers: vec![Field::new("a", "b"), Field::new("a", "c")],
            body,
        };
        let new = collection.keep(None, &request).unwrap();
        assert_eq!(collection.open(&new).unwrap().request, request);
        let id = last.get_or_insert(new).clone();
        collection.keep(Some(&id), &request).unwrap();
        assert_eq!(
            collection.open(&id).unwrap().request,
            request,
            "in the place of another"
        );
    }
    assert_eq!(collection.items().len(), 6);
    let id = last.unwrap();
    assert!(collection.remove(&id) && !collection.remove(&id));
    assert_eq!(collection.items().len(), 5);
}

#[test]
fn ids_that_are_missing_or_double_are_given() {
    let twice = json!({"info": {}, "item": [
        {"id": "a", "name": "1", "request": "https://x"}, {"id": "a", "name": "2", "request": "https://y"},
        {"_postman_id": "p", "request": {}}, {"name": "folder", "item": [{"request": "https://z"}]},
    ]});
    let collection = collection(&twice);
    let mut ids: Vec<String> = collection.items().into_iter().map(|item| item.id).collect();
    assert_eq!((ids[0].as_str(), ids[2].as_str()), ("a", "p"));
    ids.sort();
    ids.dedup();
    assert_eq!((ids.len(), ids.contains(&String::new())), (5, false));
}

#[test]
fn an_api_key_is_taken_out_whatever_it_is_called() {
    for auth in [
        json!({"type": "apikey", "apikey": [{"key": "key", "value": "x-partner"}, {"key": "value", "value": "very-secret"}]}),
        json!({"type": "apikey", "apikey": {"key": "x-partner", "value": "very-secret"}}),
    ] {
        let collection =
            collection(&json!({"info": {}, "item": [{"name": "a", "request": {"url": "https://x", "auth": auth}}]}));
        assert!(!write(&collection).contains("very-secret"));
        assert_eq!(collection.left_out(), ["x-partner"]);
        let request = collection.calls(None)[0].1.request.clone();
        assert_eq!(request.headers, [Field::new("x-partner", "{{X_PARTNER}}")]);
    }
}

#[test]
fn one_request_as_a_collection_is_read_again() {
    let endpoints = Endpoints::adobe();
    let identity = Identity::new("the-key", "ORG@AdobeOrg", &endpoints);
    let variables = Variables::new(&identity, &[], &[]);
    let hosts = Hosts::new(endpoints, &[]);
    let request = Request {
        method: "POST".to_owned(),
        headers: vec![Field::new("x-mine", "{{ORG_ID}}")],
        body: Body::GraphQl {
            query: "{sessions {uuid}}".to_owned(),
            variables: "{\"a\": 1}".to_owned(),
        },
        ..Request::get("{{ASSURANCE_URL}}")
    };
    let prepared = prepare(&request, &variables, &hosts, &identity).unwrap();
    let text = single("Sessions", &prepared);
    let Read::Collection(collection) = read(&text).unwrap() else {
        panic!("it is a collection")
    };
    assert!(collection.left_out().is_empty());
    let again = collection.calls(None)[0].1.request.clone();
    assert_eq!(
        (again.name.as_str(), again.url.as_str()),
        ("Sessions", "https://graffias.adobe.io/graffias/graphql")
    );
    assert!(
        again
            .headers
            .contains(&Field::new("Authorization", "Bearer {{ACCESS_TOKEN}}"))
    );
    assert!(again.headers.contains(&Field::new("x-mine", "ORG@AdobeOrg")));
    let sent_again = prepare(&again, &variables, &hosts, &identity).unwrap();
    assert_eq!((sent_again.body, sent_again.token), (prepared.body, prepared.token));
}

#[test]
fn the_collection_of_the_contracts_is_read() {
    let text = include_str!("../../../../tests/contracts/collection.json");
    let Read::Collection(collection) = read(text).unwrap() else {
        panic!("it is a collection")
    };
    assert!(collection.left_out().is_empty());
    let endpoints = Endpoints::adobe();
    let identity = Identity::new("the-key", "ORG@AdobeOrg", &endpoints);
    let environment = [
        Variable::new("CONTAINER_ID", "global"),
        Variable::new("SANDBOX_NAME", "prod"),
    ];
    let variables = Variables::new(&identity, &environment, &collection.variables());
    let hosts = Hosts::new(endpoints, &[]);
    let replaced: Vec<bool> = collection
        .calls(None)
        .iter()
        .map(|(_, call)| {
            prepare(&call.request, &variables, &hosts, &identity)
                .unwrap()
                .replaced_by
                .is_some()
        })
        .collect();
    assert_eq!(replaced, [true, true, false]);
}

/// Any JSON, with Postman's own names in it so that it comes near to a collection.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[a-z{}:/?&= .]{0,12}".prop_map(Value::from),
        Just(json!(TOKEN)),
        Just(json!("p8e-VerySecret_1")),
    ];
    let name = prop_oneof![
        3 => proptest::sample::select(vec![
            "info", "item", "request", "url", "raw", "host", "path", "query", "variable", "header", "key", "value", "body",
            "mode", "formdata", "urlencoded", "graphql", "auth", "type", "bearer", "apikey", "event", "listen", "script",
            "exec", "id", "name", "description", "values", "disabled", "token", "password",
        ]).prop_map(str::to_owned),
        1 => "[a-z]{0,4}",
    ];
    leaf.prop_recursive(6, 60, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            proptest::collection::vec((name.clone(), inner), 0..6)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_json_is_read_or_refused_and_leaves_no_secret(items in proptest::collection::vec(any_json(), 0..4), rest in any_json()) {
        let mut json = json!({"info": rest, "item": items, "variable": rest, "auth": rest});
        if let Ok(Read::Collection(mut collection)) = read(&json.to_string()) {
            let text = write(&collection);
            prop_assert!(!text.contains(TOKEN) && !text.contains("VerySecret"), "{}", text);
            for item in collection.items() {
                if let Some(opened) = collection.open(&item.id) {
                    collection.keep(Some(&item.id), &opened.request);
                }
            }
            let _ = collection.remarks();
            collection.change("name", &collection.variables());
            prop_assert!(read(&write(&collection)).is_ok());
        }
        json["values"] = json["item"].take();
        if let Ok(Read::Environment(mut environment)) = read(&json.to_string()) {
            environment.change("name", &environment.variables());
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,200}") {
        let _ = read(&text);
    }

    #[test]
    fn fields_that_are_not_known_come_through(extra in any_json()) {
        let extra: Value = serde_json::from_str(&extra.to_string().replace(TOKEN, "x").replace("p8e-VerySecret_1", "y")).unwrap();
        // Names of secrets and of Postman's own lists mean something wherever they stand.
        let means_something = ["token", "password", "key", "value", "header", "apikey", "type", "://", "="];
        prop_assume!(!means_something.iter().any(|name| extra.to_string().contains(name)));
        let given = json!({"info": {"x-more": extra}, "item": [{"id": "a", "name": "n", "request": {"url": "u", "x-more": extra}, "x-more": extra}], "x-more": extra});
        let written = written(&collection(&given));
        for place in ["/x-more", "/info/x-more", "/item/0/x-more", "/item/0/request/x-more"] {
            prop_assert_eq!(written.pointer(place), Some(&extra));
        }
    }
}
