//! Pictures of a screen.

use std::path::Path;

use crate::command::{command, printed, run};
use crate::failure::Result;

/// Fewer colours than this are an empty screen or a blank window; text alone brings dozens.
const COLOURS_OF_A_PAGE: u32 = 24;

/// What can be said of a picture without looking at it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Look {
    colours: u32,
    fingerprint: String,
}

impl Look {
    /// Whether there is more to see than an empty window.
    pub(crate) fn shows_something(&self) -> bool {
        self.colours >= COLOURS_OF_A_PAGE
    }
}

/// Writes a picture of the whole screen to the file.
///
/// # Errors
/// When the screen is gone or the file cannot be written.
pub(crate) fn take(display: &str, file: &Path) -> Result<Look> {
    run(command("import")
        .env("DISPLAY", display)
        .args(["-silent", "-window", "root"])
        .arg(file))?;
    let described = printed(command("identify").args(["-format", "%k %#"]).arg(file))?;
    Ok(parse(&described))
}

fn parse(described: &str) -> Look {
    let (colours, fingerprint) = described.split_once(' ').unwrap_or((described, ""));
    Look {
        colours: colours.trim().parse().unwrap_or(0),
        fingerprint: fingerprint.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_window_shows_nothing() {
        assert!(!parse("2 0af3").shows_something());
        assert!(!parse("").shows_something());
        assert!(parse("812 0af3").shows_something());
        assert_ne!(parse("812 0af3"), parse("812 77aa"));
    }
}
