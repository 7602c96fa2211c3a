//! The table: what was measured, beside what, and whether it is good enough.

use std::fmt::Write;

/// What a row is measured against.
#[derive(Clone, Copy)]
pub(super) enum Goal {
    /// At most so much of what the other one took.
    Ratio(f64),
    /// At most this, in the row's own unit.
    AtMost(f64),
    /// At least this, in the row's own unit.
    AtLeast(f64),
    /// Only told.
    None,
}

#[derive(Clone, Copy)]
pub(super) enum Unit {
    Seconds,
    Bytes,
    PerSecond,
    Count,
    Part,
}

/// One line of the table.
pub(super) struct Row {
    pub(super) work: String,
    pub(super) unit: Unit,
    pub(super) ours: f64,
    /// Beside what, and what it took.
    pub(super) beside: Option<(&'static str, f64)>,
    /// The middle of the ratios of pairs.
    pub(super) ratio: Option<f64>,
    pub(super) goal: Goal,
}

impl Row {
    /// Whether the goal is met; nothing where there is none.
    fn met(&self) -> Option<bool> {
        match self.goal {
            Goal::Ratio(most) => Some(self.ratio? <= most),
            Goal::AtMost(most) => Some(self.ours <= most),
            Goal::AtLeast(least) => Some(self.ours >= least),
            Goal::None => None,
        }
    }
}

/// The rows as a table of Markdown, which reads well in a terminal and goes into the docs as it is.
pub(super) fn print(rows: &[Row]) {
    let mut lines = vec![["work", "here", "beside", "ratio", "goal", ""].map(str::to_owned)];
    for row in rows {
        let beside = row.beside.map_or_else(
            || "–".to_owned(),
            |(name, value)| format!("{name}: {}", row.unit.say(value)),
        );
        lines.push([
            row.work.clone(),
            row.unit.say(row.ours),
            beside,
            row.ratio
                .map_or_else(|| "–".to_owned(), |ratio| format!("{} ×", figures(ratio))),
            match row.goal {
                Goal::Ratio(most) => format!("≤ {most} ×"),
                Goal::AtMost(most) => format!("≤ {}", row.unit.say(most)),
                Goal::AtLeast(least) => format!("≥ {}", row.unit.say(least)),
                Goal::None => "–".to_owned(),
            },
            row.met()
                .map_or("", |met| if met { "met" } else { "not met" })
                .to_owned(),
        ]);
    }
    println!("\n{}", markdown(&lines));
}

/// Columns of equal width, with a line under the first row.
pub(super) fn markdown<const COLUMNS: usize>(lines: &[[String; COLUMNS]]) -> String {
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..COLUMNS).map(width).collect();
    let mut text = String::new();
    for (number, line) in lines.iter().enumerate() {
        for (cell, width) in line.iter().zip(&widths) {
            let _ = write!(text, "| {cell:width$} ");
        }
        text.push_str("|\n");
        if number == 0 {
            for width in &widths {
                let _ = write!(text, "|{:-<1$}", "", width + 2);
            }
            text.push_str("|\n");
        }
    }
    text
}

impl Unit {
    pub(super) fn say(self, value: f64) -> String {
        match self {
            Self::Seconds if value >= 1.0 => format!("{} s", figures(value)),
            Self::Seconds => format!("{} ms", figures(value * 1e3)),
            Self::Bytes => format!("{} MB", figures(value / 1e6)),
            Self::PerSecond => format!("{value:.0} a second"),
            Self::Count => format!("{value:.0}"),
            Self::Part => format!("{} %", figures(value * 100.0)),
        }
    }
}

/// Three figures, as many as the measurements are good for.
fn figures(value: f64) -> String {
    match value.abs() {
        size if size >= 100.0 => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        size if size >= 1.0 => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(goal: Goal, ours: f64, ratio: Option<f64>) -> Row {
        Row {
            work: "import".to_owned(),
            unit: Unit::Seconds,
            ours,
            beside: Some(("DuckDB", 7.6)),
            ratio,
            goal,
        }
    }

    #[test]
    fn a_goal_is_met_or_not() {
        assert_eq!(row(Goal::Ratio(0.5), 3.0, Some(0.39)).met(), Some(true));
        assert_eq!(row(Goal::Ratio(0.5), 3.0, Some(0.6)).met(), Some(false));
        assert_eq!(row(Goal::AtMost(0.008), 0.009, None).met(), Some(false));
        assert_eq!(row(Goal::AtLeast(10_000.0), 10_000.0, None).met(), Some(true));
        assert_eq!(row(Goal::None, 1.0, None).met(), None);
    }

    #[test]
    fn numbers_are_said_with_their_units() {
        assert_eq!(Unit::Seconds.say(0.0123), "12.3 ms");
        assert_eq!(Unit::Seconds.say(12.34), "12.3 s");
        assert_eq!(Unit::Bytes.say(317e6), "317 MB");
        assert_eq!(Unit::PerSecond.say(10_000.4), "10000 a second");
        assert_eq!(Unit::Part.say(0.005), "0.500 %");
    }

    #[test]
    fn the_table_is_markdown() {
        let table = markdown(&[["work", "here"], ["import", "3 s"]].map(|line| line.map(str::to_owned)));
        assert_eq!(table, "| work   | here |\n|--------|------|\n| import | 3 s  |\n");
    }
}
