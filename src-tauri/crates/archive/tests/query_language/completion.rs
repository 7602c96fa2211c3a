//! What may be written next.

use archive::query::{Column, Expected, Path, Step, SuggestionOf, Target, completion};

#[test]
fn it_is_known_what_is_being_typed() {
    let path = |text: &str| Expected::Key(text.split('.').map(|key| Step::Key(key.to_owned())).collect());
    let column = |column| Expected::Value(Target::Column(column));
    for (before, start, typed, expected) in [
        ("", 1, "", Expected::Condition),
        ("ty", 1, "ty", Expected::Condition),
        ("größe na", 7, "na", Expected::Condition),
        ("a ", 3, "", Expected::Condition),
        ("a AND (", 8, "", Expected::Condition),
        ("-fl", 2, "fl", Expected::Condition),
        ("type:", 6, "", column(Column::Type)),
        ("type:ed", 6, "ed", column(Column::Type)),
        ("type:(edge OR h", 15, "h", column(Column::Type)),
        ("name:\"Shared st", 6, "\"Shared st", column(Column::Name)),
        ("name:\"Shared ", 6, "\"Shared ", column(Column::Name)),
        ("time>", 6, "", Expected::Value(Target::Time)),
        ("eventNumber >= ", 16, "", column(Column::EventNumber)),
        ("flagged:", 9, "", Expected::Value(Target::Flagged)),
        ("has:e", 5, "e", Expected::Value(Target::Has)),
        ("payload.", 9, "", path("payload")),
        ("payload.AC", 9, "AC", path("payload")),
        ("payload.\"Device n", 9, "\"Device n", path("payload")),
        ("payload.deviceInfo.", 20, "", path("payload.deviceInfo")),
        (
            "payload.status:4",
            16,
            "4",
            Expected::Value(Target::Path(Path::payload().key("status"))),
        ),
        ("event.", 7, "", Expected::Key(Vec::new())),
    ] {
        let end = before.chars().count() + 1;
        let typing = completion(&format!("{before} more OR)"), end);
        assert_eq!(
            (typing.column, typing.typed.as_str(), &typing.expected),
            (start, typed, &expected),
            "{before}"
        );
        assert_eq!(completion(before, usize::MAX), typing, "{before}");
    }
}

#[test]
fn words_that_fit_are_offered() {
    let offered = |text: &str| -> Vec<String> {
        let suggestions = completion(text, usize::MAX).suggestions();
        suggestions.into_iter().map(|one| one.insert).collect()
    };
    assert_eq!(offered("a EV"), ["eventNumber:", "event."]);
    assert_eq!(offered("flagged:T"), ["true"]);
    assert_eq!(offered("has:"), ["error"]);
    assert!(offered("has:error").is_empty(), "what is there already");
    assert!(offered("type:").is_empty());
    let fields = completion("", 1).suggestions();
    assert!(
        fields
            .iter()
            .any(|one| one.of == SuggestionOf::Field("who made the event"))
    );
}

#[test]
fn it_is_known_that_only_numbers_fit() {
    for (text, by_size) in [
        ("payload.status>=", true),
        ("payload.status > 4", true),
        ("payload.status:", false),
        ("payload.status=", false),
        ("payload.status!=", false),
    ] {
        assert_eq!(completion(text, usize::MAX).by_size, by_size, "{text}");
    }
}
