//! Who the device says it is, and what it may collect.

use serde_json::Value;

use super::definition::Definition;
use super::subject::{Subject, counted};

pub(super) const DEFINITIONS: &[Definition] = &[
    Definition::sdk("Push identifier", "generic.identity", "requestcontent")
        .only_if(|identity| identity.data_at("/pushidentifier").is_some())
        .lines(&[("Push identifier", "/pushidentifier")]),
    Definition::sdk("Identity", "identity", "responseidentity")
        .detail(|identity| identity.data_text("/mid"))
        .lines(&[("ECID", "/mid"), ("Push identifier", "/pushidentifier")]),
    Definition::sdk("Identity request", "edgeidentity", "requestidentity")
        .detail(namespaces)
        .more(namespace_lines),
    Definition::sdk("Identity", "edgeidentity", "responseidentity")
        .detail(namespaces)
        .more(namespace_lines),
    Definition::sdk("Identity update", "edgeidentity", "updateidentity")
        .detail(namespaces)
        .more(namespace_lines),
    Definition::sdk("Identity removed", "edgeidentity", "removeidentity")
        .detail(namespaces)
        .more(namespace_lines),
    Definition::sdk("Consent update", "edgeconsent", "updateconsent").detail(consent),
    Definition::sdk("Consent", "edgeconsent", "").detail(consent),
];

fn consent(subject: &Subject<'_>) -> String {
    let collect = subject.data_text("/consents/collect/val");
    if collect.is_empty() {
        collect
    } else {
        format!("collect: {collect}")
    }
}

fn identity_map<'s>(subject: &'s Subject<'_>) -> impl Iterator<Item = (&'s String, &'s Value)> {
    let places = ["/identityMap", "/xdm/identityMap"];
    places
        .into_iter()
        .find_map(|place| subject.data_at(place)?.as_object())
        .into_iter()
        .flatten()
}

fn namespaces(subject: &Subject<'_>) -> String {
    identity_map(subject)
        .map(|(namespace, _)| namespace.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}

fn namespace_lines(subject: &Subject<'_>) -> Vec<(String, String)> {
    let ids = |value: &Value| {
        let items = value.as_array()?;
        let ids: Vec<&str> = items.iter().filter_map(|item| item.get("id")?.as_str()).collect();
        Some(if ids.is_empty() {
            counted(items.len(), "identity")
        } else {
            ids.join(", ")
        })
    };
    identity_map(subject)
        .map(|(namespace, value)| (namespace.clone(), ids(value).unwrap_or_default()))
        .collect()
}
