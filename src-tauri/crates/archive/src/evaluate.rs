//! Finding the rows that a query asks for.
//!
//! A query becomes a plan; the plan gives a mask of 128 bits for each block, so that `AND`, `OR` and `NOT` are one
//! instruction each, and what is dear is asked only of the rows that are still in question. Blocks are independent, so
//! all cores work at once.

mod leaf;
mod opened;
mod path;
mod text;
mod word_set;

use rayon::prelude::*;

use crate::block::{Block, places};
use crate::codec::Words;
use crate::error::ArchiveError;
use crate::query::{Column, Condition, Context, Expression, Query, SessionTimes, Test, has_error};
use crate::snapshot::Snapshot;
use leaf::Leaf;
use opened::Opened;

/// A query made ready to run over an archive. Learns the dictionary's words as they come.
pub(crate) struct Plan {
    root: Option<Node>,
    /// Whether the answer for an old event can change as new ones come.
    depends_on_session: bool,
    asks_for_marks: bool,
    asks_for_hidden: bool,
}

enum Node {
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
    Leaf(Box<Leaf>),
}

/// What a leaf may ask for beside the block.
pub(crate) struct Surroundings<'a> {
    pub(crate) snapshot: &'a Snapshot,
    pub(crate) words: &'a Words,
    pub(crate) session: SessionTimes,
}

impl Plan {
    pub(crate) fn new(query: &Query) -> Self {
        Self {
            root: query.expression().map(Node::new),
            depends_on_session: query.expression().is_some_and(depends_on_session),
            asks_for_marks: asks(query, is_of_marks),
            asks_for_hidden: asks(query, |condition| matches!(condition, Condition::Hidden(_))),
        }
    }

    /// Whether it leaves nothing out.
    pub(crate) fn is_everything(&self) -> bool {
        self.root.is_none()
    }

    /// Whether the answer for an old event can change as new ones come, because the query counts from the session's
    /// beginning or end, or asks for marks.
    pub(crate) fn depends_on_session(&self) -> bool {
        self.depends_on_session
    }

    /// Whether it asks for anything that people mark.
    pub(crate) fn asks_for_marks(&self) -> bool {
        self.asks_for_marks
    }

    /// Whether it asks for what is hidden.
    pub(crate) fn asks_for_hidden(&self) -> bool {
        self.asks_for_hidden
    }

    /// The dictionary is another one: what was learned of its words no longer holds.
    pub(crate) fn forget(&mut self) {
        if let Some(root) = &mut self.root {
            root.forget();
        }
    }

    /// The rows that fit, a mask for each block from `first` on; of a block only those that `within` says. None when it
    /// was called off.
    pub(crate) fn masks(
        &mut self,
        snapshot: &Snapshot,
        first: usize,
        is_called_off: &(dyn Fn() -> bool + Sync),
    ) -> Option<Vec<u128>> {
        let blocks = &snapshot.blocks[first.min(snapshot.blocks.len())..];
        let Some(root) = &mut self.root else {
            return Some(blocks.iter().map(|block| block.present).collect());
        };
        let words = snapshot.dictionary.read();
        root.learn(words);
        let root = &*root;
        let around = Surroundings {
            snapshot,
            words,
            session: session_times(snapshot),
        };
        let masks: Option<Vec<u128>> = blocks
            .par_iter()
            .with_min_len(8)
            .map(|block| {
                if is_called_off() {
                    return None;
                }
                Some(mask_of_block(root, block, &around))
            })
            .collect();
        masks
    }
}

fn mask_of_block(root: &Node, block: &Block, around: &Surroundings<'_>) -> u128 {
    let mut opened = Opened::new(block, &around.snapshot.store);
    root.mask(&mut opened, block.present, around).unwrap_or_else(|error| {
        tracing::warn!(block = block.number, %error, "a block could not be searched");
        0
    })
}

/// When the session's first and newest events were.
pub(crate) fn session_times(snapshot: &Snapshot) -> SessionTimes {
    let time_of = |row: &u32| snapshot.timestamp(*row);
    SessionTimes {
        first: snapshot.order.first().map_or(0, time_of),
        newest: snapshot.order.last().map_or(0, time_of),
    }
}

