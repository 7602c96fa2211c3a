//! What one event is within a request.

use event::EventId;

use crate::analyses::errors;
use crate::fields::Fields;
use crate::told::Told;

/// What [`step`] looks at.
pub(super) const LOOKS_AT: &[&str] = &[
    "payload.ACPExtensionEventUniqueIdentifier",
    "payload.ACPExtensionEventParentIdentifier",
    "payload.ACPExtensionEventData.xdm.eventType",
    "payload.ACPExtensionEventData.config.datastreamIdOverride",
    "payload.ACPExtensionEventData.requestId",
    "payload.ACPExtensionEventData.requestEventId",
    "payload.ACPExtensionEventData.type",
    "payload.ACPExtensionEventData.status",
    "payload.ACPExtensionEventData.title",
    "payload.name",
    "payload.logLevel",
    "payload.context.datastreamId",
    "payload.attributes.requestId",
    "payload.messages[1].event.xdm._id",
    "payload.header.xactionId",
    "payload.body.xdmEntity._id",
    "payload.body._errors._streamingValidation",
    "payload._errors._streamingValidation",
];

/// The column that an event stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lane {
    Client,
    Edge,
    Upstream,
}

/// What an event does for its request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// The app asks.
    Request,
    /// A handle came back.
    Answer,
    /// An error response came back.
    Failure,
    /// The answer is complete.
    Complete,
    /// The gateway reports.
    Edge,
    /// A service behind the gateway reports.
    Upstream,
    /// A service reports that it had nothing to do with it.
    NotEnabled,
}

/// One event that belongs to a request, or may have caused one.
pub(super) enum Step {
    Part(Part),
    Cause { id: EventId, label: String },
}

/// One event of a request.
pub(super) struct Part {
    pub(super) role: Role,
    pub(super) is_error: bool,
    pub(super) label: String,
    /// The request's identifier, as the SDK knows it.
    pub(super) request: Option<EventId>,
    /// The identifier of the app's event.
    pub(super) event: Option<EventId>,
    /// The event that caused the app's event.
    pub(super) cause: Option<EventId>,
    pub(super) datastream: Option<String>,
}

impl Role {
    pub(super) fn lane(self) -> Lane {
        match self {
            Self::Request | Self::Answer | Self::Failure | Self::Complete => Lane::Client,
            Self::Edge => Lane::Edge,
            Self::Upstream | Self::NotEnabled => Lane::Upstream,
        }
    }
}

/// What an event is; nothing when it has to do with no request.
pub(super) fn step(told: &Told<'_>) -> Option<Step> {
    if told.event.vendor.eq_ignore_ascii_case("com.adobe.streaming.validation") {
        return streaming(told).map(Step::Part);
    }
    if told.is_kind("service") {
        return service(told).map(Step::Part);
    }
    if told.event.event_type.eq_ignore_ascii_case("edge") {
        return edge(told).map(Step::Part);
    }
    Some(Step::Cause {
        id: told.own_id()?,
        label: told.event.name.clone(),
    })
}

fn edge(told: &Told<'_>) -> Option<Part> {
    let source = told.event.source.to_ascii_lowercase();
    if source == "requestcontent" {
        let xdm = told.data.fields("xdm");
        return Some(Part {
            role: Role::Request,
            is_error: false,
            label: xdm.text("eventType").unwrap_or_else(|| told.event.name.clone()),
            request: None,
            event: Some(told.own_id()?),
            cause: told.parent_id(),
            datastream: told.data.fields("config").text("datastreamIdOverride"),
        });
    }
    let request = request_id(&told.data, "requestId");
    let event = told.data.text("requestEventId").map(|id| EventId::new(&id));
    let (role, label) = match source.as_str() {
        "errorresponsecontent" => (Role::Failure, failure_label(&told.data)),
        "contentcomplete" => (Role::Complete, "complete".to_owned()),
        _ if request.is_none() && event.is_none() => return None,
        _ => (Role::Answer, told.data.text("type").unwrap_or(source)),
    };
    Some(Part {
        role,
        is_error: role == Role::Failure,
        label,
        request,
        event: event.or_else(|| told.parent_id()),
        cause: None,
        datastream: None,
    })
    .filter(Part::has_key)
}

fn failure_label(data: &Fields<'_>) -> String {
    match (data.integer("status"), data.text("title")) {
        (Some(status), _) => format!("error {status}"),
        (None, Some(title)) => title,
        (None, None) => "error".to_owned(),
    }
}

fn service(told: &Told<'_>) -> Option<Part> {
    let context = told.payload.fields("context");
    let attributes = told.payload.fields("attributes");
    let name = told.payload.text("name").unwrap_or_default();
    let (service, what) = name.rsplit_once('/').unwrap_or(("", &name));
    let is_gateway = told.event.vendor.eq_ignore_ascii_case("com.adobe.edge.konductor") && service.is_empty();
    let is_error = what.eq_ignore_ascii_case("error") || is_level(told, "error");
    let role = match what {
        _ if is_gateway => Role::Edge,
        "not-enabled" if !is_error => Role::NotEnabled,
        _ => Role::Upstream,
    };
    let service = match service {
        "" => told.event.vendor.as_str(),
        service => service,
    };
    let label = if is_gateway {
        what.to_owned()
    } else {
        format!("{} {what}", short_service(service))
    };
    let event = name
        .eq_ignore_ascii_case("hitReceived")
        .then(|| received_event(told.payload))
        .flatten();
    Some(Part {
        role,
        is_error,
        label: label.trim().to_owned(),
        request: request_id(&attributes, "requestId"),
        event,
        cause: None,
        datastream: context.text("datastreamId"),
    })
    .filter(Part::has_key)
}

fn streaming(told: &Told<'_>) -> Option<Part> {
    let body = told.payload.fields("body");
    let is_error = errors::invalid(told).is_some();
    let event = body.fields("xdmEntity").text("_id").map(|id| EventId::new(&id));
    Some(Part {
        role: Role::Upstream,
        is_error,
        label: format!("streaming validation {}", if is_error { "failed" } else { "passed" }),
        request: request_id(&told.payload.fields("header"), "xactionId"),
        event,
        cause: None,
        datastream: None,
    })
    .filter(Part::has_key)
}

impl Part {
    fn has_key(&self) -> bool {
        self.request.is_some() || self.event.is_some()
    }
}

/// The services make the SDK's identifier longer: its first 36 characters are the SDK's.
fn request_id(fields: &Fields<'_>, key: &str) -> Option<EventId> {
    let id = fields.text(key)?;
    let end = id.char_indices().nth(36).map_or(id.len(), |(end, _)| end);
    Some(EventId::new(&id[..end]))
}

/// The app's event in the hit, which Konductor sends as JSON in a string.
fn received_event(payload: &Fields<'_>) -> Option<EventId> {
    let hit = payload.item("messages", 1)?;
    let id = Fields::of(&hit).fields("event").fields("xdm").text("_id")?;
    Some(EventId::new(&id))
}

fn is_level(told: &Told<'_>, level: &str) -> bool {
    let own = told.payload.text("logLevel");
    own.is_some_and(|own| own.eq_ignore_ascii_case(level))
}

/// `com.adobe.experience_platform.ajo` as `ajo`.
fn short_service(service: &str) -> &str {
    let short = service.strip_prefix("com.adobe.").unwrap_or(service);
    short.strip_prefix("experience_platform.").unwrap_or(short)
}
