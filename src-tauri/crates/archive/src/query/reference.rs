//! What every query means, in the plainest way: one event at a time, over the whole of its JSON. The engine gives the
//! same answers, and asks here for events that it could not take apart.

mod tree;

use event::{Event, event_type, label};

use super::crossing::may_cross;
use super::expression::{Column, Condition, Expression, Test};
use super::failure::has_error;
use super::moment::SessionTimes;
use super::path::{Path, Step};
use super::pattern::TextPattern;
use tree::{Tree, Value};

use crate::marks::EventMarks;

/// What a condition may ask for that is not in the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Context<'m> {
    /// When the session began and ended.
    pub session: SessionTimes,
    /// What is marked of the event.
    pub marks: &'m EventMarks,
}

impl Default for Context<'_> {
    fn default() -> Self {
        Self {
            session: SessionTimes::default(),
            marks: EventMarks::none(),
        }
    }
}

/// An event taken apart, for any number of conditions.
pub struct OpenedEvent<'e> {
    event: &'e Event,
    whole: Json<'e>,
    /// The payload, when it is a string that holds JSON.
    inner: Option<Json<'e>>,
}

/// JSON text and the tree in it, one after the other.
enum Json<'e> {
    Sent(Tree<'e>),
    Opened(String),
}

impl Json<'_> {
    fn with<T>(&self, look: impl FnOnce(&Tree<'_>) -> T) -> T {
        match self {
            Self::Sent(tree) => look(tree),
            Self::Opened(text) => look(&Tree::new(text)),
        }
    }
}

impl<'e> OpenedEvent<'e> {
    /// Takes an event apart.
    #[must_use]
    pub fn new(event: &'e Event) -> Self {
        let inner = match event.opened_payload().json() {
            Some(json) if event.payload().starts_with('"') => Some(Json::Opened(json.to_owned())),
            _ => None,
        };
        Self {
            event,
            whole: Json::Sent(Tree::new(event.raw())),
            inner,
        }
    }

    /// Whether an expression is true of the event.
    #[must_use]
    pub fn fits(&self, expression: &Expression, context: &Context<'_>) -> bool {
        match expression {
            Expression::All(all) => all.iter().all(|one| self.fits(one, context)),
            Expression::Any(any) => any.iter().any(|one| self.fits(one, context)),
            Expression::Not(inner) => !self.fits(inner, context),
            Expression::Condition(condition) => self.meets(condition, context),
        }
    }

    /// Whether a condition is true of the event.
    #[must_use]
    pub fn meets(&self, condition: &Condition, context: &Context<'_>) -> bool {
        match condition {
            Condition::Text(pattern) => self.holds(pattern),
            Condition::Column { column, test } => self.column(*column, test),
            Condition::Time { from, to } => {
                let time = self.event.timestamp;
                from.is_none_or(|from| from.resolve(context.session) <= time)
                    && to.is_none_or(|to| time < to.resolve(context.session))
            }
            Condition::Path { path, test } => self.path(path, test),
            Condition::Flagged(is_flagged) => context.marks.flagged.is_some() == *is_flagged,
            Condition::Hidden(is_hidden) => context.marks.hidden.is_some() == *is_hidden,
            Condition::Note(pattern) => context.marks.has_note(pattern.as_ref()),
            Condition::Highlight(None) => context.marks.highlight.is_some(),
            Condition::Highlight(highlight) => context.marks.highlight == *highlight,
            Condition::HasError => self.fits(has_error(), context),
        }
    }

