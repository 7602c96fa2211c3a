//! A request as a line for a terminal.

use crate::leaks::hidden;
use crate::names::is_secret;
use crate::prepare::{FilledIn, Prepared, PreparedBody, PreparedHeader};

/// The request as a command of `curl` for a POSIX shell. Secrets stand in it as variables of the shell: `$ACCESS_TOKEN`.
#[must_use]
pub fn curl(prepared: &Prepared) -> String {
    // One that is not sent by the program holds names of secrets in its address, which is no address with them filled in.
    let url = match prepared.replaced_by {
        Some(_) => prepared.address.clone(),
        None => hidden(prepared.url.as_str()),
    };
    let mut parts = vec![method(&prepared.method, prepared.body.is_some())];
    if url.contains(['[', ']', '{', '}']) {
        parts.push("--globoff ".to_owned());
    }
    parts.push(quoted(&url));
    let mut lines = vec![parts.concat()];
    let as_fields = prepared.body.as_ref().and_then(fields);
    for header in &prepared.headers {
        // curl writes the media type of a form in parts itself, with its own boundary.
        if as_fields.is_none() || !header.name.eq_ignore_ascii_case("content-type") {
            lines.push(self::header(header));
        }
    }
    let mut input = String::new();
    match (as_fields, &prepared.body) {
        (Some(fields), _) => lines.extend(fields),
        (None, Some(body)) => {
            let text = hidden(&body.text());
            if text.contains('\0') {
                // No argument of a command can hold a zero byte.
                input = format!("printf {} | ", quoted(&escaped_for_printf(&text)));
                lines.push("--data-binary @-".to_owned());
            } else {
                lines.push(format!("--data-raw {}", quoted(&text)));
            }
        }
        (None, None) => {}
    }
    format!("{input}curl {}", lines.join(" \\\n  "))
}

fn method(method: &str, has_body: bool) -> String {
    match (method, has_body) {
        ("GET", false) => String::new(),
        ("HEAD", _) => "--head ".to_owned(),
        ("POST", true) => String::new(),
        _ => format!("-X {} ", quoted(method)),
    }
}

fn header(header: &PreparedHeader) -> String {
    if header.filled_in == FilledIn::AccessToken {
        return format!("-H \"{}: Bearer $ACCESS_TOKEN\"", header.name);
    }
    let value = header.shown();
    if value.is_empty() {
        // With a colon curl would take the header away.
        return format!("-H {}", quoted(&format!("{};", header.name)));
    }
    format!("-H {}", quoted(&format!("{}: {value}", header.name)))
}

/// The fields of a form in parts, as arguments; none where curl's way of writing them cannot hold them.
fn fields(body: &PreparedBody) -> Option<Vec<String>> {
    let PreparedBody::Multipart { fields, .. } = body else {
        return None;
    };
    let fits =
        |(name, value): &(String, String)| !name.contains(['=', '"', '\\', '\r', '\n', '\0']) && !value.contains('\0');
    if fields.is_empty() || !fields.iter().all(fits) {
        return None;
    }
    let argument = |(name, value): &(String, String)| {
        let value = crate::leaks::value(name, value, &mut Vec::new());
        format!("--form-string {}", quoted(&format!("{name}={value}")))
    };
    Some(fields.iter().map(argument).collect())
}

/// A text as one word for the shell. Variables for secrets become the shell's own.
fn quoted(text: &str) -> String {
    let mut word = String::new();
    let mut literal = String::new();
    let mut rest = text;
    while let Some(start) = rest.find("{{") {
        let after = &rest[start + 2..];
        let name = after
            .split_once("}}")
            .map(|(name, _)| name)
            .filter(|name| is_secret(name));
        let Some(name) = name else {
            literal.push_str(&rest[..start + 1]);
            rest = &rest[start + 1..];
            continue;
        };
        literal.push_str(&rest[..start]);
        push_literal(&mut word, &literal);
        literal.clear();
        word.push_str(&format!("\"${}\"", shell_name(name)));
        rest = &after[name.len() + 2..];
    }
    literal.push_str(rest);
    if !literal.is_empty() || word.is_empty() {
        push_literal(&mut word, &literal);
    }
    word
}

fn push_literal(word: &mut String, literal: &str) {
    if !literal.is_empty() || word.is_empty() {
        word.push('\'');
        word.push_str(&literal.replace('\'', r"'\''"));
        word.push('\'');
    }
}

fn shell_name(name: &str) -> String {
    let name: String = name
        .trim()
        .chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() {
                letter.to_ascii_uppercase()
            } else {
                '_'
            }
        })
        .collect();
    match name.starts_with(|first: char| first.is_ascii_digit()) {
        true => format!("_{name}"),
        false => name,
    }
}

fn escaped_for_printf(text: &str) -> String {
    text.replace('\\', r"\\").replace('%', "%%").replace('\0', r"\000")
}
