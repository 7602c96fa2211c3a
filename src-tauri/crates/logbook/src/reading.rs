//! The log as it is handed over.

use std::fs;
use std::path::Path;

/// The newest lines of all files of a folder, oldest first, of at most so many bytes. Masked once more: another version of the
/// program may have written them. Empty when there is no log.
#[must_use]
pub fn recent(folder: &Path, bytes: usize) -> String {
    let Ok(entries) = fs::read_dir(folder) else {
        return String::new();
    };
    let mut files: Vec<_> = entries
        .flatten()
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "log"))
        .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
        .collect();
    files.sort();
    let mut text = String::new();
    for (_, path) in files.iter().rev() {
        if text.len() >= bytes {
            break;
        }
        if let Ok(older) = fs::read(path) {
            text.insert_str(0, &String::from_utf8_lossy(&older));
        }
    }
    let lines: Vec<_> = text.lines().map(crate::masked).collect();
    let mut left = bytes;
    let fits = lines.iter().rev().take_while(|line| {
        let needed = line.len() + 1;
        let fits = needed <= left;
        left = left.saturating_sub(needed);
        fits
    });
    let first = lines.len() - fits.count();
    lines[first..].iter().map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_lines_of_all_files_are_read_and_masked() {
        let folder = tempfile::tempdir().unwrap();
        let written = std::time::SystemTime::now();
        for (age, (name, text)) in [
            ("window.log", "five\nsix Bearer abcdefgh12\n"),
            ("window.1.log", "three\nfour\n"),
            ("window.2.log", "one\ntwo\n"),
            ("note.txt", "no log\n"),
        ]
        .into_iter()
        .enumerate()
        {
            let path = folder.path().join(name);
            fs::write(&path, text).unwrap();
            let modified = written - std::time::Duration::from_secs(60 * age as u64);
            fs::File::options()
                .write(true)
                .open(&path)
                .unwrap()
                .set_modified(modified)
                .unwrap();
        }
        let newest = "five\nsix Bearer (kept out)\n";
        assert_eq!(recent(folder.path(), 1_000), format!("one\ntwo\nthree\nfour\n{newest}"));
        assert_eq!(recent(folder.path(), newest.len() + 5), format!("four\n{newest}"));
        assert_eq!(recent(folder.path(), 3), "");
        assert_eq!(recent(&folder.path().join("none"), 1_000), "");
    }
}
