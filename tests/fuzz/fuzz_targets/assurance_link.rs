//! The link of an app, as it is typed, and the link that connects it.

#![no_main]

use assurance::{QrCode, check_link, connect_link};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let problem = check_link(text);
    if let Ok(link) = connect_link(text, "6f0d2a3b-2c58-4a5e-a4ac-5d3ba2f21d21") {
        assert_eq!(problem, None, "{text}");
        let _ = QrCode::new(&link);
    }
});
