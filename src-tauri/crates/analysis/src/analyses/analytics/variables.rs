//! What was in a hit, and what Analytics made of it.

use event::Event;
use percent_encoding::percent_decode_str;

use super::hit::Hit;
use super::step::Role;
use crate::drawing::Section;
use crate::fields::Fields;
use crate::flat::leaves;
use crate::in_order::Place;
use crate::scene::Scene;
use crate::table::{column, row, section, text};

/// More variables than a hit can have.
const MOST: usize = 2_000;

/// The sections about one hit.
pub(super) fn sections(hit: &Hit, scene: &Scene<'_>) -> Vec<Section> {
    let sent = named(
        hit.places(Role::Response).chain(hit.places(Role::Processed)),
        scene,
        |payload| {
            let hit = payload.fields("ACPExtensionEventData").text("hitUrl")?;
            Some(variables(&hit))
        },
    );
    let tracked = named(hit.places(Role::Track), scene, |payload| {
        let data = payload.value("ACPExtensionEventData")?;
        Some(leaves(&data).into_iter().collect())
    });
    let mapped = named(hit.places(Role::Processed), scene, |payload| {
        let context = payload.fields("context").value("mappedQueryParams")?;
        Some(leaves(&context).into_iter().collect())
    });
    let tables = [
        ("tracked", "Tracked", tracked),
        ("variables", "Variables of the hit", sent),
        ("mapped", "Mapped by Adobe Analytics", mapped),
    ];
    let drawn = tables.into_iter().filter(|(_, _, values)| !values.is_empty());
    drawn
        .map(|(id, title, values)| table((id, title), values, scene))
        .collect()
}

fn named<'a>(
    places: impl Iterator<Item = &'a Place>,
    scene: &Scene<'_>,
    look: impl Fn(&Fields<'_>) -> Option<Vec<(String, String)>>,
) -> Vec<(String, String)> {
    let of = |event: &Event| look(&Fields::of(event.opened_payload().json()?));
    places
        .take(10)
        .find_map(|place| of(&scene.event(&place.event)?))
        .unwrap_or_default()
}

fn table(name: (&str, &str), values: Vec<(String, String)>, scene: &Scene<'_>) -> Section {
    let columns = vec![column("Variable", 2), column("Value", 4)];
    let numbered = values.into_iter().enumerate();
    section(name, columns, scene, numbered, |(number, (key, value))| {
        row(format!("{number}|{key}"), vec![text(key), text(value)])
    })
}

/// The variables of a hit's query string. `c.` opens a nested name and `.c` closes it, as Analytics writes context data.
fn variables(hit: &str) -> Vec<(String, String)> {
    let query = hit.split_once('?').map_or(hit, |(_, query)| query);
    let mut nested: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()).take(MOST) {
        let (key, value) = match pair.split_once('=') {
            Some(pair) => pair,
            None if pair.starts_with('.') => {
                nested.pop();
                continue;
            }
            None => match pair.strip_suffix('.') {
                Some(name) => {
                    nested.push(name);
                    continue;
                }
                None => (pair, ""),
            },
        };
        let path: Vec<&str> = nested.iter().copied().chain([key]).collect();
        found.push((decoded(&path.join(".")), decoded(value)));
    }
    found
}

fn decoded(text: &str) -> String {
    percent_decode_str(&text.replace('+', " "))
        .decode_utf8_lossy()
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hit_s_context_data_is_nested() {
        let seen = variables("https://x/b/ss/a/0?ndh=1&c.&a.&action=tap%20home&.a&plain&.c&t=1+2&.z&p.&debug=true");
        let expected = [
            ("ndh", "1"),
            ("c.a.action", "tap home"),
            ("c.plain", ""),
            ("t", "1 2"),
            ("p.debug", "true"),
        ];
        assert_eq!(seen, expected.map(|(key, value)| (key.into(), value.into())));
    }
}
