//! Any file that is dropped on the import, alone and beside another.

#![no_main]

use integration::import::Import;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut import = Import::new();
    let _ = import.add("dropped", bytes.to_vec());
    let half = bytes.len() / 2;
    let _ = import.add("first.json", bytes[..half].to_vec());
    let _ = import.add("second.key", bytes[half..].to_vec());
    for place in 0..import.files().len() {
        import.unlock(place, "secret");
    }
    for candidate in import.candidates() {
        let _ = candidate.key_matches_certificate();
        let _ = candidate.findings(&[]);
        let _ = candidate.change();
    }
    import.remove(0);
    let _ = import.candidates();
});
