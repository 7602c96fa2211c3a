//! Queries on the command line.

use archive::query::Query;
use time::UtcOffset;

use super::Refusal;
use crate::arguments::ZoneArguments;

/// Reads a query.
pub(super) fn query(text: &str, zone: &ZoneArguments) -> Result<Query, Refusal> {
    let zone = zone.utc_offset.unwrap_or_else(local_offset);
    Query::parse(text, zone).map_err(Refusal::Query)
}

/// How far this computer's clock is ahead of UTC today; UTC where that is not known.
fn local_offset() -> UtcOffset {
    let seconds = chrono::Local::now().offset().local_minus_utc();
    UtcOffset::from_whole_seconds(seconds).unwrap_or(UtcOffset::UTC)
}
