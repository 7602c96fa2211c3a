//! Streaming validation: whether an event fits the schema of its dataset.

use serde_json::{Value, json};

use super::edge::Trip;
use super::telling::Telling;

impl Telling<'_> {
    /// Whether the event fits the schema of its dataset.
    pub(super) fn streaming(&mut self, trip: &Trip) {
        let mut entity = trip.xdm.clone();
        entity["_id"] = trip.event.as_str().into();
        let schema = json!({
            "schemaRef": {
                "id": "https://ns.adobe.com/luma/schemas/5a7f0c",
                "contentType": "application/vnd.adobe.xed-full+json;version=1",
            },
        });
        let mut payload = json!({
            "header": self.streaming_header(trip, "xdmEntityCreate"), "body": {"xdmMeta": schema, "xdmEntity": entity},
        });
        if self.dice.chance(0.02) {
            let field = *self.dice.any(&[
                "_luma",
                "web.webPageDetails.name",
                "commerce.order.currencyCode",
                "productListItems",
            ]);
            let message = format!("The message can't be validated: #/xdmEntity: required key [{field}] not found.");
            payload["_errors"] = json!({
                "_streamingValidation": [
                    {
                        "code": "DCVS-1106-400",
                        "message": message,
                        "schemaLocation": "#/xdmEntity",
                    },
                ],
            });
        }
        let after = self.dice.between(200, 1600);
        self.server("com.adobe.streaming.validation", "generic", true, after, &payload);
        if self.dice.chance(0.25) {
            let payload = json!({
                "header": self.streaming_header(trip, "xdmEntityUpdate"),
                "body": {
                    "xdmMeta": schema,
                    "xdmEntityUpdates": [
                        {"operation": "replace", "path": "/lastEvent", "value": trip.xdm["eventType"]},
                        {"operation": "add", "path": "/eventCount", "value": self.dice.between(1, 4000)},
                    ],
                },
            });
            self.server("com.adobe.streaming.validation", "generic", true, after + 40, &payload);
        }
    }

    fn streaming_header(&mut self, trip: &Trip, message_type: &str) -> Value {
        json!({
            "xactionId": trip.transaction, "imsOrgId": self.world.organization, "datasetId": self.world.datasets[0],
            "msgType": message_type, "msgId": self.dice.uuid(), "sandboxName": "prod", "flowId": self.world.datasets[2],
            "source": {"name": "EE-Konductor"}, "adobeAepValidationToken": self.validation_token(),
            "strictValidation": false,
        })
    }
}
