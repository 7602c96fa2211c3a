//! Finding the end of a JSON value in text that comes in pieces, without looking into it: 64 bytes at a time become bits
//! for quotes and brackets, and depth is a number, so that no nesting is too deep.

use memchr::memchr2;

/// How many bytes are looked at together, one bit each.
const BLOCK: usize = 64;

/// A value whose end is searched.
#[derive(Clone, Copy, Debug)]
pub(super) enum Skip {
    /// An object or a list.
    Nested(Nested),
    /// A text, with the quote at its beginning seen.
    Text { escaped: bool },
    /// A number or a word: it ends where something else begins.
    Bare,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Nested {
    /// How many brackets are open.
    depth: u64,
    /// All bits set inside of a text.
    in_text: u64,
    /// Whether a backslash came last.
    escaped: bool,
}

impl Skip {
    /// Begins with the first byte of a value. None where no value begins like this.
    pub(super) fn begin(byte: u8) -> Option<Self> {
        match byte {
            b'{' | b'[' => Some(Self::Nested(Nested {
                depth: 1,
                in_text: 0,
                escaped: false,
            })),
            b'"' => Some(Self::Text { escaped: false }),
            byte if is_bare(byte) => Some(Self::Bare),
            _ => None,
        }
    }

    /// Goes on from `at`, which is moved behind the value, or to the end of the text. Whether the end was found.
    pub(super) fn advance(&mut self, text: &[u8], at: &mut usize) -> bool {
        match self {
            Self::Nested(nested) => nested.advance(text, at),
            Self::Text { escaped } => advance_text(escaped, text, at),
            Self::Bare => {
                let length = text[*at..].iter().position(|byte| !is_bare(*byte));
                *at = length.map_or(text.len(), |length| *at + length);
                length.is_some()
            }
        }
    }
}

impl Nested {
    fn advance(&mut self, text: &[u8], at: &mut usize) -> bool {
        let (blocks, _) = text[*at..].as_chunks::<BLOCK>();
        for block in blocks {
            if let Some(length) = self.block(block, BLOCK) {
                *at += length;
                return true;
            }
            *at += BLOCK;
        }
        let rest = &text[*at..];
        if rest.is_empty() {
            return false;
        }
        let mut block = [b' '; BLOCK];
        block[..rest.len()].copy_from_slice(rest);
        let end = self.block(&block, rest.len());
        *at += end.unwrap_or(rest.len());
        end.is_some()
    }

    /// Looks at one block, of which `length` bytes count. The place behind the end, where it is here.
    fn block(&mut self, block: &[u8; BLOCK], length: usize) -> Option<usize> {
        let bits = Bits::of(block);
        let escaped = self.escaped_bytes(bits.backslashes, length);
        let in_text = between(bits.quotes & !escaped) ^ self.in_text;
        self.in_text = 0_u64.wrapping_sub(in_text >> (BLOCK - 1));
        let (opening, closing) = (bits.opening & !in_text, bits.closing & !in_text);
        let closed = u64::from(closing.count_ones());
        if closed < self.depth {
            self.depth += u64::from(opening.count_ones());
            self.depth -= closed;
            return None;
        }
        let mut brackets = opening | closing;
        while brackets != 0 {
            let place = brackets.trailing_zeros();
            if closing >> place & 1 == 0 {
                self.depth += 1;
            } else {
                self.depth -= 1;
                if self.depth == 0 {
                    return Some(place as usize + 1);
                }
            }
            brackets &= brackets - 1;
        }
        None
    }

