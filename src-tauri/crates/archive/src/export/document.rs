//! Adobe's UI JSON: the session object, its events last.

use std::path::Path;

use serde_json::Value;

use super::ExportReport;
use super::error::ExportError;
use super::reading::Reading;
use super::target::Target;
use crate::about::About;

pub(super) fn write(
    mut reading: Reading<'_>,
    about: &About,
    to: &Path,
    replace: bool,
) -> Result<ExportReport, ExportError> {
    let mut target = Target::create(to, replace)?;
    let mut session = about.session.clone();
    session.shift_remove("events");
    let is_bare = session.is_empty();
    let session = reading.json(Value::Object(session).to_string());
    // The closing brace comes after the events.
    target.write(session.strip_suffix('}').unwrap_or(&session).as_bytes())?;
    target.write(if is_bare { b"\"events\":[" } else { b",\"events\":[" })?;
    let mut is_first = true;
    loop {
        let batch = reading.next_batch()?;
        if batch.is_empty() {
            target.write(b"\n]}\n")?;
            return target.finish(reading.events());
        }
        for event in batch {
            target.write(if is_first { b"\n" } else { b",\n" })?;
            target.write(super::lines::one_line(&event.text).as_bytes())?;
            is_first = false;
        }
    }
}
