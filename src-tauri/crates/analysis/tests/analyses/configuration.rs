//! The SDK's configuration.

use analysis::Asked;
use serde_json::{Value, json};

use crate::session::{START, Session, connect, lines, notices, of, sdk, section, state};

fn response(uuid: &str, at: i64, data: Value) -> Value {
    sdk(
        uuid,
        at,
        "Configuration Response",
        ("configuration", "responsecontent"),
        data,
    )
}

fn good() -> Value {
    json!({"edge.configId": "stream", "experienceCloud.org": "ABC@AdobeOrg", "global.privacy": "optedin",
        "build.environment": "dev", "consent.default": {"consents": {"collect": {"val": "y"}}}, "x": 1})
}

#[test]
fn settings_are_grouped_with_who_set_them_when() {
    let session = Session::of_organization(Some("abc@AdobeOrg"));
    let mut later = good();
    later["global.privacy"] = "optedout".into();
    session.add(vec![
        response("c", 300, later),
        state("a", 100, "com.adobe.module.configuration", good()),
        sdk(
            "b",
            200,
            "Configuration Update",
            ("configuration", "requestcontent"),
            json!({"config.update": {"global.privacy": "optedout", "x": null}}),
        ),
    ]);
    let drawing = session.draw("configuration", &Asked::default());
    assert_eq!(
        lines(&drawing, "edge"),
        ["edge.configId | stream | +100 | Shared state change"]
    );
    assert_eq!(
        lines(&drawing, "privacy"),
        [
            "consent.default.consents.collect.val | y | +100 | Shared state change",
            "global.privacy | optedout | +200 | Configuration Update",
        ]
    );
    assert_eq!(lines(&drawing, "other"), ["x | 1 | +300 | Configuration Response"]);
    assert_eq!(
        lines(&drawing, "changes"),
        [
            "+300 | x | – → 1 | Configuration Response",
            "+200 | global.privacy | optedin → optedout | Configuration Update",
            "+200 | x | 1 → – | Configuration Update",
        ]
    );
    assert_eq!(notices(&drawing), ["Privacy"]);
    let before = Asked {
        at: Some(START + 150),
        ..Asked::default()
    };
    let drawing = session.draw("configuration", &before);
    assert_eq!(
        (
            notices(&drawing).len(),
            drawing.sections.iter().any(|section| section.id == "changes")
        ),
        (0, false)
    );
}

#[test]
fn what_stands_in_the_way_is_said() {
    let session = Session::of_organization(Some("OTHER@AdobeOrg"));
    session.add(vec![response(
        "a",
        0,
        json!({"experienceCloud.org": "ABC@AdobeOrg",
        "consent.default": {"consents": {"collect": {"val": "p"}}}}),
    )]);
    let drawing = session.draw("configuration", &Asked::default());
    assert_eq!(notices(&drawing), ["Another organization", "Consent", "No datastream"]);
    assert_eq!(drawing.badge, Some(3));
    let said = &drawing.notices[0].text;
    assert!(
        said.contains("ABC@AdobeOrg") && said.contains("OTHER@AdobeOrg"),
        "{said}"
    );
}

#[test]
fn clients_that_agree_share_a_row() {
    let session = Session::new();
    let mut pixel = good();
    pixel["edge.configId"] = "another".into();
    session.add(vec![
        connect("a", 0, "phone", "iPhone", "iOS 18"),
        connect("b", 1, "pixel", "Pixel", "Android 15"),
        response("c", 10, good()),
        of("pixel", response("d", 20, pixel)),
    ]);
    let drawing = session.draw("configuration", &Asked::default());
    assert_eq!(
        lines(&drawing, "edge"),
        [
            "edge.configId | @phone | stream | +10 | Configuration Response",
            "edge.configId | @pixel | another | +20 | Configuration Response",
        ]
    );
    assert_eq!(
        lines(&drawing, "identity"),
        ["experienceCloud.org | – | ABC@AdobeOrg | +10 | Configuration Response"]
    );
    let asked = Asked {
        search: "another".to_owned(),
        ..Asked::default()
    };
    assert_eq!(section(&session.draw("configuration", &asked), "edge").total, 1);
}

#[test]
fn what_is_wrong_with_several_clients_is_said_once() {
    let session = Session::with(vec![
        response("a", 0, json!({"edge.configId": ""})),
        of("pixel", response("b", 1, json!({"x": 1}))),
        of("tablet", response("c", 2, json!({"x": 1}))),
    ]);
    let drawing = session.draw("configuration", &Asked::default());
    assert_eq!(notices(&drawing), ["No datastream"]);
    assert!(
        drawing.notices[0]
            .text
            .ends_with("The same is true of 2 other clients.")
    );
}
