//! Who is calling.

use url::Url;

use crate::hosts::Endpoints;

/// What requests may know of the integration in use: all of it but its secrets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The client ID (API key).
    pub client_id: String,
    /// The organization ID.
    pub organization_id: String,
    /// The technical account ID, where it is known.
    pub technical_account_id: Option<String>,
    /// The host of IMS, with its port and without a scheme: `ims-na1.adobelogin.com`.
    pub ims_host: String,
    /// The address of Experience Platform.
    pub platform: Url,
    /// The address of tags.
    pub tags: Url,
    /// The GraphQL address of Assurance.
    pub assurance: Url,
    /// The sandbox that was chosen.
    pub sandbox: Option<String>,
}

impl Identity {
    /// Who calls these endpoints, without a technical account or a sandbox.
    #[must_use]
    pub fn new(client_id: &str, organization_id: &str, endpoints: &Endpoints) -> Self {
        Self {
            client_id: client_id.to_owned(),
            organization_id: organization_id.to_owned(),
            technical_account_id: None,
            ims_host: crate::hosts::authority(&endpoints.ims),
            platform: endpoints.platform.clone(),
            tags: endpoints.tags.clone(),
            assurance: endpoints.assurance.clone(),
            sandbox: None,
        }
    }
}
