//! Going through a JSON text, into the JSON in its strings too, and putting something else in the place of values.

mod neighbours;
mod pairs;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::json::{Json, NodeKind, unescaped};
use super::key::is_pin;
use super::kind::Kind;
use super::known::Known;
use super::pattern;
use super::rule::{Redaction, RedactionRule};
use crate::query::{Path, Step};
use neighbours::kind_of_value;

/// JSON in a string in JSON in a string and so on: further in, it is looked at as text.
const DEEPEST: usize = 8;

/// A value that was found.
pub(super) struct Hit<'h> {
    pub(super) kind: Kind,
    pub(super) value: &'h str,
    /// Whether its key told what it is, and not its form: only then it has to be looked for elsewhere.
    pub(super) is_by_key: bool,
    place: &'h Place<'h>,
}

impl Hit<'_> {
    /// Where it stands, for people: as queries write paths, with `›` where JSON in a string begins.
    pub(super) fn path(&self) -> String {
        self.place.path()
    }
}

/// Where a value stands.
enum Place<'p> {
    Top,
    In {
        outer: &'p Place<'p>,
        json: &'p Json<'p>,
        node: usize,
    },
}

/// Goes through texts.
pub(super) struct Walk<'w> {
    pub(super) redaction: &'w Redaction,
    /// Values that were found elsewhere.
    pub(super) known: Option<&'w Known>,
    /// Says what comes in the place of a value.
    pub(super) replace: &'w mut dyn FnMut(&Hit<'_>) -> String,
}

