//! Tracking calls, Adobe Analytics and streaming media.

use super::definition::Definition;
use super::subject::Subject;

pub(super) const DEFINITIONS: &[Definition] = &[
    Definition::sdk("Track action", "generic.track", "requestcontent")
        .only_if(|track| track.data_at("/action").is_some())
        .detail(|track| track.data_text("/action"))
        .lines(&[("Action", "/action"), ("Context data", "/contextdata")]),
    Definition::sdk("Track state", "generic.track", "requestcontent")
        .only_if(|track| track.data_at("/state").is_some())
        .detail(|track| track.data_text("/state"))
        .lines(&[("State", "/state"), ("Context data", "/contextdata")]),
    Definition::sdk("Track", "generic.track", "").lines(&[("Context data", "/contextdata")]),
    Definition::sdk("Analytics response", "analytics", "responsecontent")
        .detail(|response| response.data_text("/hitHost"))
        .lines(&[
            ("Host", "/hitHost"),
            ("Hit", "/hitUrl"),
            ("ETag", "/headers/ETag"),
            ("Answers", "/requestEventIdentifier"),
        ]),
    Definition::named("Analytics hit", "analytics.hit").lines(&[("Hit", "/attributes/hitId")]),
    Definition::named("Analytics mapping", "analytics.mapping")
        .detail(|mapping| report_suites(mapping).join(", "))
        .lines(&[("Hit", "/attributes/primaryHitId")])
        .more(|mapping| vec![("Report suites".to_owned(), report_suites(mapping).join(", "))]),
    Definition::kind("Analytics post-processed", "generic", "com.adobe.analytics.hitdebugger"),
    Definition::sdk("Media tracker request", "media", "media.requesttracker")
        .lines(&[("Tracker", "/trackerid"), ("Parameters", "/event.param")]),
    Definition::sdk("Media session created", "media", "media.sessioncreated")
        .lines(&[("Session", "/sessionid"), ("Media session", "/mediaservice.sessionid")]),
    Definition::sdk("Track media", "media", "media.trackmedia")
        .detail(media)
        .lines(&[
            ("Event", "/event.name"),
            ("Tracker", "/trackerid"),
            ("Session", "/sessionid"),
            ("Parameters", "/event.param"),
            ("Metadata", "/event.metadata"),
            ("Made by the SDK", "/event.internal"),
        ]),
];

/// The report suites that a hit was mapped for.
fn report_suites(mapping: &Subject<'_>) -> Vec<String> {
    let suites = mapping
        .at("/context/mappedQueryParams")
        .and_then(serde_json::Value::as_object);
    suites.into_iter().flatten().map(|(suite, _)| suite.clone()).collect()
}

fn media(track: &Subject<'_>) -> String {
    track.data_text("/event.name")
}
