//! The fields of a JSON object, one after the other, however many there are.

use std::fmt;

use serde::de::{Deserializer as _, MapAccess, Visitor};
use serde_json::value::RawValue;

/// Tells every field of an object, also one whose name comes twice. Whether the text is one whole object.
pub(super) fn for_each_field(object: &[u8], tell: impl FnMut(&str, &RawValue)) -> bool {
    let mut deserializer = serde_json::Deserializer::from_slice(object);
    let told = deserializer.deserialize_map(Fields(tell));
    told.and_then(|()| deserializer.end()).is_ok()
}

struct Fields<F>(F);

impl<'de, F: FnMut(&str, &RawValue)> Visitor<'de> for Fields<F> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut fields: A) -> Result<(), A::Error> {
        while let Some((name, value)) = fields.next_entry::<String, &RawValue>()? {
            (self.0)(&name, value);
        }
        Ok(())
    }
}
