//! Adobe Analytics calls of the SDK.

use serde_json::json;

use super::app::App;
use super::draft::Draft;

/// A tracked action or screen, and the hit that came of it.
pub(super) fn track(app: &mut App) -> Vec<Draft> {
    let id = app.sdk_id();
    let screen = app.pick(&["home", "product", "cart", "checkout"]);
    let (name, data) = if app.chance(0.5) {
        (
            "Analytics Track",
            json!({"state": screen, "contextdata": {"page.name": screen}}),
        )
    } else {
        (
            "Analytics Track",
            json!({"action": format!("tap {screen}"), "contextdata": {"tap.target": screen}}),
        )
    };
    let tracked = app.hub_event(name, "generic.track", "requestcontent", &data, &id);
    let answer = app.sdk_id();
    let host = "practice.sc.omtrdc.net";
    let data = json!({
        "requestEventIdentifier": id,
        "hitHost": format!("https://{host}"),
        "hitUrl": format!("ndh=1&c.&a.&action={screen}&.a&.c&t=00%2F00%2F0000%2000%3A00%3A00%200%20-60&p.&debug=true&.p"),
        "headers": {"ETag": app.hex(32), "Server": "jag", "Content-Type": "image/gif"},
    });
    let answered = app
        .hub_event("AnalyticsResponse", "analytics", "responsecontent", &data, &answer)
        .caused_by(&id)
        .after(240);
    vec![tracked, answered]
}
