//! What a signature says of itself.

/// The version that a signature is for: a field of its trusted comment, which is signed as well.
pub(super) fn version(signature: &str) -> Option<String> {
    let text = String::from_utf8(decoded(signature)?).ok()?;
    let comment = text.lines().find_map(|line| line.strip_prefix("trusted comment: "))?;
    let version = comment.split('\t').find_map(|field| field.strip_prefix("version:"))?;
    Some(version.to_owned())
}

/// Base64, as far as it is needed here.
fn decoded(text: &str) -> Option<Vec<u8>> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bits, mut number, mut bytes) = (0, 0_u32, Vec::new());
    for byte in text.trim().trim_end_matches('=').bytes() {
        let digit = DIGITS.iter().position(|digit| *digit == byte)?;
        number = number << 6 | u32::try_from(digit).ok()?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(number >> bits).ok()?);
            number &= (1 << bits) - 1;
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of a file of no worth, with a key that was thrown away.
    const SIGNED: &str = "dW50cnVzdGVkIGNvbW1lbnQ6IHNpZ25hdHVyZSBmcm9tIHRhdXJpIHNlY3JldCBrZXkKUlVTVHY5dnJLYXNBRGlOT2ZNU2phckVLQkxVNEdZWDNKeGpQdWxiRUw3bm5BNXQ0SHBvTERQOHQxNGpDbTExNjNMaDZhUmtIVEhZYjEwS2gxOEpReEI0RzhjckFVRXBoTUFRPQp0cnVzdGVkIGNvbW1lbnQ6IHRpbWVzdGFtcDoxNzk1MzMzMjQxCWZpbGU6YS5BcHBJbWFnZQl2ZXJzaW9uOjIuMC4wCktENWhNUW1NRVlTYjFyK2J6VGc0dmF6bDB5SW1DMEc2bTlRMVFoSHM0L1oyeSt0YUVEajllVFc0Qy9aN3N2OXMxY1JVWkY2S1Z1dXJsK05hRHZPVkJnPT0K";

    #[test]
    fn the_version_is_read_from_the_comment_that_is_signed() {
        assert_eq!(version(SIGNED).as_deref(), Some("2.0.0"));
    }

    #[test]
    fn a_text_without_a_version_is_for_none() {
        // "trusted comment: timestamp:1"
        assert_eq!(version("dHJ1c3RlZCBjb21tZW50OiB0aW1lc3RhbXA6MQ=="), None);
        assert_eq!(version("no base64"), None);
        assert_eq!(decoded("aGVsbG8=").unwrap(), b"hello");
    }
}
