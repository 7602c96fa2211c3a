//! An event before it has its place in time: what happened, without when.

use rand::Rng;
use rand::rngs::StdRng;
use serde_json::{Value, json};

use crate::assurance::Annotation;

/// The vendor of everything that the mobile SDK sends.
pub(super) const SDK_VENDOR: &str = "com.adobe.griffon.mobile";

/// Who makes an event, and so how it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Maker {
    /// The app; it counts its events from 1 at each launch.
    App,
    /// The app that was just launched: its count starts again with this event.
    LaunchedApp,
    /// A service, about one client; not counted.
    Service,
    /// A service that knows no client; not counted.
    ServiceWithoutClient,
}

#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) maker: Maker,
    pub(super) vendor: &'static str,
    pub(super) kind: &'static str,
    pub(super) payload: Value,
    pub(super) metadata: Option<Value>,
    pub(super) annotations: Vec<Annotation>,
    /// Milliseconds since the event before; `None` where both have one timestamp.
    pub(super) gap: Option<i64>,
}

impl Draft {
    pub(super) fn new(maker: Maker, vendor: &'static str, kind: &'static str, payload: Value, gap: i64) -> Self {
        Self {
            maker,
            vendor,
            kind,
            payload,
            metadata: None,
            annotations: Vec::new(),
            gap: Some(gap),
        }
    }

    /// Writes the event's time into the payload, where the payload carries one.
    pub(super) fn stamp(&mut self, timestamp: i64, rng: &mut StdRng) {
        let Some(fields) = self.payload.as_object_mut() else {
            return;
        };
        if let Some(time) = fields.get_mut("ACPExtensionEventTimestamp") {
            let fraction = f64::from(rng.random_range(1..100u8)) / 100.0;
            *time = json!(timestamp as f64 + fraction);
        }
        if let Some(time) = fields.get_mut("timestampMs") {
            *time = json!(timestamp);
        }
    }
}
