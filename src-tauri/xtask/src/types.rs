//! `cargo xtask types`: the TypeScript side of the boundary, written from the Rust side.

use std::fs;
use std::process::Stdio;

use crate::checkout;
use crate::command::{cannot_start, cargo};
use crate::failure::{Failure, Result};

/// Writes `ui/src/backend/api.gen.ts`, unless it says the same already. A test of the `api` crate fails
/// while it is stale.
///
/// # Errors
/// When the `api` crate does not build or the file cannot be written.
pub(crate) fn write() -> Result {
    let file = checkout::ui().join("src/backend/api.gen.ts");
    let mut writer = cargo();
    writer.args(["run", "--quiet", "--package", "api", "--bin", "write-types"]);
    let output = writer
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| cannot_start(&writer, &error))?;
    if !output.status.success() {
        return Err(Failure::new(
            "the types could not be written: the api crate did not build or run",
        ));
    }
    if fs::read(&file).is_ok_and(|present| present == output.stdout) {
        return Ok(());
    }
    fs::write(&file, &output.stdout).map_err(|error| Failure::file(&file, &error))?;
    println!("Wrote {}", file.display());
    Ok(())
}
