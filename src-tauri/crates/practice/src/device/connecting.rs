//! The first and last things a client sends.

use serde_json::json;

use super::app::App;
use super::draft::{Draft, Maker, SDK_VENDOR};
use super::{lifecycle, state};

/// The app was launched and joins the session: it presents itself and replays what it had queued.
pub(super) fn launch(app: &mut App) -> Vec<Draft> {
    app.launches += 1;
    let mut drafts = vec![client_connect(app)];
    let start = app.sdk_id();
    let link = format!("lumashop://default?adb_validation_sessionid={}", app.session);
    let data = json!({"startSessionURL": link});
    drafts.push(app.hub_event("Assurance Start Session", "assurance", "requestcontent", &data, &start));
    drafts.push(state::extensions(app));
    let configure = app.sdk_id();
    let data = json!({"config.appId": format!("practice/{}/launch-development", app.property)});
    drafts.push(app.hub_event(
        "Configure with App ID",
        "configuration",
        "requestcontent",
        &data,
        &configure,
    ));
    drafts.push(
        state::configuration_response(app, "build.environment", "dev")
            .caused_by(&configure)
            .after(180),
    );
    drafts.push(state::configuration_state(app));
    drafts.push(state::identity(app));
    drafts.extend(lifecycle::start(app));
    drafts.extend(lifecycle::foreground(app));
    drafts
}

/// The app is closed and started again: the server notes the loss, and the client's count starts anew.
pub(super) fn relaunch(app: &mut App) -> Vec<Draft> {
    let mut drafts = lifecycle::background(app);
    drafts.push(disconnect(app));
    let mut launch = launch(app);
    launch[0].gap = Some(app.between(2_000, 20_000));
    drafts.extend(launch);
    drafts
}

/// The network went away for a moment. The app lives on and counts on.
pub(super) fn reconnect(app: &mut App) -> Vec<Draft> {
    let mut connect = client_connect(app);
    connect.maker = Maker::App;
    vec![disconnect(app), connect.after(5_000)]
}

fn client_connect(app: &App) -> Draft {
    let payload = json!({
        "type": "connect",
        "version": app.profile.assurance_version(),
        "deviceInfo": app.profile.device_info(),
        "appSettings": app.profile.app_settings(),
    });
    Draft::new(Maker::LaunchedApp, SDK_VENDOR, "client", payload, 0)
}

fn disconnect(app: &mut App) -> Draft {
    let gap = app.between(300, 3_000);
    let payload = json!({"type": "disconnect"});
    Draft::new(Maker::Service, SDK_VENDOR, "client", payload, gap)
}
