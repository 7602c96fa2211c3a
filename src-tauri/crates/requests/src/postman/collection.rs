//! Collections: folders and calls.

mod changes;

use serde_json::{Value, json};
use uuid::Uuid;

use super::clean::clean;
use super::description::{description, plain};
use super::environment::variables;
use super::ids::{give, id_of};
use super::request::{Auth, auth, method, request, sends_file};
use crate::request::Request;
use crate::scripts::{Script, scripts};
use crate::variables::Variable;

/// What Postman calls the form that is written here.
pub(super) const SCHEMA: &str = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

/// A collection. What it came with is kept whole, but for its secrets.
#[derive(Clone, Debug, PartialEq)]
pub struct Collection {
    id: Uuid,
    json: Value,
    left_out: Vec<String>,
}

/// A folder or a call of a collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its id within the collection.
    pub id: String,
    /// Levels below the collection.
    pub depth: usize,
    /// Its name.
    pub name: String,
    /// The method of a call; none for a folder.
    pub method: Option<String>,
    /// Whether it has scripts of its own.
    pub has_script: bool,
}

/// A call, with what belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The call.
    pub request: Request,
    /// Its name, after those of its folders: "Authenticate / IMS: JWT".
    pub path: String,
    /// What it says of itself; may be empty.
    pub description: String,
    /// Its scripts, and those of its folders and the collection, in the order in which Postman runs them.
    pub scripts: Vec<Script>,
}

