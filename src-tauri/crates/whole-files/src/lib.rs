//! Files that are written whole or not at all, and read as what was written.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]

mod folder;
mod json_file;
mod writing;

pub use folder::create_private_folder;
pub use json_file::{FileError, JsonFile, read_json};
pub use writing::{Readers, put_in_place, replace, replace_json, write_new};
