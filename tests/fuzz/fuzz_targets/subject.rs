//! The subject of a certificate, as it is typed.

#![no_main]

use keys::Subject;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(subject) = Subject::parse(text) {
        assert_eq!(Subject::parse(&subject.to_string()), Ok(subject));
    }
});
