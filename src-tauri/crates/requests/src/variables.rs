//! Variables, and texts filled in with them.

mod dynamic;

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;
use serde::{Deserialize, Serialize};

use crate::identity::Identity;
use crate::names::{filled_names, is_secret};

/// A value may hold variables again, this many levels deep.
const MOST_LEVELS: usize = 10;
/// A text does not grow by more bytes than this by filling it in.
const MOST_GROWTH: usize = 1 << 20;

static REFERENCE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\{\{([^{}\r\n]{1,200})\}\}").expect("the pattern is a fixed text and well formed"));

/// A variable of an environment or a collection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// Its value. An empty one counts as none.
    pub value: String,
    /// Whether it is used.
    pub enabled: bool,
}

impl Variable {
    /// A variable that is used.
    #[must_use]
    pub fn new(name: &str, value: &str) -> Self {
        Self {
            name: name.to_owned(),
            value: value.to_owned(),
            enabled: true,
        }
    }
}

/// What names stand for. The integration's own come first, then the environment, then the collection.
#[derive(Clone, Debug, Default)]
pub struct Variables {
    layers: Vec<HashMap<String, String>>,
}

/// A text that was filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// The text. What could not be filled in stands in it as it was: `{{name}}`.
    pub text: String,
    /// Names that have no value.
    pub missing: Vec<String>,
    /// Names that hold secrets.
    pub secrets: Vec<String>,
}

impl Variables {
    /// The variables of an integration, an environment and a collection.
    #[must_use]
    pub fn new(identity: &Identity, environment: &[Variable], collection: &[Variable]) -> Self {
        let own = filled_names()
            .iter()
            .filter_map(|filled| Some((filled.name.to_owned(), filled.text(identity)?)))
            .collect();
        Self {
            layers: vec![own, layer(environment), layer(collection)],
        }
    }

