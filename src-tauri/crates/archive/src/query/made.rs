//! Queries that are made from what is seen: events like this one, and events with this value.

use event::{Event, PayloadHead};

use super::expression::{Column, Condition, Expression, Test};
use super::path::{Path, Step};
use super::pattern::{TextPattern, ValuePattern};
use super::reference::{Context, OpenedEvent};
use crate::redaction::json::{Json, NodeKind, unescaped};

/// Characters of a value that are compared; of a longer one, that it begins with them.
const LONGEST: usize = 200;

/// What to ask for to find events with a value of a payload.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueQuery {
    /// The way to the value; none inside a string of JSON, into which paths do not lead.
    pub path: Option<Path>,
    /// True of events that have the same value there.
    pub expression: Expression,
}

/// What finds events of the same kind: the same name, type and source; of what a service made, the same name and vendor.
///
/// ```
/// use archive::query::like;
/// use event::Event;
///
/// # fn main() -> Result<(), event::EventProblem> {
/// let event = Event::from_json(r#"{"uuid":"1","vendor":"com.adobe.target","type":"service","payload":{"name":"hit received"}}"#)?;
/// assert_eq!(like(&event).to_string(), r#"name:"hit received" vendor:com.adobe.target"#);
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn like(event: &Event) -> Expression {
    let head = PayloadHead::of(event);
    let (kind, source) = (head.event_type(&event.kind), head.source());
    let mut asked = vec![(Column::Name, head.label(&event.kind))];
    if event.kind.eq_ignore_ascii_case("service") {
        asked.push((Column::Vendor, event.vendor.clone()));
    } else {
        asked.push((Column::Type, kind));
        if source.is_empty() {
            asked.push((Column::Vendor, event.vendor.clone()));
        } else {
            asked.push((Column::Source, source));
        }
    }
    let conditions = asked.into_iter().map(|(column, text)| Condition::Column {
        column,
        test: Test::Matches(begins_with(&text)),
    });
    let fitting = conditions.filter(|condition| finds(event, condition));
    let all = fitting.map(Expression::from).reduce(Expression::and);
    all.unwrap_or_else(|| {
        Expression::from(Condition::Column {
            column: Column::Uuid,
            test: Test::Matches(ValuePattern::is(&event.uuid)),
        })
    })
}

/// What finds events that have the value at a JSON pointer of the payload, as the rows of its tree name it. Places in
/// lists do not matter: any item may have the value. Nothing when the payload has no such value.
#[must_use]
pub fn with_value(event: &Event, pointer: &str) -> Option<ValueQuery> {
    let keys = keys_of(pointer)?;
    let opened = event.opened_payload();
    let Some(text) = opened.json() else {
        // A payload that is no JSON is one text.
        let json = Json::new(event.payload());
        return keys
            .is_empty()
            .then(|| of_node(event, &json, 0, Path::payload()))
            .flatten();
    };
    let json = Json::new(text);
    let (steps, node, left) = lead(&json, &keys)?;
    let path = Path::new([vec![Step::Key("payload".to_owned())], steps].concat())?;
    if left.is_empty() {
        return of_node(event, &json, node, path);
    }
    let embedded = unescaped(json.raw(node));
    let expression = of_embedded(event, &embedded, left, &path)?;
    Some(ValueQuery { path: None, expression })
}

fn of_node(event: &Event, json: &Json<'_>, node: usize, path: Path) -> Option<ValueQuery> {
    let at_path = |test: Test| Condition::Path {
        path: path.clone(),
        test,
    };
    let same = match json.nodes.get(node)?.kind {
        NodeKind::Text => Some(at_path(Test::Matches(begins_with(&unescaped(json.raw(node)))))),
        NodeKind::Literal => Some(at_path(Test::Matches(ValuePattern::is(json.raw(node))))),
        NodeKind::Object | NodeKind::List => None,
    };
    let there = at_path(Test::Exists);
    let condition = same
        .into_iter()
        .chain([there])
        .find(|condition| finds(event, condition))?;
    Some(ValueQuery {
        expression: condition.into(),
        path: Some(path),
    })
}

/// What finds a value inside a string of JSON: the piece of the string that says it.
fn of_embedded(event: &Event, embedded: &str, keys: &[String], path: &Path) -> Option<Expression> {
    let json = Json::of_container(embedded)?;
    let (_, node, left) = lead(&json, keys)?;
    let found = &json.nodes[node];
    let begin = if found.key.is_empty() {
        found.value.start
    } else {
        found.key.start
    };
    // Of what is deeper, or large, it must do that the key is there.
    let is_whole = left.is_empty() && matches!(found.kind, NodeKind::Text | NodeKind::Literal);
    let end = if is_whole { found.value.end } else { found.value.start };
    let piece = first_of(embedded.get(begin..end)?);
    let parts = vec![String::new(), piece.to_owned(), String::new()];
    let in_string = Condition::Path {
        path: path.clone(),
        test: Test::Matches(ValuePattern::wildcard(parts)),
    };
    let anywhere = Condition::Text(TextPattern::contains(piece));
    let there = Condition::Path {
        path: path.clone(),
        test: Test::Exists,
    };
    let mut ways = [in_string, anywhere, there].into_iter();
    ways.find(|condition| finds(event, condition)).map(Expression::from)
}

/// Follows the keys of a pointer: the steps without places in lists, the value, and what of the keys is left where the
/// value is a text. Of a name that an object says twice, the first that leads on.
fn lead<'k>(json: &Json<'_>, keys: &'k [String]) -> Option<(Vec<Step>, usize, &'k [String])> {
    let mut ways = vec![(0, Vec::new(), keys)];
    while let Some((node, steps, left)) = ways.pop() {
        let Some((key, behind)) = left.split_first() else {
            return Some((steps, node, left));
        };
        let first = ways.len();
        match json.nodes.get(node)?.kind {
            NodeKind::Object => {
                let named = json
                    .children(node)
                    .filter(|child| json.key(*child).is_some_and(|name| name == *key));
                let steps = [steps, vec![Step::Key(key.clone())]].concat();
                ways.extend(named.map(|child| (child, steps.clone(), behind)));
            }
            NodeKind::List => {
                let item = key.parse().ok().and_then(|index| json.children(node).nth(index));
                ways.extend(item.map(|item| (item, steps, behind)));
            }
            NodeKind::Text => return Some((steps, node, left)),
            NodeKind::Literal => {}
        }
        ways[first..].reverse();
    }
    None
}

fn keys_of(pointer: &str) -> Option<Vec<String>> {
    if pointer.is_empty() {
        return Some(Vec::new());
    }
    let keys = pointer.strip_prefix('/')?.split('/');
    Some(keys.map(|key| key.replace("~1", "/").replace("~0", "~")).collect())
}

fn begins_with(text: &str) -> ValuePattern {
    match first_of(text) {
        whole if whole.len() == text.len() => ValuePattern::is(text),
        first => ValuePattern::wildcard(vec![first.to_owned(), String::new()]),
    }
}

fn first_of(text: &str) -> &str {
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| end);
    &text[..end]
}

/// Whether the condition, as it is written and read again, is true of the event.
fn finds(event: &Event, condition: &Condition) -> bool {
    let again = super::Query::everything().and(condition.clone());
    let again = again.as_ref().ok().and_then(super::Query::expression);
    again.is_some_and(|again| OpenedEvent::new(event).fits(again, &Context::default()))
}
