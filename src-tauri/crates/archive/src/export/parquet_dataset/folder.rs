//! The folder of one session in a dataset: built aside, and there at once.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use tempfile::TempDir;
use time::Date;

use crate::export::ExportReport;
use crate::export::error::ExportError;

/// What stays as it is in the name of a folder. Every reader of such datasets takes `%` codes back.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'@');

/// The name that Hive, and every reader after it, gives to a partition without a value.
const NO_VALUE: &str = "__HIVE_DEFAULT_PARTITION__";

/// A session's folder while it is filled. Dropped before it is finished, it leaves nothing.
pub(super) struct Folder {
    dataset: PathBuf,
    /// Where it will be.
    place: PathBuf,
    replace: bool,
    is_new_dataset: bool,
    aside: Option<TempDir>,
    /// Day and number of each file.
    files: Vec<(String, usize)>,
    of_day: HashMap<String, usize>,
}

/// The name of a partition's folder.
pub(super) fn partition(key: &str, value: &str) -> String {
    if value.is_empty() {
        return format!("{key}={NO_VALUE}");
    }
    let mut encoded = utf8_percent_encode(value, ENCODED).to_string();
    // Windows drops a point at the end.
    if encoded.ends_with('.') {
        encoded.truncate(encoded.len() - 1);
        encoded.push_str("%2E");
    }
    format!("{key}={encoded}")
}

impl Folder {
    pub(super) fn begin(dataset: &Path, organization: &str, session: &str, replace: bool) -> Result<Self, ExportError> {
        let of_system = |error: io::Error| ExportError::of_system(&error, dataset);
        let place = dataset.join(organization).join(session);
        if place.exists() && !replace {
            return Err(ExportError::exists(&place));
        }
        let is_new_dataset = match fs::create_dir(dataset) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => false,
            made => made.map(|()| true).map_err(of_system)?,
        };
        let mut folder = Self {
            dataset: dataset.to_owned(),
            place,
            replace,
            is_new_dataset,
            aside: None,
            files: Vec::new(),
            of_day: HashMap::new(),
        };
        let aside = tempfile::Builder::new()
            .prefix(".export-unfinished-")
            .tempdir_in(dataset);
        folder.aside = Some(aside.map_err(of_system)?);
        fs::create_dir(folder.filled()).map_err(of_system)?;
        Ok(folder)
    }

    /// Where the next file of a day is to be written.
    pub(super) fn file(&mut self, day: Option<Date>) -> Result<PathBuf, ExportError> {
        let day = partition("day", &day.map_or_else(String::new, |day| day.to_string()));
        let number = self.of_day.entry(day.clone()).or_default();
        let part = *number;
        *number += 1;
        let folder = self.filled().join(&day);
        fs::create_dir_all(&folder).map_err(|error| self.of_system(&error))?;
        self.files.push((day, part));
        Ok(folder.join(unfinished(part)))
    }

    /// The folder takes its place.
    pub(super) fn finish(mut self, events: u64) -> Result<ExportReport, ExportError> {
        self.publish().map_err(|error| self.of_system(&error))?;
        let mut files: Vec<PathBuf> = Vec::with_capacity(self.files.len());
        let mut bytes = 0;
        for (day, number) in &self.files {
            let file = self.place.join(day).join(finished(*number));
            bytes += fs::metadata(&file).map_err(|error| self.of_system(&error))?.len();
            files.push(file);
        }
        self.is_new_dataset = false;
        Ok(ExportReport { events, bytes, files })
    }

    fn publish(&self) -> io::Result<()> {
        // Until now no reader of the dataset has met them.
        for (day, number) in &self.files {
            let folder = self.filled().join(day);
            fs::rename(folder.join(unfinished(*number)), folder.join(finished(*number)))?;
        }
        let before = self.aside().join("before");
        if self.replace && self.place.exists() {
            fs::rename(&self.place, &before)?;
        }
        if self.files.is_empty() {
            return Ok(());
        }
        if let Some(organization) = self.place.parent() {
            fs::create_dir_all(organization)?;
        }
        fs::rename(self.filled(), &self.place).inspect_err(|_| {
            if before.exists() {
                // What was there comes back; should that fail too, the first failure is the one to tell.
                let _ = fs::rename(&before, &self.place);
            }
        })
    }

    fn aside(&self) -> &Path {
        self.aside.as_ref().map_or(&self.dataset, TempDir::path)
    }

    fn filled(&self) -> PathBuf {
        self.aside().join("session")
    }

    fn of_system(&self, error: &io::Error) -> ExportError {
        match error.kind() {
            // Another export was quicker.
            io::ErrorKind::DirectoryNotEmpty => ExportError::exists(&self.place),
            _ => ExportError::of_system(error, &self.dataset),
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(self.aside.take());
        if self.is_new_dataset {
            // Only what is empty goes.
            if let Some(organization) = self.place.parent() {
                let _ = fs::remove_dir(organization);
            }
            let _ = fs::remove_dir(&self.dataset);
        }
    }
}

fn unfinished(number: usize) -> String {
    format!("part-{number}.unfinished")
}

fn finished(number: usize) -> String {
    format!("part-{number}.parquet")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partitions_are_names_that_every_system_takes() {
        for (value, expected) in [
            ("ABC123@AdobeOrg", "k=ABC123@AdobeOrg"),
            ("", "k=__HIVE_DEFAULT_PARTITION__"),
            ("a/b\\c:d e=ü", "k=a%2Fb%5Cc%3Ad%20e%3D%C3%BC"),
            ("..", "k=.%2E"),
            ("%41", "k=%2541"),
        ] {
            assert_eq!(partition("k", value), expected);
        }
    }
}
