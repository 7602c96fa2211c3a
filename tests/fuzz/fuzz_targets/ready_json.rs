//! The line that a practice workspace prints when it is ready.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = integration::from_ready_json(text);
});
