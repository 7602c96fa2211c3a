//! Sessions, events and annotations as the API answers them.

use std::sync::Arc;

use async_graphql::Object;

use super::scalars::{Json, Milliseconds, Uuid};
use super::{Annotation, Event, Session, SessionAnnotation};

pub(crate) struct SessionAnswer(pub(crate) Session);

/// One Assurance session.
#[Object(name = "Session")]
impl SessionAnswer {
    async fn uuid(&self) -> Option<Uuid> {
        Some(Uuid(self.0.uuid))
    }

    async fn org_id(&self) -> Option<&str> {
        Some(&self.0.org_id)
    }

    async fn name(&self) -> Option<&str> {
        Some(&self.0.name)
    }

    /// The base URL of the app under test.
    async fn link(&self) -> Option<&str> {
        Some(&self.0.link)
    }

    /// The PIN; it is typed with four digits.
    async fn token(&self) -> Option<i32> {
        Some(self.0.token)
    }

    async fn first_name(&self) -> Option<&str> {
        Some(&self.0.first_name)
    }

    async fn last_name(&self) -> Option<&str> {
        Some(&self.0.last_name)
    }

    async fn created_by_id(&self) -> Option<&str> {
        Some(&self.0.created_by_id)
    }

    async fn updated_by_id(&self) -> Option<&str> {
        self.0.updated_by_id.as_deref()
    }

    async fn created_ts(&self) -> Option<Milliseconds> {
        Some(Milliseconds(self.0.created_ts))
    }

    async fn updated_ts(&self) -> Option<Milliseconds> {
        Some(Milliseconds(self.0.updated_ts))
    }

    async fn annotations(&self) -> Option<Vec<SessionAnnotationAnswer<'_>>> {
        Some(self.0.annotations.iter().map(SessionAnnotationAnswer).collect())
    }
}

pub(crate) struct SessionAnnotationAnswer<'a>(&'a SessionAnnotation);

/// What a plugin keeps about a session.
#[Object(name = "SessionAnnotation")]
impl SessionAnnotationAnswer<'_> {
    async fn uuid(&self) -> Option<Uuid> {
        Some(Uuid(self.0.uuid))
    }

    async fn namespace(&self) -> Option<&str> {
        Some(&self.0.namespace)
    }

    async fn payload(&self) -> Option<Json> {
        Some(Json::from_value(&self.0.payload))
    }
}

pub(crate) struct EventAnswer {
    pub(crate) event: Arc<Event>,
    pub(crate) session_uuid: uuid::Uuid,
    pub(crate) organization_id: Arc<str>,
}

/// One record of a session.
#[Object(name = "Event")]
impl EventAnswer {
    async fn uuid(&self) -> Option<Uuid> {
        Some(Uuid(self.event.uuid))
    }

    async fn session_uuid(&self) -> Option<Uuid> {
        Some(Uuid(self.session_uuid))
    }

    async fn org_id(&self) -> Option<&str> {
        Some(&self.organization_id)
    }

    /// Counted from 1 at each app launch; 0 on events of the server.
    async fn event_number(&self) -> Option<i32> {
        Some(self.event.event_number)
    }

    /// The app instance; null where none is known.
    async fn client_id(&self) -> Option<Uuid> {
        self.event.client_id.map(Uuid)
    }

    async fn timestamp(&self) -> Option<Milliseconds> {
        Some(Milliseconds(self.event.timestamp))
    }

    async fn vendor(&self) -> Option<&str> {
        Some(&self.event.vendor)
    }

    #[graphql(name = "type")]
    async fn kind(&self) -> Option<&str> {
        Some(&self.event.kind)
    }

    async fn payload(&self) -> Option<Json> {
        Some(Json::from_text(&self.event.payload))
    }

    /// On parts of a large event: chunkId, chunkTotal, chunkSequenceNumber.
    async fn metadata(&self) -> Option<Json> {
        self.event.metadata.as_ref().map(Json::from_value)
    }

    async fn annotations(&self) -> Option<Vec<AnnotationAnswer<'_>>> {
        Some(self.event.annotations.iter().map(AnnotationAnswer).collect())
    }
}

pub(crate) struct AnnotationAnswer<'a>(&'a Annotation);

/// What a person or a plugin noted about an event.
#[Object(name = "EventAnnotation")]
impl AnnotationAnswer<'_> {
    async fn uuid(&self) -> Option<Uuid> {
        Some(Uuid(self.0.uuid))
    }

    #[graphql(name = "type")]
    async fn kind(&self) -> Option<&str> {
        Some(&self.0.kind)
    }

    /// The same as `type`.
    async fn namespace(&self) -> Option<&str> {
        Some(&self.0.kind)
    }

    async fn payload(&self) -> Option<Json> {
        Some(Json::from_value(&self.0.payload))
    }
}
