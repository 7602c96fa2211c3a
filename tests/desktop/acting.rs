//! Acting on the window: the pointer and the keyboard.

use std::panic::Location;

use fantoccini::actions::{InputSource as _, KeyAction, KeyActions, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;

use super::Desk;
use super::looking::ELEMENT;
use super::processes::eventually;

impl Desk {
    /// Clicks the button of this name as soon as there is one that can be clicked.
    #[track_caller]
    pub(crate) fn click_button(&self, name: &str) -> impl Future<Output = ()> {
        self.click("button", name)
    }

    /// Clicks what has this role and name, as soon as it is there, enabled, and not covered by something else.
    #[track_caller]
    pub(crate) fn click(&self, role: &str, name: &str) -> impl Future<Output = ()> {
        let line = Location::caller();
        async move {
            let clicked = eventually(async || {
                for element in self.all_by_role(role, name).await {
                    if !is_enabled(&element).await {
                        continue;
                    }
                    if element.click().await.is_ok() || self.click_label(&element).await.is_some() {
                        return Some(());
                    }
                    self.scroll_to(&element).await;
                }
                None
            })
            .await;
            if clicked.is_none() {
                self.give_up(&format!("no {role} named \"{name}\" could be clicked"), line)
                    .await;
            }
        }
    }

    /// Scrolls to what lies half out of sight, where WebDriver lets it be; the next try can click it.
    async fn scroll_to(&self, element: &Element) {
        let script = "arguments[0].scrollIntoView({ block: 'center' })";
        if let Ok(element) = serde_json::to_value(element) {
            self.client().execute(script, vec![element]).await.ok();
        }
    }

    /// Clicks the label around a box or a radio button that is drawn by something else, as a person does.
    async fn click_label(&self, element: &Element) -> Option<()> {
        let script = "return arguments[0].closest('label')";
        let element = serde_json::to_value(element).ok()?;
        let label = self.client().execute(script, vec![element]).await.ok()?;
        let id = label[ELEMENT].as_str()?.to_owned();
        Element::from_element_id(self.client().clone(), id.into())
            .click()
            .await
            .ok()
    }

    /// Clicks twice, quickly.
    #[track_caller]
    pub(crate) fn double_click(&self, role: &str, name: &str) -> impl Future<Output = ()> {
        let found = self.by_role(role, name);
        let line = Location::caller();
        async move {
            let element = found.await;
            let press = || PointerAction::Down { button: 0 };
            let release = || PointerAction::Up { button: 0 };
            let twice = MouseActions::new("mouse".to_owned())
                .then(PointerAction::MoveToElement {
                    element,
                    duration: None,
                    x: 0.0,
                    y: 0.0,
                })
                .then(press())
                .then(release())
                .then(press())
                .then(release());
            if self.client().perform_actions(twice).await.is_err() {
                self.give_up(&format!("the {role} named \"{name}\" could not be clicked twice"), line)
                    .await;
            }
        }
    }

    /// Draws the pointer over what has this role and name, between two parts of its width.
    #[track_caller]
    pub(crate) fn drag_over(&self, role: &str, name: &str, from: f64, to: f64) -> impl Future<Output = ()> {
        let found = self.by_role(role, name);
        let line = Location::caller();
        async move {
            let element = found.await;
            let width = element.rectangle().await.map_or(0.0, |(_, _, width, _)| width);
            // Offsets count from the middle.
            let at = |part: f64| PointerAction::MoveToElement {
                element: element.clone(),
                duration: None,
                x: (part - 0.5) * width,
                y: 0.0,
            };
            let drawn = MouseActions::new("mouse".to_owned())
                .then(at(from))
                .then(PointerAction::Down { button: 0 })
                .then(at((from + to) / 2.0))
                .then(at(to))
                .then(PointerAction::Up { button: 0 });
            if self.client().perform_actions(drawn).await.is_err() {
                self.give_up(
                    &format!("the pointer could not be drawn over the {role} named \"{name}\""),
                    line,
                )
                .await;
            }
        }
    }

    /// Replaces what the field of this label says, key by key.
    #[track_caller]
    pub(crate) fn type_into(&self, label: &str, text: &str) -> impl Future<Output = ()> {
        let line = Location::caller();
        async move {
            let delete = Key::Delete.to_string();
            let keys = if text.is_empty() { &delete } else { text };
            // A dialog that is still moving into its place cannot be clicked, and one that is drawn anew has other
            // fields: each try looks again.
            let typed = eventually(async || {
                let field = self.field_now(label).await?;
                field.click().await.ok()?;
                self.press_now("Control+a").await.ok()?;
                field.send_keys(keys).await.ok()
            })
            .await;
            if typed.is_none() {
                self.give_up(
                    &format!("nothing could be typed into a field labelled \"{label}\""),
                    line,
                )
                .await;
            }
        }
    }

    /// Presses a key, or several at once joined by `+`: `Enter`, `Control+k`, `Shift+Tab`.
    #[track_caller]
    pub(crate) fn press(&self, keys: &str) -> impl Future<Output = ()> {
        let line = Location::caller();
        async move { self.press_at(keys, line).await }
    }

    async fn press_at(&self, keys: &str, line: &Location<'_>) {
        if self.press_now(keys).await.is_err() {
            self.give_up(&format!("{keys} could not be pressed"), line).await;
        }
    }

    async fn press_now(&self, keys: &str) -> Result<(), CmdError> {
        let keys_pressed: Vec<char> = keys.split('+').map(key).collect();
        let mut actions = KeyActions::new("keyboard".to_owned());
        for &value in &keys_pressed {
            actions = actions.then(KeyAction::Down { value });
        }
        for &value in keys_pressed.iter().rev() {
            actions = actions.then(KeyAction::Up { value });
        }
        self.client().perform_actions(actions).await
    }
}

fn key(name: &str) -> char {
    let known = match name {
        "Control" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Tab" => Key::Tab,
        "Delete" => Key::Delete,
        "Backspace" => Key::Backspace,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "F2" => Key::F2,
        "Space" => return ' ',
        _ => {
            let mut characters = name.chars();
            let (Some(only), None) = (characters.next(), characters.next()) else {
                panic!("there is no key named {name}");
            };
            return only;
        }
    };
    char::from(known)
}

async fn is_enabled(element: &Element) -> bool {
    let marked = element.attr("aria-disabled").await.ok().flatten();
    element.is_enabled().await.unwrap_or(false) && marked.as_deref() != Some("true")
}
