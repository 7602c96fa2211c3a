//! The smallest pieces: blanks, keywords, words, quotes and regular expressions.

use winnow::Parser;
use winnow::combinator::{opt, peek, terminated};
use winnow::error::ErrMode;
use winnow::token::{literal, take_till, take_while};

use super::failure::Failure;
use super::{Input, MOST_REGEXES, Parsed};

pub(super) fn blanks(input: &mut Input<'_>) -> Parsed<()> {
    take_while(0.., char::is_whitespace).void().parse_next(input)
}

/// Whether a word ends before it.
pub(super) fn ends_word(character: char) -> bool {
    character.is_whitespace() || matches!(character, '(' | ')' | '"')
}

/// Takes one of the words in capitals that join conditions, if it is there and not the beginning of a longer word.
pub(super) fn keyword(input: &mut Input<'_>, word: &'static str) -> Parsed<bool> {
    let found = opt(terminated(literal(word), peek(end_of_word))).parse_next(input)?;
    Ok(found.is_some())
}

pub(super) fn is_keyword(input: &mut Input<'_>, word: &'static str) -> Parsed<bool> {
    let place = input.input;
    let is_there = keyword(input, word);
    input.input = place;
    is_there
}

fn end_of_word(input: &mut Input<'_>) -> Parsed<()> {
    match input.chars().next() {
        Some(next) if !ends_word(next) => Err(ErrMode::Backtrack(Failure::new(input.input, 0, ""))),
        _ => Ok(()),
    }
}

/// Everything up to a blank, a bracket or a quote; may be empty.
pub(super) fn word<'t>(input: &mut Input<'t>) -> Parsed<&'t str> {
    take_till(0.., ends_word).parse_next(input)
}

/// A text in quotes, piece by piece.
pub(super) struct Quoted {
    /// The texts between plain stars. A star behind a backslash is no plain one.
    pub(super) parts: Vec<String>,
}

impl Quoted {
    /// The text with its stars.
    pub(super) fn text(&self) -> String {
        self.parts.join("*")
    }
}

/// A text in quotes. `\"`, `\\` and `\*` stand for the second character; other backslashes are themselves.
pub(super) fn quoted(input: &mut Input<'_>) -> Parsed<Quoted> {
    let opening = input.input;
    let mut parts = vec![String::new()];
    let mut characters = opening.char_indices().skip(1).peekable();
    while let Some((at, character)) = characters.next() {
        let escaped = characters.next_if(|(_, next)| character == '\\' && matches!(next, '"' | '\\' | '*'));
        let part = parts.last_mut().filter(|_| escaped.is_some() || character != '*');
        match (part, escaped) {
            (_, None) if character == '"' => {
                input.input = &opening[at + 1..];
                return Ok(Quoted { parts });
            }
            (Some(part), Some((_, escaped))) => part.push(escaped),
            (Some(part), None) => part.push(character),
            (None, _) => parts.push(String::new()),
        }
    }
    Err(Failure::new(opening, opening.len(), "the quotes are not closed")
        .expecting(&["`\"`"])
        .cut())
}

/// A regular expression between slashes.
pub(super) struct Regex<'t> {
    /// The query from its first slash on.
    pub(super) place: &'t str,
    pub(super) source: &'t str,
    pub(super) match_case: bool,
}

/// `/…/`, with `\/` for a slash inside. A `c` behind it makes upper and lower case differ; an `i` says that they do not.
pub(super) fn regex<'t>(input: &mut Input<'t>) -> Parsed<Regex<'t>> {
    let place = input.input;
    let Some(end) = end_of_regex(place) else {
        let failure = Failure::new(place, place.len(), "the regular expression is not closed");
        return Err(failure
            .expecting(&["`/`", "quotes, to search for a text that begins with `/`"])
            .cut());
    };
    input.input = &place[end + 1..];
    let flags = word(input)?;
    let match_case = match flags {
        "" | "i" => false,
        "c" => true,
        _ => {
            let failure = Failure::new(
                &place[end + 1..],
                flags.len(),
                "this cannot follow a regular expression",
            );
            return Err(failure
                .expecting(&[
                    "a space",
                    "`c`, for upper and lower case to differ",
                    "`\\/` for a slash in it",
                ])
                .cut());
        }
    };
    let source = &place[1..end];
    if source.is_empty() {
        return Err(Failure::new(place, 2, "the regular expression is empty").cut());
    }
    input.state.regexes += 1;
    if input.state.regexes > MOST_REGEXES {
        let message = format!("a query has at most {MOST_REGEXES} regular expressions");
        return Err(Failure::new(place, end + 1, message).cut());
    }
    Ok(Regex {
        place,
        source,
        match_case,
    })
}

fn end_of_regex(place: &str) -> Option<usize> {
    let mut is_escaped = false;
    for (at, byte) in place.bytes().enumerate().skip(1) {
        if byte == b'/' && !is_escaped {
            return Some(at);
        }
        is_escaped = byte == b'\\' && !is_escaped;
    }
    None
}

impl Regex<'_> {
    /// Says what the library did not like, and where.
    pub(super) fn refused(&self, error: &regex::Error) -> ErrMode<Failure> {
        let rest = &self.place[1..];
        if let regex::Error::CompiledTooBig(_) = error {
            return Failure::new(rest, self.source.len(), "the regular expression is too large").cut();
        }
        let mut parser = regex_syntax::ast::parse::Parser::new();
        let (span, reason) = match parser.parse(self.source) {
            Err(error) => (*error.span(), error.kind().to_string()),
            Ok(ast) => match regex_syntax::hir::translate::Translator::new().translate(self.source, &ast) {
                Err(error) => (*error.span(), error.kind().to_string()),
                Ok(_) => return Failure::new(rest, self.source.len(), "the regular expression cannot be used").cut(),
            },
        };
        let (start, end) = (span.start.offset, span.end.offset);
        Failure::new(
            &rest[start..],
            end - start,
            format!("the regular expression is wrong: {reason}"),
        )
        .cut()
    }
}
