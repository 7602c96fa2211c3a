//! A test of the values at a path, in the events of a block.

use std::ops::ControlFlow;

use super::Surroundings;
use super::opened::Opened;
use super::word_set::FittingWords;
use crate::block::places;
use crate::codec::{DEEPEST, Damaged, Own, Stream, Token, TokenReader, Words, inner_text};
use crate::error::ArchiveError;
use crate::query::{Path, Step, Test};

/// A path and a test made ready.
pub(super) struct PathSearch {
    steps: Vec<Step>,
    /// The word of each step that is a key; none while no event has such a key.
    keys: Vec<Option<u32>>,
    is_below_payload: bool,
    test: Test,
    fitting: FittingWords,
}

/// One event on the way.
struct Walk<'a> {
    reader: TokenReader<'a>,
    own: Own,
    words: &'a Words,
    /// Objects and lists that were entered.
    depth: usize,
    /// What skipping works with, kept from value to value.
    open: Vec<Option<usize>>,
}

/// Breaks off once a value has passed, or once that cannot be said without the values.
type Passed = ControlFlow<Answer>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Passes,
    NeedsValues,
}

impl Walk<'_> {
    /// Reads on to the end of a value whose first token was read.
    fn skip(&mut self, token: Token<'_>) -> Result<(), Damaged> {
        self.reader.skip(token, self.words, &mut self.open)
    }
}

impl PathSearch {
    pub(super) fn new(path: &Path, test: &Test) -> Self {
        Self {
            is_below_payload: matches!(path.steps().first(), Some(Step::Key(key)) if key == "payload"),
            steps: path.steps().to_vec(),
            keys: vec![None; path.steps().len()],
            test: test.clone(),
            fitting: FittingWords::default(),
        }
    }

    pub(super) fn learn(&mut self, words: &Words) {
        for (step, key) in self.steps.iter().zip(&mut self.keys) {
            if let Step::Key(text) = step {
                *key = words.known_string(text);
            }
        }
        self.fitting.learn(words);
    }

    /// The rows of a packed block in which a value passes. None of them is odd.
    pub(super) fn mask(
        &self,
        block: &mut Opened<'_>,
        within: u128,
        around: &Surroundings<'_>,
    ) -> Result<u128, ArchiveError> {
        if within == 0 {
            return Ok(0);
        }
        let content = block.block;
        // Most events do not have the path, or a word at its end: the tokens alone tell.
        let (mut found, mut open) = (0, 0);
        let mut walked = Vec::new();
        let streams = block.streams(&[Stream::Tokens])?;
        for place in places(within) {
            match self.walk(
                TokenReader::without_values(streams, place),
                content.own(place)?,
                around,
                &mut walked,
            )? {
                Passed::Continue(()) => {}
                Passed::Break(Answer::Passes) => found |= 1 << place,
                Passed::Break(Answer::NeedsValues) => open |= 1 << place,
            }
        }
        if open != 0 {
            let streams = block.streams(&Stream::ALL)?;
            for place in places(open) {
                if self
                    .walk(
                        TokenReader::at_row(streams, place),
                        content.own(place)?,
                        around,
                        &mut walked,
                    )?
                    .is_break()
                {
                    found |= 1 << place;
                }
            }
        }
        Ok(found)
    }

    fn walk(
        &self,
        reader: TokenReader<'_>,
        own: Own,
        around: &Surroundings<'_>,
        open: &mut Vec<Option<usize>>,
    ) -> Result<Passed, Damaged> {
        let mut walk = Walk {
            reader,
            own,
            words: around.words,
            depth: 0,
            open: std::mem::take(open),
        };
        let token = walk.reader.next()?;
        let answer = self.follow(&mut walk, token, 0);
        *open = walk.open;
        answer
    }

    /// Goes on from a value whose first token was read. Reads the value to its end, unless something passes.
    fn follow(&self, walk: &mut Walk<'_>, token: Token<'_>, step: usize) -> Result<Passed, Damaged> {
        // A payload that is a string of JSON is opened.
        let token = match token {
            Token::Inner { .. } if step == 1 && self.is_below_payload => walk.reader.next()?,
            other => other,
        };
        let Some(next) = self.steps.get(step) else {
            return self.at_end(walk, token);
        };
        match (token, next) {
            (Token::Shape(shape), Step::Key(_) | Step::AnyKey) => {
                let words = walk.words;
                for key in &words.shape(shape)?.keys {
                    let token = walk.reader.next()?;
                    let is_wanted = *next == Step::AnyKey || self.keys[step] == Some(*key);
                    if is_wanted {
                        if let found @ Passed::Break(_) = self.follow(walk, token, step + 1)? {
                            return Ok(found);
                        }
                    } else {
                        walk.skip(token)?;
                    }
                }
                Ok(Passed::Continue(()))
            }
            (Token::Map, Step::Key(_) | Step::AnyKey) => loop {
                let key = walk.reader.next()?;
                if key == Token::End {
                    return Ok(Passed::Continue(()));
                }
                let is_wanted = match next {
                    Step::Key(_) if !walk.reader.has_values() && !matches!(key, Token::Word(_)) => {
                        return Ok(Passed::Break(Answer::NeedsValues));
                    }
                    Step::Key(wanted) => key.is_text(walk.words, wanted),
                    _ => true,
                };
                let token = walk.reader.next()?;
                if !is_wanted {
                    walk.skip(token)?;
                } else if let found @ Passed::Break(_) = self.follow(walk, token, step + 1)? {
                    return Ok(found);
                }
            },
            // Lists are stepped through.
            (Token::Array, Step::Key(_) | Step::AnyKey) => {
                self.each_item(walk, |walk, token, _| self.follow(walk, token, step))
            }
            (Token::Array, Step::Index(wanted)) => self.each_item(walk, |walk, token, number| {
                if number == *wanted {
                    self.follow(walk, token, step + 1)
                } else {
                    walk.skip(token)?;
                    Ok(Passed::Continue(()))
                }
            }),
            (Token::Array, Step::AnyIndex) => self.each_item(walk, |walk, token, _| self.follow(walk, token, step + 1)),
            (other, _) => {
                walk.skip(other)?;
                Ok(Passed::Continue(()))
            }
        }
    }

