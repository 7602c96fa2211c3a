//! Access tokens from Adobe's Identity Management System (IMS): the claims of a service account's JWT and their
//! signature, the exchange of that JWT by the clock of IMS, the OAuth Server-to-Server request, Adobe's refusals told
//! apart by what helps, a [`TokenKeeper`] that renews a token before it ends and asks only once for all callers, and
//! [`inspect`], which says what is wrong with a token that somebody pasted.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use gateway::{ClientOptions, http_client};
//! use ims::{ImsClient, OauthCredentials, TokenVersion};
//!
//! let ims = ImsClient::new("https://ims-na1.adobelogin.com".parse()?, http_client(&ClientOptions::default())?);
//! let credentials = OauthCredentials {
//!     client_id: "0123456789abcdef0123456789abcdef".to_owned(),
//!     client_secret: "from the vault".into(),
//!     scopes: vec!["openid".to_owned(), "AdobeID".to_owned()],
//!     version: TokenVersion::V3,
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
mod clocks;
mod credentials;
mod error;
mod inspect;
mod keeper;
mod metascope;
mod refusal;

pub use access_token::AccessToken;
pub use claims::{Claims, DEFAULT_LIFETIME, JwtTerms, LONGEST_LIFETIME, SigningError};
pub use client::ImsClient;
pub use clocks::{Clocks, NOTABLE_SKEW};
pub use credentials::{OauthCredentials, ServiceAccount, TokenVersion};
pub use error::ImsError;
pub use inspect::{
    AsksFor, Expectation, Finding, InspectError, Inspection, LONGEST_TEXT, LooksLike, Member, Severity, TokenKind,
    TokenPart, inspect,
};
pub use keeper::{Again, TokenKeeper, TokenRequest, TokenStatus};
pub use metascope::metascope_names;
pub use refusal::{Grant, ImsCode, RefusalCause};
