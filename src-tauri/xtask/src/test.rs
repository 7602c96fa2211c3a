//! `cargo xtask test`: every test there is, the quick ones first.

use std::fs;
use std::process::{Command, ExitCode, Stdio};

use serde_json::Value;

use crate::bundle;
use crate::cargo_deny;
use crate::checkout;
use crate::command::{self, cargo, printed};
use crate::failure::{Failure, Result};
use crate::node::{self, npm};
use crate::program::{self, Profile};
use crate::session;
use crate::step::{self, Done, Step};
use crate::system_packages::{self, Need};

/// What `test` can be told.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Only the steps whose name contains this
    #[arg(long, value_name = "NAME")]
    only: Option<String>,
    /// Name the steps, and run none
    #[arg(long)]
    list: bool,
}

const STEPS: &[Step] = &[
    step(SYSTEM, &[], install_packages),
    step(NPM, &[], install_npm),
    step("Rust format", &[], || pass(cargo().args(["fmt", "--all", "--check"]))),
    step("UI format", &[NPM], || ui("format")),
    step("UI lint", &[NPM], || ui("lint")),
    step("UI types", &[NPM], || ui("types")),
    step("UI unit tests", &[NPM], || ui("unit")),
    step(UI, &[NPM], build_ui),
    step("npm advisories", &[NPM], npm_advisories),
    step("npm signatures", &[NPM], npm_signatures),
    step("crate licences and bans", &[], cargo_deny::licences_and_bans),
    step("crate advisories", &[], cargo_deny::advisories),
    step("Rust lint", &[SYSTEM, UI], rust_lint),
    step(BUILD, &[SYSTEM, UI], || pass(&mut rust_tests(&["--no-run"]))),
    step("Rust tests", &[BUILD], || pass(&mut rust_tests(&["--no-fail-fast"]))),
    step("keychain tests", &[BUILD], keychain_tests),
    step("contracts", &[BUILD, NPM], contracts),
    step("UI tests in a browser", &[BUILD, NPM], browser_tests),
    step("journeys in the window", &[BUILD], journeys),
    step("packages", &[BUILD, NPM], packages),
];

const SYSTEM: &str = "system packages";
const NPM: &str = "npm packages";
const UI: &str = "UI build";
const BUILD: &str = "Rust build";

