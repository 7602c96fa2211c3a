//! What the program is made of: the licences of everything in it, and the list of its parts (SBOM).

use std::fs;
use std::path::{Path, PathBuf};

use crate::checkout;
use crate::command::{command, run};
use crate::failure::Result;
use crate::node::{modified, newest_source};

/// The folder of the scripts that look them up.
const SCRIPTS: &str = "src-tauri/xtask/parts";

/// For the window, which shows it under Help.
fn for_the_window() -> PathBuf {
    checkout::ui().join("public/licences.json")
}

/// For the packages: all licences as one text.
pub(crate) fn licences() -> PathBuf {
    checkout::root().join("gen/licences.txt")
}

/// For the packages: a list of all parts in the format CycloneDX.
pub(crate) fn sbom() -> PathBuf {
    checkout::root().join("gen/sbom.cdx.json")
}

/// Writes them, unless what they are made from is older. The npm packages must be installed.
///
/// # Errors
/// When cargo or Node does not answer.
pub(crate) fn write() -> Result {
    let root = checkout::root();
    let sources = [
        modified(&root.join("Cargo.lock")),
        modified(&root.join("package-lock.json")),
        newest_source(&root.join(SCRIPTS)),
    ];
    let youngest = sources.into_iter().max().flatten();
    let is_fresh = [for_the_window(), licences(), sbom()]
        .iter()
        .all(|file| modified(file) > youngest && !is_empty(file));
    if is_fresh {
        return Ok(());
    }
    println!("Listing what the program is made of");
    run(command("node").arg(root.join(SCRIPTS).join("write.mjs")).arg(root))
}

/// The program's build script puts empty lists where there are none.
fn is_empty(file: &Path) -> bool {
    fs::metadata(file).is_ok_and(|found| found.len() == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_a_licence_and_is_listed() {
        // Without the npm packages there is nothing to look at; the test run installs them first.
        if !checkout::root().join("node_modules/react").exists() {
            return;
        }
        write().unwrap();
        let licences = fs::read_to_string(licences()).unwrap();
        let sbom = fs::read_to_string(sbom()).unwrap();
        for (name, reference) in [
            ("react ", "pkg:npm/react@"),
            ("rusqlite ", "pkg:cargo/rusqlite@"),
            (
                "@fontsource-variable/source-sans-3 ",
                "pkg:npm/%40fontsource-variable/source-sans-3@",
            ),
        ] {
            assert!(licences.contains(&format!("\n{name}")), "{name}");
            assert!(sbom.contains(reference), "{reference}");
        }
        assert!(!sbom.contains("pkg:npm/vite@"), "what only builds it is no part of it");
        assert!(
            !sbom.contains("pkg:cargo/proptest@"),
            "what only tests it is no part of it"
        );
        assert!(licences.contains("SIL OPEN FONT LICENSE"));
    }
}
