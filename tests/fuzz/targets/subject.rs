//! The subject of a certificate, as it is typed.

use keys::Subject;

pub(super) fn run(data: &[u8]) {
    if let Ok(subject) = Subject::parse(super::text(data)) {
        assert_eq!(Subject::parse(&subject.to_string()), Ok(subject));
    }
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    super::texts(&["/C=US/ST=California/O=My \\/ Company/CN=Jane + Joe/emailAddress=a@b.c"])
}
