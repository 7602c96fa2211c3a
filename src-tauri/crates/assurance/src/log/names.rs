//! Names that many events share (vendor, type, client, label), each kept once.

use std::collections::HashMap;
use std::sync::Arc;

/// The number of a name in one [`Names`].
pub(crate) type NameId = u32;

/// A list of distinct names; numbers never change.
#[derive(Default)]
pub(crate) struct Names {
    texts: Vec<Arc<str>>,
    ids: HashMap<Arc<str>, NameId>,
}

impl Names {
    pub(crate) fn id(&mut self, text: &str) -> NameId {
        if let Some(id) = self.ids.get(text) {
            return *id;
        }
        // The log's rows are numbered with 32 bits as well, so there are never more names than that.
        let id = self.texts.len() as NameId;
        let text: Arc<str> = text.into();
        self.texts.push(Arc::clone(&text));
        self.ids.insert(text, id);
        id
    }

    pub(crate) fn text(&self, id: NameId) -> &str {
        &self.texts[id as usize]
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(AsRef::as_ref)
    }
}
