//! What a server says about waiting and about its clock, and the excerpt of a body that nobody expected.

#![no_main]

use std::time::SystemTime;

use http::HeaderMap;
use http::header::{DATE, HeaderValue, RETRY_AFTER};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|given: (&[u8], &[u8], &[u8])| {
    let (retry_after, date, body) = given;
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
});
