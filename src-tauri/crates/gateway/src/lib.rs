//! One HTTP client for Adobe's APIs. It builds the connection (trusted certificates, limits, no redirects), puts
//! Adobe's headers on a request, asks a [`TokenSource`] for the access token, keeps a courteous pace, tries again
//! where that is safe, and turns every answer into either a body of JSON or a [`GatewayError`] in Adobe's own terms.
//! It knows nothing of how access tokens are made, nor of what the APIs mean.
//!
//! ```no_run
//! # use std::sync::Arc;
//! # async fn example(tokens: Arc<dyn gateway::TokenSource>) -> Result<(), Box<dyn std::error::Error>> {
//! use gateway::{ClientOptions, Gateway, GatewayIdentity, Retry, http_client};
//!
//! let identity = GatewayIdentity {
//!     client_id: "0123456789abcdef0123456789abcdef".to_owned(),
//!     organization_id: "0123456789ABCDEF01234567@AdobeOrg".to_owned(),
//! };
//! let gateway = Gateway::new(http_client(&ClientOptions::default())?, identity, tokens);
//! let question = serde_json::json!({ "query": "query { sessions { uuid } }" });
//! let answer = gateway
//!     .post_json(&"https://graffias.adobe.io/graffias/graphql".parse()?, &question, Retry::Safe)
//!     .await?;
//! let sessions: serde_json::Value = answer.json()?;
//! # Ok(())
//! # }
//! ```

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]

mod answer;
mod authorities;
mod body;
mod client;
mod clock;
mod error;
mod excerpt;
mod exchange;
mod fetch;
mod listed;
mod noted;
mod pace;
mod proxy;
mod refusal;
mod requests;
mod retry;
mod shared_client;
mod token;
mod unreachable;

pub use answer::Answer;
pub use authorities::{NoAuthorities, read_authorities};
pub use body::{BodyError, DEFAULT_BODY_LIMIT, read_body};
pub use client::{ClientError, ClientOptions, http_client};
pub use clock::{retry_after, server_time};
pub use error::GatewayError;
pub use excerpt::excerpt;
pub use exchange::{EXCHANGE_BODY_LIMIT, Exchange, RawRequest};
pub use fetch::{FetchError, Fetching};
pub use listed::Listed;
pub use noted::noted;
pub use proxy::{Proxy, ProxySignIn};
pub use requests::{Gateway, GatewayIdentity};
pub use retry::Retry;
pub use shared_client::SharedClient;
pub use token::{TokenFailure, TokenSource};
pub use unreachable::{Cause, Unreachable};
