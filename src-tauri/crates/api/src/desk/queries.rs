//! What the window asks for, as the archive takes it.

use archive::query::{Column, Condition, Expression, Query, QueryError, Test, ValuePattern};
use time::UtcOffset;

use super::Desk;
use crate::contract::archives::{CheckQueryRequest, QueryCheck, QueryMistake};
use crate::contract::inspector::{EventFilter, Noise};
use crate::contract::problem::Problem;

impl Desk {
    pub(crate) async fn query_check(&self, request: CheckQueryRequest) -> Result<QueryCheck, Problem> {
        let mistake = Query::parse(&request.text, UtcOffset::UTC).err();
        Ok(QueryCheck {
            mistake: mistake.map(|error| QueryMistake {
                column: error.column,
                length: error.length,
                message: error.message,
                expected: error.expected,
            }),
        })
    }
}

/// A filter of the window for a view of an archive.
///
/// # Errors
/// When a query cannot be understood, or all of them together are too long.
pub(super) fn archive_filter(filter: &EventFilter) -> Result<archive::EventFilter, Problem> {
    Ok(archive::EventFilter {
        query: parsed(filter).map_err(|error| Problem::from(&error))?,
        types: filter.types.clone(),
        vendors: filter.vendors.clone(),
        clients: filter.clients.clone(),
        sources: filter.sources.clone(),
        names: filter.names.clone(),
        errors: filter.errors,
    })
}

/// A filter of the window as one query: the same events.
///
/// # Errors
/// When a query cannot be understood, or all of them are too long together with the lists.
pub(super) fn whole_query(filter: &EventFilter) -> Result<Query, Problem> {
    let lists = [
        (Column::Type, &filter.types),
        (Column::Vendor, &filter.vendors),
        (Column::Client, &filter.clients),
        (Column::Source, &filter.sources),
        (Column::Name, &filter.names),
    ];
    let mut query = parsed(filter);
    for (column, values) in lists {
        let one = |value: &String| {
            Expression::from(Condition::Column {
                column,
                test: Test::Matches(ValuePattern::is(value)),
            })
        };
        if let Some(any) = values.iter().map(one).reduce(Expression::or) {
            query = query.and_then(|query| query.and(any));
        }
    }
    if filter.errors {
        query = query.and_then(|query| query.and(Condition::HasError));
    }
    query.map_err(|error| Problem::from(&error))
}

/// Whether a query asks for hidden events: whoever does wants to see them.
pub(super) fn asks_for_hidden(query: &Query) -> bool {
    let is_it = |condition: &Condition| matches!(condition, Condition::Hidden(_));
    query
        .expression()
        .is_some_and(|expression| expression.conditions().any(is_it))
}

/// A query of the window, whose clock is so many minutes ahead of UTC.
///
/// # Errors
/// When it cannot be understood.
pub(super) fn parsed_text(text: &str, zone_minutes: i16) -> Result<Query, QueryError> {
    let zone = UtcOffset::from_whole_seconds(i32::from(zone_minutes) * 60);
    // No clock on earth is further from UTC than an offset may be.
    Query::parse(text, zone.unwrap_or(UtcOffset::UTC))
}

/// The text of a filter, its chips, and what it leaves out as noise.
fn parsed(filter: &EventFilter) -> Result<Query, QueryError> {
    let mut query = parsed_text(&filter.text, filter.zone_minutes)?;
    for chip in &filter.chips {
        if let Some(more) = parsed_text(chip, filter.zone_minutes)?.expression() {
            query = query.and(more.clone())?;
        }
    }
    for noise in &filter.noise {
        if let Some(noise) = Query::parse(noise_query(*noise), UtcOffset::UTC)?.expression() {
            query = query.and(noise.clone().negated())?;
        }
    }
    Ok(query)
}

/// The query for one kind of noise, as `docs/query.md` tells it.
pub(super) fn noise_query(noise: Noise) -> &'static str {
    match noise {
        Noise::SharedStates => "source:sharedstate",
        Noise::Configuration => "type:configuration",
        Noise::Logs => "kind:log OR kind:service payload.logLevel:log",
    }
}

#[cfg(test)]
mod tests {
    use archive::query::Context;
    use event::Event;

    use super::*;

