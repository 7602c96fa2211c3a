//! Many long values, found in one pass over a text. They take little more memory than they are long themselves, which
//! matters where every response brings an identifier of its own.

use std::ops::Range;

/// The bytes by which the beginning of a value is noticed.
const BEGIN: usize = 8;

/// No other value.
const NONE: u32 = u32::MAX;

pub(super) struct LongValues<T> {
    /// In the order of their bytes, in lower case.
    values: Vec<(Box<[u8]>, T)>,
    /// For every value the longest other one that it begins with.
    shorter: Vec<u32>,
    /// A bit for every beginning; a few others share one.
    begins: Vec<u64>,
}

impl<T> LongValues<T> {
    /// The shortest value that can be found, in bytes.
    pub(super) const SHORTEST: usize = BEGIN;

    /// Of values that are equal but for their case, the first counts.
    pub(super) fn new(values: impl IntoIterator<Item = (String, T)>) -> Self {
        let lower = |(value, what): (String, T)| (value.to_ascii_lowercase().into_bytes().into_boxed_slice(), what);
        let mut values: Vec<(Box<[u8]>, T)> = values.into_iter().map(lower).collect();
        values.sort_by(|left, right| left.0.cmp(&right.0));
        values.dedup_by(|later, first| later.0 == first.0);
        let bits = (values.len() * 64).next_power_of_two().clamp(1 << 12, 1 << 26);
        let mut begins = vec![0; bits / 64];
        for (value, _) in &values {
            let bit = bit_of(begin_of(value), bits);
            begins[bit / 64] |= 1 << (bit % 64);
        }
        let mut shorter = Vec::with_capacity(values.len());
        let mut open: Vec<u32> = Vec::new();
        for (number, (value, _)) in values.iter().enumerate() {
            while open
                .last()
                .is_some_and(|last| !value.starts_with(&values[*last as usize].0))
            {
                open.pop();
            }
            shorter.push(open.last().copied().unwrap_or(NONE));
            open.push(number as u32);
        }
        Self {
            values,
            shorter,
            begins,
        }
    }

    /// Tells of the values in a text, the first and longest of those that overlap, where `tell` agrees.
    pub(super) fn find<'v>(&'v self, text: &str, mut tell: impl FnMut(Range<usize>, &'v T) -> bool) {
        if self.values.is_empty() {
            return;
        }
        let bits = self.begins.len() * 64;
        let bytes = text.as_bytes();
        let (mut seen, mut from) = (0, 0);
        for (at, byte) in bytes.iter().enumerate() {
            seen = seen << 8 | u64::from(byte.to_ascii_lowercase());
            let Some(start) = (at + 1).checked_sub(BEGIN).filter(|start| *start >= from) else {
                continue;
            };
            let bit = bit_of(seen, bits);
            if self.begins[bit / 64] >> (bit % 64) & 1 == 1
                && let Some((length, what)) = self.longest_at(&bytes[start..])
                && tell(start..start + length, what)
            {
                from = start + length;
            }
        }
    }

    /// The longest value that a text begins with. All values between that one and the text in the order of bytes begin
    /// with it too.
    fn longest_at(&self, text: &[u8]) -> Option<(usize, &T)> {
        let lower = || text.iter().map(u8::to_ascii_lowercase);
        let before = self
            .values
            .partition_point(|(value, _)| value.iter().copied().le(lower()));
        let mut number = before.checked_sub(1)?;
        let same = self.values[number]
            .0
            .iter()
            .copied()
            .zip(lower())
            .take_while(|(left, right)| left == right)
            .count();
        while self.values[number].0.len() > same {
            number = match self.shorter[number] {
                NONE => return None,
                shorter => shorter as usize,
            };
        }
        let (value, what) = &self.values[number];
        Some((value.len(), what))
    }
}

fn begin_of(value: &[u8]) -> u64 {
    value
        .iter()
        .take(BEGIN)
        .fold(0, |begin, byte| begin << 8 | u64::from(*byte))
}

fn bit_of(begin: u64, bits: usize) -> usize {
    // The golden ratio spreads what is alike.
    (begin.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - bits.trailing_zeros())) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(values: &[&str], text: &str) -> Vec<String> {
        let values = LongValues::new(values.iter().map(|value| ((*value).to_owned(), ())));
        let mut found = Vec::new();
        values.find(text, |at, ()| {
            found.push(text[at].to_owned());
            true
        });
        found
    }

    #[test]
    fn the_longest_value_is_found_in_any_case() {
        let values = [
            "customer-1",
            "customer-10",
            "CUSTOMER-1",
            "customer",
            "stomer-9",
            "other-value",
        ];
        assert_eq!(found(&values, "xCustomer-10 customer-2"), ["Customer-10", "customer"]);
        assert_eq!(found(&values, "customer-9 stomer-9"), ["customer", "stomer-9"]);
        assert_eq!(found(&values, "custome"), Vec::<String>::new());
        assert_eq!(found(&[], "customer"), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn what_is_there_is_found(
            values in prop::collection::vec("[abA]{8,12}", 0..40),
            text in "[abAB]{0,80}",
        ) {
            let texts: Vec<&str> = values.iter().map(String::as_str).collect();
            let lower = text.to_lowercase();
            let mut expected = Vec::new();
            let mut at = 0;
            while at < text.len() {
                let here = values.iter().filter(|value| lower[at..].starts_with(&value.to_lowercase()));
                match here.map(String::len).max() {
                    Some(length) => {
                        expected.push(text[at..at + length].to_owned());
                        at += length;
                    }
                    None => at += 1,
                }
            }
            prop_assert_eq!(found(&texts, &text), expected);
        }
    }
}
