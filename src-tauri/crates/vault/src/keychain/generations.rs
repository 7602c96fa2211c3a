//! The text of the keychain entry that says how often each vault was written: a line for each, the last noted first.

/// Vaults and how often each was written.
pub(super) struct Generations(Vec<(String, u64)>);

impl Generations {
    /// Reads the entry. What cannot be read is left out: it is noted anew when its vault is opened next.
    pub(super) fn parse(text: &str) -> Self {
        let line = |line: &str| {
            let (vault, generation) = line.split_once(' ')?;
            Some((vault.to_owned(), generation.parse().ok()?))
        };
        Self(text.lines().filter_map(line).collect())
    }

    pub(super) fn of(&self, vault: &str) -> Option<u64> {
        let noted = self.0.iter().find(|(known, _)| known == vault);
        noted.map(|(_, generation)| *generation)
    }

    pub(super) fn note(&mut self, vault: &str, generation: u64) {
        self.0.retain(|(known, _)| known != vault);
        self.0.insert(0, (vault.to_owned(), generation));
        self.0.truncate(MOST_VAULTS);
    }

    pub(super) fn to_text(&self) -> String {
        let line = |(vault, generation): &(String, u64)| format!("{vault} {generation}\n");
        self.0.iter().map(line).collect()
    }
}

/// Windows keeps 2,560 bytes in an entry.
const MOST_VAULTS: usize = 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_noted_last_is_kept_and_what_cannot_be_read_is_not() {
        let mut noted = Generations::parse("a 3\nb many\nc\nd 4 5\n");
        assert_eq!((noted.of("a"), noted.of("b"), noted.of("c")), (Some(3), None, None));
        for number in 0..30 {
            noted.note(&format!("{number:032}"), u64::MAX);
        }
        noted.note("a", 7);
        let text = noted.to_text();
        assert!(text.len() < 2_560, "{}", text.len());
        assert_eq!(Generations::parse(&text).of("a"), Some(7));
        assert_eq!(Generations::parse(&text).of(&format!("{:032}", 29)), Some(u64::MAX));
    }
}
