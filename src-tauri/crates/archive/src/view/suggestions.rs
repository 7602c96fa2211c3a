//! What may be written next in a query: the fields, keys and values that this session has.

use std::sync::Arc;

use event::Event;
use hashbrown::{HashMap, HashSet};

use super::facets::Tally;
use super::{View, lock};
use crate::block::{Row, place_of, places};
use crate::query::{
    Column, Completion, Expected, Path, Step, Suggestion, SuggestionOf, Target, ValuePattern, best, follow, number_of,
    opened, out_of_lists,
};
use crate::redaction::json::{Json, NodeKind, unescaped};
use crate::snapshot::Snapshot;

/// Suggestions of one answer.
const MOST: usize = 20;
/// Values among them while it is open whether a field or a word to search for is typed.
const MOST_VALUES: usize = 12;
/// Events that are looked at for keys and values in payloads.
const SAMPLE: usize = 2_000;
/// Events of one name, type and source among them.
const SAMPLE_OF_KIND: usize = 50;
/// Blocks that are unpacked for them.
const SAMPLE_BLOCKS: usize = 256;
/// Characters of a value that anybody would choose from a list.
const LONGEST_VALUE: usize = 120;
/// Fewer events are looked at anew whenever there are more.
const FEW: usize = 5_000;
/// So many more events are worth another look.
const WORTH_A_LOOK: usize = 1_000;

/// Some of the newest events of every kind, for what is in their payloads.
#[derive(Default)]
pub(super) struct Sample {
    texts: Arc<Vec<Arc<str>>>,
    events: usize,
    seen: Option<Snapshot>,
}

impl View {
    /// What may be written next, the likeliest first; 20 at most. Values of fields are counted in the whole session, keys
    /// and values of payloads in a sample of it: up to 50 of the newest events of each kind, 2,000 in all.
    #[must_use]
    pub fn suggestions(&self, typing: &Completion) -> Vec<Suggestion> {
        let mut all = typing.suggestions();
        match &typing.expected {
            Expected::Condition if typing.typed.is_empty() => {}
            Expected::Condition => {
                let columns = [Column::Name, Column::Type, Column::Source, Column::Vendor];
                let values = columns.iter().flat_map(|column| self.values_of(*column, typing, true));
                let mut values: Vec<Suggestion> = values.collect();
                values.sort_by_key(|one| std::cmp::Reverse(count_of(one)));
                values.truncate(MOST_VALUES);
                all.extend(values);
            }
            Expected::Value(Target::Column(column)) => all.extend(self.values_of(*column, typing, false)),
            Expected::Value(Target::Path(path)) => all.extend(self.values_at(path, typing)),
            Expected::Key(steps) => all.extend(self.keys_at(steps, typing)),
            // What fits does not depend on the session.
            Expected::Value(_) => {}
        }
        all.truncate(MOST);
        all
    }

    /// The values of a field that fit; with the field before them where a whole condition is offered.
    fn values_of(&self, column: Column, typing: &Completion, as_condition: bool) -> Vec<Suggestion> {
        let snapshot = self.archive.snapshot();
        let words = snapshot.dictionary.read();
        let Some(tally) = tally_of(&snapshot, column) else {
            return Vec::new();
        };
        let all = tally.most(usize::MAX);
        let values = all.iter().map(|(word, count)| (words.text(*word), *count));
        let values = values.filter(|(text, _)| is_worth_offering(text));
        let field = column.name();
        best(&typing.bare(), values, MOST)
            .into_iter()
            .map(|(text, events)| {
                let value = ValuePattern::is(text).to_string();
                Suggestion {
                    insert: match as_condition {
                        true => format!("{field}:{value}"),
                        false => value,
                    },
                    label: match as_condition {
                        true => format!("{field}: {text}"),
                        false => text.to_owned(),
                    },
                    of: SuggestionOf::Value {
                        events,
                        among: snapshot.order.len(),
                    },
                }
            })
            .filter(|one| one.insert != typing.typed)
            .collect()
    }

    fn keys_at(&self, steps: &[Step], typing: &Completion) -> Vec<Suggestion> {
        let is_top = steps.is_empty();
        // How many events have a key, and in how many it leads further.
        let mut keys: HashMap<String, (usize, usize)> = HashMap::new();
        let among = self.look_at_sample(|event| {
            opened(event, steps, |json, steps| {
                let mut met: HashMap<String, bool> = HashMap::new();
                for object in out_of_lists(json, &follow(json, steps)) {
                    for child in json.children(object) {
                        if let Some(key) = json.key(child) {
                            *met.entry(key.into_owned()).or_default() |= leads_on(json, child);
                        }
                    }
                }
                for (key, leads_on) in met {
                    let (events, further) = keys.entry(key).or_default();
                    *events += 1;
                    *further += usize::from(leads_on);
                }
            });
        });
        // These stand for themselves.
        keys.retain(|key, _| !is_top || !matches!(key.as_str(), "payload" | "annotations" | "metadata"));
        let all = keys.iter().filter(|(key, _)| is_worth_offering(key));
        best(&typing.bare(), all.map(|(key, (events, _))| (key, *events)), MOST)
            .into_iter()
            .map(|(key, events)| {
                let written = Path::payload().key(key.as_str()).to_string();
                let written = written.trim_start_matches("payload.");
                let opening = match keys.get(key) {
                    Some((events, further)) if further * 2 >= *events => ".",
                    _ => ":",
                };
                Suggestion {
                    insert: format!("{written}{opening}"),
                    label: key.clone(),
                    of: SuggestionOf::Key { events, among },
                }
            })
            .collect()
    }

