//! The members of a token's header or payload, in their order.

use std::collections::HashSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;

use super::text::hide_tokens;
use super::times;

/// More members than this are counted and not kept; Adobe's tokens have about twenty.
const MOST_MEMBERS: usize = 200;

/// The longest text of a value that is shown.
const LONGEST_VALUE: usize = 300;

/// The longest name that is shown. A metascope's name is an address of under a hundred characters.
const LONGEST_NAME: usize = 200;

/// One member of a token's header or payload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Its value as JSON, cut where it is long; a token within it is left out.
    pub value: String,
    /// The moment that it names, in epoch milliseconds, for the times that tokens carry.
    pub at: Option<i64>,
}

/// All members, with names that stand more than once.
#[derive(Debug, Default)]
pub(super) struct Members {
    list: Vec<(String, Value)>,
    repeated: Vec<String>,
    left_out: usize,
}

impl Members {
    /// The value of a member; of the last one where its name stands more than once, as most readers take it.
    pub(super) fn value(&self, name: &str) -> Option<&Value> {
        self.list
            .iter()
            .rev()
            .find_map(|(known, value)| (known == name).then_some(value))
    }

    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.value(name)?.as_str()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.list.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// Names that stand more than once.
    pub(super) fn repeated(&self) -> Vec<String> {
        self.repeated.iter().map(|name| cut(name, LONGEST_NAME)).collect()
    }

    /// How many members were not kept.
    pub(super) fn left_out(&self) -> usize {
        self.left_out
    }

    pub(super) fn shown(&self) -> Vec<Member> {
        self.iter()
            .map(|(name, value)| Member {
                name: cut(name, LONGEST_NAME),
                value: shown(value),
                at: times::moment(name, value),
            })
            .collect()
    }
}

/// A value as it is shown.
pub(super) fn shown(value: &Value) -> String {
    cut(&value.to_string(), LONGEST_VALUE)
}

/// A text of the token as it is shown within a sentence.
pub(super) fn cut(text: &str, longest: usize) -> String {
    let text = hide_tokens(text);
    if text.chars().count() <= longest {
        return text;
    }
    text.chars().take(longest).chain(['…']).collect()
}

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Members;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a JSON object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = Members::default();
                let mut names = HashSet::new();
                while let Some((name, value)) = map.next_entry::<String, Value>()? {
                    if members.list.len() == MOST_MEMBERS {
                        members.left_out += 1;
                        continue;
                    }
                    if !names.insert(name.clone()) && !members.repeated.contains(&name) {
                        members.repeated.push(name.clone());
                    }
                    members.list.push((name, value));
                }
                Ok(members)
            }
        }

        deserializer.deserialize_map(Reader)
    }
}
