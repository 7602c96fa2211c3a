//! An event's annotations as they are at Adobe now: what was heard of its marks later stands where the event has them.

use event::Event;
use hashbrown::HashMap;
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};

use super::adobe::AdobeMarks;
use crate::archive::Archive;
use crate::error::ArchiveError;
use crate::redaction::json::{Json, NodeKind, unescaped};

/// What Adobe said of events after they came, by their identifiers. Most events have nothing here.
#[derive(Default)]
pub(crate) struct Heard(HashMap<String, AdobeMarks>);

impl Heard {
    /// What an archive has heard until now.
    pub(crate) fn of(archive: &Archive) -> Self {
        let snapshot = archive.snapshot();
        let heard = snapshot.marks.heard();
        let by_id = heard.map(|(row, marks)| {
            let (block, place) = snapshot.block(row);
            (block.columns.id(place).to_string(), marks.clone())
        });
        Self(by_id.collect())
    }

    /// The text of an event with its annotations as they are now; none where they are as they came. The identifier is in
    /// lower case.
    pub(crate) fn present(&self, uuid: &str, text: &str) -> Option<String> {
        with_marks(text, self.0.get(uuid)?)
    }
}

impl Archive {
    /// An event with its annotations as they are at Adobe now, as far as that is known, by its uuid in any case.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn present_event(&self, uuid: &str) -> Result<Option<Event>, ArchiveError> {
        let Some(event) = self.event(uuid)? else {
            return Ok(None);
        };
        let heard = self.row_of(uuid).and_then(|row| self.snapshot().marks.kept(row).heard);
        let present = heard.and_then(|heard| with_marks(event.raw(), &heard));
        let read = present.and_then(|text| Event::from_json(&text).ok());
        Ok(Some(read.unwrap_or(event)))
    }
}

/// The same event, its annotations saying these marks; everything else stays as it is written. None where they say so
/// already, or are no list.
pub(crate) fn with_marks(text: &str, now: &AdobeMarks) -> Option<String> {
    let json = Json::of_container(text).filter(|json| json.nodes[0].kind == NodeKind::Object)?;
    let is_it = |child: &usize| unescaped(&text[json.nodes[*child].key.clone()]) == "annotations";
    // Of a key that an event says twice, the last one counts.
    let field = json.children(0).filter(is_it).last();
    let written = field.map(|field| json.raw(field)).filter(|written| *written != "null");
    let mut annotations = Annotations::read(written.unwrap_or("[]"))?;
    annotations.say(now)?;
    let list = annotations.written();
    Some(match field {
        Some(field) => {
            let place = json.nodes[field].value.clone();
            format!("{}{list}{}", &text[..place.start], &text[place.end..])
        }
        None => {
            let end = json.nodes[0].value.end - 1;
            let comma = if json.children(0).next().is_some() { "," } else { "" };
            format!("{}{comma}\"annotations\":{list}{}", &text[..end], &text[end..])
        }
    })
}

/// The annotations of one event. Those that need not change stay as they are written.
struct Annotations(Vec<Annotation>);

struct Annotation {
    /// None where it is new.
    written: Option<Box<RawValue>>,
    value: Value,
    is_changed: bool,
}

impl Annotations {
    fn read(list: &str) -> Option<Self> {
        let written: Vec<Box<RawValue>> = serde_json::from_str(list).ok()?;
        let read = written.into_iter().map(|written| Annotation {
            value: serde_json::from_str(written.get()).unwrap_or_default(),
            written: Some(written),
            is_changed: false,
        });
        Some(Self(read.collect()))
    }

    /// Changes what says something else. None where nothing does.
    fn say(&mut self, now: &AdobeMarks) -> Option<()> {
        let values = Value::Array(self.0.iter().map(|annotation| annotation.value.clone()).collect());
        let before = AdobeMarks::said_by(&values).unwrap_or_default();
        if before == *now {
            return None;
        }
        if before.flagged != now.flagged {
            self.put("visibility", "important", Some(json!(now.flagged)));
        }
        if before.hidden != now.hidden {
            self.put("visibility", "hidden", now.hidden.map(Value::from));
        }
        if before.note != now.note {
            self.put("notes", "note", now.note.clone().map(Value::from));
        }
        Some(())
    }

