//! A small session that the tables of the tests ask about.

use archive::query::{Context, Query, QueryError, SessionTimes};
use archive::{EventMarks, Highlight, MarkedBy};
use event::Event;
use time::UtcOffset;

/// Events, each known by the one letter of its uuid. They happened on 20 November 2026 from 10:00 to 10:10 UTC.
const EVENTS: &[&str] = &[
    r#"{"uuid":"a","eventNumber":1,"clientId":"C1-iPhone","timestamp":1795168800000,"vendor":"com.adobe.griffon.mobile",
        "type":"client","payload":{"type":"connect","version":"5.0.0","deviceInfo":{"Canonical platform name":"iOS",
        "Device name":"iPhone 16 Pro","Battery level":-1,"Low power mode enabled":false},
        "appSettings":{"UIBackgroundModes":["fetch","remote-notification"]}},"annotations":[]}"#,
    r#"{"uuid":"b","eventNumber":2,"clientId":"C1-iPhone","timestamp":1795168860000,"vendor":"com.adobe.griffon.mobile",
        "type":"generic","payload":{"ACPExtensionEventName":"Configuration Response",
        "ACPExtensionEventType":"com.adobe.eventType.configuration",
        "ACPExtensionEventSource":"com.adobe.eventSource.responseContent","ACPExtensionEventData":
        {"edge.configId":"d-1","build.environment":"dev","*":"star","optimize.timeout":10.0,"empty":"","none":null}}}"#,
    r#"{"uuid":"c","eventNumber":12,"clientId":"c2-pixel","timestamp":1795169100118,"vendor":"com.adobe.griffon.mobile",
        "type":"generic","payload":{"ACPExtensionEventName":"Shared state (shop)","ACPExtensionEventType":
        "com.adobe.eventtype.edge","ACPExtensionEventSource":"com.adobe.eventsource.requestcontent",
        "ACPExtensionEventData":{"xdm":{"eventType":"commerce.purchases","productListItems":
        [{"name":"Mug","priceTotal":9.5,"tags":[["red"],["hot","x*y"]]},{"name":"Gr\u00f6\u00dfe \"M\"","priceTotal":"12"}]}}}}"#,
    r#"{"uuid":"d","eventNumber":13,"clientId":"c2-pixel","timestamp":1795169370000,"vendor":"com.adobe.griffon.mobile",
        "type":"generic","payload":{"ACPExtensionEventName":"AEP Error Response","ACPExtensionEventType":
        "com.adobe.eventtype.edge","ACPExtensionEventSource":"com.adobe.eventsource.errorresponsecontent",
        "ACPExtensionEventData":{"status":502,"title":"The service call has failed.","retry":[1,5,30]}}}"#,
    r#"{"uuid":"e","eventNumber":0,"clientId":null,"timestamp":1795169380000,"vendor":"com.adobe.edge.konductor",
        "type":"service","payload":"{\"name\": \"hitReceived\", \"logLevel\": \"log\", \"messages\": [\"a/b C\"]}"}"#,
    r#"{"uuid":"f","eventNumber":0,"clientId":null,"timestamp":1795169390000,"vendor":"com.adobe.cepheus",
        "type":"Push Service","payload":{"event":"push sent to platform service","status":410}}"#,
    r#"{"uuid":"g","eventNumber":20,"clientId":"c2-pixel","timestamp":1795169400000,"vendor":"com.adobe.griffon.mobile",
        "type":"log","payload":"plain text, AND more","sessionUuid":"S-9",
        "annotations":[{"type":"visibility","payload":{"hidden":true}}]}"#,
];

/// Two hours east of Greenwich, so that a time without an offset is not UTC by chance.
pub(crate) fn zone() -> UtcOffset {
    UtcOffset::from_hms(2, 0, 0).unwrap()
}

pub(crate) fn parse(text: &str) -> Result<Query, QueryError> {
    Query::parse(text, zone())
}

pub(crate) fn events() -> Vec<Event> {
    EVENTS.iter().map(|text| Event::from_json(text).unwrap()).collect()
}

/// The letters of the events that a query asks for. `d` is flagged and has a note and a colour, `g` is hidden.
pub(crate) fn found(query: &Query) -> String {
    let session = SessionTimes {
        first: 1_795_168_800_000,
        newest: 1_795_169_400_000,
    };
    let events = events().into_iter().filter(|event| {
        let marks = match event.uuid.as_str() {
            "d" => EventMarks {
                flagged: Some(MarkedBy::Here),
                note: Some("Look: sent twice".into()),
                highlight: Some(Highlight::Yellow),
                ..EventMarks::default()
            },
            "g" => EventMarks {
                hidden: Some(MarkedBy::Adobe),
                adobe_note: Some("Why so late?".into()),
                ..EventMarks::default()
            },
            _ => EventMarks::default(),
        };
        let context = Context { session, marks: &marks };
        query.matches(event, &context)
    });
    events.map(|event| event.uuid).collect()
}
