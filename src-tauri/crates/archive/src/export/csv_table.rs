//! A table of chosen columns, for spreadsheets.

use std::borrow::Cow;
use std::path::Path;

use event::{Event, Headline, summary};
use rayon::prelude::*;
use time::OffsetDateTime;
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;

use super::column::CsvColumn;
use super::error::ExportError;
use super::path_values::values_at;
use super::reading::Reading;
use super::target::Target;
use super::{ExportOptions, ExportReport};
use crate::error::ArchiveError;
use crate::selection::SelectedEvent;

/// By this Excel knows that a text is UTF-8.
const MARK: &str = "\u{feff}";

/// Between several values of one cell.
const BETWEEN: &str = "; ";

const TIME: &[BorrowedFormatItem<'_>] =
    format_description!("[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond digits:3]Z");

/// The lines of a table, for whoever writes them elsewhere than to a file.
pub struct CsvTable {
    columns: Vec<CsvColumn>,
}

impl CsvTable {
    /// A table with these columns; with the usual ones when there are none.
    #[must_use]
    pub fn new(columns: Vec<CsvColumn>) -> Self {
        let columns = match columns.is_empty() {
            true => CsvColumn::usual(),
            false => columns,
        };
        Self { columns }
    }

    /// The line with the names of the columns, with its end.
    ///
    /// # Errors
    /// None so far.
    pub fn head(&self) -> Result<Vec<u8>, ExportError> {
        let names = self
            .columns
            .iter()
            .map(|column| harmless(&column.to_string()).into_owned());
        row(&names.collect::<Vec<_>>())
    }

    /// The line of one event, with its end.
    ///
    /// # Errors
    /// When the event is damaged.
    pub fn row(&self, event: &SelectedEvent) -> Result<Vec<u8>, ExportError> {
        row(&cells(event, &self.columns)?)
    }
}

pub(super) fn write(mut reading: Reading<'_>, options: &ExportOptions, to: &Path) -> Result<ExportReport, ExportError> {
    let table = CsvTable::new(options.columns.clone());
    let mut target = Target::create(to, options.replace)?;
    if options.with_mark {
        target.write(MARK.as_bytes())?;
    }
    target.write(&table.head()?)?;
    loop {
        let batch = reading.next_batch()?;
        if batch.is_empty() {
            return target.finish(reading.events());
        }
        let rows: Vec<Vec<u8>> = batch
            .par_iter()
            .map(|event| table.row(event))
            .collect::<Result<_, _>>()?;
        for row in rows {
            target.write(&row)?;
        }
    }
}

fn row(cells: &[String]) -> Result<Vec<u8>, ExportError> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let problem = |error: &dyn std::fmt::Display| ExportError::File {
        reason: error.to_string(),
    };
    writer.write_record(cells).map_err(|error| problem(&error))?;
    writer.into_inner().map_err(|error| problem(&error))
}

fn cells(event: &SelectedEvent, columns: &[CsvColumn]) -> Result<Vec<String>, ExportError> {
    let is_opened = |column: &CsvColumn| matches!(column, CsvColumn::Title | CsvColumn::Detail | CsvColumn::Path(_));
    let opened = match columns.iter().any(is_opened) {
        true => Some(Event::from_json(&event.text).map_err(|_| ArchiveError::Damaged)?),
        false => None,
    };
    let in_words = columns
        .iter()
        .any(|column| matches!(column, CsvColumn::Title | CsvColumn::Detail));
    let headline = opened
        .as_ref()
        .filter(|_| in_words)
        .map(|event| Headline::from(summary(event)));
    let cell = |column: &CsvColumn| match column {
        // Our own numbers are no formulas.
        CsvColumn::Timestamp => event.timestamp.to_string(),
        CsvColumn::EventNumber => event.event_number.to_string(),
        CsvColumn::Time => time_of(event.timestamp).unwrap_or_default(),
        CsvColumn::Uuid => harmless(&event.uuid).into_owned(),
        CsvColumn::Client => harmless(event.client.as_deref().unwrap_or_default()).into_owned(),
        CsvColumn::Vendor => harmless(&event.vendor).into_owned(),
        CsvColumn::Type => harmless(&event.kind).into_owned(),
        CsvColumn::EventType => harmless(&event.event_type).into_owned(),
        CsvColumn::Source => harmless(&event.source).into_owned(),
        CsvColumn::Name => harmless(&event.name).into_owned(),
        CsvColumn::Title => harmless(headline.as_ref().map_or("", |headline| &headline.title)).into_owned(),
        CsvColumn::Detail => harmless(headline.as_ref().map_or("", |headline| &headline.detail)).into_owned(),
        CsvColumn::Path(path) => {
            let values = opened.as_ref().map(|event| values_at(event, path)).unwrap_or_default();
            harmless(&values.join(BETWEEN)).into_owned()
        }
    };
    Ok(columns.iter().map(cell).collect())
}

