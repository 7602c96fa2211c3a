//! Scripts of collections. They are shown and never run; those that the program makes needless are recognised.

use std::sync::LazyLock;

use regex::Regex;
use serde_json::Value;

use crate::names::is_secret;

/// A script that is longer does more than to keep a token.
const LONGEST_TOKEN_SCRIPT: usize = 4000;

static SETS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"\.(?:set|setEnvironmentVariable|setGlobalVariable)\(\s*(?:["']([^"']*)["'])?"#)
        .expect("the pattern is a fixed text and well formed")
});

/// A script of a collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// When Postman would run it.
    pub runs: ScriptTime,
    /// Where it stands: none for the request's own, or the name of the folder or collection.
    pub owner: Option<String>,
    /// The script.
    pub text: String,
    /// What takes its place here; none when nothing does.
    pub replaced_by: Option<&'static str>,
}

/// When Postman would run a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScriptTime {
    /// Before the request.
    Before,
    /// After the answer.
    After,
}

/// The scripts among the events of a request, a folder or a collection.
pub(crate) fn scripts(of: &Value, owner: Option<&str>) -> Vec<Script> {
    let events = of.get("event").and_then(Value::as_array).into_iter().flatten();
    events.filter_map(|event| script(event, owner)).collect()
}

fn script(event: &Value, owner: Option<&str>) -> Option<Script> {
    let runs = match event.get("listen")?.as_str()? {
        "prerequest" => ScriptTime::Before,
        "test" => ScriptTime::After,
        _ => return None,
    };
    let script = event.get("script")?;
    let text = match script.get("exec").unwrap_or(script) {
        Value::String(text) => text.clone(),
        Value::Array(lines) => {
            let lines: Vec<&str> = lines.iter().filter_map(Value::as_str).collect();
            lines.join("\n")
        }
        _ => return None,
    };
    if text.trim().is_empty() {
        return None;
    }
    Some(Script {
        runs,
        owner: owner.map(str::to_owned),
        replaced_by: replaced_by(runs, &text),
        text,
    })
}

fn replaced_by(runs: ScriptTime, text: &str) -> Option<&'static str> {
    match runs {
        ScriptTime::Before if signs_jwt(text) => {
            Some("Assurance Desk signs the JWT itself, with the integration's private key.")
        }
        ScriptTime::After if keeps_token(text) => Some("Assurance Desk keeps the access token itself."),
        _ => None,
    }
}

/// Adobe's collection for IMS loads a library in JavaScript, signs a JWT with it and sets `JWT_TOKEN`.
fn signs_jwt(text: &str) -> bool {
    let lower = text.to_lowercase();
    let has_library = ["kjur.jws", "jsrsasign", "rsa-sign", "rsa_sign"]
        .iter()
        .any(|part| lower.contains(part));
    has_library && lower.contains("jwt_token")
}

/// Whether a script sets the access token, and nothing that is no secret.
fn keeps_token(text: &str) -> bool {
    if text.len() > LONGEST_TOKEN_SCRIPT || !text.contains("access_token") {
        return false;
    }
    if ["sendRequest", "setNextRequest", "eval("]
        .iter()
        .any(|other| text.contains(other))
    {
        return false;
    }
    let names: Vec<&str> = SETS
        .captures_iter(text)
        .map(|set| set.get(1).map_or("", |name| name.as_str()))
        .collect();
    !names.is_empty() && names.iter().all(|name| is_secret(name))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn of(listen: &str, exec: Value) -> Vec<Script> {
        let mut event = json!({"listen": listen, "script": {}});
        event["script"]["exec"] = exec;
        scripts(&json!({"event": [event]}), Some("Authenticate"))
    }

    #[test]
    fn adobes_own_are_recognised() {
        let signing = json!([
            "var library = pm.environment.get('ADOBE_IO_ACCESS_TOKEN__JS_RSA_SIGN_LIBRARY'); eval(library);",
            "var jwt = KJUR.jws.JWS.sign('RS256', header, claims, pm.environment.get('PRIVATE_KEY'));",
            "pm.environment.set('JWT_TOKEN', jwt);",
        ]);
        let found = of("prerequest", signing.clone());
        assert_eq!(
            found[0].replaced_by,
            Some("Assurance Desk signs the JWT itself, with the integration's private key.")
        );
        assert_eq!(
            (found[0].runs, found[0].owner.as_deref()),
            (ScriptTime::Before, Some("Authenticate"))
        );
        assert_eq!(found[0].text.lines().count(), 3);
        assert_eq!(of("test", signing)[0].replaced_by, None);
        for exec in [
            "var data = JSON.parse(responseBody);\npostman.setEnvironmentVariable(\"ACCESS_TOKEN\", data.access_token);",
            "pm.environment.set('ACCESS_TOKEN', pm.response.json().access_token); pm.globals.set('JWT_TOKEN', '')",
        ] {
            assert_eq!(
                of("test", json!(exec))[0].replaced_by,
                Some("Assurance Desk keeps the access token itself.")
            );
        }
    }

    #[test]
    fn scripts_that_do_more_are_not() {
        for exec in [
            "pm.environment.set('ACCESS_TOKEN', x.access_token); pm.environment.set('CLASS_ID', x.id);",
            "pm.environment.set(name, x.access_token);",
            "pm.sendRequest(url); pm.environment.set('ACCESS_TOKEN', x.access_token);",
            "console.log(x.access_token)",
        ] {
            assert_eq!(of("test", json!(exec))[0].replaced_by, None, "{exec}");
        }
        assert_eq!(of("prerequest", json!("console.log('JWT_TOKEN')"))[0].replaced_by, None);
    }

    #[test]
    fn what_is_no_script_is_left_out() {
        assert!(of("prerequest", json!(["", " "])).is_empty());
        assert!(of("unknown", json!("x")).is_empty());
        assert!(scripts(&json!({"event": "x"}), None).is_empty());
        assert!(scripts(&json!({"event": [{"listen": "test"}, 7, null]}), None).is_empty());
    }
}
