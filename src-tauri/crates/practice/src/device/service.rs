//! What the Edge Network's gateway (Konductor) reports about a request.

use serde_json::{Value, json};
use uuid::Uuid;

use super::app::App;
use super::draft::{Draft, Maker};
use super::edge::Trip;
use crate::assurance::Annotation;

pub(super) const KONDUCTOR: &str = "com.adobe.edge.konductor";
pub(super) const TARGET_ERROR_TYPE: &str = "https://ns.adobe.com/aep/errors/EXEG-0203-502";

/// A report of a service in the frame that all of them use.
pub(super) struct Report<'a> {
    pub(super) vendor: &'static str,
    pub(super) name: &'a str,
    pub(super) level: &'a str,
    pub(super) messages: Vec<String>,
    pub(super) context: Value,
}

impl Report<'_> {
    pub(super) fn about(self, trip: &Trip, gap: i64) -> Draft {
        let payload = json!({
            "name": self.name,
            "timestampMs": null,
            "attributes": {"requestId": trip.full_id},
            "logLevel": self.level,
            "messages": self.messages,
            "context": self.context,
        });
        Draft::new(Maker::Service, self.vendor, "service", payload, gap)
    }
}

pub(super) fn hit_received(app: &mut App, trip: &Trip) -> Draft {
    let mut xdm = trip.xdm.clone();
    xdm["_id"] = trip.event_id.as_str().into();
    let received = json!({
        "event": {"xdm": xdm},
        "meta": {
            "konductorConfig": {"streaming": {"enabled": true, "recordSeparator": "\u{0}", "lineFeed": "\n"}},
            "state": {"entries": []},
        },
        "xdm": {
            "identityMap": {"ECID": [{"id": app.ecid}]},
            "implementationDetails": {"environment": "app", "name": "https://ns.adobe.com/experience/mobilesdk", "version": app.profile.core_version()},
        },
    });
    let gap = app.between(40, 220);
    Report {
        vendor: KONDUCTOR,
        name: "hitReceived",
        level: "log",
        messages: vec!["Request received by Experience Edge.".into(), received.to_string()],
        context: edge_context(app),
    }
    .about(trip, gap)
}

pub(super) fn datastream(app: &mut App, trip: &Trip) -> Draft {
    let configuration = json!({
        "datastreamId": app.datastream,
        "orgId": app.organization_id,
        "sandboxName": "prod",
        "com_adobe_experience_platform": {"enabled": true, "datasets": {"event": [{"datasetId": app.dataset, "primary": true}]}},
        "com_adobe_target": {"enabled": true},
        "com_adobe_experience_platform_ajo": {"enabled": true},
    });
    Report {
        vendor: KONDUCTOR,
        name: "datastream",
        level: "log",
        messages: vec!["Datastream configuration.".into(), configuration.to_string()],
        context: edge_context(app),
    }
    .about(trip, 2)
}

pub(super) fn hit_processed(app: &mut App, trip: &Trip) -> Draft {
    let gap = app.between(5, 60);
    Report {
        vendor: KONDUCTOR,
        name: "hitProcessed",
        level: "log",
        messages: vec!["Request processed by Experience Edge.".into()],
        context: edge_context(app),
    }
    .about(trip, gap)
}

/// The failed call to Target. Now and then a colleague has flagged it in the web UI.
pub(super) fn target_error(app: &mut App, trip: &Trip) -> Draft {
    let gap = app.between(80, 900);
    let mut draft = Report {
        vendor: KONDUCTOR,
        name: "com.adobe.target/error",
        level: "error",
        messages: vec!["Upstream request to service 'com.adobe.target' failed.".into()],
        context: json!({"errorType": TARGET_ERROR_TYPE, "status": 502}),
    }
    .about(trip, gap);
    draft.payload["attributes"]["serviceName"] = "com.adobe.target".into();
    if app.chance(0.2) {
        let mut note = |kind: &str, payload: Value| Annotation {
            uuid: Uuid::parse_str(&app.lower_id()).unwrap_or_default(),
            kind: kind.into(),
            payload,
        };
        draft.annotations = vec![
            note("visibility", json!({"important": true})),
            note("notes", json!({"note": "Target again, asked its team."})),
        ];
    }
    draft
}

fn edge_context(app: &App) -> Value {
    json!({
        "X-Konductor": "26.1.7:8d2f3c1",
        "X-Adobe-Edge": "IND",
        "x-edge-cell": "ind1-cell-2",
        "x-edge-region": "ap-south-1",
        "datastreamId": app.datastream,
    })
}
