//! The clients of a session: which apps connected, on what devices.

use std::collections::HashMap;
use std::sync::Arc;

use event::Event;
use serde::Serialize;
use serde_json::Value;

use crate::archive::Archive;
use crate::block::{Block, Row, place_of, places};
use crate::codec::{Dictionary, Words};
use crate::snapshot::Snapshot;

/// One connected app instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Client {
    /// Adobe's `clientId`, lower-case.
    pub id: String,
    /// The device's name; of several with one name, the later ones end in `#2`, `#3` and so on. The beginning of the
    /// identifier while the device has not said its name.
    pub name: String,
    /// The operating system, for example `iOS 18.2`.
    pub operating_system: Option<String>,
    /// The app's identifier.
    pub app: Option<String>,
    /// Whether its last word was that it connected.
    pub connected: bool,
    /// When its first event was made, milliseconds since 1970.
    pub first_seen: i64,
    /// When its last event was made, milliseconds since 1970.
    pub last_seen: i64,
    /// How many events it has.
    pub events: usize,
    /// Counts the clients as the archive met them, so that a client keeps its colour while others come.
    pub colour: usize,
}

/// The clients of a session, the first seen first. Blocks while it counts what is new since the last time.
#[must_use]
pub fn clients(archive: &Archive) -> Vec<Client> {
    let snapshot = archive.snapshot();
    archive.met_clients(|met| met.up_to_date(&snapshot))
}

/// What was counted so far. Blocks that can no longer grow are counted once.
#[derive(Default)]
pub(crate) struct Met {
    counted: Option<Arc<Dictionary>>,
    full: usize,
    replaced: usize,
    tally: Tally,
    answer: Option<Answer>,
}

/// The last answer, and what it was given for.
struct Answer {
    blocks: Arc<Vec<Arc<Block>>>,
    clients: Vec<Client>,
}

#[derive(Clone, Default)]
struct Tally {
    counts: Vec<Count>,
    places: HashMap<u32, usize>,
    records: Vec<Record>,
}

#[derive(Clone)]
struct Count {
    /// The word that is its identifier.
    client: u32,
    first_seen: i64,
    last_seen: i64,
    events: usize,
}

/// What one event of Adobe's type `client` says.
#[derive(Clone)]
struct Record {
    row: Row,
    client: u32,
    connected: Option<bool>,
    name: Option<String>,
    operating_system: Option<String>,
    app: Option<String>,
}

impl Met {
    fn up_to_date(&mut self, snapshot: &Snapshot) -> Vec<Client> {
        let is_same = |answer: &&Answer| Arc::ptr_eq(&answer.blocks, &snapshot.blocks);
        if let Some(answer) = self.answer.as_ref().filter(is_same) {
            return answer.clients.clone();
        }
        self.count_full_blocks(snapshot);
        let mut tally = self.tally.clone();
        if let Some(last) = snapshot.blocks.last() {
            tally.add(last, snapshot);
        }
        let clients = tally.clients(snapshot);
        self.answer = Some(Answer {
            blocks: Arc::clone(&snapshot.blocks),
            clients: clients.clone(),
        });
        clients
    }

    fn count_full_blocks(&mut self, snapshot: &Snapshot) {
        let full = snapshot.blocks.len().saturating_sub(1);
        let counted = self.counted.as_ref();
        // Another dictionary numbers its words in another way.
        if full < self.full || !counted.is_some_and(|counted| Arc::ptr_eq(counted, &snapshot.dictionary)) {
            *self = Self {
                counted: Some(Arc::clone(&snapshot.dictionary)),
                ..Self::default()
            };
        }
        // Parts that were counted and have a whole now.
        for row in snapshot.replaced.rows.iter().skip(self.replaced) {
            let (block, place) = place_of(*row);
            if block < self.full {
                self.tally.take_off(snapshot.blocks[block].columns.client(place));
            }
        }
        self.replaced = snapshot.replaced.rows.len();
        for block in &snapshot.blocks[self.full..full] {
            self.tally.add(block, snapshot);
        }
        self.full = full;
    }
}