    fn each_item(
        &self,
        walk: &mut Walk<'_>,
        mut item: impl FnMut(&mut Walk<'_>, Token<'_>, usize) -> Result<Passed, Damaged>,
    ) -> Result<Passed, Damaged> {
        // Deeper than anything that is written: only a damaged file is.
        walk.depth += 1;
        if walk.depth > 2 * DEEPEST {
            return Err(Damaged);
        }
        for number in 0.. {
            let token = walk.reader.next()?;
            if token == Token::End {
                break;
            }
            if let found @ Passed::Break(_) = item(walk, token, number)? {
                return Ok(found);
            }
        }
        walk.depth -= 1;
        Ok(Passed::Continue(()))
    }

    fn at_end(&self, walk: &mut Walk<'_>, token: Token<'_>) -> Result<Passed, Damaged> {
        if self.test == Test::Exists {
            if token != Token::Null {
                return Ok(Passed::Break(Answer::Passes));
            }
            return Ok(Passed::Continue(()));
        }
        if token == Token::Array {
            return self.each_item(walk, |walk, token, _| self.at_end(walk, token));
        }
        if let Token::Inner { is_indented } = token {
            return self.in_inner(walk, is_indented);
        }
        if !walk.reader.has_values() && matches!(token, Token::Text(_) | Token::Number(_) | Token::Uuid { .. }) {
            return Ok(Passed::Break(Answer::NeedsValues));
        }
        if self.passes(walk, token)? {
            return Ok(Passed::Break(Answer::Passes));
        }
        walk.skip(token)?;
        Ok(Passed::Continue(()))
    }

    /// A string of JSON at the path: its whole text is what the test is about.
    fn in_inner(&self, walk: &mut Walk<'_>, is_indented: bool) -> Result<Passed, Damaged> {
        if !walk.reader.has_values() {
            return Ok(Passed::Break(Answer::NeedsValues));
        }
        let text = inner_text(is_indented, &mut walk.reader, &walk.own, walk.words, 0)?;
        Ok(if self.test.passes(&text) {
            Passed::Break(Answer::Passes)
        } else {
            Passed::Continue(())
        })
    }

    fn passes(&self, walk: &Walk<'_>, token: Token<'_>) -> Result<bool, Damaged> {
        let text = |bytes| std::str::from_utf8(bytes).map_err(|_| Damaged);
        Ok(match token {
            Token::Word(word) => self.fitting.has(word, walk.words, |word| self.test.passes(word.text())),
            Token::Text(bytes) | Token::Number(bytes) => self.test.passes(text(bytes)?),
            Token::True => self.test.passes("true"),
            Token::False => self.test.passes("false"),
            Token::Null => {
                matches!(&self.test, Test::Matches(pattern) if pattern.literal().is_some() && pattern.is_match("null"))
            }
            Token::OwnTime => self.test.passes(&walk.own.timestamp.to_string()),
            Token::Uuid { bytes, is_upper } => self.passes_uuid(uuid::Uuid::from_bytes(bytes), is_upper),
            Token::OwnId { is_upper } => match &walk.own.id {
                event::EventId::Uuid(uuid) => self.passes_uuid(*uuid, is_upper),
                event::EventId::Text(_) => return Err(Damaged),
            },
            Token::Shape(_)
            | Token::Map
            | Token::Inner { .. }
            | Token::Array
            | Token::End
            | Token::Raw(_)
            | Token::Apart(_) => false,
        })
    }

    fn passes_uuid(&self, uuid: uuid::Uuid, is_upper: bool) -> bool {
        let mut buffer = [0; uuid::fmt::Hyphenated::LENGTH];
        let text: &str = if is_upper {
            uuid.hyphenated().encode_upper(&mut buffer)
        } else {
            uuid.hyphenated().encode_lower(&mut buffer)
        };
        self.test.passes(text)
    }
}
