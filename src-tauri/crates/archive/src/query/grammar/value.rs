//! What a field is compared with.

use std::ops::Bound;

use winnow::error::ErrMode;

use super::failure::Failure;
use super::field::Operator;
use super::times;
use super::token::{Quoted, Regex, blanks, keyword, quoted, regex, word};
use super::{Input, Parsed, nested};
use crate::marks::Highlight;
use crate::query::completion::{Expected, Target};
use crate::query::expression::{Column, Condition, Expression, Test, number_of};
use crate::query::pattern::{TextPattern, ValuePattern, parts};

/// A value as it is written, and where.
struct Value<'t> {
    place: &'t str,
    length: usize,
    form: Form<'t>,
}

enum Form<'t> {
    Bare(&'t str),
    Quoted(Quoted),
    Regex(Regex<'t>),
}

/// What follows the comparison; `before` is the text from the comparison on.
pub(super) fn right_side(
    input: &mut Input<'_>,
    target: &Target,
    operator: Operator,
    before: &str,
) -> Parsed<Expression> {
    let orders = !matches!(operator, Operator::Has | Operator::Equal | Operator::NotEqual);
    let has_order = matches!(
        target,
        Target::Time | Target::Path(_) | Target::Column(Column::EventNumber)
    );
    if orders && !has_order {
        let place = before.trim_start();
        let length = place.len() - place.trim_start_matches(['<', '>', '=']).len();
        let failure = Failure::new(place, length, "only eventNumber, time and paths are compared by size");
        return Err(failure.expecting(&["`:`", "`=`", "`!=`"]).cut());
    }
    let found = if input.starts_with('(') && !orders {
        input.input = &input.input[1..];
        nested(input, |input| list(input, target, operator))?
    } else {
        one(input, target, operator)?.into()
    };
    if operator != Operator::NotEqual {
        return Ok(found);
    }
    let exists = match target {
        Target::Column(Column::EventNumber) | Target::Time | Target::Flagged | Target::Hidden | Target::Has => None,
        Target::Note => Some(Condition::Note(None)),
        Target::Highlight => Some(Condition::Highlight(None)),
        Target::Column(column) => Some(Condition::Column {
            column: *column,
            test: Test::Exists,
        }),
        Target::Path(path) => Some(Condition::Path {
            path: path.clone(),
            test: Test::Exists,
        }),
    };
    let differs = found.negated();
    Ok(match exists {
        Some(exists) => Expression::from(exists).and(differs),
        None => differs,
    })
}

/// Values between brackets, any of which will do; the opening one has been read.
fn list(input: &mut Input<'_>, target: &Target, operator: Operator) -> Parsed<Expression> {
    blanks(input)?;
    let mut any: Expression = one(input, target, operator)?.into();
    loop {
        blanks(input)?;
        if let Some(rest) = input.strip_prefix(')') {
            input.input = rest;
            return Ok(any);
        }
        if !keyword(input, "OR")? {
            let length = input.chars().next().map_or(0, char::len_utf8);
            let failure = Failure::new(input.input, length, "this list of values is not closed");
            return Err(failure.expecting(&["`OR` and another value", "`)`"]).cut());
        }
        blanks(input)?;
        any = any.or(one(input, target, operator)?.into());
    }
}

fn one(input: &mut Input<'_>, target: &Target, operator: Operator) -> Parsed<Condition> {
    let expected = Expected::Value(target.clone());
    input.state.expect(input.input, expected);
    let value = value(input)?;
    if value.length == 0 {
        let expected = if *target == Target::Time {
            times::EXPECTED
        } else {
            &["a value"]
        };
        return Err(Failure::new(value.place, 0, "a value is missing")
            .expecting(expected)
            .cut());
    }
    match target {
        Target::Time => value.time(operator, input.state.zone),
        Target::Flagged => value.yes_or_no("an event is flagged or not").map(Condition::Flagged),
        Target::Hidden => value.yes_or_no("an event is hidden or not").map(Condition::Hidden),
        Target::Note => value.note(),
        Target::Highlight => value.highlight(),
        Target::Has => value.has(),
        Target::Column(column) => Ok(Condition::Column {
            column: *column,
            test: value.column_test(*column, operator)?,
        }),
        Target::Path(path) => Ok(Condition::Path {
            path: path.clone(),
            test: value.path_test(operator)?,
        }),
    }
}

fn value<'t>(input: &mut Input<'t>) -> Parsed<Value<'t>> {
    let place = input.input;
    let form = match place.bytes().next() {
        Some(b'"') => Form::Quoted(quoted(input)?),
        Some(b'/') => Form::Regex(regex(input)?),
        _ => Form::Bare(word(input)?),
    };
    Ok(Value {
        place,
        length: place.len() - input.len(),
        form,
    })
}

