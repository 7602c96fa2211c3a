//! The formats that are read, as people call them.

use std::fmt;

/// What kind of file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// The session object with its events, as Adobe's UI exports it.
    Session,
    /// A JSON list of events.
    List,
    /// One event a line.
    Lines,
    /// JSON objects of events one after the other, over several lines each.
    Sequence,
    /// Answers of Adobe's GraphQL API, one or many.
    Pages,
}

/// How a file is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// Not at all.
    Plain,
    /// gzip, with one member or several.
    Gzip,
    /// A zip with one file in it.
    Zip,
    /// A zip with one gzipped file in it.
    GzipInZip,
}

impl fmt::Display for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Session => "Adobe's session export",
            Self::List => "a list of events",
            Self::Lines => "events, one a line (NDJSON)",
            Self::Sequence => "events one after the other",
            Self::Pages => "pages of Adobe's GraphQL API",
        })
    }
}

impl fmt::Display for Packing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Plain => "not packed",
            Self::Gzip => "gzip",
            Self::Zip => "zip",
            Self::GzipInZip => "gzip in a zip",
        })
    }
}
