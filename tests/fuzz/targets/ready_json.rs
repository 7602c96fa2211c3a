//! The line that a practice workspace prints when it is ready.

pub(super) fn run(data: &[u8]) {
    let _ = integration::from_ready_json(super::text(data));
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    super::texts(&[
        r#"{"ims":"http://127.0.0.1:1","assurance":"http://127.0.0.1:1/graffias/graphql","platform":"http://127.0.0.1:1","tags":"http://127.0.0.1:1","console":"http://127.0.0.1:1","organizationId":"o@AdobeOrg","oauth":{"clientId":"c","clientSecret":"s","technicalAccountId":"t","scopes":["openid"],"credentialId":"1"},"serviceAccount":{"clientId":"c","clientSecret":"s","technicalAccountId":"t","metascopes":["m"],"credentialId":"2"}}"#,
    ])
}
