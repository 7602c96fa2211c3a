//! A query as it is typed: read, written again, completed, and asked of an event.

use std::sync::OnceLock;

use archive::query::{Context, Query, completion};
use event::Event;
use time::UtcOffset;

pub(super) fn run(data: &[u8]) {
    let text = super::text(data);
    let typing = completion(text, 1 + data.len() % 50);
    assert!(typing.column >= 1);
    let query = match Query::parse(text, UtcOffset::UTC) {
        Ok(query) => query,
        Err(error) => {
            assert!(error.column >= 1 && !error.message.is_empty(), "{text:?}");
            return;
        }
    };
    let is_asked_for = query.matches(event(), &Context::default());
    let Some(expression) = query.expression() else { return };
    let written = expression.to_string();
    match Query::parse(&written, UtcOffset::UTC) {
        Ok(again) => assert_eq!(
            again.matches(event(), &Context::default()),
            is_asked_for,
            "{text:?} was written {written:?}"
        ),
        // What is written may be longer than a query may be.
        Err(error) => assert!(written.len() > text.len(), "{text:?} was written {written:?}: {error}"),
    }
}

fn event() -> &'static Event {
    static EVENT: OnceLock<Event> = OnceLock::new();
    EVENT.get_or_init(|| {
        let text = r#"{"uuid":"0f8fad5b-d9cb-469f-a165-70867728950e","eventNumber":7,"clientId":"c","timestamp":1700000000000,
            "vendor":"com.adobe.griffon.mobile","type":"generic","payload":{"ACPExtensionEventName":"Edge Request",
            "ACPExtensionEventType":"com.adobe.eventType.edge","status":502,"list":[1,2.5,"three",null,true]}}"#;
        Event::from_json(text).expect("it is an event")
    })
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    super::texts(&[
        "edge response",
        "type:edge AND NOT (name:\"Edge Request\" OR vendor:com.adobe.*)",
        "payload.ACPExtensionEventData.xdm.eventType:commerce.* payload.status>=400 payload.list[1]:2.5",
        "/timeout|refused/ -uuid:0f8fad5b-d9cb-469f-a165-70867728950e",
        "time:2026-11-21..2026-11-22T10:00 time>-5m time<=+1h",
        "flagged:yes hidden:no note:\"look \\\"here\\\"\" highlight:red has:error eventNumber:3..9",
    ])
}
