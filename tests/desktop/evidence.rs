//! What is left behind when a test gives up: a picture, the page's text, and what the programs said.

use std::fs;
use std::panic::Location;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::Desk;

/// The files of one desk, in `target/journeys`.
pub(crate) struct Evidence {
    folder: PathBuf,
    log: PathBuf,
}

impl Evidence {
    pub(crate) fn begin() -> Self {
        static DESKS: AtomicU32 = AtomicU32::new(1);
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("journeys");
        fs::create_dir_all(&folder).expect("a folder beside the build");
        let number = DESKS.fetch_add(1, Ordering::Relaxed);
        let test = std::env::current_exe()
            .ok()
            .and_then(|program| Some(program.file_stem()?.to_string_lossy().split('-').next()?.to_owned()))
            .unwrap_or_default();
        let log = folder.join(format!("{test}-{number}.log"));
        fs::write(&log, "").expect("the log can be written");
        Self { folder, log }
    }

    /// Where the programs of this desk write what they say.
    pub(crate) fn log(&self) -> &Path {
        &self.log
    }
}

impl Desk {
    /// Ends the test: says what was waited for and where, with the files to look at.
    pub(crate) async fn give_up(&self, waited_for: &str, line: &Location<'_>) -> ! {
        let test = Path::new(line.file())
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let name = format!("{test}-line-{}", line.line());
        let picture = self.evidence.folder.join(format!("{name}.png"));
        let text = self.evidence.folder.join(format!("{name}.txt"));
        if let Some(png) = self.picture().await {
            fs::write(&picture, png).ok();
        }
        let page = self.text().await;
        fs::write(&text, &page).ok();
        let start: String = page.chars().take(2_000).collect();
        panic!(
            "{waited_for}\n  at {line}\n  picture: {}\n  page: {}\n  log: {}\n\n{start}",
            picture.display(),
            text.display(),
            self.evidence.log.display()
        );
    }
}
