//! A payload made ready to be compared: every value with a number that is the same for what counts as the same.

use std::hash::{DefaultHasher, Hash, Hasher};

use event::{Event, PayloadTree, PayloadValue, ValueKind};

use super::volatile::{Form, form_of, is_volatile_key};

/// What is left out of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ignored {
    /// Nothing.
    Nothing,
    /// Which identity and which moment it is. Whether there is one still counts.
    IdentitiesAndTimes,
}

/// A payload made ready to be compared.
pub struct Content {
    tree: PayloadTree,
    prints: Vec<u64>,
}

impl Content {
    /// Reads the payload of an event.
    #[must_use]
    pub fn new(event: &Event, ignored: Ignored) -> Self {
        let tree = PayloadTree::new(event);
        let prints = prints(&tree, ignored);
        Self { tree, prints }
    }

    /// The payload's prints with and without identities and times: two payloads with the same print are the same.
    pub(crate) fn prints_of(tree: &PayloadTree) -> [u64; 2] {
        [Ignored::Nothing, Ignored::IdentitiesAndTimes]
            .map(|ignored| prints(tree, ignored).first().copied().unwrap_or_default())
    }

    pub(super) fn tree(&self) -> &PayloadTree {
        &self.tree
    }

    pub(super) fn print(&self, number: usize) -> u64 {
        self.prints[number]
    }

    /// A value as text: a string without its quotes.
    pub(super) fn text(&self, number: usize) -> String {
        text(self.tree.value(number).literal)
    }
}

fn text(literal: &str) -> String {
    serde_json::from_str(literal).unwrap_or_else(|_| literal.to_owned())
}

/// Kinds of values, so that the text `5` is not the number 5.
const OBJECT: u8 = 0;
const LIST: u8 = 1;
const TEXT: u8 = 2;
const OTHER: u8 = 3;
const IDENTITY: u8 = 4;
const MOMENT: u8 = 5;
const VEILED: u8 = 6;

fn prints(tree: &PayloadTree, ignored: Ignored) -> Vec<u64> {
    let count = tree.value_count();
    let mut prints = vec![0; count];
    let mut keys = vec![0; count];
    // What is in a value that is ignored follows it.
    let mut veiled_until = 0;
    for number in 0..count {
        let value = tree.value(number);
        if let Some(key) = &value.key {
            keys[number] = print(key.as_bytes());
            if ignored == Ignored::IdentitiesAndTimes && number >= veiled_until && is_volatile_key(key) {
                veiled_until = value.end;
            }
        }
        if !value.kind.is_container() {
            prints[number] = leaf(&value, ignored, number < veiled_until);
        }
    }
    // What is inside comes behind, so that it is known when the way back meets what it is in.
    for number in (0..count).rev() {
        let value = tree.value(number);
        if value.kind.is_container() {
            prints[number] = container(tree, number, value.kind, (&keys, &prints));
        }
    }
    prints
}

fn container(tree: &PayloadTree, number: usize, kind: ValueKind, (keys, prints): (&[u64], &[u64])) -> u64 {
    let in_string = matches!(kind, ValueKind::ObjectInString | ValueKind::ArrayInString);
    match kind {
        ValueKind::Object | ValueKind::ObjectInString => {
            // Members have no order.
            let members = tree.values_in(number).map(|child| print(&(keys[child], prints[child])));
            print(&(OBJECT, in_string, members.fold(0_u64, u64::wrapping_add)))
        }
        _ => {
            let mut hasher = DefaultHasher::new();
            (LIST, in_string).hash(&mut hasher);
            for child in tree.values_in(number) {
                prints[child].hash(&mut hasher);
            }
            hasher.finish()
        }
    }
}

fn leaf(value: &PayloadValue<'_>, ignored: Ignored, is_veiled: bool) -> u64 {
    if is_veiled {
        return print(&VEILED);
    }
    let is_text = value.kind == ValueKind::String;
    if ignored == Ignored::IdentitiesAndTimes {
        match form_of(value.literal) {
            Some(Form::Identity) => return print(&IDENTITY),
            Some(Form::Moment) => return print(&MOMENT),
            None => {}
        }
    }
    if is_text && value.literal.contains('\\') {
        return print(&(TEXT, text(value.literal).as_bytes()));
    }
    let inner = value.literal.as_bytes();
    match is_text {
        true => print(&(TEXT, &inner[1..inner.len().max(2) - 1])),
        false => print(&(OTHER, inner)),
    }
}

fn print(of: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}
