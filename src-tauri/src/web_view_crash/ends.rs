//! How often the process of the page ended, and where the page goes then.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// More ends than this in [`A_WHILE`], and the place itself is taken for the cause.
const MOST_ENDS: usize = 2;
const A_WHILE: Duration = Duration::from_secs(60);

/// When the page's process ended lately.
#[derive(Default)]
pub(super) struct Ends(Mutex<Vec<Instant>>);

impl Ends {
    /// Notes one more end; whether the page can be shown at its place again.
    pub(super) fn may_return(&self, now: Instant) -> bool {
        let mut ends = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        ends.retain(|end| now.duration_since(*end) < A_WHILE);
        ends.push(now);
        ends.len() <= MOST_ENDS
    }
}

/// The same page at its first place.
pub(super) fn home_of(address: &str) -> String {
    let page = address.split_once('#').map_or(address, |(page, _)| page);
    format!("{page}#/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_that_ends_the_page_again_and_again_is_left() {
        let (ends, now) = (Ends::default(), Instant::now());
        let asked = [0, 5, 10, 15, 200].map(|seconds| ends.may_return(now + Duration::from_secs(seconds)));
        assert_eq!(asked, [true, true, false, false, true]);
        assert_eq!(home_of("tauri://localhost/#/sessions"), "tauri://localhost/#/");
        assert_eq!(home_of("tauri://localhost"), "tauri://localhost#/");
    }
}
