//! The grammar, from the whole query down to one condition. `docs/query.md` draws it.
//!
//! ```text
//! query     = [ any ]
//! any       = all { "OR" all }
//! all       = term { [ "AND" ] term }
//! term      = { "NOT" | "-" } ( "(" any ")" | text | condition )
//! text      = word | quoted | regex
//! condition = field ( ":" | "=" | "!=" ) ( value | "(" value { "OR" value } ")" )
//!           | field ( "<" | "<=" | ">" | ">=" ) value
//! ```

mod failure;
mod field;
mod term;
mod times;
mod token;
mod value;

use time::UtcOffset;
use winnow::error::ErrMode;
use winnow::stream::Stateful;

use super::completion::Expected;
use super::error::QueryError;
use super::expression::Expression;
use failure::{CONDITION, Failure};
use term::term;
use token::{blanks, keyword};

/// Characters in a query.
const LONGEST: usize = 10_000;
/// Brackets in brackets, and levels of the tree.
const DEEPEST: usize = 64;
/// Conditions in a query.
const MOST: usize = 1_000;
/// Regular expressions in a query: each may take some 50 ms and a few megabytes to make ready.
const MOST_REGEXES: usize = 20;

type Input<'t> = Stateful<&'t str, State>;
type Parsed<T> = Result<T, ErrMode<Failure>>;

#[derive(Debug, Clone)]
struct State {
    zone: UtcOffset,
    depth: usize,
    conditions: usize,
    regexes: usize,
    /// What was expected last, and how many bytes were left of the text there.
    expected: (Expected, usize),
}

impl State {
    fn new(zone: UtcOffset) -> Self {
        // Texts have no seconds in an offset, and neither has any zone of today.
        let minutes = zone.whole_seconds() / 60;
        Self {
            zone: UtcOffset::from_whole_seconds(minutes * 60).unwrap_or(zone),
            depth: 0,
            conditions: 0,
            regexes: 0,
            expected: (Expected::Condition, 0),
        }
    }

    /// Takes note of what may stand at a place.
    fn expect(&mut self, place: &str, expected: Expected) {
        self.expected = (expected, place.len());
    }
}

pub(super) fn parse(text: &str, zone: UtcOffset) -> Result<Option<Expression>, QueryError> {
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        let message = format!("a query has at most {LONGEST} characters");
        return Err(Failure::new(&text[end..], text.len() - end, message).in_text(text));
    }
    let mut input = Stateful {
        input: text,
        state: State::new(zone),
    };
    query(&mut input).map_err(|error| match error.into_inner() {
        Ok(failure) => failure.in_text(text),
        // Only streams that wait for more text are ever incomplete.
        Err(_) => Failure::new("", 0, "the query is not complete").in_text(text),
    })
}

/// What may stand at the end of a text that is not yet a query, and how many of its bytes that takes up.
pub(super) fn expected_at_end(text: &str) -> (Expected, usize) {
    let mut input = Stateful {
        input: text,
        state: State::new(UtcOffset::UTC),
    };
    let unfinished = query(&mut input);
    let (expected, left) = input.state.expected;
    // After a blank something new begins, unless it is one that belongs to what came before, as in quotes.
    let begins_anew = unfinished.is_ok() && text.ends_with(char::is_whitespace);
    if begins_anew {
        (Expected::Condition, 0)
    } else {
        (expected, left)
    }
}

fn query(input: &mut Input<'_>) -> Parsed<Option<Expression>> {
    blanks(input)?;
    if input.is_empty() {
        return Ok(None);
    }
    let whole = input.input;
    let expression = any(input)?;
    if !input.is_empty() {
        return Err(Failure::new(input.input, 1, "there is no `(` for this `)`").cut());
    }
    if expression.depth() > DEEPEST {
        return Err(too_deep(whole, whole.trim_end().len()));
    }
    Ok(Some(expression))
}

fn any(input: &mut Input<'_>) -> Parsed<Expression> {
    let mut whole = all(input)?;
    while keyword(input, "OR")? {
        blanks(input)?;
        whole = whole.or(all(input)?);
    }
    Ok(whole)
}

/// Terms up to the end, a `)` or an `OR`; blanks behind them are taken too.
fn all(input: &mut Input<'_>) -> Parsed<Expression> {
    let mut whole = term(input)?;
    loop {
        blanks(input)?;
        if input.is_empty() || input.starts_with(')') || token::is_keyword(input, "OR")? {
            return Ok(whole);
        }
        if keyword(input, "AND")? {
            blanks(input)?;
        }
        whole = whole.and(term(input)?);
    }
}

/// What is between brackets; the opening one has been read.
fn group(input: &mut Input<'_>) -> Parsed<Expression> {
    nested(input, |input| {
        blanks(input)?;
        let inner = any(input)?;
        if !input.starts_with(')') {
            return Err(Failure::new(input.input, 0, "a `(` is not closed")
                .expecting(&["`)`"])
                .cut());
        }
        input.input = &input.input[1..];
        Ok(inner)
    })
}

fn nested<'t, T>(input: &mut Input<'t>, inside: impl FnOnce(&mut Input<'t>) -> Parsed<T>) -> Parsed<T> {
    if input.state.depth == DEEPEST {
        return Err(too_deep(input.input, 0));
    }
    input.state.depth += 1;
    let inner = inside(input)?;
    input.state.depth -= 1;
    Ok(inner)
}

/// Takes note of more conditions, which begin at `place`.
fn count(input: &mut Input<'_>, place: &str, conditions: usize) -> Parsed<()> {
    input.state.conditions += conditions;
    if input.state.conditions > MOST {
        let length = place.len() - input.len();
        return Err(Failure::new(place, length, format!("a query has at most {MOST} conditions")).cut());
    }
    Ok(())
}

fn too_deep(place: &str, length: usize) -> ErrMode<Failure> {
    let message = format!("this is nested too deep: there may be {DEEPEST} levels");
    Failure::new(place, length, message).cut()
}

fn no_condition(input: &Input<'_>, length: usize) -> ErrMode<Failure> {
    Failure::new(input.input, length, "a condition is missing")
        .expecting(CONDITION)
        .cut()
}
