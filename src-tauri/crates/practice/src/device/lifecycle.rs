//! Launches and pauses, as the Lifecycle extensions report them.

use serde_json::{Value, json};

use super::app::App;
use super::draft::Draft;
use super::edge::{self, Call};

/// A new lifecycle session, with the context data of Adobe Analytics.
pub(super) fn start(app: &mut App) -> Vec<Draft> {
    let resume = app.sdk_id();
    let data = json!({"action": "start", "additionalcontextdata": {"source": "practice"}});
    let asked = app.hub_event(
        "Lifecycle Resume",
        "generic.lifecycle",
        "requestcontent",
        &data,
        &resume,
    );
    let started = app.sdk_id();
    let data = json!({
        "sessionevent": "start",
        "maxsessionlength": 604_800,
        "starttimestampseconds": app.now / 1000,
        "previoussessionstarttimestampseconds": app.now / 1000 - 86_400,
        "previoussessionpausetimestampseconds": app.now / 1000 - 86_100,
        "lifecyclecontextdata": {
            "appid": "Luma 3.4.1 (312)",
            "carriername": "Practice Mobile",
            "dayofweek": "3",
            "dayssincefirstuse": "12",
            "dayssincelastuse": "1",
            "devicename": app.profile.device_name(),
            "hourofday": "14",
            "launches": app.launches.to_string(),
            "launchevent": "LaunchEvent",
            "locale": "en-US",
            "osversion": app.profile.os_version(),
            "resolution": app.profile.resolution(),
            "runmode": "Application",
        },
    });
    let response = app.hub_event("LifecycleStart", "lifecycle", "responsecontent", &data, &started);
    vec![asked.after(60), response.caused_by(&resume).after(12)]
}

/// The app comes to the front, and says so to the Edge Network.
pub(super) fn foreground(app: &mut App) -> Vec<Draft> {
    let id = app.sdk_id();
    let xdm = with_device(
        app,
        json!({
            "eventType": "application.launch",
            "timestamp": app.xdm_time(),
            "application": {"name": "Luma", "version": "3.4.1 (312)", "isLaunch": true, "id": app.profile.bundle()},
        }),
    );
    let data = json!({"xdm": xdm});
    let name = "Application Launch (Foreground)";
    let mut drafts = vec![app.hub_event(name, "lifecycle", "applicationlaunch", &data, &id)];
    drafts.extend(edge::request(app, &Call::new("AEP Request Event", data).caused_by(&id)));
    drafts
}

/// The app goes to the back.
pub(super) fn background(app: &mut App) -> Vec<Draft> {
    let pause = app.sdk_id();
    let data = json!({"action": "pause"});
    let mut drafts = vec![app.hub_event("Lifecycle Pause", "generic.lifecycle", "requestcontent", &data, &pause)];
    let id = app.sdk_id();
    let length = app.between(20, 900);
    let xdm = with_device(
        app,
        json!({
            "eventType": "application.close",
            "timestamp": app.xdm_time(),
            "application": {"name": "Luma", "isClose": true, "closeType": "close", "sessionLength": length},
        }),
    );
    let data = json!({"xdm": xdm});
    let name = "Application Close (Background)";
    drafts.push(
        app.hub_event(name, "lifecycle", "applicationclose", &data, &id)
            .caused_by(&pause),
    );
    drafts.extend(edge::request(app, &Call::new("AEP Request Event", data).caused_by(&id)));
    drafts
}

/// Away and back again.
pub(super) fn pause_and_resume(app: &mut App) -> Vec<Draft> {
    let mut drafts = background(app);
    let resume = app.sdk_id();
    let data = json!({"action": "start"});
    let away = app.between(3_000, 60_000);
    drafts.push(
        app.hub_event(
            "Lifecycle Resume",
            "generic.lifecycle",
            "requestcontent",
            &data,
            &resume,
        )
        .after(away),
    );
    drafts.extend(foreground(app));
    drafts
}

fn with_device(app: &App, mut xdm: Value) -> Value {
    xdm["device"] = json!({
        "manufacturer": if app.profile.is_ios() { "apple" } else { "google" },
        "model": app.profile.device_name(),
        "type": "mobile",
    });
    xdm["environment"] = json!({
        "operatingSystem": if app.profile.is_ios() { "iOS" } else { "Android" },
        "operatingSystemVersion": app.profile.os_version(),
        "_dc": {"language": "en-US"},
        "type": "application",
    });
    xdm
}