/// Milliseconds since 1970 as a time in UTC; none for what no calendar has.
fn time_of(timestamp: i64) -> Option<String> {
    OffsetDateTime::from_unix_timestamp_nanos(i128::from(timestamp) * 1_000_000)
        .ok()
        .filter(|time| (0..=9999).contains(&time.year()))?
        .format(TIME)
        .ok()
}

/// A cell that no spreadsheet takes for a formula, wherever it is opened. What apps send is not to be trusted, and a cell
/// that begins so could run commands or send the table away; the apostrophe makes it a text, and is not shown.
///
/// Where spreadsheets expect `;` or a tab between cells, as in most of Europe, quotes inside a line protect nothing:
/// `x,"a;=1"` is the cells `x,"a` and `=1"`, and a line break begins a new row. So what would begin a cell then is made
/// harmless as well, behind any quotes and blanks ([OWASP](https://owasp.org/www-community/attacks/CSV_Injection)).
/// Numbers stay numbers: `-5` is none of these.
fn harmless(cell: &str) -> Cow<'_, str> {
    let mut made = String::new();
    let mut written = 0;
    for place in beginnings(cell) {
        if begins_formula(&cell[place..], place == 0) {
            made.push_str(&cell[written..place]);
            made.push('\'');
            written = place;
        }
    }
    if made.is_empty() {
        return Cow::Borrowed(cell);
    }
    made.push_str(&cell[written..]);
    Cow::Owned(made)
}

/// Where a cell begins, or would with other separators.
fn beginnings(cell: &str) -> impl Iterator<Item = usize> {
    let behind = cell.match_indices([';', '\t', '\n', '\r']).map(|(place, _)| place + 1);
    std::iter::once(0).chain(behind)
}

fn begins_formula(text: &str, is_whole_cell: bool) -> bool {
    // Quotes are doubled in the file; where another separator is expected they begin and end nothing.
    let begin = match is_whole_cell {
        true => text.trim_start_matches(' '),
        false => text.trim_start_matches([' ', '"']),
    };
    let is_sign = |first: char| matches!(first, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    // Some programs drop these before they look.
    let is_blank = |first: char| is_whole_cell && matches!(first, '\t' | '\r' | '\n');
    begin.starts_with(|first| is_sign(first) || is_blank(first)) && !is_number(begin, is_whole_cell)
}

/// Whether a text, or what is before the next separator, is a number as JSON writes it.
fn is_number(text: &str, is_whole_cell: bool) -> bool {
    let text = match is_whole_cell {
        true => text,
        false => text.split([';', '\t', '\n', '\r']).next().unwrap_or_default(),
    };
    let is_of_number = |byte: u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
    text.starts_with('-') && text.bytes().all(is_of_number) && serde_json::from_str::<serde_json::Number>(text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+1", "-1+2", "-A1", "@SUM(A1)", "  =1", "＝1", "-", "--1"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        for blank in ["\t", "\r", "\n"] {
            assert_eq!(harmless(&format!("{blank}=1")), format!("'{blank}'=1"));
            assert_eq!(harmless(&format!("{blank}a")), format!("'{blank}a"));
        }
        for cell in ["", "a=1", "1-1", "'=1", "user@example.com", "-5", "-0.25", "-1e-9"] {
            assert_eq!(harmless(cell), cell);
        }
    }

    #[test]
    fn no_cell_becomes_a_formula_where_other_separators_are_expected() {
        for (cell, expected) in [
            ("a;=1", "a;'=1"),
            ("a; =1", "a;' =1"),
            ("a;\"=1+1\";b", "a;'\"=1+1\";b"),
            ("a\t@x\n+y\r\n-z", "a\t'@x\n'+y\r\n'-z"),
            ("=1;=2", "'=1;'=2"),
            ("1; -2; 3; -2-A1", "1; -2; 3;' -2-A1"),
        ] {
            assert_eq!(harmless(cell), expected);
        }
        for cell in [
            "a;b=1",
            r#"{"cookie":"a=1; b=2","n":-1}"#,
            "a;;b",
            "line\r\nline",
            "ä;ö",
        ] {
            assert_eq!(harmless(cell), cell);
        }
    }

    #[test]
    fn times_are_utc_with_milliseconds() {
        assert_eq!(time_of(1_700_000_000_007).as_deref(), Some("2023-11-14T22:13:20.007Z"));
        assert_eq!(time_of(0).as_deref(), Some("1970-01-01T00:00:00.000Z"));
        assert_eq!(time_of(-1).as_deref(), Some("1969-12-31T23:59:59.999Z"));
        assert_eq!((time_of(i64::MAX), time_of(i64::MIN)), (None, None));
    }
}
