//! A `curl` command for each call of Adobe's guides.

use secrecy::SecretString;
use zeroize::Zeroizing;

use super::{Export, ExportNote, Subject};
use crate::{Kind, SecretKind};

pub(super) fn export(subject: &Subject<'_>) -> Export {
    let mut text = Zeroizing::new(String::with_capacity(8 * 1024));
    for (title, command) in [
        (
            "Ask for an access token, and keep it for the calls below",
            token(subject),
        ),
        ("List the Assurance sessions", sessions(subject)),
        ("List the standard classes of Experience Platform", classes(subject)),
        ("Read the profile in tags", profile(subject)),
    ] {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str("# ");
        text.push_str(title);
        text.push('\n');
        text.push_str(&command);
        text.push('\n');
    }
    let mut notes = vec![ExportNote::CurlEnvironment];
    if subject.secrets.is_some() {
        notes.push(ExportNote::CurlHistory);
    }
    if subject.is_service_account() {
        notes.push(ExportNote::CurlJwt);
    }
    Export {
        file_name: format!("{}.curl.sh", subject.file_stem()),
        text: SecretString::from(text.as_str()),
        secrets: vec![SecretKind::ClientSecret],
        notes,
    }
}

fn token(subject: &Subject<'_>) -> Zeroizing<String> {
    let integration = subject.integration;
    let client_secret = match subject.secrets {
        Some(_) => quoted(&format!("client_secret={}", subject.client_secret())),
        None => "\"client_secret=$CLIENT_SECRET\"".to_owned(),
    };
    let client_id = quoted(&format!("client_id={}", integration.client_id));
    let (path, fields) = match &integration.kind {
        Kind::OauthServerToServer { scopes } => (
            "ims/token/v3",
            vec![
                quoted("grant_type=client_credentials"),
                client_id,
                client_secret,
                quoted(&format!("scope={}", scopes.join(","))),
            ],
        ),
        Kind::ServiceAccount { .. } => (
            "ims/exchange/jwt",
            vec![client_id, client_secret, "\"jwt_token=$JWT_TOKEN\"".to_owned()],
        ),
    };
    let fields: Vec<_> = fields.iter().map(|field| format!("--data-urlencode {field}")).collect();
    Zeroizing::new(format!(
        "curl --silent --show-error {} {}",
        quoted(&format!("{}/{path}", subject.ims())),
        fields.join(" ")
    ))
}

fn sessions(subject: &Subject<'_>) -> Zeroizing<String> {
    call(
        subject,
        subject.endpoints.assurance.as_str(),
        &["Content-Type: application/json"],
        Some(r#"{"query":"query { sessions { name uuid orgId } }"}"#),
    )
}

fn classes(subject: &Subject<'_>) -> Zeroizing<String> {
    let platform = subject.endpoints.platform.as_str().trim_end_matches('/');
    call(
        subject,
        &format!("{platform}/data/foundation/schemaregistry/global/classes"),
        &["Accept: application/vnd.adobe.xed-id+json", "x-sandbox-name: prod"],
        None,
    )
}

fn profile(subject: &Subject<'_>) -> Zeroizing<String> {
    let tags = subject.endpoints.tags.as_str().trim_end_matches('/');
    call(
        subject,
        &format!("{tags}/profile"),
        &["Accept: application/vnd.api+json;revision=1"],
        None,
    )
}

/// A call with Adobe's three headers; the token comes from the environment.
fn call(subject: &Subject<'_>, url: &str, headers: &[&str], body: Option<&str>) -> Zeroizing<String> {
    let mut parts = vec![
        format!("curl --silent --show-error {}", quoted(url)),
        "--header \"Authorization: Bearer $ACCESS_TOKEN\"".to_owned(),
        format!(
            "--header {}",
            quoted(&format!("x-api-key: {}", subject.integration.client_id))
        ),
        format!(
            "--header {}",
            quoted(&format!("x-gw-ims-org-id: {}", subject.integration.organization_id))
        ),
    ];
    parts.extend(headers.iter().map(|header| format!("--header {}", quoted(header))));
    parts.extend(body.map(|body| format!("--data {}", quoted(body))));
    Zeroizing::new(parts.join(" "))
}

/// The text as one word of a POSIX shell, whatever is in it.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}
