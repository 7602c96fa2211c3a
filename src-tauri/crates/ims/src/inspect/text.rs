//! Finding a token in what people paste.

use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use serde_json::Value;
use zeroize::Zeroizing;

use super::members::Members;
use super::{InspectError, LONGEST_TEXT, LooksLike, TokenPart};

/// Tokens are written without padding and with zero bits at the end; what can be read all the same is read.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::URL_SAFE,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// A JSON object in base64 begins with one of these, by the character after its brace.
const BEGINNINGS: [&str; 6] = ["eyJ", "eyA", "ewo", "ew0", "ewk", "e30"];

/// At most so many places that look like the beginning of a token are tried.
const MOST_TRIES: usize = 20;

/// The longest header that is read.
const LONGEST_HEADER: usize = 16 * 1024;

/// How long signatures are as text: RSA with 2048, 3072 and 4096 bits.
const SIGNATURE_LENGTHS: [usize; 3] = [342, 512, 683];

/// The members of IMS's answers and requests that hold a token, the most telling first.
const TOKEN_MEMBERS: [&str; 6] = ["access_token", "jwt_token", "accessToken", "token", "jwt", "id_token"];

/// A token taken apart.
pub(super) struct Token {
    pub(super) header: Members,
    pub(super) claims: Members,
    /// The first two parts as they were signed.
    pub(super) signed: Zeroizing<String>,
    /// The bytes of the third part; nothing when there are none. Empty when they cannot be decoded.
    pub(super) signature: Option<Zeroizing<Vec<u8>>>,
}

/// Finds the first token in a text and takes it apart.
pub(super) fn find(text: &str) -> Result<Token, InspectError> {
    if text.len() > LONGEST_TEXT {
        return Err(InspectError::TooLarge);
    }
    if text.trim().is_empty() {
        return Err(InspectError::Empty);
    }
    if let Ok(Value::Object(answer)) = serde_json::from_str(text.trim()) {
        if let Some(token) = TOKEN_MEMBERS.iter().find_map(|name| answer.get(*name)?.as_str()) {
            return scan(token);
        }
        if answer.contains_key("error") {
            return Err(InspectError::NoToken {
                looks_like: Some(LooksLike::Refusal),
            });
        }
    }
    scan(text)
}

/// Leaves out whatever has the form of a token: parts of base64 joined by dots.
pub(super) fn hide_tokens(text: &str) -> String {
    let is_token = |word: &str| {
        BEGINNINGS.iter().any(|beginning| word.starts_with(beginning))
            && word.bytes().filter(|byte| *byte == b'.').count() >= 2
    };
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest
            .find(|character| !is_token_character(character) && character != '.')
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        kept.push_str(if is_token(word) { "…" } else { word });
        let next = after.chars().next().map_or(0, char::len_utf8);
        kept.push_str(&after[..next]);
        rest = &after[next..];
    }
    kept
}

fn scan(text: &str) -> Result<Token, InspectError> {
    let text = Zeroizing::new(plain(text));
    let mut failure = None;
    for start in beginnings(&text) {
        match take_apart(&text[start..]) {
            Ok(token) => return Ok(token),
            // The first place that looks like a token says most about what is wrong.
            Err(error) => failure = failure.or(Some(error)),
        }
    }
    Err(failure.unwrap_or_else(|| without_token(&text)))
}

fn beginnings(text: &str) -> impl Iterator<Item = usize> {
    let mut before = None;
    text.char_indices()
        .filter(move |(start, character)| {
            let is_first = !before.is_some_and(|before: char| is_token_character(before) || before == '.');
            before = Some(*character);
            is_first && BEGINNINGS.iter().any(|beginning| text[*start..].starts_with(beginning))
        })
        .map(|(start, _)| start)
        .take(MOST_TRIES)
}

/// Line ends written as `\n`, continued lines and invisible characters, which come with copies from terminals, source
/// code and web pages.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' => {
                if matches!(characters.peek(), Some('n' | 'r' | 't')) {
                    characters.next();
                }
                plain.push(' ');
            }
            '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => {}
            _ if character.is_whitespace() => plain.push(' '),
            _ => plain.push(character),
        }
    }
    plain
}

fn without_token(text: &str) -> InspectError {
    if text.contains("-----BEGIN ") {
        return InspectError::NoToken {
            looks_like: Some(LooksLike::KeyOrCertificate),
        };
    }
    let outside_of_a_token = |word: &str| {
        let parts: Vec<&str> = word.split('.').collect();
        parts.len() == 3 && word.len() > 60 && parts.iter().all(|part| part.chars().all(is_token_character))
    };
    if text.split(' ').any(outside_of_a_token) {
        return InspectError::Undecodable {
            part: TokenPart::Header,
        };
    }
    InspectError::NoToken { looks_like: None }
}

fn take_apart(text: &str) -> Result<Token, InspectError> {
    let undecodable = |part| InspectError::Undecodable { part };
    let (header_text, rest) = part(text, LONGEST_HEADER);
    let header = members(&header_text).ok_or(undecodable(TokenPart::Header))?;
    let Some(rest) = rest.strip_prefix('.') else {
        return Err(undecodable(TokenPart::Claims));
    };
    let (mut claims_text, mut rest) = part(rest, LONGEST_TEXT);
    if header.value("enc").is_some() {
        return Err(InspectError::Encrypted);
    }
    let mut claims = members(&claims_text);
    if claims.is_none() && !rest.starts_with('.') {
        // No signature follows, so what was taken for the rest of a broken line may be other words.
        let first = first_word(&text[text.find('.').map_or(0, |dot| dot + 1)..]);
        claims = members(first);
        claims_text = Zeroizing::new(first.to_owned());
        rest = "";
    }
    let claims = claims.ok_or(undecodable(TokenPart::Claims))?;
    let signature = rest.strip_prefix('.').and_then(signature);
    Ok(Token {
        header,
        claims,
        signed: Zeroizing::new(format!("{}.{}", *header_text, *claims_text)),
        signature,
    })
}

/// One part of a token, which may be broken into lines, and what follows it.
fn part(text: &str, longest: usize) -> (Zeroizing<String>, &str) {
    let end = text
        .find(|character| !is_token_character(character) && !matches!(character, ' ' | '='))
        .unwrap_or(text.len());
    let (part, rest) = text.split_at(end);
    let letters = part.chars().filter(|character| is_token_character(*character));
    (Zeroizing::new(letters.take(longest).collect()), rest)
}

fn first_word(text: &str) -> &str {
    let end = text
        .find(|character| !is_token_character(character))
        .unwrap_or(text.len());
    &text[..end]
}

/// The signature. Where its line is broken, as many lines are joined as an RSA signature is long.
fn signature(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let first = first_word(text);
    let mut joined = Zeroizing::new(String::new());
    for word in text.split(' ') {
        let letters = first_word(word);
        joined.push_str(letters);
        let whole = letters.len() == word.trim_end_matches('=').len();
        if SIGNATURE_LENGTHS.contains(&joined.len()) {
            return decode(&joined);
        }
        if !whole || joined.len() > SIGNATURE_LENGTHS[2] {
            break;
        }
    }
    if first.is_empty() { None } else { decode(first) }
}

fn decode(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    Some(Zeroizing::new(BASE64.decode(text).unwrap_or_default()))
}

fn members(part: &str) -> Option<Members> {
    let bytes = Zeroizing::new(BASE64.decode(part).ok()?);
    serde_json::from_slice(&bytes).ok()
}

fn is_token_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_')
}
