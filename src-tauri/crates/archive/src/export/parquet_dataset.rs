//! A dataset of Parquet files that DuckDB, Spark, Trino and ClickHouse read as one table:
//! `organization=…/session=…/day=YYYY-MM-DD/part-0.parquet`. The days are those of UTC.

mod day_file;
mod folder;
mod table;

use std::path::Path;

use rayon::prelude::*;
use time::{Date, OffsetDateTime};

use super::ExportReport;
use super::error::ExportError;
use super::reading::Reading;
use crate::about::About;
use day_file::DayFile;
use folder::{Folder, partition};
use table::Row;

pub(super) fn write(
    mut reading: Reading<'_>,
    archive: &Path,
    about: &About,
    to: &Path,
    replace: bool,
) -> Result<ExportReport, ExportError> {
    let of_session = about.session.get("orgId").and_then(serde_json::Value::as_str);
    let organization = about.organization.as_deref().or(of_session).unwrap_or_default();
    // A session that was imported without its fields is known by its archive.
    let file_name = archive.file_stem().unwrap_or_default().to_string_lossy();
    let session = Some(about.session_uuid())
        .filter(|uuid| !uuid.is_empty())
        .unwrap_or(&file_name);
    let organization = partition("organization", &reading.text(organization));
    let session = partition("session", &reading.text(session));
    let mut folder = Folder::begin(to, &organization, &session, replace)?;
    let mut open: Option<(Option<Date>, DayFile)> = None;
    loop {
        let batch = reading.next_batch()?;
        if batch.is_empty() {
            break;
        }
        let rows: Vec<Row> = batch.par_iter().map(Row::of).collect::<Result<_, _>>()?;
        for row in rows {
            let day = day_of(row.timestamp);
            let of_day = open.take_if(|(open, _)| *open != day);
            if let Some((_, file)) = of_day {
                file.finish()?;
            }
            let (_, file) = match &mut open {
                Some(open) => open,
                // Events are in the order of time, so a day comes once.
                closed => closed.insert((day, DayFile::create(folder.file(day)?)?)),
            };
            file.add(row)?;
        }
    }
    if let Some((_, file)) = open {
        file.finish()?;
    }
    folder.finish(reading.events())
}

/// The day of a timestamp in milliseconds; none for what databases have no day for.
fn day_of(timestamp: i64) -> Option<Date> {
    let time = OffsetDateTime::from_unix_timestamp_nanos(i128::from(timestamp) * 1_000_000).ok()?;
    (1..=9999).contains(&time.year()).then(|| time.date())
}
