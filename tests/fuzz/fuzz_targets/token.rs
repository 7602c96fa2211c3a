//! A text in which a token may be.

#![no_main]

use libfuzzer_sys::fuzz_target;
use time::OffsetDateTime;

fuzz_target!(|text: &str| {
    let known = ["assurance_automation", "ent_dataservices_sdk"];
    let _ = ims::inspect(text, OffsetDateTime::UNIX_EPOCH, &known, None);
});