impl Collection {
    /// An empty one.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let mut collection = Self {
            id: Uuid::nil(),
            json: json!({"info": {"name": name, "schema": SCHEMA}, "item": []}),
            left_out: Vec::new(),
        };
        collection.set_id(Uuid::new_v4());
        collection
    }

    /// Takes in what was read from outside: secrets are taken out, and ids given where there are none.
    pub(super) fn taken_in(mut json: Value) -> Self {
        let left_out = clean(&mut json);
        let id = json.pointer("/info/_postman_id").and_then(Value::as_str);
        let id = id.and_then(|id| id.parse().ok()).unwrap_or_else(Uuid::new_v4);
        let (mut collection, _) = Self::kept(id, json);
        collection.set_id(id);
        collection.left_out = left_out;
        collection
    }

    /// What was kept under an id, and whether it had to be mended.
    pub(crate) fn kept(id: Uuid, mut json: Value) -> (Self, bool) {
        let mut mended = false;
        if let Some(fields) = json.as_object_mut() {
            let info = fields.entry("info").or_insert_with(|| json!({}));
            if !info.is_object() {
                *info = json!({});
                mended = true;
            }
            if let Some(items) = fields.get_mut("item").and_then(Value::as_array_mut) {
                mended |= give(items);
            }
        }
        let left_out = Vec::new();
        (Self { id, json, left_out }, mended)
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> Uuid {
        self.id
    }

    pub(crate) fn set_id(&mut self, id: Uuid) {
        self.id = id;
        if let Some(info) = self.json.get_mut("info").and_then(Value::as_object_mut) {
            info.insert("_postman_id".to_owned(), json!(id));
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> String {
        match plain(self.json.pointer("/info/name")) {
            none if none.trim().is_empty() => "Collection".to_owned(),
            name => name,
        }
    }

    /// What it says of itself; may be empty.
    #[must_use]
    pub fn description(&self) -> String {
        self.json.get("info").map(description).unwrap_or_default()
    }

    /// Whether the program brings it; then it is not changed.
    #[must_use]
    pub fn built_in(&self) -> bool {
        self.id == crate::builtin::BUILTIN
    }

    /// Its folders and calls as they lie below each other, in order.
    #[must_use]
    pub fn items(&self) -> Vec<Item> {
        let mut items = Vec::new();
        self.walk(&mut |item, parents| {
            items.push(Item {
                id: id_of(item).to_owned(),
                depth: parents.len() - 1,
                name: plain(item.get("name")),
                method: (!is_folder(item)).then(|| method(item)),
                has_script: !scripts(item, None).is_empty(),
            });
        });
        items
    }

    /// Its variables.
    #[must_use]
    pub fn variables(&self) -> Vec<Variable> {
        variables(self.json.get("variable"))
    }

    /// A call; none when there is none of this id.
    #[must_use]
    pub fn open(&self, id: &str) -> Option<Opened> {
        let mut opened = None;
        self.walk(&mut |item, parents| {
            if opened.is_none() && id_of(item) == id && !is_folder(item) {
                opened = Some(opened_call(item, parents));
            }
        });
        opened
    }

    /// The calls of a folder with their ids, in order; of the whole collection without one. An id that names a call
    /// gives that alone.
    #[must_use]
    pub fn calls(&self, within: Option<&str>) -> Vec<(String, Opened)> {
        let mut calls = Vec::new();
        self.walk(&mut |item, parents| {
            let is_within =
                within.is_none_or(|id| id_of(item) == id || parents.iter().any(|parent| id_of(parent) == id));
            if is_within && !is_folder(item) {
                calls.push((id_of(item).to_owned(), opened_call(item, parents)));
            }
        });
        calls
    }

    /// Names of the secrets that were left out when it was read.
    #[must_use]
    pub fn left_out(&self) -> &[String] {
        &self.left_out
    }

    /// What cannot be done here as Postman does it: "3 requests send a file."
    #[must_use]
    pub fn remarks(&self) -> Vec<String> {
        let (mut files, mut other_auth, mut not_run) = (0_usize, 0_usize, scripts(&self.json, None));
        self.walk(&mut |item, parents| {
            files += usize::from(sends_file(item));
            let asked = item.get("request").unwrap_or(&Value::Null);
            other_auth += usize::from(!is_folder(item) && matches!(auth(asked, parents), Auth::Other));
            not_run.extend(scripts(item, None));
        });
        let not_run = not_run.iter().filter(|script| script.replaced_by.is_none()).count();
        let remarks = [
            (
                files,
                "1 request sends a file, which is left out.",
                "requests send a file, which is left out.",
            ),
            (
                other_auth,
                "1 request signs in in a way that is not supported. It gets the access token instead.",
                "requests sign in in a way that is not supported. They get the access token instead.",
            ),
            (
                not_run,
                "1 script is shown and not run.",
                "scripts are shown and not run.",
            ),
        ];
        let told = remarks.into_iter().filter(|(count, ..)| *count > 0);
        told.map(|(count, one, many)| match count {
            1 => one.to_owned(),
            _ => format!("{count} {many}"),
        })
        .collect()
    }

    pub(crate) fn json(&self) -> &Value {
        &self.json
    }

    /// Visits folders and calls in order, each with the collection and the folders that it lies in, outermost first.
    fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Value, &[&'a Value])) {
        let mut parents = vec![&self.json];
        walk(&self.json, &mut parents, visit);
    }
}

fn walk<'a>(of: &'a Value, parents: &mut Vec<&'a Value>, visit: &mut impl FnMut(&'a Value, &[&'a Value])) {
    let items = of.get("item").and_then(Value::as_array).into_iter().flatten();
    for item in items.filter(|item| item.is_object()) {
        visit(item, parents);
        parents.push(item);
        walk(item, parents, visit);
        parents.pop();
    }
}

/// A call has a request; what has none is a folder, also when nothing is in it.
fn is_folder(item: &Value) -> bool {
    item.get("request").is_none_or(Value::is_null)
}

fn opened_call(item: &Value, parents: &[&Value]) -> Opened {
    let folders = parents.iter().skip(1);
    let mut path: Vec<String> = folders.map(|folder| plain(folder.get("name"))).collect();
    path.push(plain(item.get("name")));
    let mut found = Vec::new();
    for (level, parent) in parents.iter().enumerate() {
        let name = match level {
            0 => plain(parent.pointer("/info/name")),
            _ => plain(parent.get("name")),
        };
        found.extend(scripts(parent, Some(&name)));
    }
    found.extend(scripts(item, None));
    let own = description(item);
    Opened {
        request: request(item, parents),
        path: path.join(" / "),
        description: match own.is_empty() {
            true => item.get("request").map(description).unwrap_or_default(),
            false => own,
        },
        scripts: found,
    }
}
