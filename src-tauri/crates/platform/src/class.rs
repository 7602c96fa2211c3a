//! XDM classes, as the Schema Registry lists them.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Whose classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Container {
    /// Those that Adobe defines.
    Global,
    /// Those that the organization defined.
    Tenant,
}

impl Container {
    /// The container as a path has it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Global => "global",
            Self::Tenant => "tenant",
        }
    }
}

/// One XDM class in short. Fields that are not known here are kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Class {
    /// Its identifier, an address such as `https://ns.adobe.com/xdm/context/profile`.
    #[serde(rename = "$id")]
    pub id: String,
    /// The same for the path of a call, such as `_xdm.context.profile`.
    #[serde(rename = "meta:altId", default)]
    pub alternate_id: Option<String>,
    /// Its name.
    #[serde(default)]
    pub title: Option<String>,
    /// Its version, such as `1` or `1.1`.
    #[serde(default, deserialize_with = "text_or_number")]
    pub version: Option<String>,
    /// Whatever else was there.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Class {
    /// The version's first number, which a call for the details has to name; 1 where none is told.
    #[must_use]
    pub fn major_version(&self) -> u32 {
        let version = self.version.as_deref().unwrap_or_default();
        let major = version.split('.').next().unwrap_or_default();
        major.parse().unwrap_or(1)
    }
}

/// A version that comes as a number is a version all the same.
fn text_or_number<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(match Value::deserialize(from)? {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_read_tolerantly_and_keeps_what_is_unknown() {
        let text = r#"{"$id":"https://ns.adobe.com/xdm/context/profile","version":1.2,"title":null,"meta:new":[1]}"#;
        let class: Class = serde_json::from_str(text).unwrap();
        assert_eq!((class.major_version(), class.title.as_deref()), (1, None));
        assert_eq!(class.extra["meta:new"], serde_json::json!([1]));
        let class: Class = serde_json::from_str(r#"{"$id":"x","version":"3.1"}"#).unwrap();
        assert_eq!(class.major_version(), 3);
        let class: Class = serde_json::from_str(r#"{"$id":"x"}"#).unwrap();
        assert_eq!(class.major_version(), 1);
    }
}
