//! Reading JSON, and saying where it is not.

use serde_json::error::Category;

use super::tree::Tree;
use super::unusable::{JsonMistake, Unusable};

/// The value of a JSON text.
pub(super) fn parse(text: &str) -> Result<Tree, Unusable> {
    serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        if error.classify() == Category::Eof {
            return Unusable::CutJson;
        }
        // The first character that is not right tells what a person meant.
        let place = offset(text, line, column);
        let before = text[..place].trim_end_matches(|character: char| !",}]/#".contains(character));
        let at = text[place..].chars().next();
        let mistake = match at {
            Some('/' | '#') => JsonMistake::Comment,
            Some('}' | ']') if before.trim_end().ends_with(',') => JsonMistake::TrailingComma,
            _ if error.to_string().starts_with("trailing comma") => JsonMistake::TrailingComma,
            _ if error.to_string().starts_with("trailing characters") => JsonMistake::MoreAfterTheEnd,
            _ if error.to_string().starts_with("recursion limit") => JsonMistake::TooDeep,
            _ => JsonMistake::Other,
        };
        Unusable::Json { line, column, mistake }
    })
}

/// The place in bytes of a line and column as serde_json counts them: from 1, in bytes.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start = if line <= 1 {
        0
    } else {
        let ends = text.match_indices('\n').nth(line - 2);
        ends.map_or(text.len(), |(place, _)| place + 1)
    };
    let mut place = (start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(place) {
        place -= 1;
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mistake(text: &str) -> (usize, JsonMistake) {
        match parse(text) {
            Err(Unusable::Json { line, mistake, .. }) => (line, mistake),
            Err(other) => panic!("{other:?}"),
            Ok(_) => panic!("{text} is JSON"),
        }
    }

    #[test]
    fn what_people_write_into_json_is_told_with_its_line() {
        assert_eq!(mistake("{\n // mine\n \"a\": 1}"), (2, JsonMistake::Comment));
        assert_eq!(mistake("{\"a\": 1,\n /* mine */ \"b\": 2}"), (2, JsonMistake::Comment));
        assert_eq!(mistake("{\"a\": 1 # mine\n}"), (1, JsonMistake::Comment));
        assert_eq!(mistake("{\"a\": 1,\n}"), (2, JsonMistake::TrailingComma));
        assert_eq!(mistake("{\"a\": [1,\n\n]}"), (3, JsonMistake::TrailingComma));
        assert_eq!(mistake("{\"a\": 1}\n{\"b\": 1}"), (2, JsonMistake::MoreAfterTheEnd));
        assert_eq!(mistake("{a: 1}"), (1, JsonMistake::Other));
        assert_eq!(mistake(&"[".repeat(500)), (1, JsonMistake::TooDeep));
        assert!(matches!(parse("{\"a\": [1, {\"b\": \"c"), Err(Unusable::CutJson)));
    }
}
