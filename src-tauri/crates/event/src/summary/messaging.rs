//! Messages and propositions: Adobe Journey Optimizer, Optimize, and the rules on the device.

use serde_json::Value;

use super::definition::Definition;
use super::subject::{Subject, counted};

pub(super) const DEFINITIONS: &[Definition] = &[
    Definition::sdk("Push tracking", "edge", "requestcontent")
        .only_if(|request| request.data_at("/xdm/pushNotificationTracking").is_some())
        .detail(|request| request.data_text("/xdm/eventType"))
        .lines(&[
            ("Event type", "/xdm/eventType"),
            ("Message", "/xdm/pushNotificationTracking/pushProviderMessageID"),
            ("Provider", "/xdm/pushNotificationTracking/pushProvider"),
            (
                "Execution",
                "/xdm/_experience/customerJourneyManagement/messageExecution/messageExecutionID",
            ),
            (
                "Journey version",
                "/xdm/_experience/customerJourneyManagement/messageExecution/journeyVersionID",
            ),
            (
                "Journey instance",
                "/xdm/_experience/customerJourneyManagement/messageExecution/journeyVersionInstanceID",
            ),
            (
                "Journey action",
                "/xdm/_experience/customerJourneyManagement/messageExecution/journeyActionID",
            ),
        ]),
    Definition::sdk("Message interaction", "edge", "requestcontent")
        .only_if(|request| {
            let places = ["/xdm/_experience/decisioning/propositionEventType", "/iam/eventType"];
            places.iter().any(|place| request.data_at(place).is_some())
        })
        .detail(|request| request.data_text("/xdm/eventType"))
        .lines(&[
            ("Event type", "/xdm/eventType"),
            ("Scope", "/xdm/_experience/decisioning/propositions/0/scope"),
            ("Proposition", "/xdm/_experience/decisioning/propositions/0/id"),
            ("Action", "/xdm/_experience/decisioning/propositionAction/id"),
            ("Message action", "/iam/action"),
            ("Message event", "/iam/eventType"),
        ]),
    Definition::sdk("Propositions request", "messaging", "requestcontent")
        .only_if(|request| request.data_text("/getpropositions") == "yes")
        .detail(surfaces)
        .more(|request| vec![("Surfaces".to_owned(), surfaces(request))]),
    Definition::sdk("Propositions response", "messaging", "responsecontent")
        .only_if(|response| response.data_at("/propositions").is_some())
        .detail(propositions),
    Definition::sdk("Propositions notification", "messaging", "notification").detail(propositions),
    Definition::sdk("Propositions notification", "optimize", "notification").detail(propositions),
    Definition::sdk("Message history", "messaging", "eventhistorywrite").detail(|history| {
        let places = ["/iam/eventType", "/iam.eventType"];
        places
            .map(|place| history.data_text(place))
            .into_iter()
            .find(|text| !text.is_empty())
            .unwrap_or_default()
    }),
    Definition::sdk("In-app message", "rulesengine", "responsecontent")
        .only_if(|rule| rule.data_text("/triggeredconsequence/type") == "cjmiam")
        .detail(|rule| rule.data_text("/triggeredconsequence/id"))
        .lines(&[
            ("Message", "/triggeredconsequence/id"),
            ("Parameters", "/triggeredconsequence/data/mobileParameters"),
            ("Page", "/triggeredconsequence/data/html"),
        ]),
    Definition::sdk("Rules update", "rulesengine", "requestreset")
        .detail(|rules| rules.data_text("/name"))
        .lines(&[("Rules", "/name")]),
    Definition::sdk("Rule consequence", "rulesengine", "responsecontent")
        .detail(|rule| rule.data_text("/triggeredconsequence/type"))
        .lines(&[
            ("Type", "/triggeredconsequence/type"),
            ("Consequence", "/triggeredconsequence/id"),
            ("Data", "/triggeredconsequence/data"),
        ]),
];

fn surfaces(request: &Subject<'_>) -> String {
    let Some(surfaces) = request.data_at("/surfaces").and_then(Value::as_array) else {
        return String::new();
    };
    let uri = |surface: &Value| {
        surface
            .as_str()
            .or_else(|| surface.get("uri")?.as_str())
            .map(str::to_owned)
    };
    surfaces.iter().filter_map(uri).collect::<Vec<_>>().join(", ")
}

fn propositions(response: &Subject<'_>) -> String {
    let count = match response.data_at("/propositions") {
        Some(Value::Array(items)) => items.len(),
        Some(Value::Object(surfaces)) => surfaces.len(),
        _ => return String::new(),
    };
    counted(count, "proposition")
}
