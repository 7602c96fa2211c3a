//! Every command that asks Adobe, in every fault.

use std::collections::BTreeSet;
use std::sync::Arc;

use api::commands::NAMES;
use api::contract::problem::Problem;
use serde_json::{Value, json};
use tokio::sync::Semaphore;

use crate::calls::{ASKING, BY_WAY_OF, HERE, Place};
use crate::kinds::{Fault, faults};

/// Rows at a time: they wait more than they work.
const AT_ONCE: usize = 10;
/// How often a command is asked again after a fault, for who was told to wait waits.
const LOOKS_AGAIN: usize = 130;

#[test]
fn every_command_has_a_row_or_asks_nobody() {
    let known: Vec<&str> = BY_WAY_OF
        .iter()
        .map(|(name, _)| *name)
        .chain(ASKING.iter().copied())
        .collect();
    let known: Vec<&str> = known.into_iter().chain(HERE.iter().copied()).collect();
    let set: BTreeSet<&str> = known.iter().copied().collect();
    assert_eq!(set.len(), known.len(), "each is named once");
    let all: BTreeSet<&str> = NAMES.iter().copied().collect();
    let new: Vec<_> = all.difference(&set).collect();
    assert!(new.is_empty(), "say of {new:?} whether they ask Adobe");
    let gone: Vec<_> = set.difference(&all).collect();
    assert!(gone.is_empty(), "there are no commands {gone:?}");
    assert!(BY_WAY_OF.iter().all(|(_, row)| ASKING.contains(row)));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_fault_is_told_and_gone_when_it_is_over() {
    let turns = Arc::new(Semaphore::new(AT_ONCE));
    let rows: Vec<_> = ASKING
        .iter()
        .map(|command| {
            let turns = Arc::clone(&turns);
            tokio::spawn(async move {
                let _turn = turns.acquire().await.unwrap();
                row(command).await
            })
        })
        .collect();
    let mut wrong = Vec::new();
    for (command, row) in ASKING.iter().zip(rows) {
        match row.await {
            Ok(cells) => wrong.extend(cells),
            Err(error) => wrong.push(format!("{command}: {error}")),
        }
    }
    assert!(wrong.is_empty(), "{} cells:\n{}", wrong.len(), wrong.join("\n"));
}

/// What is wrong in one row.
async fn row(command: &str) -> Vec<String> {
    let place = Place::new(command).await;
    let before = kept(&place).await;
    let mut wrong = Vec::new();
    if let Err(problem) = place.call(command).await {
        return vec![format!("{command} does not work at all: {problem:?}")];
    }
    for fault in faults() {
        let mut say = |what: String| wrong.push(format!("{command} in {:?}: {what}", fault.kind));
        place.desk.trouble("", fault.kind.clone()).await;
        let told = place.call(command).await;
        place.desk.all_is_well().await;
        if let Some(what) = odd(&fault, &told) {
            say(what);
        }
        if let Err(problem) = again(&place, command).await {
            say(format!("does not recover: {problem:?}"));
        }
    }
    let after = kept(&place).await;
    if command != "practice_try" && before != after {
        wrong.push(format!("{command} left {after} of {before}"));
    }
    wrong
}

/// What is wrong with what is told of a fault.
fn odd(fault: &Fault, told: &Result<(), Problem>) -> Option<String> {
    match told {
        Ok(()) => (!fault.may_pass).then(|| "it succeeds".to_owned()),
        Err(problem) if !fault.codes.contains(&problem.code) && problem.title.starts_with("HTTP ") => None,
        Err(problem) if !fault.codes.contains(&problem.code) => Some(format!("another code: {problem:?}")),
        Err(problem) => {
            let sentences = [&problem.message, &problem.next_step];
            let are_whole = sentences.iter().all(|text| text.ends_with('.') && text.len() > 9);
            (!are_whole || problem.title.is_empty()).then(|| format!("no sentences: {problem:?}"))
        }
    }
}

/// Asks once more, without a fault. Who was told to wait by IMS is told so again until that is over.
async fn again(place: &Place, command: &str) -> Result<(), Problem> {
    let mut last = Ok(());
    for _ in 0..LOOKS_AGAIN {
        last = place.call(command).await;
        if last.is_ok() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    last
}

/// What this computer keeps, as far as no command of the table changes it.
async fn kept(place: &Place) -> Value {
    let integrations = place.desk.ask("integrations_list", Value::Null).await;
    let names: Vec<&Value> = integrations
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["name"])
        .collect();
    let shelf = place.desk.ask("requests_read", Value::Null).await;
    let filters = place.desk.ask("filters_list", Value::Null).await;
    let settings = place.desk.ask("app_info", Value::Null).await["settings"].take();
    json!({ "integrations": names, "collections": shelf["collections"], "filters": filters, "settings": settings })
}