fn depends_on_session(expression: &Expression) -> bool {
    use crate::query::Moment;
    expression.conditions().any(|condition| match condition {
        Condition::Time { from, to } => [from, to]
            .into_iter()
            .flatten()
            .any(|moment| !matches!(moment, Moment::At(_))),
        condition => is_of_marks(condition),
    })
}

fn asks(query: &Query, what: impl Fn(&Condition) -> bool) -> bool {
    query
        .expression()
        .is_some_and(|expression| expression.conditions().any(what))
}

fn is_of_marks(condition: &Condition) -> bool {
    matches!(
        condition,
        Condition::Flagged(_) | Condition::Hidden(_) | Condition::Note(_) | Condition::Highlight(_)
    )
}

impl Node {
    fn new(expression: &Expression) -> Self {
        match expression {
            Expression::All(all) => Self::All(by_cost(all)),
            Expression::Any(any) => Self::Any(by_cost(any)),
            Expression::Not(inner) => Self::Not(Box::new(Self::new(inner))),
            Expression::Condition(Condition::HasError) => Self::new(has_error()),
            Expression::Condition(condition) => Self::Leaf(Box::new(Leaf::new(condition))),
        }
    }

    fn learn(&mut self, words: &Words) {
        match self {
            Self::All(nodes) | Self::Any(nodes) => nodes.iter_mut().for_each(|node| node.learn(words)),
            Self::Not(inner) => inner.learn(words),
            Self::Leaf(leaf) => leaf.learn(words),
        }
    }

    fn forget(&mut self) {
        match self {
            Self::All(nodes) | Self::Any(nodes) => nodes.iter_mut().for_each(Self::forget),
            Self::Not(inner) => inner.forget(),
            Self::Leaf(leaf) => **leaf = Leaf::new(leaf.condition()),
        }
    }

    /// The rows of a block that fit, of those that are in question.
    fn mask(&self, block: &mut Opened<'_>, within: u128, around: &Surroundings<'_>) -> Result<u128, ArchiveError> {
        if within == 0 {
            return Ok(0);
        }
        match self {
            Self::All(nodes) => {
                let mut left = within;
                for node in nodes {
                    left = node.mask(block, left, around)?;
                }
                Ok(left)
            }
            Self::Any(nodes) => {
                let mut found = 0;
                for node in nodes {
                    found |= node.mask(block, within & !found, around)?;
                }
                Ok(found)
            }
            Self::Not(inner) => Ok(within & !inner.mask(block, within, around)?),
            Self::Leaf(leaf) => leaf.mask(block, within, around),
        }
    }

    fn cost(&self) -> u32 {
        match self {
            Self::All(nodes) | Self::Any(nodes) => nodes.iter().map(Self::cost).sum(),
            Self::Not(inner) => inner.cost(),
            Self::Leaf(leaf) => leaf.cost(),
        }
    }
}

/// What is cheap comes first: it may leave nothing for the rest.
fn by_cost(expressions: &[Expression]) -> Vec<Node> {
    let mut nodes: Vec<Node> = expressions.iter().map(Node::new).collect();
    nodes.sort_by_key(Node::cost);
    nodes
}

/// Asks each event itself: for events that are not cut up, and for what only they can answer.
fn by_reference(
    condition: &Condition,
    block: &mut Opened<'_>,
    within: u128,
    around: &Surroundings<'_>,
) -> Result<u128, ArchiveError> {
    let mut found = 0;
    for place in places(within) {
        let text = block.text(place, around.words)?;
        let Ok(event) = event::Event::from_json(&text) else {
            continue;
        };
        let row = block.block.row(place);
        let context = Context {
            session: around.session,
            marks: &around.snapshot.marks.of(row, event.timestamp),
        };
        if crate::query::OpenedEvent::new(&event).meets(condition, &context) {
            found |= 1 << place;
        }
    }
    Ok(found)
}

/// Whether a test looks at upper and lower case: columns that are kept in lower case cannot answer it.
fn looks_at_case(test: &Test) -> bool {
    use crate::query::Form;
    matches!(test, Test::Matches(pattern) if matches!(pattern.form(), Form::Regex { match_case: true, .. }))
}

/// Whether a column keeps its text in lower case.
fn is_kept_lower(column: Column) -> bool {
    matches!(column, Column::Client | Column::Uuid | Column::Source)
}

#[cfg(test)]
mod tests;
