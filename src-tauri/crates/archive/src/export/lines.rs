//! NDJSON: one event a line.

use std::borrow::Cow;
use std::path::Path;

use super::ExportReport;
use super::error::ExportError;
use super::reading::Reading;
use super::target::Target;

pub(super) fn write(mut reading: Reading<'_>, to: &Path, replace: bool) -> Result<ExportReport, ExportError> {
    let mut target = Target::create(to, replace)?;
    loop {
        let batch = reading.next_batch()?;
        if batch.is_empty() {
            return target.finish(reading.events());
        }
        for event in batch {
            target.write(one_line(&event.text).as_bytes())?;
            target.write(b"\n")?;
        }
    }
}

/// The same JSON on one line. Events that the archive could not take apart keep the blanks they came with.
pub(super) fn one_line(json: &str) -> Cow<'_, str> {
    if memchr::memchr2(b'\n', b'\r', json.as_bytes()).is_none() {
        return Cow::Borrowed(json);
    }
    let (mut is_in_text, mut is_escaped) = (false, false);
    let line = json.chars().filter(|character| {
        let is_blank = !is_in_text && character.is_ascii_whitespace();
        if *character == '"' && !is_escaped {
            is_in_text = !is_in_text;
        }
        is_escaped = is_in_text && *character == '\\' && !is_escaped;
        !is_blank
    });
    Cow::Owned(line.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_go_and_those_in_texts_stay() {
        let json = "{ \"a b\" :\r\n [ 1 ,\t\"x \\\" y\\\\\" ,\n\" \" ] }";
        assert_eq!(one_line(json), "{\"a b\":[1,\"x \\\" y\\\\\",\" \"]}");
    }
}
