//! Changing a collection.

use serde_json::{Value, json};
use uuid::Uuid;

use super::Collection;
use crate::postman::environment::merged;
use crate::postman::ids::id_of;
use crate::postman::request::{change, fresh};
use crate::request::Request;
use crate::variables::Variable;

impl Collection {
    /// Changes its name and its variables. Of secrets nothing is kept.
    pub fn change(&mut self, name: &str, variables: &[Variable]) {
        let list = merged(self.json.get("variable"), variables, false);
        if let Some(fields) = self.json.as_object_mut() {
            if !variables.is_empty() || fields.contains_key("variable") {
                fields.insert("variable".to_owned(), list);
            }
            if let Some(info) = fields.get_mut("info").and_then(Value::as_object_mut) {
                info.insert("name".to_owned(), json!(name));
            }
        }
    }

    /// Puts a request in the place of a call, or at the end without one. Its secrets are left out. Tells the id of the
    /// call; none when there is none of the id that was given.
    pub fn keep(&mut self, id: Option<&str>, request: &Request) -> Option<String> {
        let (mut request, _) = request.without_secrets();
        if request.name.trim().is_empty() {
            request.name = format!("{} {}", request.method, request.url).trim().to_owned();
        }
        let Some(id) = id else {
            let id = Uuid::new_v4().to_string();
            let items = self.json.get_mut("item")?.as_array_mut()?;
            items.push(fresh(&id, &request));
            return Some(id);
        };
        let parents = self.parents(id)?;
        let (items, place) = place(self.json.get_mut("item")?.as_array_mut()?, id)?;
        let parents: Vec<&Value> = parents.iter().collect();
        change(&mut items[place], &request, &parents);
        Some(id.to_owned())
    }

    /// Takes out a folder with all that is in it, or a call. Tells whether there was one.
    pub fn remove(&mut self, id: &str) -> bool {
        let items = self.json.get_mut("item").and_then(Value::as_array_mut);
        let Some((items, place)) = items.and_then(|items| place(items, id)) else {
            return false;
        };
        items.remove(place);
        true
    }

    /// How what a call lies in signs in, outermost first; none when there is no such call.
    fn parents(&self, id: &str) -> Option<Vec<Value>> {
        let mut found = None;
        self.walk(&mut |item, parents| {
            if id_of(item) == id && !super::is_folder(item) {
                let auth = |parent: &&Value| json!({"auth": parent.get("auth")});
                found.get_or_insert_with(|| parents.iter().map(auth).collect());
            }
        });
        found
    }
}

/// The list in which an item lies, and where.
fn place<'a>(items: &'a mut Vec<Value>, id: &str) -> Option<(&'a mut Vec<Value>, usize)> {
    if let Some(place) = items.iter().position(|item| id_of(item) == id) {
        return Some((items, place));
    }
    items
        .iter_mut()
        .find_map(|item| place(item.get_mut("item")?.as_array_mut()?, id))
}
