//! The list of the newest version, in the shape that Tauri's updater reads.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::failure::{Failure, Result};

/// Characters of notes that a program shows.
const LONGEST_NOTES: usize = 20_000;

/// What the list says of the version.
pub(super) struct List<'a> {
    pub(super) version: &'a str,
    pub(super) date: Option<&'a str>,
    pub(super) notes: &'a str,
    /// The address of the folder with the packages.
    pub(super) from: &'a str,
}

/// A package that is signed.
pub(super) struct Package {
    /// Its file name.
    pub(super) name: String,
    /// What `tauri signer sign` wrote.
    pub(super) signature: String,
}

/// How the names of packages end, with the system and the kind that Tauri's updater knows them by.
const KINDS: [(&str, &str, &str); 6] = [
    (".AppImage", "linux", "appimage"),
    (".deb", "linux", "deb"),
    (".rpm", "linux", "rpm"),
    (".app.tar.gz", "darwin", "app"),
    (".msi", "windows", "msi"),
    ("-setup.exe", "windows", "nsis"),
];

/// How names say for which processor a package is.
const PROCESSORS: [(&str, &[&str]); 2] = [
    ("x86_64", &["amd64", "x86_64", "x64"]),
    ("aarch64", &["arm64", "aarch64"]),
];

/// Whether a file of this name can be what a program is updated with.
pub(super) fn is_package(name: &str) -> bool {
    KINDS.iter().any(|(ending, _, _)| name.ends_with(ending))
}

/// What Tauri's updater calls those who need the package of this name.
fn target(name: &str) -> Option<String> {
    let (_, system, kind) = KINDS.iter().find(|(ending, _, _)| name.ends_with(ending))?;
    let words: Vec<&str> = name.split(['_', '.', '-']).collect();
    let named = |names: &[&str]| {
        // `x86_64` has been cut in two.
        names
            .iter()
            .any(|one| words.contains(one) || (one.contains('_') && name.contains(one)))
    };
    let (processor, _) = PROCESSORS.iter().find(|(_, names)| named(names))?;
    Some(format!("{system}-{processor}-{kind}"))
}

impl List<'_> {
    /// The list as JSON.
    ///
    /// # Errors
    /// When a package does not say for whom it is, or two are for the same.
    pub(super) fn text(&self, packages: &[Package]) -> Result<String> {
        let mut platforms = BTreeMap::new();
        for package in packages {
            let name = &package.name;
            let target =
                target(name).ok_or_else(|| Failure::new(format!("{name} does not say for which processor it is")))?;
            if let Some(other) = platforms.insert(target, package) {
                return Err(Failure::new(format!(
                    "{name} and {} are for the same computers",
                    other.name
                )));
            }
        }
        let mut text = format!("{{\n  \"version\": {},\n", quoted(self.version));
        if let Some(date) = self.date {
            writeln!(text, "  \"pub_date\": {},", quoted(date)).expect("writing to a string cannot fail");
        }
        let notes: String = self.notes.chars().take(LONGEST_NOTES).collect();
        writeln!(text, "  \"notes\": {},", quoted(&notes)).expect("writing to a string cannot fail");
        let entries: Vec<String> = platforms
            .iter()
            .map(|(target, package)| {
                let url = format!("{}/{}", self.from.trim_end_matches('/'), package.name);
                format!(
                    "    {}: {{ \"url\": {}, \"signature\": {} }}",
                    quoted(target),
                    quoted(&url),
                    quoted(&package.signature)
                )
            })
            .collect();
        write!(text, "  \"platforms\": {{\n{}\n  }}\n}}\n", entries.join(",\n"))
            .expect("writing to a string cannot fail");
        Ok(text)
    }
}

/// A text as JSON has it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(character);
            }
            '\n' => quoted.push_str("\\n"),
            other if other.is_control() => {
                write!(quoted, "\\u{:04x}", u32::from(other)).expect("writing to a string cannot fail");
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: List<'_> = List {
        version: "1.2.3",
        date: Some("2026-11-22T08:00:00Z"),
        notes: "It is \"new\":\n\u{1b}\\",
        from: "https://example.org/v1.2.3/",
    };

    fn package(name: &str) -> Package {
        Package {
            name: name.to_owned(),
            signature: "c2lnbmVk".to_owned(),
        }
    }

    #[test]
    fn packages_are_for_whom_their_names_say() {
        for (name, expected) in [
            ("Assurance.Desk_1.2.3_amd64.AppImage", "linux-x86_64-appimage"),
            ("Assurance.Desk_1.2.3_aarch64.AppImage", "linux-aarch64-appimage"),
            ("assurance-desk_1.2.3_arm64.deb", "linux-aarch64-deb"),
            ("assurance-desk-1.2.3-1.x86_64.rpm", "linux-x86_64-rpm"),
            ("Assurance.Desk_1.2.3_x64.app.tar.gz", "darwin-x86_64-app"),
            ("Assurance.Desk_1.2.3_aarch64.app.tar.gz", "darwin-aarch64-app"),
            ("Assurance.Desk_1.2.3_x64_en-US.msi", "windows-x86_64-msi"),
            ("Assurance.Desk_1.2.3_x64-setup.exe", "windows-x86_64-nsis"),
        ] {
            assert!(is_package(name), "{name}");
            assert_eq!(target(name).as_deref(), Some(expected));
        }
        for name in ["latest.json", "Assurance.Desk_1.2.3_x64.dmg", "SHA256SUMS-Linux-X64"] {
            assert!(!is_package(name), "{name}");
        }
    }

    #[test]
    fn a_list_names_each_package_with_its_address_and_signature() {
        let text = LIST.text(&[package("a_1.2.3_amd64.deb")]).unwrap();
        let expected = r#"{
  "version": "1.2.3",
  "pub_date": "2026-11-22T08:00:00Z",
  "notes": "It is \"new\":\n\u001b\\",
  "platforms": {
    "linux-x86_64-deb": { "url": "https://example.org/v1.2.3/a_1.2.3_amd64.deb", "signature": "c2lnbmVk" }
  }
}
"#;
        assert_eq!(text, expected);
    }

    #[test]
    fn a_package_for_nobody_and_two_for_the_same_are_refused() {
        assert!(LIST.text(&[package("a.deb")]).is_err());
        assert!(LIST.text(&[package("a_amd64.deb"), package("b_amd64.deb")]).is_err());
    }
}
