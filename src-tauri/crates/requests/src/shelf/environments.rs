//! Environments, all in one file.

use serde_json::Value;
use uuid::Uuid;

use super::{Shelf, ShelfError};
use crate::postman::{Environment, Read};
use crate::variables::Variable;

const GONE: ShelfError = ShelfError::Gone {
    what: "The environment",
};

impl Shelf {
    /// All environments, by name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn environments(&self) -> Result<Vec<Environment>, ShelfError> {
        let entries = self.environments.read()?.environments.into_iter();
        let known = entries.filter(|entry| id_of(entry).is_some());
        let mut environments: Vec<Environment> = known.map(Environment::kept).collect();
        environments.sort_by_cached_key(|environment| (environment.name().to_lowercase(), environment.id()));
        Ok(environments)
    }

    /// One environment.
    ///
    /// # Errors
    /// When it is gone, or the file cannot be read.
    pub fn environment(&self, id: Uuid) -> Result<Environment, ShelfError> {
        let environments = self.environments()?;
        environments
            .into_iter()
            .find(|environment| environment.id() == id)
            .ok_or(GONE)
    }

    /// Keeps an environment under its id, new or changed. Of secrets nothing is kept.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn save_environment(&self, id: Uuid, name: &str, variables: &[Variable]) -> Result<(), ShelfError> {
        self.change_environments(|entries| match place(entries, id) {
            Some(place) => {
                let mut environment = Environment::kept(entries[place].take());
                environment.change(name, variables);
                entries[place] = environment.json().clone();
            }
            None => entries.push(Environment::new(id, name, variables).json().clone()),
        })
    }

    /// Deletes an environment.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn remove_environment(&self, id: Uuid) -> Result<(), ShelfError> {
        self.change_environments(|entries| entries.retain(|entry| id_of(entry) != Some(id)))
    }

    /// Puts what was read on the shelf, and tells its id. One whose id is taken gets a new one.
    ///
    /// # Errors
    /// When a file cannot be read or written.
    pub fn add(&self, read: Read) -> Result<Uuid, ShelfError> {
        match read {
            Read::Collection(collection) => self.add_collection(collection),
            Read::Environment(mut environment) => {
                self.change_environments(|entries| {
                    while environment.id().is_nil() || place(entries, environment.id()).is_some() {
                        environment.set_id(Uuid::new_v4());
                    }
                    entries.push(environment.json().clone());
                })?;
                Ok(environment.id())
            }
        }
    }

    fn change_environments(&self, change: impl FnOnce(&mut Vec<Value>)) -> Result<(), ShelfError> {
        Ok(self.environments.change(|kept| change(&mut kept.environments))?)
    }
}

fn place(entries: &[Value], id: Uuid) -> Option<usize> {
    entries.iter().position(|entry| id_of(entry) == Some(id))
}

fn id_of(entry: &Value) -> Option<Uuid> {
    entry.get("id")?.as_str()?.parse().ok()
}
