//! What a client said of its device and its app as it connected.

use crate::drawing::Section;
use crate::fields::Fields;
use crate::flat::rows;
use crate::in_order::Place;
use crate::scene::Scene;
use crate::table::{column, row, section, text};

/// The sections about one client.
pub(super) fn sections(connected: &Place, scene: &Scene<'_>) -> Vec<Section> {
    let Some(event) = scene.event(&connected.event) else {
        return Vec::new();
    };
    let opened = event.opened_payload();
    let payload = Fields::of(opened.json().unwrap_or_default());
    let tables = [
        ("device", "Device", "deviceInfo"),
        ("settings", "App settings", "appSettings"),
    ];
    let drawn = tables.into_iter().filter_map(|(id, title, key)| {
        let lines = rows(&payload.value(key)?);
        let columns = vec![column("Key", 2), column("Value", 4)];
        Some(section((id, title), columns, scene, lines, |line| {
            row(line.path, vec![text(line.key), text(line.value)])
                .at_depth(line.depth)
                .told_by(connected)
        }))
    });
    drawn.collect()
}
