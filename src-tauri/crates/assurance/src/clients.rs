//! The clients of a session: which apps connected, on what devices.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::Value;

use crate::log::EventLog;
use event::Event;

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
    /// How many events it has.
    pub events: usize,
    /// Counts the clients as the log met them, so that a client keeps its colour while others come.
    pub colour: usize,
}

/// The clients of a session, the first seen first.
#[must_use]
pub fn clients(log: &EventLog) -> Vec<Client> {
    let (mut clients, records) = {
        let log = log.read();
        let clients: Vec<Client> = log
            .clients
            .all()
            .zip(&log.client_counts)
            .enumerate()
            .map(|(colour, (id, count))| Client {
                id: id.to_owned(),
                name: id.chars().take(8).collect(),
                operating_system: None,
                app: None,
                connected: false,
                first_seen: count.first_seen,
                events: count.events,
                colour,
            })
            .collect();
        let mut rows = log.client_rows.clone();
        rows.sort_unstable_by(|left, right| log.order(*left, *right));
        let records: Vec<Event> = rows.into_iter().map(|row| log.event(row)).collect();
        (clients, records)
    };
    let places: HashMap<String, usize> = clients
        .iter()
        .enumerate()
        .map(|(place, client)| (client.id.clone(), place))
        .collect();
    for record in &records {
        let place = record.client_id.as_ref().and_then(|id| places.get(id));
        if let Some(place) = place {
            hear(&mut clients[*place], record);
        }
    }
    clients.sort_by_key(|client| (client.first_seen, client.colour));
    number_equal_names(&mut clients);
    clients
}

fn hear(client: &mut Client, record: &Event) {
    let opened = record.opened_payload();
    let payload: Value = opened
        .json()
        .and_then(|json| serde_json::from_str(json).ok())
        .unwrap_or_default();
    match payload
        .get("type")
        .and_then(Value::as_str)
        .map(str::to_ascii_lowercase)
        .as_deref()
    {
        Some("connect") => client.connected = true,
        Some("disconnect") => client.connected = false,
        _ => {}
    }
    let text = |pointer: &str| {
        let text = payload.pointer(pointer)?.as_str()?.trim();
        (!text.is_empty()).then(|| text.to_owned())
    };
    let first = |pointers: &[&str]| pointers.iter().find_map(|pointer| text(pointer));
    if let Some(name) = first(&[
        "/deviceInfo/Device name",
        "/deviceInfo/Model",
        "/deviceInfo/Device type",
    ]) {
        client.name = name;
    }
    let system = first(&["/deviceInfo/Operating system", "/deviceInfo/Canonical platform name"]);
    client.operating_system = system.or(client.operating_system.take());
    client.app = first(&["/appSettings/CFBundleIdentifier", "/appSettings/manifest/package"]).or(client.app.take());
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
    use super::*;
    use serde_json::json;

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
        let log = EventLog::new();
        log.insert([
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
        ]);
        let seen: Vec<(String, String, bool, usize)> = clients(&log)
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
        let first = &clients(&log)[1];
        assert_eq!(first.operating_system.as_deref(), Some("iOS 18.2"));
        assert_eq!(first.app.as_deref(), Some("com.example.app"));
    }

    #[test]
    fn the_last_word_counts_whatever_arrived_last() {
        let log = EventLog::new();
        log.insert([record("2", "a", 200, json!({"type": "disconnect"}))]);
        log.insert([connect("1", "a", 100, json!({"Device name": "Pixel"}))]);
        let client = &clients(&log)[0];
        assert_eq!((client.name.as_str(), client.connected), ("Pixel", false));
        log.insert([connect("3", "a", 300, json!({}))]);
        let client = &clients(&log)[0];
        assert_eq!(
            (client.name.as_str(), client.connected, client.events),
            ("Pixel", true, 3)
        );
    }
}