    /// Fills in a text. Secrets are left as they are, and a value that leads back to itself ends as a missing one.
    #[must_use]
    pub fn fill(&self, text: &str) -> Filled {
        let mut filled = Filled {
            text: text.to_owned(),
            ..Filled::default()
        };
        let longest = text.len() + MOST_GROWTH;
        for _ in 0..MOST_LEVELS {
            let Some(next) = self.pass(&filled.text, longest) else {
                break;
            };
            filled.text = next;
            if filled.text.len() > longest {
                break;
            }
        }
        for found in REFERENCE.captures_iter(&filled.text) {
            let name = found[1].trim();
            let names = if is_secret(name) {
                &mut filled.secrets
            } else {
                &mut filled.missing
            };
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
        filled
    }

    /// The text with every innermost variable replaced once; none when there is nothing to replace.
    fn pass(&self, text: &str, longest: usize) -> Option<String> {
        let mut filled = String::new();
        let mut copied = 0;
        for found in REFERENCE.captures_iter(text) {
            if filled.len() > longest {
                break;
            }
            let Some(value) = self.value(found[1].trim()) else {
                continue;
            };
            let place = found.get_match();
            filled.push_str(&text[copied..place.start()]);
            filled.push_str(&value);
            copied = place.end();
        }
        if copied == 0 {
            return None;
        }
        filled.push_str(&text[copied..]);
        Some(filled)
    }

    fn value(&self, name: &str) -> Option<String> {
        if is_secret(name) {
            return None;
        }
        let kept = self.layers.iter().find_map(|layer| layer.get(name));
        kept.cloned().or_else(|| dynamic::text(name))
    }
}

fn layer(variables: &[Variable]) -> HashMap<String, String> {
    variables
        .iter()
        .filter(|variable| variable.enabled && !variable.value.is_empty())
        .map(|variable| (variable.name.trim().to_owned(), variable.value.clone()))
        .collect()
}

/// Whether a text is made of nothing but variables.
pub(crate) fn is_reference(text: &str) -> bool {
    !text.trim().is_empty() && REFERENCE.replace_all(text, "").trim().is_empty()
}

/// The name, where a text is nothing but one variable.
pub(crate) fn reference(text: &str) -> Option<&str> {
    let found = REFERENCE.captures(text.trim())?;
    (found.get_match().len() == text.trim().len()).then(|| found.get(1).map_or("", |name| name.as_str().trim()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::hosts::Endpoints;

    fn variables(environment: &[(&str, &str)], collection: &[(&str, &str)]) -> Variables {
        let identity = Identity::new("the-key", "ORG@AdobeOrg", &Endpoints::adobe());
        let set = |pairs: &[(&str, &str)]| -> Vec<Variable> {
            pairs.iter().map(|(name, value)| Variable::new(name, value)).collect()
        };
        Variables::new(&identity, &set(environment), &set(collection))
    }

    #[test]
    fn the_integration_comes_before_the_environment_and_that_before_the_collection() {
        let variables = variables(
            &[("API_KEY", "of another"), ("CONTAINER_ID", "tenant"), ("EMPTY", "")],
            &[("CONTAINER_ID", "global"), ("EMPTY", "not"), ("LAST", "z")],
        );
        let filled =
            variables.fill("{{API_KEY}} {{ CONTAINER_ID }} {{EMPTY}} {{LAST}} {{IMS}} {{HOST}} {{PLATFORM_URL}}");
        assert_eq!(
            filled.text,
            "the-key tenant not z ims-na1.adobelogin.com https://reactor.adobe.io platform.adobe.io"
        );
        assert!(filled.missing.is_empty() && filled.secrets.is_empty());
    }

    #[test]
    fn values_hold_variables_again_and_names_too() {
        let variables = variables(
            &[("a", "<{{b}}>"), ("b", "{{c}}{{c}}"), ("c", "x"), ("which", "b")],
            &[],
        );
        assert_eq!(variables.fill("{{a}} {{{{which}}}}").text, "<xx> xx");
    }

    #[test]
    fn what_leads_back_to_itself_is_missing() {
        let variables = variables(&[("a", "{{b}}"), ("b", "{{a}}"), ("self", "{{self}}")], &[]);
        assert_eq!(variables.fill("{{self}}").missing, ["self"]);
        assert_eq!(variables.fill("{{a}}").missing.len(), 1);
        let filled = variables.fill("{{nothing}} {{nothing}}");
        assert_eq!(
            (filled.text.as_str(), filled.missing.len()),
            ("{{nothing}} {{nothing}}", 1)
        );
    }

    #[test]
    fn values_that_multiply_end() {
        let doubled = "{{big}}".repeat(200);
        let variables = variables(&[("big", &doubled)], &[]);
        assert!(variables.fill("{{big}}").text.len() < 3 * MOST_GROWTH);
    }

    #[test]
    fn secrets_are_told_and_never_filled_in() {
        let variables = variables(&[("ACCESS_TOKEN", "leaked"), ("mine", "{{CLIENT_SECRET}}")], &[]);
        let filled = variables.fill("Bearer {{ACCESS_TOKEN}} {{mine}}");
        assert_eq!(filled.text, "Bearer {{ACCESS_TOKEN}} {{CLIENT_SECRET}}");
        assert_eq!(filled.secrets, ["ACCESS_TOKEN", "CLIENT_SECRET"]);
    }

    #[test]
    fn dynamic_variables_are_made_up_anew() {
        let variables = variables(&[], &[]);
        let filled = variables.fill("{{$guid}},{{$randomUUID}},{{$timestamp}},{{$isoTimestamp}},{{$randomInt}}");
        let parts: Vec<&str> = filled.text.split(',').collect();
        assert_ne!(parts[0], parts[1]);
        assert!(parts[0].parse::<uuid::Uuid>().is_ok() && parts[1].parse::<uuid::Uuid>().is_ok());
        assert!(parts[2].parse::<i64>().unwrap() > 1_600_000_000);
        assert_eq!((parts[3].len(), &parts[3][10..11], &parts[3][23..]), (24, "T", "Z"));
        assert!(parts[4].parse::<u16>().unwrap() <= 1000);
        assert_eq!(variables.fill("{{$randomCity}}").missing, ["$randomCity"]);
    }

    #[test]
    fn a_text_that_is_one_variable() {
        assert_eq!(reference(" {{ A }} "), Some("A"));
        assert_eq!(reference("Bearer {{A}}"), None);
        assert!(is_reference("{{A}}{{B}}") && !is_reference("x{{A}}") && !is_reference(""));
    }

    proptest! {
        #[test]
        fn any_text_and_any_values_end_and_leave_no_value_of_a_secret(
            text in "([{}]{0,3}[a-c$A-Z_ ]{0,6}[{}]{0,3}){0,6}",
            values in proptest::collection::vec("([{]{2}[a-c][}]{2}|.){0,6}", 3),
        ) {
            let pairs: Vec<(&str, &str)> = ["a", "b", "c"].into_iter().zip(values.iter().map(String::as_str)).collect();
            let mut environment = pairs.clone();
            environment.push(("TOKEN", "hidden-value"));
            let filled = variables(&environment, &[]).fill(&format!("{text}{{{{TOKEN}}}}"));
            prop_assert!(!filled.text.contains("hidden-value"));
        }

        #[test]
        fn a_text_without_variables_stays_as_it_is(text in "[^{]*") {
            let filled = variables(&[("a", "b")], &[]).fill(&text);
            prop_assert_eq!(filled, Filled { text, ..Filled::default() });
        }
    }
}
