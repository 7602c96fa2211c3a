//! What was measured, by name.

use std::fmt::Write as _;

/// Names and numbers, in the order in which they were measured.
#[derive(Default)]
pub(crate) struct Measures(Vec<(String, f64)>);

impl Measures {
    pub(crate) fn put(&mut self, name: &str, number: f64) {
        println!("{name} {number}");
        self.0.push((name.to_owned(), number));
    }

    /// The middle, the 95th of a hundred and the worst of some numbers.
    pub(crate) fn put_all(&mut self, name: &str, mut numbers: Vec<f64>) {
        assert!(!numbers.is_empty(), "nothing was measured of {name}");
        numbers.sort_unstable_by(f64::total_cmp);
        let at = |part: f64| numbers[((numbers.len() - 1) as f64 * part).round() as usize];
        self.put(&format!("{name}.p50"), at(0.5));
        self.put(&format!("{name}.p95"), at(0.95));
        self.put(&format!("{name}.worst"), at(1.0));
    }

    /// Writes the file that was asked for.
    pub(crate) fn write(&self) {
        let mut text = String::new();
        for (name, number) in &self.0 {
            let _ = writeln!(text, "{name} {number}");
        }
        let file = std::env::var_os("ASSURANCE_DESK_MEASURES").expect("ASSURANCE_DESK_MEASURES names a file");
        std::fs::write(file, text).expect("the file can be written");
    }
}
