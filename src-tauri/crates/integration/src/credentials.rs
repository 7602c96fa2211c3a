//! Asking for an access token with what an integration holds.

use ims::{AccessToken, ImsClient, JwtTerms, OauthCredentials, ServiceAccount, TokenVersion};
use keys::KeyPair;
use secrecy::SecretString;
use time::{Duration, OffsetDateTime};

use crate::{Field, Integration, IntegrationError, JwtOptions, Kind, SecretSource, check};

/// Everything that a token is asked for with.
pub(crate) enum Credentials {
    Oauth(OauthCredentials),
    ServiceAccount(ServiceAccount, KeyPair),
}

impl Credentials {
    /// Brings an integration and its secrets together. May block.
    pub(crate) fn load(integration: &Integration, secrets: &SecretSource) -> Result<Self, IntegrationError> {
        let client_secret = secrets.client_secret()?;
        match &integration.kind {
            Kind::OauthServerToServer { scopes } => Ok(Self::Oauth(OauthCredentials {
                client_id: integration.client_id.clone(),
                client_secret,
                scopes: scopes.clone(),
                version: TokenVersion::default(),
            })),
            Kind::ServiceAccount { metascopes, jwt, .. } => {
                let account = service_account(integration, client_secret, metascopes.clone(), *jwt)?;
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

/// A service account as IMS is told of it.
pub(crate) fn service_account(
    integration: &Integration,
    client_secret: SecretString,
    metascopes: Vec<String>,
    jwt: JwtOptions,
) -> Result<ServiceAccount, IntegrationError> {
    let Some(technical_account_id) = integration.technical_account_id.clone() else {
        return Err(IntegrationError::Fields(
            check(Field::TechnicalAccountId, "").into_iter().collect(),
        ));
    };
    Ok(ServiceAccount {
        organization_id: integration.organization_id.clone(),
        technical_account_id,
        client_id: integration.client_id.clone(),
        client_secret,
        metascopes,
        jwt: JwtTerms {
            lifetime: Duration::minutes(i64::from(jwt.lifetime_minutes)),
            jti: jwt.jti,
        },
    })
}
