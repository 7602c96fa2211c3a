//! A picture of measured points: both axes logarithmic, so that what grows in line with its cause is a straight line.

use std::fmt::Write;

/// Points of one kind of work, joined by lines.
pub(super) struct Series {
    pub(super) name: &'static str,
    /// The number of events, and what was measured.
    pub(super) points: Vec<(f64, f64)>,
}

/// Two panels side by side, each with its unit.
pub(super) struct Plot {
    pub(super) title: &'static str,
    pub(super) left: (&'static str, Vec<Series>),
    pub(super) right: (&'static str, Vec<Series>),
}

const WIDTH: f64 = 900.0;
const HEIGHT: f64 = 400.0;
const TOP: f64 = 60.0;
const BOTTOM: f64 = 340.0;
const COLOURS: [&str; 4] = ["#1473e6", "#d7373f", "#12805c", "#9256d9"];

impl Plot {
    /// The picture, readable on a light and on a dark page.
    pub(super) fn svg(&self) -> String {
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{title}\">\n\
             <style>text{{font:13px system-ui,sans-serif;fill:#4b4b4b}}.title{{font-size:16px;font-weight:600}}\
             .line{{fill:none;stroke-width:2}}.grid{{stroke:#8e8e8e;stroke-width:.5;opacity:.5}}\
             @media(prefers-color-scheme:dark){{text{{fill:#d1d1d1}}}}</style>\n\
             <text class=\"title\" x=\"20\" y=\"28\">{title}</text>\n",
            title = self.title
        );
        panel(&mut svg, 70.0, &self.left);
        panel(&mut svg, 520.0, &self.right);
        svg.push_str("</svg>\n");
        svg
    }
}

/// Draws one panel, 230 wide, with its names to the right of its last points.
fn panel(svg: &mut String, left: f64, (unit, series): &(&str, Vec<Series>)) {
    let across = Scale::over(
        series.iter().flat_map(|one| one.points.iter().map(|(x, _)| *x)),
        left,
        left + 230.0,
    );
    let up = Scale::over(
        series.iter().flat_map(|one| one.points.iter().map(|(_, y)| *y)),
        BOTTOM,
        TOP,
    );
    for power in across.powers() {
        let (x, label) = (across.place(10_f64.powi(power)), count(power));
        let _ = writeln!(
            svg,
            "<path class=\"grid\" d=\"M{x:.1} {TOP}V{BOTTOM}\"/><text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{label}</text>",
            BOTTOM + 20.0
        );
    }
    for power in up.powers() {
        let (y, label) = (up.place(10_f64.powi(power)), 10_f64.powi(power));
        let _ = writeln!(
            svg,
            "<path class=\"grid\" d=\"M{left} {y:.1}H{:.1}\"/><text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>",
            left + 230.0,
            left - 8.0,
            y + 4.0
        );
    }
    let _ = writeln!(
        svg,
        "<text x=\"{left}\" y=\"{:.1}\">{unit}</text><text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">events</text>",
        TOP - 10.0,
        left + 115.0,
        BOTTOM + 42.0
    );
    let mut names: Vec<(f64, &str, &str)> = Vec::new();
    for (one, colour) in series.iter().zip(COLOURS) {
        let places: Vec<(f64, f64)> = one
            .points
            .iter()
            .map(|(x, y)| (across.place(*x), up.place(*y)))
            .collect();
        let line: Vec<String> = places.iter().map(|(x, y)| format!("{x:.1} {y:.1}")).collect();
        let _ = writeln!(
            svg,
            "<path class=\"line\" stroke=\"{colour}\" d=\"M{}\"/>",
            line.join("L")
        );
        for (x, y) in &places {
            let _ = writeln!(svg, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3.5\" fill=\"{colour}\"/>");
        }
        names.extend(places.last().map(|(_, y)| (*y, one.name, colour)));
    }
    names.sort_by(|above, below| above.0.total_cmp(&below.0));
    let mut lowest = f64::MIN;
    for (y, name, colour) in names {
        // Names keep a line's distance.
        lowest = y.max(lowest + 17.0);
        let _ = writeln!(
            svg,
            "<circle cx=\"{:.1}\" cy=\"{lowest:.1}\" r=\"4\" fill=\"{colour}\"/><text x=\"{:.1}\" y=\"{:.1}\">{name}</text>",
            left + 242.0,
            left + 250.0,
            lowest + 4.0
        );
    }
}

/// From the logarithm of a value to a place on an axis, over whole powers of ten.
struct Scale {
    first: i32,
    last: i32,
    from: f64,
    to: f64,
}

impl Scale {
    fn over(values: impl Iterator<Item = f64>, from: f64, to: f64) -> Self {
        let logs: Vec<f64> = values.filter(|value| *value > 0.0).map(f64::log10).collect();
        let lowest = logs.iter().copied().fold(f64::INFINITY, f64::min);
        let highest = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if logs.is_empty() {
            return Self {
                first: 0,
                last: 1,
                from,
                to,
            };
        }
        let first = lowest.floor() as i32;
        Self {
            first,
            last: (highest.ceil() as i32).max(first + 1),
            from,
            to,
        }
    }

    fn powers(&self) -> impl Iterator<Item = i32> {
        self.first..=self.last
    }

    fn place(&self, value: f64) -> f64 {
        let part = (value.log10() - f64::from(self.first)) / f64::from(self.last - self.first);
        self.from + part * (self.to - self.from)
    }
}

/// A power of ten as people say it.
fn count(power: i32) -> String {
    match power {
        ..=2 => 10_i64.pow(power.max(0).unsigned_abs()).to_string(),
        3..=5 => format!("{}k", 10_i64.pow(power.unsigned_abs() - 3)),
        _ => format!("{}M", 10_i64.pow(power.unsigned_abs() - 6)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_times_as_much_is_always_as_far() {
        let scale = Scale::over([1e4, 1e6].into_iter(), 0.0, 200.0);
        assert!((scale.place(1e4) - 0.0).abs() < 1e-9);
        assert!((scale.place(1e5) - 100.0).abs() < 1e-9);
        assert!((scale.place(1e6) - 200.0).abs() < 1e-9);
    }

    #[test]
    fn every_series_is_drawn_and_named() {
        let series = |name| Series {
            name,
            points: vec![(1e4, 0.04), (1e5, 0.4)],
        };
        let svg = Plot {
            title: "Growth",
            left: ("seconds", vec![series("import"), series("open")]),
            right: ("megabytes", vec![series("file")]),
        }
        .svg();
        assert_eq!(svg.matches("class=\"line\"").count(), 3);
        for name in ["import", "open", "file", "10k", "100k"] {
            assert!(svg.contains(&format!(">{name}</text>")), "{name}");
        }
    }
}