    fn values_at(&self, path: &Path, typing: &Completion) -> Vec<Suggestion> {
        let mut values: HashMap<String, usize> = HashMap::new();
        let among = self.look_at_sample(|event| {
            opened(event, path.steps(), |json, steps| {
                let nodes = out_of_lists(json, &follow(json, steps));
                let met: HashSet<String> = nodes.into_iter().filter_map(|node| scalar(json, node)).collect();
                for value in met {
                    *values.entry(value).or_default() += 1;
                }
            });
        });
        let fits = |value: &str| is_worth_offering(value) && (!typing.by_size || number_of(value).is_some());
        let all = values.into_iter().filter(|(value, _)| fits(value));
        best(&typing.bare(), all, MOST)
            .into_iter()
            .map(|(value, events)| Suggestion {
                insert: ValuePattern::is(value.as_str()).to_string(),
                label: value,
                of: SuggestionOf::Value { events, among },
            })
            .filter(|one| one.insert != typing.typed)
            .collect()
    }

    /// Shows each event of the sample; says how many there are.
    fn look_at_sample(&self, mut look: impl FnMut(&Event)) -> usize {
        let texts = self.sample();
        let events = texts.iter().filter_map(|text| Event::from_json(text).ok());
        events.map(|event| look(&event)).count()
    }

    fn sample(&self) -> Arc<Vec<Arc<str>>> {
        let mut sample = lock(&self.sample);
        let snapshot = self.archive.snapshot();
        let events = snapshot.order.len();
        let is_fresh = sample.seen.as_ref().is_some_and(|seen| {
            let is_same = Arc::ptr_eq(&seen.dictionary, &snapshot.dictionary);
            is_same && (events == sample.events || (events >= FEW && events.abs_diff(sample.events) < WORTH_A_LOOK))
        });
        if !is_fresh {
            let texts = snapshot.texts(&rows_of_sample(&snapshot));
            *sample = Sample {
                texts: Arc::new(texts.into_iter().flatten().collect()),
                events,
                seen: Some(snapshot),
            };
        }
        Arc::clone(&sample.texts)
    }
}

/// The newest rows of each kind.
fn rows_of_sample(snapshot: &Snapshot) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut of_kind: HashMap<[u32; 4], usize> = HashMap::new();
    let mut blocks: HashSet<usize> = HashSet::new();
    for row in snapshot.order.iter().rev() {
        let (block, place) = place_of(*row);
        let columns = &snapshot.blocks[block].columns;
        let kind = [&columns.names, &columns.event_types, &columns.sources, &columns.kinds];
        let known = of_kind.entry(kind.map(|column| column[place])).or_default();
        let has_room = blocks.len() < SAMPLE_BLOCKS || blocks.contains(&block);
        if *known == SAMPLE_OF_KIND || !has_room {
            continue;
        }
        *known += 1;
        blocks.insert(block);
        rows.push(*row);
        if rows.len() == SAMPLE {
            break;
        }
    }
    rows
}

/// Counts the values of a field; none of fields whose values are all different.
fn tally_of(snapshot: &Snapshot, column: Column) -> Option<Tally> {
    let mut tally = Tally::of(snapshot.dictionary.read().count());
    for block in snapshot.blocks.iter() {
        let columns = &block.columns;
        let values = match column {
            Column::Name => &columns.names,
            Column::Type => &columns.event_types,
            Column::Source => &columns.sources,
            Column::Vendor => &columns.vendors,
            Column::Client => &columns.clients,
            Column::Kind => &columns.kinds,
            Column::Uuid | Column::EventNumber => return None,
        };
        for place in places(snapshot.visible(block)) {
            tally.add(values[place], 1);
            // A type is the SDK's or Adobe's.
            if column == Column::Type && columns.kinds[place] != values[place] {
                tally.add(columns.kinds[place], 1);
            }
        }
    }
    Some(tally)
}

fn count_of(suggestion: &Suggestion) -> usize {
    match suggestion.of {
        SuggestionOf::Key { events, .. } | SuggestionOf::Value { events, .. } => events,
        SuggestionOf::Field(_) | SuggestionOf::Word(_) => 0,
    }
}

/// Whether a value holds an object, itself or in lists.
fn leads_on(json: &Json<'_>, node: usize) -> bool {
    match json.nodes[node].kind {
        NodeKind::Object => true,
        NodeKind::List => json
            .children(node)
            .any(|child| json.nodes[child].kind == NodeKind::Object),
        NodeKind::Text | NodeKind::Literal => false,
    }
}

fn scalar(json: &Json<'_>, node: usize) -> Option<String> {
    let raw = json.raw(node);
    match json.nodes[node].kind {
        NodeKind::Text => Some(unescaped(raw).into_owned()),
        NodeKind::Literal => (raw != "null").then(|| raw.to_owned()),
        NodeKind::Object | NodeKind::List => None,
    }
}

fn is_worth_offering(text: &str) -> bool {
    let is_short = text.len() <= LONGEST_VALUE || text.chars().nth(LONGEST_VALUE).is_none();
    !text.is_empty() && is_short && !text.contains(char::is_control)
}

#[cfg(test)]
mod tests;
