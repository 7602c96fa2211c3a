//! Walks DER whose shape is known, value by value.

use pkcs8::der::asn1::AnyRef;
use pkcs8::der::{Decode, Encode, Header, Reader, SliceReader, Tag, TagNumber};

/// The values that follow one another in `contents`: the fields of a SEQUENCE, or the elements of a SET.
pub(crate) fn parts(contents: &[u8]) -> pkcs8::der::Result<Vec<AnyRef<'_>>> {
    let mut reader = SliceReader::new(contents)?;
    let mut parts = Vec::new();
    while !reader.is_finished() {
        parts.push(AnyRef::decode(&mut reader)?);
    }
    Ok(parts)
}

/// One value with `tag` around `parts`, one after another.
pub(crate) fn encoded(tag: Tag, parts: &[&[u8]]) -> pkcs8::der::Result<Vec<u8>> {
    let contents = parts.concat();
    let mut value = Header::new(tag, contents.len())?.to_der()?;
    value.extend_from_slice(&contents);
    Ok(value)
}

/// The constructed tag `[0]`.
pub(crate) const CONTEXT_0: Tag = Tag::ContextSpecific {
    constructed: true,
    number: TagNumber::N0,
};
