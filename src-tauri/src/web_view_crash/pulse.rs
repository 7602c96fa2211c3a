//! Whether the page is there, asked now and then: on Windows nobody tells the program that the page's process ended, and `WebView2`
//! puts a page of its own in the place of ours.

#[cfg(windows)]
use std::sync::mpsc;
use std::time::Duration;

use tauri::Url;

use crate::window::is_ours;

/// How often the page is asked.
const ASKED_EVERY: Duration = Duration::from_secs(2);
/// A page that computes does not answer; one that is silent for so many questions does not come back by itself.
const MOST_SILENCES: u32 = 15;
/// Another page may be there for a moment while ours is loaded.
const MOST_OTHERS: u32 = 2;

/// Asks the page of a window until the window is gone, and loads it again when it is lost.
#[cfg(windows)]
pub(super) async fn follow(window: tauri::WebviewWindow) {
    let (ends, mut pulse) = (super::Ends::default(), Pulse::default());
    loop {
        let (tell, told) = mpsc::channel();
        let asked = window.eval_with_callback("location.href", move |address| {
            // An answer that comes too late is heard by nobody.
            let _ = tell.send(address);
        });
        if asked.is_err() {
            return;
        }
        tokio::time::sleep(ASKED_EVERY).await;
        if pulse.is_lost(told.try_recv().map_or(Answer::None, |address| Answer::read(&address))) {
            super::load_again(window.as_ref(), &ends);
        }
    }
}

/// What the page answered when it was asked for its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    /// Our page is there.
    Ours,
    /// Something else is there, or the web view said that there is nothing.
    Other,
    /// No answer until the next question.
    None,
}

impl Answer {
    /// Reads the address of what is there, which the web view writes as JSON; it writes nothing of use when no page is there.
    fn read(address: &str) -> Self {
        let address = serde_json::from_str::<Url>(address);
        if address.is_ok_and(|address| is_ours(&address)) {
            Self::Ours
        } else {
            Self::Other
        }
    }
}

/// The answers of a page, one after another.
#[derive(Default)]
struct Pulse {
    silences: u32,
    others: u32,
}

impl Pulse {
    /// Takes the next answer; whether the page is to be loaded again now. Then it has as much time again.
    fn is_lost(&mut self, answer: Answer) -> bool {
        match answer {
            Answer::Ours => *self = Self::default(),
            Answer::Other => self.others += 1,
            Answer::None => self.silences += 1,
        }
        let is_lost = self.silences >= MOST_SILENCES || self.others >= MOST_OTHERS;
        if is_lost {
            *self = Self::default();
        }
        is_lost
    }
}

#[cfg(test)]
mod tests {
    use super::Answer::{None, Other, Ours};
    use super::*;

    fn lost_at(answers: impl IntoIterator<Item = Answer>) -> Vec<usize> {
        let mut pulse = Pulse::default();
        let lost = answers
            .into_iter()
            .enumerate()
            .filter(|(_, answer)| pulse.is_lost(*answer));
        lost.map(|(at, _)| at).collect()
    }

    #[test]
    fn only_our_own_page_counts_as_there() {
        for ours in [
            r#""tauri://localhost/#/sessions""#,
            r#""http://tauri.localhost/#/""#,
            r#""https://tauri.localhost/""#,
        ] {
            assert_eq!(Answer::read(ours), Ours, "{ours}");
        }
        for other in [
            "",
            "null",
            "{}",
            r#""chrome-error://chromewebdata/""#,
            r#""about:blank""#,
            r#""https://tauri.localhost.example/""#,
        ] {
            assert_eq!(Answer::read(other), Other, "{other}");
        }
    }

    #[test]
    fn a_page_that_was_replaced_is_loaded_again_soon_and_once_for_each_time() {
        assert_eq!(lost_at([Ours, Other, Other, Ours, Other, Ours]), [2]);
        assert_eq!(lost_at([Other; 5]), [1, 3]);
    }

    #[test]
    fn a_page_that_computes_is_given_half_a_minute() {
        let half_a_minute = 30 / ASKED_EVERY.as_secs() as usize;
        assert_eq!(
            lost_at(std::iter::repeat_n(None, half_a_minute - 1).chain([Ours, None])),
            [0; 0]
        );
        assert_eq!(lost_at(std::iter::repeat_n(None, half_a_minute)), [half_a_minute - 1]);
    }
}
