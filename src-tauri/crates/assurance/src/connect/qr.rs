//! A QR code as dark and light modules, drawn as one SVG path.

use std::fmt::Write;

use qrcode::Color;
use serde::Serialize;

/// The QR code of a text. One unit of the path is one module; leave a quiet zone of 4 units around it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QrCode {
    /// Modules per side.
    pub size: usize,
    /// The dark modules as an SVG path in a square from 0 to `size`.
    pub path: String,
}

/// The text is longer than a QR code can hold (about 2,900 characters).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the link is too long for a QR code")]
pub struct QrTooLong;

impl QrCode {
    /// Encodes a text.
    ///
    /// # Errors
    /// When the text is too long for any QR code.
    pub fn new(text: &str) -> Result<Self, QrTooLong> {
        let code = qrcode::QrCode::new(text).map_err(|_| QrTooLong)?;
        let size = code.width();
        let modules = code.to_colors();
        let mut path = String::new();
        for (y, row) in modules.chunks(size).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|left, right| left == right) {
                if run[0] == Color::Dark {
                    let length = run.len();
                    // Writing to a String cannot fail.
                    let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
                }
                x += run.len();
            }
        }
        Ok(Self { size, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_draws_exactly_the_dark_modules() {
        let text = "myapp://default?adb_validation_sessionid=0f8fad5b-d9cb-469f-a165-70867728950e";
        let code = QrCode::new(text).unwrap();
        let expected = qrcode::QrCode::new(text).unwrap();
        let mut drawn = vec![false; code.size * code.size];
        for run in code.path.split('M').skip(1) {
            let (x, rest) = run.split_once(' ').unwrap();
            let (y, rest) = rest.split_once('h').unwrap();
            let (length, _) = rest.split_once('v').unwrap();
            let (x, y, length): (usize, usize, usize) =
                (x.parse().unwrap(), y.parse().unwrap(), length.parse().unwrap());
            drawn[y * code.size + x..][..length].fill(true);
        }
        let dark: Vec<bool> = expected.to_colors().iter().map(|color| *color == Color::Dark).collect();
        assert_eq!(drawn, dark);
    }

    #[test]
    fn a_text_that_is_too_long_is_refused() {
        assert_eq!(QrCode::new(&"x".repeat(3000)), Err(QrTooLong));
    }
}
