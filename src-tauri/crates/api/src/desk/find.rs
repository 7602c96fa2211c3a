//! Completion of queries, and queries made from what is seen.

use archive::query::{
    Column, Completion, Condition, Expected, Expression, Query, Suggestion, SuggestionOf, Target, Test, ValuePattern,
    ValueQuery, completion, like, with_value,
};
use event::{Event, made_visible};
use time::UtcOffset;

use super::Desk;
use super::open_view::OpenView;
use crate::contract::find::{
    CompleteQueryRequest, CompletionKind, FieldQueryRequest, FilterList, Keep, LikeRequest, MadeQuery,
    NegateQueryRequest, QueryCompletion, QueryCompletions, ValueQueryRequest,
};
use crate::contract::problem::Problem;

impl Desk {
    pub(crate) async fn query_complete(&self, request: CompleteQueryRequest) -> Result<QueryCompletions, Problem> {
        let typing = completion(&request.text, request.column);
        let length = typing.typed.chars().count() + rest_of(&typing, &request.text);
        let column = typing.column;
        let items = match request.view {
            None => typing
                .suggestions()
                .into_iter()
                .map(|one| shown(one, None, &typing))
                .collect(),
            Some(view) => {
                let open = self.view(view)?;
                let asked = typing.clone();
                let found = open.view.ask(move |view| view.suggestions(&asked)).await;
                found.into_iter().map(|one| shown(one, Some(&open), &typing)).collect()
            }
        };
        Ok(QueryCompletions { column, length, items })
    }

    pub(crate) async fn query_like(&self, request: LikeRequest) -> Result<MadeQuery, Problem> {
        let open = self.view(request.view)?;
        self.blocking(move || {
            let expression = like(&event_of(&open, &request.event)?);
            Ok(MadeQuery {
                text: text_of(expression, request.keep),
                path: None,
            })
        })
        .await
    }

    pub(crate) async fn query_value(&self, request: ValueQueryRequest) -> Result<MadeQuery, Problem> {
        let open = self.view(request.view)?;
        self.blocking(move || {
            let event = event_of(&open, &request.event)?;
            let made = with_value(&event, &request.path).ok_or_else(|| Problem::not_found("The value"))?;
            let ValueQuery { path, expression } = made;
            Ok(MadeQuery {
                text: text_of(expression, request.keep),
                path: path.map(|path| path.to_string()),
            })
        })
        .await
    }

    pub(crate) async fn query_field(&self, request: FieldQueryRequest) -> Result<MadeQuery, Problem> {
        let column = match request.list {
            FilterList::Types => Column::Type,
            FilterList::Vendors => Column::Vendor,
            FilterList::Clients => Column::Client,
            FilterList::Sources => Column::Source,
            FilterList::Names => Column::Name,
        };
        let test = Test::Matches(ValuePattern::is(request.value));
        let text = text_of(Condition::Column { column, test }.into(), request.keep);
        Ok(MadeQuery { text, path: None })
    }

    pub(crate) async fn query_negate(&self, request: NegateQueryRequest) -> Result<MadeQuery, Problem> {
        let query = Query::parse(&request.text, UtcOffset::UTC).map_err(|error| Problem::from(&error))?;
        // What the user wrote stays as it is written.
        let text = match query.expression() {
            None => {
                return Err(Problem::invalid_input(
                    "An empty query has no opposite.",
                    "Type a query first.",
                ));
            }
            Some(Expression::Not(inner)) => inner.to_string(),
            Some(Expression::All(_) | Expression::Any(_)) => format!("NOT ({})", request.text.trim()),
            Some(Expression::Condition(_)) => format!("NOT {}", request.text.trim()),
        };
        Ok(MadeQuery { text, path: None })
    }
}

fn event_of(open: &OpenView, uuid: &str) -> Result<Event, Problem> {
    let event = open.archive.event(uuid)?;
    event.ok_or_else(|| Problem::not_found("The event"))
}

fn text_of(expression: Expression, keep: Keep) -> String {
    match keep {
        Keep::Only => expression.to_string(),
        Keep::AllBut => expression.negated().to_string(),
    }
}

/// How many characters behind the caret belong to the piece that is being typed, and are replaced too.
fn rest_of(typing: &Completion, text: &str) -> usize {
    let end = typing.column - 1 + typing.typed.chars().count();
    let behind: Vec<char> = text.chars().skip(end).collect();
    if typing.typed.starts_with('"') {
        return usize::from(behind.first() == Some(&'"'));
    }
    let is_name = |character: &char| character.is_alphanumeric() || matches!(character, '_' | '-' | '$' | '@');
    let rest = match typing.expected {
        Expected::Value(_) => {
            let ends = |character: &char| character.is_whitespace() || matches!(character, '(' | ')' | '"');
            behind.iter().take_while(|character| !ends(character)).count()
        }
        Expected::Condition | Expected::Key(_) => behind.iter().take_while(|character| is_name(character)).count(),
    };
    // What is inserted ends in one of these itself.
    let is_followed = !matches!(typing.expected, Expected::Value(_)) && matches!(behind.get(rest), Some(':' | '.'));
    rest + usize::from(is_followed)
}

fn shown(suggestion: Suggestion, open: Option<&OpenView>, typing: &Completion) -> QueryCompletion {
    let Suggestion { insert, mut label, of } = suggestion;
    if typing.expected == Expected::Value(Target::Column(Column::Client))
        && let Some(name) = open.and_then(|open| open.client_name(&label))
    {
        label = name;
    }
    let (detail, completion_kind) = match of {
        SuggestionOf::Field(meaning) => (meaning.to_owned(), CompletionKind::Field),
        SuggestionOf::Word(meaning) => (meaning.to_owned(), CompletionKind::Word),
        SuggestionOf::Key { events, among } => (share(events, among), CompletionKind::Key),
        SuggestionOf::Value { events, among } if typing.expected == Expected::Condition => {
            (share(events, among), CompletionKind::Condition)
        }
        SuggestionOf::Value { events, among } => (share(events, among), CompletionKind::Value),
    };
    QueryCompletion {
        insert,
        label: made_visible(label),
        detail,
        completion_kind,
    }
}

fn share(events: usize, among: usize) -> String {
    format!("{} of {}", grouped(events), grouped(among))
}

/// A number with its thousands set apart.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_of_the_piece_is_replaced_too() {
        for (text, column, replaced) in [
            ("type:ed", 8, "ed"),
            ("type:edge has:error", 7, "edge"),
            ("type:edge has:error", 3, "type:"),
            ("pay.status:5", 2, "pay."),
            ("payload.st.x:5", 10, "st."),
            ("name:\"Shared st\" x", 13, "\"Shared"),
            ("name:\"Shared\" x", 13, "\"Shared\""),
            ("(type:ed)", 9, "ed"),
        ] {
            let typing = completion(text, column);
            let length = typing.typed.chars().count() + rest_of(&typing, text);
            let piece: String = text.chars().skip(typing.column - 1).take(length).collect();
            assert_eq!(piece, replaced, "{text} at {column}");
        }
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(
            [0, 999, 1_000, 1_234_567].map(grouped),
            ["0", "999", "1,000", "1,234,567"]
        );
    }
}
