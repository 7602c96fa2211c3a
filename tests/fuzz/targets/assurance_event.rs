//! An event as a server sends it, and everything that is shown of it.

use std::collections::HashSet;

use event::{Event, PayloadTree, RawText};

pub(super) fn run(data: &[u8]) {
    let Ok(event) = Event::from_json(super::text(data)) else {
        return;
    };
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
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    super::texts(&[
        r#"{"uuid":"u","eventNumber":3,"clientId":"c","timestamp":1,"vendor":"com.adobe.griffon.mobile","type":"generic","payload":{"ACPExtensionEventName":"n","ACPExtensionEventData":{"stateowner":"s"},"a":[1,{"b":"c"},"{\"d\":[1.50,\"\\u0041\"]}"]},"annotations":[{"type":"notes","payload":{"note":"x"}}],"metadata":{"chunkId":"c","chunkTotal":2,"chunkSequenceNumber":0}}"#,
        r#"{"uuid":"u","timestamp":1,"vendor":"com.adobe.target","type":"service","payload":"{\"status\":200,\"messages\":[\"one\",\"two\"]}"}"#,
    ])
}
