//! What a measured program prints: names with numbers.

use crate::failure::{Failure, Result};

/// Names and numbers, separated by white space: `seconds 0.25 count 12`.
#[derive(Debug)]
pub(super) struct Answer(Vec<(String, f64)>);

impl Answer {
    pub(super) fn read(printed: &str) -> Result<Self> {
        let words: Vec<&str> = printed.split_whitespace().collect();
        let pairs: Option<Vec<_>> = words
            .chunks(2)
            .map(|pair| match pair {
                [name, number] => Some(((*name).to_owned(), number.parse().ok()?)),
                _ => None,
            })
            .collect();
        pairs
            .filter(|pairs| !pairs.is_empty())
            .map(Self)
            .ok_or_else(|| Failure::new(format!("the measurement answered `{}`", printed.trim())))
    }

    /// The number of this name.
    pub(super) fn get(&self, name: &str) -> Result<f64> {
        self.0
            .iter()
            .find_map(|(found, number)| (found == name).then_some(*number))
            .ok_or_else(|| Failure::new(format!("the measurement does not tell its {name}: {:?}", self.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_by_their_names() {
        let answer = Answer::read("seconds 0.25\ncount 12\n").unwrap();
        assert!((answer.get("seconds").unwrap() - 0.25).abs() < 1e-9);
        assert!((answer.get("count").unwrap() - 12.0).abs() < 1e-9);
        assert!(answer.get("bytes").is_err());
    }

    #[test]
    fn what_is_no_answer_is_told() {
        for printed in ["", "seconds", "seconds many", "thread 'main' panicked"] {
            assert!(Answer::read(printed).is_err(), "{printed}");
        }
    }
}
