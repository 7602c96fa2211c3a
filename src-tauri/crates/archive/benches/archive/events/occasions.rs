//! What happens now and then: messages, pushes, Analytics hits, places, media, logs.

use serde_json::json;

use super::telling::{HubEvent, Telling};

impl Telling<'_> {
    pub(super) fn fetch_messages(&mut self) {
        let surface = self.surface();
        let asked = self.hub(
            "Update propositions",
            ("messaging", "requestcontent"),
            json!({"getpropositions": true, "surfaces": [{"uri": surface}]}),
        );
        let data = json!({
            "xdm": {"eventType": "personalization.request"},
            "query": {
                "personalization": {
                    "surfaces": [surface], "schemas": ["https://ns.adobe.com/personalization/ruleset-item"],
                },
            },
            "request": {"sendCompletion": true},
        });
        let request = self.edge_request("Retrieve message definitions", data, Some(&asked), Some(&surface));
        let id = self.sdk_id();
        let data = json!({"endingEventId": request});
        self.hub_event(
            HubEvent::new(
                "Finalize propositions response",
                ("messaging", "contentcomplete"),
                data,
                id,
            )
            .caused_by(&request),
        );
        let propositions = json!({"propositions": [self.proposition(&surface)]});
        let id = self.sdk_id();
        self.hub_event(
            HubEvent::new(
                "Message propositions notification",
                ("messaging", "notification"),
                propositions,
                id,
            )
            .caused_by(&asked),
        );
    }

    pub(super) fn interact_with_message(&mut self) {
        let surface = self.surface();
        let (event_type, kind) = *self.dice.weighted(&[
            (60, ("decisioning.propositionDisplay", "display")),
            (25, ("decisioning.propositionInteract", "interact")),
            (15, ("decisioning.propositionDismiss", "dismiss")),
        ]);
        let activity = self.dice.popular(&self.world.campaigns).activity.clone();
        let data = json!({
            "xdm": {
                "eventType": event_type,
                "_experience": {
                    "decisioning": {
                        "propositionEventType": {kind: 1}, "propositionAction": {"id": kind, "label": kind},
                        "propositions": [
                            {
                                "id": self.dice.uuid(), "scope": surface,
                                "scopeDetails": {
                                    "decisionProvider": "AJO", "correlationID": format!("{}-0", self.dice.uuid()),
                                    "activity": {"id": activity},
                                },
                            },
                        ],
                    },
                },
            },
            "iam": {"eventType": kind, "action": ""},
        });
        let request = self.edge_request("Messaging interaction event", data, None, None);
        let id = self.sdk_id();
        let data = json!({"iam.eventHistory": {"id": activity, "eventType": kind, "action": ""}});
        self.hub_event(
            HubEvent::new(
                "Write IAM event to history",
                ("messaging", "eventhistorywrite"),
                data,
                id,
            )
            .caused_by(&request),
        );
    }

    pub(super) fn rule_fires(&mut self) {
        let campaign = self.dice.popular(&self.world.campaigns);
        let html = format!(
            "<html><head><style>body{{margin:0;font-family:-apple-system}}.c{{padding:{}px}}</style>\
             </head><body><div class=\"c\"><h1>{}</h1><p>{}</p>\
             <a href=\"adbinapp://dismiss?interaction=clicked&amp;link=luma%3A%2F%2Foffer%2F{}\">OK</a></div></body></html>",
            self.dice.between(4, 48),
            campaign.title,
            campaign.body,
            &campaign.id[..8]
        );
        let data = json!({
            "triggeredconsequence": {
                "id": self.dice.uuid(), "type": "schema",
                "detail": {
                    "id": self.dice.uuid(), "schema": "https://ns.adobe.com/personalization/message/in-app",
                    "data": {
                        "contentType": "text/html", "content": html,
                        "mobileParameters": {
                            "verticalAlign": "center", "width": 100, "height": self.dice.between(30, 100),
                            "uiTakeover": true,
                        },
                        "publishedDate": 1_730_000_000 + self.dice.between(0, 900_000),
                    },
                },
            },
        });
        self.hub("Rules Consequence Event", ("rulesengine", "responsecontent"), data);
    }

    pub(super) fn track_action(&mut self) {
        let action = *self.dice.popular(&[
            "tap:add",
            "filter",
            "sort",
            "share",
            "favorite",
            "zoom",
            "size guide",
            "login",
            "logout",
            "apply voucher",
            "rate app",
        ]);
        let id = self.hub("Analytics Track", ("generic.track", "requestcontent"), json!({
            "action": action,
            "contextdata": {
                "luma.position": self.dice.between(1, 60).to_string(), "luma.variant": self.dice.any(&["a", "b", "c"]),
            },
        }));
        self.wait(80, 900);
        let mut query = format!(
            "ndh=1&pe=lnk_o&pev2=AMACTION%3A{action}&t=00%2F00%2F0000%2000%3A00%3A00%200%20-120\
             &ts={}&mid={}&aamlh=6&cp=foreground&c.&a.&OSVersion={}&action={action}&RunMode=Application\
             &AppID=Luma%20{}&.a&luma.&position={}&.luma&.c",
            *self.now / 1000,
            self.client.ecid,
            self.client.system.replace(' ', "%20"),
            self.client.version,
            self.dice.between(1, 60)
        );
        if self.dice.chance(0.7) {
            query.push_str("&p.&debug=true&.p");
        }
        let number = *self.now / 10;
        let data = json!({
            "requestEventIdentifier": id,
            "hitHost": format!("https://luma.sc.omtrdc.net/b/ss/lumadev/0/JAVN4.0/s{number}"), "hitUrl": query,
            "serverresponse": "",
            "headers": {
                "ETag": format!("{}-{}", self.dice.hex(20), self.dice.hex(16)), "Server": "jag",
                "Content-Type": "image/gif",
            },
        });
        let response = self.sdk_id();
        self.hub_event(
            HubEvent::new("AnalyticsResponse", ("analytics", "responsecontent"), data, response).caused_by(&id),
        );
        let payload = json!({
            "name": "analytics.hit", "timestampMs": *self.now,
            "attributes": {"hitId": format!("{}-{}", self.dice.hex(16), self.dice.hex(16))}, "logLevel": "log",
            "messages": ["Hit received by Adobe Analytics."],
            "context": {"rsid": "lumadev", "mid": self.client.ecid, "ip": self.client.address},
        });
        let after = self.dice.between(40, 400);
        self.server("com.adobe.analytics", "service", true, after, &payload);
    }

    pub(super) fn enter_place(&mut self) {
        let store = self.dice.popular(&self.world.stores);
        let near = |degrees: f64| ((degrees + self.dice.between(-2_000, 2_000) as f64 / 1e6) * 1e6).round() / 1e6;
        let (latitude, longitude) = (near(store.latitude), near(store.longitude));
        let asked = self.hub(
            "requestgetnearbyplaces",
            ("places", "requestcontent"),
            json!({"requesttype": "requestgetnearbyplaces", "count": 10, "latitude": latitude, "longitude": longitude}),
        );
        self.wait(90, 600);
        let data = json!({
            "regioneventtype": self.dice.any(&["entry", "exit"]),
            "triggeringregion": {
                "regionid": store.id, "regionname": store.name, "latitude": store.latitude,
                "longitude": store.longitude, "radius": 200, "useriswithin": true, "weight": 1,
                "libraryid": self.world.sandbox,
                "regionmetadata": {"city": store.city, "country": store.country, "category": "store"},
            },
            "timestamp": *self.now / 1000,
        });
        let id = self.sdk_id();
        self.hub_event(
            HubEvent::new("responseprocessregionevent", ("places", "responsecontent"), data, id).caused_by(&asked),
        );
    }

    pub(super) fn watch(&mut self) {
        let tracker = self.dice.hex(32);
        for name in ["sessionstart", "play", "pause"] {
            let data = json!({
                "trackerid": tracker, "sessionid": self.dice.uuid(), "event.name": name, "event.internal": false,
                "event.timestamp": *self.now,
                "event.param": {
                    "media.name": self.dice.popular(&["How to tie a bowline", "Trail film", "Yoga in 10 minutes"]),
                    "media.length": self.dice.between(20, 1800), "media.streamtype": "vod",
                    "media.playhead": self.dice.between(0, 900) as f64 / 7.0,
                },
            });
            self.hub("TrackMedia", ("media", "trackmedia"), data);
            self.wait(300, 9_000);
        }
    }

    pub(super) fn log_lines(&mut self) {
        for _ in 0..self.dice.between(1, 6) {
            let event = self.sdk_id();
            let line = match self.dice.between(0, 3) {
                0 => format!(
                    "[AEP SDK DEBUG - <EventHub>] Dispatching event #{} - event: {event}",
                    self.dice.between(1, 900)
                ),
                1 => format!(
                    "[AEP SDK TRACE - <EdgeNetworkService>] Network request {event} took {} ms, status 200",
                    self.dice.between(40, 2_000)
                ),
                2 => format!(
                    "[AEP SDK WARN - <Messaging>] No rule matched event {event}; {} rules in memory",
                    self.dice.between(0, 60)
                ),
                _ => format!(
                    "[AEP SDK DEBUG - <Identity>] ECID {} read from storage for {event}",
                    self.client.ecid
                ),
            };
            self.app("log", &json!({"logline": line}));
        }
    }

    pub(super) fn push_message(&mut self) {
        let group = self.dice.uuid();
        let platform = if self.client.ios { "apnsSandbox" } else { "fcm" };
        let campaign = self.dice.popular(&self.world.campaigns);
        let body = json!({
            "aps": {"alert": {"title": campaign.title, "body": campaign.body}, "mutable-content": 1},
            "adb_uri": format!("luma://offer/{}", &campaign.id[..8]),
            "_xdm": {
                "mixins": {
                    "_experience": {
                        "customerJourneyManagement": {
                            "messageExecution": {
                                "messageExecutionID": self.dice.uuid(), "journeyVersionID": campaign.id,
                            },
                        },
                    },
                },
            },
        })
        .to_string();
        for (after, event) in [
            (0, "push request from pipeline"),
            (30, "push passed deduplication step"),
            (120, "push sent to platform service"),
        ] {
            let payload = json!({
                "event": event, "groupID": group, "platform": platform, "pushTokens": self.client.push_token,
                "status": 200, "elapsed": self.dice.between(2, 300), "body": if after == 0 {body.as_str()} else {""},
            });
            self.server("com.adobe.cepheus", "Push Service", false, after, &payload);
        }
        let feedback = json!({
            "event": "feedback sent to pipeline", "groupID": group, "responseCode": 200, "responseMessage": "",
            "feedback": {"groupID": group, "platform": platform, "status": "sent"},
        });
        self.server("com.adobe.cepheus", "Push Service", false, 180, &feedback);
    }

    pub(super) fn screenshot(&mut self) {
        self.sdk_server("control", &json!({"type": "screenshot", "detail": {}}));
        self.wait(300, 1500);
        let blob = json!({"blobId": self.dice.uuid(), "mimeType": "image/jpeg"});
        self.app("blob", &blob);
    }

    fn surface(&mut self) -> String {
        format!(
            "mobileapp://{}{}",
            self.client.bundle(),
            self.dice
                .popular(&["", "/home#banner", "/checkout#card", "/product#similar"])
        )
    }
}
