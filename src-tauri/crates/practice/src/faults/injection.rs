use std::convert::Infallible;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_TYPE, DATE};
use http::{HeaderValue, Method};
use serde::Deserialize;
use time::OffsetDateTime;
use time::macros::format_description;

use crate::clock::{now_milliseconds, skewed};
use crate::faults::answers::{failure, given, portal_page, redirect};
use crate::faults::bodies::{self, whole};
use crate::faults::connection::Cutter;
use crate::faults::pages;
use crate::faults::{FaultKind, Faults};
use crate::gateway::{GatewayRefusal, GatewayRow};
use crate::ims::ImsRefusal;

/// Bytes of an answer that are sent when it is cut within its headers: the status and a part of what follows.
const PART_OF_HEAD: usize = 24;

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
    if faults.cuts_at_accept() {
        return cut();
    }
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

/// An answer that is none: the connection closes.
fn cut() -> Response {
    let mut response = Response::default();
    response.extensions_mut().insert(CutConnection);
    response
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
            FaultKind::CutBeforeAnswer => return cut(),
            FaultKind::Ims { row, retry_after } => {
                return ImsRefusal::after(*row, retry_after.map(Duration::from_secs)).into_response();
            }
            FaultKind::Gateway { row, retry_after } => {
                return GatewayRefusal::after(*row, retry_after.map(Duration::from_secs)).into_response();
            }
            FaultKind::Answer { status, body } => return given(*status, body),
            FaultKind::TokenRevoked => return GatewayRefusal::from(GatewayRow::TokenInvalid).into_response(),
            FaultKind::HtmlBody => return portal_page(),
            FaultKind::Redirect { location } => return redirect(location),
            _ => {}
        }
    }
    let cutter = request.extensions().get::<Cutter>().cloned();
    let request = if met.contains(&FaultKind::EndlessPages) {
        pages::of_first(request).await
    } else {
        request
    };
    let mut response = next.run(request).await;
    for kind in met {
        response = match kind {
            FaultKind::StatusAfterwards { status } => failure(path, status, None),
            FaultKind::LateAnswer { milliseconds } => {
                tokio::time::sleep(Duration::from_millis(milliseconds)).await;
                response
            }
            FaultKind::CutWithinHead => {
                if let Some(cutter) = &cutter {
                    cutter.cut_after(PART_OF_HEAD);
                }
                response
            }
            FaultKind::CutWithinBody => bodies::cut_within(response).await,
            FaultKind::EndlessBody => bodies::endless(response).await,
            FaultKind::DrippingBody => bodies::dripping(response).await,
            FaultKind::Bomb { encoding } => bodies::bomb(response, encoding),
            FaultKind::ErrorsBesideData { message } => bodies::with_errors(response, &message).await,
            FaultKind::EndlessPages => pages::with_next(response).await,
            FaultKind::MalformedBody => bodies::halved(response).await,
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
