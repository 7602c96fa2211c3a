//! Asking Assurance: sessions and events.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use gateway::{Answer, Gateway};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use tokio::sync::OnceCell;
use url::Url;

use crate::error::AssuranceError;
use crate::graphql::{Operation, post, read};
use crate::operations::{self, FieldsAnswer, Understood};
use crate::session::Session;
use event::Event;

/// Adobe's Assurance service, asked as one integration. Cheap to clone.
#[derive(Clone)]
pub struct Assurance {
    inner: Arc<Inner>,
}

struct Inner {
    gateway: Arc<Gateway>,
    endpoint: Url,
    understood: OnceCell<Understood>,
    may_read_annotations: AtomicBool,
    may_read_session_annotations: AtomicBool,
}

/// One page of a session's events, in the order the server has them.
#[derive(Debug, Clone, PartialEq)]
pub struct EventsPage {
    /// The events that could be read.
    pub events: Vec<Event>,
    /// How many records the page had, with those that are no events.
    pub received: usize,
}

impl EventsPage {
    fn of(session: &str, records: &[Box<RawValue>]) -> Self {
        let mut events = Vec::with_capacity(records.len());
        for record in records {
            match Event::from_json(record.get()) {
                Ok(event) => events.push(event),
                Err(problem) => tracing::warn!(session, %problem, "a record of the page was left out"),
            }
        }
        Self {
            events,
            received: records.len(),
        }
    }
}

#[derive(Deserialize)]
struct Sessions {
    sessions: Option<Vec<Option<Session>>>,
}

