use serde_json::{Value, json};

use super::*;

fn sdk(event_type: &str, source: &str, data: Value) -> Value {
    json!({"uuid": "1", "vendor": "com.adobe.griffon.mobile", "type": "generic", "payload": {
        "ACPExtensionEventName": "Own name",
        "ACPExtensionEventType": format!("com.adobe.eventType.{event_type}"),
        "ACPExtensionEventSource": format!("com.adobe.eventSource.{source}"),
        "ACPExtensionEventData": data,
    }})
}

fn service(name: &str, rest: Value) -> Value {
    let mut payload = rest;
    payload["name"] = json!(name);
    json!({"uuid": "1", "vendor": "com.adobe.edge.konductor", "type": "service", "payload": payload})
}

fn other(kind: &str, vendor: &str, payload: Value) -> Value {
    json!({"uuid": "1", "vendor": vendor, "type": kind, "payload": payload})
}

fn described(event: &Value) -> Summary {
    summary(&Event::from_json(&event.to_string()).unwrap())
}

#[test]
fn every_common_event_has_its_words() {
    let hit = json!({"event": {"xdm": {"_id": "U1", "eventType": "commerce.purchases"}}}).to_string();
    let failed = json!({"_errors": {"_streamingValidation": [{"message": "price is not a number"}]}});
    let cases = [
        (
            other(
                "client",
                "v",
                json!({"type": "connect", "deviceInfo": {"Device name": "Pixel 9", "Operating system": "Android 15"}}),
            ),
            ("Client connected", "Pixel 9, Android 15", false),
        ),
        (
            other("client", "v", json!({"type": "disconnect"})),
            ("Client disconnected", "", false),
        ),
        (
            other("control", "v", json!({"type": "screenshot"})),
            ("Command", "screenshot", false),
        ),
        (other("log", "v", json!({"logline": "hello"})), ("Log", "hello", false)),
        (
            sdk("hub", "sharedState", json!({"stateowner": "com.adobe.edge"})),
            ("Shared state", "com.adobe.edge", false),
        ),
        (
            sdk(
                "configuration",
                "responseContent",
                json!({"build.environment": "prod", "edge.configId": "d"}),
            ),
            ("Configuration", "prod", false),
        ),
        (
            sdk(
                "configuration",
                "requestContent",
                json!({"config.update": {"global.privacy": "optedout"}}),
            ),
            ("Configuration update", "global.privacy", false),
        ),
        (
            sdk("configuration", "requestContent", json!({"config.appId": "a/b/launch"})),
            ("Configuration request", "a/b/launch", false),
        ),
        (
            sdk(
                "lifecycle",
                "responseContent",
                json!({"lifecyclecontextdata": {"appid": "Shop 1.0", "launches": "3"}}),
            ),
            ("Lifecycle start", "Shop 1.0", false),
        ),
        (
            sdk(
                "lifecycle",
                "applicationLaunch",
                json!({"xdm": {"eventType": "application.launch"}}),
            ),
            ("App in foreground", "application.launch", false),
        ),
        (
            sdk(
                "edge",
                "requestContent",
                json!({"xdm": {"eventType": "commerce.purchases", "productListItems": [{}, {}]}}),
            ),
            ("Edge request", "commerce.purchases", false),
        ),
        (
            sdk(
                "edge",
                "requestContent",
                json!({"query": {"personalization": {"surfaces": ["mobileapp://a"]}}}),
            ),
            ("Personalization request", "mobileapp://a", false),
        ),
        (
            sdk(
                "edge",
                "requestContent",
                json!({"xdm": {"eventType": "decisioning.propositionDismiss",
                "_experience": {"decisioning": {"propositionEventType": {"dismiss": 1}}}}}),
            ),
            ("Message interaction", "decisioning.propositionDismiss", false),
        ),
        (
            sdk(
                "edge",
                "requestContent",
                json!({"xdm": {"eventType": "pushTracking.applicationOpened", "pushNotificationTracking": {}}}),
            ),
            ("Push tracking", "pushTracking.applicationOpened", false),
        ),
        (
            sdk(
                "edge",
                "state:store",
                json!({"type": "state:store", "requestId": "R", "payload": [{}]}),
            ),
            ("Edge response", "state:store", false),
        ),
        (
            sdk(
                "edge",
                "personalization:decisions",
                json!({"payload": [{"scope": "home"}]}),
            ),
            ("Personalization response", "1 proposition", false),
        ),
        (
            sdk(
                "edge",
                "errorResponseContent",
                json!({"status": 502, "title": "The service call has failed.",
                "detail": "An error occurred while calling the 'com.adobe.target' service for this request."}),
            ),
            ("Edge error", "502 com.adobe.target", true),
        ),
        (
            sdk("edge", "contentComplete", json!({"requestId": "R"})),
            ("Edge complete", "", false),
        ),
        (
            sdk("generic.track", "requestContent", json!({"action": "buy"})),
            ("Track action", "buy", false),
        ),
        (
            sdk("generic.track", "requestContent", json!({"state": "home"})),
            ("Track state", "home", false),
        ),
        (
            sdk("analytics", "responseContent", json!({"hitHost": "a.b"})),
            ("Analytics response", "a.b", false),
        ),
        (
            sdk("generic.identity", "requestContent", json!({"pushidentifier": "p"})),
            ("Push identifier", "", false),
        ),
        (
            sdk(
                "edgeIdentity",
                "responseIdentity",
                json!({"identityMap": {"ECID": [{"id": "1"}]}}),
            ),
            ("Identity", "ECID", false),
        ),
        (
            sdk(
                "rulesEngine",
                "responseContent",
                json!({"triggeredconsequence": {"type": "schema", "id": "c"}}),
            ),
            ("Rule consequence", "schema", false),
        ),
        (
            sdk(
                "messaging",
                "requestContent",
                json!({"getpropositions": true, "surfaces": [{"uri": "mobileapp://a"}]}),
            ),
            ("Propositions request", "mobileapp://a", false),
        ),
        (
            sdk("messaging", "responseContent", json!({"propositions": {"a": []}})),
            ("Propositions response", "1 proposition", false),
        ),
        (
            sdk(
                "places",
                "responseContent",
                json!({"regioneventtype": "entry", "triggeringregion": {"regionname": "Shop"}}),
            ),
            ("Places entry", "Shop", false),
        ),
        (
            service("hitReceived", json!({"messages": ["Request received.", hit]})),
            ("Hit received", "commerce.purchases", false),
        ),
        (service("hitProcessed", json!({})), ("Hit processed", "", false)),
        (
            service("datastream", json!({"context": {"datastreamId": "d"}})),
            ("Datastream", "d", false),
        ),
        (
            service(
                "com.adobe.target/error",
                json!({"logLevel": "error", "context": {"status": 502},
                "messages": ["Upstream request to service 'com.adobe.target' failed."]}),
            ),
            ("Service error", "502 com.adobe.target", true),
        ),
        (
            service("com.adobe.target/not-enabled", json!({})),
            ("Service not enabled", "com.adobe.target", false),
        ),
        (
            service("com.adobe.experience_platform.ajo/response", json!({})),
            ("Service response", "com.adobe.experience_platform.ajo", false),
        ),
        (
            other(
                "generic",
                "com.adobe.streaming.validation",
                json!({"body": {"xdmEntity": {"eventType": "a.b"}}}),
            ),
            ("Streaming validation", "valid, a.b", false),
        ),
        (
            other("generic", "com.adobe.streaming.validation", failed),
            ("Streaming validation", "price is not a number", true),
        ),
        (
            other(
                "Push Service",
                "com.adobe.cepheus",
                json!({"event": "push sent to platform service", "status": 200}),
            ),
            ("Push", "push sent to platform service", false),
        ),
        (
            other(
                "Push Service",
                "com.adobe.cepheus",
                json!({"event": "push sent to platform service", "status": 410}),
            ),
            ("Push", "410 push sent to platform service", true),
        ),
        (
            other("netres", "v", json!({"statusCode": 404, "location": {"host": "a.b"}})),
            ("Network response", "404 a.b", true),
        ),
        (
            sdk(
                "edge",
                "requestContent",
                json!({"iam": {"action": "clicked", "eventType": "interact"}, "xdm": {"eventType": "a.b"}}),
            ),
            ("Message interaction", "a.b", false),
        ),
        (
            sdk("placesMonitor", "requestContent", json!({})),
            ("Places monitor start", "", false),
        ),
        (
            sdk("places", "requestReset", json!({"requesttype": "reset"})),
            ("Places", "reset", false),
        ),
        (
            service(
                "analytics.mapping",
                json!({"context": {"mappedQueryParams": {"suite-1": {}}}}),
            ),
            ("Analytics mapping", "suite-1", false),
        ),
        (
            sdk("custom", "responseContent", json!({})),
            ("Own name", "responsecontent", false),
        ),
        (
            service("own", json!({"logLevel": "error"})),
            ("Service event", "own", true),
        ),
    ];
    for (event, (title, detail, is_error)) in cases {
        let summary = described(&event);
        assert_eq!(
            (summary.title.as_str(), summary.detail.as_str(), summary.is_error),
            (title, detail, is_error),
            "{event}"
        );
    }
}

