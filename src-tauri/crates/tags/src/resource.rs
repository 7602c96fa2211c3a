//! Resources of JSON:API: a profile, a company, a property.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::rights::Right;

/// What a resource is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A user: the technical account.
    Users,
    /// A company; an organization usually has one.
    Companies,
    /// A property.
    Properties,
    /// Something else.
    Other(String),
}

/// One resource. Fields that are not known here are kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Resource {
    /// Its identifier: two letters and 32 hexadecimal digits.
    pub id: String,
    /// Its type, as Adobe writes it.
    #[serde(rename = "type", default)]
    pub type_name: String,
    /// Its values.
    #[serde(default)]
    pub attributes: Map<String, Value>,
    /// What is said about it: the caller's rights.
    #[serde(default)]
    pub meta: Map<String, Value>,
    /// Whatever else was there.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Resource {
    /// What it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self.type_name.as_str() {
            "users" => Kind::Users,
            "companies" => Kind::Companies,
            "properties" => Kind::Properties,
            other => Kind::Other(other.to_owned()),
        }
    }

    /// Its name; a user's in words. Its identifier where there is none.
    #[must_use]
    pub fn name(&self) -> &str {
        let text = |key: &str| self.attributes.get(key).and_then(Value::as_str);
        text("name").or_else(|| text("display_name")).unwrap_or(&self.id)
    }

    /// One of its values as text.
    #[must_use]
    pub fn attribute(&self, key: &str) -> Option<&str> {
        self.attributes.get(key).and_then(Value::as_str)
    }

    /// The rights that the caller has on it, in the order of [`Right::ALL`]; what Adobe calls otherwise is left to
    /// [`Resource::other_rights`].
    #[must_use]
    pub fn rights(&self) -> Vec<Right> {
        let names = self.right_names();
        let held = |right: &Right| names.contains(&right.as_str());
        Right::ALL.into_iter().filter(held).collect()
    }

    /// Rights that have no place in the role matrix, as Adobe writes them.
    #[must_use]
    pub fn other_rights(&self) -> Vec<String> {
        let known = |name: &&str| !Right::ALL.iter().any(|right| right.as_str() == *name);
        self.right_names()
            .into_iter()
            .filter(known)
            .map(str::to_owned)
            .collect()
    }

    fn right_names(&self) -> Vec<&str> {
        let rights = self.meta.get("rights").and_then(Value::as_array);
        rights.into_iter().flatten().filter_map(Value::as_str).collect()
    }
}
