//! Reading YAML.

use serde_saphyr::{Budget, DuplicateKeyPolicy, Options};

use super::names::part;
use super::tree::Tree;
use super::unusable::Unusable;

/// Whether a text looks like YAML that names parts of credentials.
pub(super) fn is_likely(text: &str) -> bool {
    const LINES: usize = 200;
    text.lines().take(LINES).any(|line| {
        line.split_once(':').is_some_and(|(name, rest)| {
            let name = name.trim().trim_matches(['"', '\'']);
            let is_name = name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
            let is_value = rest.is_empty() || rest.starts_with([' ', '\t', '\r']);
            is_name && is_value && (part(name).is_some() || name == "technicalAccount")
        })
    })
}

/// The value of a YAML text.
pub(super) fn parse(text: &str) -> Result<Tree, Unusable> {
    let mut budget = Budget::default();
    budget.max_depth = 64;
    budget.max_events = 50_000;
    budget.max_nodes = 50_000;
    // No such file repeats itself, and repetition is how a small text becomes a large value.
    budget.max_aliases = 0;
    let mut options = Options::default();
    options.budget = Some(budget);
    options.duplicate_keys = DuplicateKeyPolicy::FirstWins;
    serde_saphyr::from_str_with_options(text, options).map_err(|error| Unusable::Yaml {
        line: error.location().map(|location| location.line()),
    })
}
