//! Shared states.

use analysis::Asked;
use analysis::drawing::SectionWindow;
use serde_json::json;

use crate::session::{START, Session, lines, sdk, section, state};

fn session() -> Session {
    let mut identity = sdk(
        "x",
        5,
        "Shared state change (XDM)",
        ("hub", "sharedstate"),
        json!({"stateowner": "com.adobe.edge.identity"}),
    );
    identity["payload"]["metadata"] = json!({"xdm.state.data": {"identityMap": {"ECID": [{"id": "38"}]}}});
    Session::with(vec![
        state("c", 300, "com.adobe.edge", json!({"hint": "irl1", "nested": {"a": 2}})),
        state("a", 100, "com.adobe.edge", json!({"hint": "ind1", "nested": {"a": 1}})),
        identity,
        state("b", 200, "COM.adobe.edge", json!({"hint": "ind1", "nested": {"a": 1}})),
    ])
}

#[test]
fn the_states_at_the_end_are_the_newest() {
    let drawing = session().draw("states", &Asked::default());
    assert!(drawing.has_moment);
    assert_eq!(
        lines(&drawing, "states"),
        [
            "com.adobe.edge | Standard | +300 | 3 | 32 | {\"hint\":\"irl1\",\"nested\":{\"a\":2}}",
            "com.adobe.edge.identity | XDM | +5 | 1 | 38 | {\"identityMap\":{\"ECID\":[{\"id\":\"38\"}]}}",
        ]
    );
}

#[test]
fn a_state_is_shown_as_it_was_and_as_it_came_to_be() {
    let session = session();
    let list = session.draw("states", &Asked::default());
    let at = |moment: Option<i64>| Asked {
        at: moment.map(|moment| START + moment),
        chosen: Some(section(&list, "states").rows[0].id.clone()),
        ..Asked::default()
    };
    let now = session.draw("states", &at(None));
    assert_eq!(lines(&now, "state"), ["hint | irl1", "nested | 1 field", "a | 2"]);
    assert_eq!(section(&now, "state").rows[2].depth, 1);
    assert_eq!(
        lines(&now, "history"),
        [
            "+300 | Version 3 | 2 changes",
            "– | hint | ind1 → irl1",
            "– | nested.a | 1 → 2",
            "+200 | Version 2 | set again, nothing changed",
            "+100 | Version 1 | set, 2 values",
        ]
    );
    let then = session.draw("states", &at(Some(250)));
    assert_eq!(lines(&then, "state"), ["hint | ind1", "nested | 1 field", "a | 1"]);
    assert_eq!(section(&then, "history").total, 2);
    let before = session.draw("states", &at(Some(50)));
    assert_eq!((section(&before, "states").total, before.sections.len()), (1, 1));
}

#[test]
fn a_long_history_is_there_in_windows_and_cut_at_its_beginning() {
    let states = (0..1_150).map(|number| state(&format!("s{number}"), number, "o", json!({"n": number})));
    let session = Session::with(states.collect());
    let mut reading = session.reading("states");
    let mut draw = |offset: usize| {
        let asked = Asked {
            chosen: Some("phone|o|Standard".to_owned()),
            windows: vec![SectionWindow {
                section: "history".to_owned(),
                offset,
                limit: 2,
            }],
            ..Asked::default()
        };
        reading.draw(&asked, &|| false).unwrap()
    };
    let drawing = draw(0);
    let history = section(&drawing, "history");
    assert_eq!(
        (history.total, history.explanation.as_deref()),
        (
            2_000,
            Some("The newest 1000 of 1150 versions. An earlier moment shows earlier ones.")
        )
    );
    assert_eq!(
        lines(&drawing, "history"),
        ["+1149 | Version 1150 | 1 change", "– | n | 1148 → 1149"]
    );
    assert_eq!(
        lines(&draw(1_998), "history"),
        ["+150 | Version 151 | 1 change", "– | n | 149 → 150"],
        "the version before the first one is known too"
    );
    session.add(vec![state("late", 1_148, "o", json!({"n": "between"}))]);
    let late = lines(&draw(2), "history");
    assert!(
        late[0].contains("Version 1150") && late[1].contains("between"),
        "{late:?}"
    );
}

#[test]
fn an_event_says_whose_state_it_sets() {
    let of = |event: serde_json::Value| analysis::state_of(&event::Event::from_json(&event.to_string()).unwrap());
    assert_eq!(
        of(state("a", 0, "Com.Adobe.Edge", json!({}))).as_deref(),
        Some("phone|com.adobe.edge|Standard")
    );
    assert_eq!(of(sdk("a", 0, "x", ("hub", "sharedstate"), json!({}))), None);
}
