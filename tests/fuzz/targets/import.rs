//! Any file that is dropped on the import, alone and beside another.

use integration::import::Import;

use super::material;

pub(super) fn run(data: &[u8]) {
    let mut import = Import::new();
    let _ = import.add("dropped", data.to_vec());
    let half = data.len() / 2;
    let _ = import.add("first.json", data[..half].to_vec());
    let _ = import.add("second.key", data[half..].to_vec());
    for place in 0..import.files().len() {
        import.unlock(place, "secret");
    }
    for candidate in import.candidates() {
        let _ = candidate.key_matches_certificate();
        let _ = candidate.findings(&[]);
        let _ = candidate.change();
    }
    import.remove(0);
    let _ = import.candidates();
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = material::pem_and_der();
    seeds.extend(super::texts(&[
        r#"{"CLIENT_SECRET":"p8e-secret","ORG_ID":"0123456789ABCDEF01234567@AdobeOrg","API_KEY":"0123456789abcdef0123456789abcdef","TECHNICAL_ACCOUNT_ID":"0123456789ABCDEF01234567@techacct.adobe.com"}"#,
        r#"{"project":{"id":"1","name":"p","org":{"id":"2","ims_org_id":"0123456789ABCDEF01234567@AdobeOrg"},"workspace":{"details":{"credentials":[{"id":"3","integration_type":"oauth_server_to_server","oauth_server_to_server":{"client_id":"c","client_secrets":["s"],"scopes":["openid","AdobeID"]}}]}}}}"#,
        r#"{"name":"e","values":[{"key":"CLIENT_SECRET","value":"p8e-secret","enabled":true},{"key":"META_SCOPE","value":["ent_dataservices_sdk"]}]}"#,
        "CLIENT_ID=c\nexport CLIENT_SECRET='s'\n# note\nORG_ID=\"o\"\n",
        "id: a\ntechnicalAccount:\n  id: b\nmetaScopes:\n  - c\n",
    ]));
    seeds
}
