//! The SDK's configuration: what it was given, and what an app changed.

use serde_json::Value;

use super::definition::{Definition, Line};
use super::subject::{Subject, counted, in_words};

const KEYS: &[Line] = &[
    ("Environment", "/build.environment"),
    ("Organization ID", "/experienceCloud.org"),
    ("Property", "/property.id"),
    ("Datastream", "/edge.configId"),
    ("Edge domain", "/edge.domain"),
    ("Privacy", "/global.privacy"),
    ("Consent to collect", "/consent.default/consents/collect/val"),
    ("Rules", "/rules.url"),
    ("Session timeout in seconds", "/lifecycle.sessionTimeout"),
];

pub(super) const DEFINITIONS: &[Definition] = &[
    Definition::sdk("Configuration", "configuration", "responsecontent")
        .detail(|configuration| {
            let environment = configuration.data_text("/build.environment");
            let keys = configuration.data().as_object().map_or(0, serde_json::Map::len);
            if environment.is_empty() {
                counted(keys, "key")
            } else {
                environment
            }
        })
        .lines(KEYS),
    Definition::sdk("Configuration update", "configuration", "requestcontent")
        .only_if(|update| update.data_at("/config.update").is_some())
        .detail(|update| changed(update).map(|(key, _)| key).collect::<Vec<_>>().join(", "))
        .more(|update| changed(update).collect()),
    Definition::sdk("Configuration request", "configuration", "requestcontent")
        .detail(|request| {
            let places = ["/config.appId", "/config.filePath", "/config.assetFile"];
            let given = places
                .map(|place| request.data_text(place))
                .into_iter()
                .find(|text| !text.is_empty());
            given.unwrap_or_default()
        })
        .lines(&[
            ("App ID", "/config.appId"),
            ("File", "/config.filePath"),
            ("Asset", "/config.assetFile"),
        ]),
];

fn changed(update: &Subject<'_>) -> impl Iterator<Item = (String, String)> {
    let keys = update.data_at("/config.update").and_then(Value::as_object);
    keys.into_iter()
        .flatten()
        .map(|(key, value)| (key.clone(), in_words(value)))
}
