//! Lines of `NAME=value`: `.env` files, exported shell variables.

use zeroize::Zeroizing;

use super::names::part;
use super::tree::Tree;

/// The values of a text of such lines; nothing when it is another kind of text. Lines that are none are left out.
pub(super) fn parse(text: &str) -> Option<Tree> {
    const MOST: usize = 1_000;
    let mut members = Vec::new();
    let mut rest = text;
    let mut others = 0_usize;
    while !rest.is_empty() {
        let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
        let trimmed = line.trim();
        if trimmed.is_empty() || trimmed.starts_with('#') {
            rest = after;
            continue;
        }
        let Some((name, start)) = assignment(line) else {
            others += 1;
            rest = after;
            continue;
        };
        let (value, next) = value(&rest[start..]);
        members.push((name.to_owned(), Tree::Text(value)));
        if members.len() > MOST {
            return None;
        }
        rest = next;
    }
    let known = members.iter().filter(|(name, _)| part(name).is_some()).count();
    (known > 0 && known + members.len() > others).then_some(Tree::Object(members))
}

/// The name that a line assigns to, and where the value begins.
fn assignment(line: &str) -> Option<(&str, usize)> {
    const LONGEST: usize = 100;
    let (before, _) = line.split_once('=')?;
    let name = before.trim();
    let name = ["export ", "set ", "SET ", "$env:"]
        .iter()
        .find_map(|word| name.strip_prefix(word))
        .unwrap_or(name)
        .trim();
    let is_name = !name.is_empty()
        && name.len() <= LONGEST
        && !name.starts_with(|character: char| character.is_ascii_digit())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte));
    is_name.then_some((name, before.len() + 1))
}

/// The value that begins here, and the lines behind it. A value between quotes may have several lines, and so may a key
/// in PEM form without quotes.
fn value(text: &str) -> (Zeroizing<String>, &str) {
    let start = text.trim_start_matches([' ', '\t']);
    for quote in ['"', '\''] {
        let Some(inside) = start.strip_prefix(quote) else {
            continue;
        };
        if let Some(end) = closing(inside, quote) {
            let after = inside[end + 1..].split_once('\n').map_or("", |(_, after)| after);
            let value = &inside[..end];
            return (
                if quote == '"' {
                    unescaped(value)
                } else {
                    Zeroizing::new(value.to_owned())
                },
                after,
            );
        }
    }
    if let Some(end) = end_of_armor(start) {
        let (last, after) = start[end..].split_once('\n').unwrap_or((&start[end..], ""));
        return (Zeroizing::new(start[..end + last.len()].to_owned()), after);
    }
    let (line, after) = start.split_once('\n').unwrap_or((start, ""));
    let line = line.split(" #").next().unwrap_or_default();
    (Zeroizing::new(line.trim().to_owned()), after)
}

/// Where the last line of a key in PEM form begins, if one begins here and has several lines.
fn end_of_armor(text: &str) -> Option<usize> {
    const LONGEST: usize = 20_000;
    let line = text.lines().next()?;
    if !text.starts_with("-----BEGIN ") || line.contains("-----END ") {
        return None;
    }
    let mut near = LONGEST.min(text.len());
    while !text.is_char_boundary(near) {
        near -= 1;
    }
    text[..near].find("-----END ")
}

/// Where the quote is closed, escaped ones not counted.
fn closing(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (place, character) in text.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' if quote == '"' => escaped = true,
            _ if character == quote => return Some(place),
            _ => {}
        }
    }
    None
}

fn unescaped(text: &str) -> Zeroizing<String> {
    let mut value = Zeroizing::new(String::with_capacity(text.len()));
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character != '\\' {
            value.push(character);
            continue;
        }
        match characters.next() {
            Some('n') => value.push('\n'),
            Some('r') => value.push('\r'),
            Some('t') => value.push('\t'),
            Some(other @ ('"' | '\\' | '$' | '\'' | '`')) => value.push(other),
            Some(other) => {
                value.push('\\');
                value.push(other);
            }
            None => value.push('\\'),
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<(String, String)> {
        let tree = parse(text).unwrap();
        let members = tree.members().iter();
        members
            .map(|(name, value)| match value {
                Tree::Text(text) => (name.clone(), text.to_string()),
                _ => panic!("all values are texts"),
            })
            .collect()
    }

    #[test]
    fn the_usual_forms_of_a_line_are_read() {
        let text = "# mine\r\nexport CLIENT_ID=abc # the key\r\nORG_ID = \"X@AdobeOrg\"\nSECRET='a # \"b\"'\n\
                    PRIVATE_KEY=\"-----BEGIN A-----\\nb\\n-----END A-----\"\nEMPTY=\nLAST=x";
        assert_eq!(
            values(text),
            [
                ("CLIENT_ID", "abc"),
                ("ORG_ID", "X@AdobeOrg"),
                ("SECRET", "a # \"b\""),
                ("PRIVATE_KEY", "-----BEGIN A-----\nb\n-----END A-----"),
                ("EMPTY", ""),
                ("LAST", "x"),
            ]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
        );
    }

    #[test]
    fn a_value_may_have_several_lines() {
        for text in [
            "PRIVATE_KEY=\"-----BEGIN A-----\nb=\n-----END A-----\"\nCLIENT_ID=x",
            "PRIVATE_KEY=-----BEGIN A-----\nb=\n-----END A-----\nCLIENT_ID=x",
        ] {
            let values = values(text);
            assert_eq!(values[0].1, "-----BEGIN A-----\nb=\n-----END A-----", "{text}");
            assert_eq!(values[1], ("CLIENT_ID".to_owned(), "x".to_owned()));
        }
    }

    #[test]
    fn other_texts_are_none() {
        for text in [
            "",
            "hello",
            "a=b",
            "clientId: x",
            "-----BEGIN A-----\nab==\n-----END A-----",
        ] {
            assert!(parse(text).is_none(), "{text}");
        }
        // An open quote is part of its line.
        assert_eq!(values("CLIENT_ID=\"x\nORG_ID=y")[0].1, "\"x");
    }
}
