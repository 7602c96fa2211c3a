//! One term: a condition or a group, and the negations before it.

use super::failure::Failure;
use super::field::field_condition;
use super::token::{Regex, blanks, ends_word, is_keyword, keyword, quoted, regex, word};
use super::{Input, Parsed, count, group, no_condition};
use crate::query::completion::Expected;
use crate::query::expression::{Condition, Expression};
use crate::query::pattern::TextPattern;

pub(super) fn term(input: &mut Input<'_>) -> Parsed<Expression> {
    let mut is_negated = false;
    loop {
        if keyword(input, "NOT")? {
            blanks(input)?;
        } else if is_minus(input) {
            input.input = &input.input[1..];
        } else {
            break;
        }
        is_negated = !is_negated;
    }
    let inner = primary(input)?;
    Ok(if is_negated { inner.negated() } else { inner })
}

/// A minus right before something; alone it is a word.
fn is_minus(input: &Input<'_>) -> bool {
    let next = input.strip_prefix('-').and_then(|rest| rest.chars().next());
    next.is_some_and(|next| !next.is_whitespace() && next != ')')
}

fn primary(input: &mut Input<'_>) -> Parsed<Expression> {
    let place = input.input;
    input.state.expect(place, Expected::Condition);
    let found = match place.chars().next() {
        None => return Err(no_condition(input, 0)),
        Some(')') if input.state.depth == 0 => {
            return Err(Failure::new(place, 1, "there is no `(` for this `)`").cut());
        }
        Some(')') => return Err(no_condition(input, 1)),
        Some('(') => {
            input.input = &place[1..];
            return group(input);
        }
        Some('"') => Condition::Text(TextPattern::contains(quoted(input)?.text())).into(),
        Some('/') => text_regex(&regex(input)?)?.into(),
        Some(_) if is_keyword(input, "AND")? || is_keyword(input, "OR")? => {
            let length = place.find(ends_word).unwrap_or(place.len());
            return Err(no_condition(input, length));
        }
        Some(_) => match field_condition(input)? {
            Some(condition) => condition,
            None => text_word(input)?.into(),
        },
    };
    count(input, place, found.conditions().count())?;
    end_of_term(input, place)?;
    Ok(found)
}

fn text_word(input: &mut Input<'_>) -> Parsed<Condition> {
    let place = input.input;
    let word = word(input)?;
    if word.chars().all(|character| matches!(character, '<' | '>' | '=' | '!')) {
        let failure = Failure::new(place, word.len(), format!("there is no field before `{word}`"));
        return Err(failure
            .expecting(&["a field before it", "quotes, to search for it"])
            .cut());
    }
    Ok(Condition::Text(TextPattern::word(word)))
}

fn text_regex(regex: &Regex<'_>) -> Parsed<Condition> {
    TextPattern::from_regex(regex.source, regex.match_case)
        .map(Condition::Text)
        .map_err(|error| regex.refused(&error))
}

/// What follows without a space was most likely meant to belong to it.
fn end_of_term(input: &Input<'_>, term: &str) -> Parsed<()> {
    let Some(next) = input.chars().next() else {
        return Ok(());
    };
    if next.is_whitespace() || next == ')' {
        return Ok(());
    }
    let message = if term.starts_with('"') && matches!(next, ':' | '<' | '>' | '=' | '!') {
        "a text in quotes is no field; keys in quotes follow a field, as in `payload.\"a key\":value`".to_owned()
    } else {
        format!("`{next}` follows without a space")
    };
    let failure = Failure::new(input.input, next.len_utf8(), message);
    Err(failure.expecting(&["a space", "quotes around the whole text"]).cut())
}
