//! The fields of a JSON object, read tolerantly and opened only where somebody looks.

use std::borrow::Cow;
use std::fmt;

use event::reading::{raw_integer, raw_text};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::value::RawValue;

/// The fields of one object, each still as JSON text. What is no object has no fields; of equal keys the last counts.
#[derive(Default)]
pub(crate) struct Fields<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'a> Fields<'a> {
    pub(crate) fn of(json: &'a str) -> Self {
        if !json.trim_start().starts_with('{') {
            return Self::default();
        }
        serde_json::from_str(json).unwrap_or_default()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &'a str)> {
        self.0.iter().map(|(key, value)| (key.as_ref(), value.get()))
    }

    /// A value's JSON text; a null counts as nothing.
    pub(crate) fn json(&self, key: &str) -> Option<&'a str> {
        self.find(key).map(RawValue::get).filter(|json| *json != "null")
    }

    /// A text that is not empty, or a number as text.
    pub(crate) fn text(&self, key: &str) -> Option<String> {
        self.find(key).and_then(raw_text).filter(|text| !text.is_empty())
    }

    pub(crate) fn integer(&self, key: &str) -> Option<i64> {
        self.find(key).and_then(raw_integer)
    }

    /// The fields of an object in it; of anything else none.
    pub(crate) fn fields(&self, key: &str) -> Fields<'a> {
        self.json(key).map(Fields::of).unwrap_or_default()
    }

    /// The text that is an item of a list, with this number from 0.
    pub(crate) fn item(&self, key: &str, number: usize) -> Option<String> {
        let items: Vec<&RawValue> = serde_json::from_str(self.json(key)?).ok()?;
        serde_json::from_str(items.get(number)?.get()).ok()
    }

    /// A value with all that is in it; nothing when it is nested too deep to be read whole.
    pub(crate) fn value(&self, key: &str) -> Option<Value> {
        let value: Value = serde_json::from_str(self.json(key)?).ok()?;
        (!value.is_null()).then_some(value)
    }

    fn find(&self, key: &str) -> Option<&'a RawValue> {
        let found = self.0.iter().rev().find(|(own, _)| own == key);
        found.map(|(_, value)| *value)
    }
}

#[derive(Deserialize, PartialEq)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields<'de>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
        let mut fields = Vec::new();
        while let Some((Key(key), value)) = map.next_entry::<Key<'de>, &'de RawValue>()? {
            fields.push((key, value));
        }
        Ok(Fields(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_asked_for_is_opened() {
        let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
        let json = format!(r#"{{"a":{{"b":"c","n":"7"}},"deep":{deep},"x":null,"k\u00e4":1.5,"a2":[],"t":""}}"#);
        let fields = Fields::of(&json);
        assert_eq!(fields.fields("a").text("b").as_deref(), Some("c"));
        assert_eq!(fields.fields("a").integer("n"), Some(7));
        assert_eq!(fields.text("kä").as_deref(), Some("1.5"));
        assert_eq!(
            (fields.json("x"), fields.value("deep"), fields.text("t")),
            (None, None, None)
        );
        assert!(fields.fields("a2").iter().next().is_none());
        let lists = Fields::of(r#"{"a":["x",7,"y\n"],"b":"x"}"#);
        let items = [("a", 0), ("a", 1), ("a", 2), ("a", 3), ("b", 0), ("c", 0)].map(|(key, at)| lists.item(key, at));
        assert_eq!(items, [Some("x".into()), None, Some("y\n".into()), None, None, None]);
    }

    #[test]
    fn what_is_no_object_has_no_fields() {
        for json in ["", "null", "[1]", "\"{}\"", "{", "{\"a\":1} x", "7"] {
            assert!(Fields::of(json).iter().next().is_none(), "{json}");
        }
    }
}
