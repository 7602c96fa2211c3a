//! Shared states and configuration: what the SDK's extensions publish about themselves.

use serde_json::{Value, json};

use super::app::App;
use super::draft::Draft;

/// The extensions of the app, with their versions: the event hub's own state.
pub(super) fn extensions(app: &mut App) -> Draft {
    let core = app.profile.core_version();
    let extension = |name: &str, version: &str| json!({"friendlyName": name, "version": version});
    let data = json!({
        "version": core,
        "wrapper": {"type": "N", "friendlyName": "None"},
        "extensions": {
            "com.adobe.assurance": extension("Assurance", app.profile.assurance_version()),
            "com.adobe.edge": extension("AEPEdge", "5.0.2"),
            "com.adobe.edge.consent": extension("Consent", "5.0.0"),
            "com.adobe.edge.identity": extension("AEPEdgeIdentity", "5.0.0"),
            "com.adobe.messaging": extension("AEPMessaging", "5.6.0"),
            "com.adobe.module.configuration": extension("Configuration", core),
            "com.adobe.module.lifecycle": extension("Lifecycle", core),
            "com.adobe.optimize": extension("AEPOptimize", "5.2.0"),
        },
    });
    shared_state(app, "com.adobe.module.eventhub", &data)
}

/// The configuration as a shared state.
pub(super) fn configuration_state(app: &mut App) -> Draft {
    let data = configuration(app);
    shared_state(app, "com.adobe.module.configuration", &data)
}

/// Who the user is, as an XDM shared state.
pub(super) fn identity(app: &mut App) -> Draft {
    let state = json!({"identityMap": {"ECID": [
        {"id": app.ecid, "authenticatedState": "ambiguous", "primary": false},
    ]}});
    let id = app.sdk_id();
    let data = json!({"stateowner": "com.adobe.edge.identity"});
    let mut draft = app.hub_event("Shared state change (XDM)", "hub", "sharedstate", &data, &id);
    draft.payload["metadata"] = json!({"xdm.state.data": state});
    draft
}

/// An extension publishes its state again, as they do all the time.
pub(super) fn some_state(app: &mut App) -> Vec<Draft> {
    let draft = match app.between(0, 5) {
        0 => identity(app),
        1 => extensions(app),
        2 => {
            let data = json!({
                "sessionid": app.session.to_string(),
                "clientid": app.client.to_string(),
                "integrationid": app.validation_token(),
            });
            shared_state(app, "com.adobe.assurance", &data)
        }
        3 => {
            let data = json!({"locationHint": "ind1", "locationHintExpiryTimestamp": app.now / 1000 + 1800});
            shared_state(app, "com.adobe.edge", &data)
        }
        4 => {
            let data = json!({"pushidentifier": app.push_token});
            shared_state(app, "com.adobe.messaging", &data)
        }
        _ => {
            let data = json!({
                "starttimestampseconds": app.now / 1000 - 90,
                "lifecyclecontextdata": {"appid": format!("Luma 3.4.1 ({})", 312), "launches": app.launches.to_string()},
            });
            shared_state(app, "com.adobe.module.lifecycle", &data)
        }
    };
    vec![draft]
}

/// The app changes its configuration, and everybody hears the new one.
pub(super) fn configuration_update(app: &mut App) -> Vec<Draft> {
    let (key, value) = app.pick(&[
        ("lifecycle.sessionTimeout", "600"),
        ("global.privacy", "optedin"),
        ("optimize.timeout", "15"),
    ]);
    let request = app.sdk_id();
    let data = json!({"config.update": {key: value}});
    let asked = app.hub_event(
        "Configuration Update",
        "configuration",
        "requestcontent",
        &data,
        &request,
    );
    let response = configuration_response(app, key, value);
    vec![asked, response.caused_by(&request)]
}

/// The configuration as the SDK announces it, with one key changed.
pub(super) fn configuration_response(app: &mut App, key: &str, value: &str) -> Draft {
    let id = app.sdk_id();
    let mut data = configuration(app);
    data[key] = value.into();
    app.hub_event("Configuration Response", "configuration", "responsecontent", &data, &id)
}

fn configuration(app: &App) -> Value {
    json!({
        "build.environment": "dev",
        "consent.default": {"consents": {"collect": {"val": "y"}}},
        "edge.configId": app.datastream,
        "edge.domain": "edge.adobedc.net",
        "edge.environment": "",
        "experienceCloud.org": app.organization_id,
        "global.privacy": "optedin",
        "lifecycle.sessionTimeout": 300,
        "messaging.eventDataset": app.dataset,
        "messaging.useSandbox": true,
        "optimize.timeout": 10,
        "property.id": app.property,
        "rules.url": format!("https://assets.adobedtm.com/practice/{}/launch-development-rules.zip", app.property),
    })
}

fn shared_state(app: &mut App, owner: &str, data: &Value) -> Draft {
    let id = app.sdk_id();
    let owner = json!({"stateowner": owner});
    let mut draft = app.hub_event("Shared state change", "hub", "sharedstate", &owner, &id);
    draft.payload["metadata"] = json!({"state.data": data});
    draft
}
