use std::convert::Infallible;
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures::stream;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, DATE};
use http::{HeaderValue, Method};
use serde::Deserialize;
use time::OffsetDateTime;
use time::macros::format_description;

use crate::clock::{now_milliseconds, skewed};
use crate::faults::answers::{failure, given, portal_page};
use crate::faults::{FaultKind, Faults};
use crate::gateway::{GatewayRefusal, GatewayRow};
use crate::ims::ImsRefusal;

/// The most that is read of a request to find its GraphQL operation, or of an answer to spoil it.
const LONGEST_BODY: usize = 256 * 1024 * 1024;

/// The connection closes on purpose.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the practice workspace cut the connection, as it was told to")]
pub(crate) struct CutConnection;

impl From<Infallible> for CutConnection {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

/// Lets each request meet its faults.
pub(crate) async fn apply(State(faults): State<Faults>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    if path == "/practice" || path.starts_with("/practice/") {
        return next.run(request).await;
    }
    let (request, document) = if faults.any_names_an_operation() {
        with_document(request).await
    } else {
        (request, None)
    };
    let met = faults.take(&path, request.method().as_str(), document.as_deref());
    let skew = met
        .iter()
        .map(|kind| {
            if let FaultKind::ClockSkew { seconds } = kind {
                *seconds
            } else {
                0
            }
        })
        .fold(0, i64::saturating_add);
    if skew == 0 {
        return misbehave(met, &path, request, next).await;
    }
    skewed(skew, async {
        let mut response = misbehave(met, &path, request, next).await;
        if let Some(date) = http_date() {
            response.headers_mut().insert(DATE, date);
        }
        response
    })
    .await
}

/// Turns an answer that [`apply`] marked into an error, upon which the server closes the connection.
pub(crate) fn cut_if_marked(answer: Result<Response, Infallible>) -> Result<Response, CutConnection> {
    let response = answer?;
    if response.extensions().get::<CutConnection>().is_some() {
        return Err(CutConnection);
    }
    Ok(response)
}

async fn misbehave(met: Vec<FaultKind>, path: &str, request: Request, next: Next) -> Response {
    for kind in &met {
        if let FaultKind::Latency { milliseconds } = kind {
            tokio::time::sleep(Duration::from_millis(*milliseconds)).await;
        }
    }
    for kind in &met {
        match kind {
            FaultKind::Status { status, retry_after } => {
                return failure(path, *status, *retry_after);
            }
            FaultKind::CutBeforeAnswer => {
                let mut response = Response::default();
                response.extensions_mut().insert(CutConnection);
                return response;
            }
            FaultKind::Ims { row, retry_after } => {
                return ImsRefusal::after(*row, retry_after.map(Duration::from_secs)).into_response();
            }
            FaultKind::Gateway { row, retry_after } => {
                return GatewayRefusal::after(*row, retry_after.map(Duration::from_secs)).into_response();
            }
            FaultKind::Answer { status, body } => return given(*status, body),
            FaultKind::TokenRevoked => return GatewayRefusal::from(GatewayRow::TokenInvalid).into_response(),
            FaultKind::HtmlBody => return portal_page(),
            _ => {}
        }
    }
    let mut response = next.run(request).await;
    for kind in met {
        response = match kind {
            FaultKind::CutWithinBody => cut_within(response).await,
            FaultKind::MalformedBody => halved(response).await,
            FaultKind::WrongContentType => {
                let plain = HeaderValue::from_static("text/plain");
                response.headers_mut().insert(CONTENT_TYPE, plain);
                response
            }
            _ => response,
        };
    }
    response
}

async fn halved(response: Response) -> Response {
    let (mut head, body) = response.into_parts();
    let bytes = whole(body).await;
    head.headers.remove(CONTENT_LENGTH);
    Response::from_parts(head, Body::from(bytes.slice(..bytes.len() / 2)))
}

async fn cut_within(response: Response) -> Response {
    let (mut head, body) = response.into_parts();
    let bytes = whole(body).await;
    head.headers.insert(CONTENT_LENGTH, HeaderValue::from(bytes.len()));
    // The break comes after a turn of the scheduler: otherwise the server drops the half with it.
    let half = stream::once(async move { Ok(bytes.slice(..bytes.len() / 2)) });
    let cut = stream::once(async {
        tokio::time::sleep(Duration::from_millis(20)).await;
        Err::<Bytes, _>(CutConnection)
    });
    Response::from_parts(head, Body::from_stream(futures::StreamExt::chain(half, cut)))
}

async fn whole(body: Body) -> Bytes {
    to_bytes(body, LONGEST_BODY).await.unwrap_or_default()
}

/// Reads the GraphQL document of a request, and its operation name, leaving the request whole.
async fn with_document(request: Request) -> (Request, Option<String>) {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct GraphqlBody {
        query: String,
        operation_name: Option<String>,
    }

    if request.method() != Method::POST {
        return (request, None);
    }
    let (head, body) = request.into_parts();
    let bytes = whole(body).await;
    let document = serde_json::from_slice::<GraphqlBody>(&bytes)
        .ok()
        .map(|body| format!("{} {}", body.query, body.operation_name.unwrap_or_default()));
    (Request::from_parts(head, Body::from(bytes)), document)
}

fn http_date() -> Option<HeaderValue> {
    let format =
        format_description!("[weekday repr:short], [day] [month repr:short] [year] [hour]:[minute]:[second] GMT");
    let nanoseconds = i128::from(now_milliseconds()) * 1_000_000;
    let moment = OffsetDateTime::from_unix_timestamp_nanos(nanoseconds).ok()?;
    HeaderValue::from_str(&moment.format(&format).ok()?).ok()
}
