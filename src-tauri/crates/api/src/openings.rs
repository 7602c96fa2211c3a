//! How the system hands over what is to be opened: as words of a command line, or as addresses.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use url::Url;

/// How the names of files end that are opened with this program.
const ENDING: &str = "assurance";

/// What somebody asks the program to open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Asked {
    /// A file, by its whole path.
    File(PathBuf),
    /// What begins like a link of this program; it is not checked yet.
    Link(String),
}

impl Asked {
    /// Reads a word of the command line: a link, the address of a file, or its path, which `folder` completes. Nothing for
    /// anything else.
    #[must_use]
    pub fn read(word: &str, folder: &Path) -> Option<Self> {
        // A browser may write the scheme in any case; the check comes later, and tells what is wrong.
        let begins = |start: &str| {
            word.get(..start.len())
                .is_some_and(|found| found.eq_ignore_ascii_case(start))
        };
        if begins(links::SCHEME) {
            return Some(Self::Link(word.to_owned()));
        }
        let path = if begins("file:") {
            Url::parse(word).ok()?.to_file_path().ok()?
        } else if word.contains("://") {
            return None;
        } else {
            folder.join(word)
        };
        let is_ours = path
            .extension()
            .is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING));
        is_ours.then_some(Self::File(path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn files_come_as_paths_and_as_addresses() {
        let folder = Path::new("/home/ada");
        for (word, file) in [
            ("cart.assurance", "/home/ada/cart.assurance"),
            ("./cart.Assurance", "/home/ada/./cart.Assurance"),
            ("/tmp/two words.assurance", "/tmp/two words.assurance"),
            ("file:///tmp/two%20words.assurance", "/tmp/two words.assurance"),
        ] {
            assert_eq!(Asked::read(word, folder), Some(Asked::File(file.into())), "{word}");
        }
    }

    #[test]
    fn links_are_handed_on_as_they_are_and_the_rest_is_not_ours() {
        let folder = Path::new("/home/ada");
        for link in ["assurance-desk://open?place=home", "Assurance-Desk:anything at all"] {
            assert_eq!(Asked::read(link, folder), Some(Asked::Link(link.to_owned())));
        }
        for word in [
            "practise",
            "cart.json",
            "https://example.org/cart.assurance",
            "other://cart.assurance",
            "file://elsewhere.example/cart.assurance",
            "file:///tmp/notes.txt",
            "",
        ] {
            assert_eq!(Asked::read(word, folder), None, "{word}");
        }
    }
}