/// Runs the steps and says how each went. The last line is `N passed, N failed`.
pub(crate) fn test(options: &Options) -> ExitCode {
    let steps = chosen(STEPS, options.only.as_deref());
    if options.list {
        for step in &steps {
            println!("{}", step.name);
        }
        return ExitCode::SUCCESS;
    }
    let summary = step::run(&steps);
    println!("{}", summary.text());
    if summary.is_good() && !steps.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The steps whose name contains the text, and those that they need, in their order.
fn chosen(steps: &[Step], only: Option<&str>) -> Vec<Step> {
    let Some(part) = only else {
        return steps.to_vec();
    };
    let part = part.to_lowercase();
    let mut names = Vec::new();
    // A step only needs earlier ones, so one pass from the end meets every need after who has it.
    for step in steps.iter().rev() {
        if names.contains(&step.name) || step.name.to_lowercase().contains(&part) {
            names.push(step.name);
            names.extend(step.after);
        }
    }
    steps
        .iter()
        .filter(|step| names.contains(&step.name))
        .copied()
        .collect()
}

const fn step(name: &'static str, after: &'static [&'static str], check: fn() -> Result<Done>) -> Step {
    Step { name, after, check }
}

fn pass(command: &mut Command) -> Result<Done> {
    command::run(command).map(|()| Done::Passed)
}

fn ui(script: &str) -> Result<Done> {
    pass(npm().args(["run", "--silent", script, "-w", "ui"]))
}

fn install_packages() -> Result<Done> {
    system_packages::install(&[
        Need::Window,
        Need::VirtualDisplay,
        Need::WindowTests,
        Need::BrowserTests,
        Need::OtherTools,
        Need::Packages,
    ])?;
    Ok(Done::Passed)
}

fn install_npm() -> Result<Done> {
    node::install().map(|()| Done::Passed)
}

fn build_ui() -> Result<Done> {
    node::build_ui().map(|()| Done::Passed)
}

/// All of them with one choice of features, so that no step compiles what another one has already.
fn rust_tests(arguments: &[&str]) -> Command {
    let mut tests = cargo();
    tests.args(["test", "--workspace"]).args(arguments);
    tests
}

/// Asks the npm registry, where it answers such questions.
fn npm_advisories() -> Result<Done> {
    let mut audit = npm();
    audit.args(["audit", "--omit=dev", "--audit-level=high"]);
    let report = printed(npm().args(["audit", "--omit=dev", "--json"]).stderr(Stdio::null()))?;
    if !report.contains("\"auditReportVersion\"") {
        return Ok(Done::Skipped("the npm registry gave no answer".to_owned()));
    }
    pass(&mut audit)
}

/// Whether the registry signed what is installed, where its keys can be had.
fn npm_signatures() -> Result<Done> {
    let mut audit = npm();
    audit.args(["audit", "signatures", "--json", "--fetch-retries=0"]);
    let report = printed(audit.stderr(Stdio::null()))?;
    match signatures(&report) {
        Signatures::Good => Ok(Done::Passed),
        Signatures::Unknown(why) => Ok(Done::Skipped(why)),
        Signatures::Bad => Err(Failure::new(format!("npm packages without a good signature: {report}"))),
    }
}

/// What npm found out about the signatures of packages.
#[derive(Debug, PartialEq)]
enum Signatures {
    Good,
    Bad,
    Unknown(String),
}

fn signatures(report: &str) -> Signatures {
    let report: Value = serde_json::from_str(report).unwrap_or_default();
    let of = |name: &str| report[name].as_array();
    if let Some(why) = report["error"]["code"].as_str() {
        return Signatures::Unknown(format!("npm could not get the registry's keys: {why}"));
    }
    match (of("invalid"), of("missing")) {
        (Some(invalid), Some(missing)) if invalid.is_empty() && missing.is_empty() => Signatures::Good,
        (None, None) => Signatures::Unknown("npm gave no answer about signatures".to_owned()),
        _ => Signatures::Bad,
    }
}

fn rust_lint() -> Result<Done> {
    pass(cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

/// The tests that need a keychain, and those that need to find none.
fn keychain_tests() -> Result<Done> {
    if let Some(name) = system_packages::lacking(Need::VirtualDisplay) {
        return Ok(Done::Skipped(format!("{name} is not to be had on this system")));
    }
    let tests = |which: &'static str| {
        [
            "test",
            "--workspace",
            "--test",
            "system_keychain",
            "--",
            "--ignored",
            which,
        ]
    };
    let folder = checkout::target().join("keychain-tests");
    fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;

    let mut unlocked = session::with_keychain(&folder);
    command::forget_outer_cargo(&mut unlocked);
    command::run(unlocked.arg(command::cargo_program()).args(tests("guards_a_vault")))?;

    let mut none = cargo();
    none.args(tests("asks_for_a_passphrase"))
        .env_remove("DBUS_SESSION_BUS_ADDRESS")
        .env("XDG_RUNTIME_DIR", &folder);
    pass(&mut none)
}

/// Adobe's own client libraries against the practice workspace.
fn contracts() -> Result<Done> {
    pass(
        npm()
            .args(["run", "--silent", "test", "-w", "tests/contracts"])
            .env("ASSURANCE_DESK", program::path(Profile::Debug)),
    )
}

/// The window's pages over the loopback HTTP host.
fn browser_tests() -> Result<Done> {
    let browser = match system_packages::browser() {
        Some(browser) => browser.into_os_string(),
        None => node::playwright_browser()?.into(),
    };
    pass(
        npm()
            .args(["run", "--silent", "e2e", "-w", "ui"])
            .env("ASSURANCE_DESK", program::path(Profile::Debug))
            .env("CHROMIUM", browser),
    )
}

/// What a person does, in the real window. Last, because everything else is quicker to tell what is wrong.
fn journeys() -> Result<Done> {
    for need in [Need::WindowTests, Need::VirtualDisplay] {
        if let Some(name) = system_packages::lacking(need) {
            return Ok(Done::Skipped(format!("{name} is not to be had on this system")));
        }
    }
    pass(&mut rust_tests(&[
        "--test",
        "journeys",
        "--",
        "--ignored",
        "--test-threads=1",
    ]))
}

/// The package for this system is installed, used, updated and removed. The program in it is the one that is quick to build.
fn packages() -> Result<Done> {
    for need in [Need::WindowTests, Need::VirtualDisplay, Need::Packages] {
        if let Some(name) = system_packages::lacking(need) {
            return Ok(Done::Skipped(format!("{name} is not to be had on this system")));
        }
    }
    if command::on_path("dpkg").is_none() {
        return Ok(Done::Skipped("this system installs no .deb".to_owned()));
    }
    if !system_packages::may_install() {
        return Ok(Done::Skipped("nobody here may install packages".to_owned()));
    }
    let (package, newer) = bundle::for_tests()?;
    pass(
        rust_tests(&["--test", "packages", "--", "--ignored"])
            .env("ASSURANCE_DESK_PACKAGE", package)
            .env("ASSURANCE_DESK_NEWER_PACKAGE", newer),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(only: Option<&str>) -> Vec<&'static str> {
        chosen(STEPS, only).iter().map(|step| step.name).collect()
    }

    #[test]
    fn a_chosen_step_brings_what_it_needs() {
        assert_eq!(names(Some("unit")), [NPM, "UI unit tests"]);
        assert_eq!(
            names(Some("JOURNEYS")),
            [SYSTEM, NPM, UI, BUILD, "journeys in the window"]
        );
        assert!(names(Some("no such step")).is_empty());
    }

    #[test]
    fn signatures_are_good_only_when_npm_says_so() {
        assert_eq!(signatures(r#"{ "invalid": [], "missing": [] }"#), Signatures::Good);
        assert_eq!(
            signatures(r#"{ "invalid": [{ "name": "left-pad" }], "missing": [] }"#),
            Signatures::Bad
        );
        assert_eq!(
            signatures(r#"{ "invalid": [], "missing": [{ "name": "left-pad" }] }"#),
            Signatures::Bad
        );
        let offline = signatures(r#"{ "error": { "code": "ENOTFOUND", "summary": "no way there" } }"#);
        assert!(matches!(offline, Signatures::Unknown(why) if why.contains("ENOTFOUND")));
        assert!(matches!(signatures(""), Signatures::Unknown(_)));
    }

    #[test]
    fn every_step_comes_after_what_it_needs() {
        for (position, step) in STEPS.iter().enumerate() {
            for needed in step.after {
                assert!(
                    STEPS[..position].iter().any(|earlier| earlier.name == *needed),
                    "{} needs {needed}",
                    step.name
                );
            }
        }
    }
}
