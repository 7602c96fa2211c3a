//! The columns that a table may have.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::query::Path;

/// A column of a CSV table. In text: its name, or a path as queries write it.
///
/// ```
/// use archive::export::CsvColumn;
///
/// let column: CsvColumn = "payload.ACPExtensionEventData.xdm.eventType".parse()?;
/// assert!(matches!(column, CsvColumn::Path(_)));
/// assert_eq!("eventType".parse(), Ok(CsvColumn::EventType));
/// # Ok::<(), archive::export::NotAColumn>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum CsvColumn {
    /// The event's identifier.
    Uuid,
    /// When it happened, in UTC with milliseconds, for example `2026-11-21T18:00:00.000Z`.
    Time,
    /// The same in milliseconds since 1970.
    Timestamp,
    /// The device's counter.
    EventNumber,
    /// The client it belongs to.
    Client,
    /// Who made it.
    Vendor,
    /// Adobe's `type`.
    Type,
    /// The SDK's event type, for example `edge`; Adobe's `type` where there is none.
    EventType,
    /// The SDK's event source, for example `requestcontent`.
    Source,
    /// The name as Adobe computes it.
    Name,
    /// The kind of event in words, for example `Edge request`.
    Title,
    /// What tells it from others of its kind.
    Detail,
    /// What a path leads to. Several values are joined by `; `; objects are written as JSON.
    Path(Path),
}

/// A text that names no column.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no column {text}: a column is {}, or a path such as payload.name", names())]
pub struct NotAColumn {
    /// The text.
    pub text: String,
}

const NAMED: [(&str, CsvColumn); 12] = [
    ("uuid", CsvColumn::Uuid),
    ("time", CsvColumn::Time),
    ("timestamp", CsvColumn::Timestamp),
    ("eventNumber", CsvColumn::EventNumber),
    ("client", CsvColumn::Client),
    ("vendor", CsvColumn::Vendor),
    ("type", CsvColumn::Type),
    ("eventType", CsvColumn::EventType),
    ("source", CsvColumn::Source),
    ("name", CsvColumn::Name),
    ("title", CsvColumn::Title),
    ("detail", CsvColumn::Detail),
];

impl CsvColumn {
    /// Every column that has a name.
    #[must_use]
    pub fn named() -> Vec<Self> {
        NAMED.iter().map(|(_, column)| column.clone()).collect()
    }

    /// The columns of a table when none are chosen.
    #[must_use]
    pub fn usual() -> Vec<Self> {
        let path = Path::payload();
        let mut columns = Self::named();
        columns.retain(|column| *column != Self::Timestamp);
        columns.push(Self::Path(path));
        columns
    }
}

impl fmt::Display for CsvColumn {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Self::Path(path) = self {
            return path.fmt(to);
        }
        let name = NAMED.iter().find(|(_, column)| column == self);
        to.write_str(name.map_or("", |(name, _)| name))
    }
}

impl FromStr for CsvColumn {
    type Err = NotAColumn;

    fn from_str(text: &str) -> Result<Self, NotAColumn> {
        let text = text.trim();
        if let Some((_, column)) = NAMED.iter().find(|(name, _)| name.eq_ignore_ascii_case(text)) {
            return Ok(column.clone());
        }
        let not_a_column = || NotAColumn { text: text.to_owned() };
        Path::parse(text).map(Self::Path).ok_or_else(not_a_column)
    }
}

impl From<CsvColumn> for String {
    fn from(column: CsvColumn) -> Self {
        column.to_string()
    }
}

impl TryFrom<String> for CsvColumn {
    type Error = NotAColumn;

    fn try_from(text: String) -> Result<Self, NotAColumn> {
        text.parse()
    }
}

fn names() -> String {
    NAMED.map(|(name, _)| name).join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_its_name_or_a_path() {
        for column in CsvColumn::named() {
            assert_eq!(column.to_string().parse(), Ok(column));
        }
        for path in [
            "payload",
            "payload.ACPExtensionEventData.xdm.eventType",
            "annotations[0].payload.note",
            "payload.\"a key\".b",
            "payload.list[*].*",
        ] {
            let column: CsvColumn = path.parse().unwrap();
            assert_eq!(column.to_string(), path);
        }
        for text in [
            "",
            "nothing",
            "payload:x OR name",
            "payload.a:b OR payload",
            "time AND payload",
            "has",
        ] {
            assert!(text.parse::<CsvColumn>().is_err(), "{text}");
        }
    }

    #[test]
    fn columns_are_kept_as_text() {
        let text = serde_json::to_string(&CsvColumn::usual()).unwrap();
        assert!(text.contains("\"eventNumber\""), "{text}");
        assert_eq!(
            serde_json::from_str::<Vec<CsvColumn>>(&text).unwrap(),
            CsvColumn::usual()
        );
    }
}
