//! Messages inside the app: fetching them, showing them, rules that fire.

use serde_json::json;

use super::app::App;
use super::draft::Draft;
use super::edge::{self, Call};

/// The app asks which messages it may show.
pub(super) fn fetch(app: &mut App) -> Vec<Draft> {
    let surface = surface(app);
    let refresh = app.sdk_id();
    let data = json!({"getpropositions": true, "surfaces": [{"uri": surface}]});
    let asked = app.hub_event("Update propositions", "messaging", "requestcontent", &data, &refresh);
    let data = json!({
        "xdm": {"eventType": "personalization.request", "timestamp": app.xdm_time()},
        "query": {"personalization": {"surfaces": [surface]}},
        "request": {"sendCompletion": true},
    });
    let call = Call::new("Retrieve message definitions", data)
        .caused_by(&refresh)
        .for_surface(surface.clone());
    let mut drafts = vec![asked];
    drafts.extend(edge::request(app, &call));
    let done = app.sdk_id();
    let data = json!({"propositions": [{"scope": surface}]});
    drafts.push(
        app.hub_event(
            "Message propositions notification",
            "messaging",
            "notification",
            &data,
            &done,
        )
        .caused_by(&refresh),
    );
    drafts
}

/// A person sees a message, taps it or sends it away.
pub(super) fn interaction(app: &mut App) -> Vec<Draft> {
    let surface = surface(app);
    let (event_type, kind) = app.pick(&[
        ("decisioning.propositionDisplay", "display"),
        ("decisioning.propositionDisplay", "display"),
        ("decisioning.propositionInteract", "interact"),
        ("decisioning.propositionDismiss", "dismiss"),
    ]);
    let proposition = app.lower_id();
    let activity = app.lower_id();
    let data = json!({
        "xdm": {
            "eventType": event_type,
            "timestamp": app.xdm_time(),
            "_experience": {"decisioning": {
                "propositionEventType": {kind: 1},
                "propositionAction": {"id": kind},
                "propositions": [{
                    "id": proposition,
                    "scope": surface,
                    "scopeDetails": {"decisionProvider": "AJO", "activity": {"id": activity}},
                }],
            }},
        },
        "iam": {"eventType": kind, "action": ""},
    });
    let mut drafts = edge::request(app, &Call::new("Messaging interaction event", data));
    let request = drafts[0].payload["ACPExtensionEventUniqueIdentifier"].clone();
    let history = app.sdk_id();
    let data = json!({"iam.eventHistory": {"id": activity, "eventType": kind}});
    let written = app
        .hub_event(
            "Write IAM event to history",
            "messaging",
            "eventhistorywrite",
            &data,
            &history,
        )
        .caused_by(request.as_str().unwrap_or_default());
    drafts.insert(1, written);
    drafts
}

/// A rule of the app's tags property fires.
pub(super) fn rule(app: &mut App) -> Vec<Draft> {
    let id = app.sdk_id();
    let data = json!({"triggeredconsequence": {
        "id": format!("RC{}", app.hex(32)),
        "type": "schema",
        "data": {
            "url": "https://lumashop.example/collect",
            "detail": {"schema": "https://ns.adobe.com/personalization/eventHistoryOperation"},
        },
    }});
    let consequence = app.hub_event("Rules Consequence Event", "rulesengine", "responsecontent", &data, &id);
    let reset = app.sdk_id();
    let data = json!({"name": "com.adobe.messaging.rulesengine"});
    let reloaded = app
        .hub_event(
            "com.adobe.messaging.rulesengine",
            "rulesengine",
            "requestreset",
            &data,
            &reset,
        )
        .caused_by(&id);
    vec![consequence, reloaded]
}

fn surface(app: &mut App) -> String {
    let place = app.pick(&["", "/home#banner", "/checkout#card"]);
    format!("mobileapp://{}{place}", app.profile.bundle())
}
