//! What `cargo xtask bench --only archive` measures of this crate. It says there what is beside it.
//!
//! Each mode is a process of its own and answers in pairs of a name and a number, in seconds and bytes.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

mod appending;
mod events;
mod file;
mod memory;
mod serve;

use std::env;
use std::error::Error;
use std::path::Path;
use std::time::Instant;

use archive::About;
use archive::import::EventReader;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> Outcome {
    // `cargo test --all-targets` starts benchmarks too, without a mode.
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let Some((mode, rest)) = arguments.split_first() else {
        return Ok(());
    };
    match (mode.as_str(), rest) {
        ("where", []) => println!("{}", env::current_exe()?.display()),
        ("generate", [path, count, rare_words @ ..]) => file::generate(Path::new(path), count.parse()?, rare_words)?,
        ("checksum", [path]) => println!("{}", file::checksum(Path::new(path))?),
        ("import", [from, to]) => import(Path::new(from), Path::new(to))?,
        ("first-rows", [path]) => serve::first_rows(Path::new(path))?,
        ("count", [path, query]) => serve::count(Path::new(path), query)?,
        ("serve", [path]) => serve::serve(Path::new(path))?,
        _ => return Err(format!("no such measurement: {arguments:?}").into()),
    }
    Ok(())
}

/// From opening the file to the archive being whole under its name.
fn import(from: &Path, to: &Path) -> Outcome {
    let started = Instant::now();
    let report = archive::import(EventReader::open(from)?, to, About::default(), &())?;
    let seconds = started.elapsed().as_secs_f64();
    if let Some(error) = report.ended_by {
        return Err(error.into());
    }
    let bytes = std::fs::metadata(to)?.len();
    println!(
        "seconds {seconds} bytes {bytes} count {} resident {}",
        report.events,
        memory::most()
    );
    Ok(())
}
