//! Every parser of bytes from outside: its seeds, the cases that were found, and seeds that are changed by a seeded chance.
//! A moment of what `cargo xtask fuzz` does for as long as one likes, with any compiler.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "parsers/changes.rs"]
mod changes;
#[expect(unreachable_pub, reason = "the fuzzer's programs use it from outside")]
#[path = "fuzz/targets/all.rs"]
mod targets;
#[path = "parsers/watch.rs"]
mod watch;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use changes::Dice;
use targets::{TARGETS, Target};
use watch::Watch;

/// Where found cases are kept, a folder for each target.
fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/cases")
}

/// The kept cases of a target.
fn cases_of(target: &Target) -> Vec<Vec<u8>> {
    let Ok(files) = fs::read_dir(cases().join(target.name)) else {
        return Vec::new();
    };
    files.map(|file| fs::read(file.unwrap().path()).unwrap()).collect()
}

/// Keeps what was found where somebody can take it from.
fn keep(target: &Target, data: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("parsers");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{}-{}", target.name, data.len()));
    fs::write(&path, data).unwrap();
    path
}

/// Gives a target everything that it gets; what was found, in a sentence.
fn try_out(target: &'static Target, watch: &Watch) -> Result<(), String> {
    let run = |data: &[u8]| {
        let seen = watch.begin(target, data);
        let ended = catch_unwind(AssertUnwindSafe(|| targets::run(target.name, data)));
        drop(seen);
        ended.map_err(|_| {
            let path = keep(target, data);
            format!(
                "{name} panicked at the bytes in {path}: mend it, and keep them in tests/fuzz/cases/{name}",
                name = target.name,
                path = path.display()
            )
        })
    };
    let mut seeds = (target.seeds)();
    assert!(!seeds.is_empty(), "{} has seeds", target.name);
    seeds.extend(cases_of(target));
    for seed in &seeds {
        run(seed)?;
    }
    run(b"")?;
    let mut dice = Dice::new(target.name);
    for _ in 0..target.rounds {
        run(&changes::changed(&mut dice, &seeds))?;
    }
    Ok(())
}

#[test]
fn whatever_comes_no_parser_panics_hangs_or_fills_the_memory() {
    let watch = Watch::start();
    let (next, found) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let threads = thread::available_parallelism().map_or(2, usize::from);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(target) = TARGETS.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Err(told) = try_out(target, &watch) {
                        found.lock().unwrap().push(told);
                    }
                }
            });
        }
    });
    let found = found.into_inner().unwrap();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_folder_of_cases_belongs_to_a_target() {
    for folder in fs::read_dir(cases()).into_iter().flatten() {
        let folder = folder.unwrap();
        let name = folder.file_name().into_string().unwrap();
        let is_known = name == "README.md" || TARGETS.iter().any(|target| target.name == name);
        assert!(is_known, "{name}");
    }
}

#[test]
fn the_fuzzer_knows_every_target() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/Cargo.toml")).unwrap();
    let programs = manifest.matches("[[bin]]").count();
    assert_eq!(programs, TARGETS.len());
    for target in TARGETS {
        assert!(
            manifest.contains(&format!("\"fuzz_targets/{}.rs\"", target.name)),
            "{}",
            target.name
        );
        let program = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fuzz/fuzz_targets/{}.rs", target.name));
        assert!(
            fs::read_to_string(program)
                .unwrap()
                .contains(&format!("\"{}\"", target.name))
        );
    }
}
