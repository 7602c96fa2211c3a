//! What a person has on the disk and in memory: the size of the program and its package, and what it takes while it only waits.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::table::{self, Goal, Row, Unit};
use crate::bundle::{self, Kind};
use crate::checkout;
use crate::command::{command, printed};
use crate::display::VirtualDesktop;
use crate::failure::{Failure, Result};
use crate::program::{self, Profile};
use crate::system_packages::Need;

const LARGEST_PROGRAM: f64 = 25e6;
const LARGEST_PACKAGE: f64 = 12e6;
const MOST_MEMORY: f64 = 80e6;
const MOST_WORK: f64 = 0.005;
/// Until the window has read what it shows later.
const SETTLING: Duration = Duration::from_secs(15);
const WATCHED: Duration = Duration::from_secs(20);

/// Builds, packs, opens the window, lets it be, and prints what was found beside the goals.
pub(super) fn measure(profile: Profile) -> Result {
    if cfg!(not(target_os = "linux")) {
        return Err(Failure::new("the package is measured on Linux"));
    }
    let program = program::build(profile, &[Need::VirtualDisplay])?;
    let packed = bundle::pack(&checkout::target(), profile, &[Kind::Deb], None, false)?;
    let package = packed.first().ok_or_else(|| Failure::new("no package was made"))?;
    let mut rows = vec![
        row(
            "the program",
            Unit::Bytes,
            size(&program)?,
            Goal::AtMost(LARGEST_PROGRAM),
        ),
        row(
            "its Debian package",
            Unit::Bytes,
            size(package)?,
            Goal::AtMost(LARGEST_PACKAGE),
        ),
    ];
    rows.extend(idle(&program)?);
    table::print(&rows);
    Ok(())
}

/// The window is open, nothing is followed, and nobody does anything.
fn idle(program: &Path) -> Result<Vec<Row>> {
    let folder = checkout::target().join("bench/idle");
    let mut desktop = VirtualDesktop::start(&folder)?;
    desktop.open(program, &[], true)?;
    desktop.wait_for_picture(&folder.join("window.png"))?;
    thread::sleep(SETTLING);
    let backend = Process::running(program)?;
    let web = backend.children()?;
    let all = || -> Result<f64> {
        web.iter()
            .try_fold(backend.worked()?, |sum, each| Ok(sum + each.worked()?))
    };
    let (own_before, all_before, began) = (backend.worked()?, all()?, Instant::now());
    thread::sleep(WATCHED);
    let watched = began.elapsed().as_secs_f64();
    let own = (backend.worked()? - own_before) / watched;
    let all = (all()? - all_before) / watched;
    let memory = backend.memory()?;
    let web_memory: f64 = web
        .iter()
        .filter_map(|each| each.memory().ok())
        .map(|memory| memory.fair)
        .sum();
    let work = Goal::AtMost(MOST_WORK);
    Ok(vec![
        row("idle: a processor, the program", Unit::Part, own, work),
        row("idle: a processor, with the web view", Unit::Part, all, work),
        row(
            "idle: memory that the program alone has",
            Unit::Bytes,
            memory.own,
            Goal::AtMost(MOST_MEMORY),
        ),
        row(
            "… with its share of the system's libraries",
            Unit::Bytes,
            memory.fair,
            Goal::None,
        ),
        row("… with all of them", Unit::Bytes, memory.resident, Goal::None),
        row("… of the web view, its share", Unit::Bytes, web_memory, Goal::None),
    ])
}

fn row(work: &str, unit: Unit, ours: f64, goal: Goal) -> Row {
    Row {
        work: work.to_owned(),
        unit,
        ours,
        beside: None,
        ratio: None,
        goal,
    }
}

fn size(file: &Path) -> Result<f64> {
    let about = fs::metadata(file).map_err(|error| Failure::file(file, &error))?;
    Ok(about.len() as f64)
}

/// A process, as Linux tells of it.
struct Process(u32);

/// Bytes.
struct Memory {
    /// What would be free if it ended.
    own: f64,
    /// Its own, and its share of what it has together with others.
    fair: f64,
    /// Everything that it has in memory, what others have too counted whole.
    resident: f64,
}

impl Process {
    /// The one that runs this program.
    fn running(program: &Path) -> Result<Self> {
        let wanted = program.canonicalize().map_err(|error| Failure::file(program, &error))?;
        all()
            .into_iter()
            .find(|process| fs::read_link(process.file("exe")).is_ok_and(|path| path == wanted))
            .ok_or_else(|| Failure::new("the program ended before it could be measured"))
    }

    fn children(&self) -> Result<Vec<Self>> {
        let mut children = Vec::new();
        for process in all() {
            // Processes come and go meanwhile.
            if process.parent().is_ok_and(|parent| parent == self.0) {
                children.extend(process.children()?);
                children.push(process);
            }
        }
        Ok(children)
    }

    fn file(&self, name: &str) -> std::path::PathBuf {
        Path::new("/proc").join(self.0.to_string()).join(name)
    }

    fn read(&self, name: &str) -> Result<String> {
        let file = self.file(name);
        fs::read_to_string(&file).map_err(|error| Failure::file(&file, &error))
    }

    fn parent(&self) -> Result<u32> {
        field(&self.read("stat")?, 3)
    }

    /// Seconds that processors have worked for it.
    fn worked(&self) -> Result<f64> {
        let stat = self.read("stat")?;
        let ticks: u32 = field::<u32>(&stat, 13)? + field::<u32>(&stat, 14)?;
        let a_second: f64 = printed(command("getconf").arg("CLK_TCK"))?
            .trim()
            .parse()
            .unwrap_or(100.0);
        Ok(f64::from(ticks) / a_second)
    }

    fn memory(&self) -> Result<Memory> {
        let told = self.read("smaps_rollup")?;
        let bytes = |name: &str| {
            let line = told.lines().find_map(|line| line.strip_prefix(name));
            let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
            kilobytes
                .map(|kilobytes| kilobytes * 1024.0)
                .ok_or_else(|| Failure::new(format!("the system does not tell {name}")))
        };
        Ok(Memory {
            own: bytes("Private_Clean:")? + bytes("Private_Dirty:")?,
            fair: bytes("Pss:")?,
            resident: bytes("Rss:")?,
        })
    }
}

fn all() -> Vec<Process> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok().map(Process))
        .collect()
}

/// A field of `/proc/PID/stat`, counted from 0. The name of the program, which may hold anything, is in parentheses.
fn field<T: std::str::FromStr>(stat: &str, number: usize) -> Result<T> {
    let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    after_name
        .split_whitespace()
        .nth(number - 2)
        .and_then(|text| text.parse().ok())
        .ok_or_else(|| Failure::new("the system tells of processes in an unknown way"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_counted_after_a_name_that_may_hold_anything() {
        let stat = "77 (a (b) 9 c) S 42 77 77 0 -1 4194560 1 2 3 4 250 31 0 0";
        assert_eq!(field::<u32>(stat, 3), Ok(42));
        assert_eq!(field::<u32>(stat, 13), Ok(250));
        assert_eq!(field::<u32>(stat, 14), Ok(31));
        assert!(field::<u32>("nonsense", 3).is_err());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_process_tells_what_it_takes() {
        let this = Process(std::process::id());
        let memory = this.memory().unwrap();
        assert!(memory.own > 0.0 && memory.fair >= memory.own && memory.resident >= memory.fair);
        assert!(this.worked().unwrap() >= 0.0 && this.parent().unwrap() > 0);
        let found = Process::running(&std::env::current_exe().unwrap()).unwrap();
        assert!(found.memory().is_ok());
    }
}
