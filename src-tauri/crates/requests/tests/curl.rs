//! The lines for a terminal, run by a real shell with a stand-in for curl that writes down its arguments.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use proptest::prelude::*;
use requests::{Body, Endpoints, Field, Hosts, Identity, Prepared, Request, Variables, curl, prepare};

/// Writes each argument and its standard input, with a zero byte after each.
const STAND_IN: &str =
    "#!/bin/sh\nfor argument in \"$@\"; do printf '%s\\0' \"$argument\"; done\ncase \"$*\" in *@-*) cat;; esac\n";

fn stand_in() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("curl");
    std::fs::write(&path, STAND_IN).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

/// The arguments that curl would get.
fn arguments(folder: &Path, line: &str) -> Vec<String> {
    let path = format!("{}:/usr/bin:/bin", folder.display());
    let output = Command::new("/bin/sh")
        .args(["-c", line])
        .env_clear()
        .env("PATH", path)
        .env("ACCESS_TOKEN", "the token $x")
        .env("CLIENT_SECRET", "the 'secret'")
        .env("JWT_TOKEN", "the jwt")
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{line}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).unwrap();
    let mut arguments: Vec<String> = text.split('\0').map(str::to_owned).collect();
    assert_eq!(
        arguments.pop().as_deref(),
        Some(""),
        "every argument ends with a zero byte"
    );
    arguments
}

fn ready(request: &Request) -> Prepared {
    let endpoints = Endpoints::adobe();
    let identity = Identity::new("the-key", "ORG@AdobeOrg", &endpoints);
    let variables = Variables::new(&identity, &[], &[]);
    prepare(request, &variables, &Hosts::new(endpoints, &[]), &identity).unwrap()
}

fn posted(body: Body) -> Request {
    Request {
        method: "POST".to_owned(),
        body,
        ..Request::get("https://reactor.adobe.io/properties?page[number]=1")
    }
}

fn after<'a>(arguments: &'a [String], option: &str) -> Vec<&'a str> {
    let pairs = arguments.windows(2).filter(|pair| pair[0] == option);
    pairs.map(|pair| pair[1].as_str()).collect()
}

#[test]
fn a_call_with_the_access_token() {
    let folder = stand_in();
    let line = curl(&ready(&Request::get(
        "https://platform.adobe.io/data/foundation/sandbox-management/",
    )));
    assert!(line.contains("$ACCESS_TOKEN"));
    assert_eq!(
        arguments(folder.path(), &line),
        [
            "https://platform.adobe.io/data/foundation/sandbox-management/",
            "-H",
            "Authorization: Bearer the token $x",
            "-H",
            "x-api-key: the-key",
            "-H",
            "x-gw-ims-org-id: ORG@AdobeOrg",
            "-H",
            "Accept: application/json",
        ]
    );
}

#[test]
fn methods_brackets_and_empty_headers() {
    let folder = stand_in();
    let request = Request {
        method: "delete".to_owned(),
        headers: vec![Field::new("x-empty", ""), Field::new("x-quote", "it's \"$HOME\" `id`")],
        ..Request::get("https://reactor.adobe.io/properties?page[number]=1")
    };
    let found = arguments(folder.path(), &curl(&ready(&request)));
    assert_eq!(
        found[..4],
        [
            "-X",
            "DELETE",
            "--globoff",
            "https://reactor.adobe.io/properties?page[number]=1"
        ]
    );
    let headers = after(&found, "-H");
    assert!(headers.contains(&"x-empty;") && headers.contains(&"x-quote: it's \"$HOME\" `id`"));
}

#[test]
fn a_token_request_has_its_secrets_from_the_shell() {
    let folder = stand_in();
    let fields = vec![
        Field::new("client_id", "{{API_KEY}}"),
        Field::new("client_secret", "{{CLIENT_SECRET}}"),
        Field::new("jwt_token", "{{JWT_TOKEN}}"),
    ];
    let form = Request {
        url: "https://{{IMS}}/ims/exchange/jwt/".to_owned(),
        ..posted(Body::Form {
            fields,
            multipart: true,
        })
    };
    let found = arguments(folder.path(), &curl(&ready(&form)));
    let wanted = ["client_id=the-key", "client_secret=the 'secret'", "jwt_token=the jwt"];
    assert_eq!(after(&found, "--form-string"), wanted);
    assert!(
        after(&found, "-H")
            .iter()
            .all(|header| !header.starts_with("Content-Type"))
    );
    let query = Request {
        url: "https://{{IMS}}/ims/token/v3?client_secret={{CLIENT_SECRET}}&scope=a".to_owned(),
        ..posted(Body::None)
    };
    let found = arguments(folder.path(), &curl(&ready(&query)));
    assert!(
        found.contains(&"https://ims-na1.adobelogin.com/ims/token/v3?client_secret=the 'secret'&scope=a".to_owned())
    );
}

#[test]
fn a_secret_that_was_typed_is_not_in_the_line() {
    let token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln";
    let request = Request {
        headers: vec![Field::new("Authorization", &format!("Bearer {token}"))],
        ..posted(Body::Text {
            text: format!("{{\"access_token\": \"{token}\"}}"),
            media_type: String::new(),
        })
    };
    let line = curl(&ready(&request));
    assert!(!line.contains(token), "{line}");
    let found = arguments(stand_in().path(), &line);
    assert!(after(&found, "-H").contains(&"Authorization: Bearer the token $x"));
    assert_eq!(after(&found, "--data-raw"), [r#"{"access_token": "the token $x"}"#]);
}

#[test]
fn a_zero_byte_goes_through_standard_input() {
    let text = "a\0b\\000 100%s '\n";
    let line = curl(&ready(&posted(Body::Text {
        text: text.to_owned(),
        media_type: "text/plain".to_owned(),
    })));
    let folder = stand_in();
    let path = format!("{}:/usr/bin:/bin", folder.path().display());
    let output = Command::new("/bin/sh")
        .args(["-c", &line])
        .env("PATH", path)
        .output()
        .unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.ends_with(&format!("--data-binary\0@-\0{text}")), "{told:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_text_reaches_curl_as_it_is(
        // Two braces would be a variable, and a name before a quoted value might tell of a secret.
        text in "([^\\x00{]|['\"\\\\$`!*?#&|;<>(){}\n\r\t ]){1,60}",
        value in "[^\\x00-\\x1f\\x7f-\\x9f{]{0,30}",
    ) {
        prop_assume!(!text.contains("{{") && requests::hidden(&text) == text && requests::hidden(&value) == value);
        let folder = stand_in();
        let request = Request {
            headers: vec![Field::new("x-any", &value)],
            ..posted(Body::Text { text: text.clone(), media_type: "text/plain".to_owned() })
        };
        let found = arguments(folder.path(), &curl(&ready(&request)));
        prop_assert_eq!(after(&found, "--data-raw"), [text.as_str()]);
        let wanted = match value.trim() { "" => "x-any;".to_owned(), value => format!("x-any: {value}") };
        prop_assert!(after(&found, "-H").contains(&wanted.as_str()));

        let form = posted(Body::Form { fields: vec![Field::new("f", &text)], multipart: true });
        let found = arguments(folder.path(), &curl(&ready(&form)));
        prop_assert_eq!(after(&found, "--form-string"), [format!("f={text}")]);
    }
}
