//! What the Edge Network and the services behind it report of a request.

use serde_json::{Value, json};

use super::edge::Trip;
use super::telling::Telling;

const KONDUCTOR: &str = "com.adobe.edge.konductor";
const SEGMENTATION: &str = "com.adobe.experience_platform.edge_segmentation";
const JOURNEYS: &str = "com.adobe.experience_platform.ajo";
const DECISIONING: &str = "com.adobe.experience_platform.ode";
const LIVE: &str = "com.adobe.ajo.live";
const TARGET: &str = "com.adobe.target";

impl Telling<'_> {
    pub(super) fn konductor(&mut self, trip: &Trip) {
        let mut xdm = trip.xdm.clone();
        xdm["_id"] = trip.event.as_str().into();
        let (client, world) = (self.client, self.world);
        xdm["environment"] = json!({
            "carrier": client.carrier, "operatingSystem": client.system, "_dc": {"language": client.locale},
            "type": "application",
        });
        let cluster = format!("kndctr_{}_cluster", world.organization.replace('@', "_"));
        let hit = json!({
            "event": {"xdm": xdm},
            "meta": {
                "konductorConfig": {"streaming": {"enabled": true, "recordSeparator": "\u{0}", "lineFeed": "\n"}},
                "state": {"entries": [{"key": cluster, "value": client.region, "maxAge": 1800}]},
            },
            "xdm": {
                "identityMap": client.identities(),
                "implementationDetails": {
                    "name": "https://ns.adobe.com/experience/mobilesdk/ios", "environment": "app",
                    "version": "5.3.0+5.0.2",
                },
            },
        });
        let region = client.region;
        let messages = json!(["Request received by Experience Edge.", hit.to_string()]);
        let konductor = format!(
            "24.{}.{}:{}",
            self.dice.between(1, 12),
            self.dice.between(0, 4),
            self.dice.hex(8)
        );
        let cell = self.dice.between(1, 9);
        let context = json!({
            "X-Konductor": konductor, "X-Adobe-Edge": region.to_uppercase(), "x-edge-cell": cell,
            "x-edge-region": region, "datastreamId": world.datastream, "x-forwarded-for": client.address,
            "user-agent": client.user_agent(),
        });
        let after = self.dice.between(30, 200);
        self.report(trip, KONDUCTOR, "hitReceived", "log", &messages, context, after);
        if self.dice.chance(0.22) {
            let configuration = json!({
                "com_adobe_experience_platform": {
                    "enabled": true,
                    "datasets": {
                        "event": [
                            {
                                "datasetId": world.datasets[0],
                                "xdmSchema": format!("https://ns.adobe.com/luma/schemas/{}", world.datasets[1]),
                                "flowId": self.dice.uuid(),
                            },
                        ],
                    },
                },
                "com_adobe_identity": {"idSyncEnabled": false},
                "com_adobe_target": {"enabled": true, "propertyToken": world.sandbox},
                "com_adobe_experience_platform_ajo": {"enabled": true},
                "com_adobe_edge_segmentation": {"enabled": true},
            });
            let messages = json!(["Datastream configuration was resolved.", configuration.to_string()]);
            self.report(
                trip,
                KONDUCTOR,
                "datastream",
                "log",
                &messages,
                json!({"datastreamId": world.datastream, "sandboxName": "prod"}),
                after + 2,
            );
        }
        let total = self.dice.between(40, 900);
        let context = json!({
            "x-edge-cell": cell, "datastreamId": world.datastream, "elapsedMs": total, "responseStatus": 200,
            "responseBytes": self.dice.between(180, 9000),
        });
        self.report(
            trip,
            KONDUCTOR,
            "hitProcessed",
            "log",
            &json!(["Request processed by Experience Edge."]),
            context,
            after + total,
        );
    }

    /// Says whether Target failed.
    pub(super) fn upstream(&mut self, trip: &Trip, surface: Option<&str>) -> bool {
        if self.dice.chance(0.5) {
            let segments = json!([{"type": "activation:pull", "payload": []}]);
            self.answered(trip, SEGMENTATION, &segments, &json!([]));
        }
        self.not_enabled(trip, LIVE);
        match surface {
            Some(surface) => self.journey(trip, surface),
            None => self.not_enabled(trip, JOURNEYS),
        }
        if self.dice.chance(0.55) {
            self.not_enabled(trip, DECISIONING);
        } else if self.dice.chance(0.2) {
            self.answered(trip, DECISIONING, &json!([]), &json!([]));
        }
        if self.dice.chance(0.03) {
            let context = json!({
                "errorType": "https://ns.adobe.com/aep/errors/EXEG-0203-502", "status": 502,
                "elapsedMs": self.dice.between(1500, 3000),
            });
            let messages = json!(["Upstream request to service 'com.adobe.target' failed."]);
            self.report(trip, TARGET, "com.adobe.target/error", "error", &messages, context, 240);
            return true;
        }
        if self.dice.chance(0.5) {
            self.not_enabled(trip, TARGET);
        }
        false
    }

    fn not_enabled(&mut self, trip: &Trip, service: &str) {
        let messages = json!([format!(
            "Service '{service}' is not enabled on current event (conditions not met)."
        )]);
        let after = self.dice.between(40, 260);
        self.report(
            trip,
            service,
            &format!("{service}/not-enabled"),
            "info",
            &messages,
            json!({"datastreamId": self.world.datastream}),
            after,
        );
    }

    fn answered(&mut self, trip: &Trip, service: &str, handle: &Value, traces: &Value) {
        let answer = json!({
            "header": {"createdAt": *self.now, "origin": service},
            "body": {"handle": handle, "exchange": [], "store": [], "errors": [], "traces": traces},
        });
        let pretty = serde_json::to_string_pretty(&answer).unwrap_or_default();
        let messages = json!([
            format!("Upstream request to service '{service}' finished with success."),
            pretty
        ]);
        let elapsed = self.dice.between(4, 190);
        let context = json!({"status": 200, "elapsedMs": elapsed});
        self.report(
            trip,
            KONDUCTOR,
            &format!("{service}/response"),
            "log",
            &messages,
            context,
            elapsed + 60,
        );
    }

    fn journey(&mut self, trip: &Trip, surface: &str) {
        let (client, world) = (self.client, self.world);
        let segments: serde_json::Map<String, Value> = (0..self.dice.between(1, 4))
            .map(|_| {
                (
                    self.dice.any(&world.campaigns).id.clone(),
                    json!({"status": "realized", "lastQualificationTime": self.xdm_time()}),
                )
            })
            .collect();
        let context = json!({
            "event": {
                "header": {
                    "requestId": trip.transaction, "configId": world.datastream, "orgId": world.organization,
                    "sandboxId": world.sandbox, "sandboxName": "prod",
                    "adobeAepValidationToken": self.validation_token(),
                    "httpHeaders": {"user-agent": client.user_agent(), "accept-language": client.locale},
                },
                "dispatchStyle": "sync", "body": {"xdm": trip.xdm, "exchanged": [], "extra": {}},
            },
            "profile": {
                "profileId": self.dice.hex(40), "identityMap": client.identities(),
                "segmentMembership": {"ups": segments},
            },
        });
        self.report(
            trip,
            JOURNEYS,
            "com.adobe.experience_platform.ajo/request",
            "log",
            &json!(["Request received by Adobe Journey Optimizer."]),
            context,
            70,
        );
        // Now and then a long list: these make the largest events of a session.
        let looked_at = if self.dice.chance(0.06) {
            self.dice.between(40, 110)
        } else {
            self.dice.between(2, 9)
        };
        let activities: Vec<Value> = (0..looked_at)
            .map(|_| {
                let campaign = self.dice.any(&world.campaigns);
                json!({
                    "activityId": campaign.activity, "name": campaign.title,
                    "rule": self.dice.any(&["audience", "frequency cap", "schedule", "consent"]),
                    "outcome": self.dice.any(&["qualified", "excluded"]), "elapsedMs": self.dice.between(0, 12),
                })
            })
            .collect();
        let messages = json!([format!(
            "Qualified for {} of {looked_at} activities.",
            self.dice.between(0, looked_at)
        )]);
        self.report(
            trip,
            JOURNEYS,
            "com.adobe.experience_platform.ajo/execution",
            "log",
            &messages,
            json!({"qualifiedActivities": activities}),
            90,
        );
        let proposition = self.proposition(surface);
        self.answered(
            trip,
            JOURNEYS,
            &json!([{"type": "personalization:decisions", "payload": [proposition]}]),
            &json!(activities),
        );
    }

    #[expect(clippy::too_many_arguments, reason = "these are the fields of a service's report")]
    fn report(
        &mut self,
        trip: &Trip,
        vendor: &str,
        name: &str,
        level: &str,
        messages: &Value,
        context: Value,
        after: i64,
    ) {
        let mut attributes = json!({"requestId": trip.transaction});
        if let Some((service, "error")) = name.rsplit_once('/') {
            attributes["serviceName"] = service.into();
        } else if name.ends_with("ajo/request") {
            attributes["source"] = "IDS".into();
        }
        let mut payload = json!({
            "name": name, "timestampMs": *self.now + after - 3, "attributes": attributes, "logLevel": level,
            "messages": messages,
        });
        payload["context"] = context;
        self.server(vendor, "service", true, after, &payload);
    }

    pub(super) fn validation_token(&self) -> String {
        format!("{}|{}", self.world.session, self.client.cased(&self.client.id))
    }
}
