//! Access tokens from Adobe's Identity Management System (IMS): the claims of a service account's JWT and their
//! signature, the exchange of that JWT, the OAuth Server-to-Server request, Adobe's refusals told apart by what helps,
//! and a [`TokenKeeper`] that renews a token before it ends and asks only once for all callers.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use gateway::{ClientOptions, http_client};
//! use ims::{ImsClient, OauthCredentials};
//!
//! let ims = ImsClient::new("https://ims-na1.adobelogin.com".parse()?, http_client(&ClientOptions::default())?);
//! let credentials = OauthCredentials {
//!     client_id: "0123456789abcdef0123456789abcdef".to_owned(),
//!     client_secret: "from the vault".into(),
//!     scopes: vec!["openid".to_owned(), "AdobeID".to_owned()],
//! };
//! let token = ims.client_credentials(&credentials).await?;
//! println!("valid until {}", token.expires_at);
//! # Ok(())
//! # }
//! ```

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]

mod access_token;
mod claims;
mod client;
mod credentials;
mod error;
mod keeper;
mod metascope;
mod refusal;

pub use access_token::AccessToken;
pub use claims::{Claims, DEFAULT_LIFETIME, SigningError};
pub use client::ImsClient;
pub use credentials::{OauthCredentials, ServiceAccount};
pub use error::ImsError;
pub use keeper::{TokenKeeper, TokenRequest, TokenStatus};
pub use metascope::metascope_names;
pub use refusal::{ImsCode, RefusalCause};
