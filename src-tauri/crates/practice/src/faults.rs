//! Misbehaviour on request: rules say which requests meet which fault. They are set from code with
//! [`Faults`] or over HTTP with `PUT /practice/faults`.

mod answers;
mod bodies;
mod connection;
mod injection;
mod pages;
mod rule;

use std::sync::{Arc, Mutex};

pub(crate) use bodies::whole;
pub(crate) use connection::{Acceptor, Connection, Connections, Cutter};
pub(crate) use injection::{CutConnection, apply, cut_if_marked};
pub use rule::{Encoding, FaultKind, FaultRule};

use crate::lock::lock;

/// The faults of one practice workspace. Clones share the same rules.
///
/// ```
/// use practice::{FaultKind, FaultRule, Faults};
///
/// let faults = Faults::default();
/// faults.add(FaultRule::new("/ims", FaultKind::Status { status: 503, retry_after: None }).times(2));
/// assert_eq!(faults.rules().len(), 1);
/// faults.clear();
/// assert!(faults.rules().is_empty());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Faults {
    rules: Arc<Mutex<Vec<FaultRule>>>,
}

impl Faults {
    /// Replaces all rules.
    pub fn set(&self, rules: Vec<FaultRule>) {
        *lock(&self.rules) = rules;
    }

    /// Adds a rule.
    pub fn add(&self, rule: FaultRule) {
        lock(&self.rules).push(rule);
    }

    /// Removes all rules; the workspace behaves again.
    pub fn clear(&self) {
        lock(&self.rules).clear();
    }

    /// The rules that are still in force; `times` counts down.
    #[must_use]
    pub fn rules(&self) -> Vec<FaultRule> {
        lock(&self.rules).clone()
    }

    fn any_names_an_operation(&self) -> bool {
        lock(&self.rules).iter().any(|rule| rule.operation.is_some())
    }

    /// Whether a connection is to be closed as soon as it is opened.
    fn cuts_at_accept(&self) -> bool {
        let mut rules = lock(&self.rules);
        let Some(at) = rules.iter().position(|rule| rule.kind == FaultKind::CutAtAccept) else {
            return false;
        };
        rules[at].times = rules[at].times.map(|times| times.saturating_sub(1));
        rules.retain(|rule| rule.times != Some(0));
        true
    }

    /// The faults that this request meets; each rule that matches is used once.
    fn take(&self, path: &str, method: &str, graphql: Option<&str>) -> Vec<FaultKind> {
        let mut rules = lock(&self.rules);
        let mut met = Vec::new();
        for rule in rules.iter_mut().filter(|rule| rule.matches(path, method, graphql)) {
            rule.times = rule.times.map(|times| times.saturating_sub(1));
            met.push(rule.kind.clone());
        }
        rules.retain(|rule| rule.times != Some(0));
        met
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_with_a_number_of_times_is_used_up() {
        let faults = Faults::default();
        faults.add(FaultRule::new("/ims", FaultKind::TokenRevoked).times(1));
        assert!(faults.take("/profile", "GET", None).is_empty());
        assert_eq!(faults.take("/ims/token/v3", "POST", None).len(), 1);
        assert!(faults.take("/ims/token/v3", "POST", None).is_empty());
    }
}