    /// The bytes that stand behind a backslash that counts.
    fn escaped_bytes(&mut self, mut backslashes: u64, length: usize) -> u64 {
        let mut escaped = u64::from(self.escaped);
        self.escaped = false;
        backslashes &= !escaped;
        while backslashes != 0 {
            let place = backslashes.trailing_zeros() as usize;
            if place + 1 == length {
                self.escaped = true;
                break;
            }
            escaped |= 1 << (place + 1);
            backslashes &= backslashes - 1;
            backslashes &= !(1 << (place + 1));
        }
        escaped
    }
}

/// Which bytes of a block are what.
#[derive(Default)]
struct Bits {
    quotes: u64,
    backslashes: u64,
    opening: u64,
    closing: u64,
}

impl Bits {
    fn of(block: &[u8; BLOCK]) -> Self {
        let mut bits = Self::default();
        let (words, _) = block.as_chunks::<8>();
        for (place, word) in words.iter().enumerate() {
            let word = u64::from_le_bytes(*word);
            // The two kinds of brackets differ in this bit only; no other byte becomes one of them.
            let brackets = word | repeated(0x20);
            let shift = place * 8;
            bits.quotes |= equal(word, b'"') << shift;
            bits.backslashes |= equal(word, b'\\') << shift;
            bits.opening |= equal(brackets, b'{') << shift;
            bits.closing |= equal(brackets, b'}') << shift;
        }
        bits
    }
}

const fn repeated(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// A bit for each of eight bytes: whether it is this one.
fn equal(word: u64, byte: u8) -> u64 {
    let different = word ^ repeated(byte);
    let low = repeated(0x7f);
    let same = !(((different & low) + low) | different | low);
    // Gathers the highest bits of the bytes in the highest byte.
    (same >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// All bits from each odd quote up to the next one.
fn between(quotes: u64) -> u64 {
    let mut bits = quotes;
    for shift in [1, 2, 4, 8, 16, 32] {
        bits ^= bits << shift;
    }
    bits
}

fn advance_text(escaped: &mut bool, text: &[u8], at: &mut usize) -> bool {
    while *at < text.len() {
        if *escaped {
            *escaped = false;
            *at += 1;
            continue;
        }
        let Some(length) = memchr2(b'"', b'\\', &text[*at..]) else {
            *at = text.len();
            return false;
        };
        *at += length + 1;
        if text[*at - 1] == b'"' {
            return true;
        }
        *escaped = true;
    }
    false
}

fn is_bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The plain way: one byte after the other.
    fn end_of(text: &[u8]) -> Option<usize> {
        let (mut depth, mut in_text, mut escaped) = (0_u32, false, false);
        for (place, byte) in text.iter().enumerate() {
            let is_escaped = std::mem::take(&mut escaped);
            match byte {
                b'\\' => escaped = !is_escaped,
                // As in the blocks, a backslash counts in front of a text too.
                b'"' if is_escaped => {}
                b'"' => in_text = !in_text,
                _ if in_text => {}
                b'{' | b'[' => depth += 1,
                b'}' | b']' => {
                    depth -= 1;
                    if depth == 0 {
                        return Some(place + 1);
                    }
                }
                _ => {}
            }
        }
        None
    }

    proptest! {
        #[test]
        fn the_end_is_where_a_byte_by_byte_reading_finds_it(
            inner in prop::collection::vec(prop::sample::select(&b"{}[]\"\\\\\\ae:,[{[{[{\x5e\x9b\xfb\xfd\0\x7f"[..]), 0..400),
            cuts in prop::collection::vec(0_usize..100, 0..12),
        ) {
            let text = [&b"{"[..], &inner].concat();
            let mut skip = Skip::begin(b'{').unwrap();
            let (mut at, mut end, mut found) = (1, 1, false);
            for cut in cuts.into_iter().chain([text.len()]) {
                end = (end + cut).min(text.len());
                found = skip.advance(&text[..end], &mut at);
                if found {
                    break;
                }
                prop_assert_eq!(at, end);
            }
            prop_assert_eq!(found.then_some(at), end_of(&text));
        }

        #[test]
        fn a_text_ends_at_the_first_quote_that_counts(
            inner in prop::collection::vec(prop::sample::select(&b"\"\\\\ab"[..]), 0..40),
            step in 1_usize..9,
        ) {
            let mut escaped = false;
            let expected = inner.iter().position(|byte| {
                let ends = *byte == b'"' && !escaped;
                escaped = *byte == b'\\' && !escaped;
                ends
            });
            let mut skip = Skip::begin(b'"').unwrap();
            let (mut at, mut end, mut found) = (0, 0, false);
            while !found && end < inner.len() {
                end = (end + step).min(inner.len());
                found = skip.advance(&inner[..end], &mut at);
            }
            prop_assert_eq!(found.then_some(at), expected.map(|place| place + 1));
        }
    }
}
