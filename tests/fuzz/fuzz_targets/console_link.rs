//! The address of a credential in Developer Console, as it is pasted.

#![no_main]

use integration::ConsolePlace;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(place) = ConsolePlace::parse(text) {
        assert!(!place.organization.is_empty() && !place.credential.is_empty());
    }
});
