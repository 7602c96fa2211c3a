//! Postman's files: collections (v2.0 and v2.1) and environments.

mod clean;
mod collection;
mod description;
mod environment;
mod error;
mod ids;
mod read;
mod request;
mod single;

pub use collection::{Collection, Item, Opened};
pub use environment::Environment;
pub use error::ReadError;
pub use read::{Read, read};
pub use single::single;

pub(crate) use clean::clean;

/// The file of a collection, as Postman reads it. It is what came, with what was changed since, and holds no secret.
#[must_use]
pub fn write(collection: &Collection) -> String {
    pretty(collection.json())
}

/// The file of an environment, as Postman reads it, without secrets.
#[must_use]
pub fn write_environment(environment: &Environment) -> String {
    pretty(environment.json())
}

pub(crate) fn pretty(json: &serde_json::Value) -> String {
    format!("{json:#}\n")
}
