use std::collections::HashMap;

use axum::extract::rejection::JsonRejection;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use axum::{Json, Router};
use http::StatusCode;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use uuid::Uuid;

use super::draft::SDK_VENDOR;
use super::driver::rate;
use super::fleet::device_seed;
use super::{Profile, Simulator};
use crate::assurance::{Annotation, Event, Limits, Refusal, Session, SessionAnnotation, Sessions};
use crate::state::Shared;

/// The largest fill of one call.
const MOST_EVENTS: usize = 1_000_000;
/// The largest body of events, in bytes.
const LARGEST_BODY: usize = 64 * 1024 * 1024;
/// Time between two events of a fill.
const FILL_STEP_MILLISECONDS: i64 = 20;
/// A fill is put into the session in portions of this many events.
const FILL_PORTION: usize = 5_000;

/// The control calls for devices.
///
/// - `GET`, `POST` and `DELETE /practice/sessions/{uuid}/devices` list, connect one (`{"device": "iphone" | "pixel",
///   "pin": "0042"}`, both optional) and disconnect all.
/// - `POST /practice/sessions/{uuid}/fill` (`{"events": 100000, "seed": 7}`, the seed optional) puts that many events into
///   the session at once, past every limit, as if two devices had sent them until now.
/// - `POST /practice/sessions/{uuid}/events` puts a list of events into the session as they are, past every limit, to try what
///   no device of this workspace sends: the fields are those of the API, and all but `payload` may be left out.
/// - `PUT /practice/sessions/{uuid}/annotations` sets annotations as people do in Adobe's web UI: `session` is the list of the
///   session's, `events` has a list for each event by its ID. What is not named keeps what it has.
/// - `GET` and `PUT /practice/simulator` read and set `eventsPerSecond` and the limits of a session, `connections` and
///   `eventsPerMinute` (null for none).
pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route(
            "/practice/sessions/{uuid}/devices",
            get(list).post(connect).delete(disconnect),
        )
        .route("/practice/sessions/{uuid}/fill", post(fill))
        .route(
            "/practice/sessions/{uuid}/events",
            post(put_in).layer(DefaultBodyLimit::max(LARGEST_BODY)),
        )
        .route("/practice/sessions/{uuid}/annotations", put(annotate))
        .route("/practice/simulator", get(settings).put(set))
}

#[derive(Debug)]
enum ControlError {
    BadRequest(String),
    NoSession(Uuid),
    Refused(Refusal),
}

impl IntoResponse for ControlError {
    fn into_response(self) -> Response {
        let (status, body) = match self {
            Self::BadRequest(message) => (StatusCode::BAD_REQUEST, json!({"message": message})),
            Self::NoSession(uuid) => (
                StatusCode::NOT_FOUND,
                json!({"message": format!("Session not found: {uuid}")}),
            ),
            Self::Refused(refusal) => (
                StatusCode::FORBIDDEN,
                json!({"message": refusal.to_string(), "closeCode": refusal.close_code()}),
            ),
        };
        (status, Json(body)).into_response()
    }
}

impl From<JsonRejection> for ControlError {
    fn from(rejection: JsonRejection) -> Self {
        Self::BadRequest(rejection.body_text())
    }
}

type Answer = Result<Json<Value>, ControlError>;

