//! One condition, run over one block.

use event::EventId;

use super::opened::Opened;
use super::path::PathSearch;
use super::text::TextSearch;
use super::word_set::WordSet;
use super::{Surroundings, by_reference, is_kept_lower, looks_at_case};
use crate::block::places;
use crate::codec::Words;
use crate::columns::{NO_CLIENT, mask_of};
use crate::error::ArchiveError;
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
        fitting: WordSet,
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
            | Condition::Flagged(_) => How::Columns,
            Condition::Column { column, test } => How::Words {
                column: *column,
                test: test.clone(),
                fitting: WordSet::new(),
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
            How::Words { test, fitting, .. } => {
                fitting.learn(words, |text, is_number| !is_number && test.passes(text));
            }
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
                let fits = |word: &u32| fitting.has(*word as usize);
                match column {
                    Column::Name => mask_of(&columns.names, fits),
                    Column::Type => mask_of(&columns.event_types, fits) | mask_of(&columns.kinds, fits),
                    Column::Source => mask_of(&columns.sources, fits),
                    Column::Vendor => mask_of(&columns.vendors, fits),
                    Column::Kind => mask_of(&columns.kinds, fits),
                    Column::Client => {
                        let none_fits = test.passes("");
                        mask_of(&columns.clients, |word| {
                            if *word == NO_CLIENT { none_fits } else { fits(word) }
                        })
                    }
                    Column::Uuid | Column::EventNumber => 0,
                }
            }
            How::Id(id) => mask_of(&columns.ids, |other| other == id),
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
        match &self.condition {
            Condition::Column {
                column: Column::EventNumber,
                test,
            } => mask_of(&columns.event_numbers, |number| test.passes_number(*number as f64)),
            Condition::Column { test, .. } => places(within)
                .filter(|place| test.passes(&columns.ids[*place].to_string()))
                .fold(0, |mask, place| mask | 1 << place),
            Condition::Time { from, to } => {
                let from = from.map(|from| from.resolve(around.session));
                let to = to.map(|to| to.resolve(around.session));
                mask_of(&columns.timestamps, |time| {
                    from.is_none_or(|from| from <= *time) && to.is_none_or(|to| *time < to)
                })
            }
            Condition::Flagged(is_flagged) => {
                let flags = &around.snapshot.flags;
                places(within)
                    .filter(|place| flags.contains(&block.block.row(*place)) == *is_flagged)
                    .fold(0, |mask, place| mask | 1 << place)
            }
            _ => 0,
        }
    }
}

/// A UUID as it is written everywhere: equal identifiers then are equal texts.
fn is_usual_uuid(text: &str) -> bool {
    text.len() == 36 && uuid::Uuid::try_parse(text).is_ok()
}
