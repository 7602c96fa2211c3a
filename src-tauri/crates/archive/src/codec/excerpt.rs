//! From tokens back to JSON text that holds only what somebody reads.

use super::Damaged;
use super::decoder::{Apart, INNER_DEPTH, Own, check_size, write_string, written};
use super::dictionary::Words;
use super::streams::Streams;
use super::token::{Token, TokenReader};
use super::wanted::Wanted;

/// Writes what is wanted of one row's event behind what is in `out`, as compact JSON; or says where the event is kept
/// apart.
///
/// Objects have only the keys that are wanted, each as often as it is there, and lists end with the last item that is
/// wanted: whoever reads no more than that finds what is in the whole event. What cannot be stepped into is written as
/// it is; a string of JSON stays a string.
pub(crate) fn decode_excerpt(
    streams: &Streams,
    row: usize,
    own: &Own,
    words: &Words,
    wanted: &Wanted,
    out: &mut String,
) -> Result<Option<Apart>, Damaged> {
    let mut reader = TokenReader::at_row(streams, row);
    match reader.next()? {
        Token::Apart(number) => return Ok(Some(Apart(number))),
        token => {
            let mut excerpt = Excerpt {
                reader,
                own,
                words,
                open: Vec::new(),
            };
            excerpt.write(token, wanted, out, 0)?;
        }
    }
    Ok(None)
}

/// One event on the way.
struct Excerpt<'a> {
    reader: TokenReader<'a>,
    own: &'a Own,
    words: &'a Words,
    /// What skipping works with, kept from value to value.
    open: Vec<Option<usize>>,
}

impl Excerpt<'_> {
    /// Writes what is wanted of a value whose first token was read.
    fn write(&mut self, token: Token<'_>, wanted: &Wanted, out: &mut String, depth: usize) -> Result<(), Damaged> {
        check_size(out, depth)?;
        match token {
            _ if wanted.is_whole() => written(token, &mut self.reader, self.own, self.words, out, depth),
            Token::Shape(shape) => self.write_object(shape, wanted, out, depth),
            Token::Map => self.write_map(wanted, out, depth),
            Token::Array => self.write_list(wanted, out, depth),
            Token::Inner { .. } => {
                let mut text = String::new();
                let token = self.reader.next()?;
                self.write(token, wanted, &mut text, depth + INNER_DEPTH)?;
                write_string(out, text.as_bytes())
            }
            token => written(token, &mut self.reader, self.own, self.words, out, depth),
        }
    }

    fn write_object(&mut self, shape: u32, wanted: &Wanted, out: &mut String, depth: usize) -> Result<(), Damaged> {
        let shape = self.words.shape(shape)?;
        let mut before = '{';
        for (key, text) in shape.keys.iter().zip(&shape.before) {
            let token = self.reader.next()?;
            let Some(wanted) = wanted.at_word(*key) else {
                self.skip(token)?;
                continue;
            };
            out.push(before);
            before = ',';
            // Its own first character is that of its place in the whole object.
            out.push_str(&text[1..]);
            self.write(token, wanted, out, depth + 1)?;
        }
        out.push_str(if before == '{' { "{}" } else { "}" });
        Ok(())
    }

    fn write_map(&mut self, wanted: &Wanted, out: &mut String, depth: usize) -> Result<(), Damaged> {
        let mut before = '{';
        loop {
            let key = self.reader.next()?;
            if key == Token::End {
                break;
            }
            let Some(wanted) = wanted.at_key(key, self.words) else {
                let token = self.reader.next()?;
                self.skip(token)?;
                continue;
            };
            out.push(before);
            before = ',';
            written(key, &mut self.reader, self.own, self.words, out, depth + 1)?;
            out.push(':');
            let token = self.reader.next()?;
            self.write(token, wanted, out, depth + 1)?;
        }
        out.push_str(if before == '{' { "{}" } else { "}" });
        Ok(())
    }

    fn write_list(&mut self, wanted: &Wanted, out: &mut String, depth: usize) -> Result<(), Damaged> {
        out.push('[');
        for number in 0.. {
            let token = self.reader.next()?;
            if token == Token::End {
                break;
            }
            if wanted.ends_before(number) {
                self.skip(token)?;
                continue;
            }
            if number > 0 {
                out.push(',');
            }
            match wanted.at_item(number) {
                Some(wanted) => self.write(token, wanted, out, depth + 1)?,
                None => {
                    out.push_str("null");
                    self.skip(token)?;
                }
            }
        }
        out.push(']');
        Ok(())
    }

    fn skip(&mut self, token: Token<'_>) -> Result<(), Damaged> {
        self.reader.skip(token, self.words, &mut self.open)
    }
}

#[cfg(test)]
mod tests;
