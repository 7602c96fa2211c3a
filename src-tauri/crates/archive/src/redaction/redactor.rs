//! Learning what has to go, and taking it out.

use std::collections::HashSet;

use rayon::prelude::*;
use serde_json::Value;

use super::kind::Kind;
use super::known::Known;
use super::pseudonyms::Pseudonyms;
use super::rule::Redaction;
use super::walk::{Hit, Walk};
use crate::archive::Archive;
use crate::export::{Batches, ExportError, ExportWatch, Progress};
use crate::query::Query;
use crate::selection::Selected;

/// Takes values out of texts of one archive.
pub struct Redactor {
    redaction: Redaction,
    known: Known,
    pseudonyms: Pseudonyms,
}

/// Shorter values of cookies are settings, and no secrets.
const SHORTEST_COOKIE: usize = 16;

/// A value that was met.
struct Met {
    kind: Kind,
    value: String,
    is_by_key: bool,
}

impl Redactor {
    /// Looks through a whole archive, so that a value has the same replacement wherever it stands.
    ///
    /// # Errors
    /// When the archive cannot be read, or the work is called off.
    pub fn of_archive(archive: &Archive, redaction: &Redaction, watch: &dyn ExportWatch) -> Result<Self, ExportError> {
        Self::learn(archive, redaction, &mut Progress::new(watch, archive.len()))
    }

    /// Looks through a whole archive, whatever is exported of it: what one event calls an identifier is one in all.
    pub(crate) fn learn(
        archive: &Archive,
        redaction: &Redaction,
        progress: &mut Progress<'_>,
    ) -> Result<Self, ExportError> {
        let mut learner = Learner::default();
        let about = archive.about();
        let session = Value::Object(about.session).to_string();
        learner.add(met_in(&session, redaction));
        let mut batches = Batches::new(archive.select(&Query::everything(), Selected::AsShown)?);
        loop {
            let batch = batches.next_batch()?;
            if batch.is_empty() {
                break;
            }
            let met: Vec<Vec<Met>> = batch.par_iter().map(|event| met_in(&event.text, redaction)).collect();
            met.into_iter().for_each(|met| learner.add(met));
            progress.add(batch.len())?;
        }
        Ok(Self {
            redaction: redaction.clone(),
            known: Known::new(learner.by_key),
            pseudonyms: learner.pseudonyms,
        })
    }

    /// The JSON without what is redacted; none when nothing is.
    #[must_use]
    pub fn json(&self, text: &str) -> Option<String> {
        self.with(|hit| self.pseudonyms.of(hit.kind, hit.value), |walk| walk.json(text))
    }

    /// A text outside JSON without what is redacted.
    #[must_use]
    pub fn text(&self, text: &str) -> String {
        let replaced = self.with(|hit| self.pseudonyms.of(hit.kind, hit.value), |walk| walk.plain(text));
        replaced.unwrap_or_else(|| text.to_owned())
    }

    /// Tells what would be taken out of a JSON text, and what would come in its place.
    pub(super) fn tell(&self, text: &str, mut tell: impl FnMut(&Hit<'_>, &str)) {
        let told = |hit: &Hit<'_>| {
            let replacement = self.pseudonyms.of(hit.kind, hit.value);
            tell(hit, &replacement);
            replacement
        };
        self.with(told, |walk| walk.json(text));
    }

    fn with<T>(&self, mut replace: impl FnMut(&Hit<'_>) -> String, work: impl FnOnce(&mut Walk<'_>) -> T) -> T {
        work(&mut Walk {
            redaction: &self.redaction,
            known: Some(&self.known),
            replace: &mut replace,
        })
    }
}

#[derive(Default)]
struct Learner {
    pseudonyms: Pseudonyms,
    by_key: Vec<(String, Kind)>,
    seen: HashSet<String>,
}

impl Learner {
    fn add(&mut self, met: Vec<Met>) {
        for Met { kind, value, is_by_key } in met {
            // Numbers are given in the order of the session, so that two exports of one archive agree.
            let _ = self.pseudonyms.of(kind, &value);
            if !is_by_key || self.seen.contains(&value) {
                continue;
            }
            if kind == Kind::Secret {
                // The cookies of a header, which may be sent alone too.
                let pieces = value
                    .split(['=', ';', ' '])
                    .filter(|piece| piece.len() >= SHORTEST_COOKIE);
                self.by_key.extend(pieces.map(|piece| (piece.to_owned(), kind)));
            }
            self.seen.insert(value.clone());
            self.by_key.push((value, kind));
        }
    }
}

fn met_in(text: &str, redaction: &Redaction) -> Vec<Met> {
    let mut met = Vec::new();
    let mut replace = |hit: &Hit<'_>| {
        if hit.kind != Kind::Part {
            met.push(Met {
                kind: hit.kind,
                value: hit.value.to_owned(),
                is_by_key: hit.is_by_key,
            });
        }
        String::new()
    };
    let mut walk = Walk {
        redaction,
        known: None,
        replace: &mut replace,
    };
    walk.json(text);
    met
}
