//! One request to the Edge Network, from the app's event to the last report about it.

use serde_json::{Value, json};

use super::app::App;
use super::draft::Draft;
use super::{service, upstream, validation};

/// What the app asks of the Edge Network.
#[derive(Clone, Debug)]
pub(super) struct Call {
    name: &'static str,
    data: Value,
    parent: Option<String>,
    /// Where the app shows content, when it asks for some.
    surface: Option<String>,
}

impl Call {
    pub(super) fn new(name: &'static str, data: Value) -> Self {
        Self {
            name,
            data,
            parent: None,
            surface: None,
        }
    }

    pub(super) fn caused_by(mut self, parent: &str) -> Self {
        self.parent = Some(parent.to_owned());
        self
    }

    pub(super) fn for_surface(mut self, surface: String) -> Self {
        self.surface = Some(surface);
        self
    }
}

/// The IDs that link everything about one request, and what was in it.
pub(super) struct Trip {
    /// `ACPExtensionEventUniqueIdentifier` of the app's event; the Edge Network calls it `_id` and `requestEventId`.
    pub(super) event_id: String,
    /// 36 characters, as the SDK knows the request.
    pub(super) request_id: String,
    /// The same with 16 more hex digits, as the services know it.
    pub(super) full_id: String,
    pub(super) xdm: Value,
    pub(super) surface: Option<String>,
    /// Whether the Target service failed on this request.
    pub(super) target_failed: bool,
}

impl Trip {
    pub(super) fn event_type(&self) -> &str {
        self.xdm["eventType"].as_str().unwrap_or_default()
    }
}

/// Sends a request: the app's event, what the services report, the handles that come back, and the dataset's validation.
pub(super) fn request(app: &mut App, call: &Call) -> Vec<Draft> {
    let event_id = app.sdk_id();
    let request_id = app.sdk_id();
    let trip = Trip {
        full_id: format!("{request_id}-{}", app.hex(16)),
        event_id,
        request_id,
        xdm: call.data["xdm"].clone(),
        surface: call.surface.clone(),
        target_failed: app.chance(0.15),
    };
    let mut sent = app.hub_event(call.name, "edge", "requestcontent", &call.data, &trip.event_id);
    if let Some(parent) = &call.parent {
        sent = sent.caused_by(parent);
    }
    let mut drafts = vec![sent, service::hit_received(app, &trip), service::datastream(app, &trip)];
    drafts.extend(upstream::reports(app, &trip));
    drafts.push(service::hit_processed(app, &trip));
    drafts.extend(handles(app, &trip));
    drafts.extend(validation::streaming(app, &trip));
    drafts
}

fn handles(app: &mut App, trip: &Trip) -> Vec<Draft> {
    let state = json!([
        {"key": cookie_name(app, "cluster"), "value": "ind1", "maxAge": 1800},
        {"key": cookie_name(app, "identity"), "value": app.hex(48), "maxAge": 34_128_000},
    ]);
    let hint = json!([
        {"scope": "EdgeNetwork", "hint": "ind1", "ttlSeconds": 1800},
        {"scope": "Target", "hint": "38", "ttlSeconds": 1800},
    ]);
    let mut drafts = Vec::new();
    if let Some(surface) = &trip.surface {
        let decisions = json!([upstream::proposition(app, surface)]);
        drafts.push(handle(app, trip, "personalization:decisions", &decisions));
    }
    drafts.push(handle(app, trip, "state:store", &state).after(25));
    drafts.push(handle(app, trip, "locationhint:result", &hint));
    if trip.target_failed {
        drafts.push(error(app, trip));
    }
    if trip.surface.is_some() || app.chance(0.2) {
        let id = app.sdk_id();
        let data = json!({"requestId": trip.request_id});
        drafts.push(
            app.hub_event("AEP Response Complete", "edge", "contentcomplete", &data, &id)
                .caused_by(&trip.event_id),
        );
    }
    drafts
}

fn handle(app: &mut App, trip: &Trip, handle_type: &str, payload: &Value) -> Draft {
    let id = app.sdk_id();
    let data = json!({
        "type": handle_type.replace("locationhint", "locationHint"),
        "requestId": trip.request_id,
        "requestEventId": trip.event_id,
        "payload": payload,
    });
    app.hub_event("AEP Response Event Handle", "edge", handle_type, &data, &id)
        .caused_by(&trip.event_id)
}

fn error(app: &mut App, trip: &Trip) -> Draft {
    let id = app.sdk_id();
    let data = json!({
        "status": 502,
        "title": "The service call has failed.",
        "type": service::TARGET_ERROR_TYPE,
        "detail": "An error occurred while calling the 'com.adobe.target' service for this request. Try again.",
        "requestId": trip.request_id,
        "requestEventId": trip.event_id,
    });
    app.hub_event("AEP Error Response", "edge", "errorresponsecontent", &data, &id)
        .caused_by(&trip.event_id)
}

fn cookie_name(app: &App, kind: &str) -> String {
    let organization = app.organization_id.replace('@', "_");
    format!("kndctr_{organization}_{kind}")
}
