//! Writing a query: the text that parses back to the same conditions.

mod condition;
mod moment;

use std::fmt;

use super::expression::Expression;

impl fmt::Display for Expression {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All(list) => join(to, list, " "),
            Self::Any(list) => join(to, list, " OR "),
            Self::Not(inner) => {
                to.write_str("NOT ")?;
                match **inner {
                    Self::All(_) | Self::Any(_) => write!(to, "({inner})"),
                    _ => write!(to, "{inner}"),
                }
            }
            Self::Condition(condition) => write!(to, "{condition}"),
        }
    }
}

/// `AND` binds stronger than `OR`, so that only an `OR` within an `AND` needs brackets.
fn join(to: &mut fmt::Formatter<'_>, list: &[Expression], between: &str) -> fmt::Result {
    for (number, one) in list.iter().enumerate() {
        if number > 0 {
            to.write_str(between)?;
        }
        match one {
            Expression::Any(_) => write!(to, "({one})")?,
            _ => write!(to, "{one}")?,
        }
    }
    Ok(())
}

/// A text in quotes, with what must be escaped in them.
pub(super) fn quoted(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 2);
    written.push('"');
    escape(&mut written, text, false);
    written.push('"');
    written
}

/// Values have wildcards in quotes too: their stars are escaped.
fn escape(written: &mut String, text: &str, stars: bool) {
    for character in text.chars() {
        if matches!(character, '"' | '\\') || (stars && character == '*') {
            written.push('\\');
        }
        written.push(character);
    }
}
