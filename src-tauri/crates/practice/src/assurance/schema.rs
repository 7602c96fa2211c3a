use std::sync::{Arc, LazyLock};

use async_graphql::{Context, EmptySubscription, Object, Request, Response, Result, Schema, Value};

use super::answers::{EventAnswer, SessionAnswer};
use super::inputs::{CursorInput, SessionInput, bad, checked_link, checked_name};
use super::plugin::{PLUGINS, Plugin};
use super::scalars::Uuid;
use super::{Owner, Problem, Sessions};
use crate::grant::Right;

/// Adobe's documentation asks for 50 events at a time; a request that names no size gets as many.
const DEFAULT_PAGE: i32 = 50;
/// Adobe publishes no maximum; its own tests ask for 1000, and this is where the practice workspace stops.
const LARGEST_PAGE: i32 = 1000;

static SCHEMA: LazyLock<Schema<Query, Mutation, EmptySubscription>> =
    LazyLock::new(|| Schema::new(Query, Mutation, EmptySubscription));

/// The schema of the Assurance API in GraphQL's schema language.
pub fn assurance_sdl() -> String {
    SCHEMA.sdl()
}

/// Who asks, and what the access token allows.
#[derive(Clone, Debug)]
pub(crate) struct Viewer {
    pub(crate) owner: Owner,
    pub(crate) rights: Vec<Right>,
}

impl Viewer {
    fn demand(&self, right: Right) -> std::result::Result<(), Problem> {
        if self.rights.contains(&right) {
            return Ok(());
        }
        Err(Problem::Forbidden(right))
    }
}

/// Answers one GraphQL request. Every error has a code, and `data` is null when nothing could be answered.
pub(crate) async fn execute(sessions: Sessions, viewer: Viewer, request: Request) -> Response {
    let mut response = SCHEMA.execute(request.data(sessions).data(viewer)).await;
    for error in &mut response.errors {
        let code = match error.source::<Problem>() {
            Some(problem) => problem.code(),
            None if error.path.is_empty() => "GRAPHQL_VALIDATION_FAILED",
            None => "BAD_USER_INPUT",
        };
        error.extensions.get_or_insert_default().set("code", code);
    }
    if !response.errors.is_empty()
        && let Value::Object(fields) = &response.data
        && fields.values().all(|field| *field == Value::Null)
    {
        response.data = Value::Null;
    }
    response
}

pub(crate) struct Query;

#[Object]
impl Query {
    /// All sessions of the caller's organization.
    async fn sessions(&self, context: &Context<'_>) -> Result<Option<Vec<SessionAnswer>>> {
        let viewer = context.data::<Viewer>()?;
        viewer.demand(Right::ManageSessions)?;
        if context.look_ahead().field("annotations").exists() {
            viewer.demand(Right::ReadSessionAnnotations)?;
        }
        let sessions = context.data::<Sessions>()?;
        let answers = sessions.list(&viewer.owner.organization_id);
        Ok(Some(answers.into_iter().map(SessionAnswer).collect()))
    }

    /// Events of one session: pages of `_size` counted from the newest with `_page`, newest first; or the `first` events
    /// after a cursor, oldest first.
    async fn events(
        &self,
        context: &Context<'_>,
        session_uuid: Uuid,
        #[graphql(name = "_page")] page: Option<i32>,
        #[graphql(name = "_size")] size: Option<i32>,
        first: Option<i32>,
        after: Option<CursorInput>,
    ) -> Result<Option<Vec<EventAnswer>>> {
        let viewer = context.data::<Viewer>()?;
        viewer.demand(Right::ReadEvents)?;
        if context.look_ahead().field("annotations").exists() {
            viewer.demand(Right::ReadAnnotations)?;
        }
        let sessions = context.data::<Sessions>()?;
        let organization_id = &viewer.owner.organization_id;
        let session_uuid = session_uuid.0;
        let by_cursor = first.is_some() || after.is_some();
        if by_cursor && (page.is_some() || size.is_some()) {
            return Err(bad("Use either _page and _size, or first and after").into());
        }
        let events = if by_cursor {
            let first = checked_size("first", first)?;
            let cursor = after.map(|cursor| cursor.place_in(session_uuid)).transpose()?;
            sessions.events_after(organization_id, session_uuid, cursor, first)?
        } else {
            let size = checked_size("_size", size)?;
            let page = usize::try_from(page.unwrap_or(0)).map_err(|_| bad("_page must not be negative"))?;
            sessions.events_page(organization_id, session_uuid, page, size)?
        };
        let organization_id: Arc<str> = Arc::from(organization_id.as_str());
        let answer = |event| EventAnswer {
            event,
            session_uuid,
            organization_id: organization_id.clone(),
        };
        Ok(Some(events.into_iter().map(answer).collect()))
    }

    /// The plugins that the organization may use, or the one with a namespace.
    async fn plugins(&self, context: &Context<'_>, namespace: Option<String>) -> Result<Option<Vec<Plugin>>> {
        context.data::<Viewer>()?.demand(Right::ReadPlugins)?;
        let is_wanted = |plugin: &Plugin| {
            namespace
                .as_deref()
                .is_none_or(|namespace| namespace == plugin.namespace)
        };
        Ok(Some(PLUGINS.into_iter().filter(is_wanted).collect()))
    }
}

fn checked_size(argument: &str, size: Option<i32>) -> std::result::Result<usize, Problem> {
    usize::try_from(size.unwrap_or(DEFAULT_PAGE))
        .ok()
        .filter(|size| (1..=LARGEST_PAGE as usize).contains(size))
        .ok_or_else(|| bad(&format!("{argument} must be between 1 and {LARGEST_PAGE}")))
}

pub(crate) struct Mutation;

#[Object]
impl Mutation {
    /// Makes a session that clients can connect to.
    async fn create_session(&self, context: &Context<'_>, session: SessionInput) -> Result<Option<SessionAnswer>> {
        let viewer = context.data::<Viewer>()?;
        viewer.demand(Right::ManageSessions)?;
        if session.uuid.is_some() {
            return Err(bad("Session validation failed: uuid: Path `uuid` is given by the service.").into());
        }
        let name = checked_name(session.name.as_deref())?;
        let link = checked_link(session.link.as_deref())?;
        let made = context.data::<Sessions>()?.create(&viewer.owner, name, link);
        Ok(Some(SessionAnswer(made)))
    }

    /// Changes the name or the link of a session.
    async fn update_session(&self, context: &Context<'_>, session: SessionInput) -> Result<Option<SessionAnswer>> {
        let viewer = context.data::<Viewer>()?;
        viewer.demand(Right::ManageSessions)?;
        let uuid = session
            .uuid
            .ok_or_else(|| bad("Session validation failed: uuid: Path `uuid` is required."))?;
        let name = session.name.as_deref();
        let link = session.link.as_deref();
        let name = name.map(|name| checked_name(Some(name))).transpose()?;
        let link = link.map(|link| checked_link(Some(link))).transpose()?;
        let changed = context.data::<Sessions>()?.update(&viewer.owner, uuid.0, name, link)?;
        Ok(Some(SessionAnswer(changed)))
    }

    /// Deletes a session and its events. Adobe does not say which scalar this answers; it is the session's UUID here.
    async fn delete_session(&self, context: &Context<'_>, uuid: Uuid) -> Result<Option<Uuid>> {
        let viewer = context.data::<Viewer>()?;
        viewer.demand(Right::ManageSessions)?;
        context
            .data::<Sessions>()?
            .delete(&viewer.owner.organization_id, uuid.0)?;
        Ok(Some(uuid))
    }
}
