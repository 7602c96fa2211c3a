//! Push: the app's token, and what the push service (Cepheus) reports, which knows no client.

use serde_json::{Value, json};

use super::app::App;
use super::draft::{Draft, Maker};
use super::edge::{self, Call};

/// The app hands in its push token.
pub(super) fn token(app: &mut App) -> Vec<Draft> {
    let id = app.sdk_id();
    let data = json!({"pushidentifier": app.push_token});
    let set = app.hub_event("Set Push Identifier", "generic.identity", "requestcontent", &data, &id);
    let data = json!({
        "xdm": {"eventType": "pushTracking.registration", "timestamp": app.xdm_time()},
        "data": {"pushNotificationDetails": [{
            "appID": app.profile.bundle(),
            "platform": platform(app),
            "token": app.push_token,
            "denylisted": false,
            "identity": {"namespace": {"code": "ECID"}, "id": app.ecid},
        }]},
    });
    let name = "Push notification token profile Edge event";
    let mut drafts = vec![set];
    drafts.extend(edge::request(app, &Call::new(name, data).caused_by(&id)));
    drafts
}

/// A push message goes out to the device.
pub(super) fn message(app: &mut App) -> Vec<Draft> {
    let group = app.lower_id();
    let failed = app.chance(0.1);
    let report = |event: &str, gap: i64, more: Value| {
        let mut payload = json!({
            "event": event,
            "groupID": group,
            "platform": platform(app),
            "pushTokens": app.push_token,
        });
        if let (Some(payload), Value::Object(more)) = (payload.as_object_mut(), more) {
            payload.extend(more);
        }
        Draft::new(
            Maker::ServiceWithoutClient,
            "com.adobe.cepheus",
            "Push Service",
            payload,
            gap,
        )
    };
    let status = if failed { 410 } else { 200 };
    let text = if failed { "Unregistered" } else { "" };
    vec![
        report(
            "push request from pipeline",
            10,
            json!({"body": {"title": "Your order is on its way"}}),
        ),
        report(
            "push passed deduplication step",
            8,
            json!({"duplicatePushToken": false}),
        ),
        report(
            "push sent to platform service",
            110,
            json!({"status": status, "elapsed": 120, "body": text}),
        ),
        report(
            "feedback sent to pipeline",
            15,
            json!({
                "responseCode": status,
                "responseMessage": text,
                "feedback": {"groupID": group, "platform": platform(app), "status": if failed { "exclude" } else { "sent" }},
            }),
        ),
    ]
}

fn platform(app: &App) -> &'static str {
    if app.profile.is_ios() { "apnsSandbox" } else { "fcm" }
}
