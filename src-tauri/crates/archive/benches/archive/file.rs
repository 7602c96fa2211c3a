//! The file of made-up events.

use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::Outcome;
use crate::events::{Events, START};

/// The seed of every file that is made here.
pub(crate) const SEED: u64 = 20_261_121;

/// Writes the events of a session, one a line.
pub(crate) fn generate(path: &Path, count: u64, rare_words: &[String]) -> Outcome {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path)?);
    for event in Events::new(SEED, START, count, rare_words) {
        out.write_all(event.as_bytes())?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(())
}

/// The first 16 hex digits of the file's SHA-256.
pub(crate) fn checksum(path: &Path) -> Outcome<String> {
    let mut file = File::open(path)?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 1 << 20];
    loop {
        match file.read(&mut buffer)? {
            0 => break,
            read => hash.update(&buffer[..read]),
        }
    }
    Ok(hash
        .finalize()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect())
}
