//! Leaving nothing behind.

use crate::program::Program;

/// Folders of the person's own, and what is in them.
fn home() -> Program {
    let mut program = Program::new();
    let folder = |name: &str| program.path(name).display().to_string();
    let (share, cache, bus) = (folder("share"), folder("cache"), folder("no-bus"));
    program.set("XDG_DATA_HOME", &share);
    program.set("XDG_CACHE_HOME", &cache);
    program.set("DBUS_SESSION_BUS_ADDRESS", &format!("unix:path={bus}"));
    program
}

#[cfg(target_os = "linux")]
#[test]
fn everything_in_the_usual_places_is_deleted_and_nothing_else() {
    let program = home();
    let kept = program.path("share/someone-else/notes.txt");
    let ours = [
        "share/assurance-desk/archives/Checkout.assurance",
        "share/org.assurancedesk.desktop/localstorage/page",
        "cache/org.assurancedesk.desktop/page",
    ];
    for file in ours.map(|file| program.path(file)).iter().chain([&kept]) {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, "").unwrap();
    }
    let usual = program.path("share/assurance-desk");
    let said = program
        .run_words(&["forget", "--yes", "--data", usual.to_str().unwrap()])
        .json();
    assert_eq!(said["deleted"].as_array().unwrap().len(), 3, "{said}");
    for file in ours {
        assert!(!program.path(file).exists(), "{file}");
    }
    assert!(!usual.exists() && kept.is_file());
    let again = program
        .run_words(&["forget", "--yes", "--data", usual.to_str().unwrap()])
        .json();
    assert!(again["deleted"].as_array().unwrap().is_empty(), "{again}");
}

#[test]
fn a_folder_that_the_person_chose_is_left_to_the_person() {
    let program = home();
    std::fs::create_dir_all(program.data()).unwrap();
    let refused = program.run("forget --yes");
    assert!(refused.refusal().contains("delete it yourself"), "{refused:?}");
    assert!(program.data().exists());
}
