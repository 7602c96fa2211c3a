//! Launching, connecting, states, configuration, lifecycle.

use serde_json::{Value, json};

use super::telling::{HubEvent, Telling};

impl Telling<'_> {
    /// The app starts and connects to the session.
    pub(super) fn launch(&mut self) {
        *self.number = 0;
        let connect = self.client.connect(self.dice);
        self.app("client", &connect);
        let url = format!("luma://home?adb_validation_sessionid={}&env=prod", self.world.session);
        self.hub(
            "Assurance Start Session",
            ("assurance", "requestcontent"),
            json!({"startSessionURL": url}),
        );
        let app_id = format!(
            "{}/launch-{}-development",
            &self.world.property[2..14],
            &self.world.property[14..26]
        );
        self.hub(
            "Configure with App ID",
            ("configuration", "requestcontent"),
            json!({"config.appId": app_id}),
        );
        self.hub(
            "Configuration Request",
            ("configuration", "requestcontent"),
            json!({"config.getData": true}),
        );
        self.configuration_response();
        for owner in [
            "com.adobe.module.eventhub",
            "com.adobe.module.configuration",
            "com.adobe.assurance",
            "com.adobe.module.lifecycle",
            "com.adobe.edge",
            "com.adobe.messaging",
        ] {
            self.shared_state(owner);
        }
        self.identity_state();
        self.wait(5, 80);
        self.hub(
            "com.adobe.module.configuration.rulesengine",
            ("rulesengine", "requestreset"),
            json!({"name": "com.adobe.module.configuration.rulesengine"}),
        );
        let resumed = self.hub(
            "Lifecycle Resume",
            ("generic.lifecycle", "requestcontent"),
            json!({"action": "start", "additionalcontextdata": {}}),
        );
        self.lifecycle_start(&resumed);
        let data = json!({
            "xdm": {
                "eventType": "application.launch",
                "application": {
                    "id": self.client.bundle(), "name": "Luma", "version": self.client.version, "isLaunch": true,
                    "launches": {"value": 1},
                },
                "device": {"manufacturer": "apple", "model": self.client.device, "type": "mobile"},
            },
        });
        self.hub(
            "Application Launch (Foreground)",
            ("lifecycle", "applicationlaunch"),
            data.clone(),
        );
        self.edge_request("Application Launch (Foreground)", data, Some(&resumed), None);
        self.fetch_messages();
        if self.dice.chance(0.3) {
            self.push_identifier();
        }
    }

    pub(super) fn disconnect(&mut self) {
        self.hub(
            "Lifecycle Pause",
            ("generic.lifecycle", "requestcontent"),
            json!({"action": "pause"}),
        );
        let close = json!({
            "xdm": {
                "eventType": "application.close",
                "application": {
                    "closeType": "close", "isClose": true, "sessionLength": self.dice.between(4, 3600),
                    "closes": {"value": 1},
                },
            },
        });
        self.hub(
            "Application Close (Background)",
            ("lifecycle", "applicationclose"),
            close,
        );
        self.wait(10, 900);
        self.sdk_server("client", &json!({"type": "disconnect"}));
    }

    pub(super) fn pause_and_resume(&mut self) {
        self.hub(
            "Lifecycle Pause",
            ("generic.lifecycle", "requestcontent"),
            json!({"action": "pause"}),
        );
        self.wait(2_000, 400_000);
        let resumed = self.hub(
            "Lifecycle Resume",
            ("generic.lifecycle", "requestcontent"),
            json!({
                "action": "start", "additionalcontextdata": {"luma.from": self.dice.any(&["icon", "push", "link"])},
            }),
        );
        self.lifecycle_start(&resumed);
        self.shared_state("com.adobe.module.lifecycle");
    }

    fn lifecycle_start(&mut self, parent: &str) {
        let data = json!({
            "sessionevent": "start", "maxsessionlength": 604_800, "starttimestampseconds": *self.now / 1000,
            "previoussessionstarttimestampseconds": *self.now / 1000 - self.dice.between(300, 900_000),
            "previoussessionpausetimestampseconds": *self.now / 1000 - self.dice.between(5, 300),
            "lifecyclecontextdata": self.lifecycle_data(),
        });
        let id = self.sdk_id();
        self.hub_event(HubEvent::new("LifecycleStart", ("lifecycle", "responsecontent"), data, id).caused_by(parent));
    }

    fn lifecycle_data(&mut self) -> Value {
        json!({
            "appid": format!("Luma {} ({})", self.client.version, self.client.version.replace('.', "")),
            "launches": self.client.launches.to_string(), "devicename": self.client.device,
            "hourofday": self.dice.between(0, 23).to_string(), "dayofweek": self.dice.between(1, 7).to_string(),
            "dayssincelastuse": self.dice.between(0, 40).to_string(),
            "dayssincefirstuse": self.dice.between(0, 900).to_string(), "runmode": "Application",
            "locale": self.client.locale, "carriername": self.client.carrier, "resolution": self.client.screen,
            "osversion": self.client.system, "launchevent": "LaunchEvent",
        })
    }

    pub(super) fn some_state(&mut self) {
        let owner = *self.dice.weighted(&[
            (30, "com.adobe.module.lifecycle"),
            (18, "com.adobe.messaging"),
            (12, "com.adobe.module.configuration"),
            (12, "com.adobe.edge"),
            (10, "com.adobe.module.eventhub"),
            (8, "com.adobe.assurance"),
            (6, "com.adobe.module.places"),
        ]);
        self.shared_state(owner);
        if self.dice.chance(0.2) {
            self.identity_state();
        }
    }

    fn shared_state(&mut self, owner: &str) {
        let data = match owner {
            "com.adobe.module.eventhub" => {
                json!({
                    "version": "5.3.0", "wrapper": {"type": "N", "friendlyName": "None"},
                    "extensions": {
                        "com.adobe.edge": {"friendlyName": "AEPEdge", "version": "5.0.2"},
                        "com.adobe.edge.identity": {"friendlyName": "AEPEdgeIdentity", "version": "5.0.1"},
                        "com.adobe.assurance": {"friendlyName": "Assurance", "version": "5.0.3"},
                        "com.adobe.messaging": {"friendlyName": "Messaging", "version": "5.6.0"},
                        "com.adobe.module.lifecycle": {"friendlyName": "Lifecycle", "version": "5.3.0"},
                        "com.adobe.module.configuration": {"friendlyName": "Configuration", "version": "5.3.0"},
                        "com.adobe.module.places": {"friendlyName": "Places", "version": "5.0.1"},
                    },
                })
            }
            "com.adobe.module.configuration" => self.configuration(),
            "com.adobe.assurance" => {
                json!({
                    "clientid": self.client.cased(&self.client.id), "sessionid": self.world.session,
                    "integrationid": format!("{}|{}", self.world.session, self.client.cased(&self.client.id)),
                })
            }
            "com.adobe.module.lifecycle" => {
                json!({
                    "maxsessionlength": 604_800, "starttimestampseconds": *self.now / 1000,
                    "lifecyclecontextdata": self.lifecycle_data(),
                })
            }
            "com.adobe.edge" => json!({"locationHint": self.client.region}),
            "com.adobe.module.places" => {
                let store = self.dice.any(&self.world.stores);
                json!({
                    "authstatus": "wheninuse", "validuntil": *self.now / 1000 + 3600,
                    "currentpoi": {
                        "regionid": store.id, "regionname": store.name, "latitude": store.latitude,
                        "longitude": store.longitude, "radius": 200,
                        "regionmetadata": {"city": store.city, "country": store.country},
                    },
                })
            }
            _ => json!({"pushidentifier": self.client.push_token}),
        };
        let id = self.sdk_id();
        let mut event = HubEvent::new(
            "Shared state change",
            ("hub", "sharedstate"),
            json!({"stateowner": owner}),
            id,
        );
        event.metadata = Some(json!({"state.data": data}));
        self.hub_event(event);
    }

    fn identity_state(&mut self) {
        let id = self.sdk_id();
        let mut event = HubEvent::new(
            "Shared state change (XDM)",
            ("hub", "sharedstate"),
            json!({"stateowner": "com.adobe.edge.identity"}),
            id,
        );
        event.metadata = Some(json!({"xdm.state.data": {"identityMap": self.client.identities()}}));
        self.hub_event(event);
    }

    pub(super) fn configuration_response(&mut self) {
        let data = self.configuration();
        self.hub("Configuration Response", ("configuration", "responsecontent"), data);
    }

    pub(super) fn configuration_update(&mut self) {
        let update = json!({
            "config.update": {
                "messaging.useSandbox": self.dice.chance(0.5), "lifecycle.sessionTimeout": self.dice.any(&[5, 30, 300]),
            },
        });
        self.hub("Configuration Update", ("configuration", "requestcontent"), update);
        self.configuration_response();
        self.shared_state("com.adobe.module.configuration");
    }

    fn configuration(&mut self) -> Value {
        let world = self.world;
        let rules = format!(
            "https://assets.adobedtm.com/{}/{}/launch-{}-development-rules.zip",
            &world.property[2..14],
            &world.property[14..26],
            &world.property[20..32]
        );
        json!({
            "build.environment": "dev",
            "consent.default": {"consents": {"collect": {"val": self.dice.popular(&["y", "p", "n"])}}},
            "edge.configId": world.datastream, "edge.domain": "edge.luma.example", "edge.environment": "",
            "experienceCloud.org": world.organization,
            "global.privacy": self.dice.popular(&["optedin", "optedin", "optunknown", "optedout"]),
            "lifecycle.sessionTimeout": 300, "messaging.eventDataset": world.datasets[2], "messaging.useSandbox": true,
            "optimize.timeout": 10, "places.membershipttl": 3600, "property.id": world.property,
            "rules.url": rules,
            "analytics.rsids": "lumadev", "analytics.server": "luma.sc.omtrdc.net", "analytics.launchHitDelay": 0,
            "media.channel": "luma-app", "media.playerName": "Luma Player",
        })
    }

    pub(super) fn push_identifier(&mut self) {
        let data = json!({"pushidentifier": self.client.push_token});
        let parent = self.hub("Set Push Identifier", ("generic.identity", "requestcontent"), data);
        let data = json!({
            "data": {
                "pushNotificationDetails": [
                    {
                        "appID": self.client.bundle(), "token": self.client.push_token,
                        "platform": if self.client.ios {"apns"} else {"fcm"}, "denylisted": false,
                        "identity": {"namespace": {"code": "ECID"}, "id": self.client.ecid},
                    },
                ],
            },
            "xdm": {"eventType": "pushTracking.registration"},
        });
        self.edge_request("Push notification token profile Edge event", data, Some(&parent), None);
    }
}
