use std::time::Duration;

use axum::Json;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::RETRY_AFTER;
use serde_json::json;

use crate::gateway::whole_seconds;
use crate::ims::ImsRow;

/// Why IMS refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ImsRefusal {
    pub(crate) row: ImsRow,
    wait: Option<Duration>,
}

impl ImsRefusal {
    /// A refusal that says how long to wait.
    pub(crate) fn after(row: ImsRow, wait: Option<Duration>) -> Self {
        Self { row, wait }
    }
}

impl From<ImsRow> for ImsRefusal {
    fn from(row: ImsRow) -> Self {
        Self { row, wait: None }
    }
}

impl IntoResponse for ImsRefusal {
    fn into_response(self) -> Response {
        let Self { row, wait } = self;
        let status = StatusCode::from_u16(row.status()).unwrap_or(StatusCode::BAD_REQUEST);
        let body = Json(json!({ "error": row.code(), "error_description": row.text() }));
        match wait {
            Some(wait) => (status, [(RETRY_AFTER, whole_seconds(wait))], body).into_response(),
            None => (status, body).into_response(),
        }
    }
}
