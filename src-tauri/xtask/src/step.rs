//! The steps of a test run: each named, timed and counted.

use std::time::{Duration, Instant};

use crate::failure::Result;

/// How a step went, when it did not fail.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Done {
    /// What it checks holds.
    Passed,
    /// It could not be checked here, and why.
    Skipped(String),
}

/// One thing that a test run checks.
#[derive(Clone, Copy)]
pub(crate) struct Step {
    /// What is checked, as the summary names it.
    pub(crate) name: &'static str,
    /// The steps without which this one cannot be run, by name.
    pub(crate) after: &'static [&'static str],
    /// Does it, with its output on the screen.
    pub(crate) check: fn() -> Result<Done>,
}

/// What became of each step, in order.
#[derive(Default)]
pub(crate) struct Summary {
    lines: Vec<Line>,
}

struct Line {
    name: &'static str,
    outcome: Outcome,
    took: Duration,
}

enum Outcome {
    Passed,
    Skipped(String),
    Failed(String),
}

/// Runs the steps in order. One whose `after` failed is not tried, and counts as failed.
pub(crate) fn run(steps: &[Step]) -> Summary {
    let mut summary = Summary::default();
    for step in steps {
        println!("\n━━ {}", step.name);
        let started = Instant::now();
        let outcome = match step.after.iter().find(|name| summary.has_failed(name)) {
            Some(name) => Outcome::Failed(format!("not tried, because \"{name}\" failed")),
            None => match (step.check)() {
                Ok(Done::Passed) => Outcome::Passed,
                Ok(Done::Skipped(reason)) => Outcome::Skipped(reason),
                Err(failure) => Outcome::Failed(failure.to_string()),
            },
        };
        let line = Line {
            name: step.name,
            outcome,
            took: started.elapsed(),
        };
        println!("{}", line.text());
        summary.lines.push(line);
    }
    summary
}

impl Summary {
    /// Whether nothing failed.
    pub(crate) fn is_good(&self) -> bool {
        self.failed() == 0
    }

    /// The whole run: a line for each step, then how many passed and failed. A skipped step is neither.
    pub(crate) fn text(&self) -> String {
        let mut text = String::from("\n━━ summary\n");
        for line in &self.lines {
            text.push_str(&line.text());
            text.push('\n');
        }
        let passed = self
            .lines
            .iter()
            .filter(|line| matches!(line.outcome, Outcome::Passed))
            .count();
        text.push_str(&format!("\n{passed} passed, {} failed", self.failed()));
        text
    }

    fn failed(&self) -> usize {
        self.lines
            .iter()
            .filter(|line| matches!(line.outcome, Outcome::Failed(_)))
            .count()
    }

    fn has_failed(&self, name: &str) -> bool {
        self.lines
            .iter()
            .any(|line| line.name == name && matches!(line.outcome, Outcome::Failed(_)))
    }
}

impl Line {
    fn text(&self) -> String {
        let (mark, reason) = match &self.outcome {
            Outcome::Passed => ("ok     ", ""),
            Outcome::Skipped(reason) => ("skipped", reason.as_str()),
            Outcome::Failed(reason) => ("FAILED ", reason.as_str()),
        };
        let seconds = self.took.as_secs_f64();
        format!("{mark} {:<26} {seconds:>7.1} s  {reason}", self.name)
            .trim_end()
            .to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::Failure;

    fn step(name: &'static str, after: &'static [&'static str], check: fn() -> Result<Done>) -> Step {
        Step { name, after, check }
    }

    #[test]
    fn the_last_line_counts_what_passed_and_failed() {
        let summary = run(&[
            step("fine", &[], || Ok(Done::Passed)),
            step("elsewhere", &[], || Ok(Done::Skipped("no network".to_owned()))),
            step("broken", &[], || Err(Failure::new("it broke"))),
        ]);
        let text = summary.text();
        assert_eq!(text.lines().last(), Some("1 passed, 1 failed"));
        assert!(text.contains("no network") && text.contains("it broke"), "{text}");
        assert!(!summary.is_good());
    }

    #[test]
    fn what_needs_a_failed_step_is_not_tried() {
        let summary = run(&[
            step("build", &[], || Err(Failure::new("does not compile"))),
            step("tests", &["build"], || panic!("was tried")),
        ]);
        assert_eq!(summary.text().lines().last(), Some("0 passed, 2 failed"));
    }
}