impl Value<'_> {
    fn wrong(&self, message: &str, expected: &[&str]) -> ErrMode<Failure> {
        Failure::new(self.place, self.length, message).expecting(expected).cut()
    }

    /// The text without quotes.
    fn text(&self) -> String {
        match &self.form {
            Form::Bare(text) => (*text).to_owned(),
            Form::Quoted(quoted) => quoted.text(),
            Form::Regex(_) => self.place[..self.length].to_owned(),
        }
    }

    fn bare(&self) -> Option<&str> {
        match self.form {
            Form::Bare(text) => Some(text),
            Form::Quoted(_) | Form::Regex(_) => None,
        }
    }

    fn time(&self, operator: Operator, zone: time::UtcOffset) -> Parsed<Condition> {
        times::condition(&self.text(), operator, zone).map_err(|message| self.wrong(message, times::EXPECTED))
    }

    fn yes_or_no(&self, otherwise: &str) -> Parsed<bool> {
        match self.text().to_ascii_lowercase().as_str() {
            "true" | "yes" => Ok(true),
            "false" | "no" => Ok(false),
            _ => Err(self.wrong(otherwise, &["`true`", "`false`"])),
        }
    }

    fn note(&self) -> Parsed<Condition> {
        let pattern = match &self.form {
            Form::Bare(text) if text.bytes().all(|byte| byte == b'*') => return Ok(Condition::Note(None)),
            Form::Bare(text) => TextPattern::word(text),
            Form::Quoted(quoted) => TextPattern::contains(quoted.text()),
            Form::Regex(regex) => {
                TextPattern::from_regex(regex.source, regex.match_case).map_err(|error| regex.refused(&error))?
            }
        };
        Ok(Condition::Note(Some(pattern)))
    }

    fn highlight(&self) -> Parsed<Condition> {
        let text = self.text();
        if text == "*" || text.eq_ignore_ascii_case("any") {
            return Ok(Condition::Highlight(None));
        }
        let expected = Highlight::ALL.map(|highlight| format!("`{highlight}`"));
        let expected: Vec<&str> = ["`any`"]
            .into_iter()
            .chain(expected.iter().map(String::as_str))
            .collect();
        match text.parse() {
            Ok(highlight) => Ok(Condition::Highlight(Some(highlight))),
            Err(_) => Err(self.wrong("this is no colour of a highlight", &expected)),
        }
    }

    fn has(&self) -> Parsed<Condition> {
        if self.text().eq_ignore_ascii_case("error") {
            return Ok(Condition::HasError);
        }
        Err(self.wrong("this is nothing an event has", &["`error`"]))
    }

    fn column_test(&self, column: Column, operator: Operator) -> Parsed<Test> {
        if column == Column::EventNumber {
            return match self.number_test(operator)? {
                Some(test) => Ok(test),
                None if self.text().bytes().all(|byte| byte == b'*') => Ok(Test::Exists),
                None => Err(self.wrong("this is no number", &["a number", "a range such as `5..9`"])),
            };
        }
        let prefix = match column {
            Column::Type => "com.adobe.eventtype.",
            Column::Source => "com.adobe.eventsource.",
            _ => "",
        };
        self.pattern_test(prefix)
    }

    fn path_test(&self, operator: Operator) -> Parsed<Test> {
        if !matches!(operator, Operator::Has) || self.bare().is_some_and(|bare| bare.contains("..")) {
            let test = self.number_test(operator)?;
            if let Some(test) = test {
                return Ok(test);
            }
        }
        if !matches!(operator, Operator::Has | Operator::Equal | Operator::NotEqual) {
            return Err(self.wrong("this is no number", &["a number"]));
        }
        self.pattern_test("")
    }

    /// The test when the value is a number, or a range where one may be.
    fn number_test(&self, operator: Operator) -> Parsed<Option<Test>> {
        let Some(bare) = self.bare() else {
            return Ok(None);
        };
        let orders = !matches!(operator, Operator::Has | Operator::Equal | Operator::NotEqual);
        if let Some((from, to)) = bare.split_once("..").filter(|_| !orders) {
            return self.range(from, to);
        }
        let Some(number) = number_of(bare) else {
            return Ok(None);
        };
        let (from, to) = match operator {
            Operator::Less => (Bound::Unbounded, Bound::Excluded(number)),
            Operator::AtMost => (Bound::Unbounded, Bound::Included(number)),
            Operator::More => (Bound::Excluded(number), Bound::Unbounded),
            Operator::AtLeast => (Bound::Included(number), Bound::Unbounded),
            Operator::Has | Operator::Equal | Operator::NotEqual => (Bound::Included(number), Bound::Included(number)),
        };
        Ok(Some(Test::Number { from, to }))
    }

    fn range(&self, from: &str, to: &str) -> Parsed<Option<Test>> {
        let end = |text: &str| match text {
            "" => Some(None),
            text => number_of(text).map(Some),
        };
        let (Some(from), Some(to)) = (end(from), end(to)) else {
            return Ok(None);
        };
        match (from, to) {
            (None, None) => return Ok(None),
            (Some(from), Some(to)) if from > to => {
                return Err(self.wrong("the range ends before it begins", &["the smaller number first"]));
            }
            _ => {}
        }
        let bound = |number: Option<f64>| number.map_or(Bound::Unbounded, Bound::Included);
        Ok(Some(Test::Number {
            from: bound(from),
            to: bound(to),
        }))
    }

    /// A comparison of texts. The prefix is taken off: the field has none.
    fn pattern_test(&self, prefix: &str) -> Parsed<Test> {
        let mut parts = match &self.form {
            Form::Regex(regex) => {
                return ValuePattern::from_regex(regex.source, regex.match_case)
                    .map(Test::Matches)
                    .map_err(|error| regex.refused(&error));
            }
            Form::Bare(bare) => parts(bare),
            Form::Quoted(quoted) => quoted.parts.clone(),
        };
        let head = parts[0].get(..prefix.len()).unwrap_or_default();
        if head.eq_ignore_ascii_case(prefix) {
            parts[0].drain(..prefix.len());
        }
        let last = parts.len() - 1;
        let mut number = 0;
        // Stars next to each other are one.
        parts.retain(|part| {
            number += 1;
            !part.is_empty() || number == 1 || number == last + 1
        });
        if parts.len() > 1 && parts.iter().all(String::is_empty) {
            return Ok(Test::Exists);
        }
        Ok(Test::Matches(ValuePattern::wildcard(parts)))
    }
}