#[derive(Deserialize)]
struct Events {
    events: Option<Vec<Box<RawValue>>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Created {
    create_session: Session,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Updated {
    update_session: Session,
}

/// Reads a body as the answer to each question there is. For the fuzzer: nobody answers it.
#[doc(hidden)]
pub fn read_answers(body: &[u8]) {
    let answer = Answer {
        status: 200,
        body: body.to_vec().into(),
        content_type: None,
        request_id: None,
    };
    if let Ok(fields) = read::<FieldsAnswer>("fields", &answer) {
        let _ = fields.understood();
    }
    for session in [
        read::<Created>("create", &answer).map(|answer| answer.create_session),
        read::<Updated>("update", &answer).map(|answer| answer.update_session),
    ] {
        let _ = session.map(|session| (session.pin_text(), session.created_by()));
    }
    let _ = read::<Sessions>("sessions", &answer);
    if let Ok(Events { events: Some(events) }) = read("events", &answer) {
        let _ = EventsPage::of("", &events);
    }
}

impl Assurance {
    /// Asks the GraphQL service at `endpoint`, through a gateway that adds the headers and the access token.
    #[must_use]
    pub fn new(gateway: Arc<Gateway>, endpoint: Url) -> Self {
        Self {
            inner: Arc::new(Inner {
                gateway,
                endpoint,
                understood: OnceCell::new(),
                may_read_annotations: AtomicBool::new(true),
                may_read_session_annotations: AtomicBool::new(true),
            }),
        }
    }

    /// All sessions of the organization.
    ///
    /// # Errors
    /// When Adobe cannot be reached, refuses, or answers with something else.
    pub async fn sessions(&self) -> Result<Vec<Session>, AssuranceError> {
        let operation = if self.understood().await?.all_of_sessions {
            operations::SESSIONS
        } else {
            operations::SESSIONS_DOCUMENTED
        };
        let ask = |annotations: bool| self.post::<Sessions>(operation, json!({ "annotations": annotations }));
        let answer = with_annotations(&self.inner.may_read_session_annotations, ask).await?;
        Ok(answer.sessions.unwrap_or_default().into_iter().flatten().collect())
    }

    /// Makes a session. It is asked once only, because asking again after a lost answer could make two.
    ///
    /// # Errors
    /// As [`Assurance::sessions`]. [`AssuranceError::effect`] says whether the session may be there all the same.
    pub async fn create_session(&self, name: &str, link: &str) -> Result<Session, AssuranceError> {
        let variables = json!({ "session": { "name": name, "link": link } });
        let answer: Created = self.post(operations::CREATE_SESSION, variables).await?;
        Ok(answer.create_session)
    }

    /// Changes a session's name, link or both; what is not given stays. The answer holds only what Adobe returns
    /// for a change: identifiers, name and link.
    ///
    /// # Errors
    /// As [`Assurance::sessions`].
    pub async fn update_session(
        &self,
        uuid: &str,
        name: Option<&str>,
        link: Option<&str>,
    ) -> Result<Session, AssuranceError> {
        let mut session = json!({ "uuid": uuid });
        for (field, value) in [("name", name), ("link", link)] {
            if let Some(value) = value {
                session[field] = Value::from(value);
            }
        }
        let variables = json!({ "session": session });
        let answer: Updated = self.post(operations::UPDATE_SESSION, variables).await?;
        Ok(answer.update_session)
    }

    /// Deletes a session with all its events at Adobe.
    ///
    /// # Errors
    /// As [`Assurance::sessions`].
    pub async fn delete_session(&self, uuid: &str) -> Result<(), AssuranceError> {
        // Adobe does not publish what deleteSession returns; any answer without errors means it is done.
        let _: Value = self.post(operations::DELETE_SESSION, json!({ "uuid": uuid })).await?;
        Ok(())
    }

    /// One page of a session's events; `page` counts from 0. A page with fewer records than `size` is the last.
    ///
    /// # Errors
    /// As [`Assurance::sessions`].
    pub async fn events_page(&self, session: &str, page: u32, size: u32) -> Result<EventsPage, AssuranceError> {
        let operation = if self.understood().await?.all_of_events {
            operations::EVENTS
        } else {
            operations::EVENTS_DOCUMENTED
        };
        let ask = |annotations: bool| {
            let variables = json!({ "sessionUuid": session, "page": page, "size": size, "annotations": annotations });
            self.post::<Events>(operation, variables)
        };
        let answer = with_annotations(&self.inner.may_read_annotations, ask).await?;
        Ok(EventsPage::of(session, &answer.events.unwrap_or_default()))
    }

    async fn post<D: serde::de::DeserializeOwned>(
        &self,
        operation: Operation,
        variables: Value,
    ) -> Result<D, AssuranceError> {
        post(&self.inner.gateway, &self.inner.endpoint, operation, variables).await
    }

    /// Adobe publishes no schema, so the server is asked once which fields it has. One that will not say gets the
    /// documented queries.
    async fn understood(&self) -> Result<Understood, AssuranceError> {
        let asked = self.inner.understood.get_or_try_init(|| async {
            match self.post::<FieldsAnswer>(operations::FIELDS, json!({})).await {
                Ok(answer) => Ok(answer.understood()),
                Err(AssuranceError::Gateway(error)) => Err(AssuranceError::Gateway(error)),
                Err(error) => {
                    tracing::info!(%error, "the server does not describe its fields");
                    Ok(Understood {
                        all_of_sessions: false,
                        all_of_events: false,
                    })
                }
            }
        });
        asked.await.copied()
    }
}

/// Asks with annotations, which have scopes of their own. Whether one is missing shows when it goes well without them.
async fn with_annotations<D, A: Future<Output = Result<D, AssuranceError>>>(
    may_read: &AtomicBool,
    ask: impl Fn(bool) -> A,
) -> Result<D, AssuranceError> {
    let with_annotations = may_read.load(Ordering::Relaxed);
    match ask(with_annotations).await {
        Err(error @ AssuranceError::Refused { .. }) if with_annotations => {
            let answer = ask(false).await.map_err(|_| error)?;
            may_read.store(false, Ordering::Relaxed);
            Ok(answer)
        }
        answer => answer,
    }
}
