//! One condition, run over one block.

use event::EventId;

use super::opened::Opened;
use super::path::PathSearch;
use super::text::TextSearch;
use super::word_set::FittingWords;
use super::{Surroundings, by_reference, is_kept_lower, looks_at_case};
use crate::block::places;
use crate::codec::{Word, Words};
use crate::columns::NO_CLIENT;
use crate::error::ArchiveError;
use crate::marks::EventMarks;
use crate::query::{Column, Condition, Test};

/// A condition with what was learned for it.
pub(super) struct Leaf {
    condition: Condition,
    how: How,
}

enum How {
    /// By the words of a column.
    Words {
        column: Column,
        test: Test,
        fitting: FittingWords,
    },
    /// By one identifier.
    Id(EventId),
    /// By the columns' numbers.
    Columns,
    Text(Box<TextSearch>),
    Path(Box<PathSearch>),
    /// By asking every event itself.
    Events,
}

impl Leaf {
    pub(super) fn new(condition: &Condition) -> Self {
        let how = match condition {
            Condition::Column { column, test } if is_kept_lower(*column) && looks_at_case(test) => How::Events,
            Condition::Column {
                column: Column::Uuid,
                test: Test::Matches(pattern),
            } if pattern.literal().is_some_and(is_usual_uuid) => {
                How::Id(EventId::new(pattern.literal().unwrap_or_default()))
            }
            Condition::Column {
                column: Column::Uuid | Column::EventNumber,
                ..
            }
            | Condition::Time { .. }
            | Condition::Flagged(_)
            | Condition::Hidden(_)
            | Condition::Note(_)
            | Condition::Highlight(_) => How::Columns,
            Condition::Column { column, test } => How::Words {
                column: *column,
                test: test.clone(),
                fitting: FittingWords::default(),
            },
            Condition::Text(pattern) => How::Text(Box::new(TextSearch::new(pattern))),
            Condition::Path { path, test } => How::Path(Box::new(PathSearch::new(path, test))),
            // Its expression takes its place in the plan.
            Condition::HasError => How::Events,
        };
        Self {
            condition: condition.clone(),
            how,
        }
    }

    pub(super) fn learn(&mut self, words: &Words) {
        match &mut self.how {
            How::Words { fitting, .. } => fitting.learn(words),
            How::Text(search) => search.learn(words),
            How::Path(search) => search.learn(words),
            How::Id(_) | How::Columns | How::Events => {}
        }
    }

    pub(super) fn condition(&self) -> &Condition {
        &self.condition
    }

    pub(super) fn cost(&self) -> u32 {
        match &self.how {
            How::Words { .. } | How::Columns => 1,
            How::Id(_) => 2,
            How::Text(search) => search.cost(),
            How::Path(_) => 500,
            How::Events => 10_000,
        }
    }

    pub(super) fn mask(
        &self,
        block: &mut Opened<'_>,
        within: u128,
        around: &Surroundings<'_>,
    ) -> Result<u128, ArchiveError> {
        let columns = &block.block.columns;
        let found = match &self.how {
            How::Words { column, test, fitting } => {
                let passes = |word: &Word| !word.is_number && test.passes(word.text());
                let fitting = |column| fitting.mask(column, around.words, passes);
                match column {
                    Column::Name => fitting(&columns.names),
                    Column::Type => fitting(&columns.event_types) | fitting(&columns.kinds),
                    Column::Source => fitting(&columns.sources),
                    Column::Vendor => fitting(&columns.vendors),
                    Column::Kind => fitting(&columns.kinds),
                    Column::Client if test.passes("") => {
                        fitting(&columns.clients) | columns.clients.mask(|word| word == NO_CLIENT)
                    }
                    Column::Client => fitting(&columns.clients),
                    Column::Uuid | Column::EventNumber => 0,
                }
            }
            How::Id(id) => places(within)
                .filter(|place| columns.id(*place) == *id)
                .fold(0, |mask, place| mask | 1 << place),
            How::Columns => self.by_columns(block, within, around),
            How::Text(search) if block.is_packed() => {
                let (found, unsure) = search.mask(block, within, around)?;
                found | by_reference(&self.condition, block, unsure, around)?
            }
            How::Path(search) if block.is_packed() => {
                let odd = block.block.columns.odd;
                search.mask(block, within & !odd, around)? | by_reference(&self.condition, block, within & odd, around)?
            }
            How::Text(_) | How::Path(_) | How::Events => by_reference(&self.condition, block, within, around)?,
        };
        Ok(found & within)
    }

    fn by_columns(&self, block: &Opened<'_>, within: u128, around: &Surroundings<'_>) -> u128 {
        let columns = &block.block.columns;
        let (marks, number) = (&around.snapshot.marks, block.block.number);
        let all_or_not = |mask: u128, is_wanted: bool| if is_wanted { mask } else { !mask };
        let of_rows = |mask: u128, fits: &dyn Fn(&EventMarks) -> bool| {
            let of_row = |place: &usize| marks.of(block.block.row(*place), columns.timestamps.at(*place));
            places(mask & within)
                .filter(|place| fits(&of_row(place)))
                .fold(0, |mask, place| mask | 1 << place)
        };
        match &self.condition {
            Condition::Column {
                column: Column::EventNumber,
                test,
            } => columns.event_numbers.mask(|number| test.passes_number(number as f64)),
            Condition::Column { test, .. } => places(within)
                .filter(|place| test.passes(&columns.id(*place).to_string()))
                .fold(0, |mask, place| mask | 1 << place),
            Condition::Time { from, to } => {
                let from = from.map(|from| from.resolve(around.session));
                let to = to.map(|to| to.resolve(around.session));
                columns
                    .timestamps
                    .mask(|time| from.is_none_or(|from| from <= time) && to.is_none_or(|to| time < to))
            }
            Condition::Flagged(is_flagged) => all_or_not(marks.block(number).flagged, *is_flagged),
            Condition::Hidden(is_hidden) => all_or_not(marks.left_out(block.block), *is_hidden),
            Condition::Note(pattern) => of_rows(marks.block(number).noted, &|marks| marks.has_note(pattern.as_ref())),
            Condition::Highlight(None) => marks.block(number).highlighted,
            Condition::Highlight(highlight) => {
                of_rows(marks.block(number).highlighted, &|marks| marks.highlight == *highlight)
            }
            _ => 0,
        }
    }
}

/// A UUID as it is written everywhere: equal identifiers then are equal texts.
fn is_usual_uuid(text: &str) -> bool {
    text.len() == 36 && uuid::Uuid::try_parse(text).is_ok()
}