async fn list(State(shared): State<Shared>, Path(uuid): Path<Uuid>) -> Answer {
    let session = find(&shared, uuid)?;
    let devices = shared.devices.devices(&shared.sessions, session.uuid);
    Ok(Json(json!({"devices": devices})))
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ConnectRequest {
    device: Option<Profile>,
    pin: Option<String>,
}

async fn connect(
    State(shared): State<Shared>,
    Path(uuid): Path<Uuid>,
    request: Result<Option<Json<ConnectRequest>>, JsonRejection>,
) -> Answer {
    let session = find(&shared, uuid)?;
    let request = request?.map(|Json(request)| request).unwrap_or_default();
    let device = shared
        .devices
        .connect(
            &shared.sessions,
            shared.options.seed,
            &session,
            request.device,
            request.pin.as_deref(),
        )
        .map_err(ControlError::Refused)?;
    shared.changed();
    Ok(Json(json!(device)))
}

async fn disconnect(State(shared): State<Shared>, Path(uuid): Path<Uuid>) -> Answer {
    let session = find(&shared, uuid)?;
    let disconnected = shared.devices.disconnect_all(&shared.sessions, session.uuid);
    shared.changed();
    Ok(Json(json!({"disconnected": disconnected})))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FillRequest {
    events: usize,
    seed: Option<u64>,
}

async fn fill(
    State(shared): State<Shared>,
    Path(uuid): Path<Uuid>,
    request: Result<Json<FillRequest>, JsonRejection>,
) -> Answer {
    let session = find(&shared, uuid)?;
    let Json(request) = request?;
    if !(1..=MOST_EVENTS).contains(&request.events) {
        let message = format!("events must be between 1 and {MOST_EVENTS}");
        return Err(ControlError::BadRequest(message));
    }
    let sessions = shared.sessions.clone();
    let seed = request.seed.unwrap_or(shared.options.seed);
    let filled = tokio::task::spawn_blocking(move || fill_now(&sessions, &session, seed, request.events));
    match filled.await {
        Ok(Ok(())) => {}
        Ok(Err(refusal)) => return Err(ControlError::Refused(refusal)),
        Err(problem) => return Err(ControlError::BadRequest(problem.to_string())),
    }
    shared.changed();
    Ok(Json(json!({
        "events": request.events,
        "total": shared.sessions.event_count(uuid),
    })))
}

/// Two devices take turns, one event every few milliseconds, the last one now.
fn fill_now(sessions: &Sessions, session: &Session, seed: u64, count: usize) -> Result<(), Refusal> {
    let before = sessions.event_count(session.uuid);
    let span = i64::try_from(count)
        .unwrap_or(i64::MAX)
        .saturating_mul(FILL_STEP_MILLISECONDS);
    let mut moment = sessions.now().saturating_sub(span);
    let mut devices = [Profile::IPhone, Profile::Pixel].map(|profile| {
        let seed = device_seed(seed, session.uuid, before + profile as usize);
        Simulator::new(seed, session, profile, moment)
    });
    let mut left = count;
    while left > 0 {
        let portion: Vec<Event> = (0..left.min(FILL_PORTION))
            .map(|number| {
                moment += FILL_STEP_MILLISECONDS;
                devices[number % 2].next_at(moment)
            })
            .collect();
        left -= portion.len();
        sessions.fill(session.uuid, portion)?;
    }
    Ok(())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct GivenEvent {
    uuid: Option<Uuid>,
    #[serde(default)]
    event_number: i32,
    client_id: Option<Uuid>,
    timestamp: Option<i64>,
    #[serde(default = "sdk_vendor")]
    vendor: String,
    #[serde(rename = "type", default = "generic")]
    kind: String,
    payload: Box<RawValue>,
    metadata: Option<Value>,
    #[serde(default)]
    annotations: Vec<Annotation>,
}

fn sdk_vendor() -> String {
    SDK_VENDOR.to_owned()
}

fn generic() -> String {
    "generic".to_owned()
}

async fn put_in(
    State(shared): State<Shared>,
    Path(uuid): Path<Uuid>,
    given: Result<Json<Vec<GivenEvent>>, JsonRejection>,
) -> Answer {
    let session = find(&shared, uuid)?;
    let Json(given) = given?;
    let now = shared.sessions.now();
    let events: Vec<Event> = given
        .into_iter()
        .map(|given| Event {
            uuid: given.uuid.unwrap_or_else(Uuid::new_v4),
            event_number: given.event_number,
            client_id: given.client_id,
            timestamp: given.timestamp.unwrap_or(now),
            vendor: given.vendor,
            kind: given.kind,
            payload: given.payload,
            metadata: given.metadata,
            annotations: given.annotations,
        })
        .collect();
    let count = events.len();
    shared
        .sessions
        .fill(session.uuid, events)
        .map_err(ControlError::Refused)?;
    shared.changed();
    Ok(Json(json!({
        "events": count,
        "total": shared.sessions.event_count(uuid),
    })))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenAnnotations {
    session: Option<Vec<SessionAnnotation>>,
    #[serde(default)]
    events: HashMap<Uuid, Vec<Annotation>>,
}

async fn annotate(
    State(shared): State<Shared>,
    Path(uuid): Path<Uuid>,
    given: Result<Json<GivenAnnotations>, JsonRejection>,
) -> Answer {
    let session = find(&shared, uuid)?;
    let Json(GivenAnnotations { session: own, events }) = given?;
    let annotated = shared
        .sessions
        .annotate(session.uuid, own, events)
        .map_err(ControlError::Refused)?;
    shared.changed();
    Ok(Json(json!({"events": annotated})))
}

async fn settings(State(shared): State<Shared>) -> Json<Value> {
    let Limits {
        connections,
        events_per_minute,
    } = shared.sessions.limits();
    Json(json!({
        "eventsPerSecond": rate(&shared),
        "connections": connections,
        "eventsPerMinute": events_per_minute,
    }))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct SettingsRequest {
    events_per_second: Option<f64>,
    connections: Option<usize>,
    #[serde(default, deserialize_with = "given")]
    events_per_minute: Option<Option<u32>>,
}

/// Tells `null` from a field that was not sent.
fn given<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Option<u32>>, D::Error> {
    Deserialize::deserialize(deserializer).map(Some)
}

async fn set(
    State(shared): State<Shared>,
    request: Result<Json<SettingsRequest>, JsonRejection>,
) -> Result<Json<Value>, ControlError> {
    let Json(request) = request?;
    if let Some(rate) = request.events_per_second {
        if !rate.is_finite() || rate < 0.0 {
            let message = "eventsPerSecond must be zero or more".to_owned();
            return Err(ControlError::BadRequest(message));
        }
        shared.devices.set_events_per_second(rate);
    }
    let mut limits = shared.sessions.limits();
    if let Some(connections) = request.connections {
        limits.connections = connections;
    }
    if let Some(events_per_minute) = request.events_per_minute {
        limits.events_per_minute = events_per_minute;
    }
    shared.sessions.set_limits(limits);
    Ok(settings(State(shared)).await)
}

fn find(shared: &Shared, uuid: Uuid) -> Result<Session, ControlError> {
    shared.sessions.find(uuid).ok_or(ControlError::NoSession(uuid))
}
