//! What a server says about waiting and about its clock, the excerpt of a body that nobody expected, and the address of
//! a proxy. A line each.

use std::time::SystemTime;

use http::HeaderMap;
use http::header::{DATE, HeaderValue, RETRY_AFTER};

pub(super) fn run(data: &[u8]) {
    let mut lines = data.splitn(3, |byte| *byte == b'\n');
    let mut line = || lines.next().unwrap_or_default();
    let (retry_after, date, body) = (line(), line(), line());
    let mut headers = HeaderMap::new();
    for (name, value) in [(RETRY_AFTER, retry_after), (DATE, date)] {
        if let Ok(value) = HeaderValue::from_bytes(value) {
            headers.insert(name, value);
        }
    }
    let _ = gateway::server_time(&headers);
    let _ = gateway::retry_after(&headers, SystemTime::UNIX_EPOCH);
    assert!(gateway::excerpt(body).chars().count() <= 400);
    if let Ok(address) = std::str::from_utf8(body) {
        let _ = gateway::Proxy::custom(address);
    }
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    super::texts(&[
        "120\nSun, 22 Nov 2026 03:55:00 GMT\nhttp://user:word@proxy.example:8080",
        "Sun, 22 Nov 2026 03:55:10 GMT\nSun, 22 Nov 2026 03:55:00 GMT\n<html><title>502 Bad Gateway</title></html>",
    ])
}