impl Tally {
    fn add(&mut self, block: &Block, snapshot: &Snapshot) {
        let columns = &block.columns;
        let visible = snapshot.visible(block);
        let mut told = Vec::new();
        {
            let words = snapshot.dictionary.read();
            for place in places(block.present) {
                let Some(client) = columns.client(place) else { continue };
                let count = self.count(client, columns.timestamps.at(place));
                count.first_seen = count.first_seen.min(columns.timestamps.at(place));
                count.last_seen = count.last_seen.max(columns.timestamps.at(place));
                count.events += usize::from(visible >> place & 1 == 1);
                if words.text(columns.kinds[place]).eq_ignore_ascii_case("client") {
                    told.push((block.row(place), client));
                }
            }
        }
        let rows: Vec<Row> = told.iter().map(|(row, _)| *row).collect();
        for ((row, client), text) in told.into_iter().zip(snapshot.texts(&rows)) {
            // An event that cannot be read says nothing; reading it where it is shown tells of the damage.
            let event = text.ok().and_then(|text| Event::from_json(&text).ok());
            self.records.extend(event.map(|event| Record::of(&event, row, client)));
        }
    }

    fn count(&mut self, client: u32, timestamp: i64) -> &mut Count {
        let next = self.counts.len();
        let place = *self.places.entry(client).or_insert(next);
        if place == next {
            self.counts.push(Count {
                client,
                first_seen: timestamp,
                last_seen: timestamp,
                events: 0,
            });
        }
        &mut self.counts[place]
    }

    fn take_off(&mut self, client: Option<u32>) {
        if let Some(place) = client.and_then(|client| self.places.get(&client)) {
            self.counts[*place].events -= 1;
        }
    }

    fn clients(mut self, snapshot: &Snapshot) -> Vec<Client> {
        let mut clients = {
            let words = snapshot.dictionary.read();
            let counts = self.counts.iter().enumerate();
            counts
                .map(|(colour, count)| client(count, colour, words))
                .collect::<Vec<_>>()
        };
        self.records
            .sort_unstable_by(|left, right| snapshot.order_of(left.row, right.row));
        for record in self.records {
            if let Some(place) = self.places.get(&record.client) {
                clients[*place].hear(record);
            }
        }
        clients.sort_by_key(|client| (client.first_seen, client.colour));
        number_equal_names(&mut clients);
        clients
    }
}

fn client(count: &Count, colour: usize, words: &Words) -> Client {
    let id = words.text(count.client).to_owned();
    Client {
        name: id.chars().take(8).collect(),
        id,
        operating_system: None,
        app: None,
        connected: false,
        first_seen: count.first_seen,
        last_seen: count.last_seen,
        events: count.events,
        colour,
    }
}

impl Client {
    fn hear(&mut self, record: Record) {
        self.connected = record.connected.unwrap_or(self.connected);
        if let Some(name) = record.name {
            self.name = name;
        }
        self.operating_system = record.operating_system.or(self.operating_system.take());
        self.app = record.app.or(self.app.take());
    }
}

impl Record {
    fn of(event: &Event, row: Row, client: u32) -> Self {
        let opened = event.opened_payload();
        let payload: Value = opened
            .json()
            .and_then(|json| serde_json::from_str(json).ok())
            .unwrap_or_default();
        let text = |pointer: &str| {
            let text = payload.pointer(pointer)?.as_str()?.trim();
            (!text.is_empty()).then(|| text.to_owned())
        };
        let first = |pointers: &[&str]| pointers.iter().find_map(|pointer| text(pointer));
        let kind = payload.get("type").and_then(Value::as_str).map(str::to_ascii_lowercase);
        Self {
            row,
            client,
            connected: match kind.as_deref() {
                Some("connect") => Some(true),
                Some("disconnect") => Some(false),
                _ => None,
            },
            name: first(&[
                "/deviceInfo/Device name",
                "/deviceInfo/Model",
                "/deviceInfo/Device type",
            ]),
            operating_system: first(&["/deviceInfo/Operating system", "/deviceInfo/Canonical platform name"]),
            app: first(&["/appSettings/CFBundleIdentifier", "/appSettings/manifest/package"]),
        }
    }
}

