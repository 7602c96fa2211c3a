//! Asking for an access token with what an integration holds.

use ims::{AccessToken, ImsClient, OauthCredentials, ServiceAccount};
use keys::KeyPair;
use time::OffsetDateTime;

use crate::{Field, Integration, IntegrationError, Kind, SecretSource, check};

/// Everything that a token is asked for with.
pub(crate) enum Credentials {
    Oauth(OauthCredentials),
    ServiceAccount(ServiceAccount, KeyPair),
}

impl Credentials {
    /// Brings an integration and its secrets together. May block.
    pub(crate) fn load(integration: &Integration, secrets: &SecretSource) -> Result<Self, IntegrationError> {
        let client_secret = secrets.client_secret()?;
        let client_id = integration.client_id.clone();
        match &integration.kind {
            Kind::OauthServerToServer { scopes } => Ok(Self::Oauth(OauthCredentials {
                client_id,
                client_secret,
                scopes: scopes.clone(),
            })),
            Kind::ServiceAccount { metascopes, .. } => {
                let Some(technical_account_id) = integration.technical_account_id.clone() else {
                    return Err(IntegrationError::Fields(
                        check(Field::TechnicalAccountId, "").into_iter().collect(),
                    ));
                };
                let account = ServiceAccount {
                    organization_id: integration.organization_id.clone(),
                    technical_account_id,
                    client_id,
                    client_secret,
                    metascopes: metascopes.clone(),
                };
                Ok(Self::ServiceAccount(account, secrets.key_pair()?))
            }
        }
    }

    pub(crate) async fn request(&self, ims: &ImsClient) -> Result<AccessToken, IntegrationError> {
        match self {
            Self::Oauth(credentials) => Ok(ims.client_credentials(credentials).await?),
            Self::ServiceAccount(account, key) => Ok(ims.exchange(account, key, OffsetDateTime::now_utc()).await?),
        }
    }
}
