//! A text in which a token may be.

use time::OffsetDateTime;

pub(super) fn run(data: &[u8]) {
    let known = ["assurance_automation", "ent_dataservices_sdk"];
    let _ = ims::inspect(super::text(data), OffsetDateTime::UNIX_EPOCH, &known, None);
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    super::texts(&[
        "Authorization: Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJvIiwiZXhwIjoxfQ.c2ln",
        r#"{"access_token":"eyJhbGciOiJSUzI1NiJ9.eyJ0eXBlIjoiYWNjZXNzX3Rva2VuIn0.c2ln"}"#,
    ])
}