    #[test]
    fn the_query_of_a_filter_asks_for_what_its_parts_do() {
        let event = |kind: &str, vendor: &str, client: &str, text: &str| {
            let event = serde_json::json!({"uuid": "1", "type": kind, "vendor": vendor, "clientId": client,
                "payload": {"text": text}});
            Event::from_json(&event.to_string()).unwrap()
        };
        let filter = EventFilter {
            text: "cart OR basket".to_owned(),
            types: vec!["Generic".to_owned(), "service".to_owned()],
            vendors: vec!["com.example*\"shop\"".to_owned()],
            clients: vec!["C1".to_owned()],
            ..EventFilter::default()
        };
        let query = whole_query(&filter).unwrap();
        let vendor = "com.example*\"shop\"";
        let asked = |event: &Event| query.matches(event, &Context::default());
        assert!(asked(&event("generic", vendor, "c1", "cart")));
        assert!(asked(&event("SERVICE", vendor, "c1", "the basket")));
        assert!(!asked(&event("log", vendor, "c1", "cart")));
        assert!(!asked(&event("generic", "com.example.shop", "c1", "cart")));
        assert!(!asked(&event("generic", vendor, "c2", "cart")));
        assert!(!asked(&event("generic", vendor, "c1", "other")));
        let none = EventFilter {
            vendors: vec![String::new()],
            ..EventFilter::default()
        };
        let query = whole_query(&none).unwrap();
        assert!(query.matches(&event("generic", "", "c1", ""), &Context::default()));
        assert!(!query.matches(&event("generic", "v", "c1", ""), &Context::default()));
    }

    #[test]
    fn every_part_of_a_filter_restricts_both_ways_alike() {
        let event = |payload: serde_json::Value, kind: &str| {
            let event = serde_json::json!({"uuid": "1", "type": kind, "payload": payload});
            Event::from_json(&event.to_string()).unwrap()
        };
        let of_sdk = |name: &str, kind: &str, source: &str| {
            let payload = serde_json::json!({
                "ACPExtensionEventName": name,
                "ACPExtensionEventType": format!("com.adobe.eventType.{kind}"),
                "ACPExtensionEventSource": format!("com.adobe.eventSource.{source}"),
            });
            event(payload, "generic")
        };
        let shared_state = of_sdk("Shared state change (XDM)", "hub", "sharedState");
        let configuration = of_sdk("Configuration Response", "configuration", "responseContent");
        let request = of_sdk("AEP Request Event", "edge", "requestContent");
        let failure = of_sdk("AEP Error Response", "edge", "errorResponseContent");
        let device_log = event(serde_json::json!("a line"), "log");
        let service = |level: &str| event(serde_json::json!({"name": "hitReceived", "logLevel": level}), "service");
        let all = [
            &shared_state,
            &configuration,
            &request,
            &failure,
            &device_log,
            &service("log"),
            &service("error"),
        ];
        let left = |filter: EventFilter| -> Vec<usize> {
            let (whole, lists) = (whole_query(&filter).unwrap(), archive_filter(&filter).unwrap());
            let asked = |query: &Query, event: &Event| query.matches(event, &Context::default());
            let left = all.iter().enumerate().filter(|(_, event)| asked(&whole, event));
            let left: Vec<usize> = left.map(|(number, _)| number).collect();
            assert!(
                left.iter().all(|number| asked(&lists.query, all[*number])),
                "{filter:?}"
            );
            left
        };
        let noise = |noise: &[Noise]| EventFilter {
            noise: noise.to_vec(),
            ..EventFilter::default()
        };
        assert_eq!(left(noise(&[Noise::SharedStates])), [1, 2, 3, 4, 5, 6]);
        assert_eq!(left(noise(&[Noise::Configuration])), [0, 2, 3, 4, 5, 6]);
        assert_eq!(left(noise(&[Noise::Logs])), [0, 1, 2, 3, 6]);
        let chips = EventFilter {
            text: "type:edge OR type:hub".to_owned(),
            chips: vec![
                "source:requestcontent OR source:sharedstate".to_owned(),
                "-xdm".to_owned(),
            ],
            ..EventFilter::default()
        };
        assert_eq!(left(chips), [2]);
        let errors = EventFilter {
            errors: true,
            ..EventFilter::default()
        };
        assert_eq!(left(errors), [3, 6]);
        let lists = EventFilter {
            sources: vec!["requestcontent".to_owned(), "errorresponsecontent".to_owned()],
            names: vec!["aep request EVENT".to_owned(), "hitReceived".to_owned()],
            ..EventFilter::default()
        };
        assert_eq!(left(lists), [2]);
        let mistaken = EventFilter {
            chips: vec!["name:".to_owned()],
            ..EventFilter::default()
        };
        assert!(archive_filter(&mistaken).is_err());
    }
}