fn number_equal_names(clients: &mut [Client]) {
    let mut met: HashMap<String, usize> = HashMap::new();
    for client in clients {
        let count = met.entry(client.name.clone()).or_default();
        *count += 1;
        if *count > 1 {
            client.name = format!("{} #{count}", client.name);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::about::About;

    fn archive(folder: &tempfile::TempDir) -> Archive {
        Archive::create(&folder.path().join("a.assurance"), &About::default()).unwrap()
    }

    fn record(uuid: &str, client: &str, timestamp: i64, payload: Value) -> Event {
        let event =
            json!({"uuid": uuid, "clientId": client, "timestamp": timestamp, "type": "client", "payload": payload});
        Event::from_json(&event.to_string()).unwrap()
    }

    fn connect(uuid: &str, client: &str, timestamp: i64, device: Value) -> Event {
        record(
            uuid,
            client,
            timestamp,
            json!({"type": "connect", "deviceInfo": device,
            "appSettings": {"CFBundleIdentifier": "com.example.app"}}),
        )
    }

    #[test]
    fn clients_have_names_states_and_colours() {
        let folder = tempfile::tempdir().unwrap();
        let archive = archive(&folder);
        let batch = vec![
            connect(
                "1",
                "B",
                200,
                json!({"Device name": "iPhone", "Operating system": "iOS 18.2"}),
            ),
            connect("2", "A", 100, json!({"Device name": "iPhone"})),
            connect("3", "c", 300, json!({"Device name": "", "Model": "arm64"})),
            record("4", "C", 400, json!({"type": "disconnect"})),
            Event::from_json(r#"{"uuid":"5","clientId":"d1234567-89","timestamp":500,"type":"service"}"#).unwrap(),
            Event::from_json(r#"{"uuid":"6","clientId":null,"timestamp":500,"type":"Push Service"}"#).unwrap(),
        ];
        archive.insert(batch).unwrap();
        let seen: Vec<(String, String, bool, usize)> = clients(&archive)
            .into_iter()
            .map(|client| (client.id, client.name, client.connected, client.colour))
            .collect();
        let expected = [
            ("a", "iPhone", true, 1),
            ("b", "iPhone #2", true, 0),
            ("c", "arm64", false, 2),
            ("d1234567-89", "d1234567", false, 3),
        ];
        assert_eq!(
            seen,
            expected.map(|(id, name, connected, colour)| (id.into(), name.into(), connected, colour))
        );
        let first = &clients(&archive)[1];
        assert_eq!(first.operating_system.as_deref(), Some("iOS 18.2"));
        assert_eq!(first.app.as_deref(), Some("com.example.app"));
    }

    #[test]
    fn the_last_word_counts_whatever_arrived_last() {
        let folder = tempfile::tempdir().unwrap();
        let archive = archive(&folder);
        let insert = |event: Event| archive.insert(vec![event]).unwrap();
        insert(record("2", "a", 200, json!({"type": "disconnect"})));
        insert(connect("1", "a", 100, json!({"Device name": "Pixel"})));
        let client = &clients(&archive)[0];
        assert_eq!((client.name.as_str(), client.connected), ("Pixel", false));
        insert(connect("3", "a", 300, json!({})));
        let client = &clients(&archive)[0];
        assert_eq!(
            (client.name.as_str(), client.connected, client.events),
            ("Pixel", true, 3)
        );
    }

    #[test]
    fn counting_as_events_come_equals_counting_at_the_end() {
        let folder = tempfile::tempdir().unwrap();
        let archive = archive(&folder);
        let part = |number: usize| {
            let event = json!({"uuid": format!("part-{number}"), "clientId": "c1", "timestamp": 1, "type": "generic",
                "payload": {"chunkData": "1"},
                "metadata": {"chunkId": "C", "chunkTotal": 3, "chunkSequenceNumber": number}});
            Event::from_json(&event.to_string()).unwrap()
        };
        let mut batches: Vec<Vec<Event>> = (0..9)
            .map(|batch| {
                let event = |number: usize| {
                    let client = format!("c{}", number % 4);
                    connect(
                        &format!("{batch}-{number}"),
                        &client,
                        (number * 7 % 50) as i64,
                        json!({"Model": client}),
                    )
                };
                (0..70).map(event).collect()
            })
            .collect();
        // The last part comes long after the blocks of the others are full.
        for (number, batch) in [0, 1, 8].into_iter().enumerate() {
            batches[batch].push(part(number));
        }
        for batch in batches {
            archive.insert(batch).unwrap();
            let anew = Archive::open_to_read(archive.path()).unwrap();
            assert_eq!(clients(&archive), clients(&anew));
        }
        assert_eq!(
            clients(&archive).iter().map(|client| client.events).sum::<usize>(),
            9 * 70 + 1
        );
    }
}
