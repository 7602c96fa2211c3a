//! The operations this program sends, each a document of its own, and the fields a server must have for them.

use gateway::Retry;
use serde::Deserialize;

use crate::graphql::Operation;

pub(crate) const SESSIONS: Operation = Operation {
    name: "sessions",
    document: include_str!("operations/sessions.graphql"),
    retry: Retry::Safe,
};
/// Only what Adobe's guide shows, for a server that lacks a field of [`SESSIONS`].
pub(crate) const SESSIONS_DOCUMENTED: Operation = Operation {
    name: "sessions",
    document: include_str!("operations/sessions_documented.graphql"),
    retry: Retry::Safe,
};
pub(crate) const EVENTS: Operation = Operation {
    name: "events",
    document: include_str!("operations/events.graphql"),
    retry: Retry::Safe,
};
/// Only what Adobe's guide and Adobe's own tests ask for, for a server that lacks a field of [`EVENTS`].
pub(crate) const EVENTS_DOCUMENTED: Operation = Operation {
    name: "events",
    document: include_str!("operations/events_documented.graphql"),
    retry: Retry::Safe,
};
/// Asking twice would make two sessions.
pub(crate) const CREATE_SESSION: Operation = Operation {
    name: "createSession",
    document: include_str!("operations/create_session.graphql"),
    retry: Retry::Never,
};
/// Saying the same name and link twice changes nothing.
pub(crate) const UPDATE_SESSION: Operation = Operation {
    name: "updateSession",
    document: include_str!("operations/update_session.graphql"),
    retry: Retry::Safe,
};
/// Asking twice would report that the session is missing, although it was deleted.
pub(crate) const DELETE_SESSION: Operation = Operation {
    name: "deleteSession",
    document: include_str!("operations/delete_session.graphql"),
    retry: Retry::Never,
};
pub(crate) const FIELDS: Operation = Operation {
    name: "fields",
    document: include_str!("operations/fields.graphql"),
    retry: Retry::Safe,
};

/// Which of the two forms of a query a server understands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Understood {
    pub(crate) all_of_sessions: bool,
    pub(crate) all_of_events: bool,
}

const SESSION_FIELDS: &[&str] = &[
    "firstName",
    "lastName",
    "createdById",
    "createdTs",
    "updatedTs",
    "annotations.namespace",
];
const EVENT_FIELDS: &[&str] = &["eventNumber", "metadata", "annotations.type", "annotations.namespace"];

/// The answer to [`FIELDS`].
#[derive(Deserialize)]
pub(crate) struct FieldsAnswer {
    #[serde(rename = "__schema")]
    schema: Schema,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    query_type: Type,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Type {
    #[serde(default)]
    fields: Option<Vec<Field>>,
    #[serde(default)]
    of_type: Option<Box<Type>>,
}

#[derive(Deserialize)]
struct Field {
    name: String,
    #[serde(default, rename = "type")]
    kind: Option<Type>,
}

impl FieldsAnswer {
    pub(crate) fn understood(&self) -> Understood {
        let all = |query: &str, paths: &[&str]| {
            let answer = self.schema.query_type.field(query);
            answer.is_some_and(|answer| paths.iter().all(|path| answer.has(path)))
        };
        Understood {
            all_of_sessions: all("sessions", SESSION_FIELDS),
            all_of_events: all("events", EVENT_FIELDS),
        }
    }
}

impl Type {
    /// The type of a field, looking through lists and "not null".
    fn field(&self, name: &str) -> Option<&Self> {
        let fields = self.object_fields()?;
        fields.iter().find(|field| field.name == name)?.kind.as_ref()
    }

    fn has(&self, path: &str) -> bool {
        match path.split_once('.') {
            Some((first, rest)) => self.field(first).is_some_and(|inner| inner.has(rest)),
            None => self
                .object_fields()
                .is_some_and(|fields| fields.iter().any(|field| field.name == path)),
        }
    }

    fn object_fields(&self) -> Option<&[Field]> {
        match (&self.fields, &self.of_type) {
            (Some(fields), _) => Some(fields),
            (None, Some(inner)) => inner.object_fields(),
            (None, None) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn object(fields: &[&str]) -> Value {
        json!({"fields": fields.iter().map(|name| json!({"name": name})).collect::<Vec<_>>()})
    }

    fn answer(event_fields: &[&str], annotation_fields: &[&str]) -> FieldsAnswer {
        let mut event = object(event_fields);
        let annotation = json!({"name": "annotations", "type": {"fields": null, "ofType": object(annotation_fields)}});
        event["fields"].as_array_mut().unwrap().push(annotation);
        let events = json!({"name": "events", "type": {"fields": null, "ofType": {"fields": null, "ofType": event}}});
        serde_json::from_value(json!({"__schema": {"queryType": {"fields": [events]}}})).unwrap()
    }

    #[test]
    fn the_larger_query_is_used_only_when_every_field_is_there() {
        let full = answer(&["eventNumber", "metadata"], &["type", "namespace"]).understood();
        assert_eq!(
            full,
            Understood {
                all_of_sessions: false,
                all_of_events: true
            }
        );
        assert!(
            !answer(&["eventNumber"], &["type", "namespace"])
                .understood()
                .all_of_events
        );
        assert!(
            !answer(&["eventNumber", "metadata"], &["type"])
                .understood()
                .all_of_events
        );
    }
}
