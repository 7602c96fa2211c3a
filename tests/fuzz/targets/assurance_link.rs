//! The link of an app, as it is typed, and the link that connects it.

use assurance::{QrCode, check_link, connect_link};

pub(super) fn run(data: &[u8]) {
    let text = super::text(data);
    let problem = check_link(text);
    if let Ok(link) = connect_link(text, "6f0d2a3b-2c58-4a5e-a4ac-5d3ba2f21d21") {
        assert_eq!(problem, None, "{text}");
        // Drawing one takes longer than everything else.
        if text.len().is_multiple_of(16) {
            let _ = QrCode::new(&link);
        }
    }
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    super::texts(&["myapp://open?adb=1#fragment", "https://shop.example/app/?a=b&c"])
}
