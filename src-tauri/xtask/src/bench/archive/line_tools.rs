//! The tools that read the file itself: ripgrep, jq and lnav. Each is a whole process, as a person would run it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::clock::timed;
use crate::command::command;
use crate::failure::{Failure, Result};

/// Events with this text: seconds and count. ripgrep counts lines, and an event is a line.
pub(super) fn ripgrep(file: &Path, text: &str, ignore_case: bool) -> Result<(f64, f64)> {
    let mut rg = command("rg");
    rg.args(["--count", "--fixed-strings"]);
    if ignore_case {
        rg.arg("--ignore-case");
    }
    let (seconds, printed) = timed(rg.arg("--").arg(text).arg(file))?;
    Ok((seconds, number(&printed)?))
}

/// Events that a filter of jq selects: seconds and count.
pub(super) fn jq(file: &Path, condition: &str) -> Result<(f64, f64)> {
    let (seconds, printed) = timed(command("jq").arg("-c").arg(format!("select({condition})")).arg(file))?;
    Ok((seconds, printed.lines().count() as f64))
}

/// lnav opens the file, with a format that names the fields of an event; seconds.
pub(super) fn lnav(file: &Path, configuration: &Path) -> Result<f64> {
    let mut lnav = command("lnav");
    lnav.arg("-I").arg(configuration).args(["-n", "-q", "-c", ":goto 0"]);
    timed(lnav.arg(file)).map(|(seconds, _)| seconds)
}

/// Writes what lnav has to be told of an event, and answers the folder for it.
pub(super) fn lnav_format() -> Result<PathBuf> {
    const FORMAT: &str = r#"{
        "$schema": "https://lnav.org/schemas/format-v1.schema.json",
        "assurance_event": {
            "title": "Assurance events",
            "file-type": "json",
            "file-pattern": "\\.ndjson$",
            "timestamp-field": "timestamp",
            "timestamp-divisor": 1000,
            "body-field": "payload",
            "hide-extra": true,
            "line-format": [{"field": "__timestamp__"}, " ", {"field": "vendor"}, " ", {"field": "payload/ACPExtensionEventName"}],
            "value": {
                "uuid": {"kind": "string", "identifier": true},
                "eventNumber": {"kind": "integer"},
                "clientId": {"kind": "string", "identifier": true},
                "vendor": {"kind": "string", "identifier": true},
                "type": {"kind": "string", "identifier": true},
                "payload": {"kind": "json"},
                "payload/ACPExtensionEventName": {"kind": "string"},
                "annotations": {"kind": "json"}
            }
        }
    }"#;
    let configuration = env::temp_dir().join(format!("assurance-desk-bench-lnav-{}", std::process::id()));
    let folder = configuration.join("formats/assurance");
    fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
    let file = folder.join("format.json");
    fs::write(&file, FORMAT).map_err(|error| Failure::file(&file, &error))?;
    Ok(configuration)
}

fn number(printed: &str) -> Result<f64> {
    let printed = printed.trim();
    printed
        .parse()
        .map_err(|_| Failure::new(format!("a count was expected, and it answered `{printed}`")))
}
