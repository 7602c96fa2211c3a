//! Streaming validation: whether an event fits the schema of the dataset it goes to.

use serde_json::{Value, json};

use super::app::App;
use super::draft::{Draft, Maker};
use super::edge::Trip;

/// The validation of a request's event, and mostly but not always of nothing more.
pub(super) fn streaming(app: &mut App, trip: &Trip) -> Vec<Draft> {
    let mut entity = trip.xdm.clone();
    entity["_id"] = trip.event_id.as_str().into();
    let body = json!({
        "xdmMeta": {"schemaRef": {"id": "https://ns.adobe.com/practice/schemas/app-events", "contentType": "application/vnd.adobe.xed-full+json;version=1"}},
        "xdmEntity": entity,
    });
    let mut created = record(app, trip, "xdmEntityCreate", &body);
    if app.chance(0.08) {
        let event_type = trip.event_type();
        created.payload["_errors"] = json!({"_streamingValidation": [{
            "code": "DCVS-1106-400",
            "message": format!("The message can't be validated: #/xdmEntity: required key [_practice] not found in an event of type {event_type}."),
            "schemaLocation": "#/xdmEntity",
        }]});
    }
    let mut drafts = vec![created];
    if app.chance(0.3) {
        let body = json!({
            "xdmMeta": {"schemaRef": {"id": "https://ns.adobe.com/practice/schemas/profile"}},
            "xdmEntityUpdates": [{"operation": "replace", "path": "/lastEvent", "value": trip.event_type()}],
        });
        drafts.push(record(app, trip, "xdmEntityUpdate", &body));
    }
    drafts
}

fn record(app: &mut App, trip: &Trip, message_type: &str, body: &Value) -> Draft {
    let payload = json!({
        "header": {
            "xactionId": trip.full_id,
            "imsOrgId": app.organization_id,
            "datasetId": app.dataset,
            "msgType": message_type,
            "msgId": app.lower_id(),
            "sandboxName": "prod",
            "flowId": app.lower_id(),
            "source": {"name": "EE-Konductor"},
            "adobeAepValidationToken": app.validation_token(),
            "strictValidation": false,
        },
        "body": body,
    });
    let gap = app.between(100, 700);
    Draft::new(
        Maker::Service,
        "com.adobe.streaming.validation",
        "generic",
        payload,
        gap,
    )
}
