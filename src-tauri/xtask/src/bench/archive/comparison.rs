//! The rows of the table, one after the other.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use super::duckdb::{self, Packing};
use super::events::{COMMON_WORDS, EventsFile, RARE_WORDS, folder};
use super::line_tools;
use super::ours::Ours;
use super::worker::Worker;
use crate::bench::table::{self, Goal, Row, Unit};
use crate::bench::times::Times;
use crate::failure::{Failure, Result};

/// Pairs of what takes seconds.
const ROUNDS: usize = 3;

/// The types that events are filtered by, without `com.adobe.eventtype.`.
const TYPES: [&str; 9] = [
    "edge",
    "hub",
    "messaging",
    "generic.track",
    "lifecycle",
    "configuration",
    "rulesengine",
    "analytics",
    "places",
];

/// The windows that are asked for are windows of these.
const WINDOWED: [&str; 4] = [
    "",
    "type:edge",
    "konductor",
    "payload.ACPExtensionEventData.xdm.productListItems.priceTotal>100",
];
const WINDOWS_OF_EACH: usize = 500;

/// How fast events arrive while one searches, and for how long. Adobe takes 10,000 a minute from a session.
const EVENTS_A_SECOND: f64 = 10_000.0;
const APPENDING_SECONDS: u32 = 10;

pub(super) struct Comparison<'a> {
    ours: &'a Ours,
    file: &'a EventsFile,
    archive: PathBuf,
    database: PathBuf,
    rows: Vec<Row>,
}

impl<'a> Comparison<'a> {
    pub(super) fn new(ours: &'a Ours, file: &'a EventsFile) -> Result<Self> {
        let folder = folder()?;
        Ok(Self {
            ours,
            file,
            archive: folder.join(format!("events-{}.assurance", file.events)),
            database: folder.join(format!("events-{}.duckdb", file.events)),
            rows: Vec::new(),
        })
    }

    /// Measures everything and prints the table.
    pub(super) fn run(mut self) -> Result {
        self.import()?;
        self.open()?;
        let mut archive = self.ours.open(&self.archive)?;
        let mut table = duckdb::open(&self.database)?;
        let rare = self.rare_text(&mut archive)?;
        let common = self.common_text(&mut archive)?;
        self.type_filter(&mut archive, &mut table)?;
        self.windows(&mut archive)?;
        self.memory(&mut archive, &mut table)?;
        drop((archive, table));
        self.payload_path()?;
        self.appending(rare, common)?;
        table::print(&self.rows);
        fs::remove_file(&self.database).map_err(|error| Failure::file(&self.database, &error))
    }

    fn import(&mut self) -> Result {
        println!("Importing, {ROUNDS} times each");
        let mut times = Times::default();
        let (mut bytes, mut most_memory) = ((0.0, 0.0), (0.0, 0.0));
        for round in 0..ROUNDS {
            let ((ours, our_bytes, our_memory), (theirs, their_bytes, their_memory)) =
                by_turns(round, || self.import_ours(), || self.import_theirs(Packing::Automatic))?;
            times.push(seconds(ours), seconds(theirs));
            bytes = (our_bytes, their_bytes);
            most_memory = (our_memory, their_memory);
        }
        let work = format!("import {} events", self.file.events);
        self.paired(&work, "DuckDB read_ndjson", &times, Goal::Ratio(0.5));
        self.row(
            "its size",
            Unit::Bytes,
            bytes.0,
            Some(("DuckDB", bytes.1)),
            Goal::Ratio(0.6),
        );
        self.row(
            "memory while importing",
            Unit::Bytes,
            most_memory.0,
            Some(("DuckDB", most_memory.1)),
            Goal::AtMost(256e6),
        );
        // DuckDB packs no column by itself in which some text is longer than 4,096 bytes.
        let (theirs, packed, _) = self.import_theirs(Packing::Zstd)?;
        let ours = times.ours() / 1e3;
        self.row(
            "import, DuckDB told to pack with zstd",
            Unit::Seconds,
            ours,
            Some(("DuckDB", theirs)),
            Goal::None,
        );
        self.row("its size", Unit::Bytes, bytes.0, Some(("DuckDB", packed)), Goal::None);
        // The other rows are beside the table as DuckDB makes it by itself.
        self.import_theirs(Packing::Automatic).map(|_| ())
    }

    fn import_ours(&self) -> Result<(f64, f64, f64)> {
        if self.archive.exists() {
            fs::remove_file(&self.archive).map_err(|error| Failure::file(&self.archive, &error))?;
        }
        let answer = self.ours.import(&self.file.path, &self.archive)?;
        self.expect("events imported", answer.get("count")?, self.file.events as f64)?;
        Ok((answer.get("seconds")?, answer.get("bytes")?, answer.get("resident")?))
    }

