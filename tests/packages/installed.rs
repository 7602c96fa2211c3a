//! A package that is installed into this system, until the test ends.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;

const NAME: &str = "assurance-desk";
const ENTRY: &str = "/usr/share/applications/assurance-desk.desktop";

/// The installed package. It is removed with this value.
pub(crate) struct Installed(());

impl Installed {
    /// Installs a package where none of its name is installed.
    pub(crate) fn install(package: &Path) -> Self {
        assert!(
            !Path::new(ENTRY).exists(),
            "{NAME} is installed on this machine; the test would remove it"
        );
        let installed = Self(());
        installed.update(package);
        installed
    }

    /// Installs a package over the one that is there.
    pub(crate) fn update(&self, package: &Path) {
        dpkg(&["--install".as_ref(), package]);
    }

    /// Removes the package, as a person does.
    pub(crate) fn remove(&mut self) {
        dpkg(&["--remove".as_ref(), NAME.as_ref()]);
    }

    pub(crate) fn version(&self) -> String {
        said(Command::new("dpkg-query").args(["--show", "--showformat=${Version}", NAME]))
    }

    /// The files that belong to the package.
    pub(crate) fn files(&self) -> Vec<PathBuf> {
        let listed = said(Command::new("dpkg").args(["--listfiles", NAME]));
        let paths = listed.lines().map(PathBuf::from);
        let files: Vec<PathBuf> = paths.filter(|path| !path.is_dir()).collect();
        assert!(files.len() > 10, "{files:?}");
        files
    }

    /// What the entry in the menu says under this name.
    pub(crate) fn lines_of_entry(&self, name: &str) -> Vec<String> {
        let entry = std::fs::read_to_string(ENTRY).expect("the package has an entry for the menu");
        let start = format!("{name}=");
        let values = entry.lines().filter_map(|line| line.strip_prefix(&start));
        values.map(str::to_owned).collect()
    }

    /// The program that the entry starts.
    pub(crate) fn program(&self) -> PathBuf {
        let program = self.lines_of_entry("TryExec").remove(0);
        Path::new("/usr/bin").join(program)
    }

    /// Makes an archive of two events with the installed program.
    pub(crate) fn make_archive(&self, archive: &Path, name: &str) {
        let folder = tempfile::tempdir().expect("a folder for the events");
        let events = folder.path().join("events.json");
        let event = |number: u32| {
            json!({
                "uuid": format!("00000000-0000-4000-8000-{number:012}"),
                "eventNumber": number,
                "clientId": "0f8fad5b-d9cb-469f-a165-70867728950e",
                "timestamp": 1_763_700_000_000_u64 + u64::from(number),
                "vendor": "com.adobe.griffon.mobile",
                "type": "generic",
                "payload": { "ACPExtensionEventName": format!("Cart {number}") },
            })
        };
        let session = json!({
            "uuid": "7a5fe0e6-3b7d-4b53-9a4e-2f0c3e7d1a11", "name": name, "events": [event(1), event(2)],
        });
        std::fs::write(&events, session.to_string()).expect("the events are written");
        let made = Command::new(self.program())
            .arg("import")
            .arg(&events)
            .arg("--out")
            .arg(archive)
            .env("ASSURANCE_DESK_DATA", folder.path())
            .output()
            .expect("the installed program starts");
        assert!(made.status.success(), "{made:?}");
    }
}

impl Drop for Installed {
    fn drop(&mut self) {
        if Path::new(ENTRY).exists() {
            dpkg(&["--remove".as_ref(), NAME.as_ref()]);
        }
    }
}

/// The type of a file, as the desktop sees it.
pub(crate) fn type_of(file: &Path) -> String {
    let told = said(
        Command::new("gio")
            .args(["info", "--attributes=standard::content-type"])
            .arg(file),
    );
    let value = told
        .lines()
        .find_map(|line| line.trim().strip_prefix("standard::content-type: "));
    value.unwrap_or_default().to_owned()
}

/// What the desktop says about who opens this type.
pub(crate) fn opened_by(kind: &str) -> String {
    said(Command::new("gio").args(["mime", kind]))
}

fn said(command: &mut Command) -> String {
    let output = command.output().expect("a tool of the system");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn dpkg(arguments: &[&Path]) {
    let is_root = said(Command::new("id").arg("-u")).trim() == "0";
    let mut command = if is_root {
        Command::new("dpkg")
    } else {
        let mut command = Command::new("sudo");
        command.args(["-n", "dpkg"]);
        command
    };
    let done = command.args(arguments).output().expect("dpkg starts");
    assert!(done.status.success(), "{done:?}");
}
