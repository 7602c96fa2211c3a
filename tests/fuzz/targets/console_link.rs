//! The address of a credential in Developer Console, as it is pasted.

use integration::ConsolePlace;

pub(super) fn run(data: &[u8]) {
    if let Ok(place) = ConsolePlace::parse(super::text(data)) {
        assert!(!place.organization.is_empty() && !place.credential.is_empty());
    }
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    super::texts(&["https://developer.adobe.com/console/projects/12345/4566206088344774123/credentials/99001/details"])
}
