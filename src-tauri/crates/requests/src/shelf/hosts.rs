//! Hosts that the user allowed to have the access token.

use serde_json::{Value, json};

use super::files::{list, read_list, write};
use super::{Shelf, ShelfError};
use crate::hosts::allowed_host;

const LIST: &str = "hosts";

impl Shelf {
    /// The hosts that the user allowed, by name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn allowed_hosts(&self) -> Result<Vec<String>, ShelfError> {
        let _turn = self.turn();
        let mut all = read_list(&self.folder.join("hosts.json"), LIST)?;
        let entries = list(&mut all, LIST).drain(..);
        // A file that was changed by hand allows nothing that the program would not.
        let mut hosts: Vec<String> = entries.filter_map(|entry| allowed_host(entry.as_str()?).ok()).collect();
        hosts.sort();
        hosts.dedup();
        Ok(hosts)
    }

    /// Lets a host have the access token, or no longer.
    ///
    /// # Errors
    /// When it is no host or one that never gets the token, or the file cannot be read or written.
    pub fn allow_host(&self, host: &str, allowed: bool) -> Result<(), ShelfError> {
        let host = allowed_host(host)?;
        let _turn = self.turn();
        let path = self.folder.join("hosts.json");
        let mut all = read_list(&path, LIST)?;
        let hosts = list(&mut all, LIST);
        hosts.retain(|entry| entry.as_str().and_then(|entry| allowed_host(entry).ok()).as_ref() != Some(&host));
        if allowed {
            hosts.push(json!(host));
        }
        write(&path, &Value::Object(all))
    }
}
