//! Telling what a text is, and reading it.

use serde_json::Value;

use super::collection::Collection;
use super::environment::Environment;
use super::error::ReadError;

/// Bytes of a file at most.
const LARGEST: usize = 16 << 20;
/// Levels of JSON at most. A folder takes two.
const MOST_LEVELS: usize = 100;

/// What a text held.
#[derive(Clone, Debug)]
pub enum Read {
    /// A collection.
    Collection(Collection),
    /// An environment, or globals.
    Environment(Environment),
}

/// Reads a collection or an environment. Its secrets are taken out, and told by name.
///
/// # Errors
/// When it is something else, or cannot be read.
pub fn read(text: &str) -> Result<Read, ReadError> {
    if text.len() > LARGEST {
        return Err(ReadError::TooLarge);
    }
    let text = text.trim_start_matches('\u{feff}');
    if depth(text) > MOST_LEVELS {
        return Err(ReadError::TooDeep { levels: MOST_LEVELS });
    }
    let json: Value = serde_json::from_str(text).map_err(|error| ReadError::NotJson {
        reason: error.to_string(),
    })?;
    of_json(unwrapped(json))
}

fn of_json(json: Value) -> Result<Read, ReadError> {
    let has_list = |name: &str| json.get(name).is_some_and(Value::is_array);
    if has_list("item") {
        return match schema(&json) {
            Some(schema) if schema.contains("/v1.") => Err(ReadError::VersionOne),
            Some(schema) if schema.contains("/collection/v") && !schema.contains("/v2.") => Err(ReadError::Version {
                schema: schema.chars().take(200).collect(),
            }),
            _ => Ok(Read::Collection(Collection::taken_in(json))),
        };
    }
    if has_list("collections") || has_list("environments") {
        return Err(ReadError::Dump);
    }
    if has_list("requests") || has_list("order") {
        return Err(ReadError::VersionOne);
    }
    if has_list("values") {
        return Ok(Read::Environment(Environment::taken_in(json)));
    }
    Err(ReadError::Neither)
}

/// Postman's API wraps what its program exports bare.
fn unwrapped(json: Value) -> Value {
    let Value::Object(mut all) = json else {
        return json;
    };
    for (name, list) in [("collection", "item"), ("environment", "values")] {
        if all
            .get(name)
            .and_then(|inner| inner.get(list))
            .is_some_and(Value::is_array)
        {
            return all.remove(name).unwrap_or_default();
        }
    }
    Value::Object(all)
}

fn schema(json: &Value) -> Option<&str> {
    json.get("info")?.get("schema")?.as_str()
}

/// How deep brackets lie in each other, outside of strings.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let (mut in_string, mut escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> ReadError {
        read(text).unwrap_err()
    }

    #[test]
    fn what_is_something_else_is_told() {
        assert!(matches!(refused("<html>"), ReadError::NotJson { .. }));
        assert!(matches!(refused(""), ReadError::NotJson { .. }));
        for text in ["{}", "[]", "7", r#"{"item": {}}"#, r#"{"values": {}}"#] {
            assert_eq!(refused(text), ReadError::Neither, "{text}");
        }
        assert_eq!(
            refused(r#"{"id": "x", "order": [], "requests": []}"#),
            ReadError::VersionOne
        );
        assert_eq!(
            refused(r#"{"version": 1, "collections": [], "environments": []}"#),
            ReadError::Dump
        );
        let schema = "https://schema.getpostman.com/json/collection/v9.0.0/collection.json";
        let error = refused(&format!(r#"{{"info": {{"schema": "{schema}"}}, "item": []}}"#));
        assert_eq!(
            error,
            ReadError::Version {
                schema: schema.to_owned()
            }
        );
        assert!(!error.next_step().is_empty());
    }

    #[test]
    fn what_is_too_much_is_told() {
        let deep = format!("{}{}", "{\"item\":[".repeat(60_000), "]}".repeat(60_000));
        assert_eq!(refused(&deep), ReadError::TooDeep { levels: MOST_LEVELS });
        assert_eq!(
            refused(&"[".repeat(1_000_000)),
            ReadError::TooDeep { levels: MOST_LEVELS }
        );
        assert_eq!(refused(&" ".repeat(LARGEST + 1)), ReadError::TooLarge);
        let shallow = format!(r#"{{"item": [], "text": "{}\"["}}"#, "[".repeat(500));
        assert!(matches!(read(&shallow), Ok(Read::Collection(_))));
    }

    #[test]
    fn what_postmans_api_wraps_is_read_too() {
        assert!(matches!(
            read(r#"{"collection": {"info": {}, "item": []}}"#),
            Ok(Read::Collection(_))
        ));
        assert!(matches!(
            read("\u{feff}{\"environment\": {\"values\": []}}"),
            Ok(Read::Environment(_))
        ));
    }
}
