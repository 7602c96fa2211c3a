//! The columns of the dataset.

use std::sync::{Arc, LazyLock};

use bytes::Bytes;
use event::{Event, OpenedPayload};
use parquet::basic::{Compression, ZstdLevel};
use parquet::data_type::{ByteArray, ByteArrayType, Int64Type};
use parquet::errors::Result;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::SerializedRowGroupWriter;
use parquet::schema::parser::parse_message_type;
use parquet::schema::types::{ColumnPath, TypePtr};

use super::day_of;
use crate::error::ArchiveError;
use crate::selection::SelectedEvent;

const SCHEMA: &str = "
    message event {
        required binary uuid (STRING);
        required int64 event_number;
        optional binary client_id (STRING);
        optional int64 timestamp (TIMESTAMP(MILLIS, true));
        required binary vendor (STRING);
        required binary type (STRING);
        required binary event_type (STRING);
        required binary source (STRING);
        required binary name (STRING);
        optional binary payload (STRING);
        required binary event (STRING);
    }";

/// As [`parquet`] reads it.
pub(super) static TABLE: LazyLock<TypePtr> =
    LazyLock::new(|| Arc::new(parse_message_type(SCHEMA).expect("the schema is written right")));

/// How the files are packed: columns of identifiers and of JSON say nothing twice, so they have no dictionary.
pub(super) static PROPERTIES: LazyLock<Arc<WriterProperties>> = LazyLock::new(|| {
    let mut properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::try_new(3).unwrap_or_default()))
        .set_max_row_group_row_count(None)
        .set_created_by(concat!("assurance-desk ", env!("CARGO_PKG_VERSION")).to_owned());
    for column in ["uuid", "payload", "event"] {
        properties = properties.set_column_dictionary_enabled(ColumnPath::from(column), false);
    }
    for column in ["payload", "event"] {
        properties = properties.set_column_statistics_enabled(ColumnPath::from(column), EnabledStatistics::None);
    }
    Arc::new(properties.build())
});

/// One event as the table has it.
pub(super) struct Row {
    pub(super) timestamp: i64,
    uuid: Bytes,
    event_number: i64,
    client: Option<Bytes>,
    vendor: Bytes,
    kind: Bytes,
    event_type: Bytes,
    source: Bytes,
    name: Bytes,
    payload: Option<Bytes>,
    event: Bytes,
}

impl Row {
    pub(super) fn of(event: &SelectedEvent) -> std::result::Result<Self, ArchiveError> {
        let read = Event::from_json(&event.text).map_err(|_| ArchiveError::Damaged)?;
        let whole = Bytes::from_owner(Arc::<[u8]>::from(read.shared_raw()));
        let sent = || Some(whole.slice(read.payload_range()));
        let payload = match read.opened_payload() {
            _ if read.payload() == "null" => None,
            OpenedPayload::Json(_) if !read.payload().starts_with('"') => sent(),
            OpenedPayload::Json(opened) => Some(Bytes::from(opened.into_owned())),
            // A text that is not JSON stays a JSON string, so that the whole column is JSON.
            OpenedPayload::Text(_) => sent(),
        };
        let text = |text: &str| Bytes::copy_from_slice(text.as_bytes());
        Ok(Self {
            timestamp: event.timestamp,
            uuid: text(&event.uuid),
            event_number: event.event_number,
            client: event.client.as_deref().map(text),
            vendor: text(&event.vendor),
            kind: text(&event.kind),
            event_type: text(&event.event_type),
            source: text(&event.source),
            name: text(&event.name),
            payload,
            event: whole,
        })
    }

    /// About how much memory it takes.
    pub(super) fn bytes(&self) -> usize {
        self.event.len() + self.payload.as_ref().map_or(0, Bytes::len) + 256
    }
}

/// Writes rows as one row group.
pub(super) fn write_rows<W: std::io::Write + Send>(
    rows: &[Row],
    group: &mut SerializedRowGroupWriter<'_, W>,
) -> Result<()> {
    let timestamp = |row: &Row| day_of(row.timestamp).map(|_| row.timestamp);
    texts(group, rows, |row| Some(&row.uuid), false)?;
    numbers(group, rows, |row| Some(row.event_number), false)?;
    texts(group, rows, |row| row.client.as_ref(), true)?;
    numbers(group, rows, timestamp, true)?;
    texts(group, rows, |row| Some(&row.vendor), false)?;
    texts(group, rows, |row| Some(&row.kind), false)?;
    texts(group, rows, |row| Some(&row.event_type), false)?;
    texts(group, rows, |row| Some(&row.source), false)?;
    texts(group, rows, |row| Some(&row.name), false)?;
    texts(group, rows, |row| row.payload.as_ref(), true)?;
    texts(group, rows, |row| Some(&row.event), false)
}

fn texts<'r, W: std::io::Write + Send>(
    group: &mut SerializedRowGroupWriter<'_, W>,
    rows: &'r [Row],
    value: impl Fn(&'r Row) -> Option<&'r Bytes>,
    is_optional: bool,
) -> Result<()> {
    let Some(mut column) = group.next_column()? else {
        return Ok(());
    };
    let values: Vec<ByteArray> = rows.iter().filter_map(&value).map(|text| text.clone().into()).collect();
    let present = is_optional.then(|| levels(rows, |row| value(row).is_some()));
    column
        .typed::<ByteArrayType>()
        .write_batch(&values, present.as_deref(), None)?;
    column.close()
}

fn numbers<W: std::io::Write + Send>(
    group: &mut SerializedRowGroupWriter<'_, W>,
    rows: &[Row],
    value: impl Fn(&Row) -> Option<i64>,
    is_optional: bool,
) -> Result<()> {
    let Some(mut column) = group.next_column()? else {
        return Ok(());
    };
    let values: Vec<i64> = rows.iter().filter_map(&value).collect();
    let present = is_optional.then(|| levels(rows, |row| value(row).is_some()));
    column
        .typed::<Int64Type>()
        .write_batch(&values, present.as_deref(), None)?;
    column.close()
}

/// 1 where there is a value, 0 where there is none.
fn levels<'r>(rows: &'r [Row], is_there: impl Fn(&'r Row) -> bool) -> Vec<i16> {
    rows.iter().map(|row| i16::from(is_there(row))).collect()
}
