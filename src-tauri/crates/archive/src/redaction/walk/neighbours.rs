//! What a value is by what stands around it.

use crate::redaction::json::{Json, NodeKind, unescaped};
use crate::redaction::key::{KeySays, is_pin, key_says, token_kind};
use crate::redaction::kind::Kind;

/// How far around a value is looked: further than any sender writes, and not so far that a strange event takes for ever.
const AROUND: usize = 64;

/// The kind of a value, and whether it may be several in one text.
pub(super) fn kind_of_value(json: &Json<'_>, node: usize, value: &str) -> Option<(Kind, bool)> {
    let keyed = nearest_keyed(json, node)?;
    let key = json.key(keyed)?;
    if key == "chunkData" {
        return Some((Kind::Part, false));
    }
    match key_says(&key) {
        Some(KeySays::Is(kind)) => return Some((kind, false)),
        Some(KeySays::Several(kind)) => return Some((kind, true)),
        Some(KeySays::Token) => return Some((token(json, keyed, value), false)),
        None => {}
    }
    let lower = key.to_lowercase();
    match lower.as_str() {
        "id" | "xid" => identity(json, keyed, &lower).map(|kind| (kind, false)),
        "value" | "values" => of_named_value(json, keyed, value),
        "name" => of_name(json, keyed).map(|kind| (kind, false)),
        "number" => of_number(json, keyed).map(|kind| (kind, false)),
        _ => None,
    }
}

/// The value itself, or the list that it is in, with a key.
fn nearest_keyed(json: &Json<'_>, node: usize) -> Option<usize> {
    let mut at = node;
    for _ in 0..AROUND {
        if !json.nodes[at].key.is_empty() {
            return Some(at);
        }
        let parent = json.nodes[at].parent;
        if parent == at || json.nodes[parent].kind != NodeKind::List {
            return None;
        }
        at = parent;
    }
    None
}

/// `id` in `identityMap`, beside a namespace, or in something that is called an identifier.
fn identity(json: &Json<'_>, keyed: usize, key: &str) -> Option<Kind> {
    let object = json.nodes[keyed].parent;
    let holder = nearest_keyed(json, object);
    let namespace = holder.and_then(|holder| json.key(holder)).unwrap_or_default();
    if let Some(map) = holder.and_then(|holder| nearest_keyed(json, json.nodes[holder].parent))
        && json.key(map).is_some_and(|map| is_identity_map(&map))
    {
        return Some(kind_of_namespace(&namespace));
    }
    let beside = |names: &[&str]| {
        json.children(object).take(AROUND).find(|child| {
            json.key(*child)
                .is_some_and(|key| names.iter().any(|name| key.eq_ignore_ascii_case(name)))
        })
    };
    if let Some(beside) = beside(&[
        "namespace",
        "namespaceid",
        "namespacecode",
        "authenticatedstate",
        "id_type",
    ]) {
        let code = json.children(beside).next().unwrap_or(beside);
        return Some(kind_of_namespace(&unescaped(json.raw(code))));
    }
    match key_says(&namespace) {
        Some(KeySays::Is(kind)) if kind.rule() == Kind::Identity.rule() => Some(kind),
        _ => (key == "xid" && is_identity_map(&namespace)).then_some(Kind::Identity),
    }
}

fn is_identity_map(key: &str) -> bool {
    let lower = key.to_ascii_lowercase();
    lower == "identitymap" || lower == "identities" || lower.ends_with(".identitymap")
}

fn kind_of_namespace(namespace: &str) -> Kind {
    match namespace.eq_ignore_ascii_case("ecid") {
        true => Kind::Ecid,
        false => Kind::Identity,
    }
}

/// `{"name": "Authorization", "value": "…"}`: a header, a cookie, a stored state.
fn of_named_value(json: &Json<'_>, keyed: usize, value: &str) -> Option<(Kind, bool)> {
    let object = json.nodes[keyed].parent;
    let name = json.children(object).take(AROUND).find(|child| {
        json.nodes[*child].kind == NodeKind::Text
            && json.key(*child).is_some_and(|key| {
                matches!(
                    key.to_ascii_lowercase().as_str(),
                    "key" | "name" | "header" | "id" | "code"
                )
            })
    });
    let name = name.map(|name| unescaped(json.raw(name)));
    let holder = || nearest_keyed(json, object).and_then(|holder| json.key(holder));
    match name.as_deref().and_then(key_says).or_else(|| key_says(&holder()?))? {
        KeySays::Is(kind) => Some((kind, false)),
        KeySays::Several(kind) => Some((kind, true)),
        KeySays::Token => Some((token_kind(value), false)),
    }
}

/// `number` in a telephone, such as XDM's `mobilePhone`.
fn of_number(json: &Json<'_>, keyed: usize) -> Option<Kind> {
    let holder = nearest_keyed(json, json.nodes[keyed].parent)?;
    let key = json.key(holder)?.to_ascii_lowercase();
    key.ends_with("phone").then_some(Kind::Identity)
}

/// `name` in a person.
fn of_name(json: &Json<'_>, keyed: usize) -> Option<Kind> {
    let holder = nearest_keyed(json, json.nodes[keyed].parent)?;
    let key = json.key(holder)?;
    match key_says(&key) {
        Some(KeySays::Is(kind @ (Kind::Person | Kind::Device))) => Some(kind),
        _ => matches!(
            key.to_ascii_lowercase().as_str(),
            "person" | "user" | "creator" | "owner"
        )
        .then_some(Kind::Person),
    }
}

/// `token`, by its neighbours: push details name a platform or an app, and stand under a name with `push` in it.
fn token(json: &Json<'_>, keyed: usize, value: &str) -> Kind {
    if is_pin(value) {
        return Kind::Pin;
    }
    let object = json.nodes[keyed].parent;
    let is_push = |key: &str| {
        let lower = key.to_lowercase();
        lower.contains("push") || matches!(lower.as_str(), "appid" | "platform" | "denylisted")
    };
    let is_beside = json
        .children(object)
        .take(AROUND)
        .any(|child| json.key(child).is_some_and(|key| is_push(&key)));
    let is_around = nearest_keyed(json, object)
        .and_then(|holder| json.key(holder))
        .is_some_and(|key| is_push(&key));
    match is_beside || is_around {
        true => Kind::PushToken,
        false => token_kind(value),
    }
}
