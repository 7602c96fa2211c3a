//! How the page is drawn on a Linux computer that has no graphics processor.

use std::path::Path;

/// Where Linux shows graphics processors, as `renderD128` and so on.
const GRAPHICS_PROCESSORS: &str = "/dev/dri";
/// What WebKitGTK reads when its first web view is made.
const WITHOUT_GRAPHICS_PROCESSOR: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Has WebKit draw without a graphics processor where there is none, as in most virtual machines and remote desktops, unless
/// the user said otherwise. Left to itself, it imitates one there: measured on two cores, a frame of a list that scrolls
/// takes 120 ms then, and 16 ms without the imitation. To be called while the program has one thread.
pub(crate) fn draw_as_this_computer_can() {
    if has_graphics_processor(Path::new(GRAPHICS_PROCESSORS)) {
        return;
    }
    if let Err(error) = glib::setenv(WITHOUT_GRAPHICS_PROCESSOR, "1", false) {
        tracing::warn!(%error, "WebKit cannot be told that there is no graphics processor");
    }
}

fn has_graphics_processor(folder: &Path) -> bool {
    let found = std::fs::read_dir(folder).into_iter().flatten().flatten();
    found
        .map(|entry| entry.file_name())
        .any(|name| name.to_string_lossy().starts_with("renderD"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_alone_is_no_graphics_processor() {
        let folder = tempfile::tempdir().expect("a folder");
        let missing = folder.path().join("dri");
        assert!(!has_graphics_processor(&missing));
        std::fs::write(folder.path().join("card0"), "").expect("a file");
        assert!(!has_graphics_processor(folder.path()));
        std::fs::write(folder.path().join("renderD128"), "").expect("a file");
        assert!(has_graphics_processor(folder.path()));
    }
}
