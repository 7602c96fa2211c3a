//! Any bytes as an archive.

use super::mailed;

pub(super) fn run(data: &[u8]) {
    let folder = tempfile::tempdir().expect("there is room for temporary files");
    let path = folder.path().join("mailed.assurance");
    std::fs::write(&path, data).expect("there is room for temporary files");
    mailed::look_at(&path);
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    vec![mailed::honest().to_vec()]
}
