//! One shared state as a tree.

use event::Event;
use serde_json::Value;

use super::Owner;
use crate::drawing::Section;
use crate::fields::Fields;
use crate::flat::rows;
use crate::in_order::Place;
use crate::scene::Scene;
use crate::table::{column, row, section as table, text};

/// The state in an event's metadata as JSON text, and whether it is an XDM state.
pub(super) fn of<'a>(metadata: &Fields<'a>) -> Option<(bool, &'a str)> {
    let standard = metadata.json("state.data").map(|state| (false, state));
    standard.or_else(|| metadata.json("xdm.state.data").map(|state| (true, state)))
}

/// The state that an event set; nothing when it cannot be read.
pub(super) fn at(place: &Place, is_xdm: bool, scene: &Scene<'_>) -> Option<Value> {
    in_event(&scene.event(&place.event)?, is_xdm)
}

/// The same of an event that was read already.
pub(super) fn in_event(event: &Event, is_xdm: bool) -> Option<Value> {
    let opened = event.opened_payload();
    let metadata = Fields::of(opened.json()?).fields("metadata");
    let key = if is_xdm { "xdm.state.data" } else { "state.data" };
    metadata.value(key)
}

/// The section with the state that an event set.
pub(super) fn section(owner: &Owner, place: &Place, scene: &Scene<'_>) -> Option<Section> {
    let state = at(place, owner.is_xdm, scene)?;
    let tree = rows(&state);
    let drawn = table(
        ("state", &owner.name),
        vec![column("Key", 2), column("Value", 4)],
        scene,
        tree,
        |line| row(line.path, vec![text(line.key), text(line.value)]).at_depth(line.depth),
    );
    Some(drawn)
}
