//! The values of a JSON or YAML text, with their order and their duplicates, wiped when they are no longer needed.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Number;
use zeroize::Zeroizing;

/// One value. There is no `Debug`, because any text may be a secret.
pub(super) enum Tree {
    Nothing,
    Flag(bool),
    Number(Number),
    Text(Zeroizing<String>),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl Tree {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(Zeroizing::new(text.into()))
    }

    /// The members of an object; none for anything else.
    pub(super) fn members(&self) -> &[(String, Tree)] {
        match self {
            Self::Object(members) => members,
            _ => &[],
        }
    }

    /// The elements of a list; none for anything else.
    pub(super) fn elements(&self) -> &[Tree] {
        match self {
            Self::List(elements) => elements,
            _ => &[],
        }
    }

    /// The first member of this name.
    pub(super) fn get(&self, name: &str) -> Option<&Tree> {
        let mut members = self.members().iter();
        members.find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// The first member of this name, if it is an object.
    pub(super) fn object(&self, name: &str) -> Option<&Tree> {
        self.get(name).filter(|value| matches!(value, Self::Object(_)))
    }

    /// The text or number of a member, without blanks around it; nothing when it is empty.
    pub(super) fn plain(&self, name: &str) -> Option<String> {
        let text = match self.get(name)? {
            Self::Text(text) => text.trim().to_owned(),
            Self::Number(number) => number.to_string(),
            _ => return None,
        };
        Some(text).filter(|text| !text.is_empty())
    }

    /// The lines of a text that is written as a list, as `aio` writes keys; nothing for anything else.
    pub(super) fn lines(&self) -> Option<Zeroizing<String>> {
        let elements = self.elements();
        let length = elements.iter().map(|element| match element {
            Self::Text(line) => Some(line.len() + 1),
            _ => None,
        });
        let mut text = Zeroizing::new(String::with_capacity(length.sum::<Option<usize>>()?));
        for element in elements {
            if let Self::Text(line) = element {
                text.push_str(line);
                text.push('\n');
            }
        }
        (!text.is_empty()).then_some(text)
    }

    /// Whether it is one of these texts, in upper or lower case.
    pub(super) fn is_text(&self, texts: &[&str]) -> bool {
        matches!(self, Self::Text(own) if texts.iter().any(|text| own.trim().eq_ignore_ascii_case(text)))
    }

    /// Whether there is nothing in it: no value, no text, no element.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::List(elements) => elements.iter().all(Self::is_empty),
            Self::Object(members) => members.is_empty(),
            Self::Flag(_) | Self::Number(_) => false,
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Tree;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Nothing)
    }

    fn visit_none<E>(self) -> Result<Tree, E> {
        Ok(Tree::Nothing)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        Tree::deserialize(deserializer)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Tree, E> {
        Ok(Tree::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Tree, E> {
        Ok(Tree::Number(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Tree, E> {
        Ok(Tree::Number(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Tree, E> {
        Ok(Number::from_f64(number).map_or(Tree::Nothing, Tree::Number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::text(text))
    }

    fn visit_string<E>(self, text: String) -> Result<Tree, E> {
        Ok(Tree::text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Tree, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = sequence.next_element()? {
            elements.push(element);
        }
        Ok(Tree::List(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Tree::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_keep_their_order_and_their_duplicates() {
        let tree: Tree = serde_json::from_str(r#"{"b": " x ", "a": 4566206088344859311, "b": [null, ""]}"#).unwrap();
        let names: Vec<_> = tree.members().iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["b", "a", "b"]);
        assert_eq!(tree.plain("a").as_deref(), Some("4566206088344859311"));
        assert_eq!(tree.plain("b").as_deref(), Some("x"));
        assert!(tree.members()[2].1.is_empty());
    }
}
