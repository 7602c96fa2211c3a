//! What the services behind the Edge Network report: segmentation, Journey Optimizer, decisioning, Target.

use serde_json::{Value, json};

use super::app::App;
use super::draft::Draft;
use super::edge::Trip;
use super::service::{self, KONDUCTOR, Report};

const SEGMENTATION: &str = "com.adobe.experience_platform.edge_segmentation";
const JOURNEYS: &str = "com.adobe.experience_platform.ajo";
const DECISIONING: &str = "com.adobe.experience_platform.ode";
const LIVE: &str = "com.adobe.ajo.live";
const TARGET: &str = "com.adobe.target";

/// The upstream part of a request, in the order of the Edge Network's reports.
pub(super) fn reports(app: &mut App, trip: &Trip) -> Vec<Draft> {
    let mut drafts = vec![response(app, trip, SEGMENTATION, &json!([]), &json!([]))];
    drafts.push(not_enabled(trip, LIVE));
    if trip.surface.is_some() {
        drafts.extend(journey(app, trip));
    } else {
        drafts.push(not_enabled(trip, JOURNEYS));
    }
    if app.chance(0.4) {
        drafts.push(response(app, trip, DECISIONING, &json!([]), &json!([])));
    } else {
        drafts.push(not_enabled(trip, DECISIONING));
    }
    if trip.target_failed {
        drafts.push(service::target_error(app, trip));
    } else {
        drafts.push(not_enabled(trip, TARGET));
    }
    drafts
}

/// One piece of content that a person qualified for, as it comes back in `personalization:decisions`.
pub(super) fn proposition(app: &mut App, surface: &str) -> Value {
    json!({
        "id": app.lower_id(),
        "scope": surface,
        "scopeDetails": {
            "decisionProvider": "AJO",
            "correlationID": format!("{}-0", app.lower_id()),
            "activity": {"id": format!("{}#{}", app.lower_id(), app.lower_id())},
        },
        "items": [{
            "id": app.lower_id(),
            "schema": "https://ns.adobe.com/personalization/message/content-card",
            "data": {
                "content": {
                    "title": {"content": "Winter sale"},
                    "body": {"content": "Everything for your practice, 20 % off until Sunday."},
                    "actionUrl": "lumashop://sale",
                },
                "contentType": "application/json",
            },
        }],
    })
}

fn journey(app: &mut App, trip: &Trip) -> Vec<Draft> {
    let asked = Report {
        vendor: JOURNEYS,
        name: "com.adobe.experience_platform.ajo/request",
        level: "log",
        messages: vec!["Request received by Adobe Journey Optimizer.".into()],
        context: json!({
            "event": {
                "header": {
                    "requestId": trip.full_id,
                    "configId": app.datastream,
                    "orgId": app.organization_id,
                    "sandboxId": app.lower_id(),
                    "sandboxName": "prod",
                    "adobeAepValidationToken": app.validation_token(),
                    "httpHeaders": {"user-agent": "Mobile", "accept-language": "en-US"},
                },
                "dispatchStyle": "sync",
                "body": {"xdm": trip.xdm, "exchanged": [], "extra": {}},
            },
            "profile": {
                "profileId": app.hex(40),
                "identityMap": {"ecid": [{"id": app.ecid}]},
                "segmentMembership": {"ups": {app.lower_id(): {"status": "realized"}}},
            },
        }),
    };
    let mut asked = asked.about(trip, 6);
    asked.payload["attributes"]["source"] = "IDS".into();
    let executed = Report {
        vendor: JOURNEYS,
        name: "com.adobe.experience_platform.ajo/execution",
        level: "log",
        messages: vec!["Qualified for 1 of 3 activities.".into()],
        context: json!({"qualifiedActivities": [{"id": app.lower_id(), "name": "Winter sale"}], "unqualifiedActivities": [{"id": app.lower_id(), "reason": "AUDIENCE_MISMATCH"}]}),
    }
    .about(trip, 18);
    let surface = trip.surface.clone().unwrap_or_default();
    let handle = json!([{"type": "personalization:decisions", "payload": [proposition(app, &surface)]}]);
    let traces: Vec<Value> = (0..app.between(4, 60)).map(|step| trace(app, step)).collect();
    let traces = json!(traces);
    vec![asked, executed, response(app, trip, JOURNEYS, &handle, &traces)]
}

/// One step of Journey Optimizer's decision; these make its answers the largest events of a session.
fn trace(app: &mut App, step: i64) -> Value {
    json!({
        "step": step,
        "activityId": app.lower_id(),
        "rule": app.pick(&["audience", "frequency cap", "schedule", "consent"]),
        "outcome": app.pick(&["qualified", "excluded"]),
        "elapsedMs": app.between(0, 12),
        "detail": "The rule was evaluated against the profile's current attributes and memberships.",
    })
}

fn response(app: &mut App, trip: &Trip, service: &str, handle: &Value, traces: &Value) -> Draft {
    let answer = json!({
        "header": {"createdAt": app.now, "origin": service},
        "body": {"handle": handle, "exchange": [], "store": [], "errors": [], "traces": traces},
    });
    let pretty = serde_json::to_string_pretty(&answer).unwrap_or_default();
    let gap = app.between(3, 45);
    Report {
        vendor: KONDUCTOR,
        name: &format!("{service}/response"),
        level: "log",
        messages: vec![
            format!("Upstream request to service '{service}' finished with success."),
            pretty,
        ],
        context: json!({}),
    }
    .about(trip, gap)
}

fn not_enabled(trip: &Trip, service: &'static str) -> Draft {
    Report {
        vendor: service,
        name: &format!("{service}/not-enabled"),
        level: "info",
        messages: vec![format!(
            "Service '{service}' is not enabled on current event (conditions not met)."
        )],
        context: json!({}),
    }
    .about(trip, 1)
}
