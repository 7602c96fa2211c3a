//! An event as a server sends it, and everything that is shown of it.

#![no_main]

use std::collections::HashSet;

use event::{Event, PayloadTree, RawText};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(event) = Event::from_json(text) else { return };
    let _ = (event::label(&event), event::event_type(&event));
    let _ = event::summary(&event);
    let raw = RawText::new(&event);
    assert_eq!(raw.raw_lines(0, usize::MAX).len(), raw.line_count());
    let tree = PayloadTree::new(&event);
    for search in ["", "a", "\\"] {
        let page = tree.rows(search, &HashSet::<String>::new(), u32::MAX, 0, usize::MAX);
        for row in page.rows.iter().take(50) {
            assert!(tree.value_text(&row.path).is_some(), "{}", row.path);
        }
    }
});
