//! What the window asks for, as the archive takes it.

use archive::query::{Column, Condition, Expression, Query, QueryError, Test, ValuePattern};
use time::UtcOffset;

use super::Desk;
use crate::contract::archives::{CheckQueryRequest, QueryCheck, QueryMistake};
use crate::contract::inspector::EventFilter;
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
/// When the query cannot be understood.
pub(super) fn archive_filter(filter: &EventFilter) -> Result<archive::EventFilter, Problem> {
    Ok(archive::EventFilter {
        query: parsed(filter).map_err(|error| Problem::from(&error))?,
        types: filter.types.clone(),
        vendors: filter.vendors.clone(),
        clients: filter.clients.clone(),
    })
}

/// A filter of the window as one query: the same events.
///
/// # Errors
/// When the query cannot be understood, or is too long together with the lists.
pub(super) fn whole_query(filter: &EventFilter) -> Result<Query, Problem> {
    let lists = [
        (Column::Type, &filter.types),
        (Column::Vendor, &filter.vendors),
        (Column::Client, &filter.clients),
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
    query.map_err(|error| Problem::from(&error))
}

fn parsed(filter: &EventFilter) -> Result<Query, QueryError> {
    let zone = UtcOffset::from_whole_seconds(i32::from(filter.zone_minutes) * 60);
    // No clock on earth is further from UTC than an offset may be.
    Query::parse(&filter.text, zone.unwrap_or(UtcOffset::UTC))
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
}
