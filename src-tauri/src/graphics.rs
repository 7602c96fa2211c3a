//! How the page is drawn on a Linux computer that has no graphics processor.

use std::path::Path;

/// Where Linux shows graphics processors, as `renderD128` and so on.
const GRAPHICS_PROCESSORS: &str = "/dev/dri";
/// What keeps WebKitGTK and GTK from imitating one; both read it when the window is opened. GTK would only look what it could
/// draw, and loads the whole imitation for that where no program before it has: 50 ms.
const WITHOUT_GRAPHICS_PROCESSOR: [(&str, &str); 2] = [("WEBKIT_DISABLE_DMABUF_RENDERER", "1"), ("GDK_GL", "disable")];

/// Has WebKit and GTK draw without a graphics processor where there is none, as in most virtual machines and remote desktops, unless
/// the user said otherwise. Left to themselves, they imitate one there: measured on two cores, a frame of a list that scrolls
/// takes 120 ms then, and 16 ms without the imitation. To be called while the program has one thread.
pub(crate) fn draw_as_this_computer_can() {
    if has_graphics_processor(Path::new(GRAPHICS_PROCESSORS)) {
        return;
    }
    for (name, value) in WITHOUT_GRAPHICS_PROCESSOR {
        if let Err(error) = glib::setenv(name, value, false) {
            tracing::warn!(%error, name, "what draws cannot be told that there is no graphics processor");
        }
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
