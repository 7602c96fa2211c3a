//! The steps to a new client secret.

use ::integration::{ConsoleEntry, GuideState, Standing};
use time::{Duration, OffsetDateTime};

use super::steps::{Said, Steps};
use crate::contract::guides::GuideActionName as Action;

pub(super) fn steps(state: &GuideState) -> Steps {
    let listed = state.listed.as_deref();
    let by_hand = state.has_new.then(|| "By hand".to_owned());
    let looked = listed.map(|listed| counted(listed.len())).or(by_hand);
    let is_retired = state.retired || (state.switched && listed.is_some_and(|listed| listed.len() == 1));
    Steps::new(state)
        .add(
            Said::new("look", "Look at the client secrets in Developer Console", LOOK),
            looked,
            if super::lacks_console(state) {
                vec![Action::SetConsoleLink, Action::EnterSecret]
            } else {
                Vec::new()
            },
        )
        .add(
            Said::new("add", "Add a new client secret", add_explained(listed)),
            state.has_new.then(|| "It is kept in the vault".to_owned()),
            add_actions(listed),
        )
        .add(
            Said::new("prove", "Try the new client secret", PROVE),
            (state.proven || state.switched).then(|| "Adobe gave an access token for it".to_owned()),
            vec![Action::Prove, Action::EnterSecret],
        )
        .add(
            Said::new("switch", "Take it into use", SWITCH),
            state.switched.then(|| "This program uses it".to_owned()),
            vec![Action::Switch, Action::CopySecret],
        )
        .add(
            Said::new("retire", "Retire the old client secret", retire_explained(state)),
            is_retired.then(|| "The old client secret is deleted".to_owned()),
            retire_actions(listed),
        )
        .add(Said::new("finish", "Finish", FINISH), None, vec![Action::Finish])
}

const LOOK: &str = "A credential can have two client secrets, so the new one is added beside the old one and nothing stops working. The console's API lists them when it knows where the credential is and the project has the I/O Management API. Otherwise add a client secret on the credential's page in Developer Console and enter it here.";
const ADD: &str =
    "The new client secret works beside the old one from the moment it is added. Its value goes straight to the vault.";
const PROVE: &str = "An access token is requested with the new client secret. The old one stays in use.";
const SWITCH: &str =
    "From then on this program uses the new client secret. The old one is kept, and you can go back to it.";
const FINISH: &str = "The old client secret is removed from the vault of this program, and the guide ends.";

fn add_explained(listed: Option<&[ConsoleEntry]>) -> String {
    let Some(listed) = listed.filter(|listed| listed.len() > 1) else {
        return ADD.to_owned();
    };
    let is_there = |standing| listed.iter().any(|entry| entry.standing == standing);
    let first = if is_there(Standing::Lost) {
        "A client secret was added, but its value never arrived here, and Adobe shows it only once. Delete it, unless a colleague has added it just now, then add another."
    } else if is_there(Standing::Other) {
        "There are two client secrets already, and Adobe allows no third. The one that is not in use here can go first, unless somebody else uses it: look when it was last used. If you know its value, enter it instead."
    } else {
        "There are two client secrets already, and Adobe allows no third. Which of them this integration uses is found out by requesting an access token and looking again. If you know the value of the other one, enter it instead."
    };
    first.to_owned()
}

fn add_actions(listed: Option<&[ConsoleEntry]>) -> Vec<Action> {
    match listed {
        None => vec![Action::EnterSecret, Action::SetConsoleLink],
        Some([] | [_]) => vec![Action::AddSecret, Action::EnterSecret],
        Some(listed) if listed.iter().any(|entry| entry.can_retire) => vec![Action::RetireOld, Action::EnterSecret],
        Some(_) => vec![Action::Prove, Action::EnterSecret],
    }
}

fn retire_actions(listed: Option<&[ConsoleEntry]>) -> Vec<Action> {
    let first = match listed {
        None => vec![Action::Confirm],
        Some(listed) if listed.iter().any(|entry| entry.can_retire) => vec![Action::RetireOld],
        Some(_) => vec![Action::Prove, Action::Confirm],
    };
    [first, vec![Action::CopySecret, Action::SwitchBack]].concat()
}

fn retire_explained(state: &GuideState) -> String {
    const FIRST: &str = "Give the new client secret to everybody who uses this credential. Delete the old one when nobody uses it any more: a deleted client secret cannot be brought back.";
    let Some(listed) = state.listed.as_deref() else {
        return format!(
            "{FIRST} The console's API could not be asked, so look in Developer Console when the old one was last used, delete it there, and confirm that here."
        );
    };
    let mut old = listed.iter().filter(|entry| entry.standing == Standing::Old);
    let Some(old) = old.next() else {
        return FIRST.to_owned();
    };
    let used = match (old.last_used_at, state.switched_at) {
        (None, _) => "As far as the console knows, the old one was never used.",
        (Some(used), Some(switched)) if used > switched => {
            "The old one was used after the new one was taken into use, so something else still uses it."
        }
        (Some(used), _) if OffsetDateTime::now_utc() - used < Duration::DAY => {
            "The old one was used within the last 24 hours. Wait until a day has passed, in case something else uses it."
        }
        _ => "The old one has not been used for a day or more.",
    };
    format!("{FIRST} {used}")
}

fn counted(number: usize) -> String {
    if number == 1 {
        "1 client secret".to_owned()
    } else {
        format!("{number} client secrets")
    }
}
