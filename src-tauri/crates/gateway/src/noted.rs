//! Every call is noted in the log: which it was and what became of it, without its query, its headers and its body.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use http::Method;
use reqwest::Response;
use url::Url;

/// Calls that go well, one like the other, are noted this often: following a session asks every second.
const A_WHILE: Duration = Duration::from_secs(60);
/// Kinds of calls that are told apart.
const MOST_KINDS: usize = 200;

/// Waits for the answer to a call, and notes it.
///
/// # Errors
/// What the client says.
pub async fn noted(
    method: &Method,
    url: &Url,
    sending: impl Future<Output = Result<Response, reqwest::Error>>,
) -> Result<Response, reqwest::Error> {
    let begun = Instant::now();
    let answer = sending.await;
    let (host, path) = (url.host_str().unwrap_or_default(), url.path());
    let took_ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    match &answer {
        Ok(response) => {
            let status = response.status();
            let request_id = response
                .headers()
                .get("x-request-id")
                .or_else(|| response.headers().get("x-debug-id"))
                .and_then(|id| id.to_str().ok())
                .unwrap_or_default();
            if !status.is_success() || is_first_in_a_while(&format!("{method} {host}{path}"), begun) {
                let status = status.as_u16();
                tracing::info!(%method, host, path, status, took_ms, request_id, "asked");
            }
        }
        Err(error) => {
            let timed_out = error.is_timeout();
            let connected = !error.is_connect();
            tracing::info!(%method, host, path, took_ms, timed_out, connected, "asked without an answer");
        }
    }
    answer
}

fn is_first_in_a_while(kind: &str, now: Instant) -> bool {
    static NOTED: Mutex<Option<HashMap<String, Instant>>> = Mutex::new(None);
    let mut noted = NOTED.lock().unwrap_or_else(PoisonError::into_inner);
    let noted = noted.get_or_insert_default();
    if noted.get(kind).is_some_and(|last| now.duration_since(*last) < A_WHILE) {
        return false;
    }
    if noted.len() >= MOST_KINDS {
        noted.clear();
    }
    noted.insert(kind.to_owned(), now);
    true
}
