//! From tokens back to JSON text.

use std::fmt::Write as _;

use event::EventId;
use uuid::Uuid;

use super::dictionary::Words;
use super::escaped::write_escaped;
use super::streams::Streams;
use super::token::{Token, TokenReader};
use super::{DEEPEST, Damaged, LARGEST_IN_BLOCK};

/// What a row's tokens refer to outside their streams.
pub(crate) struct Own {
    pub(crate) id: EventId,
    pub(crate) timestamp: i64,
}

/// Where an event is when it is not in its block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Apart(pub(crate) u64);

/// Writes one row's event behind what is in `out`, as compact JSON; or says where it is kept apart.
pub(crate) fn decode(
    streams: &Streams,
    row: usize,
    own: &Own,
    words: &Words,
    out: &mut String,
) -> Result<Option<Apart>, Damaged> {
    let mut reader = TokenReader::at_row(streams, row);
    match reader.clone().next()? {
        Token::Apart(number) => return Ok(Some(Apart(number))),
        _ => value(&mut reader, own, words, out, 0)?,
    }
    Ok(None)
}

fn value(
    reader: &mut TokenReader<'_>,
    own: &Own,
    words: &Words,
    out: &mut String,
    depth: usize,
) -> Result<(), Damaged> {
    let token = reader.next()?;
    written(token, reader, own, words, out, depth)
}

/// Writes the value whose first token was read.
pub(super) fn written(
    token: Token<'_>,
    reader: &mut TokenReader<'_>,
    own: &Own,
    words: &Words,
    out: &mut String,
    depth: usize,
) -> Result<(), Damaged> {
    check_size(out, depth)?;
    match token {
        Token::Null => out.push_str("null"),
        Token::True => out.push_str("true"),
        Token::False => out.push_str("false"),
        Token::Word(word) => words.word(word)?.write_json(out),
        Token::Text(text) => write_string(out, text)?,
        Token::Number(text) => out.push_str(number(text)?),
        Token::Raw(text) => out.push_str(std::str::from_utf8(text).map_err(|_| Damaged)?),
        Token::Uuid { bytes, is_upper } => write_uuid(out, Uuid::from_bytes(bytes), is_upper),
        Token::OwnId { is_upper } => match &own.id {
            EventId::Uuid(uuid) => write_uuid(out, *uuid, is_upper),
            EventId::Text(_) => return Err(Damaged),
        },
        Token::OwnTime => write!(out, "{}", own.timestamp).map_err(|_| Damaged)?,
        Token::Array => {
            out.push('[');
            let mut is_first = true;
            loop {
                let token = reader.next()?;
                if token == Token::End {
                    break;
                }
                if !is_first {
                    out.push(',');
                }
                is_first = false;
                written(token, reader, own, words, out, depth + 1)?;
            }
            out.push(']');
        }
        Token::Inner { is_indented } => {
            let text = inner_text(is_indented, reader, own, words, depth)?;
            write_string(out, text.as_bytes())?;
        }
        Token::Map => {
            out.push('{');
            let mut is_first = true;
            loop {
                let key = reader.next()?;
                if key == Token::End {
                    break;
                }
                if !matches!(key, Token::Word(_) | Token::Text(_) | Token::Uuid { .. }) {
                    return Err(Damaged);
                }
                if !is_first {
                    out.push(',');
                }
                is_first = false;
                written(key, reader, own, words, out, depth + 1)?;
                out.push(':');
                value(reader, own, words, out, depth + 1)?;
            }
            out.push('}');
        }
        Token::Shape(shape) => {
            let shape = words.shape(shape)?;
            if shape.before.is_empty() {
                out.push('{');
            }
            for before in &shape.before {
                out.push_str(before);
                value(reader, own, words, out, depth + 1)?;
            }
            out.push('}');
        }
        Token::End | Token::Apart(_) => return Err(Damaged),
    }
    Ok(())
}

/// More than what is ever written: only a damaged file is deeper or longer.
pub(super) fn check_size(out: &str, depth: usize) -> Result<(), Damaged> {
    if depth > DEEPEST + 1 || out.len() > LARGEST_DECODED {
        return Err(Damaged);
    }
    Ok(())
}

/// A number of a file that is not ours must not smuggle other JSON into an event.
fn number(text: &[u8]) -> Result<&str, Damaged> {
    let is_number = matches!(text.first(), Some(b'-' | b'0'..=b'9'))
        && text
            .iter()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E'));
    std::str::from_utf8(text).ok().filter(|_| is_number).ok_or(Damaged)
}

/// The text of a string that is JSON, whose token was read.
pub(crate) fn inner_text(
    is_indented: bool,
    reader: &mut TokenReader<'_>,
    own: &Own,
    words: &Words,
    depth: usize,
) -> Result<String, Damaged> {
    let mut text = String::new();
    value(reader, own, words, &mut text, depth + INNER_DEPTH)?;
    Ok(if is_indented { indented(&text) } else { text })
}

/// Compact JSON on many lines, with two spaces for each level.
pub(super) fn indented(compact: &str) -> String {
    let mut text = String::with_capacity(compact.len() * 2);
    let (mut level, mut is_in_string, mut is_escaped) = (0usize, false, false);
    let mut before = ' ';
    let line = |text: &mut String, level: usize| {
        text.push('\n');
        text.extend(std::iter::repeat_n("  ", level));
    };
    for character in compact.chars() {
        if is_in_string {
            text.push(character);
            is_in_string = is_escaped || character != '"';
            is_escaped = character == '\\' && !is_escaped;
        } else {
            match character {
                '{' | '[' => level += 1,
                '}' | ']' => {
                    level = level.saturating_sub(1);
                    if !matches!(before, '{' | '[') {
                        line(&mut text, level);
                    }
                }
                _ => {}
            }
            if matches!(before, '{' | '[') && !matches!(character, '}' | ']') {
                line(&mut text, level - usize::from(matches!(character, '{' | '[')));
            }
            text.push(character);
            match character {
                ',' => line(&mut text, level),
                ':' => text.push(' '),
                _ => {}
            }
            is_in_string = character == '"';
        }
        before = character;
    }
    text
}

/// A string in a string counts for so many levels: nobody nests them deeper than two or three.
pub(super) const INNER_DEPTH: usize = 30;
/// An event of a block is never longer than what was cut up; only a damaged or hostile file names a long word again and
/// again.
const LARGEST_DECODED: usize = 4 * LARGEST_IN_BLOCK;

fn write_uuid(out: &mut String, uuid: Uuid, is_upper: bool) {
    let mut buffer = [0; uuid::fmt::Hyphenated::LENGTH];
    let text: &str = if is_upper {
        uuid.hyphenated().encode_upper(&mut buffer)
    } else {
        uuid.hyphenated().encode_lower(&mut buffer)
    };
    out.push('"');
    out.push_str(text);
    out.push('"');
}

pub(super) fn write_string(out: &mut String, text: &[u8]) -> Result<(), Damaged> {
    let text = std::str::from_utf8(text).map_err(|_| Damaged)?;
    write_escaped(out, text);
    Ok(())
}
