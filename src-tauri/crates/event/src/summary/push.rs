//! Adobe's push service (Cepheus).

use super::definition::{Definition, Line};
use super::subject::Subject;

const LINES: &[Line] = &[
    ("Step", "/event"),
    ("Platform", "/platform"),
    ("Status", "/status"),
    ("Milliseconds", "/elapsed"),
    ("Group", "/groupID"),
    ("Push tokens", "/pushTokens"),
    ("Doubled push token", "/duplicatePushToken"),
    ("Body", "/body"),
    ("Response code", "/responseCode"),
    ("Response", "/responseMessage"),
    ("Feedback", "/feedback/status"),
];

pub(super) const DEFINITIONS: &[Definition] = &[
    Definition::kind("Push", "Push Service", "")
        .detail(detail)
        .error_if(failed)
        .lines(LINES),
    Definition::kind("Push", "service", "com.adobe.cepheus")
        .detail(detail)
        .error_if(failed)
        .lines(LINES),
];

fn detail(push: &Subject<'_>) -> String {
    let event = push.text("/event");
    if failed(push) {
        format!("{} {event}", status(push))
    } else {
        event
    }
}

fn status(push: &Subject<'_>) -> i64 {
    let codes = ["/status", "/responseCode", "/feedback/status"];
    codes
        .iter()
        .find_map(|place| crate::reading::integer(push.at(place)?))
        .unwrap_or(0)
}

fn failed(push: &Subject<'_>) -> bool {
    status(push) >= 400 || push.is_logged_as_error()
}
