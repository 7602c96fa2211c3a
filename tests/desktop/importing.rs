//! Archives that are there before the window opens them.

use std::path::Path;
use std::process::Command;

use super::{Desk, program};

impl Desk {
    /// Makes an archive of the events in a file, as the command without a window does it.
    pub(crate) fn import(&self, events: &Path, archive: &str) {
        let archives = self.data().join("archives");
        std::fs::create_dir_all(&archives).expect("a folder for archives");
        let imported = Command::new(program())
            .arg("import")
            .arg(events)
            .arg("--out")
            .arg(archives.join(format!("{archive}.assurance")))
            .output()
            .expect("the program starts");
        assert!(imported.status.success(), "{imported:?}");
    }
}
