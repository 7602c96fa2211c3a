//! Hosts that the user allowed to have the access token.

use serde_json::{Value, json};

use super::{Shelf, ShelfError};
use crate::hosts::allowed_host;

impl Shelf {
    /// The hosts that the user allowed, by name.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn allowed_hosts(&self) -> Result<Vec<String>, ShelfError> {
        let entries = self.hosts.read()?.hosts;
        // A file that was changed by hand allows nothing that the program would not.
        let allowed = entries.iter().filter_map(|entry| allowed_host(entry.as_str()?).ok());
        let mut hosts: Vec<String> = allowed.collect();
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
        let is_it = |entry: &Value| entry.as_str().and_then(|entry| allowed_host(entry).ok()).as_ref() == Some(&host);
        let changed = self.hosts.change(|kept| {
            kept.hosts.retain(|entry| !is_it(entry));
            if allowed {
                kept.hosts.push(json!(host));
            }
        });
        Ok(changed?)
    }
}