    fn import_theirs(&self, packing: Packing) -> Result<(f64, f64, f64)> {
        let answer = duckdb::import(&self.file.path, &self.database, packing)?;
        Ok((answer.get("seconds")?, answer.get("bytes")?, answer.get("resident")?))
    }

    fn open(&mut self) -> Result {
        println!("Opening, {ROUNDS} times each");
        let format = line_tools::lnav_format()?;
        let mut times = Times::default();
        for round in 0..ROUNDS {
            let (ours, theirs) = by_turns(
                round,
                || self.ours.first_rows(&self.archive),
                || line_tools::lnav(&self.file.path, &format),
            )?;
            times.push(seconds(ours), seconds(theirs));
        }
        fs::remove_dir_all(&format).map_err(|error| Failure::file(&format, &error))?;
        self.paired("open to the first rows", "lnav", &times, Goal::Ratio(0.03));
        Ok(())
    }

    fn rare_text(&mut self, archive: &mut Worker) -> Result<f64> {
        println!("Searching");
        let times = self.texts(archive, &RARE_WORDS, false)?;
        self.paired("count a rare text", "ripgrep", &times, Goal::Ratio(0.5));
        let mut whole = Times::default();
        for (round, word) in RARE_WORDS.iter().enumerate().take(ROUNDS) {
            let ((ours, _), (theirs, _)) = by_turns(
                round,
                || self.ours.count(&self.archive, word),
                || line_tools::ripgrep(&self.file.path, word, false),
            )?;
            whole.push(seconds(ours), seconds(theirs));
        }
        self.paired("the same, with opening the archive", "ripgrep", &whole, Goal::None);
        Ok(times.theirs() / 1e3)
    }

    fn common_text(&mut self, archive: &mut Worker) -> Result<f64> {
        let times = self.texts(archive, &COMMON_WORDS, true)?;
        self.paired(
            "count a common text in any case",
            "ripgrep -i",
            &times,
            Goal::Ratio(1.0),
        );
        Ok(times.theirs() / 1e3)
    }

    /// Each word once, so that nothing is found in a cache.
    fn texts(&self, archive: &mut Worker, words: &[&str], ignore_case: bool) -> Result<Times> {
        let mut times = Times::default();
        for (round, word) in words.iter().enumerate() {
            let ((ours, found), (theirs, expected)) = by_turns(
                round,
                || timed_count(archive, &format!("count \"{word}\"")),
                || line_tools::ripgrep(&self.file.path, word, ignore_case),
            )?;
            self.expect(word, found, expected)?;
            times.push(seconds(ours), seconds(theirs));
        }
        Ok(times)
    }

    fn type_filter(&mut self, archive: &mut Worker, table: &mut Worker) -> Result {
        let mut times = Times::default();
        for (round, name) in TYPES.iter().enumerate() {
            let query = format!("count type:com.adobe.eventtype.{name}");
            let sql = format!("SELECT count(*) FROM events WHERE eventType = 'com.adobe.eventtype.{name}'");
            let ((ours, found), (theirs, expected)) =
                by_turns(round, || timed_count(archive, &query), || timed_count(table, &sql))?;
            self.expect(name, found, expected)?;
            times.push(seconds(ours), seconds(theirs));
        }
        self.paired("filter by type", "DuckDB", &times, Goal::Ratio(1.0));
        Ok(())
    }

    fn windows(&mut self, archive: &mut Worker) -> Result {
        println!("Asking for windows of rows");
        let (mut middle, mut slowest) = (0_f64, 0_f64);
        for query in WINDOWED {
            let answer = archive.ask(&format!("windows {WINDOWS_OF_EACH} {query}"))?;
            middle = middle.max(answer.get("p50")?);
            slowest = slowest.max(answer.get("p99")?);
        }
        self.row(
            "any 100 rows of a filter's result, p50",
            Unit::Seconds,
            middle,
            None,
            Goal::None,
        );
        self.row(
            "any 100 rows of a filter's result, p99",
            Unit::Seconds,
            slowest,
            None,
            Goal::AtMost(0.008),
        );
        Ok(())
    }

    /// Both have answered the same questions by now, but for the texts: these the table is asked for here.
    fn memory(&mut self, archive: &mut Worker, table: &mut Worker) -> Result {
        let text = format!(
            "SELECT count(*) FROM events WHERE contains(payload::VARCHAR, '{}')",
            RARE_WORDS[0]
        );
        let theirs = table.ask(&text)?.get("resident")?;
        let ours = archive.ask("resident")?.get("resident")?;
        self.row(
            "memory with it open and searched",
            Unit::Bytes,
            ours,
            Some(("DuckDB", theirs)),
            Goal::AtMost(250e6),
        );
        Ok(())
    }

