//! Times that were measured by turns on two sides.

use std::time::Duration;

/// The times of both sides, round by round.
#[derive(Default)]
pub(super) struct Times {
    rounds: Vec<(Duration, Duration)>,
}

impl Times {
    pub(super) fn push(&mut self, ours: Duration, theirs: Duration) {
        self.rounds.push((ours, theirs));
    }

    /// The middle of ours, in milliseconds.
    pub(super) fn ours(&self) -> f64 {
        middle(self.rounds.iter().map(|(ours, _)| milliseconds(*ours)))
    }

    /// The middle of theirs, in milliseconds.
    pub(super) fn theirs(&self) -> f64 {
        middle(self.rounds.iter().map(|(_, theirs)| milliseconds(*theirs)))
    }

    /// How much of their time we took, in the middle of all rounds: below 1 we are quicker.
    pub(super) fn ratio(&self) -> f64 {
        middle(
            self.rounds
                .iter()
                .map(|(ours, theirs)| ours.as_secs_f64() / theirs.as_secs_f64()),
        )
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn middle(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<_> = values.collect();
    values.sort_unstable_by(f64::total_cmp);
    match values.as_slice() {
        [] => 0.0,
        values if values.len().is_multiple_of(2) => {
            f64::midpoint(values[values.len() / 2 - 1], values[values.len() / 2])
        }
        values => values[values.len() / 2],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(rounds: &[(u64, u64)]) -> Times {
        let mut times = Times::default();
        for (ours, theirs) in rounds {
            times.push(Duration::from_millis(*ours), Duration::from_millis(*theirs));
        }
        times
    }

    #[test]
    fn the_middle_ignores_one_slow_round() {
        let times = times(&[(900, 20), (10, 20), (12, 24)]);
        assert!((times.ours() - 12.0).abs() < 1e-9);
        assert!((times.theirs() - 20.0).abs() < 1e-9);
        assert!((times.ratio() - 0.5).abs() < 1e-9);
    }

    #[test]
    fn the_middle_of_two_is_between_them() {
        assert!((times(&[(10, 10), (20, 10)]).ours() - 15.0).abs() < 1e-9);
        assert!(times(&[]).ratio().abs() < 1e-9);
    }
}
