//! Environments: variables with a name.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::clean::clean;
use super::description::plain;
use crate::leaks;
use crate::names::is_secret;
use crate::variables::Variable;

/// An environment. What it came with is kept whole, but for its secrets.
#[derive(Clone, Debug, PartialEq)]
pub struct Environment {
    id: Uuid,
    json: Value,
    left_out: Vec<String>,
}

impl Environment {
    /// A new one.
    #[must_use]
    pub fn new(id: Uuid, name: &str, variables: &[Variable]) -> Self {
        let mut environment = Self {
            id,
            json: json!({"id": id, "name": name, "values": [], "_postman_variable_scope": "environment"}),
            left_out: Vec::new(),
        };
        environment.change(name, variables);
        environment
    }

    /// Takes in what was read from outside: secrets are taken out.
    pub(super) fn taken_in(mut json: Value) -> Self {
        let left_out = clean(&mut json);
        Self {
            left_out,
            ..Self::kept(json)
        }
    }

    /// What was kept.
    pub(crate) fn kept(json: Value) -> Self {
        let id = json.get("id").and_then(Value::as_str).and_then(|id| id.parse().ok());
        let mut environment = Self {
            id: Uuid::nil(),
            json,
            left_out: Vec::new(),
        };
        environment.set_id(id.unwrap_or_else(Uuid::new_v4));
        environment
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> Uuid {
        self.id
    }

    pub(crate) fn set_id(&mut self, id: Uuid) {
        self.id = id;
        if let Some(fields) = self.json.as_object_mut() {
            fields.insert("id".to_owned(), json!(id));
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> String {
        match plain(self.json.get("name")) {
            none if none.trim().is_empty() => "Environment".to_owned(),
            name => name,
        }
    }

    /// Its variables.
    #[must_use]
    pub fn variables(&self) -> Vec<Variable> {
        variables(self.json.get("values"))
    }

    /// Changes its name and its variables. Of those that stay, what else they had stays. Of secrets nothing is kept.
    pub fn change(&mut self, name: &str, variables: &[Variable]) {
        let values = merged(self.json.get("values"), variables, true);
        if let Some(fields) = self.json.as_object_mut() {
            fields.insert("name".to_owned(), json!(name));
            fields.insert("values".to_owned(), values);
        }
    }

    /// Names of the secrets that were left out when it was read.
    #[must_use]
    pub fn left_out(&self) -> &[String] {
        &self.left_out
    }

    pub(crate) fn json(&self) -> &Value {
        &self.json
    }
}

/// The variables of a list of Postman's.
pub(super) fn variables(list: Option<&Value>) -> Vec<Variable> {
    let entries = list.and_then(Value::as_array).into_iter().flatten();
    entries
        .filter_map(|entry| {
            let is_off =
                entry.get("enabled") == Some(&Value::Bool(false)) || entry.get("disabled") == Some(&Value::Bool(true));
            Some(Variable {
                name: name(entry)?,
                value: plain(entry.get("value")),
                enabled: !is_off,
            })
        })
        .collect()
}

/// The name of a variable: collections may write it as an `id`.
fn name(entry: &Value) -> Option<String> {
    let name = entry.get("key").or_else(|| entry.get("id"))?.as_str()?;
    (!name.is_empty()).then(|| name.to_owned())
}

/// Puts variables in the place of a list. `has_enabled` tells how it is written that one is not used.
pub(super) fn merged(old: Option<&Value>, variables: &[Variable], has_enabled: bool) -> Value {
    let mut old: Vec<Value> = old.and_then(Value::as_array).cloned().unwrap_or_default();
    let mut list = Vec::new();
    for variable in variables.iter().filter(|variable| !variable.name.trim().is_empty()) {
        let wanted = variable.name.trim();
        let place = old.iter().position(|entry| name(entry).as_deref() == Some(wanted));
        let mut entry = match place.map(|place| old.remove(place)) {
            Some(Value::Object(entry)) => entry,
            _ => Map::from_iter([("key".to_owned(), json!(wanted))]),
        };
        let is_marked = entry.get("type").and_then(Value::as_str) == Some("secret");
        let value = match is_secret(wanted) || is_marked {
            true => String::new(),
            false => leaks::hidden(&variable.value),
        };
        if plain(entry.get("value")) != value || !entry.contains_key("value") {
            entry.insert("value".to_owned(), json!(value));
        }
        match (has_enabled, variable.enabled) {
            (true, enabled) => entry.insert("enabled".to_owned(), json!(enabled)),
            (false, true) => entry.shift_remove("disabled"),
            (false, false) => entry.insert("disabled".to_owned(), json!(true)),
        };
        list.push(Value::Object(entry));
    }
    // What is no variable to this version stays.
    list.extend(old.into_iter().filter(|entry| name(entry).is_none()));
    Value::Array(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Adobe's "Download for Postman", for a service account.
    fn adobes() -> Value {
        json!({
            "name": "Experience Platform",
            "values": [
                {"key": "CLIENT_SECRET", "value": "p8e-Secret123", "enabled": true, "type": "text"},
                {"key": "API_KEY", "value": "the-key", "enabled": true, "type": "default"},
                {"key": "META_SCOPE", "value": ["ent_dataservices_sdk"], "enabled": true},
                {"key": "PRIVATE_KEY", "value": "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----"},
                {"key": "JWT_TOKEN", "value": "eyJhbGciOi.eyJleHAi.c2ln"},
                {"key": "HIDDEN", "value": "marked", "type": "secret"},
                {"key": "SOMETHING", "value": "eyJhbGciOi.eyJleHAi.c2ln", "note": "kept"},
                {"key": "OFF", "value": "1", "enabled": false},
            ],
            "_postman_exported_using": "Postman/9.23.1",
        })
    }

    #[test]
    fn adobes_environment_is_read_without_its_secrets() {
        let environment = Environment::taken_in(adobes());
        let text = environment.json().to_string();
        for secret in ["Secret123", "MIIE", "eyJ", "marked"] {
            assert!(!text.contains(secret), "{secret}");
        }
        assert_eq!(
            environment.left_out(),
            ["CLIENT_SECRET", "PRIVATE_KEY", "JWT_TOKEN", "HIDDEN", "SOMETHING"]
        );
        let variables = environment.variables();
        assert_eq!(variables[1], Variable::new("API_KEY", "the-key"));
        assert_eq!(variables[2].value, r#"["ent_dataservices_sdk"]"#);
        assert_eq!((variables[0].value.as_str(), variables[7].enabled), ("", false));
        assert!(!environment.id().is_nil());
    }

    #[test]
    fn what_is_changed_keeps_what_else_it_had() {
        let mut environment = Environment::taken_in(adobes());
        let mut variables = environment.variables();
        variables.remove(7);
        variables[1].value = "other".to_owned();
        variables[0].value = "typed by hand".to_owned();
        variables.push(Variable {
            enabled: false,
            ..Variable::new("NEW", "s8e-leaked")
        });
        environment.change("Renamed", &variables);
        let json = environment.json();
        assert_eq!(
            (&json["name"], &json["_postman_exported_using"]),
            (&json!("Renamed"), &json!("Postman/9.23.1"))
        );
        assert_eq!(
            json["values"][1],
            json!({"key": "API_KEY", "value": "other", "enabled": true, "type": "default"})
        );
        assert_eq!(
            json["values"][2]["value"],
            json!(["ent_dataservices_sdk"]),
            "a list stays a list"
        );
        assert_eq!(
            (&json["values"][0]["value"], &json["values"][6]["note"]),
            (&json!(""), &json!("kept"))
        );
        assert_eq!(
            json["values"][7],
            json!({"key": "NEW", "value": "{{CLIENT_SECRET}}", "enabled": false})
        );
    }
}