#[test]
fn the_event_hub_s_state_lists_versions() {
    let mut event = sdk("hub", "sharedState", json!({"stateowner": "com.adobe.module.eventhub"}));
    event["payload"]["metadata"] = json!({"state.data": {"version": "5.3.0",
        "extensions": {"com.adobe.edge": {"friendlyName": "AEPEdge", "version": "5.0.2"}}}});
    let summary = described(&event);
    assert_eq!(
        (summary.title.as_str(), summary.detail.as_str()),
        ("Extension versions", "1 extension")
    );
    let lines = [("Core", "5.3.0"), ("AEPEdge", "5.0.2")].map(|(label, value)| SummaryLine::told(label, value));
    assert_eq!(summary.lines, lines);
}

#[test]
fn a_line_tells_where_its_value_is() {
    let of_sdk = described(&sdk("generic.track", "requestContent", json!({"action": "buy"})));
    assert_eq!(of_sdk.lines[0].path.as_deref(), Some("/ACPExtensionEventData/action"));
    let of_service = described(&service("error", json!({"context": {"status": 502}})));
    assert_eq!(of_service.lines[0].path.as_deref(), Some("/context/status"));
}

#[test]
fn the_state_of_the_configuration_tells_whose_it_is() {
    let mut event = sdk(
        "hub",
        "sharedState",
        json!({"stateowner": "com.adobe.module.configuration"}),
    );
    event["payload"]["metadata"] =
        json!({"state.data": {"build.environment": "dev", "experienceCloud.org": "A@AdobeOrg"}});
    let summary = described(&event);
    assert_eq!(
        (summary.title.as_str(), summary.detail.as_str()),
        ("Configuration state", "dev")
    );
    assert_eq!(summary.lines[1], SummaryLine::told("Organization ID", "A@AdobeOrg"));
}

#[test]
fn lines_without_a_value_are_left_out() {
    let summary = described(&sdk(
        "edge",
        "requestContent",
        json!({"xdm": {"eventType": "a", "productListItems": [{}, {}]}}),
    ));
    let labels: Vec<&str> = summary.lines.iter().map(|line| line.label.as_str()).collect();
    assert_eq!(labels, ["Event type", "Products"]);
}

#[test]
fn hostile_payloads_are_described_and_never_a_crash() {
    let deep = format!("{}1{}", "[".repeat(5_000), "]".repeat(5_000));
    for payload in [
        deep.as_str(),
        "null",
        "[]",
        "\"text\"",
        "{\"name\":{}}",
        "{\"ACPExtensionEventData\":7}",
        "1e999",
    ] {
        let event = format!(r#"{{"uuid":"1","type":"service","vendor":"v","payload":{payload}}}"#);
        if let Ok(event) = Event::from_json(&event) {
            assert!(!summary(&event).title.is_empty());
        }
    }
    let long = described(&other("log", "v", json!({"logline": "ä".repeat(10_000)})));
    assert_eq!(long.detail.chars().count(), 301, "300 characters and an ellipsis");
}