impl Walk<'_> {
    /// The JSON with values replaced; none when nothing is.
    pub(super) fn json(&mut self, text: &str) -> Option<String> {
        self.nodes(&Json::new(text), &Place::Top, 0)
    }

    /// A text outside JSON with values replaced; none when nothing is.
    pub(super) fn plain(&mut self, text: &str) -> Option<String> {
        self.text(text, &Place::Top, 0)
    }

    fn nodes(&mut self, json: &Json<'_>, outer: &Place<'_>, depth: usize) -> Option<String> {
        let mut written = String::new();
        let mut copied = 0;
        let mut put = |at: &Range<usize>, text: &str| {
            written.push_str(&json.text[copied..at.start]);
            written.push_str(text);
            copied = at.end;
        };
        for (number, node) in json.nodes.iter().enumerate() {
            let place = Place::In {
                outer,
                json,
                node: number,
            };
            if !node.key.is_empty() {
                let key = unescaped(&json.text[node.key.clone()]);
                // Without its own fields an event would be none.
                let is_own_field = depth == 0 && node.parent == 0;
                if !is_own_field && let Some(text) = self.key(&key, &place) {
                    put(&node.key, &quoted(&text));
                }
            }
            let replaced = match node.kind {
                NodeKind::Text => self.string(json, number, &place, depth),
                NodeKind::Literal => self.literal(json, number, &place),
                NodeKind::Object | NodeKind::List => None,
            };
            if let Some(text) = replaced {
                put(&node.value, &text);
            }
        }
        if copied == 0 {
            return None;
        }
        written.push_str(&json.text[copied..]);
        Some(written)
    }

    fn string(&mut self, json: &Json<'_>, node: usize, place: &Place<'_>, depth: usize) -> Option<String> {
        let text = unescaped(json.raw(node));
        if text.is_empty() {
            return None;
        }
        let says = kind_of_value(json, node, &text);
        if let Some((Kind::Part, _)) = says {
            if depth < DEEPEST
                && let Some(inner) = Json::of_container(&text)
            {
                return self.nodes(&inner, place, depth + 1).map(|text| quoted(&text));
            }
            if self.is_on(Kind::Part) {
                return Some(quoted(&self.hit(Kind::Part, &text, true, place)?));
            }
            return None;
        }
        if let Some((kind, is_several)) = says
            && self.is_on(kind)
        {
            return match kind {
                Kind::Pin if is_pin(text.trim()) => self.hit(kind, text.trim(), true, place).map(|_| "null".to_owned()),
                _ if is_several => Some(quoted(&self.several(kind, &text, place))),
                Kind::Secret => self.secret(&text, place).map(|text| quoted(&text)),
                _ => self.hit(kind, &text, true, place).map(|text| quoted(&text)),
            };
        }
        self.text(&text, place, depth).map(|text| quoted(&text))
    }

    /// Numbers that are identifiers or a PIN.
    fn literal(&mut self, json: &Json<'_>, node: usize, place: &Place<'_>) -> Option<String> {
        let raw = json.raw(node);
        if !raw.starts_with(|first: char| first == '-' || first.is_ascii_digit()) {
            return None;
        }
        if let Some((kind, _)) = kind_of_value(json, node, raw)
            && kind != Kind::Part
            && self.is_on(kind)
        {
            let text = self.hit(kind, raw, true, place)?;
            return Some(if kind == Kind::Pin {
                "null".to_owned()
            } else {
                quoted(&text)
            });
        }
        // The shortest number that cannot be a time or a count.
        if raw.len() < 8 || matches!(json.key(node).as_deref(), Some("timestamp" | "eventNumber")) {
            return None;
        }
        let kind = if raw.len() == 38 {
            Some(Kind::Ecid)
        } else {
            self.known.and_then(|known| known.whole(raw))
        };
        let kind = kind.filter(|kind| self.is_on(*kind))?;
        self.hit(kind, raw, false, place).map(|text| quoted(&text))
    }

    /// A key with values replaced. Names and other words could be those of a field, and stay.
    fn key(&mut self, key: &str, place: &Place<'_>) -> Option<String> {
        let mut cuts = Cuts::default();
        self.cut_forms(key, place, &mut cuts);
        self.cut_known(key, place, &mut cuts, |value| {
            value.len() >= 8 || !value.chars().all(char::is_alphabetic)
        });
        cuts.apply(key)
    }

    /// A text with values replaced; none when nothing is.
    fn text(&mut self, text: &str, place: &Place<'_>, depth: usize) -> Option<String> {
        if depth < DEEPEST {
            if let Some(inner) = Json::of_container(text) {
                return self.nodes(&inner, place, depth + 1);
            }
            if let Some(inner) = quoted_text(text) {
                return self.text(&inner, place, depth + 1).map(|text| quoted(&text));
            }
        }
        if self.known.and_then(|known| known.pin(text.trim())).is_some() && self.redaction.has(RedactionRule::Pin) {
            return self.hit(Kind::Pin, text.trim(), false, place);
        }
        let mut cuts = Cuts::default();
        if depth < DEEPEST {
            for at in pairs::objects_in(text) {
                let inner = Json::new(&text[at.clone()]);
                let replaced = self.nodes(&inner, place, depth + 1);
                cuts.push(at, replaced);
            }
        }
        let redaction = self.redaction;
        for (at, kind) in pairs::values_in(text, |kind| is_on(redaction, kind)) {
            if !cuts.overlap(&at) {
                let value = &text[at.clone()];
                let replaced = match kind {
                    Kind::Secret => self.secret(value, place),
                    _ => self.hit(kind, value, true, place),
                };
                cuts.push(at, replaced);
            }
        }
        self.cut_forms(text, place, &mut cuts);
        self.cut_known(text, place, &mut cuts, |_| true);
        cuts.apply(text)
    }

    /// Values that are known by their form.
    fn cut_forms(&mut self, text: &str, place: &Place<'_>, cuts: &mut Cuts) {
        let mut found = Vec::new();
        pattern::find(text, self.redaction, |one| found.push(one));
        // An address in an address is one.
        found.sort_by_key(|one| (one.at.start, std::cmp::Reverse(one.at.end)));
        for one in found {
            if !cuts.overlap(&one.at) {
                let replaced = self.hit(one.kind, &text[one.at.clone()], false, place);
                cuts.push(one.at, replaced);
            }
        }
    }

    /// Values that were found elsewhere.
    fn cut_known(&mut self, text: &str, place: &Place<'_>, cuts: &mut Cuts, is_wanted: impl Fn(&str) -> bool) {
        let Some(known) = self.known else {
            return;
        };
        for (at, kind, value) in known.find(text) {
            if self.is_on(kind) && is_wanted(value) && !cuts.overlap(&at) {
                let replaced = self.hit(kind, value, false, place);
                cuts.push(at, replaced);
            }
        }
    }

    /// A secret; `Bearer` and the like before it stay, so that it is the same secret wherever it stands.
    fn secret(&mut self, text: &str, place: &Place<'_>) -> Option<String> {
        let scheme = pattern::scheme_length(text);
        let replaced = self.hit(Kind::Secret, &text[scheme..], true, place)?;
        Some(format!("{}{replaced}", &text[..scheme]))
    }

    /// Each of several values in one text.
    fn several(&mut self, kind: Kind, text: &str, place: &Place<'_>) -> String {
        let is_between =
            |character: char| matches!(character, ',' | ';' | '[' | ']' | '"') || character.is_whitespace();
        let mut written = String::new();
        for piece in text.split_inclusive(is_between) {
            let value = piece.trim_end_matches(is_between);
            if !value.is_empty() {
                written.push_str(&self.hit(kind, value, true, place).unwrap_or_default());
            }
            written.push_str(&piece[value.len()..]);
        }
        written
    }

    fn hit(&mut self, kind: Kind, value: &str, is_by_key: bool, place: &Place<'_>) -> Option<String> {
        (!value.trim().is_empty()).then(|| {
            (self.replace)(&Hit {
                kind,
                value,
                is_by_key,
                place,
            })
        })
    }

    fn is_on(&self, kind: Kind) -> bool {
        is_on(self.redaction, kind)
    }
}

