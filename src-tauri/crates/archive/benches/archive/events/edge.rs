//! One request to the Edge Network: the app's event and the answers that come back.

use serde_json::{Value, json};

use super::telling::{HubEvent, Telling};

/// The IDs that all events of one request share.
pub(super) struct Trip {
    /// The app's event.
    pub(super) event: String,
    /// The request's ID as the SDK knows it.
    pub(super) request: String,
    /// The same as the services know it, longer.
    pub(super) transaction: String,
    pub(super) xdm: Value,
}

impl Telling<'_> {
    /// Sends `data` with its `xdm`. With a surface, content is asked for and decided on.
    pub(super) fn edge_request(
        &mut self,
        name: &str,
        mut data: Value,
        parent: Option<&str>,
        surface: Option<&str>,
    ) -> String {
        data["xdm"]["timestamp"] = self.xdm_time().into();
        let (event, request) = (self.sdk_id(), self.sdk_id());
        let trip = Trip {
            transaction: format!("{request}-{}", self.dice.hex(16)),
            xdm: data["xdm"].clone(),
            event,
            request,
        };
        let mut sent = HubEvent::new(name, ("edge", "requestcontent"), data, trip.event.clone());
        sent.parent = parent;
        self.hub_event(sent);
        self.konductor(&trip);
        let target_failed = self.upstream(&trip, surface);
        self.wait(60, 420);
        self.handles(&trip, surface, target_failed);
        self.streaming(&trip);
        trip.event
    }

    /// A piece of content that a person qualified for.
    pub(super) fn proposition(&mut self, surface: &str) -> Value {
        let campaign = self.dice.popular(&self.world.campaigns);
        json!({
            "id": self.dice.uuid(), "scope": surface,
            "scopeDetails": {
                "decisionProvider": "AJO", "correlationID": format!("{}-0", self.dice.uuid()),
                "characteristics": {"eventToken": self.dice.base64(180)}, "activity": {"id": campaign.activity},
            },
            "items": [
                {
                    "id": self.dice.uuid(), "schema": "https://ns.adobe.com/personalization/message/content-card",
                    "data": {
                        "content": {
                            "title": {"content": campaign.title}, "body": {"content": campaign.body},
                            "actionUrl": format!("luma://offer/{}", &campaign.id[..8]),
                        },
                        "contentType": "application/json",
                        "publishedDate": 1_730_000_000 + self.dice.between(0, 900_000), "expiryDate": 1_790_000_000,
                    },
                },
            ],
        })
    }

    fn handles(&mut self, trip: &Trip, surface: Option<&str>, target_failed: bool) {
        if let Some(surface) = surface {
            let decisions = json!([self.proposition(surface)]);
            self.handle(trip, "personalization:decisions", &decisions);
        }
        let organization = self.world.organization.replace('@', "_");
        let state = json!([
            {"key": format!("kndctr_{organization}_cluster"), "value": self.client.region, "maxAge": 1800},
            {"key": format!("kndctr_{organization}_identity"), "value": self.dice.base64(72), "maxAge": 34_128_000},
        ]);
        self.handle(trip, "state:store", &state);
        let hint = json!([
            {"scope": "EdgeNetwork", "hint": self.client.region, "ttlSeconds": 1800},
            {"scope": "Target", "hint": self.dice.between(31, 38).to_string(), "ttlSeconds": 1800},
        ]);
        self.handle(trip, "locationHint:result", &hint);
        if target_failed {
            let data = json!({
                "status": 502, "title": "The service call has failed.",
                "type": "https://ns.adobe.com/aep/errors/EXEG-0203-502",
                "detail": "An error occurred while calling the 'com.adobe.target' service for this request. Try again.",
                "requestId": trip.request, "requestEventId": trip.event,
            });
            let id = self.sdk_id();
            self.hub_event(
                HubEvent::new("AEP Error Response", ("edge", "errorresponsecontent"), data, id).caused_by(&trip.event),
            );
        }
        if surface.is_some() || self.dice.chance(0.15) {
            let id = self.sdk_id();
            let data = json!({"requestId": trip.request, "requestEventId": trip.event});
            self.hub_event(
                HubEvent::new("AEP Response Complete", ("edge", "contentcomplete"), data, id).caused_by(&trip.event),
            );
        }
    }

    fn handle(&mut self, trip: &Trip, handle_type: &str, payload: &Value) {
        let data =
            json!({"type": handle_type, "requestId": trip.request, "requestEventId": trip.event, "payload": payload});
        let id = self.sdk_id();
        let source = handle_type.to_lowercase();
        self.hub_event(HubEvent::new("AEP Response Event Handle", ("edge", &source), data, id).caused_by(&trip.event));
    }
}
