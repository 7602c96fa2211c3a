//! What is at the paths of a list's columns, for the rows that are seen.

use std::sync::Arc;

use event::Event;
use hashbrown::HashMap;

use crate::block::Row;
use crate::codec::Dictionary;
use crate::error::ArchiveError;
use crate::export::values_at;
use crate::query::Path;
use crate::snapshot::Snapshot;
use crate::view::arrangement::is_same_dictionary;

/// As many rows are remembered as a few screens show.
const MOST_ROWS: usize = 20_000;
/// Characters of a value that are kept.
const LONGEST: usize = 200;

type RowValues = Arc<[Option<String>]>;

/// The values of rows, kept for the next time.
#[derive(Default)]
pub(in crate::view) struct Values {
    paths: Vec<Path>,
    dictionary: Option<Arc<Dictionary>>,
    known: HashMap<Row, RowValues>,
}

impl Values {
    /// What is at the paths in each of the rows.
    pub(in crate::view) fn of_rows(
        &mut self,
        rows: &[Row],
        paths: &[Path],
        snapshot: &Snapshot,
    ) -> Result<Vec<RowValues>, ArchiveError> {
        if paths.is_empty() {
            return Ok(Vec::new());
        }
        if self.paths != paths || !is_same_dictionary(self.dictionary.as_ref(), &snapshot.dictionary) {
            *self = Self {
                paths: paths.to_vec(),
                dictionary: Some(Arc::clone(&snapshot.dictionary)),
                known: HashMap::new(),
            };
        }
        if self.known.len() + rows.len() > MOST_ROWS {
            self.known.clear();
        }
        let missing: Vec<Row> = rows
            .iter()
            .copied()
            .filter(|row| !self.known.contains_key(row))
            .collect();
        for (row, text) in missing.iter().zip(snapshot.texts(&missing)) {
            let event = Event::from_json(&text?).map_err(|_| ArchiveError::Damaged)?;
            let values = self.paths.iter().map(|path| value_at(&event, path)).collect();
            self.known.insert(*row, values);
        }
        Ok(rows.iter().filter_map(|row| self.known.get(row).cloned()).collect())
    }
}

/// What is at a path, shortened.
fn value_at(event: &Event, path: &Path) -> Option<String> {
    let values = values_at(event, path);
    if values.is_empty() {
        return None;
    }
    let text = values.join("; ");
    Some(match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    })
}
