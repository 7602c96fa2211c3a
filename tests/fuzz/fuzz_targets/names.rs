//! Metascopes and scopes, as they are typed.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for names in [ims::metascope_names(text), integration::scope_names(text)] {
        assert!(names.iter().all(|name| !name.is_empty()));
    }
});
