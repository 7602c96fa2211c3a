//! Sorted hashes in files.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Hashes that are read at once. The first of each such piece is in memory: a byte for 64 hashes.
const PIECE: usize = 512;
const BYTES: usize = size_of::<u64>();
/// So many runs of about one size become one.
const MOST_OF_LEVEL: usize = 4;

/// Any number of hashes in a few files, each sorted.
pub(super) struct Runs {
    folder: PathBuf,
    /// The runs of a level are about four times as long as those of the level before.
    levels: Vec<Vec<Run>>,
}

impl Runs {
    /// None yet; their files will be in `folder`.
    pub(super) fn new(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            levels: Vec::new(),
        }
    }

    /// Adds hashes that are in order and in no run yet.
    pub(super) fn add(&mut self, sorted: impl Iterator<Item = u64>) -> io::Result<()> {
        let mut run = Run::write(tempfile::tempfile_in(&self.folder)?, sorted.map(Ok))?;
        for level in 0.. {
            if self.levels.len() == level {
                self.levels.push(Vec::new());
            }
            self.levels[level].push(run);
            if self.levels[level].len() < MOST_OF_LEVEL {
                return Ok(());
            }
            run = Run::write(tempfile::tempfile_in(&self.folder)?, merged(&mut self.levels[level])?)?;
            self.levels[level].clear();
        }
        Ok(())
    }

    pub(super) fn has(&mut self, hash: u64) -> io::Result<bool> {
        for run in self.levels.iter_mut().flatten() {
            if run.has(hash)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    #[cfg(test)]
    pub(super) fn count(&self) -> usize {
        self.levels.iter().map(Vec::len).sum()
    }
}

/// All hashes of some runs, in order.
fn merged(runs: &mut [Run]) -> io::Result<impl Iterator<Item = io::Result<u64>>> {
    let mut sources = Vec::with_capacity(runs.len());
    for run in runs {
        let mut source = run.hashes()?;
        sources.push((source.next()?, source));
    }
    Ok(std::iter::from_fn(move || {
        let smallest = sources.iter_mut().filter(|(next, _)| next.is_some());
        let (next, source) = smallest.min_by_key(|(next, _)| *next)?;
        let hash = *next;
        match source.next() {
            Ok(after) => *next = after,
            Err(error) => return Some(Err(error)),
        }
        hash.map(Ok)
    }))
}

/// One file.
struct Run {
    file: File,
    count: usize,
    /// The first hash of each piece.
    firsts: Vec<u64>,
}

impl Run {
    fn write(file: File, sorted: impl Iterator<Item = io::Result<u64>>) -> io::Result<Self> {
        let mut out = BufWriter::with_capacity(PIECE * BYTES * 8, file);
        let (mut count, mut firsts) = (0, Vec::new());
        for hash in sorted {
            let hash = hash?;
            if count % PIECE == 0 {
                firsts.push(hash);
            }
            count += 1;
            out.write_all(&hash.to_le_bytes())?;
        }
        let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        Ok(Self { file, count, firsts })
    }

    fn has(&mut self, hash: u64) -> io::Result<bool> {
        let behind = self.firsts.partition_point(|first| *first <= hash);
        let Some(piece) = behind.checked_sub(1) else {
            return Ok(false);
        };
        let start = piece * PIECE;
        let mut bytes = [0; PIECE * BYTES];
        let bytes = &mut bytes[..(self.count - start).min(PIECE) * BYTES];
        self.file.seek(SeekFrom::Start((start * BYTES) as u64))?;
        self.file.read_exact(bytes)?;
        let (hashes, _) = bytes.as_chunks::<BYTES>();
        Ok(hashes
            .binary_search_by_key(&hash, |eight| u64::from_le_bytes(*eight))
            .is_ok())
    }

    /// All of them, from the first on.
    fn hashes(&mut self) -> io::Result<Hashes<'_>> {
        self.file.rewind()?;
        Ok(Hashes {
            left: self.count,
            file: BufReader::with_capacity(PIECE * BYTES * 8, &self.file),
        })
    }
}

struct Hashes<'r> {
    left: usize,
    file: BufReader<&'r File>,
}

impl Hashes<'_> {
    fn next(&mut self) -> io::Result<Option<u64>> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        let mut eight = [0; BYTES];
        self.file.read_exact(&mut eight)?;
        Ok(Some(u64::from_le_bytes(eight)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_hash_is_found_and_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let mut runs = Runs::new(folder.path());
        // Of many lengths, around those of a piece.
        let hash = |run: u64, place: u64| (place * 100 + run) * 3 + 1;
        let lengths = [0, 1, 511, 512, 513, 1023, 1024, 1025, 5000, 2, 3];
        for (run, length) in (0..).zip(lengths) {
            runs.add((0..length).map(|place| hash(run, place))).unwrap();
        }
        assert_eq!(runs.count(), 2 + 3, "eleven runs are two of four and three");
        for (run, length) in (0..).zip(lengths) {
            for place in 0..length {
                let there = hash(run, place);
                assert!(runs.has(there).unwrap(), "{there}");
                assert!(!runs.has(there - 1).unwrap() && !runs.has(there + 1).unwrap());
            }
            assert!(!runs.has(hash(run, length)).unwrap());
        }
        assert!(!runs.has(u64::MAX).unwrap());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_told() {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let problem = Run::write(full, (0..10).map(Ok)).err().map(|error| error.kind());
        assert_eq!(problem, Some(io::ErrorKind::StorageFull));
    }
}
