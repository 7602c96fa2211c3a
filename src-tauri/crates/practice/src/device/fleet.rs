use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde::Serialize;
use uuid::Uuid;

use super::{Profile, Simulator};
use crate::assurance::{Event, Refusal, Session, Sessions};
use crate::lock::lock;

/// The simulated devices that are connected now. A clone is another handle to the same devices.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fleet(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    crews: Mutex<HashMap<Uuid, Crew>>,
    events_per_second: Mutex<Option<f64>>,
}

/// The devices of one session.
#[derive(Debug, Default)]
struct Crew {
    devices: Vec<Connected>,
    /// Whose turn it is.
    turn: usize,
    /// The part of an event that is due but not sent yet.
    due: f64,
}

#[derive(Debug)]
struct Connected {
    device: Device,
    simulator: Simulator,
}

/// A connected device, as the control calls list it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Device {
    /// Which device it is.
    pub(crate) device: Profile,
    /// The app instance.
    pub(crate) client_id: Uuid,
}

impl Fleet {
    /// Events per second that the devices of one session send together, if it was set here.
    pub(crate) fn events_per_second(&self) -> Option<f64> {
        *lock(&self.0.events_per_second)
    }

    /// Sets the rate, from now on, for every session.
    pub(crate) fn set_events_per_second(&self, rate: f64) {
        *lock(&self.0.events_per_second) = Some(rate);
    }

    /// Whether no device is connected.
    pub(crate) fn is_idle(&self) -> bool {
        lock(&self.0.crews).is_empty()
    }

    /// The devices of a session.
    pub(crate) fn devices(&self, sessions: &Sessions, session: Uuid) -> Vec<Device> {
        let crews = lock(&self.0.crews);
        let Some(crew) = crews.get(&session) else {
            return Vec::new();
        };
        crew.devices
            .iter()
            .map(|connected| connected.device)
            .filter(|device| sessions.is_connected(session, device.client_id))
            .collect()
    }

    /// Connects one more device to a session; its first event arrives at once. With no wish for a device, iPhone and Pixel
    /// take turns.
    ///
    /// # Errors
    /// A [`Refusal`] as a real device would get it.
    pub(crate) fn connect(
        &self,
        sessions: &Sessions,
        seed: u64,
        session: &Session,
        profile: Option<Profile>,
        pin: Option<&str>,
    ) -> Result<Device, Refusal> {
        let mut crews = lock(&self.0.crews);
        let aboard = crews.get(&session.uuid).map_or(0, |crew| crew.devices.len());
        let profile = profile.unwrap_or(if aboard.is_multiple_of(2) {
            Profile::IPhone
        } else {
            Profile::Pixel
        });
        let now = sessions.now();
        let seed = device_seed(seed, session.uuid, sessions.event_count(session.uuid) + aboard);
        let mut simulator = Simulator::new(seed, session, profile, now);
        let client = simulator.client();
        sessions.connect(session.uuid, client, pin)?;
        sessions.receive(session.uuid, client, vec![simulator.next_at(now)])?;
        let device = Device {
            device: profile,
            client_id: client,
        };
        crews
            .entry(session.uuid)
            .or_default()
            .devices
            .push(Connected { device, simulator });
        Ok(device)
    }

    /// Disconnects every device of a session and says how many there were.
    pub(crate) fn disconnect_all(&self, sessions: &Sessions, session: Uuid) -> usize {
        let crew = lock(&self.0.crews).remove(&session).unwrap_or_default();
        for connected in &crew.devices {
            sessions.disconnect(session, connected.device.client_id);
        }
        crew.devices.len()
    }

    /// Lets the devices of every session send what is due after `elapsed` more time at `rate` events per second and
    /// session. Devices that their session does not take any more are dropped. Says whether anything was sent.
    pub(crate) fn advance(&self, sessions: &Sessions, rate: f64, elapsed: Duration) -> bool {
        let now = sessions.now();
        let mut sent = false;
        lock(&self.0.crews).retain(|session, crew| {
            crew.devices
                .retain(|one| sessions.is_connected(*session, one.device.client_id));
            if crew.devices.is_empty() {
                return false;
            }
            for (client, events) in crew.take_due(rate, now, elapsed) {
                sent = true;
                if sessions.receive(*session, client, events).is_err() {
                    crew.devices.retain(|one| one.device.client_id != client);
                }
            }
            !crew.devices.is_empty()
        });
        sent
    }
}

impl Crew {
    /// The events that are due, by client. After a pause of the whole program no more than a second's worth is made up.
    fn take_due(&mut self, rate: f64, now: i64, elapsed: Duration) -> HashMap<Uuid, Vec<Event>> {
        self.due = (self.due + rate * elapsed.as_secs_f64()).min(rate.max(1.0));
        let count = self.due as i64;
        self.due -= count as f64;
        let span = i64::try_from(elapsed.as_millis()).unwrap_or(0);
        let mut events: HashMap<Uuid, Vec<Event>> = HashMap::new();
        for number in 1..=count {
            self.turn = (self.turn + 1) % self.devices.len();
            let connected = &mut self.devices[self.turn];
            let moment = now - span + span * number / count;
            events
                .entry(connected.device.client_id)
                .or_default()
                .push(connected.simulator.next_at(moment));
        }
        events
    }
}

/// A seed of its own for every device of every session.
pub(super) fn device_seed(seed: u64, session: Uuid, number: usize) -> u64 {
    let (high, low) = session.as_u64_pair();
    seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ high ^ low.rotate_left(17) ^ ((number as u64) << 1)
}
