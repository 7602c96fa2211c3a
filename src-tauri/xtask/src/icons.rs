//! `cargo xtask icons`: every size of the program's picture, from one source.

use std::fs;
use std::path::{Path, PathBuf};

use crate::bundle::tauri;
use crate::checkout;
use crate::command::run;
use crate::failure::{Failure, Result};
use crate::node;

/// The sizes that Linux desktops look for beside those that every system has.
const MORE_SIZES: [u32; 5] = [16, 24, 48, 64, 256];
const OF_EVERY_SYSTEM: [&str; 6] = [
    "32x32.png",
    "128x128.png",
    "128x128@2x.png",
    "icon.png",
    "icon.icns",
    "icon.ico",
];
/// Tells from which source the pictures were made.
const MADE_FROM: &str = "made-from.txt";

/// Makes them all, and notes from which source.
///
/// # Errors
/// When the pictures cannot be made or written.
pub(crate) fn make() -> Result {
    node::install()?;
    let folder = folder();
    let made = checkout::target().join("icons");
    let sizes: Vec<String> = MORE_SIZES.iter().map(ToString::to_string).collect();
    draw(&made, &[])?;
    draw(&made, &["--png", &sizes.join(",")])?;
    let more = MORE_SIZES.iter().map(|size| format!("{size}x{size}.png"));
    for name in OF_EVERY_SYSTEM.into_iter().map(str::to_owned).chain(more) {
        let target = folder.join(&name);
        fs::copy(made.join(&name), &target).map_err(|error| Failure::file(&target, &error))?;
    }
    let note = folder.join(MADE_FROM);
    fs::write(&note, made_from(&folder)?).map_err(|error| Failure::file(&note, &error))
}

fn draw(to: &Path, more: &[&str]) -> Result {
    let source = folder().join("icon.svg");
    run(tauri().arg("icon").arg(source).arg("--output").arg(to).args(more))
}

fn folder() -> PathBuf {
    checkout::root().join("icons")
}

/// The source's checksum (FNV-1a), which is the same on every system.
fn made_from(folder: &Path) -> Result<String> {
    let source = folder.join("icon.svg");
    let text = fs::read_to_string(&source).map_err(|error| Failure::file(&source, &error))?;
    let sum = text
        .bytes()
        .filter(|byte| *byte != b'\r')
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
            (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
    Ok(format!("icon.svg {sum:016x}\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icons_are_of_the_present_source() {
        let noted = fs::read_to_string(folder().join(MADE_FROM)).unwrap();
        assert_eq!(
            noted.trim(),
            made_from(&folder()).unwrap().trim(),
            "run `cargo xtask icons`"
        );
    }
}