    fn payload_path(&mut self) -> Result {
        println!("Comparing a field of all payloads, {ROUNDS} times each");
        let mut times = Times::default();
        for (round, limit) in [500, 750, 1000].iter().enumerate().take(ROUNDS) {
            let query = format!("payload.ACPExtensionEventData.xdm.commerce.order.priceTotal>{limit}");
            let condition = format!(".payload.ACPExtensionEventData.xdm.commerce.order.priceTotal > {limit}");
            let ((ours, found), (theirs, expected)) = by_turns(
                round,
                || self.ours.count(&self.archive, &query),
                || line_tools::jq(&self.file.path, &condition),
            )?;
            self.expect(&query, found, expected)?;
            times.push(seconds(ours), seconds(theirs));
        }
        self.paired(
            "compare a field of all payloads, with opening",
            "jq select",
            &times,
            Goal::Ratio(0.05),
        );
        Ok(())
    }

    /// Into a copy, so that the archive stays as it is.
    fn appending(&mut self, rare: f64, common: f64) -> Result {
        println!("Searching while events arrive, {APPENDING_SECONDS} s");
        let copy = self.archive.with_extension("appended.assurance");
        fs::copy(&self.archive, &copy).map_err(|error| Failure::file(&copy, &error))?;
        let mut archive = self.ours.open(&copy)?;
        let words = [RARE_WORDS.as_slice(), &["|"], COMMON_WORDS.as_slice()]
            .concat()
            .join("\t");
        let answer = archive.ask(&format!("append {EVENTS_A_SECOND} {APPENDING_SECONDS}\t{words}"))?;
        drop(archive);
        fs::remove_file(&copy).map_err(|error| Failure::file(&copy, &error))?;
        let rate = answer.get("rate")?;
        self.row(
            "append while searching",
            Unit::PerSecond,
            rate,
            None,
            Goal::AtLeast(EVENTS_A_SECOND * 0.999),
        );
        self.row(
            "the longest that a batch waited",
            Unit::Seconds,
            answer.get("late")?,
            None,
            Goal::AtMost(1.0),
        );
        let (our_rare, our_common) = (answer.get("rare")?, answer.get("common")?);
        self.row(
            "a rare text meanwhile",
            Unit::Seconds,
            our_rare,
            Some(("ripgrep, nothing else going on", rare)),
            Goal::Ratio(0.5),
        );
        self.row(
            "a common text meanwhile",
            Unit::Seconds,
            our_common,
            Some(("ripgrep -i, nothing else going on", common)),
            Goal::Ratio(1.0),
        );
        Ok(())
    }

    fn paired(&mut self, work: &str, beside: &'static str, times: &Times, goal: Goal) {
        self.rows.push(Row {
            work: work.to_owned(),
            unit: Unit::Seconds,
            ours: times.ours() / 1e3,
            beside: Some((beside, times.theirs() / 1e3)),
            ratio: Some(times.ratio()),
            goal,
        });
    }

    fn row(&mut self, work: &str, unit: Unit, ours: f64, beside: Option<(&'static str, f64)>, goal: Goal) {
        self.rows.push(Row {
            work: work.to_owned(),
            unit,
            ours,
            beside,
            ratio: beside.map(|(_, theirs)| ours / theirs),
            goal,
        });
    }

    fn expect(&self, what: &str, found: f64, expected: f64) -> Result {
        if found.to_bits() == expected.to_bits() {
            return Ok(());
        }
        Err(Failure::new(format!(
            "{what}: {found} were found, and the other side says {expected}"
        )))
    }
}

/// Whoever goes first in a round goes second in the next.
fn by_turns<A, B>(
    round: usize,
    ours: impl FnOnce() -> Result<A>,
    theirs: impl FnOnce() -> Result<B>,
) -> Result<(A, B)> {
    if round.is_multiple_of(2) {
        let ours = ours()?;
        Ok((ours, theirs()?))
    } else {
        let theirs = theirs()?;
        Ok((ours()?, theirs))
    }
}

fn timed_count(worker: &mut Worker, question: &str) -> Result<(f64, f64)> {
    let answer = worker.ask(question)?;
    Ok((answer.get("seconds")?, answer.get("count")?))
}

fn seconds(seconds: f64) -> Duration {
    Duration::from_secs_f64(seconds)
}
