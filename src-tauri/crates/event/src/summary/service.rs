//! What the Edge Network (Konductor) and the services behind it report.

use super::definition::{Definition, Line};
use super::subject::{Subject, quoted};

const LINES: &[Line] = &[
    ("Message", "/messages/0"),
    ("Service", "/attributes/serviceName"),
    ("Status", "/context/status"),
    ("Kind of error", "/context/errorType"),
    ("Request", "/attributes/requestId"),
    ("Datastream", "/context/datastreamId"),
    ("Edge", "/context/X-Adobe-Edge"),
    ("Region", "/context/x-edge-region"),
];

pub(super) const DEFINITIONS: &[Definition] = &[
    Definition::named("Hit received", "hitReceived")
        .detail(received)
        .lines(LINES),
    Definition::named("Hit processed", "hitProcessed").lines(LINES),
    Definition::named("Datastream", "datastream")
        .detail(|hit| hit.text("/context/datastreamId"))
        .lines(LINES),
    Definition::named("Service error", "error")
        .detail(failure)
        .error_if(|_| true)
        .lines(LINES),
    Definition::named("Service not enabled", "not-enabled")
        .detail(service)
        .lines(LINES),
    Definition::named("Service response", "response")
        .detail(service)
        .lines(LINES),
    Definition::named("Service request", "request")
        .detail(service)
        .lines(LINES),
    Definition::named("Service execution", "execution")
        .detail(service)
        .lines(LINES),
    Definition::named("XDM mapping", "mapper:xdm-event").lines(&[("Hit", "/attributes/primaryHitId")]),
    Definition::kind("Event forwarding", "service", "com.adobe.launch.ssf")
        .detail(|forwarding| forwarding.name().to_owned())
        .lines(LINES),
    Definition::kind("Service event", "service", "")
        .detail(|event| event.name().to_owned())
        .lines(LINES),
];

/// The service that a report is about: named by the report, else before the slash of its name, else its vendor.
fn service(report: &Subject<'_>) -> String {
    let named = report.text("/attributes/serviceName");
    if !named.is_empty() {
        return named;
    }
    match report.name().rsplit_once('/') {
        Some((service, _)) => service.to_owned(),
        None => report.event.vendor.clone(),
    }
}

fn failure(report: &Subject<'_>) -> String {
    let message = report.text("/messages/0");
    let service = quoted(&message).map_or_else(|| service(report), str::to_owned);
    format!("{} {service}", report.text("/context/status"))
        .trim()
        .to_owned()
}

/// The event type inside the hit, which Konductor sends as JSON in a string.
fn received(hit: &Subject<'_>) -> String {
    let inner = hit.at("/messages/1").and_then(serde_json::Value::as_str);
    let inner: Option<serde_json::Value> = inner.and_then(|text| serde_json::from_str(text).ok());
    let event_type = inner
        .as_ref()
        .and_then(|hit| hit.pointer("/event/xdm/eventType")?.as_str());
    event_type.unwrap_or_default().to_owned()
}
