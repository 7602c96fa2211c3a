//! Conditions on a field: its name or path, the comparison, and what follows.

use winnow::Parser;
use winnow::combinator::alt;
use winnow::error::ErrMode;
use winnow::token::{literal, take_while};

use super::failure::Failure;
use super::token::{blanks, ends_word, quoted};
use super::value::right_side;
use super::{Input, Parsed};
use crate::query::completion::{Expected, Target};
use crate::query::expression::Expression;
use crate::query::fields::{self, FIELDS, Field, Kind};
use crate::query::path::{Path, Step, is_key_character};

/// How a field is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Has,
    Equal,
    NotEqual,
    Less,
    AtMost,
    More,
    AtLeast,
}

/// A condition on a field; nothing when what comes is a word to search for.
pub(super) fn field_condition(input: &mut Input<'_>) -> Parsed<Option<Expression>> {
    let place = input.input;
    let name = take_while(0.., is_name_character).parse_next(input)?;
    if !name.starts_with(|first: char| first.is_alphabetic() || first == '_') {
        input.input = place;
        return Ok(None);
    }
    let Some(field) = fields::find(name) else {
        input.input = place;
        return unknown(place, name).map_or(Ok(None), Err);
    };
    let target = match target(input, field) {
        Ok(target) => target,
        // Without a comparison in sight it is a word like `time.` or `payload..a`.
        Err(failure) if has_comparison(place) => return Err(failure),
        Err(_) => {
            input.input = place;
            return Ok(None);
        }
    };
    let end_of_name = input.input;
    let Some(operator) = operator(input)? else {
        let name = &place[..place.len() - end_of_name.len()];
        if name.contains(['"', '[']) {
            return Err(Failure::new(end_of_name, 0, "a comparison is missing")
                .expecting(&["`:`", "`=`", "`!=`", "`<`", "`<=`", "`>`", "`>=`"])
                .cut());
        }
        input.input = place;
        return Ok(None);
    };
    right_side(input, &target, operator, end_of_name).map(Some)
}

fn is_name_character(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '-')
}

/// The rest of the word holds something that compares.
fn has_comparison(place: &str) -> bool {
    let end = place.find(char::is_whitespace).unwrap_or(place.len());
    place[..end].contains([':', '<', '>', '='])
}

/// A word that looks like a condition on a field that does not exist.
fn unknown(place: &str, name: &str) -> Option<ErrMode<Failure>> {
    let is_path = |character: char| is_key_character(character) || matches!(character, '.' | '[' | ']' | '*');
    let rest = place.trim_start_matches(is_path);
    let word = &rest[..rest.find(ends_word).unwrap_or(rest.len())];
    let is_address = rest.starts_with("://");
    // As codes in base 64 end.
    let is_padding = !word.is_empty() && word.bytes().all(|byte| byte == b'=');
    if is_address || is_padding || !(word.starts_with([':', '<', '>', '=']) || word.starts_with("!=")) {
        return None;
    }
    let names: Vec<&str> = FIELDS.iter().map(|field| field.name).collect();
    let known = format!("a field: {}", names.join(", "));
    let failure = Failure::new(place, name.len(), format!("there is no field `{name}`"));
    Some(failure.expecting(&[&known, "quotes, to search for the text"]).cut())
}

fn target(input: &mut Input<'_>, field: &'static Field) -> Parsed<Target> {
    match field.kind {
        Kind::Open => steps(input, vec![Step::Key(field.name.to_owned())]),
        Kind::Event => steps(input, Vec::new()),
        Kind::Column(column) => part_of(input, field).map_or(Ok(Target::Column(column)), Err),
        Kind::Time => part_of(input, field).map_or(Ok(Target::Time), Err),
        Kind::Flagged => part_of(input, field).map_or(Ok(Target::Flagged), Err),
        Kind::Hidden => part_of(input, field).map_or(Ok(Target::Hidden), Err),
        Kind::Note => part_of(input, field).map_or(Ok(Target::Note), Err),
        Kind::Highlight => part_of(input, field).map_or(Ok(Target::Highlight), Err),
        Kind::Has => part_of(input, field).map_or(Ok(Target::Has), Err),
    }
}

