//! The file of one day.

use std::fs::File;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use parquet::errors::ParquetError;
use parquet::file::writer::SerializedFileWriter;

use super::table::{PROPERTIES, Row, TABLE, write_rows};
use crate::export::error::ExportError;

/// A row group has at most so many rows, and is begun anew when its rows hold so many bytes.
const MOST_ROWS: usize = 50_000;
const MOST_BYTES: usize = 32 * 1024 * 1024;

pub(super) struct DayFile {
    writer: SerializedFileWriter<File>,
    path: PathBuf,
    rows: Vec<Row>,
    bytes: usize,
}

impl DayFile {
    pub(super) fn create(path: PathBuf) -> Result<Self, ExportError> {
        let file = File::create(&path).map_err(|error| ExportError::of_system(&error, &path))?;
        let writer = SerializedFileWriter::new(file, Arc::clone(&TABLE), Arc::clone(&PROPERTIES));
        Ok(Self {
            writer: writer.map_err(|error| problem(error, &path))?,
            path,
            rows: Vec::new(),
            bytes: 0,
        })
    }

    pub(super) fn add(&mut self, row: Row) -> Result<(), ExportError> {
        self.bytes += row.bytes();
        self.rows.push(row);
        if self.rows.len() >= MOST_ROWS || self.bytes >= MOST_BYTES {
            self.write_group().map_err(|error| problem(error, &self.path))?;
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> Result<(), ExportError> {
        let written = self.write_group().and_then(|()| self.writer.finish().map(drop));
        written.map_err(|error| problem(error, &self.path))?;
        let synced = self.writer.inner().sync_all();
        synced.map_err(|error| ExportError::of_system(&error, &self.path))
    }

    fn write_group(&mut self) -> Result<(), ParquetError> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let mut group = self.writer.next_row_group()?;
        write_rows(&self.rows, &mut group)?;
        group.close()?;
        self.rows.clear();
        self.bytes = 0;
        Ok(())
    }
}

fn problem(error: ParquetError, path: &std::path::Path) -> ExportError {
    match error {
        ParquetError::External(inner) if inner.is::<io::Error>() => match inner.downcast::<io::Error>() {
            Ok(error) => ExportError::of_system(&error, path),
            Err(other) => ExportError::File {
                reason: other.to_string(),
            },
        },
        other => ExportError::File {
            reason: other.to_string(),
        },
    }
}
