//! What one event is within the story of a hit.

use event::EventId;

use crate::fields::Fields;
use crate::told::{Told, shortened};

/// What [`step`] looks at.
pub(super) const LOOKS_AT: &[&str] = &[
    "payload.ACPExtensionEventUniqueIdentifier",
    "payload.ACPExtensionEventParentIdentifier",
    "payload.ACPExtensionEventData.action",
    "payload.ACPExtensionEventData.state",
    "payload.ACPExtensionEventData.contextdata",
    "payload.ACPExtensionEventData.requestEventIdentifier",
    "payload.ACPExtensionEventData.headers.ETag",
    "payload.ACPExtensionEventData.hitUrl",
    "payload.ACPExtensionEventData.hitHost",
    "payload.name",
    "payload.logLevel",
    "payload.hitId",
    "payload.primaryHitId",
    "payload.attributes.hitId",
    "payload.attributes.primaryHitId",
    "payload.attributes.requestEventIdentifier",
    "payload.context.rsid",
    "annotations",
];

/// What an event does for its hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The app tracks something.
    Track,
    /// The SDK has sent the hit and got an answer.
    Response,
    /// Analytics tells of the hit it received.
    Received,
    /// Analytics tells what it made of the hit.
    Processed,
}

/// One event of a hit.
pub(super) struct Step {
    pub(super) role: Role,
    pub(super) is_error: bool,
    /// The tracking call's event, and the identifiers of the hit.
    pub(super) keys: Vec<EventId>,
    pub(super) call: Option<String>,
    pub(super) host: Option<String>,
    pub(super) preview: Option<String>,
    /// Whether the hit asks Analytics for what it makes of it.
    pub(super) has_debug_flag: bool,
}

/// As much as a row shows.
const LONGEST: usize = 160;

/// What an event is; nothing when it tells of no hit.
pub(super) fn step(told: &Told<'_>) -> Option<Step> {
    if told.event.event_type.eq_ignore_ascii_case("generic.track") {
        return track(told);
    }
    if told.is_sdk("analytics", "responsecontent") {
        return response(told);
    }
    if told.event.event_type.eq_ignore_ascii_case("analytics") {
        return None;
    }
    report(told)
}

fn track(told: &Told<'_>) -> Option<Step> {
    let call = match (told.data.text("action"), told.data.text("state")) {
        (Some(action), _) => format!("action: {action}"),
        (None, Some(state)) => format!("state: {state}"),
        (None, None) => told.event.name.clone(),
    };
    Some(Step {
        role: Role::Track,
        is_error: false,
        keys: vec![told.own_id()?],
        call: Some(shortened(&call, LONGEST)),
        host: None,
        preview: variables_of(&told.data.fields("contextdata")),
        has_debug_flag: false,
    })
}

fn response(told: &Told<'_>) -> Option<Step> {
    let answers = told.data.text("requestEventIdentifier").map(|id| EventId::new(&id));
    let tag = told.data.fields("headers").text("ETag");
    let tag = tag.map(|tag| EventId::new(tag.trim_matches('"')));
    let keys: Vec<EventId> = answers.or_else(|| told.parent_id()).into_iter().chain(tag).collect();
    let hit = told.data.text("hitUrl").unwrap_or_default();
    (!keys.is_empty())
        .then(|| Step {
            role: Role::Response,
            is_error: false,
            keys,
            call: None,
            host: told.data.text("hitHost").map(|host| shortened(&host, LONGEST)),
            preview: None,
            has_debug_flag: hit.contains("debug=true") || hit.contains("p.%26debug%3Dtrue"),
        })
        .map(|step| processed(told, step))
}

/// A response that Adobe's UI has annotated with what Analytics made of the hit.
fn processed(told: &Told<'_>, step: Step) -> Step {
    let annotations = told.whole.value("annotations");
    let annotations = annotations.as_ref().and_then(serde_json::Value::as_array);
    let is_processed = annotations.into_iter().flatten().any(|annotation| {
        let kind = annotation.get("type").or_else(|| annotation.get("namespace"));
        let kind = kind.and_then(serde_json::Value::as_str).unwrap_or_default();
        kind.starts_with("analytics") && annotation.pointer("/payload/hitDebugMessages").is_some()
    });
    match is_processed {
        true => Step {
            role: Role::Processed,
            ..step
        },
        false => step,
    }
}

fn report(told: &Told<'_>) -> Option<Step> {
    let attributes = told.payload.fields("attributes");
    let places: [(&Fields<'_>, &str); 5] = [
        (&attributes, "hitId"),
        (&attributes, "primaryHitId"),
        (told.payload, "hitId"),
        (told.payload, "primaryHitId"),
        (&attributes, "requestEventIdentifier"),
    ];
    let keys: Vec<EventId> = places
        .iter()
        .filter_map(|(from, key)| Some(EventId::new(&from.text(key)?)))
        .collect();
    let name = told.payload.text("name").unwrap_or_default();
    let level = told.payload.text("logLevel").unwrap_or_default();
    let is_received = name.eq_ignore_ascii_case("analytics.hit");
    (!keys.is_empty()).then(|| Step {
        role: if is_received { Role::Received } else { Role::Processed },
        is_error: level.eq_ignore_ascii_case("error") || name.ends_with("/error"),
        keys,
        call: None,
        host: told
            .payload
            .fields("context")
            .text("rsid")
            .map(|suite| shortened(&suite, LONGEST)),
        preview: None,
        has_debug_flag: false,
    })
}

fn variables_of(context: &Fields<'_>) -> Option<String> {
    let mut told = String::new();
    for (key, _) in context.iter() {
        if told.len() > LONGEST {
            break;
        }
        let value = context.text(key).unwrap_or_default();
        let comma = if told.is_empty() { "" } else { ", " };
        told.push_str(&format!("{comma}{key}: {value}"));
    }
    (!told.is_empty()).then(|| shortened(&told, LONGEST))
}
