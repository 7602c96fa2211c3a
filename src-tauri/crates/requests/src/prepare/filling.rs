//! Filling in the texts of one request, and what came up meanwhile.

use crate::error::RequestError;
use crate::variables::{Filled, Variables};

pub(super) struct Filling<'a> {
    variables: &'a Variables,
    missing: Vec<String>,
    /// The first secret that is used where none may be, and where that is.
    secret: Option<(String, String)>,
}

impl<'a> Filling<'a> {
    pub(super) fn new(variables: &'a Variables) -> Self {
        Self {
            variables,
            missing: Vec::new(),
            secret: None,
        }
    }

    /// Fills in a text in which no secret may be.
    pub(super) fn text(&mut self, text: &str, place: &str) -> String {
        let filled = self.variables.fill(text);
        self.take(filled, place)
    }

    /// Fills in a text of which the caller judges first whether its secrets are right there.
    pub(super) fn look(&self, text: &str) -> Filled {
        self.variables.fill(text)
    }

    /// Takes note of what came up in a text.
    pub(super) fn take(&mut self, filled: Filled, place: &str) -> String {
        for name in filled.missing {
            if !self.missing.contains(&name) {
                self.missing.push(name);
            }
        }
        if let Some(name) = filled.secrets.into_iter().next() {
            self.secret.get_or_insert((name, place.to_owned()));
        }
        filled.text
    }

    /// The names without a value, unless a secret is out of its place.
    pub(super) fn finish(self) -> Result<Vec<String>, RequestError> {
        match self.secret {
            Some((name, place)) => Err(RequestError::Secret { name, place }),
            None => Ok(self.missing),
        }
    }
}
