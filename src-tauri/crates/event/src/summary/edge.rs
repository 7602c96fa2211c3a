//! Requests to the Edge Network and what comes back to the device.

use serde_json::Value;

use super::definition::Definition;
use super::subject::{Subject, counted, quoted};

pub(super) const DEFINITIONS: &[Definition] = &[
    Definition::sdk("Personalization request", "edge", "requestcontent")
        .only_if(|request| {
            let asked = request.data_text("/xdm/eventType");
            asked == "personalization.request"
                || asked == "decisioning.propositionFetch"
                || request.data_at("/query/personalization").is_some()
        })
        .detail(|request| {
            let places = [
                "/query/personalization/surfaces",
                "/query/personalization/decisionScopes",
            ];
            let asked = places
                .map(|place| request.data_text(place))
                .into_iter()
                .find(|text| !text.is_empty());
            asked.unwrap_or_else(|| request.data_text("/xdm/eventType"))
        })
        .lines(&[
            ("Event type", "/xdm/eventType"),
            ("Surfaces", "/query/personalization/surfaces"),
            ("Decision scopes", "/query/personalization/decisionScopes"),
            ("Schemas", "/query/personalization/schemas"),
        ]),
    Definition::sdk("Edge Bridge request", "edge", "requestcontent")
        .only_if(|request| request.data_at("/data/contextdata").is_some())
        .detail(|request| request.data_text("/xdm/eventType"))
        .lines(&[("Event type", "/xdm/eventType"), ("Context data", "/data/contextdata")]),
    Definition::sdk("Edge request", "edge", "requestcontent")
        .detail(|request| request.data_text("/xdm/eventType"))
        .lines(&[
            ("Event type", "/xdm/eventType"),
            ("Order", "/xdm/commerce/order/purchaseID"),
            ("Total", "/xdm/commerce/order/priceTotal"),
            ("Currency", "/xdm/commerce/order/currencyCode"),
            ("Page", "/xdm/web/webPageDetails/name"),
            ("Dataset", "/datasetId"),
            ("Datastream", "/config/datastreamIdOverride"),
            ("Query", "/query"),
        ])
        .more(|request| {
            vec![
                (
                    "Products".to_owned(),
                    count_at(request, "/xdm/productListItems", "item"),
                ),
                (
                    "Propositions".to_owned(),
                    count_at(request, "/xdm/_experience/decisioning/propositions", "proposition"),
                ),
                ("Free-form data".to_owned(), request.data_text("/data")),
            ]
        }),
    Definition::sdk("Edge error", "edge", "errorresponsecontent")
        .detail(error_detail)
        .error_if(|_| true)
        .lines(&[
            ("Status", "/status"),
            ("Title", "/title"),
            ("Detail", "/detail"),
            ("Kind", "/type"),
            ("Request", "/requestId"),
        ]),
    Definition::sdk("Edge complete", "edge", "contentcomplete").lines(&[("Request", "/requestId")]),
    Definition::sdk("Personalization response", "edge", "personalization:decisions")
        .detail(|response| count_at(response, "/payload", "proposition"))
        .lines(&[("Request", "/requestId"), ("Answers", "/requestEventId")])
        .more(|response| {
            vec![
                ("Scopes".to_owned(), scopes(response)),
                ("Decided by".to_owned(), providers(response)),
            ]
        }),
    Definition::sdk("Edge response", "edge", "")
        .only_if(|response| response.data_at("/requestEventId").is_some() || response.source.contains(':'))
        .detail(|response| response.source.clone())
        .lines(&[
            ("Handle", "/type"),
            ("Request", "/requestId"),
            ("Answers", "/requestEventId"),
        ])
        .more(|response| vec![("Payload".to_owned(), count_at(response, "/payload", "item"))]),
];

fn count_at(subject: &Subject<'_>, pointer: &str, of: &str) -> String {
    let items = subject.data_at(pointer).and_then(Value::as_array);
    items.map(|items| counted(items.len(), of)).unwrap_or_default()
}

fn scopes(response: &Subject<'_>) -> String {
    let propositions = response.data_at("/payload").and_then(Value::as_array);
    let scopes = propositions
        .into_iter()
        .flatten()
        .filter_map(|one| one.get("scope")?.as_str());
    scopes.collect::<Vec<_>>().join(", ")
}

/// Who decided: Journey Optimizer, Offer Decisioning, Target; each once.
fn providers(response: &Subject<'_>) -> String {
    let propositions = response.data_at("/payload").and_then(Value::as_array);
    let mut providers: Vec<&str> = propositions
        .into_iter()
        .flatten()
        .filter_map(|one| one.pointer("/scopeDetails/decisionProvider")?.as_str())
        .collect();
    providers.sort_unstable();
    providers.dedup();
    providers.join(", ")
}

fn error_detail(error: &Subject<'_>) -> String {
    let status = error.data_text("/status");
    let told = [error.data_text("/detail"), error.data_text("/title")];
    let service = told.iter().find_map(|text| quoted(text)).unwrap_or(&told[1]);
    format!("{status} {service}").trim().to_owned()
}