    /// Puts a value where the first annotation that counts has it, else where there is room for it; without a value,
    /// takes the key out of all of them.
    fn put(&mut self, namespace: &str, key: &str, value: Option<Value>) {
        let is_of_namespace = |annotation: &&mut Annotation| annotation.is_of(namespace);
        let Some(value) = value else {
            for annotation in self.0.iter_mut().filter(is_of_namespace) {
                annotation.change(|payload| payload.shift_remove(key).is_some());
            }
            return;
        };
        let has_it = |annotation: &Annotation| {
            let payload = annotation.payload();
            payload.is_some_and(|payload| payload.get(key).is_some_and(|value| !value.is_null()))
        };
        let said = self
            .0
            .iter()
            .position(|annotation| annotation.is_of(namespace) && has_it(annotation));
        let room = |annotation: &Annotation| annotation.is_of(namespace) && annotation.payload().is_some();
        match said.or_else(|| self.0.iter().position(room)) {
            Some(place) => self.0[place].change(|payload| {
                payload.insert(key.to_owned(), value);
                true
            }),
            None => self.0.push(Annotation {
                written: None,
                value: json!({ "type": namespace, "payload": { key: value } }),
                is_changed: true,
            }),
        }
    }

    fn written(&self) -> String {
        let one = |annotation: &Annotation| match &annotation.written {
            Some(written) if !annotation.is_changed => written.get().to_owned(),
            _ => annotation.value.to_string(),
        };
        let all: Vec<String> = self.0.iter().map(one).collect();
        format!("[{}]", all.join(","))
    }
}

impl Annotation {
    fn is_of(&self, namespace: &str) -> bool {
        let named = |name: &&str| self.value.get(*name).and_then(Value::as_str) == Some(namespace);
        ["type", "namespace"].iter().any(named)
    }

    /// The payload, also one that is a string of JSON.
    fn payload(&self) -> Option<Map<String, Value>> {
        match self.value.get("payload")? {
            Value::String(text) => serde_json::from_str(text).ok(),
            payload => payload.as_object().cloned(),
        }
    }

    /// Changes the payload, which stays what it is: a string of JSON or an object.
    fn change(&mut self, change: impl FnOnce(&mut Map<String, Value>) -> bool) {
        let Some(mut payload) = self.payload() else { return };
        if !change(&mut payload) {
            return;
        }
        let payload = Value::Object(payload);
        let is_text = self.value.get("payload").is_some_and(Value::is_string);
        self.value["payload"] = if is_text { payload.to_string().into() } else { payload };
        self.is_changed = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(flagged: bool, hidden: Option<bool>, note: Option<&str>) -> AdobeMarks {
        AdobeMarks {
            flagged,
            hidden,
            note: note.map(str::to_owned),
        }
    }

    fn after(text: &str, now: &AdobeMarks) -> String {
        let present = with_marks(text, now).unwrap();
        let event = Event::from_json(&present).unwrap();
        assert_eq!(AdobeMarks::of(&event), *now, "{present}");
        present
    }

    #[test]
    fn marks_stand_where_adobe_has_them_and_all_else_stays_as_it_is_written() {
        let text = r#"{"uuid":"1","annotations":[{"uuid":"x","type":"analytics.hit","payload":{"n":1.10,"big":12345678901234567890123}}, {"uuid":"v","type":"visibility","by":"anna","payload":{"important":true,"more":1}}],"n":1.0}"#;
        assert_eq!(
            after(text, &marks(false, Some(true), Some("now"))),
            r#"{"uuid":"1","annotations":[{"uuid":"x","type":"analytics.hit","payload":{"n":1.10,"big":12345678901234567890123}},{"uuid":"v","type":"visibility","by":"anna","payload":{"important":false,"more":1,"hidden":true}},{"type":"notes","payload":{"note":"now"}}],"n":1.0}"#
        );
        assert_eq!(with_marks(text, &marks(true, None, None)), None, "it says so already");
    }

    #[test]
    fn what_is_no_longer_said_goes_and_payloads_that_are_strings_stay_strings() {
        let text = r#"{"uuid":"1","annotations":[{"namespace":"visibility","payload":"{\"hidden\":true,\"x\":1}"},{"type":"visibility","payload":{"hidden":false}},{"type":"notes","payload":{"note":"old"}}]}"#;
        assert_eq!(
            after(text, &marks(false, None, None)),
            r#"{"uuid":"1","annotations":[{"namespace":"visibility","payload":"{\"x\":1}"},{"type":"visibility","payload":{}},{"type":"notes","payload":{}}]}"#
        );
    }

    #[test]
    fn an_event_without_annotations_gets_them_and_odd_ones_stay() {
        let flagged = marks(true, None, None);
        let expected = r#""annotations":[{"type":"visibility","payload":{"important":true}}]}"#;
        assert_eq!(
            after(r#"{"uuid":"1"}"#, &flagged),
            format!(r#"{{"uuid":"1",{expected}"#)
        );
        let null = after(r#"{"uuid":"1","annotations":null}"#, &flagged);
        assert_eq!(null, format!(r#"{{"uuid":"1",{expected}"#));
        assert_eq!(with_marks(r#"{"uuid":"1","annotations":{"a":1}}"#, &flagged), None);
        after(
            r#"{"uuid":"1","annotations":[5,null,{"type":"visibility","payload":"no json"}]}"#,
            &flagged,
        );
    }
}