fn is_on(redaction: &Redaction, kind: Kind) -> bool {
    match kind.rule() {
        Some(rule) => redaction.has(rule),
        None => redaction.rules().next().is_some(),
    }
}

/// What is replaced in a text, by where it begins. A piece without a replacement stays, and is not looked at again.
#[derive(Default)]
struct Cuts {
    cuts: BTreeMap<usize, (usize, Option<String>)>,
}

impl Cuts {
    fn push(&mut self, at: Range<usize>, replaced: Option<String>) {
        self.cuts.insert(at.start, (at.end, replaced));
    }

    fn overlap(&self, at: &Range<usize>) -> bool {
        let before = self.cuts.range(..at.end).next_back();
        before.is_some_and(|(_, (end, _))| *end > at.start)
    }

    fn apply(self, text: &str) -> Option<String> {
        let mut written = String::new();
        let mut copied = 0;
        for (start, (end, replaced)) in self.cuts {
            let Some(replaced) = replaced else {
                continue;
            };
            written.push_str(&text[copied..start]);
            written.push_str(&replaced);
            copied = end;
        }
        if copied == 0 {
            return None;
        }
        written.push_str(&text[copied..]);
        Some(written)
    }
}

impl Place<'_> {
    fn path(&self) -> String {
        let Self::In { outer, json, node } = self else {
            return String::new();
        };
        let mut steps = Vec::new();
        let mut at = *node;
        while json.nodes[at].parent != at {
            let parent = json.nodes[at].parent;
            let index = || json.children(parent).position(|child| child == at).unwrap_or_default();
            steps.push(
                json.key(at)
                    .map_or_else(|| Step::Index(index()), |key| Step::Key(key.into_owned())),
            );
            at = parent;
        }
        steps.reverse();
        let own = Path::new(steps).map(|path| path.to_string()).unwrap_or_default();
        let outer = outer.path();
        if outer.is_empty() {
            return own;
        }
        // Only the top of an event is called so.
        format!("{outer} › {}", own.strip_prefix("event.").unwrap_or(&own))
    }
}

/// A text that is itself a JSON string.
fn quoted_text(text: &str) -> Option<String> {
    (text.len() > 2 && text.starts_with('"') && text.ends_with('"'))
        .then(|| serde_json::from_str(text).ok())
        .flatten()
}

fn quoted(text: &str) -> String {
    serde_json::Value::String(text.to_owned()).to_string()
}

/// A text as it is compared: without blanks around it, in lower case.
pub(super) fn folded(value: &str) -> Cow<'_, str> {
    let trimmed = value.trim();
    match trimmed.bytes().any(|byte| byte.is_ascii_uppercase()) || !trimmed.is_ascii() {
        true => Cow::Owned(trimmed.to_lowercase()),
        false => Cow::Borrowed(trimmed),
    }
}
