//! Metascopes as people write them.

/// Reads metascopes in any of the forms that people paste: bare names, the full URLs of the claims, lists with commas,
/// blanks or line breaks, with or without quotes and brackets. Gives bare names, each once, in the order given.
///
/// ```
/// assert_eq!(
///     ims::metascope_names("ent_dataservices_sdk, https://ims-na1.adobelogin.com/s/assurance_automation"),
///     ["ent_dataservices_sdk", "assurance_automation"],
/// );
/// ```
#[must_use]
pub fn metascope_names(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for entry in text.split(|character: char| character.is_whitespace() || ",;[]\"'".contains(character)) {
        let name = match entry.split_once("://") {
            Some((_, address)) => address.trim_end_matches('/').rsplit('/').next().unwrap_or_default(),
            None => entry.strip_prefix("/s/").unwrap_or(entry),
        };
        if !name.is_empty() && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_gives_the_bare_names_once() {
        for text in [
            "ent_dataservices_sdk,assurance_automation",
            "ent_dataservices_sdk\nassurance_automation\n",
            r#"["ent_dataservices_sdk", "assurance_automation"]"#,
            "/s/ent_dataservices_sdk http://127.0.0.1:8080/s/assurance_automation/ ent_dataservices_sdk",
        ] {
            assert_eq!(
                metascope_names(text),
                ["ent_dataservices_sdk", "assurance_automation"],
                "{text}"
            );
        }
        assert!(metascope_names(" , ").is_empty());
    }
}
