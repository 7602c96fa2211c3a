//! Metascopes and scopes, as they are typed.

pub(super) fn run(data: &[u8]) {
    let text = super::text(data);
    for names in [ims::metascope_names(text), integration::scope_names(text)] {
        assert!(names.iter().all(|name| !name.is_empty()));
    }
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    super::texts(&["[\"ent_dataservices_sdk\", https://ims-na1.adobelogin.com/s/assurance_automation]"])
}
