//! What will go, before anything is written.

use std::collections::HashSet;
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;
use serde_json::Value;

use super::kind::Kind;
use super::redactor::Redactor;
use super::rule::{Redaction, RedactionRule};
use crate::archive::Archive;
use crate::export::{Batches, ExportError, ExportWatch, Progress};
use crate::query::Query;
use crate::selection::{Scope, Selected, SelectedEvent};

/// How many samples are shown of each rule.
const SAMPLES: usize = 5;

/// How much of a value a sample shows at each end.
const SHOWN: usize = 4;

/// What redaction would take out of an export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RedactionPreview {
    /// How many events were looked through.
    pub events: u64,
    /// How many of them would be changed.
    pub changed: u64,
    /// Every rule that is on, in the order of [`RedactionRule::ALL`], also one that finds nothing.
    pub rules: Vec<RulePreview>,
    /// Events that are parts of a larger one whose other parts are missing: their text is left out as a whole.
    pub parts: u64,
}

/// What one rule would take out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RulePreview {
    /// The rule.
    pub rule: RedactionRule,
    /// How many different values.
    pub values: u64,
    /// Of how many events.
    pub events: u64,
    /// Of how many places.
    pub places: u64,
    /// A few of them, each of another value.
    pub samples: Vec<RedactionSample>,
}

/// One value that would go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RedactionSample {
    /// Where it stands: as queries write paths, with ` › ` where JSON in a string begins. Fields of the session begin
    /// with `session.`.
    pub path: String,
    /// The value, shortened in its middle.
    pub value: String,
    /// What comes in its place.
    pub replacement: String,
}

/// Looks through the events of a query, of those that count, and the session; and tells what an export with this redaction would take out.
///
/// # Errors
/// When the archive cannot be read, or the work is called off.
pub fn preview(
    archive: &Archive,
    (query, scope): (&Query, &Scope),
    redaction: &Redaction,
    watch: &dyn ExportWatch,
) -> Result<RedactionPreview, ExportError> {
    let selection = archive.select_in(scope, query, Selected::AsShown)?;
    let mut progress = Progress::new(watch, archive.len() + selection.len());
    let redactor = Redactor::learn(archive, redaction, &mut progress)?;
    let mut counts: Vec<Count> = redaction.rules().map(Count::new).collect();
    let mut preview = RedactionPreview {
        events: selection.len() as u64,
        changed: 0,
        rules: Vec::new(),
        parts: 0,
    };
    let session = Value::Object(archive.about().session).to_string();
    for found in found_in(&redactor, &session, true) {
        count(&mut counts, found, None);
    }
    let mut batches = Batches::new(selection);
    let mut number = 0;
    loop {
        let batch = batches.next_batch()?;
        if batch.is_empty() {
            break;
        }
        let look = |event: &SelectedEvent| found_in(&redactor, &event.text, false);
        let found: Vec<Vec<Found>> = batch.par_iter().map(look).collect();
        for found in found {
            number += 1;
            preview.changed += u64::from(!found.is_empty());
            preview.parts += u64::from(found.iter().any(|found| found.kind == Kind::Part));
            for found in found {
                count(&mut counts, found, Some(number));
            }
        }
        progress.add(batch.len())?;
    }
    preview.rules = counts.into_iter().map(|count| count.preview).collect();
    Ok(preview)
}

struct Found {
    kind: Kind,
    replacement: Arc<str>,
    path: String,
    value: String,
}

struct Count {
    preview: RulePreview,
    values: HashSet<Arc<str>>,
    last_event: Option<u64>,
}

impl Count {
    fn new(rule: RedactionRule) -> Self {
        Self {
            preview: RulePreview {
                rule,
                values: 0,
                events: 0,
                places: 0,
                samples: Vec::new(),
            },
            values: HashSet::new(),
            last_event: None,
        }
    }
}

fn count(counts: &mut [Count], found: Found, event: Option<u64>) {
    let Some(count) = counts
        .iter_mut()
        .find(|count| Some(count.preview.rule) == found.kind.rule())
    else {
        return;
    };
    count.preview.places += 1;
    if event.is_some() && count.last_event != event {
        count.last_event = event;
        count.preview.events += 1;
    }
    if !count.values.insert(Arc::clone(&found.replacement)) {
        return;
    }
    count.preview.values += 1;
    if count.preview.samples.len() < SAMPLES {
        count.preview.samples.push(RedactionSample {
            path: found.path,
            value: found.value,
            replacement: match found.kind {
                Kind::Pin => "null".to_owned(),
                _ => found.replacement.to_string(),
            },
        });
    }
}

fn found_in(redactor: &Redactor, text: &str, is_session: bool) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut sampled: HashSet<(Kind, String)> = HashSet::new();
    redactor.tell(text, |hit, replacement| {
        // The path costs most. What was sampled of this event before needs none.
        let is_sampled = sampled.len() < 10 * SAMPLES && sampled.insert((hit.kind, replacement.to_owned()));
        let path = if is_sampled { hit.path() } else { String::new() };
        let path = match is_session {
            true => format!("session.{}", path.strip_prefix("event.").unwrap_or(&path)),
            false => path,
        };
        found.push(Found {
            kind: hit.kind,
            replacement: replacement.into(),
            path,
            value: shortened(hit.value),
        });
    });
    found
}

/// Enough of a value to know it by, and not enough to use it.
fn shortened(value: &str) -> String {
    let characters: Vec<char> = value.trim().chars().collect();
    if characters.len() <= 3 * SHOWN {
        let shown: String = characters.iter().take(characters.len().div_ceil(3)).collect();
        return format!("{shown}…");
    }
    let first: String = characters[..SHOWN].iter().collect();
    let last: String = characters[characters.len() - SHOWN..].iter().collect();
    format!("{first}…{last}")
}
