//! One visit of one person to the app, being told: what every story needs to write its events.

use serde_json::{Value, json};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::client::Client;
use super::dice::Dice;
use super::world::World;

/// The mobile SDK.
const SDK: &str = "com.adobe.griffon.mobile";

/// An event, and when it reached the session: later than it happened, and not always in order.
pub(super) struct Arrival {
    pub(super) at: i64,
    pub(super) text: String,
}

/// What changes while the stories of one visit are told.
pub(super) struct Telling<'a> {
    pub(super) dice: &'a Dice,
    pub(super) world: &'a World,
    pub(super) client: &'a Client,
    /// The app's counter since its launch.
    pub(super) number: &'a mut i64,
    /// Now, in milliseconds since 1970.
    pub(super) now: &'a mut i64,
    /// What is in the cart: places in the list of products, and how many of each.
    pub(super) cart: &'a mut Vec<(usize, i64)>,
    pub(super) arrivals: Vec<Arrival>,
}

/// An event of the SDK's event hub, before it has its number and its time.
pub(super) struct HubEvent<'a> {
    pub(super) name: &'a str,
    /// Type and source, the last parts of their names. A source with a colon is a handle type and stands alone.
    pub(super) kind: (&'a str, &'a str),
    pub(super) data: Value,
    pub(super) id: String,
    pub(super) parent: Option<&'a str>,
    pub(super) metadata: Option<Value>,
}

impl<'a> HubEvent<'a> {
    pub(super) fn new(name: &'a str, kind: (&'a str, &'a str), data: Value, id: String) -> Self {
        Self {
            name,
            kind,
            data,
            id,
            parent: None,
            metadata: None,
        }
    }

    pub(super) fn caused_by(self, parent: &'a str) -> Self {
        Self {
            parent: Some(parent),
            ..self
        }
    }
}

impl Telling<'_> {
    pub(super) fn sdk_id(&mut self) -> String {
        self.client.sdk_id(self.dice)
    }

    /// Lets some milliseconds go by.
    pub(super) fn wait(&mut self, low: i64, high: i64) {
        *self.now += self.dice.between(low, high);
    }

    /// Now as XDM writes it.
    pub(super) fn xdm_time(&self) -> String {
        OffsetDateTime::from_unix_timestamp_nanos(i128::from(*self.now) * 1_000_000)
            .ok()
            .and_then(|time| time.format(&Rfc3339).ok())
            .unwrap_or_default()
    }

    /// A simple event of the hub, with an ID of its own.
    pub(super) fn hub(&mut self, name: &str, kind: (&str, &str), data: Value) -> String {
        let id = self.sdk_id();
        self.hub_event(HubEvent::new(name, kind, data, id.clone()));
        id
    }

    /// An event of the SDK's event hub.
    pub(super) fn hub_event(&mut self, event: HubEvent<'_>) {
        let (kind, source) = event.kind;
        let source = if source.contains(':') {
            source.to_owned()
        } else {
            format!("com.adobe.eventsource.{source}")
        };
        let mut payload = json!({
            "ACPExtensionEventName": event.name,
            "ACPExtensionEventType": format!("com.adobe.eventtype.{kind}"),
            "ACPExtensionEventSource": source,
            "ACPExtensionEventData": event.data,
        });
        if self.client.ios {
            let fraction = self.dice.between(0, 4095) as f64 / 4096.0;
            payload["ACPExtensionEventTimestamp"] = json!(*self.now as f64 + fraction);
        }
        payload["ACPExtensionEventUniqueIdentifier"] = event.id.into();
        if let Some(parent) = event.parent {
            payload["ACPExtensionEventParentIdentifier"] = parent.into();
        }
        if let Some(metadata) = event.metadata {
            payload["metadata"] = metadata;
        }
        self.app("generic", &payload);
    }

    /// An event that the app counts.
    pub(super) fn app(&mut self, kind: &str, payload: &Value) {
        *self.number += 1;
        let (number, at) = (*self.number, *self.now);
        let delay = self.dice.between(20, 260);
        self.arrive(SDK, kind, number, true, at, delay, payload);
        *self.now += self.dice.between(0, 6);
    }

    /// An event that the servers make of one client, or of none, after some milliseconds; not counted.
    pub(super) fn server(&mut self, vendor: &str, kind: &str, about_client: bool, after: i64, payload: &Value) {
        let at = *self.now + after;
        let delay = self.dice.between(5, 400);
        self.arrive(vendor, kind, 0, about_client, at, delay, payload);
    }

    /// What the SDK's server adds by itself.
    pub(super) fn sdk_server(&mut self, kind: &str, payload: &Value) {
        self.server(SDK, kind, true, 0, payload);
    }

    #[expect(clippy::too_many_arguments, reason = "these are the fields of an event")]
    fn arrive(
        &mut self,
        vendor: &str,
        kind: &str,
        number: i64,
        about_client: bool,
        at: i64,
        delay: i64,
        payload: &Value,
    ) {
        let client = about_client.then_some(self.client.id.as_str());
        let annotations = if self.dice.chance(0.000_4) {
            let flag = *self.dice.any(&["important", "hidden"]);
            json!([{"uuid": self.dice.uuid(), "type": "visibility", "payload": {flag: true}}])
        } else {
            json!([])
        };
        let event = json!({
            "uuid": self.dice.uuid(), "eventNumber": number, "clientId": client, "timestamp": at,
            "vendor": vendor, "type": kind, "payload": payload, "annotations": annotations,
        });
        self.arrivals.push(Arrival {
            at: at + delay,
            text: event.to_string(),
        });
    }
}