/// A step after a field that has none.
fn part_of(input: &Input<'_>, field: &Field) -> Option<ErrMode<Failure>> {
    let message = format!("`{}` has no values inside it", field.name);
    let failure = Failure::new(input.input, 1, message);
    input.starts_with(['.', '[']).then(|| {
        failure
            .expecting(&["`:`", "`event.` before it, for the JSON field"])
            .cut()
    })
}

/// Steps of one path.
const MOST_STEPS: usize = 200;

fn steps(input: &mut Input<'_>, mut steps: Vec<Step>) -> Parsed<Target> {
    loop {
        let place = input.input;
        let step = match place.bytes().next() {
            Some(b'.') => {
                input.state.expect(&place[1..], Expected::Key(steps.clone()));
                key(input)?
            }
            Some(b'[') => index(input)?,
            _ => break,
        };
        if steps.len() == MOST_STEPS {
            return Err(Failure::new(place, 0, format!("a path has at most {MOST_STEPS} steps")).cut());
        }
        steps.push(step);
    }
    let missing = Failure::new(input.input, 0, "the path has no steps").expecting(&["`.` and a key"]);
    Path::new(steps).map(Target::Path).ok_or_else(|| missing.cut())
}

fn key(input: &mut Input<'_>) -> Parsed<Step> {
    input.input = &input.input[1..];
    let place = input.input;
    if place.starts_with('"') {
        return Ok(Step::Key(quoted(input)?.text()));
    }
    let is_key = |character: char| is_key_character(character) || character == '*';
    match take_while(0.., is_key).parse_next(input)? {
        "" => Err(Failure::new(place, 0, "a key is missing")
            .expecting(&["a key", "a key in quotes", "`*`"])
            .cut()),
        "*" => Ok(Step::AnyKey),
        part if part.contains('*') => {
            let failure = Failure::new(place, part.len(), "a `*` in a path stands for a whole key");
            Err(failure.expecting(&["`*` alone", "a key in quotes"]).cut())
        }
        key => Ok(Step::Key(key.to_owned())),
    }
}

fn index(input: &mut Input<'_>) -> Parsed<Step> {
    let place = input.input;
    let wrong = |length| {
        let failure = Failure::new(place, length, "this is no place in a list");
        failure.expecting(&["a number from 0, as in `[3]`", "`[*]`"]).cut()
    };
    let Some(end) = place.find(']') else {
        return Err(wrong(1));
    };
    input.input = &place[end + 1..];
    match &place[1..end] {
        "*" => Ok(Step::AnyIndex),
        number if number.len() <= 18 => number.parse().map(Step::Index).map_err(|_| wrong(end + 1)),
        _ => Err(wrong(end + 1)),
    }
}

/// The comparison after a field. Blanks may stand around all but `:`.
fn operator(input: &mut Input<'_>) -> Parsed<Option<Operator>> {
    if let Some(rest) = input.strip_prefix(':') {
        input.input = rest;
        return Ok(Some(Operator::Has));
    }
    let place = input.input;
    blanks(input)?;
    let found: Parsed<Operator> = alt((
        literal("!=").value(Operator::NotEqual),
        literal("<=").value(Operator::AtMost),
        literal(">=").value(Operator::AtLeast),
        literal("==").value(Operator::Equal),
        literal("<").value(Operator::Less),
        literal(">").value(Operator::More),
        literal("=").value(Operator::Equal),
    ))
    .parse_next(input);
    let Ok(operator) = found else {
        input.input = place;
        return Ok(None);
    };
    blanks(input)?;
    Ok(Some(operator))
}
