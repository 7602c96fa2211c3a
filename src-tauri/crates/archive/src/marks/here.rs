//! What was marked here, as the file keeps it.

use serde::{Deserialize, Serialize};

use super::adobe::AdobeMarks;
use super::{Highlight, MarkChange};

/// What was set here for one event. What is not set is as Adobe has it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct SetHere {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) flagged: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) hidden: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "known_highlight")]
    pub(crate) highlight: Option<Highlight>,
}

/// What the file keeps of one event's marks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KeptMarks {
    /// What was set here.
    #[serde(flatten)]
    pub(crate) here: SetHere,
    /// What Adobe said when the event was read again, where its own annotations say something else.
    #[serde(rename = "adobe", default, skip_serializing_if = "Option::is_none")]
    pub(crate) heard: Option<AdobeMarks>,
}

impl KeptMarks {
    pub(crate) fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// A colour of a later version is none here, and nothing else of the mark is lost.
fn known_highlight<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Highlight>, D::Error> {
    let name = Option::<String>::deserialize(from)?;
    Ok(name.and_then(|name| name.parse().ok()))
}

impl SetHere {
    /// The same after a change. What then is as Adobe has it needs not be set here.
    pub(crate) fn changed(&self, change: &MarkChange, adobe: &AdobeMarks, is_cleared: bool) -> Self {
        let mut changed = self.clone();
        match change {
            MarkChange::Flag(on) => changed.flagged = (*on != adobe.flagged).then_some(*on),
            MarkChange::Hide(on) => {
                let is_hidden_anyway = adobe.hidden.unwrap_or(is_cleared);
                changed.hidden = (*on != is_hidden_anyway).then_some(*on);
            }
            MarkChange::Note(text) => {
                let text = text.trim();
                changed.note = (!text.is_empty()).then(|| text.to_owned());
            }
            MarkChange::Highlight(highlight) => changed.highlight = *highlight,
        }
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_adobe_says_already_is_not_set_here() {
        let adobe = AdobeMarks {
            flagged: true,
            ..AdobeMarks::default()
        };
        let unflagged = SetHere::default().changed(&MarkChange::Flag(false), &adobe, false);
        assert_eq!(unflagged.flagged, Some(false));
        let nothing = SetHere::default();
        assert_eq!(unflagged.changed(&MarkChange::Flag(true), &adobe, false), nothing);
        let none = AdobeMarks::default();
        let shown = SetHere::default().changed(&MarkChange::Hide(false), &none, true);
        assert_eq!(shown.hidden, Some(false), "shown although the session was cleared");
        let hidden = SetHere::default().changed(&MarkChange::Hide(true), &none, false);
        assert_eq!(hidden.changed(&MarkChange::Hide(false), &none, false), nothing);
    }

    #[test]
    fn what_a_later_version_wrote_is_read_as_far_as_it_is_known() {
        let read: SetHere = serde_json::from_str(r#"{"flagged":true,"highlight":"orange","pinned":1}"#).unwrap();
        assert_eq!((read.flagged, read.highlight), (Some(true), None));
        assert_eq!(serde_json::to_string(&KeptMarks::default()).unwrap(), "{}");
    }

    #[test]
    fn what_adobe_said_later_is_kept_beside_what_was_set_here() {
        let text = r#"{"flagged":true,"adobe":{"flagged":false,"hidden":true,"note":null}}"#;
        let kept: KeptMarks = serde_json::from_str(text).unwrap();
        assert_eq!(kept.heard.as_ref().and_then(|heard| heard.hidden), Some(true));
        assert_eq!(serde_json::to_string(&kept).unwrap(), text);
        let before: KeptMarks = serde_json::from_str(r#"{"note":"mine","adobe":{"later":1}}"#).unwrap();
        assert_eq!(before.here.note.as_deref(), Some("mine"));
        assert_eq!(before.heard, Some(AdobeMarks::default()));
    }
}
