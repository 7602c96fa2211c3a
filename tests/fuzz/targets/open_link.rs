//! A link into the program, which any page or mail may hold.

use links::{LONGEST, Link, read_link};

pub(super) fn run(data: &[u8]) {
    let text = super::text(data);
    match read_link(text) {
        Ok(link) => {
            assert!(text.len() <= LONGEST && text.starts_with("assurance-desk://open"));
            assert!(text.bytes().all(|byte| byte.is_ascii_graphic()), "{text:?}");
            if let Link::Place(place) = link {
                assert!(text.ends_with(place.name()), "{text}");
            }
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    super::texts(&[
        "assurance-desk://open?session=7a5fe0e6-3b7d-4b53-9a4e-2f0c3e7d1a11&integration=00000000-0000-4000-8000-000000000001",
        "assurance-desk://open/?place=archives",
    ])
}
