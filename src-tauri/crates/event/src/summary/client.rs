//! Clients that connect and leave, and what passes between them and Assurance: commands, logs, screenshots.

use super::definition::Definition;
use super::subject::Subject;

pub(super) const DEFINITIONS: &[Definition] = &[
    Definition::kind("Client connected", "client", "")
        .only_if(|client| client.text("/type").eq_ignore_ascii_case("connect"))
        .detail(device)
        .lines(&[
            ("Device", "/deviceInfo/Device name"),
            ("Operating system", "/deviceInfo/Operating system"),
            ("Platform", "/deviceInfo/Canonical platform name"),
            ("Model", "/deviceInfo/Model"),
            ("Screen size", "/deviceInfo/Screen size"),
            ("App", "/appSettings/CFBundleIdentifier"),
            ("App version", "/appSettings/CFBundleShortVersionString"),
            ("App", "/appSettings/manifest/package"),
            ("App version", "/appSettings/manifest/versionName"),
            ("Assurance extension", "/version"),
        ]),
    Definition::kind("Client disconnected", "client", "")
        .only_if(|client| client.text("/type").eq_ignore_ascii_case("disconnect")),
    Definition::kind("Command", "control", "")
        .detail(|command| command.text("/type"))
        .lines(&[
            ("Command", "/type"),
            ("On", "/detail/enable"),
            ("Event name", "/detail/eventName"),
            ("Event type", "/detail/eventType"),
            ("Event source", "/detail/eventSource"),
        ]),
    Definition::kind("Log", "log", "")
        .detail(|log| log.text("/logline"))
        .lines(&[("Line", "/logline")]),
    Definition::kind("Screenshot", "blob", "")
        .detail(|blob| blob.text("/mimeType"))
        .lines(&[("Blob", "/blobId"), ("Format", "/mimeType")]),
];

fn device(client: &Subject<'_>) -> String {
    let known = ["/deviceInfo/Device name", "/deviceInfo/Operating system"].map(|place| client.text(place));
    known
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}
