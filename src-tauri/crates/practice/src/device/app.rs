use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use serde_json::{Value, json};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use uuid::Uuid;

use super::Profile;
use super::draft::{Draft, Maker, SDK_VENDOR};

/// One installed app: who it is, what it is configured with, and the dice that decide what happens next.
#[derive(Clone, Debug)]
pub(super) struct App {
    pub(super) rng: StdRng,
    pub(super) profile: Profile,
    pub(super) session: Uuid,
    pub(super) organization_id: String,
    pub(super) client: Uuid,
    /// Experience Cloud ID: 38 digits.
    pub(super) ecid: String,
    pub(super) datastream: String,
    pub(super) dataset: String,
    pub(super) property: String,
    pub(super) push_token: String,
    pub(super) launches: u32,
    /// Milliseconds since 1970 when the present story starts.
    pub(super) now: i64,
}

impl App {
    pub(super) fn new(seed: u64, profile: Profile, session: Uuid, organization_id: &str, now: i64) -> Self {
        let mut rng = StdRng::seed_from_u64(seed);
        Self {
            client: random_uuid(&mut rng),
            ecid: (0..38).map(|_| char::from(b'0' + rng.random_range(0..10u8))).collect(),
            datastream: random_uuid(&mut rng).to_string(),
            dataset: hex(&mut rng, 24),
            property: format!("PR{}", hex(&mut rng, 32)),
            push_token: hex(&mut rng, 64).to_uppercase(),
            launches: rng.random_range(3..40),
            organization_id: organization_id.to_owned(),
            profile,
            session,
            now,
            rng,
        }
    }

    /// A new ID as the platform's SDK writes it: upper case on iOS, lower case on Android.
    pub(super) fn sdk_id(&mut self) -> String {
        let id = random_uuid(&mut self.rng).to_string();
        self.cased(id)
    }

    pub(super) fn lower_id(&mut self) -> String {
        random_uuid(&mut self.rng).to_string()
    }

    pub(super) fn hex(&mut self, digits: usize) -> String {
        hex(&mut self.rng, digits)
    }

    pub(super) fn chance(&mut self, probability: f64) -> bool {
        self.rng.random_bool(probability)
    }

    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        self.rng.random_range(low..=high)
    }

    pub(super) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        *from
            .choose(&mut self.rng)
            .expect("stories pick from lists with something in them")
    }

    /// Session and client as the Edge Network passes them on.
    pub(super) fn validation_token(&self) -> String {
        let client = self.cased(self.client.to_string());
        format!("{}|{client}", self.session)
    }

    /// The start of the present story as text for XDM.
    pub(super) fn xdm_time(&self) -> String {
        OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.now) * 1_000_000)
            .ok()
            .and_then(|time| time.format(&Rfc3339).ok())
            .unwrap_or_default()
    }

    /// A generic event of the SDK's event hub. `kind` and `source` are the last parts of their names, in lower case as on
    /// the wire; a source with a colon is a handle type and stands alone.
    pub(super) fn hub_event(&self, name: &str, kind: &str, source: &str, data: &Value, id: &str) -> Draft {
        let source = if source.contains(':') {
            source.to_owned()
        } else {
            format!("com.adobe.eventsource.{source}")
        };
        let mut payload = json!({
            "ACPExtensionEventName": name,
            "ACPExtensionEventType": format!("com.adobe.eventtype.{kind}"),
            "ACPExtensionEventSource": source,
            "ACPExtensionEventData": data,
            "ACPExtensionEventUniqueIdentifier": id,
        });
        if self.profile.is_ios() {
            payload["ACPExtensionEventTimestamp"] = Value::Null;
        }
        Draft::new(Maker::App, SDK_VENDOR, "generic", payload, 4)
    }

    fn cased(&self, id: String) -> String {
        if self.profile.is_ios() { id.to_uppercase() } else { id }
    }
}

impl Draft {
    /// The event that caused this one.
    pub(super) fn caused_by(mut self, parent: &str) -> Self {
        self.payload["ACPExtensionEventParentIdentifier"] = parent.into();
        self
    }

    pub(super) fn after(mut self, gap: i64) -> Self {
        self.gap = Some(gap);
        self
    }
}

pub(super) fn random_uuid(rng: &mut StdRng) -> Uuid {
    uuid::Builder::from_random_bytes(rng.random()).into_uuid()
}

fn hex(rng: &mut StdRng, digits: usize) -> String {
    (0..digits)
        .map(|_| char::from(b"0123456789abcdef"[rng.random_range(0..16)]))
        .collect()
}
