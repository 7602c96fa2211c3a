//! DER and PKCS#12 written by hand.

/// A DER value with `tag` around `parts`.
pub(crate) fn value(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let contents = parts.concat();
    let length = match u32::try_from(contents.len()).unwrap().to_be_bytes() {
        [0, 0, 0, short] if short < 0x80 => vec![short],
        [0, 0, 0, byte] => vec![0x81, byte],
        [0, 0, high, low] => vec![0x82, high, low],
        bytes => [[0x83].as_slice(), &bytes[1..]].concat(),
    };
    [&[tag], length.as_slice(), &contents].concat()
}

/// Plain contents, as PKCS#12 wraps them.
pub(crate) fn data(contents: &[u8]) -> Vec<u8> {
    let kind = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01";
    value(0x30, &[kind, &value(0xA0, &[&value(0x04, &[contents])])])
}

/// A bag of PKCS#12; `kind` is the last number of its object identifier.
pub(crate) fn bag(kind: u8, contents: &[u8]) -> Vec<u8> {
    let identifier = [b"\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x0a\x01".as_slice(), &[kind]].concat();
    value(0x30, &[&identifier, &value(0xA0, &[contents])])
}