    fn holds(&self, pattern: &TextPattern) -> bool {
        let in_one = |tree: &Tree<'_>| {
            tree.nodes().iter().any(|node| {
                let value = match &node.value {
                    Value::Text(text) => Some(text.as_ref()),
                    Value::Literal(text) => Some(*text),
                    Value::Object | Value::List => None,
                };
                node.key.as_deref().is_some_and(|key| pattern.is_match(key))
                    || value.is_some_and(|value| pattern.is_match(value))
            })
        };
        self.whole
            .with(|tree| in_one(tree) || (pattern.literal().is_some_and(may_cross) && pattern.is_match(&tree.compact)))
            || self.inner.as_ref().is_some_and(|inner| inner.with(in_one))
    }

    fn column(&self, column: Column, test: &Test) -> bool {
        let event = self.event;
        match column {
            Column::Name => test.passes(&label(event)),
            Column::Type => test.passes(&event_type(event)) || test.passes(&event.kind),
            Column::Source => test.passes(&self.source()),
            Column::Vendor => test.passes(&event.vendor),
            Column::Client => test.passes(event.client_id.as_deref().unwrap_or_default()),
            Column::Uuid => test.passes(&event.uuid),
            Column::Kind => test.passes(&event.kind),
            Column::EventNumber => test.passes_number(event.event_number as f64),
        }
    }

    fn source(&self) -> String {
        let path = Path::payload().key("ACPExtensionEventSource");
        let source = self.at(&path, |tree, nodes| {
            match nodes.first().map(|node| &tree.nodes()[*node].value) {
                Some(Value::Text(text)) => text.to_ascii_lowercase(),
                _ => String::new(),
            }
        });
        source
            .strip_prefix("com.adobe.eventsource.")
            .unwrap_or(&source)
            .to_owned()
    }

    fn path(&self, path: &Path, test: &Test) -> bool {
        self.at(path, |tree, nodes| {
            if *test == Test::Exists {
                return nodes
                    .iter()
                    .any(|node| !matches!(tree.nodes()[*node].value, Value::Literal("null")));
            }
            out_of_lists(tree, nodes)
                .into_iter()
                .any(|node| passes(&tree.nodes()[node].value, test))
        })
    }

    /// Follows a path; an opened payload stands in the place of its string.
    fn at<T>(&self, path: &Path, look: impl FnOnce(&Tree<'_>, &[usize]) -> T) -> T {
        let steps = path.steps();
        let into_payload = matches!(steps.first(), Some(Step::Key(key)) if key == "payload");
        match &self.inner {
            Some(inner) if into_payload => inner.with(|tree| look(tree, &follow(tree, &steps[1..]))),
            _ => self.whole.with(|tree| look(tree, &follow(tree, steps))),
        }
    }
}

/// The values that steps lead to from the top of a tree.
fn follow(tree: &Tree<'_>, steps: &[Step]) -> Vec<usize> {
    let mut nodes = vec![0];
    for step in steps {
        nodes = match step {
            Step::Key(key) => members(tree, &nodes, |name| name == key),
            Step::AnyKey => members(tree, &nodes, |_| true),
            Step::Index(index) => items(tree, &nodes, |list| tree.children(list).skip(*index).take(1).collect()),
            Step::AnyIndex => items(tree, &nodes, |list| tree.children(list).collect()),
        };
    }
    nodes
}

fn members(tree: &Tree<'_>, nodes: &[usize], is_wanted: impl Fn(&str) -> bool) -> Vec<usize> {
    out_of_lists(tree, nodes)
        .into_iter()
        .filter(|node| matches!(tree.nodes()[*node].value, Value::Object))
        .flat_map(|object| tree.children(object))
        .filter(|member| tree.nodes()[*member].key.as_deref().is_some_and(&is_wanted))
        .collect()
}

fn items(tree: &Tree<'_>, nodes: &[usize], pick: impl Fn(usize) -> Vec<usize>) -> Vec<usize> {
    let lists = nodes
        .iter()
        .filter(|node| matches!(tree.nodes()[**node].value, Value::List));
    lists.flat_map(|list| pick(*list)).collect()
}

/// The values themselves, and in place of each list what is in it, however deep lists nest.
fn out_of_lists(tree: &Tree<'_>, nodes: &[usize]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut left: Vec<usize> = nodes.iter().rev().copied().collect();
    while let Some(node) = left.pop() {
        if !matches!(tree.nodes()[node].value, Value::List) {
            found.push(node);
            continue;
        }
        let from = left.len();
        left.extend(tree.children(node));
        left[from..].reverse();
    }
    found
}

fn passes(value: &Value<'_>, test: &Test) -> bool {
    match (value, test) {
        (Value::Object | Value::List, _) => false,
        (Value::Literal("null"), Test::Matches(pattern)) => pattern.literal().is_some() && pattern.is_match("null"),
        (Value::Literal(text), test) => test.passes(text),
        (Value::Text(text), test) => test.passes(text),
    }
}
