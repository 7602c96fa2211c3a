//! Looking at the window: text, and things by their role and name.

use std::panic::Location;
use std::path::Path;

use fantoccini::elements::Element;
use serde_json::{Value, json};

use super::processes::eventually;
use super::{Desk, PATIENCE};

/// Under this name a script's answer refers to an element (WebDriver, "web element identifier").
pub(crate) const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Desk {
    /// Waits until the text can be read somewhere in the window. Runs of white space count as one.
    #[track_caller]
    pub(crate) fn wait_for_text(&self, text: &str) -> impl Future<Output = ()> {
        let line = Location::caller();
        async move {
            let wanted = tidy(text);
            if eventually(async || tidy(&self.text().await).contains(&wanted).then_some(()))
                .await
                .is_none()
            {
                self.give_up(&format!("the text \"{text}\" did not come"), line).await;
            }
        }
    }

    /// Waits until the text cannot be read any more.
    #[track_caller]
    pub(crate) fn wait_until_gone(&self, text: &str) -> impl Future<Output = ()> {
        let line = Location::caller();
        async move {
            let unwanted = tidy(text);
            if eventually(async || (!tidy(&self.text().await).contains(&unwanted)).then_some(()))
                .await
                .is_none()
            {
                self.give_up(&format!("the text \"{text}\" stayed"), line).await;
            }
        }
    }

    /// Waits until there is a visible thing of this ARIA role and accessible name, and answers the first. Rows,
    /// options, dialogs and messages are found by a part of their name, all else by the whole, or by its beginning
    /// when `…` follows.
    #[track_caller]
    pub(crate) fn by_role(&self, role: &str, name: &str) -> impl Future<Output = Element> {
        let line = Location::caller();
        async move {
            match eventually(async || self.all_by_role(role, name).await.into_iter().next()).await {
                Some(element) => element,
                None => self.give_up(&format!("no {role} named \"{name}\" came"), line).await,
            }
        }
    }

    /// Waits until nothing visible has this role and name.
    #[track_caller]
    pub(crate) fn wait_until_no(&self, role: &str, name: &str) -> impl Future<Output = ()> {
        let line = Location::caller();
        async move {
            if eventually(async || self.all_by_role(role, name).await.is_empty().then_some(()))
                .await
                .is_none()
            {
                self.give_up(&format!("the {role} named \"{name}\" stayed"), line).await;
            }
        }
    }

    /// Waits until at least so many visible things have this role and name.
    #[track_caller]
    pub(crate) fn wait_for_count(&self, role: &str, name: &str, least: usize) -> impl Future<Output = ()> {
        let line = Location::caller();
        async move {
            if eventually(async || (self.count(role, name).await >= least).then_some(()))
                .await
                .is_none()
            {
                self.give_up(&format!("fewer than {least} of {role} \"{name}\" came"), line)
                    .await;
            }
        }
    }

    /// How many visible things have this role and name now.
    pub(crate) async fn count(&self, role: &str, name: &str) -> usize {
        self.all_by_role(role, name).await.len()
    }

    /// Waits until what is written in the field is as expected.
    #[track_caller]
    pub(crate) fn wait_for_value(&self, label: &str, expected: &str) -> impl Future<Output = ()> {
        let line = Location::caller();
        async move {
            let value = async || self.field_now(label).await?.prop("value").await.ok().flatten();
            if eventually(async || (value().await.as_deref() == Some(expected)).then_some(()))
                .await
                .is_none()
            {
                self.give_up(
                    &format!("the field \"{label}\" did not come to say \"{expected}\""),
                    line,
                )
                .await;
            }
        }
    }

    /// All text of the window that is laid out now.
    pub(crate) async fn text(&self) -> String {
        match self
            .client()
            .execute("return document.body ? document.body.innerText : ''", Vec::new())
            .await
        {
            Ok(Value::String(text)) => text,
            // The page is being replaced, or the program is gone; whoever waits will say so.
            _ => String::new(),
        }
    }

    /// Waits until nothing moves any more, so that a picture is not taken in the middle of a transition.
    pub(crate) async fn settle(&self) {
        // Two frames on, what a click has set going has begun to move and is drawn.
        let still = "const done = arguments[arguments.length - 1]; \
                     const isStill = () => document.getAnimations().every((animation) => animation.playState !== 'running' \
                     || animation.effect?.getComputedTiming().iterations === Infinity); \
                     requestAnimationFrame(() => requestAnimationFrame(() => done(isStill())))";
        eventually(async || {
            let answer = self.client().execute_async(still, Vec::new()).await.ok()?;
            (answer == Value::Bool(true)).then_some(())
        })
        .await;
    }

    /// Writes a picture of the window.
    pub(crate) async fn screenshot(&self, file: &Path) {
        let png = self.picture().await.expect("the window can be pictured");
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).expect("a folder for pictures");
        }
        std::fs::write(file, png).expect("the picture can be written");
    }

    /// A picture of the window as it is now. WebKit takes it when it draws next, and draws nothing while nothing changes:
    /// so something does, that nobody sees.
    pub(crate) async fn picture(&self) -> Option<Vec<u8>> {
        const CHANGE: &str = "const spot = document.createElement('i');
            spot.id = 'spot';
            spot.style = 'position: fixed; right: 0; bottom: 0; width: 1px; height: 1px; background: gray; opacity: 0.01';
            document.body.append(spot);
            window.changing = setInterval(() => {
              spot.style.opacity = spot.style.opacity === '0.01' ? '0.02' : '0.01';
            }, 50);";
        const STAY: &str = "clearInterval(window.changing); document.getElementById('spot')?.remove();";
        self.client().execute(CHANGE, Vec::new()).await.ok()?;
        let picture = tokio::time::timeout(PATIENCE, self.client().screenshot()).await;
        self.client().execute(STAY, Vec::new()).await.ok();
        picture.ok()?.ok()
    }

    /// Whatever can be typed into now and has this label.
    pub(crate) async fn field_now(&self, label: &str) -> Option<Element> {
        for role in ["textbox", "searchbox", "combobox", "spinbutton"] {
            if let Some(element) = self.all_by_role(role, label).await.into_iter().next() {
                return Some(element);
            }
        }
        None
    }

    pub(crate) async fn all_by_role(&self, role: &str, name: &str) -> Vec<Element> {
        let found = self
            .client()
            .execute(include_str!("looking.js"), vec![json!(role), json!(name)])
            .await;
        // While the page is being replaced there is nothing to see.
        let Ok(Value::Array(found)) = found else {
            return Vec::new();
        };
        found
            .into_iter()
            .filter_map(|reference| reference[ELEMENT].as_str().map(str::to_owned))
            .map(|id| Element::from_element_id(self.client().clone(), id.into()))
            .collect()
    }
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
